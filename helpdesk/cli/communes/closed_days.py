"""`helpdesk closed-days`: days on which a commune's offices do not work, from and for a spreadsheet."""

from datetime import datetime
from pathlib import Path

import click
import sqlalchemy as sa

from helpdesk.booking.hours.calendar import keep_centres_open, on_closed_days
from helpdesk.cli.communes.named_commune import named_commune
from helpdesk.cli.store import configured_runtime
from helpdesk.cli.tables import (
    faults_told,
    file_argument,
    help_with,
    loading,
    note_imported,
    out_option,
    say_imported,
    shown_progress,
    write_table,
)
from helpdesk.people.audit import note
from helpdesk.places.closed_day_table import (
    CLOSED_DAY_COLUMNS,
    closed_day_rows,
    load_closed_days,
    open_again,
    read_closed_days,
)
from helpdesk.places.communes import all_communes
from helpdesk.store.engine import reading

_WHAT = """Load closed days from FILE, and days that are worked although they are holidays.

Openings that were made from office hours follow, where nobody is booked; others on a closed day are named."""


@click.group("closed-days")
def closed_days() -> None:
    """Days on which a commune's offices do not work, beside weekends and national holidays; or work in spite of them."""


@closed_days.command("import", help=help_with(CLOSED_DAY_COLUMNS, what=_WHAT))
@file_argument
def import_closed_days(file: Path) -> None:
    """Load closed days; see `help_with`."""
    with faults_told(file):
        lines = read_closed_days(file)
        with loading() as (runtime, db):
            done = load_closed_days(db, lines, shown_progress("closed days"))
            note_imported(db, "closed_days", done, now=runtime.clock.now())
            keep_centres_open(db, now=runtime.clock.now())
            standing = _on_closed_days(db, now=runtime.clock.now())
    say_imported(file, done)
    for line in standing:
        click.echo(f"on a closed day, to be postponed or called off: {line}")
    if standing:
        click.echo(
            "see `helpdesk visits postpone --help` and `helpdesk visits cancel --help`, or /desk/hours"
        )


def _on_closed_days(db: sa.Connection, *, now: datetime) -> list[str]:
    return [
        f"{opening.day} {opening.place_name}, {opening.taken} booked ({reason})"
        for commune in all_communes(db)
        for opening, reason in on_closed_days(db, commune.id, now=now)
    ]


@closed_days.command("export")
@out_option
def export_closed_days(out: Path | None) -> None:
    """Write every closed day, in the columns that `closed-days import` reads."""
    with configured_runtime() as runtime, reading(runtime.engine) as db:
        write_table(out, CLOSED_DAY_COLUMNS, closed_day_rows(db))


@closed_days.command("remove")
@click.option("--commune", required=True, help="code or name of the commune")
@click.option(
    "--date", "day", required=True, type=click.DateTime(formats=["%Y-%m-%d"]), help="e.g. 2026-12-02"
)
def remove_closed_day(commune: str, day: datetime) -> None:
    """Take one closed day away: the commune works on it after all. Exits 1 when it was none."""
    with configured_runtime() as runtime, runtime.transaction(nudge=False) as db:
        found = named_commune(db, commune)
        if not open_again(db, found.id, day.date()):
            raise click.ClickException(f"{day:%Y-%m-%d} is no closed day of {found.name}")
        note(
            db,
            at=runtime.clock.now(),
            official_id=None,
            commune_id=found.id,
            action="closed_day.removed",
            subject=f"closed_day:{day:%Y-%m-%d}",
            detail={},
        )
        keep_centres_open(db, now=runtime.clock.now(), commune_id=found.id)
    click.echo(f"{found.name}: {day:%Y-%m-%d} is no closed day any more")
