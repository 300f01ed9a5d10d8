"""Changing who is in a booking: more of them in the same opening, or some of them on another day."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from random import Random

import sqlalchemy as sa

from helpdesk.booking.attending.moving_on import start_anew
from helpdesk.booking.bookings import Booking, hold_booking
from helpdesk.booking.changes import MAX_PARTY, give_numbers, move, name_people
from helpdesk.booking.codes import CHANCE
from helpdesk.booking.free_codes import free_code
from helpdesk.booking.numbers import take_numbers
from helpdesk.booking.openings import Opening, give_back_places, hold_openings
from helpdesk.booking.persons import own_phones
from helpdesk.booking.persons.needs import Need
from helpdesk.booking.reminding import reminders
from helpdesk.booking.services import service_for
from helpdesk.booking.states import BookingState
from helpdesk.booking.tables import booked_persons, bookings
from helpdesk.clock import local_date
from helpdesk.settings import Timetable

b, p = bookings.c, booked_persons.c


def add_people(
    db: sa.Connection,
    booking: Booking,
    people: Sequence[tuple[str, int | None]],
    *,
    now: datetime,
    needs: Mapping[int, Collection[Need]] | None = None,
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

    All of them, and the whole booking is moved. None, too, where none of them is booked any more, or they are in `to`
    already. The new places are taken before the old ones are given back, in one transaction.
    """
    current = hold_booking(db, booking.id)
    if current is None:
        return None
    going = tuple(person for person in current.people if person.id in person_ids)
    if not going or current.opening.id == to.id:
        return None
    if len(going) == current.party:
        return move(db, current, to, now=now, timetable=timetable, chance=chance)
    hold_openings(db, current.opening.id, to.id)
    numbers = take_numbers(db, to, len(going), now=now)
    if numbers is None:
        return None
    apart = _open_beside(db, current, to, len(going), now=now, chance=chance)
    ids = [person.id for person in going]
    if current.opening.day <= local_date(now):
        start_anew(db, current.id, ids)
    leaving = (p.booking_id == current.id) & p.person_id.in_(ids) & p.cancelled_at.is_(None)
    db.execute(booked_persons.update().where(leaving).values(booking_id=apart.id))
    apart = replace(apart, people=going)
    apart = replace(apart, people=give_numbers(db, apart, numbers))
    give_back_places(db, current.opening.id, len(going))
    left = current.party - len(going)
    db.execute(bookings.update().where(b.id == current.id).values(party=left, changed_at=now))
    reminders.reword(db, current.id, now=now)
    reminders.plan(db, apart, now=now, timetable=timetable)
    own_phones.follow(db, current.id, ids, apart, now=now, timetable=timetable)
    return apart


def _open_beside(
    db: sa.Connection, current: Booking, to: Opening, party: int, *, now: datetime, chance: Random
) -> Booking:
    """A booking in `to` made by whoever made `current`, for persons who are still to be moved there."""
    code = free_code(db, to.id, chance)
    service = service_for(to.services, current.service)
    made_by = sa.select(b.official_id).where(b.id == current.id).scalar_subquery()
    row = {
        "commune_id": to.commune_id,
        "opening_id": to.id,
        "contact_id": current.contact_id,
        "official_id": made_by,
        "code": code,
        "state": BookingState.BOOKED.value,
        "party": party,
        "service": service.value,
        "made_at": now,
        "changed_at": now,
    }
    made = db.execute(bookings.insert().values(row).returning(b.id)).scalar_one()
    return replace(current, id=made, code=code, state=BookingState.BOOKED, opening=to, service=service)
