"""Who was in a booking and is not any more, and where it was: for telling whoever booked."""

from collections.abc import Collection, Mapping

import sqlalchemy as sa

from helpdesk.booking.openings import COLUMNS, SOURCE, Opening, as_opening
from helpdesk.booking.tables import booked_persons, bookings, openings
from helpdesk.people.persons import Person
from helpdesk.people.tables import persons

p = booked_persons.c


def cancelled_in(
    db: sa.Connection, wanted: Mapping[int, Collection[int]]
) -> dict[int, tuple[Opening, tuple[Person, ...]]]:
    """The openings of bookings, whatever their state, and those of the persons named with each whose place in it is
    cancelled; a booking that there is not is left out. Two statements, however many are asked about.
    """
    b = bookings.c
    where = sa.select(b.id, *COLUMNS).select_from(SOURCE.join(bookings, b.opening_id == openings.c.id))
    there = {row[0]: as_opening(row[1:]) for row in db.execute(where.where(b.id.in_(wanted))).all()}
    query = (
        sa.select(p.booking_id, persons.c.id, persons.c.name, persons.c.birth_year)
        .join(booked_persons, p.person_id == persons.c.id)
        .where(p.booking_id.in_(there), p.cancelled_at.is_not(None))
        .order_by(p.id)
    )
    rows = db.execute(query).all() if there else ()
    return {
        booking_id: (
            opening,
            tuple(Person(*one) for of, *one in rows if of == booking_id and one[0] in wanted[booking_id]),
        )
        for booking_id, opening in there.items()
    }
