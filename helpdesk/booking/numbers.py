"""Taking places together with the numbers of the day that go with them."""

from datetime import datetime

import sqlalchemy as sa

from helpdesk.booking.arrival import freed
from helpdesk.booking.openings import Opening, take_places
from helpdesk.booking.tables import booked_persons, bookings

_HELD = (
    sa.select(booked_persons.c.number)
    .join(bookings, bookings.c.id == booked_persons.c.booking_id)
    .where(bookings.c.opening_id == sa.bindparam("opening"), booked_persons.c.cancelled_at.is_(None))
)


def take_numbers(
    db: sa.Connection, opening: Opening, persons: int, *, now: datetime
) -> tuple[int, ...] | None:
    """Take places for `persons`, all or none (None); the numbers that they have from now on.

    One statement, and a second only where the count has passed the capacity: then numbers are handed out again that
    were given back. The first holds the opening until the transaction ends, so nobody else is given the same.
    """
    first = take_places(db, opening.id, persons, now=now)
    if first is None:
        return None
    if first + persons - 1 <= opening.capacity:
        return tuple(range(first, first + persons))
    held = set(db.execute(_HELD, {"opening": opening.id}).scalars())
    again = freed(persons, held, opening.capacity)
    # An opening made smaller meanwhile has too few; whoever has no number is simply told none.
    return (*again, *[0] * (persons - len(again)))
