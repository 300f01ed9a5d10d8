"""Taking places together with the numbers of the day that go with them, and giving those to people."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import sqlalchemy as sa

from helpdesk.booking.arrival import freed
from helpdesk.booking.bookings import Booked, Booking
from helpdesk.booking.openings import Opening, take_places
from helpdesk.booking.tables import booked_persons, bookings

_HELD = (
    sa.select(booked_persons.c.number)
    .join(bookings, bookings.c.id == booked_persons.c.booking_id)
    .where(bookings.c.opening_id == sa.bindparam("opening"), booked_persons.c.cancelled_at.is_(None))
)

_NUMBER = (
    booked_persons.update()
    .where(
        booked_persons.c.booking_id == sa.bindparam("booking"),
        booked_persons.c.person_id == sa.bindparam("person"),
    )
    .values(number=sa.bindparam("given"))
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


def give_numbers(db: sa.Connection, booking: Booking, numbers: Sequence[int]) -> tuple[Booked, ...]:
    """Give the people of a booking other numbers of the day, in their order."""
    given = tuple(
        replace(person, number=number) for person, number in zip(booking.people, numbers, strict=True)
    )
    if given:
        rows = [{"booking": booking.id, "person": one.id, "given": one.number} for one in given]
        db.execute(_NUMBER, rows)
    return given
