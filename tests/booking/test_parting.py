"""helpdesk/booking/parting.py and numbers.py: more in a booking, some of it on another day, and the numbers they get."""

from datetime import timedelta

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpdesk.booking.bookings import Booking, bookings_in, hold_booking
from helpdesk.booking.changes import MAX_PARTY, book, cancel, move
from helpdesk.booking.openings import Opening, opening
from helpdesk.booking.parting import add_people, split
from helpdesk.booking.persons.needs import Need
from helpdesk.booking.services import Service
from helpdesk.booking.states import OpeningState, ReminderState
from helpdesk.booking.tables import openings, reminders
from helpdesk.clock import FixedClock
from helpdesk.settings import Timetable
from tests.support import builders
from tests.support.at_once import at_once
from tests.support.recount import miscounted

TIMETABLE = Timetable()


@pytest.fixture
def two(db: sa.Connection, clock: FixedClock) -> tuple[Opening, Opening]:
    """Two openings of one village, with five places each."""
    place = builders.place(db, builders.commune(db))
    first, second = (
        builders.opening(db, place, day=(clock.now() + timedelta(days=days)).date(), capacity=5)
        for days in (7, 14)
    )
    return first, second


def _numbers(db: sa.Connection, booking: Booking) -> tuple[int, ...]:
    stored = hold_booking(db, booking.id)
    return stored.numbers if stored else ()


def _state(db: sa.Connection, *which: Opening) -> list[int]:
    assert miscounted(db) == []
    return [opening(db, one.id).taken for one in which]


def test_numbers_are_counted_up_and_tell_when_to_arrive(
    db: sa.Connection, two: tuple[Opening, Opening], clock: FixedClock
) -> None:
    first, second = (builders.booking(db, two[0], now=clock.now(), people=count) for count in (2, 3))
    assert (first.numbers, second.numbers) == ((1, 2), (3, 4, 5))
    assert _numbers(db, second) == (3, 4, 5)
    assert first.band is not None
    assert second.band is not None
    assert two[0].starts_at == first.band.starts_at < second.band.starts_at < two[0].ends_at


def test_a_number_that_was_given_back_is_handed_out_again_when_all_were_counted_up(
    db: sa.Connection, two: tuple[Opening, Opening], clock: FixedClock
) -> None:
    made = [builders.booking(db, two[0], now=clock.now()) for _ in range(4)]
    cancel(db, made[1], now=clock.now())
    # The count goes on while it can: whoever books next has a number that nobody had before.
    assert builders.booking(db, two[0], now=clock.now()).numbers == (5,)
    assert builders.booking(db, two[0], now=clock.now()).numbers == (2,)
    assert _state(db, two[0]) == [5]


def test_moving_gives_new_numbers(db: sa.Connection, two: tuple[Opening, Opening], clock: FixedClock) -> None:
    builders.booking(db, two[1], now=clock.now())
    made = builders.booking(db, two[0], now=clock.now(), people=2)
    moved = move(db, made, two[1], now=clock.now(), timetable=TIMETABLE)
    assert moved is not None
    assert moved.numbers == (2, 3) == _numbers(db, made)


def test_more_persons_join_a_booking_as_long_as_there_is_room_for_all(
    db: sa.Connection, two: tuple[Opening, Opening], clock: FixedClock
) -> None:
    made = builders.booking(db, two[0], now=clock.now(), people=2)
    joined = add_people(db, made, [("Hồ Thị C", 1990)], now=clock.now(), needs={0: [Need.READING]})
    stored = hold_booking(db, made.id)
    assert joined is not None
    assert stored is not None
    assert stored.people == joined.people
    assert [(p.name, p.number, p.needs) for p in stored.people[2:]] == [("Hồ Thị C", 3, (Need.READING,))]
    assert add_people(db, made, builders.persons(3), now=clock.now()) is None
    assert _state(db, two[0]) == [3]


def test_nobody_joins_a_booking_that_is_cancelled_or_too_large(
    db: sa.Connection, two: tuple[Opening, Opening], clock: FixedClock
) -> None:
    large = builders.opening(
        db, builders.place(db, two[0].commune_id, "Nịu"), day=two[0].day, capacity=MAX_PARTY + 1
    )
    whole = builders.booking(db, large, now=clock.now(), people=MAX_PARTY)
    assert add_people(db, whole, builders.persons(1), now=clock.now()) is None
    gone = builders.booking(db, two[0], now=clock.now())
    cancel(db, gone, now=clock.now())
    assert add_people(db, gone, builders.persons(1), now=clock.now()) is None
    assert _state(db, two[0], large) == [0, MAX_PARTY]


def test_some_of_a_booking_go_to_another_day(
    db: sa.Connection, two: tuple[Opening, Opening], clock: FixedClock
) -> None:
    made = builders.booking(db, two[0], now=clock.now(), people=3)
    going = made.people[1]
    apart = split(db, made, [going.id], two[1], now=clock.now(), timetable=TIMETABLE)
    left = hold_booking(db, made.id)
    assert apart is not None
    assert left is not None
    assert [p.id for p in apart.people] == [going.id]
    assert apart.numbers == (1,)
    assert [p.id for p in left.people] == [made.people[0].id, made.people[2].id]
    assert left.numbers == (1, 3)
    stored = hold_booking(db, apart.id)
    assert stored is not None
    assert (stored.people, stored.code) == (apart.people, apart.code)
    assert (apart.contact_id, apart.address) == (made.contact_id, builders.RESIDENT.phone)
    waiting = sa.select(reminders.c.booking_id).where(reminders.c.state == ReminderState.WAITING.value)
    assert set(db.execute(waiting).scalars()) == {made.id, apart.id}
    assert _state(db, *two) == [2, 1]


def test_who_is_all_of_a_booking_takes_it_along(
    db: sa.Connection, two: tuple[Opening, Opening], clock: FixedClock
) -> None:
    made = builders.booking(db, two[0], now=clock.now(), people=2)
    everyone = [person.id for person in made.people]
    moved = split(db, made, everyone, two[1], now=clock.now(), timetable=TIMETABLE)
    assert moved is not None
    assert (moved.id, moved.code) == (made.id, made.code)
    assert _state(db, *two) == [0, 2]


def test_a_split_that_finds_no_room_changes_nothing(
    db: sa.Connection, two: tuple[Opening, Opening], clock: FixedClock
) -> None:
    builders.booking(db, two[1], now=clock.now(), people=4)
    made = builders.booking(db, two[0], now=clock.now(), people=3)
    going = [person.id for person in made.people[:2]]
    assert split(db, made, going, two[1], now=clock.now(), timetable=TIMETABLE) is None
    assert split(db, made, [10_000], two[1], now=clock.now(), timetable=TIMETABLE) is None
    assert split(db, made, going, two[0], now=clock.now(), timetable=TIMETABLE) is None
    db.execute(openings.update().where(openings.c.id == two[1].id).values(state=OpeningState.CANCELLED.value))
    assert split(db, made, going[:1], two[1], now=clock.now(), timetable=TIMETABLE) is None
    assert _numbers(db, made) == (1, 2, 3)
    assert _state(db, *two) == [3, 4]


def test_an_official_books_for_somebody_without_a_phone(
    db: sa.Connection, two: tuple[Opening, Opening], clock: FixedClock
) -> None:
    official = builders.officer(db, two[0].commune_id, now=clock.now())
    made = book(
        db,
        two[0],
        [("Hồ Thị Già", 1944)],
        official_id=official,
        service=Service.UPDATE_INFO,
        needs={0: [Need.HOME_VISIT]},
        now=clock.now(),
        timetable=TIMETABLE,
    )
    (stored,) = bookings_in(db, two[0].id)
    assert made is not None
    assert (stored.people, stored.code) == (made.people, made.code)
    assert (stored.contact_id, stored.address, stored.service) == (None, None, Service.UPDATE_INFO)
    assert stored.people[0].needs == (Need.HOME_VISIT,)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.tuples(st.integers(0, 3), st.integers(0, 5)), max_size=20))
def test_whatever_is_done_the_numbers_stay_apart_and_within_the_capacity(
    db: sa.Connection, clock: FixedClock, steps: list[tuple[int, int]]
) -> None:
    with db.begin_nested() as undone:
        place = builders.place(db, builders.commune(db, "Dân Hóa"))
        days = [(clock.now() + timedelta(days=n)).date() for n in (7, 14)]
        both = [builders.opening(db, place, day=day, capacity=4) for day in days]
        live: list[Booking] = []
        for what, which in steps:
            chosen = live[which % len(live)] if live else None
            if what == 0 or chosen is None:
                made = book(
                    db,
                    both[which % 2],
                    builders.persons(1 + which % 3),
                    contact_id=builders.contact(db, now=clock.now()).id,
                    now=clock.now(),
                    timetable=TIMETABLE,
                )
                live += [made] if made else []
            elif what == 1:
                cancel(db, chosen, person_ids=[chosen.people[0].id], now=clock.now())
            elif what == 2:
                to = both[which % 2]
                split(db, chosen, [chosen.people[0].id], to, now=clock.now(), timetable=TIMETABLE)
            else:
                add_people(db, chosen, builders.persons(1), now=clock.now())
            assert miscounted(db) == []
        undone.rollback()


def test_added_and_parted_by_several_at_once_nothing_is_lost_or_double(
    database: sa.Engine, clock: FixedClock
) -> None:
    with database.begin() as db:
        place = builders.place(db, builders.commune(db))
        days = [(clock.now() + timedelta(days=n)).date() for n in (7, 14)]
        both = [builders.opening(db, place, day=day, capacity=9) for day in days]
        made = [builders.booking(db, both[n % 2], now=clock.now(), people=3) for n in range(4)]

    def work(number: int) -> None:
        for booking in made:
            with database.begin() as db:
                here = hold_booking(db, booking.id)
                if here is None:
                    continue
                other = both[here.opening.id == both[0].id]
                if number % 2:
                    add_people(db, here, builders.persons(1), now=clock.now())
                else:
                    split(db, here, [here.people[0].id], other, now=clock.now(), timetable=TIMETABLE)

    at_once(4, work)
    with database.connect() as db:
        assert miscounted(db) == []
        people = [
            person.id for one in both for booking in bookings_in(db, one.id) for person in booking.people
        ]
        assert len(people) == len(set(people)) >= 12
