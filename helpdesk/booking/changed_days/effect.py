"""What calling off or putting off an opening does when it takes effect: all of it in one transaction, or nothing.

Whoever dies in it leaves the change held back, and the next sweep does it. Telling people comes after, each in a
transaction of their own: news.py.
"""

from collections.abc import Sequence
from datetime import datetime
from random import Random

import sqlalchemy as sa

from helpdesk.booking.bookings import Booking, bookings_in
from helpdesk.booking.changed_days.day_changes import (
    DayChange,
    find_change,
    hold_all,
    move_opening,
    settle_change,
)
from helpdesk.booking.changed_days.states import ChangeKind, ChangeState, ToldState, sources_of
from helpdesk.booking.changed_days.tables import changed_bookings, day_changes
from helpdesk.booking.changes import move, move_state
from helpdesk.booking.codes import CHANCE
from helpdesk.booking.hours.calendar import hold_calendar
from helpdesk.booking.openings import Opening, with_room
from helpdesk.booking.openings import opening as opening_by_id
from helpdesk.booking.persons import own_phones
from helpdesk.booking.reminding import reminders
from helpdesk.booking.states import BookingState, OpeningState
from helpdesk.booking.tables import openings
from helpdesk.people.audit import note
from helpdesk.settings import Timetable

d, n, o = day_changes.c, changed_bookings.c, openings.c

LOOKED_AT = 40
"""Openings of a place in which places are looked for: nobody is moved further than these."""


def due_changes(db: sa.Connection, *, now: datetime) -> list[int]:
    """The changes (by id) that are no longer held back, the oldest first."""
    held = d.state == sa.literal(ChangeState.HELD.value, literal_execute=True)
    query = sa.select(d.id).where(held, d.takes_effect_at <= now).order_by(d.takes_effect_at, d.id)
    return list(db.execute(query).scalars())


def take_effect(
    db: sa.Connection, change_id: int, *, now: datetime, timetable: Timetable, chance: Random = CHANCE
) -> bool:
    """Do what a change says; False where another did it, or it was undone.

    1. All that is concerned is locked. 2. The old opening is called off for good, the new day opens. 3. Every booking
    is moved, in the order in which they were made, with new numbers and reminders; or is left where it is, without
    reminders, until she chooses. 4. Each of them is noted as to be told.
    """
    change = find_change(db, change_id)
    if change is None:
        return False
    hold_calendar(db, change.commune_id)
    old = opening_by_id(db, change.opening_id)
    hold_all(db, old.id, change.to_opening_id, *(one.id for one in _next_ones(db, change, old, now=now)))
    if not settle_change(db, change.id, ChangeState.IN_EFFECT, now=now):
        return False
    move_opening(db, old.id, OpeningState.CANCELLED)
    to = _opened(db, change, old)
    booked = bookings_in(db, old.id)
    _overtake(db, [booking.id for booking in booked])
    rows = []
    for booking in booked:
        moved = _moved(db, change, booking, old, to, now=now, timetable=timetable, chance=chance)
        if moved is None:
            move_state(db, booking.id, BookingState.BOOKED, now=now)
            reminders.drop(db, booking.id, now=now)
            at_desk = booking.contact_id is None
            own_phones.drop(db, booking.id, person_ids=None, now=now, all_know=at_desk)
        told = ToldState.IN_PERSON if booking.contact_id is None else ToldState.WAITING
        rows.append(
            {
                "change_id": change.id,
                # Another one, where somebody of the household was served and stays.
                "booking_id": moved.id if moved else booking.id,
                "contact_id": booking.contact_id,
                "to_opening_id": moved.opening.id if moved else None,
                "told": told.value,
            }
        )
    if rows:
        db.execute(changed_bookings.insert(), rows)
    note(
        db,
        at=now,
        official_id=change.official_id,
        commune_id=change.commune_id,
        action="opening.change_in_effect",
        subject=f"opening:{old.id}",
        detail={"change": change.id, "bookings": len(rows)},
    )
    return True


def _opened(db: sa.Connection, change: DayChange, old: Opening) -> Opening | None:
    """The new day, open from now on; None where there is none."""
    if change.to_opening_id is None:
        return None
    if change.to_was is not OpeningState.OPEN:
        move_opening(db, change.to_opening_id, OpeningState.OPEN)
    if change.to_was is OpeningState.CANCELLED:
        # What a person has planned no longer follows the office hours; and it has room for all who come.
        room = sa.case((o.capacity < old.taken, old.taken), else_=o.capacity)
        db.execute(openings.update().where(o.id == change.to_opening_id).values(by_hours=None, capacity=room))
    return opening_by_id(db, change.to_opening_id)


def _moved(
    db: sa.Connection,
    change: DayChange,
    booking: Booking,
    old: Opening,
    to: Opening | None,
    *,
    now: datetime,
    timetable: Timetable,
    chance: Random,
) -> Booking | None:
    """The booking where it is from now on; None where there is no room and she has to choose."""
    others: Sequence[Opening] = [to] if to else _next_ones(db, change, old, now=now, persons=booking.party)
    # Nobody is sent, unasked, to where what she comes for is not done.
    fitting = [other for other in others if other is to or booking.service in other.services]
    for other in fitting:
        moved = move(db, booking, other, now=now, timetable=timetable, chance=chance)
        if moved is not None:
            return moved
    return None


def _next_ones(
    db: sa.Connection, change: DayChange, old: Opening, *, now: datetime, persons: int = 1
) -> list[Opening]:
    """The openings that follow at the same place and have room, where who is booked is to get the next places."""
    if change.kind is not ChangeKind.CANCELLED or not change.moves_on:
        return []
    # None before the day she had: nobody is called sooner than she has prepared for.
    after = max(now, old.starts_at)
    return with_room(db, place_id=old.place_id, persons=persons, after=after, at_most=LOOKED_AT)


def _overtake(db: sa.Connection, booking_ids: Sequence[int]) -> None:
    """What was to be said to them of an earlier change is said no more."""
    may = n.told.in_(sources_of(ToldState.OVERTAKEN))
    earlier = changed_bookings.update().where(n.booking_id.in_(booking_ids), may)
    db.execute(earlier.values(told=ToldState.OVERTAKEN.value))
