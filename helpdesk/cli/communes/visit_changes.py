"""`helpdesk visits postpone`, `cancel` and `undo`: a day that changes, with all who are booked."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import click
import sqlalchemy as sa

from helpdesk.booking.changed_days.day_changes import DayChange, call_off, changes_where, postpone, undo
from helpdesk.booking.changed_days.faults import CannotChange, NewDay
from helpdesk.booking.changed_days.preview import Preview, preview
from helpdesk.booking.changed_days.states import REASONS, ChangeState, Reason
from helpdesk.booking.changed_days.tables import day_changes
from helpdesk.booking.openings import COLUMNS, SOURCE, Opening, as_opening
from helpdesk.booking.openings import opening as opening_by_id
from helpdesk.booking.states import OpeningState
from helpdesk.booking.tables import openings
from helpdesk.cli.store import NotPossible, configured_runtime
from helpdesk.clock import local
from helpdesk.reports.listing import UnknownPlace, find_place
from helpdesk.runtime import Runtime
from helpdesk.spreadsheets.cells import time_of_day
from helpdesk.spreadsheets.faults import CellFault

_DAY = click.DateTime(formats=["%Y-%m-%d"])
_reasons = ", ".join(f"{reason.value} ({label.english})" for reason, label in REASONS.items())

o, d = openings.c, day_changes.c


def _which(command: Callable[..., None]) -> Callable[..., None]:
    for option in (
        click.option(
            "--at", "begins", help="when it begins, where the place opens more than once, e.g. 7:30"
        ),
        click.option("--date", "day", required=True, type=_DAY, help="e.g. 2026-12-02"),
        click.option("--place", required=True, help="a place's code or name; accents and case do not matter"),
    ):
        command = option(command)
    return command


def _decision(command: Callable[..., None]) -> Callable[..., None]:
    for option in (
        click.option("--preview", "looking", is_flag=True, help="say what it would mean, and write nothing"),
        click.option(
            "--reason",
            required=True,
            type=click.Choice([reason.value for reason in Reason]),
            help=f"said to everybody: {_reasons}",
        ),
    ):
        command = option(command)
    return command


@click.command("postpone")
@_which
@click.option("--to", "to_day", required=True, type=_DAY, help="the new day, e.g. 2026-12-09")
@click.option("--from", "opens", help="from when on the new day, e.g. 8:00; as before unless given")
@click.option("--until", "closes", help="until when, e.g. 11:00; as before unless given")
@_decision
def postpone_visit(
    place: str,
    day: datetime,
    begins: str | None,
    to_day: datetime,
    opens: str | None,
    closes: str | None,
    reason: str,
    looking: bool,
) -> None:
    """Put an opening off to another day, with all who are booked; held back some minutes, in which `undo` undoes it.

    Everybody is told once, with the reason, and asked whether the new day suits.
    """
    with configured_runtime() as runtime, runtime.transaction(nudge=False) as db:
        opening = _opening(db, place, day, begins)
        try:
            hours = [time_of_day(one) if one else None for one in (opens, closes)]
        except CellFault as wrong:
            raise NotPossible(str(wrong)) from wrong
        to = NewDay.of(opening, to_day.date(), *hours)

        def decide(**how: Any) -> DayChange:
            return postpone(db, opening.id, to, **how)

        _decided(db, runtime, opening, decide, reason=Reason(reason), looking=looking)


@click.command("cancel")
@_which
@click.option(
    "--move", "moves_on", is_flag=True, help="give them the next places there are at the same place"
)
@_decision
def cancel_visit(
    place: str, day: datetime, begins: str | None, moves_on: bool, reason: str, looking: bool
) -> None:
    """Call an opening off; held back some minutes, in which `undo` undoes it.

    Everybody is told once, with the reason, and chooses another day. Who does not answer stays on the desk's list.
    """
    with configured_runtime() as runtime, runtime.transaction(nudge=False) as db:
        opening = _opening(db, place, day, begins)

        def decide(**how: Any) -> DayChange:
            return call_off(db, opening.id, moves_on=moves_on, **how)

        _decided(db, runtime, opening, decide, reason=Reason(reason), looking=looking)


@click.command("undo")
@_which
def undo_visit(place: str, day: datetime, begins: str | None) -> None:
    """Take back that an opening is called off or put off, while it is held back. Exits 1 when it is too late."""
    with configured_runtime() as runtime, runtime.transaction(nudge=False) as db:
        opening = _opening(db, place, day, begins)
        held = changes_where(db, d.opening_id == opening.id, d.state == ChangeState.HELD.value)
        done = [undo(db, change.id, official_id=None, now=runtime.clock.now()) for change in held]
    if not any(done):
        raise click.ClickException(f"{_named(opening)}: nothing to undo; what has taken effect stays")
    click.echo(f"{_named(opening)}: undone, everything is as it was")


def _opening(db: sa.Connection, place: str, day: datetime, begins: str | None) -> Opening:
    """The opening of that place and day, also one that is called off or being changed."""
    try:
        where = find_place(db, place)
        at = time_of_day(begins) if begins else None
    except UnknownPlace as error:
        raise click.ClickException(str(error)) from error
    except CellFault as wrong:
        raise NotPossible(str(wrong)) from wrong
    query = sa.select(*COLUMNS).select_from(SOURCE).where(o.place_id == where.id, o.day == day.date())
    found = [as_opening(row) for row in db.execute(query.order_by(o.starts_at))]
    # What was called off and holds nobody is not meant, nor the day that another is put off to.
    standing = [one for one in found if one.state is not OpeningState.CANCELLED or one.taken]
    fitting = [one for one in standing if at is None or local(one.starts_at).time() == at]
    if not fitting:
        raise click.ClickException(
            f"{where.name} is not open on {day:%Y-%m-%d}{f' at {begins}' if at else ''}"
        )
    if len(fitting) > 1:
        times = ", ".join(f"{local(one.starts_at):%H:%M}" for one in fitting)
        raise NotPossible(f"{where.name} opens at {times} on {day:%Y-%m-%d}; name one with --at")
    return fitting[0]


def _decided(
    db: sa.Connection,
    runtime: Runtime,
    opening: Opening,
    decide: Callable[..., DayChange],
    *,
    reason: Reason,
    looking: bool,
) -> None:
    now, undo_for = runtime.clock.now(), timedelta(minutes=runtime.settings.undo_minutes)
    seen = preview(db, opening, ways=runtime.house.gateways, now=now, undo_for=undo_for)
    for line in _told(opening, seen):
        click.echo(line)
    if looking:
        click.echo("nothing written; without --preview it is done")
        return
    try:
        change = decide(reason=reason, official_id=None, now=now, undo_for=undo_for)
    except CannotChange as wrong:
        raise NotPossible(str(wrong)) from wrong
    to = opening_by_id(db, change.to_opening_id) if change.to_opening_id else None
    what = f"put off to {_when(to)}" if to else "called off"
    at = local(change.takes_effect_at)
    at_once = change.takes_effect_at <= change.at
    until = "; until then `helpdesk visits undo` takes it back"
    click.echo(
        f"{_named(opening)}: {what} because of {REASONS[reason].english}, in effect at {at:%H:%M}"
        f"{': everybody is told at once' if at_once else until}"
    )


def _told(opening: Opening, seen: Preview) -> list[str]:
    lines = [
        f"{_named(opening)}: {seen.bookings} bookings, {seen.persons} persons, {seen.contacts} phones to be told: "
        f"{seen.texted} by text, {seen.by_neighbour} through a neighbour, {seen.rung} by a call; "
        f"{seen.own_phones} bookings on phones of their own, {seen.in_person} without a phone"
    ]
    if seen.told_by is not None and seen.forecast is not None:
        full = ", for the gateway's daily limit" if seen.forecast.full else ""
        lines.append(f"the last text leaves about {local(seen.told_by):%Y-%m-%d %H:%M}{full}")
    return lines


def _when(opening: Opening) -> str:
    return f"{opening.day} {local(opening.starts_at):%H:%M}-{local(opening.ends_at):%H:%M}"


def _named(opening: Opening) -> str:
    return f"{opening.place_name} {_when(opening)}"
