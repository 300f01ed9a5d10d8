"""Changing who is in a booking: more of them in the same opening, or some of them on another day."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from random import Random

import sqlalchemy as sa

from helpdesk.booking.attending.served import served_in
from helpdesk.booking.bookings import Booking, hold_booking
from helpdesk.booking.changes import MAX_PARTY, move, name_people
from helpdesk.booking.codes import CHANCE
from helpdesk.booking.going_apart import go_apart
from helpdesk.booking.numbers import take_numbers
from helpdesk.booking.openings import Opening
from helpdesk.booking.persons.needs import Need, Relation
from helpdesk.booking.reminding import reminders
from helpdesk.booking.tables import bookings
from helpdesk.clock import local_date
from helpdesk.settings import Timetable

b = bookings.c


def add_people(
    db: sa.Connection,
    booking: Booking,
    people: Sequence[tuple[str, int | None]],
    *,
    now: datetime,
    needs: Mapping[int, Collection[Need]] | None = None,
    relations: Mapping[int, Relation] | None = None,
) -> Booking | None:
    """Add persons (name, birth year) to a booking; None, and nothing changed, where there is no room for all of them.

    None, too, where the booking no longer holds places, its opening has begun, or it would be for more than MAX_PARTY.
    """
    current = hold_booking(db, booking.id)
    if current is None or not people or current.party + len(people) > MAX_PARTY:
        return None
    numbers = take_numbers(db, current.opening, len(people), now=now)
    if numbers is None:
        return None
    more = name_people(
        db,
        current.id,
        people,
        by_contact_id=current.contact_id,
        numbers=numbers,
        needs=needs or {},
        relations=relations,
        now=now,
    )
    party = current.party + len(more)
    db.execute(bookings.update().where(b.id == current.id).values(party=party, changed_at=now))
    reminders.reword(db, current.id, now=now)
    return replace(current, people=(*current.people, *more))


def split(
    db: sa.Connection,
    booking: Booking,
    person_ids: Collection[int],
    to: Opening,
    *,
    now: datetime,
    timetable: Timetable,
    chance: Random = CHANCE,
) -> Booking | None:
    """Move some persons of a booking to another opening, in a booking of their own; None, and nothing changed, when
    `to` has no room for them.

    All of them, and the whole booking is moved. None, too, where none of them is booked any more, they are in `to`
    already, or were served where they are.
    """
    current = hold_booking(db, booking.id)
    if current is None:
        return None
    going = tuple(person for person in current.people if person.id in person_ids)
    if not going or current.opening.id == to.id:
        return None
    if len(going) == current.party:
        return move(db, current, to, now=now, timetable=timetable, chance=chance)
    if current.opening.day <= local_date(now):
        served = served_in(db, current.id)
        going = tuple(person for person in going if person.id not in served)
    return go_apart(db, current, going, to, now=now, timetable=timetable, chance=chance) if going else None
