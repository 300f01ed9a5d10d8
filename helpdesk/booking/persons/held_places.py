"""Who has a place booked from one phone, and how many one phone may hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa

from helpdesk.booking.services import Service
from helpdesk.booking.states import LIVE, OpeningState
from helpdesk.booking.tables import booked_persons, bookings, openings
from helpdesk.people.persons import Person
from helpdesk.people.tables import persons

MOST_HELD = 60
"""Persons with a place in openings to come that were booked from one phone: a village head books for a whole village,
which is 20 to 30 households, and nobody for the whole commune. Officials at the desk book as many as they like, and
so they do with a yes to an offer that is said on the telephone, in time or late."""

b, p, o = bookings.c, booked_persons.c, openings.c


@dataclass(frozen=True, slots=True)
class HeldPlace:
    """A place in an opening to come that takes place, and whose it is."""

    person: Person
    booking_id: int
    code: str
    service: Service
    day: date
    place_id: int


def held_from(db: sa.Connection, contact_id: int, *, now: datetime) -> list[HeldPlace]:
    """Who has a place that was booked from this phone, the next opening first."""
    query = (
        sa.select(
            persons.c.id, persons.c.name, persons.c.birth_year, b.id, b.code, b.service, o.day, o.place_id
        )
        .select_from(
            bookings.join(openings, o.id == b.opening_id)
            .join(booked_persons, p.booking_id == b.id)
            .join(persons, persons.c.id == p.person_id)
        )
        .where(b.contact_id == contact_id, b.state.in_(LIVE), p.cancelled_at.is_(None))
        .where(o.ends_at > now, o.state != OpeningState.CANCELLED.value)
        .order_by(o.starts_at, b.id, p.id)
    )
    return [
        HeldPlace(Person(id_, name, year), booking_id, code, Service(service), day, place_id)
        for id_, name, year, booking_id, code, service, day, place_id in db.execute(query)
    ]


def too_many(held: Sequence[HeldPlace], more: int) -> bool:
    """Whether one phone would hold more than it may with so many more persons."""
    return len(held) + more > MOST_HELD
