"""A name or a birth year put right in a booking, and one person in another's place: what whoever booked may do herself.

Only while the day is to come and nothing was marked of that person: what lists and outcomes already say of her is put
right by an official.
"""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from helpdesk.booking.bookings import Booking, hold_booking
from helpdesk.booking.changes import name_people
from helpdesk.booking.persons import own_phones
from helpdesk.booking.persons.person_tables import same_person_verdicts
from helpdesk.booking.reminding import reminders
from helpdesk.booking.tables import attendances, booked_persons, bookings
from helpdesk.people import audit, persons

b, p, v = bookings.c, booked_persons.c, same_person_verdicts.c

RIGHT, REPLACED = "person.put_right", "person.replaced"
"""What the audit calls it."""


@dataclass(frozen=True, slots=True)
class Called:
    """How somebody is called, and when she was born, if that is known."""

    name: str
    birth_year: int | None


def open_to_change(db: sa.Connection, booking: Booking, *, now: datetime) -> frozenset[int]:
    """The persons of a booking (by id) whom whoever booked may put right herself."""
    if booking.opening.starts_at <= now:
        return frozenset()
    marked = (
        sa.select(p.person_id)
        .join(attendances, attendances.c.booked_id == p.id)
        .where(p.booking_id == booking.id)
    )
    return frozenset(one.id for one in booking.people) - set(db.execute(marked).scalars())


def put_right(db: sa.Connection, booking: Booking, person_id: int, to: Called, *, now: datetime) -> bool:
    """Give a person of a booking her right name and birth year; False, and nothing changed, where that cannot be any more.

    Her place, her number of the day and her own phone stay. What an official found out about her and another who looked
    alike was about the wrong name, and is looked at anew. Lists that were handed out differ from then on, and are
    corrected as for any change; a reminder that has not left is said anew.
    """
    current = _held(db, booking, person_id, now=now)
    if current is None:
        return False
    persons.rename(db, person_id, to.name, to.birth_year)
    db.execute(same_person_verdicts.delete().where((v.first_id == person_id) | (v.second_id == person_id)))
    _changed(db, current, person_id, RIGHT, now=now)
    return True


def replace(db: sa.Connection, booking: Booking, person_id: int, by: Called, *, now: datetime) -> bool:
    """Let somebody else come in a person's place; False, and nothing changed, where that cannot be any more.

    She is cancelled, and told so on a phone of her own. Whoever comes has her place and her number of the day: none is
    given back, so none can be lost. What she needed is not what the other needs.
    """
    current = _held(db, booking, person_id, now=now)
    if current is None:
        return False
    (gone,) = (one for one in current.people if one.id == person_id)
    leaving = (p.booking_id == current.id) & (p.person_id == person_id)
    db.execute(booked_persons.update().where(leaving).values(cancelled_at=now))
    own_phones.drop(db, current.id, person_ids=[person_id], now=now)
    name_people(
        db,
        current.id,
        [(by.name, by.birth_year)],
        by_contact_id=current.contact_id,
        numbers=[gone.number],
        needs={},
        now=now,
    )
    _changed(db, current, person_id, REPLACED, now=now)
    return True


def _held(db: sa.Connection, booking: Booking, person_id: int, *, now: datetime) -> Booking | None:
    current = hold_booking(db, booking.id)
    return current if current is not None and person_id in open_to_change(db, current, now=now) else None


def _changed(db: sa.Connection, booking: Booking, person_id: int, action: str, *, now: datetime) -> None:
    db.execute(bookings.update().where(b.id == booking.id).values(changed_at=now))
    reminders.reword(db, booking.id, now=now)
    audit.note(
        db,
        at=now,
        official_id=None,
        commune_id=booking.opening.commune_id,
        action=action,
        subject=f"person:{person_id}",
        detail={"booking": booking.id, "contact": booking.contact_id},
    )
