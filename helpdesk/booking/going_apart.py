"""Some persons of a booking go to another opening, in a booking of their own; the others stay."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from random import Random

import sqlalchemy as sa

from helpdesk.booking.attending.moving_on import start_anew
from helpdesk.booking.bookings import Booked, Booking
from helpdesk.booking.free_codes import free_code
from helpdesk.booking.numbers import give_numbers, take_numbers
from helpdesk.booking.openings import Opening, give_back_places, hold_openings
from helpdesk.booking.persons import own_phones
from helpdesk.booking.reminding import reminders
from helpdesk.booking.states import BookingState
from helpdesk.booking.tables import booked_persons, bookings
from helpdesk.clock import local_date
from helpdesk.settings import Timetable

b, p = bookings.c, booked_persons.c


def go_apart(
    db: sa.Connection,
    current: Booking,
    going: Sequence[Booked],
    to: Opening,
    *,
    now: datetime,
    timetable: Timetable,
    chance: Random,
) -> Booking | None:
    """Move `going`, some of those in a booking that the caller holds, to `to`; None, and nothing changed, when it has
    no room for them. The new places are taken before the old ones are given back, in one transaction.
    """
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
    apart = replace(apart, people=tuple(going))
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
    made_by = sa.select(b.official_id).where(b.id == current.id).scalar_subquery()
    row = {
        "commune_id": to.commune_id,
        "opening_id": to.id,
        "contact_id": current.contact_id,
        "official_id": made_by,
        "code": code,
        "state": BookingState.BOOKED.value,
        "party": party,
        "service": current.service.value,
        "made_at": now,
        "changed_at": now,
    }
    made = db.execute(bookings.insert().values(row).returning(b.id)).scalar_one()
    return replace(current, id=made, code=code, state=BookingState.BOOKED, opening=to)
