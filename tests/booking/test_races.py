"""The booking room with many real threads and processes, each with a connection of its own."""

import subprocess
import sys
from contextlib import ExitStack
from datetime import timedelta

import pytest
import sqlalchemy as sa

from helpdesk.booking.bookings import Booking, bookings_in
from helpdesk.booking.changes import book, cancel, move
from helpdesk.booking.openings import Opening, opening, with_room
from helpdesk.booking.reminding.reminders import take_due
from helpdesk.booking.waiting_list.answering import Answered, accept, decline
from helpdesk.booking.waiting_list.holding import make_offer
from helpdesk.booking.waiting_list.offers import Offer, held_in
from helpdesk.booking.waiting_list.waiting import join
from helpdesk.clock import FixedClock
from helpdesk.people.contacts import hold
from helpdesk.settings import Timetable
from tests.support import builders
from tests.support.at_once import at_once
from tests.support.recount import miscounted
from tests.support.repository import TOP

TIMETABLE = Timetable()

THREADS = 200
PROCESSES = 3
"""Each with connections of its own, at most 16 (`open_database`): far from the 100 that PostgreSQL allows."""


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
        people = [builders.Someone(f"Hồ Văn {n}", f"+84912345{n:03}") for n in range(count)]
        return [builders.contact(db, who, now=clock.now()).id for who in people]


def test_two_hundred_phones_at_once_get_exactly_the_places_there_are(
    database: sa.Engine, two: tuple[Opening, Opening], clock: FixedClock
) -> None:
    """Each in a thread of its own: who fits is booked, the others are told so and find the next opening."""
    visit, next_one = two
    phones = _phones(database, THREADS, clock)

    def attempt(number: int) -> int:
        persons = 1 + number % 3
        with database.begin() as db:
            made = book(
                db,
                visit,
                builders.persons(persons),
                contact_id=phones[number],
                now=clock.now(),
                timetable=TIMETABLE,
            )
            if made is None:
                assert persons > opening(db, visit.id).free
                later = with_room(db, place_id=visit.place_id, persons=persons, after=clock.now(), at_most=1)
                assert [one.id for one in later] == [next_one.id]
        return persons if made else 0

    got = at_once(THREADS, attempt)
    assert len(got) == THREADS
    with database.connect() as db:
        assert opening(db, visit.id).taken == visit.capacity == sum(got)
        held = bookings_in(db, visit.id)
        assert sorted(booking.party for booking in held) == sorted(persons for persons in got if persons)
        assert len({booking.code for booking in held}) == len(held)
        assert miscounted(db) == []


def test_several_processes_after_the_last_places_get_no_more_than_there_are(
    database: sa.Engine, database_url: str, two: tuple[Opening, Opening], clock: FixedClock
) -> None:
    visit, _ = two
    (phone,) = _phones(database, 1, clock)
    command = [sys.executable, "-m", "tests.support.booking_process"]
    arguments = [database_url, clock.now().isoformat(), str(visit.id), str(phone), "14"]
    pipe = subprocess.PIPE
    with ExitStack() as running:
        processes = [
            running.enter_context(
                subprocess.Popen([*command, *arguments], cwd=TOP, stdin=pipe, stdout=pipe, text=True)
            )
            for _ in range(PROCESSES)
        ]
        streams = [(one.stdin, one.stdout) for one in processes if one.stdin and one.stdout]
        assert [said.readline() for _, said in streams] == ["ready\n"] * PROCESSES
        for told, _ in streams:
            told.write("now\n")
            told.flush()
        got = [int(said.readline()) for _, said in streams]
    assert [one.returncode for one in processes] == [0] * PROCESSES
    with database.connect() as db:
        assert sum(got) == opening(db, visit.id).taken == visit.capacity
        assert miscounted(db) == []


def test_what_came_free_is_held_once_while_all_go_for_it(
    database: sa.Engine, two: tuple[Opening, Opening], clock: FixedClock
) -> None:
    """Who waits, who books, who cancels and who answers at the same moment: no place is lost or given twice."""
    visit, _ = two
    phones = _phones(database, 20, clock)
    with database.begin() as db:
        made = [builders.booking(db, visit, now=clock.now(), contact_id=one, people=3) for one in phones[:10]]
        waiting = [
            join(
                db,
                builders.persons(1 + number % 2),
                contact_id=one,
                commune_id=visit.commune_id,
                place_id=visit.place_id,
                opening=visit,
                now=clock.now(),
            )
            for number, one in enumerate(phones[10:])
        ]

    def work(number: int) -> int:
        if number < 8:
            with database.begin() as db:
                cancel(db, made[number], person_ids=[made[number].people[0].id], now=clock.now())
            return 0
        answered = 0
        for wait_id, contact_id in zip(waiting, phones[10:], strict=True):
            assert wait_id is not None
            with database.begin() as db:
                hold(db, contact_id)
                offer = make_offer(db, wait_id, visit.id, now=clock.now())
            if offer is not None:
                with database.begin() as db:
                    hold(db, contact_id)
                    if number % 2:
                        answered += _accepted(db, offer, clock)
                    else:
                        decline(db, offer.id, contact_id=contact_id, now=clock.now())
        return answered

    accepted = sum(at_once(14, work))
    with database.connect() as db:
        assert miscounted(db) == []
        assert opening(db, visit.id).taken == 30 - 8 + accepted
        assert held_in(db, visit.id) == []


def _accepted(db: sa.Connection, offer: Offer, clock: FixedClock) -> int:
    answered, _ = accept(db, offer.id, contact_id=offer.contact_id, now=clock.now(), timetable=TIMETABLE)
    return offer.party if answered is Answered.BOOKED else 0


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
