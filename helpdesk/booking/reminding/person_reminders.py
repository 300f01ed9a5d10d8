"""Reminders of single persons, planned from what came of them: once each, and gone when it is so no longer."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import sqlalchemy as sa

from helpdesk.booking.attending.outcome_states import Outcome
from helpdesk.booking.openings import Opening
from helpdesk.booking.reminding.reminder_kinds import OF_PERSONS, Kind, origin_of
from helpdesk.booking.reminding.retracting import hold, retract
from helpdesk.booking.states import ReminderState
from helpdesk.booking.tables import reminders
from helpdesk.settings import Timetable
from helpdesk.store.upsert import insert_if_new

r = reminders.c

SLIP = timedelta(minutes=10)
"""How long what is due at once waits, so that a slip of the finger is taken back before anybody is told."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How it stands with a booked person: whose booking it is, and what came of her."""

    booking_id: int
    booked_id: int
    contact_id: int | None
    opening: Opening
    outcome: Outcome | None
    result_by: date | None
    noticed_on: date | None


def replan_person(db: sa.Connection, who: Standing, *, now: datetime, timetable: Timetable) -> None:
    """Drop what is so no longer, and plan what her outcome asks for; what was said once is never said again.

    The caller holds the booked person. Of a booking without a phone nothing is planned.
    """
    hold(db, who.booking_id)
    mine = (r.booking_id == who.booking_id) & (r.whose == who.booked_id)
    wanted = [kind for kind in OF_PERSONS if who.outcome in kind.outcomes]
    kept = [kind.name for kind in wanted]
    gone = mine & r.kind.not_in(kept)
    if db.execute(sa.select(r.id).where(gone, r.state == ReminderState.SENT.value).limit(1)).first():
        retract(db, who.booking_id, now=now, again=True)
    db.execute(reminders.delete().where(gone, r.state != ReminderState.SENT.value))
    rows = [row for kind in wanted if (row := _row(kind, who, now=now, timetable=timetable)) is not None]
    if rows:
        insert_if_new(db, reminders, rows)


def time_of(
    kind: Kind, who: Standing, *, now: datetime, timetable: Timetable
) -> tuple[datetime, datetime] | None:
    """When a kind is due for her, and until when it is of use; None where it never is."""
    origin = origin_of(kind, who.opening, result_by=who.result_by, noticed_on=who.noticed_on)
    if origin is None:
        return None
    hour = timetable.day_before
    useful_until = kind.useful_until(origin, hour, starts_at=who.opening.starts_at)
    due_at = max(kind.due_at(origin, hour), now + SLIP)
    return (due_at, useful_until) if due_at < useful_until else None


def _row(kind: Kind, who: Standing, *, now: datetime, timetable: Timetable) -> dict[str, object] | None:
    when = time_of(kind, who, now=now, timetable=timetable)
    if when is None or who.contact_id is None:
        return None
    due_at, useful_until = when
    return {
        "booking_id": who.booking_id,
        "contact_id": who.contact_id,
        "commune_id": who.opening.commune_id,
        "kind": kind.name,
        "whose": who.booked_id,
        "due_at": due_at,
        "useful_until": useful_until,
        "state": ReminderState.WAITING.value,
    }
