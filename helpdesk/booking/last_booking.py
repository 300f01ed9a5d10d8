"""What became of the booking a phone made or changed last, for one who asks about a place that she has no more."""

from collections.abc import Collection
from dataclasses import dataclass

import sqlalchemy as sa

from helpdesk.booking.attending.served import SERVED
from helpdesk.booking.openings import COLUMNS, SOURCE, Opening, as_opening
from helpdesk.booking.states import BookingState
from helpdesk.booking.tables import attendances, booked_persons, bookings, openings
from helpdesk.people.tables import persons

b = bookings.c


@dataclass(frozen=True, slots=True)
class LastBooking:
    """Where and when it was, whether it was cancelled, and whether somebody was served with it."""

    id: int
    opening: Opening
    cancelled: bool
    served: bool


_SERVED = (
    sa.exists()
    .where(booked_persons.c.booking_id == b.id, attendances.c.booked_id == booked_persons.c.id)
    .where(attendances.c.state.in_([outcome.value for outcome in SERVED]))
)


def last_booking(db: sa.Connection, contact_id: int, *, ids: Collection[int] = ()) -> LastBooking | None:
    """The contact's booking that was made or changed last, of those with `ids` where there are some; None: never one."""
    query = (
        sa.select(b.id, b.state, _SERVED.label("served"), *COLUMNS)
        .select_from(SOURCE.join(bookings, b.opening_id == openings.c.id))
        .where(b.contact_id == contact_id, b.id.in_(list(ids)) if ids else sa.true())
        .order_by(b.changed_at.desc(), b.id.desc())
        .limit(1)
    )
    row = db.execute(query).first()
    if row is None:
        return None
    booking_id, state, served, *opening = row
    return LastBooking(booking_id, as_opening(opening), state == BookingState.CANCELLED.value, bool(served))


def booked_with(db: sa.Connection, booking_id: int) -> list[tuple[str, int | None]]:
    """The name and the birth year of everybody who kept a place of a booking, whatever became of it, in order."""
    query = (
        sa.select(persons.c.name, persons.c.birth_year)
        .join(booked_persons, booked_persons.c.person_id == persons.c.id)
        .where(booked_persons.c.booking_id == booking_id, booked_persons.c.cancelled_at.is_(None))
        .order_by(booked_persons.c.id)
    )
    return [(row.name, row.birth_year) for row in db.execute(query)]


def had_code(db: sa.Connection, contact_id: int, code: str) -> bool:
    """Whether a contact ever made a booking with this code, whatever became of it."""
    query = sa.select(b.id).where(b.contact_id == contact_id, b.code == code).limit(1)
    return db.execute(query).first() is not None
