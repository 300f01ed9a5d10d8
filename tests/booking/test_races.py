"""The booking room with many real threads, each with a connection of its own."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from helpdesk.booking.bookings import Booking, bookings_in
from helpdesk.booking.changes import book, cancel, move
from helpdesk.booking.openings import Opening, opening
from helpdesk.booking.reminders import take_due
from helpdesk.clock import FixedClock
from helpdesk.settings import Timetable
from tests.support import builders
from tests.support.at_once import at_once
from tests.support.recount import miscounted

TIMETABLE = Timetable()


@pytest.fixture
def two(database: sa.Engine, clock: FixedClock) -> tuple[Opening, Opening]:
    """Two openings of one village, with 30 places each."""
    with database.begin() as db:
        place = builders.place(db, builders.commune(db))
        first, second = (
            builders.opening(db, place, day=(clock.now() + timedelta(days=days)).date(), capacity=30)
            for days in (7, 14)
        )
    return first, second


def _phones(database: sa.Engine, count: int, clock: FixedClock) -> list[int]:
    with database.begin() as db:
        people = [builders.Someone(f"Hồ Văn {n}", f"+849123457{n:02}") for n in range(count)]
        return [builders.contact(db, who, now=clock.now()).id for who in people]


def test_two_hundred_attempts_get_exactly_the_places_there_are(
    database: sa.Engine, two: tuple[Opening, Opening], clock: FixedClock
) -> None:
    visit, _ = two
    threads, each = 20, 10
    phones = _phones(database, threads, clock)

    def attempts(number: int) -> list[int]:
        got = []
        for attempt in range(each):
            persons = 1 + (number + attempt) % 3
            with database.begin() as db:
                made = book(
                    db,
                    visit,
                    builders.persons(persons),
                    contact_id=phones[number],
                    now=clock.now(),
                    timetable=TIMETABLE,
                )
            got.append(persons if made else 0)
        return got

    got = [persons for one in at_once(threads, attempts) for persons in one]
    assert len(got) == 200
    with database.connect() as db:
        assert opening(db, visit.id).taken == visit.capacity == sum(got)
        held = bookings_in(db, visit.id)
        assert sorted(booking.party for booking in held) == sorted(persons for persons in got if persons)
        assert len({booking.code for booking in held}) == len(held)
        assert miscounted(db) == []


def test_crossing_moves_pass_each_other(
    database: sa.Engine, two: tuple[Opening, Opening], clock: FixedClock
) -> None:
    with database.begin() as db:
        there = [builders.booking(db, two[n % 2], now=clock.now(), people=2) for n in range(6)]

    def to_and_fro(number: int) -> list[Booking | None]:
        moved = []
        for step in range(8):
            with database.begin() as db:
                to = two[(number + step + 1) % 2]
                moved.append(move(db, there[number], to, now=clock.now(), timetable=TIMETABLE))
        return moved

    moved = at_once(6, to_and_fro)
    assert all(booking is not None for one in moved for booking in one)
    with database.connect() as db:
        assert [opening(db, one.id).taken for one in two] == [6, 6]
        assert miscounted(db) == []


def test_full_openings_do_not_change_places(
    database: sa.Engine, two: tuple[Opening, Opening], clock: FixedClock
) -> None:
    with database.begin() as db:
        here = [builders.booking(db, one, now=clock.now(), people=15) for one in two for _ in range(2)]

    def cross(number: int) -> Booking | None:
        with database.begin() as db:
            return move(db, here[number], two[number < 2], now=clock.now(), timetable=TIMETABLE)

    assert at_once(4, cross) == [None] * 4
    with database.connect() as db:
        assert [opening(db, one.id).taken for one in two] == [30, 30]
        assert miscounted(db) == []


def test_cancelled_and_moved_by_several_at_once_the_counters_stay_right(
    database: sa.Engine, two: tuple[Opening, Opening], clock: FixedClock
) -> None:
    """An officer at the desk and the resident's phone work on the same bookings, from what they read before."""
    with database.begin() as db:
        made = [builders.booking(db, two[0], now=clock.now(), people=4) for _ in range(5)]

    def work(number: int) -> None:
        for booking in made:
            with database.begin() as db:
                if number == 4:
                    move(db, booking, two[1], now=clock.now(), timetable=TIMETABLE)
                else:
                    cancel(db, booking, person_ids=[booking.people[number].id], now=clock.now())

    at_once(5, work)
    with database.connect() as db:
        assert [opening(db, one.id).taken for one in two] == [0, 0]
        assert miscounted(db) == []


def test_a_due_reminder_is_taken_by_one_of_many_sweeps(
    database: sa.Engine, two: tuple[Opening, Opening], clock: FixedClock
) -> None:
    with database.begin() as db:
        made = [builders.booking(db, two[0], now=clock.now()) for _ in range(3)]
    contact_id = made[0].contact_id
    assert contact_id is not None
    clock.set(two[0].starts_at - timedelta(days=2))

    def take(_number: int) -> list[int]:
        with database.begin() as db:
            return [due.booking_id for due in take_due(db, contact_id, now=clock.now(), wanted=True)]

    taken = [booking_id for one in at_once(4, take) for booking_id in one]
    assert sorted(taken) == sorted(booking.id for booking in made)
