"""What became of the booking a phone made or changed last, for one who asks about a place that she has no more."""

from collections.abc import Collection
from dataclasses import dataclass

import sqlalchemy as sa

from helpdesk.booking.attending.served import SERVED
from helpdesk.booking.openings import COLUMNS, SOURCE, Opening, as_opening
from helpdesk.booking.states import BookingState
from helpdesk.booking.tables import attendances, booked_persons, bookings, openings

b = bookings.c


@dataclass(frozen=True, slots=True)
class LastBooking:
    """Where and when it was, whether it was cancelled, and whether somebody was served with it."""

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
        sa.select(b.state, _SERVED.label("served"), *COLUMNS)
        .select_from(SOURCE.join(bookings, b.opening_id == openings.c.id))
        .where(b.contact_id == contact_id, b.id.in_(list(ids)) if ids else sa.true())
        .order_by(b.changed_at.desc(), b.id.desc())
        .limit(1)
    )
    row = db.execute(query).first()
    if row is None:
        return None
    state, served, *opening = row
    return LastBooking(as_opening(opening), state == BookingState.CANCELLED.value, bool(served))


def had_code(db: sa.Connection, contact_id: int, code: str) -> bool:
    """Whether a contact ever made a booking with this code, whatever became of it."""
    query = sa.select(b.id).where(b.contact_id == contact_id, b.code == code).limit(1)
    return db.execute(query).first() is not None
