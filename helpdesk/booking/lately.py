"""What a contact cancelled a moment ago: texts may come twice, and the second time must not cancel something else."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import sqlalchemy as sa

from helpdesk.booking.states import BookingState
from helpdesk.booking.tables import booked_persons, bookings, openings
from helpdesk.people.tables import persons

LATELY = timedelta(minutes=15)
"""Within which a network that is in doubt delivers once more what it has delivered."""


def cancelled_lately(db: sa.Connection, contact_id: int, *, now: datetime) -> bool:
    """Whether somebody was taken off this contact's bookings, or all of one, since LATELY ago."""
    query = (
        sa.select(booked_persons.c.id)
        .join(bookings, bookings.c.id == booked_persons.c.booking_id)
        .where(bookings.c.contact_id == contact_id, booked_persons.c.cancelled_at > now - LATELY)
        .limit(1)
    )
    return db.execute(query).first() is not None


@dataclass(frozen=True, slots=True)
class JustCancelled:
    """Where and when a booking was that was cancelled, and for whom: (name, birth year)."""

    place_id: int
    day: date
    people: tuple[tuple[str, int | None], ...]


def cancelled_just_now(
    db: sa.Connection, contact_id: int, *, now: datetime, within: timedelta = LATELY
) -> JustCancelled | None:
    """The booking that this contact cancelled last, with all who were taken off it then, where that was no longer ago than
    `within` and its opening has not begun."""
    gone = (bookings.c.state == BookingState.CANCELLED.value, booked_persons.c.cancelled_at > now - within)
    query = (
        sa.select(bookings.c.id, openings.c.place_id, openings.c.day, persons.c.name, persons.c.birth_year)
        .join(bookings, bookings.c.id == booked_persons.c.booking_id)
        .join(openings, openings.c.id == bookings.c.opening_id)
        .join(persons, persons.c.id == booked_persons.c.person_id)
        .where(bookings.c.contact_id == contact_id, openings.c.starts_at > now, *gone)
        .order_by(bookings.c.changed_at.desc(), bookings.c.id.desc(), booked_persons.c.id)
    )
    rows = db.execute(query).all()
    hers = [row for row in rows if row.id == rows[0].id]
    if not hers:
        return None
    return JustCancelled(hers[0].place_id, hers[0].day, tuple((row.name, row.birth_year) for row in hers))


def taken_off_just_now(
    db: sa.Connection, contact_id: int, *, now: datetime, within: timedelta
) -> list[tuple[str, int | None]]:
    """Whom this contact took off a booking that stands, and that has not begun, no longer ago than `within`: of the last
    such booking everybody by name and birth year."""
    query = (
        sa.select(bookings.c.id, persons.c.name, persons.c.birth_year)
        .join(bookings, bookings.c.id == booked_persons.c.booking_id)
        .join(openings, openings.c.id == bookings.c.opening_id)
        .join(persons, persons.c.id == booked_persons.c.person_id)
        .where(bookings.c.contact_id == contact_id, bookings.c.state != BookingState.CANCELLED.value)
        .where(openings.c.starts_at > now, booked_persons.c.cancelled_at > now - within)
        .order_by(booked_persons.c.cancelled_at.desc(), booked_persons.c.id)
    )
    rows = db.execute(query).all()
    return [(row.name, row.birth_year) for row in rows if row.id == rows[0].id]
