"""Who was in a booking and is not any more, and where it was: for telling whoever booked."""

from collections.abc import Collection

import sqlalchemy as sa

from helpdesk.booking.openings import COLUMNS, SOURCE, Opening, as_opening
from helpdesk.booking.tables import booked_persons, bookings, openings
from helpdesk.people.persons import Person
from helpdesk.people.tables import persons

p = booked_persons.c


def cancelled_in(
    db: sa.Connection, booking_id: int, person_ids: Collection[int]
) -> tuple[Opening, tuple[Person, ...]] | None:
    """The opening of a booking, whatever its state, and those of the persons whose place in it is cancelled; None where
    there is no such booking.
    """
    where = sa.select(*COLUMNS).select_from(SOURCE.join(bookings, bookings.c.opening_id == openings.c.id))
    row = db.execute(where.where(bookings.c.id == booking_id)).first()
    if row is None:
        return None
    query = (
        sa.select(persons.c.id, persons.c.name, persons.c.birth_year)
        .join(booked_persons, p.person_id == persons.c.id)
        .where(p.booking_id == booking_id, p.person_id.in_(person_ids), p.cancelled_at.is_not(None))
        .order_by(p.id)
    )
    return as_opening(row), tuple(Person(*one) for one in db.execute(query))
