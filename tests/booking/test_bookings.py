"""helpdesk/booking/bookings.py."""

from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from helpdesk.booking.bookings import (
    bookings_in,
    bookings_in_each,
    hold_booking,
    live_bookings,
    live_bookings_of,
)
from helpdesk.booking.changes import cancel
from helpdesk.booking.openings import Opening
from helpdesk.clock import FixedClock
from helpdesk.people.contacts import Contact
from tests.support import builders

DAY = date(2026, 12, 8)


@pytest.fixture
def visits(db: sa.Connection) -> list[Opening]:
    place = builders.place(db, builders.commune(db))
    return [builders.opening(db, place, day=DAY + timedelta(weeks=n)) for n in range(2)]


@pytest.fixture
def resident(db: sa.Connection, clock: FixedClock) -> Contact:
    return builders.contact(db, builders.RESIDENT, now=clock.now())


@pytest.fixture
def proxy(db: sa.Connection, clock: FixedClock) -> Contact:
    return builders.contact(db, builders.PROXY, now=clock.now())


def test_a_contact_has_her_own_live_bookings_the_next_first(
    db: sa.Connection, visits: list[Opening], resident: Contact, proxy: Contact, clock: FixedClock
) -> None:
    later = builders.booking(db, visits[1], now=clock.now(), contact_id=resident.id, people=2)
    sooner = builders.booking(db, visits[0], now=clock.now(), contact_id=resident.id)
    gone = builders.booking(db, visits[0], now=clock.now(), contact_id=resident.id)
    builders.booking(db, visits[0], now=clock.now(), contact_id=proxy.id)
    cancel(db, gone, now=clock.now())
    found = live_bookings_of(db, resident.id, now=clock.now())
    assert [(one.id, one.code, one.party) for one in found] == [
        (sooner.id, sooner.code, 1),
        (later.id, later.code, 2),
    ]
    clock.set(visits[0].ends_at)
    assert [one.id for one in live_bookings_of(db, resident.id, now=clock.now())] == [later.id]


def test_nobody_reaches_the_booking_of_another_by_its_id(
    db: sa.Connection, visits: list[Opening], resident: Contact, proxy: Contact, clock: FixedClock
) -> None:
    hers = builders.booking(db, visits[0], now=clock.now(), contact_id=resident.id)
    his = builders.booking(db, visits[0], now=clock.now(), contact_id=proxy.id)
    both = [hers.id, his.id]

    def found(ids: list[int]) -> list[int]:
        return [one.id for one in live_bookings(db, ids, contact_id=resident.id, now=clock.now())]

    assert found(both) == [hers.id]
    assert found([]) == []
    clock.set(hers.opening.ends_at)
    assert found(both) == [], "what is over is changed by nobody any more"


def test_an_opening_has_its_bookings_in_the_order_in_which_they_were_made(
    db: sa.Connection, visits: list[Opening], clock: FixedClock
) -> None:
    made = [builders.booking(db, visits[0], now=clock.now(), people=n) for n in (3, 1, 2)]
    other = builders.booking(db, visits[1], now=clock.now())
    cancel(db, made[1], now=clock.now())
    assert [one.id for one in bookings_in(db, visits[0].id)] == [made[0].id, made[2].id]
    each = bookings_in_each(db, [visit.id for visit in visits])
    assert {opening: [one.id for one in found] for opening, found in each.items()} == {
        visits[0].id: [made[0].id, made[2].id],
        visits[1].id: [other.id],
    }


def test_a_held_booking_is_as_it_is_now(db: sa.Connection, visits: list[Opening], clock: FixedClock) -> None:
    made = builders.booking(db, visits[0], now=clock.now(), people=2)
    cancel(db, made, person_ids=[made.people[0].id], now=clock.now())
    held = hold_booking(db, made.id)
    assert held is not None
    assert held.people == made.people[1:]
    cancel(db, made, now=clock.now())
    assert hold_booking(db, made.id) is None
    assert hold_booking(db, made.id + 1) is None
