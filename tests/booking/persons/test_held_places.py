"""helpdesk/booking/persons/held_places.py"""

from datetime import timedelta

import sqlalchemy as sa

from helpdesk.booking.changes import MAX_PARTY, cancel
from helpdesk.booking.persons.held_places import MOST_HELD, held_from, too_many
from helpdesk.booking.states import OpeningState
from helpdesk.booking.tables import openings
from helpdesk.clock import FixedClock
from tests.support import builders
from tests.support.builders import PROXY
from tests.support.statements import statements_of


def test_what_one_phone_holds_is_who_has_a_place_on_a_day_to_come(
    db: sa.Connection, clock: FixedClock
) -> None:
    contact_id = builders.contact(db, now=clock.now()).id
    soon = builders.some_opening(db, now=clock.now(), capacity=9)
    where = builders.place(db, soon.commune_id, "Nịu")
    later, off = (builders.opening(db, where, day=soon.day + timedelta(days=days)) for days in (7, 14))
    first = builders.booking(db, soon, now=clock.now(), people=3)
    builders.booking(db, later, now=clock.now(), people=2)
    builders.booking(db, off, now=clock.now(), people=4)
    builders.booking(db, soon, now=clock.now(), contact_id=builders.contact(db, PROXY, now=clock.now()).id)
    cancel(db, first, person_ids=[first.people[1].id], now=clock.now())
    db.execute(openings.update().where(openings.c.id == off.id).values(state=OpeningState.CANCELLED.value))
    held = held_from(db, contact_id, now=clock.now())
    assert [(one.person.name, one.day) for one in held] == [
        ("Hồ Văn 0", soon.day),
        ("Hồ Văn 2", soon.day),
        ("Hồ Văn 0", later.day),
        ("Hồ Văn 1", later.day),
    ]
    assert [one.code for one in held[:2]] == [first.code] * 2
    clock.set(soon.ends_at)
    assert {one.day for one in held_from(db, contact_id, now=clock.now())} == {later.day}


def test_it_is_asked_once_whatever_there_is(db: sa.Connection, clock: FixedClock) -> None:
    opening = builders.some_opening(db, now=clock.now(), capacity=40)
    contact_id = builders.contact(db, now=clock.now()).id
    costs = []
    for people in (1, 9):
        builders.booking(db, opening, now=clock.now(), people=people)
        with statements_of(db.engine) as seen:
            held_from(db, contact_id, now=clock.now())
        costs.append(len(seen))
    assert costs == [1, 1]


def test_as_many_as_one_phone_may_hold_and_not_one_more(db: sa.Connection, clock: FixedClock) -> None:
    opening = builders.some_opening(db, now=clock.now(), capacity=100)
    for _ in range(MOST_HELD // MAX_PARTY):
        builders.booking(db, opening, now=clock.now(), people=MAX_PARTY)
    held = held_from(db, builders.contact(db, now=clock.now()).id, now=clock.now())
    assert (len(held), too_many(held[1:], 1), too_many(held, 1)) == (MOST_HELD, False, True)
