"""Phones of booked persons who did not book themselves: whose they are, who gave them, and how much is told there.

The number comes from somebody else, so little is sent to it: once that she is booked, moved or cancelled, and her
reminders; only so many numbers of one contact, and only so many bookings for one number. What is said is in `tidings`.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

import sqlalchemy as sa

from helpdesk.booking.bookings import Booking, live_by_id
from helpdesk.booking.persons import tidings
from helpdesk.booking.persons.person_tables import own_phones
from helpdesk.booking.persons.tidings import A_DAY, NEWS, Tiding
from helpdesk.booking.tables import bookings, openings
from helpdesk.people.tables import persons
from helpdesk.settings import Timetable
from helpdesk.store.upsert import insert_if_new

MOST_GIVEN = 10
"""Numbers that one contact may give within A_DAY: a village head books for nine neighbours."""

MOST_BOOKED = 3
"""Bookings within A_WEEK that one number is told of, whoever gave it."""

MOST_MOVED = 2
"""Moves within A_DAY that are told at once; where she goes in the end is told a day later, and in her reminders."""

A_WEEK = timedelta(days=7)

p = own_phones.c

_OLDEST_FIRST = (p.given_at, p.id)


class Giving(StrEnum):
    """What came of giving a number."""

    NOTED = "noted"
    KNOWN = "known"
    TOO_MANY = "too_many"


def give(
    db: sa.Connection,
    booking: Booking,
    person_id: int,
    address: str,
    *,
    by_contact_id: int | None = None,
    official_id: int | None = None,
    now: datetime,
    timetable: Timetable,
) -> Giving:
    """Note the phone (canonical number) of a booked person; KNOWN where her place is told there anyway.

    The number given last is the one that counts, though it was given before another that was wrong. Two of one
    booking may have one phone: they are told together.
    """
    given = give_all(
        db,
        booking,
        {person_id: address},
        by_contact_id=by_contact_id,
        official_id=official_id,
        now=now,
        timetable=timetable,
    )
    if given[person_id] is Giving.KNOWN:
        given[person_id] = _put_right_again(db, booking, person_id, address, now=now, timetable=timetable)
    if given[person_id] is Giving.NOTED:
        _silence_others(db, booking.id, person_id, now=now)
    return given[person_id]


def give_all(
    db: sa.Connection,
    booking: Booking,
    numbers: Mapping[int, str],
    *,
    by_contact_id: int | None = None,
    official_id: int | None = None,
    now: datetime,
    timetable: Timetable,
) -> dict[int, Giving]:
    """The same for several persons who had none so far; the number of statements does not grow with them."""
    came_of = _allowed(db, booking, numbers, by_contact_id=by_contact_id, now=now)
    rows: list[dict[str, Any]] = [
        {
            "booking_id": booking.id,
            "person_id": person_id,
            "address": numbers[person_id],
            "given_by_id": by_contact_id,
            "official_id": official_id,
            "given_at": now,
        }
        for person_id, giving in came_of.items()
        if giving is Giving.NOTED
    ]
    if not rows:
        return came_of
    made = insert_if_new(db, own_phones, rows, returning=(p.id, p.person_id)).all()
    if made:
        ids = [row.id for row in made]
        tidings.plan(db, ids, booking.opening, Tiding.BOOKED, now=now, timetable=timetable)
    new = {row.person_id for row in made}
    known = {row["person_id"]: Giving.KNOWN for row in rows if row["person_id"] not in new}
    return {**came_of, **known}


def _allowed(
    db: sa.Connection,
    booking: Booking,
    numbers: Mapping[int, str],
    *,
    by_contact_id: int | None,
    now: datetime,
) -> dict[int, Giving]:
    """Which of the numbers may be told of this booking, by person."""
    mine = (p.given_by_id == by_contact_id) & (p.given_at > now - A_DAY)
    theirs = p.address.in_(set(numbers.values())) & (p.given_at > now - A_WEEK)
    query = sa.select(p.address, p.booking_id, mine.label("mine"))
    lately = db.execute(query.where(theirs if by_contact_id is None else mine | theirs)).all()
    given = {row.address for row in lately if row.mine}
    came_of = {}
    for person_id, address in numbers.items():
        told_of = {row.booking_id for row in lately if row.address == address} - {booking.id}
        beyond = by_contact_id is not None and address not in given and len(given) >= MOST_GIVEN
        if address == booking.address:
            came_of[person_id] = Giving.KNOWN
        elif beyond or len(told_of) >= MOST_BOOKED:
            came_of[person_id] = Giving.TOO_MANY
        else:
            given.add(address)
            came_of[person_id] = Giving.NOTED
    return came_of


def _put_right_again(
    db: sa.Connection, booking: Booking, person_id: int, address: str, *, now: datetime, timetable: Timetable
) -> Giving:
    """A number that was given before another one is hers after all: NOTED; KNOWN where nothing changes by that.

    What was said there before is not said again: of two numbers that are given in turn, each is told once.
    """
    query = sa.select(p.id, p.address, p.given_at).where(p.booking_id == booking.id, p.person_id == person_id)
    given = db.execute(query.order_by(*_OLDEST_FIRST)).all()
    again = next((row for row in given if row.address == address), None)
    if again is None or again is given[-1]:
        return Giving.KNOWN
    # The last, though a clock stood still or that of another machine is ahead.
    at = max(now, given[-1].given_at + timedelta(microseconds=1))
    db.execute(own_phones.update().where(p.id == again.id).values(given_at=at))
    if tidings.knows(db, again.id, booking.opening):
        tidings.remind_anew(db, again.id, booking.opening, now=now, timetable=timetable)
    else:
        _plan_anew(db, again.id, booking, now=now, timetable=timetable)
    return Giving.NOTED


def _silence_others(db: sa.Connection, booking_id: int, person_id: int, *, now: datetime) -> None:
    """A number that was put right: on the wrong ones nothing more is said of her."""
    hers = (p.booking_id == booking_id) & (p.person_id == person_id)
    *wrong, _ = db.execute(sa.select(p.id).where(hers).order_by(*_OLDEST_FIRST)).scalars()
    for id_ in wrong:
        tidings.unsay(db, id_, now=now)


def take_away(db: sa.Connection, booking_id: int, person_id: int, *, now: datetime) -> bool:
    """She has no phone of her own after all: nothing more is said of her there. False where she had none."""
    hers = (p.booking_id == booking_id) & (p.person_id == person_id)
    ids = db.execute(sa.select(p.id).where(hers)).scalars().all()
    for id_ in ids:
        tidings.forget(db, id_, now=now)
    db.execute(own_phones.delete().where(p.id.in_(ids)))
    return bool(ids)


def replan(db: sa.Connection, booking: Booking, *, now: datetime, timetable: Timetable) -> None:
    """The booking is in another opening: who was told of the old one is told of the new, and reminded of that."""
    for id_ in _of(db, booking.id, None):
        _plan_anew(db, id_, booking, now=now, timetable=timetable)


def _plan_anew(db: sa.Connection, id_: int, booking: Booking, *, now: datetime, timetable: Timetable) -> None:
    """Who was told of her place hears that she is moved, but not at once for ever; who was not, that she is booked."""
    news = Tiding.MOVED if tidings.was_told(db, id_, now=now) else Tiding.BOOKED
    often = news is Tiding.MOVED and tidings.told_lately(db, id_, now=now) > MOST_MOVED
    at = now + A_DAY if often else now
    tidings.plan_anew(db, id_, news, booking, at=at, now=now, timetable=timetable)


def follow(
    db: sa.Connection,
    from_booking_id: int,
    person_ids: Collection[int],
    to: Booking,
    *,
    now: datetime,
    timetable: Timetable,
) -> None:
    """Some persons have gone to a booking of their own, and their phones with them."""
    hers = (p.booking_id == from_booking_id) & p.person_id.in_(person_ids)
    if db.execute(own_phones.update().where(hers).values(booking_id=to.id)).rowcount:
        replan(db, to, now=now, timetable=timetable)


def drop(
    db: sa.Connection,
    booking_id: int,
    *,
    person_ids: Collection[int] | None,
    now: datetime,
    all_know: bool = False,
) -> None:
    """Persons of a booking (None: all) are cancelled: nothing is due any more, and who was told is told of that.

    With `all_know` everybody is: of a booking that was made on the desk she knows without a text.
    """
    ids = _of(db, booking_id, person_ids)
    if not ids:
        return
    told = [id_ for id_ in ids if tidings.was_told(db, id_, now=now) or all_know]
    tidings.drop_waiting(db, ids, now=now)
    until = (
        sa.select(openings.c.starts_at)
        .join(bookings, bookings.c.opening_id == openings.c.id)
        .where(bookings.c.id == booking_id)
    )
    tidings.plan_cancelled(db, told, useful_until=db.execute(until).scalar_one(), now=now)


def knows(db: sa.Connection, booking_id: int, address: str, *, now: datetime) -> None:
    """Whoever changed a booking from this phone (canonical number) knows it: the news is not sent there."""
    query = sa.select(p.id).where(p.booking_id == booking_id, p.address == address)
    ids = list(db.execute(query).scalars())
    if ids:
        tidings.drop_waiting(db, ids, kinds=NEWS, now=now)


def _of(db: sa.Connection, booking_id: int, person_ids: Collection[int] | None) -> list[int]:
    """The number of each person that was given last: an earlier one was wrong."""
    query = sa.select(p.person_id, p.id).where(p.booking_id == booking_id).order_by(*_OLDEST_FIRST)
    if person_ids is not None:
        query = query.where(p.person_id.in_(person_ids))
    return sorted({row.person_id: row.id for row in db.execute(query)}.values())


def belongs_to(db: sa.Connection, person_id: int, contact_id: int) -> None:
    """The phone of a person is this contact's from now on."""
    db.execute(persons.update().where(persons.c.id == person_id).values(contact_id=contact_id))


def phones_beside(db: sa.Connection, booked: Collection[Booking]) -> dict[int, str]:
    """Where to ring (canonical number) for each person of the bookings that an official made: her own phone, or that
    of another one in her booking; who has neither is not in it."""
    made_here = [booking for booking in booked if booking.contact_id is None]
    phones = phones_of(db, [booking.id for booking in made_here]) if made_here else {}
    found: dict[int, str] = {}
    for booking in made_here:
        there = [phones[person.id] for person in booking.people if person.id in phones]
        if there:
            found |= {person.id: phones.get(person.id, there[0]) for person in booking.people}
    return found


def booked_on(db: sa.Connection, address: str, *, now: datetime) -> Booking | None:
    """The next booking with a person whose own phone (canonical number) this is, with those of whom it is; None: none."""
    asked = sa.select(p.booking_id).where(p.address == address).distinct()
    ids = list(db.execute(asked).scalars())
    if not ids:
        return None
    phones = phones_of(db, ids)
    coming = [one for one in live_by_id(db, ids).values() if one.opening.ends_at > now]
    for booking in sorted(coming, key=lambda one: one.opening.starts_at):
        hers = tuple(person for person in booking.people if phones.get(person.id) == address)
        if hers:
            return replace(booking, people=hers)
    return None


def phones_of(db: sa.Connection, booking_ids: Collection[int]) -> dict[int, str]:
    """The own phones of booked persons (canonical numbers), by person."""
    query = sa.select(p.person_id, p.address).where(p.booking_id.in_(booking_ids)).order_by(*_OLDEST_FIRST)
    return {row.person_id: row.address for row in db.execute(query)}
