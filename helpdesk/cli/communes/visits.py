"""`helpdesk visits`: rounds of village visits, proposed and published; and how a commune plans them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import click
import sqlalchemy as sa

from helpdesk.booking.hours.hours_table import WEEKDAYS, weekday
from helpdesk.booking.hours.office_hours import MOST_PERSONS
from helpdesk.booking.visits.planning import MOST_WEEKS, WEEKS, Visit, first_monday, propose
from helpdesk.booking.visits.publishing import CannotPublish, publish
from helpdesk.booking.visits.visit_plans import MOST_A_WEEK, VisitPlan, keep_plan, plan_of
from helpdesk.cli.communes.named_commune import named_commune
from helpdesk.cli.communes.visit_changes import cancel_visit, postpone_visit, undo_visit
from helpdesk.cli.store import NotPossible, configured_runtime
from helpdesk.clock import local_date
from helpdesk.people.audit import note
from helpdesk.people.tables import teams
from helpdesk.places.communes import Commune, all_communes
from helpdesk.spreadsheets.cells import time_of_day
from helpdesk.spreadsheets.faults import CellFault
from helpdesk.text.folding import matching_key

_commune = click.option("--commune", "word", help="code or name of one commune; all of them unless given")


@click.group()
def visits() -> None:
    """Visits of the mobile teams to the villages."""


@visits.command()
@click.option(
    "--weeks",
    type=click.IntRange(1, MOST_WEEKS),
    default=WEEKS,
    show_default=True,
    help="from next Monday on",
)
@_commune
@click.option("--publish", "publishing", is_flag=True, help="open them for booking, all or none")
def plan(weeks: int, word: str | None, publishing: bool) -> None:
    """Propose visits beside those that are planned: who has waited longest and asks most comes first.

    Nothing is written without --publish. How many a week, on which days, for how many: `helpdesk visits set`. Closed
    days are passed over. Waiting counts from the last visit; people ask by texting when the team comes, by asking for a
    home visit, or by being booked elsewhere, in the last 60 days. Exits 1 where there is nothing to propose.
    """
    with configured_runtime() as runtime, runtime.transaction(nudge=False) as db:
        now = runtime.clock.now()
        proposed = [
            (commune, propose(db, plan_of(db, commune.id), now=now, weeks=weeks))
            for commune in _communes(db, word)
        ]
        if publishing:
            try:
                for commune, found in proposed:
                    publish(db, commune.id, found, official_id=None, now=now)
            except CannotPublish as wrong:
                raise NotPossible(str(wrong)) from wrong
        monday = first_monday(local_date(now))
    for commune, found in proposed:
        click.echo(f"{commune.name}: {weeks} weeks from {monday}")
        for line in _table(found):
            click.echo(f"  {line}")
    total = sum(len(found) for _, found in proposed)
    if not total:
        raise click.ClickException("nothing to propose: the weeks are full, or there are no villages")
    click.echo(
        f"{total} visits are open for booking"
        if publishing
        else f"{total} proposed, nothing written; --publish opens them"
    )


def _table(found: Sequence[Visit]) -> Iterator[str]:
    rows = [("date", "day", "village", "hours", "persons", "kit", "last visit", "asking")]
    rows += [
        (
            visit.day.isoformat(),
            WEEKDAYS[visit.day.weekday()],
            visit.place_name,
            f"{visit.opens:%H:%M}-{visit.closes:%H:%M}",
            str(visit.capacity),
            "yes" if visit.finishes_level2 else "no",
            _told(visit.last),
            str(visit.asking),
        )
        for visit in found
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows if found else ():
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _told(last: date | None) -> str:
    return last.isoformat() if last else "never"


@visits.command("set")
@click.option("--commune", "word", required=True, help="code or name of the commune")
@click.option("--per-week", type=click.IntRange(0, MOST_A_WEEK), help="how many villages a week")
@click.option(
    "--weekdays", help="when the team goes out, the first choice first, e.g. 'thứ ba,thứ năm' or 3,5"
)
@click.option("--from", "opens", help="e.g. 7:30")
@click.option("--to", "closes", help="e.g. 11:00")
@click.option("--capacity", type=click.IntRange(1, MOST_PERSONS), help="for how many persons")
@click.option("--kit/--no-kit", default=None, help="whether an officer with the biometric kit comes along")
@click.option("--team", help="the team that goes; made with `officials add --team`")
def set_plan(word: str, **said: Any) -> None:
    """Say how a commune plans its visits, and show it; what is not named stays as it is."""
    with configured_runtime() as runtime, runtime.transaction(nudge=False) as db:
        commune = named_commune(db, word)
        before = plan_of(db, commune.id)
        after = _changed(db, commune, before, said)
        if after.opens >= after.closes:
            raise NotPossible("visits must end after they begin")
        if after != before:
            keep_plan(db, after)
            note(
                db,
                at=runtime.clock.now(),
                official_id=None,
                commune_id=commune.id,
                action="visits.planned_otherwise",
                subject=f"commune:{commune.id}",
                detail={key: value for key, value in said.items() if value is not None},
            )
    days = ", ".join(WEEKDAYS[number - 1] for number in after.weekdays)
    kit = "with the kit" if after.finishes_level2 else "without the kit"
    click.echo(
        f"{commune.name}: {after.per_week} a week, {days}, {after.opens:%H:%M}-{after.closes:%H:%M}, "
        f"{after.capacity} persons, {kit}"
    )


def _changed(db: sa.Connection, commune: Commune, before: VisitPlan, said: dict[str, Any]) -> VisitPlan:
    try:
        changes: dict[str, Any] = {
            name: time_of_day(said[name]) for name in ("opens", "closes") if said[name] is not None
        }
        if said["weekdays"] is not None:
            changes["weekdays"] = _weekdays(said["weekdays"])
    except CellFault as wrong:
        raise NotPossible(str(wrong)) from wrong
    changes |= {name: said[name] for name in ("per_week", "capacity") if said[name] is not None}
    if said["kit"] is not None:
        changes["finishes_level2"] = said["kit"]
    if said["team"] is not None:
        changes["team_id"] = _team(db, commune, said["team"])
    return replace(before, **changes)


def _weekdays(words: str) -> tuple[int, ...]:
    return tuple(dict.fromkeys(weekday(word) for word in words.split(",")))


def _team(db: sa.Connection, commune: Commune, name: str) -> int:
    rows = db.execute(sa.select(teams.c.id, teams.c.name).where(teams.c.commune_id == commune.id)).all()
    found = [row.id for row in rows if matching_key(row.name) == matching_key(name)]
    if not found:
        raise NotPossible(f"{commune.name} has no team '{name}'")
    return int(found[0])


def _communes(db: sa.Connection, word: str | None) -> list[Commune]:
    return all_communes(db) if word is None else [named_commune(db, word)]


for _command in (postpone_visit, cancel_visit, undo_visit):
    visits.add_command(_command)
