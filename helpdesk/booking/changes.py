"""What changes bookings: each change moves places, persons, state and reminders together or not at all."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from random import Random

import sqlalchemy as sa

from helpdesk.booking import reminders
from helpdesk.booking.bookings import Booking, hold_booking
from helpdesk.booking.codes import CHANCE, new_code
from helpdesk.booking.openings import Opening, give_back_places, hold_openings, take_places
from helpdesk.booking.states import BookingState, sources_of
from helpdesk.booking.tables import booked_persons, bookings
from helpdesk.people.persons import introduce
from helpdesk.settings import Timetable

b = bookings.c

MAX_PARTY = 20
"""Persons in one booking: a visit takes 20–30 households, so more than this is a call to the office."""

_BOOK = bookings.insert().returning(b.id)
_NAME = booked_persons.insert()
_WITH_CODE = sa.select(b.id).where(b.opening_id == sa.bindparam("opening"), b.code == sa.bindparam("code"))


def book(
    db: sa.Connection,
    opening: Opening,
    people: Sequence[tuple[str, int | None]],
    *,
    contact_id: int,
    now: datetime,
    timetable: Timetable,
    chance: Random = CHANCE,
) -> Booking | None:
    """Book persons (name, birth year) into an opening; None when there is no longer room for all of them.

    1. The places, by conditional update: it also locks the opening, so the code below is free. 2. The booking.
    3. Its persons. 4. Its reminders. The number of statements does not grow with the persons.
    """
    if not take_places(db, opening.id, len(people), now=now):
        return None
    code = _free_code(db, opening.id, chance)
    row = {
        "commune_id": opening.commune_id,
        "opening_id": opening.id,
        "contact_id": contact_id,
        "code": code,
        "state": BookingState.BOOKED.value,
        "party": len(people),
        "made_at": now,
        "changed_at": now,
    }
    booking_id = db.execute(_BOOK, row).scalar_one()
    known = introduce(db, people, by_contact_id=contact_id, now=now)
    db.execute(_NAME, [{"booking_id": booking_id, "person_id": person.id} for person in known])
    booking = Booking(booking_id, code, BookingState.BOOKED, contact_id, None, tuple(known), opening)
    reminders.plan(db, booking, now=now, timetable=timetable)
    return booking


def _free_code(db: sa.Connection, opening_id: int, chance: Random, *, wish: str | None = None) -> str:
    code = wish or new_code(chance)
    while db.execute(_WITH_CODE, {"opening": opening_id, "code": code}).first():
        code = new_code(chance)
    return code


def cancel(
    db: sa.Connection, booking: Booking, *, person_ids: Collection[int] | None = None, now: datetime
) -> int:
    """Cancel some persons of a booking, or all of them; the number of persons still booked.

    Done twice, or by two at once, it gives places back once: for the rows that really changed.
    """
    current = hold_booking(db, booking.id)
    if current is None:
        return 0
    own = [booked_persons.c.booking_id == current.id, booked_persons.c.cancelled_at.is_(None)]
    if person_ids is not None:
        own.append(booked_persons.c.person_id.in_(person_ids))
    gone = db.execute(booked_persons.update().where(*own).values(cancelled_at=now)).rowcount
    left = current.party - gone
    if gone == 0:
        return left
    give_back_places(db, current.opening.id, gone)
    db.execute(bookings.update().where(b.id == current.id).values(party=left, changed_at=now))
    if left == 0:
        _move_state(db, current.id, BookingState.CANCELLED, now=now)
        reminders.drop(db, current.id, now=now)
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

    None, too, where the booking no longer holds places. The new places are taken before the old ones are given
    back, in one transaction.
    """
    current = hold_booking(db, booking.id)
    if current is None or current.opening.id == to.id:
        return current
    hold_openings(db, current.opening.id, to.id)
    if not take_places(db, to.id, current.party, now=now):
        return None
    give_back_places(db, current.opening.id, current.party)
    code = _free_code(db, to.id, chance, wish=current.code)
    db.execute(
        bookings.update()
        .where(b.id == current.id)
        .values(opening_id=to.id, commune_id=to.commune_id, code=code, changed_at=now)
    )
    _move_state(db, current.id, BookingState.BOOKED, now=now)
    moved = replace(current, code=code, state=BookingState.BOOKED, opening=to)
    reminders.replan(db, moved, now=now, timetable=timetable)
    return moved


def confirm(db: sa.Connection, booking_id: int, *, now: datetime) -> bool:
    """Note that they are coming; False where the booking no longer holds places."""
    return _move_state(db, booking_id, BookingState.COMING, now=now)


def _move_state(db: sa.Connection, booking_id: int, to: BookingState, *, now: datetime) -> bool:
    """The one place where a booking's state changes; being there already is fine."""
    moved = db.execute(
        bookings.update()
        .where(b.id == booking_id, b.state.in_([*sources_of(to), to.value]))
        .values(state=to.value, changed_at=now)
    )
    return moved.rowcount == 1
