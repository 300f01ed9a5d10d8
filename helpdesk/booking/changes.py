"""What changes bookings: each change moves places, persons, state and reminders together or not at all."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from random import Random

import sqlalchemy as sa

from helpdesk.booking.attending.moving_on import start_anew
from helpdesk.booking.attending.outcome_states import Outcome
from helpdesk.booking.attending.served import served_in
from helpdesk.booking.bookings import Booked, Booking, hold_booking
from helpdesk.booking.codes import CHANCE
from helpdesk.booking.free_codes import free_code
from helpdesk.booking.going_apart import go_apart
from helpdesk.booking.numbers import give_numbers, take_numbers
from helpdesk.booking.openings import Opening, give_back_places, hold_openings
from helpdesk.booking.persons import own_phones
from helpdesk.booking.persons.needs import Need, Relation
from helpdesk.booking.reminding import reminders
from helpdesk.booking.services import Service, service_for
from helpdesk.booking.states import BookingState, sources_of
from helpdesk.booking.tables import attendances, booked_persons, bookings
from helpdesk.booking.waiting_list.still_booked import wait_no_more
from helpdesk.clock import local_date
from helpdesk.people.persons import introduce
from helpdesk.settings import Timetable

b = bookings.c

MAX_PARTY = 20
"""Persons in one booking: a visit takes 20–30 households, so more than this is a call to the office."""

_BOOK = bookings.insert().returning(b.id)
_NAME = booked_persons.insert()
_WAS_THERE = (
    sa.exists()
    .where(attendances.c.booked_id == booked_persons.c.id, attendances.c.state != Outcome.ABSENT.value)
    .correlate(booked_persons)
)
"""Whoever was at the opening is not cancelled any more: what came of her would be lost with her."""


def book(
    db: sa.Connection,
    opening: Opening,
    people: Sequence[tuple[str, int | None]],
    *,
    contact_id: int | None = None,
    now: datetime,
    timetable: Timetable,
    chance: Random = CHANCE,
    official_id: int | None = None,
    service: Service | None = None,
    needs: Mapping[int, Collection[Need]] | None = None,
    relations: Mapping[int, Relation] | None = None,
) -> Booking | None:
    """Book persons (name, birth year) into an opening; None when there is no longer room for all of them.

    By a contact, or by an official for somebody without a phone. `needs` and `relations` are by the person's place in
    `people`.

    1. The places, by conditional update: it also locks the opening, so the code below is free. 2. The booking.
    3. Its persons. 4. Its reminders. The number of statements does not grow with the persons.
    """
    numbers = take_numbers(db, opening, len(people), now=now)
    if numbers is None:
        return None
    code = free_code(db, opening.id, chance)
    for_what = service_for(opening.services, service)
    row = {
        "commune_id": opening.commune_id,
        "opening_id": opening.id,
        "contact_id": contact_id,
        "official_id": official_id,
        "code": code,
        "state": BookingState.BOOKED.value,
        "party": len(people),
        "service": for_what.value,
        "made_at": now,
        "changed_at": now,
    }
    booking_id = db.execute(_BOOK, row).scalar_one()
    named = name_people(
        db,
        booking_id,
        people,
        by_contact_id=contact_id,
        numbers=numbers,
        needs=needs or {},
        relations=relations,
        now=now,
    )
    booking = Booking(booking_id, code, BookingState.BOOKED, contact_id, None, named, opening, for_what)
    reminders.plan(db, booking, now=now, timetable=timetable)
    return booking


def name_people(
    db: sa.Connection,
    booking_id: int,
    people: Sequence[tuple[str, int | None]],
    *,
    by_contact_id: int | None,
    numbers: Sequence[int],
    needs: Mapping[int, Collection[Need]],
    relations: Mapping[int, Relation] | None = None,
    now: datetime,
) -> tuple[Booked, ...]:
    """Write persons into a booking that has places for them; whoever calls has taken those."""
    known = introduce(db, people, by_contact_id=by_contact_id, now=now)
    booked = tuple(
        Booked(
            person.id,
            person.name,
            person.birth_year,
            number,
            tuple(needs.get(place, ())),
            (relations or {}).get(place),
        )
        for place, (person, number) in enumerate(zip(known, numbers, strict=True))
    )
    rows = [
        {
            "booking_id": booking_id,
            "person_id": one.id,
            "number": one.number,
            "needs": list(one.needs),
            "relation": one.relation.value if one.relation else None,
        }
        for one in booked
    ]
    db.execute(_NAME, rows)
    return booked


def cancel(
    db: sa.Connection, booking: Booking, *, person_ids: Collection[int] | None = None, now: datetime
) -> int:
    """Cancel some persons of a booking, or all of them; the number of persons still booked.

    Whoever was there already is not cancelled any more. Done twice, or by two at once, it gives places back once: for
    the rows that really changed.
    """
    current = hold_booking(db, booking.id)
    if current is None:
        return 0
    own = [booked_persons.c.booking_id == current.id, booked_persons.c.cancelled_at.is_(None), ~_WAS_THERE]
    if person_ids is not None:
        own.append(booked_persons.c.person_id.in_(person_ids))
    cancelled = booked_persons.update().where(*own).values(cancelled_at=now)
    gone = list(db.execute(cancelled.returning(booked_persons.c.person_id)).scalars())
    left = current.party - len(gone)
    if not gone:
        return left
    give_back_places(db, current.opening.id, len(gone))
    db.execute(bookings.update().where(b.id == current.id).values(party=left, changed_at=now))
    own_phones.drop(db, current.id, person_ids=gone, now=now)
    if left == 0:
        move_state(db, current.id, BookingState.CANCELLED, now=now)
        reminders.drop(db, current.id, now=now)
        wait_no_more(db, current, now=now)
    else:
        reminders.reword(db, current.id, now=now)
    return left


def move(
    db: sa.Connection,
    booking: Booking,
    to: Opening,
    *,
    now: datetime,
    timetable: Timetable,
    chance: Random = CHANCE,
) -> Booking | None:
    """Move a booking with all who are in it; None, and nothing changed, when `to` has no room for them.

    None, too, where the booking no longer holds places, or all in it were served. Whoever was served stays where that
    was, and the others go in a booking of their own. The new places are taken before the old ones are given back, in
    one transaction; with them come new numbers of the day.
    """
    current = hold_booking(db, booking.id)
    if current is None or current.opening.id == to.id:
        return current
    begun = current.opening.day <= local_date(now)
    if begun and (served := served_in(db, current.id)):
        going = [person for person in current.people if person.id not in served]
        return (
            go_apart(db, current, going, to, now=now, timetable=timetable, chance=chance) if going else None
        )
    hold_openings(db, current.opening.id, to.id)
    numbers = take_numbers(db, to, current.party, now=now)
    if numbers is None:
        return None
    give_back_places(db, current.opening.id, current.party)
    code = free_code(db, to.id, chance, wish=current.code)
    # What she comes for stays hers, though it is not done on that day: the next one may be with the kit again.
    moving = {"opening_id": to.id, "commune_id": to.commune_id, "code": code}
    db.execute(bookings.update().where(b.id == current.id).values(**moving, changed_at=now))
    people = give_numbers(db, current, numbers)
    if begun:
        start_anew(db, current.id, [person.id for person in people])
    move_state(db, current.id, BookingState.BOOKED, now=now)
    moved = replace(current, code=code, state=BookingState.BOOKED, people=people, opening=to)
    reminders.replan(db, moved, now=now, timetable=timetable)
    own_phones.replan(db, moved, now=now, timetable=timetable)
    wait_no_more(db, current, now=now)
    return moved


def confirm(db: sa.Connection, booking_id: int, *, now: datetime) -> bool:
    """Note that they are coming; False where the booking no longer holds places."""
    return move_state(db, booking_id, BookingState.COMING, now=now)


def move_state(db: sa.Connection, booking_id: int, to: BookingState, *, now: datetime) -> bool:
    """The one place where a booking's state changes; being there already is fine."""
    moved = db.execute(
        bookings.update()
        .where(b.id == booking_id, b.state.in_([*sources_of(to), to.value]))
        .values(state=to.value, changed_at=now)
    )
    return moved.rowcount == 1
