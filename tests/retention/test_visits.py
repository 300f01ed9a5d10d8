"""Who was booked long ago is nobody any more; that somebody came is still counted."""

from datetime import timedelta

import sqlalchemy as sa

from helpdesk.booking.persons.own_phones import give, phones_of
from helpdesk.booking.persons.person_tables import tidings
from helpdesk.booking.tables import booked_persons, bookings
from helpdesk.clock import FixedClock
from helpdesk.people.tables import persons
from helpdesk.retention.limits import NOBODY, Limits
from helpdesk.retention.visits import forget_visits
from helpdesk.settings import Timetable
from tests.support import builders

KEPT = Limits(kept=timedelta(days=30))


def names(db: sa.Connection) -> list[tuple[str, int | None]]:
    found = db.execute(sa.select(persons.c.name, persons.c.birth_year).order_by(persons.c.id))
    return [(row.name, row.birth_year) for row in found]


def test_names_go_when_the_visit_is_longer_ago_than_what_is_kept(
    db: sa.Connection, clock: FixedClock
) -> None:
    booking = builders.booking(db, builders.some_opening(db, now=clock.now()), now=clock.now(), people=2)
    before = names(db)
    day = booking.opening.ends_at
    assert forget_visits(db, now=day + timedelta(days=30), limits=KEPT, at_most=9) == 0
    assert names(db) == before
    assert forget_visits(db, now=day + timedelta(days=31), limits=KEPT, at_most=9) == 1
    assert names(db) == [(NOBODY, None)] * 2
    assert db.execute(sa.select(bookings.c.party)).scalar() == 2
    assert forget_visits(db, now=day + timedelta(days=99), limits=KEPT, at_most=9) == 0, "once"


def test_somebody_booked_again_since_is_still_somebody(db: sa.Connection, clock: FixedClock) -> None:
    first = builders.booking(db, builders.some_opening(db, now=clock.now()), now=clock.now(), people=1)
    place = builders.place(db, builders.commune(db, "Dân Hóa"), "Lòm")
    later = builders.opening(db, place, day=first.opening.day + timedelta(days=40))
    again = builders.booking(db, later, now=clock.now(), people=1)
    db.execute(booked_persons.insert().values(booking_id=again.id, person_id=first.people[0].id))
    before = names(db)
    assert forget_visits(db, now=first.opening.ends_at + timedelta(days=31), limits=KEPT, at_most=9) == 1
    assert names(db) == before


def test_phones_of_those_who_were_booked_go_with_their_names(db: sa.Connection, clock: FixedClock) -> None:
    booking = builders.booking(db, builders.some_opening(db, now=clock.now()), now=clock.now(), people=2)
    for person, phone in zip(booking.people, ("+84912345688", "+84912345689"), strict=True):
        give(db, booking, person.id, phone, now=clock.now(), timetable=Timetable())
    assert len(phones_of(db, [booking.id])) == 2
    after = booking.opening.ends_at + timedelta(days=31)
    assert forget_visits(db, now=after, limits=KEPT, at_most=9) == 1
    assert phones_of(db, [booking.id]) == {}
    assert db.execute(sa.select(tidings)).all() == []
