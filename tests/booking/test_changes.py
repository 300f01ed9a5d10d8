"""helpdesk/booking/changes.py, one caller at a time."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from helpdesk.booking.bookings import Booking, bookings_in, hold_booking
from helpdesk.booking.changes import book, cancel, confirm, move
from helpdesk.booking.codes import is_code
from helpdesk.booking.openings import Opening, opening, with_room
from helpdesk.booking.services import Service
from helpdesk.booking.states import ALLOWED, BookingState, OpeningState
from helpdesk.booking.tables import bookings, openings
from helpdesk.clock import FixedClock
from helpdesk.people.tables import persons
from helpdesk.places.communes import Place
from helpdesk.settings import Timetable
from tests.support import builders
from tests.support.recount import miscounted
from tests.support.statements import statements_of

TIMETABLE = Timetable()


@pytest.fixture
def place(db: sa.Connection) -> Place:
    return builders.place(db, builders.commune(db))


@pytest.fixture
def visit(db: sa.Connection, clock: FixedClock, place: Place) -> Opening:
    return builders.opening(db, place, day=(clock.now() + timedelta(days=7)).date(), capacity=5)


@pytest.fixture
def later(db: sa.Connection, clock: FixedClock, place: Place) -> Opening:
    return builders.opening(db, place, day=(clock.now() + timedelta(days=14)).date(), capacity=5)


def _book(db: sa.Connection, into: Opening, people: int, clock: FixedClock) -> Booking | None:
    contact = builders.contact(db, now=clock.now())
    return book(
        db, into, builders.persons(people), contact_id=contact.id, now=clock.now(), timetable=TIMETABLE
    )


def _taken(db: sa.Connection, *which: Opening) -> list[int]:
    return [opening(db, one.id).taken for one in which]


def test_a_booking_holds_a_place_for_each_person_under_a_code(
    db: sa.Connection, visit: Opening, clock: FixedClock
) -> None:
    made = _book(db, visit, 3, clock)
    assert made is not None
    assert is_code(made.code)
    assert [(p.name, p.birth_year) for p in made.people] == builders.persons(3)
    (stored,) = bookings_in(db, visit.id)
    assert (stored.id, stored.code, stored.state, stored.people) == (
        made.id,
        made.code,
        BookingState.BOOKED,
        made.people,
    )
    assert stored.address == builders.RESIDENT.phone
    assert _taken(db, visit) == [3]


def test_a_party_gets_places_for_all_or_for_none(
    db: sa.Connection, visit: Opening, clock: FixedClock
) -> None:
    assert _book(db, visit, 4, clock) is not None
    assert _book(db, visit, 2, clock) is None
    assert _taken(db, visit) == [4]
    assert len(bookings_in(db, visit.id)) == 1
    assert db.execute(sa.select(sa.func.count()).select_from(persons)).scalar() == 4
    assert _book(db, visit, 1, clock) is not None
    assert miscounted(db) == []


def test_nobody_books_what_has_begun_or_was_called_off(
    db: sa.Connection, visit: Opening, later: Opening, clock: FixedClock
) -> None:
    clock.set(visit.starts_at)
    assert _book(db, visit, 1, clock) is None
    db.execute(openings.update().where(openings.c.id == later.id).values(state=OpeningState.CANCELLED.value))
    assert _book(db, later, 1, clock) is None
    assert with_room(db, place_id=visit.place_id, persons=1, after=clock.now(), at_most=9) == []
    assert miscounted(db) == []


def test_a_booking_costs_as_many_statements_for_one_as_for_twenty(
    database: sa.Engine, clock: FixedClock
) -> None:
    counts = {}
    for people in (1, 3, 9, 20):
        with database.begin() as db:
            into = builders.opening(
                db,
                builders.place(db, builders.commune(db, f"Xã {people}"), f"Bản {people}"),
                day=(clock.now() + timedelta(days=7)).date(),
            )
            contact = builders.contact(db, now=clock.now())
            named = builders.persons(people)
            with statements_of(database) as seen:
                book(db, into, named, contact_id=contact.id, now=clock.now(), timetable=TIMETABLE)
            counts[people] = len(seen)
    assert counts == {1: 6, 3: 6, 9: 6, 20: 6}


def test_cancelling_some_keeps_the_others(db: sa.Connection, visit: Opening, clock: FixedClock) -> None:
    made = _book(db, visit, 3, clock)
    assert made is not None
    first, second, third = made.people
    assert cancel(db, made, person_ids=[first.id, third.id], now=clock.now()) == 1
    (left,) = bookings_in(db, visit.id)
    assert (left.people, left.state) == ((second,), BookingState.BOOKED)
    assert _taken(db, visit) == [1]
    assert miscounted(db) == []


def test_cancelling_the_last_person_cancels_the_booking(
    db: sa.Connection, visit: Opening, clock: FixedClock
) -> None:
    made = _book(db, visit, 2, clock)
    assert made is not None
    assert [cancel(db, made, person_ids=[p.id], now=clock.now()) for p in made.people] == [1, 0]
    assert bookings_in(db, visit.id) == []
    assert db.execute(sa.select(bookings.c.state)).scalar() == BookingState.CANCELLED.value
    assert miscounted(db) == []


def test_cancelling_twice_gives_places_back_once(
    db: sa.Connection, visit: Opening, clock: FixedClock
) -> None:
    _book(db, visit, 2, clock)
    made = _book(db, visit, 3, clock)
    assert made is not None
    assert [cancel(db, made, now=clock.now()) for _ in range(2)] == [0, 0]
    assert _taken(db, visit) == [2]
    assert miscounted(db) == []


def test_nobody_is_cancelled_from_another_booking(
    db: sa.Connection, visit: Opening, clock: FixedClock
) -> None:
    own, other = _book(db, visit, 2, clock), _book(db, visit, 2, clock)
    assert own is not None
    assert other is not None
    assert cancel(db, own, person_ids=[other.people[0].id], now=clock.now()) == 2
    assert _taken(db, visit) == [4]
    assert miscounted(db) == []


def test_a_move_takes_all_persons_along_and_keeps_the_code(
    db: sa.Connection, visit: Opening, later: Opening, clock: FixedClock
) -> None:
    made = _book(db, visit, 3, clock)
    assert made is not None
    confirm(db, made.id, now=clock.now())
    moved = move(db, made, later, now=clock.now(), timetable=TIMETABLE)
    assert moved is not None
    assert (moved.code, moved.people, moved.opening.id) == (made.code, made.people, later.id)
    assert bookings_in(db, visit.id) == []
    (stored,) = bookings_in(db, later.id)
    assert stored.state is BookingState.BOOKED, "she has not said that she comes on the new day"
    assert _taken(db, visit, later) == [0, 3]
    assert miscounted(db) == []


def test_a_move_to_an_opening_where_the_code_is_taken_brings_a_new_one(
    db: sa.Connection, visit: Opening, later: Opening, clock: FixedClock
) -> None:
    made, there = _book(db, visit, 1, clock), _book(db, later, 1, clock)
    assert made is not None
    assert there is not None
    db.execute(bookings.update().where(bookings.c.id == there.id).values(code=made.code))
    moved = move(db, made, later, now=clock.now(), timetable=TIMETABLE)
    assert moved is not None
    assert moved.code != made.code
    assert is_code(moved.code)


def test_a_move_without_room_changes_nothing(
    db: sa.Connection, visit: Opening, later: Opening, clock: FixedClock
) -> None:
    made = _book(db, visit, 3, clock)
    assert made is not None
    _book(db, later, 3, clock)
    assert move(db, made, later, now=clock.now(), timetable=TIMETABLE) is None
    assert hold_booking(db, made.id) == Booking(
        made.id,
        made.code,
        made.state,
        made.contact_id,
        builders.RESIDENT.phone,
        made.people,
        opening(db, visit.id),
    )
    assert _taken(db, visit, later) == [3, 3]


def test_a_move_to_where_it_is_already_changes_nothing_even_when_it_is_full(
    db: sa.Connection, visit: Opening, clock: FixedClock
) -> None:
    made = _book(db, visit, 5, clock)
    assert made is not None
    moved = move(db, made, visit, now=clock.now(), timetable=TIMETABLE)
    assert moved is not None
    assert (moved.code, moved.people) == (made.code, made.people)
    assert _taken(db, visit) == [5]


def test_what_was_read_before_somebody_else_changed_it_does_no_harm(
    db: sa.Connection, visit: Opening, later: Opening, clock: FixedClock
) -> None:
    read_long_ago = _book(db, visit, 3, clock)
    assert read_long_ago is not None
    cancel(db, read_long_ago, person_ids=[read_long_ago.people[0].id], now=clock.now())
    moved = move(db, read_long_ago, later, now=clock.now(), timetable=TIMETABLE)
    assert moved is not None
    assert [one.name for one in moved.people] == [one.name for one in read_long_ago.people[1:]]
    assert cancel(db, read_long_ago, person_ids=[read_long_ago.people[1].id], now=clock.now()) == 1
    assert _taken(db, visit, later) == [0, 1]
    assert cancel(db, read_long_ago, now=clock.now()) == 0
    assert move(db, read_long_ago, visit, now=clock.now(), timetable=TIMETABLE) is None
    assert _taken(db, visit, later) == [0, 0]
    assert miscounted(db) == []


def test_coming_is_noted_until_the_booking_is_cancelled(
    db: sa.Connection, visit: Opening, clock: FixedClock
) -> None:
    made = _book(db, visit, 1, clock)
    assert made is not None
    assert [confirm(db, made.id, now=clock.now()) for _ in range(2)] == [True, True]
    assert [found.state for found in bookings_in(db, visit.id)] == [BookingState.COMING]
    cancel(db, made, now=clock.now())
    assert not confirm(db, made.id, now=clock.now())
    assert db.execute(sa.select(bookings.c.state)).scalar() == BookingState.CANCELLED.value


def test_a_cancelled_booking_never_comes_back() -> None:
    assert ALLOWED[BookingState.CANCELLED] == frozenset()
    assert set(ALLOWED) == set(BookingState)


def test_what_she_comes_for_stays_hers_on_a_day_without_the_kit_and_after_it(
    db: sa.Connection, clock: FixedClock, place: Place, visit: Opening, later: Opening
) -> None:
    contact = builders.contact(db, now=clock.now())
    kit = {"finishes_level2": True, "services": ["level2", "level2_card"]}
    db.execute(openings.update().where(openings.c.id == visit.id).values(**kit))
    none = {"finishes_level2": False, "services": []}
    db.execute(openings.update().where(openings.c.id == later.id).values(**none))
    with_kit, without = opening(db, visit.id), opening(db, later.id)
    for wish in (Service.LEVEL2, Service.LEVEL2_CARD):
        made = book(
            db,
            with_kit,
            [("Hồ Thị Mẩu", 1980)],
            contact_id=contact.id,
            now=clock.now(),
            timetable=TIMETABLE,
            service=wish,
        )
        assert made is not None
        for to in (without, with_kit):
            moved = move(db, made, to, now=clock.now(), timetable=TIMETABLE)
            (stored,) = [one for one in bookings_in(db, to.id) if one.id == made.id]
            assert moved is not None
            assert (moved.service, stored.service) == (wish, wish)
