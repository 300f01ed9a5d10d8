"""Marking who was booked for Wednesday 9 December, and what waits to be said of it."""

from datetime import date, datetime, time

import sqlalchemy as sa

from helpdesk.booking.attending.outcome_states import Outcome, Reason
from helpdesk.booking.attending.outcomes import By, Marked, mark, take_back
from helpdesk.booking.bookings import Booking
from helpdesk.booking.tables import booked_persons, reminders
from helpdesk.clock import FixedClock, at_local
from helpdesk.settings import Timetable

DAY = date(2026, 12, 9)
"""A Wednesday."""

r = reminders.c


def on(day: int, at: time = time(11, 0)) -> datetime:
    return at_local(date(2026, 12, day), at)


def booked_in(db: sa.Connection, booking: Booking) -> list[int]:
    own = booked_persons.c
    query = sa.select(own.id).where(own.booking_id == booking.id).order_by(own.id)
    return list(db.execute(query).scalars())


def marked_as(
    db: sa.Connection,
    booked_id: int,
    to: Outcome,
    clock: FixedClock,
    *,
    by: By | None = None,
    reason: Reason | None = None,
) -> Marked:
    return mark(db, booked_id, to, by=by or By(None), now=clock.now(), timetable=Timetable(), reason=reason)


def taken_back(db: sa.Connection, booked_id: int, clock: FixedClock) -> Marked:
    return take_back(db, booked_id, by=By(None), now=clock.now(), timetable=Timetable())


def reminders_of(db: sa.Connection, booked_id: int) -> list[tuple[str, datetime, datetime, str]]:
    query = sa.select(r.kind, r.due_at, r.useful_until, r.state).where(r.whose == booked_id)
    return [tuple(row) for row in db.execute(query.order_by(r.due_at, r.kind))]
