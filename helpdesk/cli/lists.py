"""`helpdesk list`: the booking list of a place and day, and sending out all lists of a day."""

from datetime import date, datetime
from pathlib import Path

import click

from helpdesk.cli.store import NotPossible, configured_runtime
from helpdesk.reports.files import CannotWriteLists
from helpdesk.reports.formats import as_csv, as_html, as_text
from helpdesk.reports.formats.as_sms import whole_list
from helpdesk.reports.listing import UnknownPlace, lists_for
from helpdesk.reports.opening_list import OpeningList
from helpdesk.reports.sweeps import mail_officer_lists_of, send_leader_lists_of, write_officer_lists_of
from helpdesk.store.engine import reading

_DAY = click.DateTime(formats=["%Y-%m-%d"])


@click.group("list")
def lists() -> None:
    """Booking lists for officials."""


@lists.command()
@click.option("--place", required=True, help="a place's code or name; accents and case do not matter")
@click.option("--date", "day", required=True, type=_DAY, help="e.g. 2026-12-02")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "sms", "csv", "html"]),
    default="text",
    show_default=True,
)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="write to this file")
def show(place: str, day: datetime, form: str, out: Path | None) -> None:
    """Show the list of a place on a day; every opening of that day. Exits 1 when there is none."""
    with configured_runtime() as runtime, reading(runtime.engine) as db:
        try:
            found = lists_for(db, place, day.date(), now=runtime.clock.now())
        except UnknownPlace as error:
            raise click.ClickException(str(error)) from error
    if not found:
        raise click.ClickException(f"{place} is not open on {day:%Y-%m-%d}")
    text = _rendered(found, form)
    if out is None:
        click.echo(text, nl=not text.endswith("\n"))
    else:
        out.write_text(text, encoding="utf-8")
        click.echo(f"{out}: written")


def _rendered(found: tuple[OpeningList, ...], form: str) -> str:
    match form:
        case "sms":
            return "\n".join(part for listing in found for part in whole_list(listing))
        case "csv":
            return as_csv.render(found)
        case "html":
            return as_html.render(found)
        case _:
            return as_text.render(found)


@lists.command()
@click.option("--date", "day", required=True, type=_DAY, help="e.g. 2026-12-02")
def send(day: datetime) -> None:
    """Hand out all lists of a day now: files and e-mails for officers, messages for team leaders. Twice does no harm."""
    wanted: date = day.date()
    with configured_runtime() as runtime:
        outgoing = runtime.settings.outgoing
        try:
            files = write_officer_lists_of(runtime.engine, wanted, clock=runtime.clock, outgoing=outgoing)
        except CannotWriteLists as error:
            raise NotPossible(str(error)) from error
        mails = mail_officer_lists_of(runtime.engine, wanted, clock=runtime.clock, mailbox=runtime.mailbox)
        gateways = runtime.house.gateways
        messages = send_leader_lists_of(runtime.engine, wanted, clock=runtime.clock, gateways=gateways)
        if messages or mails:
            runtime.nudge("send")
    click.echo(
        f"{files} list(s) written to {outgoing}, {mails} e-mail(s) for officers, "
        f"{messages} message(s) for team leaders"
    )
