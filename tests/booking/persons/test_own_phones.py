"""helpdesk/booking/persons/own_phones.py"""

from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa

from helpdesk.booking.bookings import Booking
from helpdesk.booking.changes import book, cancel, move
from helpdesk.booking.openings import Opening
from helpdesk.booking.parting import split
from helpdesk.booking.persons.own_phones import (
    MOST_BOOKED,
    MOST_GIVEN,
    Giving,
    drop,
    give,
    knows,
    phones_beside,
    phones_of,
    take_away,
)
from helpdesk.booking.persons.tidings import due, take
from helpdesk.clock import FixedClock
from helpdesk.settings import Timetable
from tests.support import builders

HERS = "+84912345688"
TIMETABLE = Timetable()


@pytest.fixture
def visit(db: sa.Connection, clock: FixedClock) -> Opening:
    return builders.some_opening(db, now=clock.now(), capacity=30)


@pytest.fixture
def later(db: sa.Connection, visit: Opening) -> Opening:
    where = builders.place(db, visit.commune_id, "Nịu")
    return builders.opening(db, where, day=visit.day + timedelta(days=7))


def _give(
    db: sa.Connection, booking: Booking, clock: FixedClock, *, address: str = HERS, person: int = 0
) -> Giving:
    return give(
        db,
        booking,
        booking.people[person].id,
        address,
        by_contact_id=booking.contact_id,
        now=clock.now(),
        timetable=TIMETABLE,
    )


def _said(db: sa.Connection, clock: FixedClock, *, wanted: bool = True) -> list[tuple[str, int]]:
    """Say all that is due: what, and of which booking."""
    found = due(db, now=clock.now(), at_most=10)
    return [
        (said.kind, said.booking_id)
        for one in found
        for said in take(db, one, wanted=wanted, now=clock.now())
    ]


def test_she_is_told_once_and_reminded_like_everybody(
    db: sa.Connection, visit: Opening, clock: FixedClock
) -> None:
    made = builders.booking(db, visit, now=clock.now(), people=2)
    assert [_give(db, made, clock), _give(db, made, clock)] == [Giving.NOTED, Giving.KNOWN]
    assert phones_of(db, [made.id]) == {made.people[0].id: HERS}
    assert [_said(db, clock), _said(db, clock)] == [[("booked", made.id)], []]
    clock.set(visit.starts_at - timedelta(days=2))
    assert _said(db, clock) == [("three_days", made.id)]
    clock.set(visit.starts_at - timedelta(hours=6))
    assert _said(db, clock) == [("day_before", made.id)]


def test_the_phone_that_booked_is_told_anyway(db: sa.Connection, visit: Opening, clock: FixedClock) -> None:
    made = builders.booking(db, visit, now=clock.now())
    own = replace(made, address=HERS)
    assert _give(db, own, clock) is Giving.KNOWN
    assert due(db, now=clock.now(), at_most=10) == []


def test_who_wants_no_messages_gets_none(db: sa.Connection, visit: Opening, clock: FixedClock) -> None:
    made = builders.booking(db, visit, now=clock.now())
    _give(db, made, clock)
    assert _said(db, clock, wanted=False) == []
    assert _said(db, clock) == []


def test_one_contact_cannot_have_numbers_told_without_end(
    db: sa.Connection, visit: Opening, clock: FixedClock
) -> None:
    made = builders.booking(db, visit, now=clock.now())
    given = [_give(db, made, clock, address=f"+8491234570{n}") for n in range(MOST_GIVEN + 1)]
    assert given == [Giving.NOTED] * MOST_GIVEN + [Giving.TOO_MANY]
    clock.advance(timedelta(days=1, minutes=1))
    assert _give(db, made, clock) is Giving.NOTED


def test_one_number_cannot_be_told_of_bookings_without_end(
    db: sa.Connection, visit: Opening, clock: FixedClock
) -> None:
    made = [builders.booking(db, visit, now=clock.now()) for _ in range(MOST_BOOKED + 1)]
    given = [_give(db, booking, clock) for booking in made]
    assert given == [Giving.NOTED] * MOST_BOOKED + [Giving.TOO_MANY]


def test_who_was_told_is_told_of_another_day_and_of_the_end(
    db: sa.Connection, visit: Opening, later: Opening, clock: FixedClock
) -> None:
    made = builders.booking(db, visit, now=clock.now())
    _give(db, made, clock)
    _said(db, clock)
    moved = move(db, made, later, now=clock.now(), timetable=TIMETABLE)
    assert moved is not None
    assert _said(db, clock) == [("moved", made.id)]
    cancel(db, moved, now=clock.now())
    assert _said(db, clock) == [("cancelled", made.id)]
    clock.set(later.starts_at - timedelta(hours=6))
    assert _said(db, clock) == []


def test_who_was_not_told_yet_is_told_only_what_is_so(
    db: sa.Connection, visit: Opening, later: Opening, clock: FixedClock
) -> None:
    made = builders.booking(db, visit, now=clock.now())
    _give(db, made, clock)
    moved = move(db, made, later, now=clock.now(), timetable=TIMETABLE)
    assert moved is not None
    assert [(one.kind, one.opening_id) for one in due(db, now=clock.now(), at_most=9)] == [
        ("booked", later.id)
    ]
    cancel(db, moved, now=clock.now())
    assert _said(db, clock) == []


def test_a_phone_goes_with_its_person(
    db: sa.Connection, visit: Opening, later: Opening, clock: FixedClock
) -> None:
    made = builders.booking(db, visit, now=clock.now(), people=2)
    _give(db, made, clock, person=1)
    _said(db, clock)
    cancel(db, made, person_ids=[made.people[0].id], now=clock.now())
    assert _said(db, clock) == []
    apart = split(db, made, [made.people[1].id], later, now=clock.now(), timetable=TIMETABLE)
    assert apart is not None
    assert _said(db, clock) == [("moved", apart.id)]


def test_who_knew_of_her_place_hears_that_it_is_gone_though_the_move_between_was_not_said(
    db: sa.Connection, visit: Opening, later: Opening, clock: FixedClock
) -> None:
    made = builders.booking(db, visit, now=clock.now())
    _give(db, made, clock)
    assert _said(db, clock) == [("booked", made.id)]
    moved = move(db, made, later, now=clock.now(), timetable=TIMETABLE)
    assert moved is not None
    cancel(db, moved, now=clock.now())
    assert _said(db, clock) == [("cancelled", made.id)]


def test_moved_twice_before_it_was_said_she_is_told_once_that_she_is_moved(
    db: sa.Connection, visit: Opening, later: Opening, clock: FixedClock
) -> None:
    made = builders.booking(db, visit, now=clock.now())
    _give(db, made, clock)
    _said(db, clock)
    latest = builders.opening(
        db, builders.place(db, visit.commune_id, "Cóc"), day=visit.day + timedelta(days=9)
    )
    moved = move(db, made, later, now=clock.now(), timetable=TIMETABLE)
    assert moved is not None
    move(db, moved, latest, now=clock.now(), timetable=TIMETABLE)
    assert [(one.kind, one.opening_id) for one in due(db, now=clock.now(), at_most=9)] == [
        ("moved", latest.id)
    ]


def test_a_number_that_was_put_right_is_told_and_the_wrong_one_no_more(
    db: sa.Connection, visit: Opening, clock: FixedClock
) -> None:
    made = builders.booking(db, visit, now=clock.now())
    told = []
    for address in ("+84912345701", HERS):
        assert _give(db, made, clock, address=address) is Giving.NOTED
        told += [one.address for one in due(db, now=clock.now(), at_most=9)]
        _said(db, clock)
    assert told == ["+84912345701", HERS]
    clock.set(visit.starts_at - timedelta(days=2))
    assert [one.address for one in due(db, now=clock.now(), at_most=9)] == [HERS]


WRONG = "+84912345701"


def test_a_number_given_before_the_wrong_one_is_hers_again_and_reminded_only(
    db: sa.Connection, visit: Opening, clock: FixedClock
) -> None:
    """Given in turn without end, each of the two numbers is told once."""
    made = builders.booking(db, visit, now=clock.now())
    told = []
    for address in (HERS, WRONG, HERS, HERS, WRONG, HERS):
        given = _give(db, made, clock, address=address)
        told += [(one.address, one.kind) for one in due(db, now=clock.now(), at_most=9)]
        _said(db, clock)
    assert given is Giving.NOTED
    assert phones_of(db, [made.id]) == {made.people[0].id: HERS}
    assert told == [(HERS, "booked"), (WRONG, "booked")]
    assert _give(db, made, clock) is Giving.KNOWN
    reminded = []
    for before in (timedelta(days=2), timedelta(hours=6)):
        clock.set(visit.starts_at - before)
        reminded += [(one.address, one.kind) for one in due(db, now=clock.now(), at_most=9)]
        _said(db, clock)
    assert reminded == [(HERS, "three_days"), (HERS, "day_before")]


def test_a_number_put_right_again_before_anything_was_said_there_is_told_then(
    db: sa.Connection, visit: Opening, clock: FixedClock
) -> None:
    made = builders.booking(db, visit, now=clock.now())
    for address in (HERS, WRONG, HERS):
        _give(db, made, clock, address=address)
    assert [(one.address, one.kind) for one in due(db, now=clock.now(), at_most=9)] == [(HERS, "booked")]


def test_a_number_put_right_again_hears_of_the_day_to_which_she_was_moved_meanwhile(
    db: sa.Connection, visit: Opening, later: Opening, clock: FixedClock
) -> None:
    made = builders.booking(db, visit, now=clock.now())
    for address in (HERS, WRONG):
        _give(db, made, clock, address=address)
        _said(db, clock)
    moved = move(db, made, later, now=clock.now(), timetable=TIMETABLE)
    assert moved is not None
    _give(db, moved, clock)
    told = [(one.address, one.kind, one.opening_id) for one in due(db, now=clock.now(), at_most=9)]
    assert told == [(HERS, "moved", later.id)]
    cancel(db, moved, now=clock.now())
    assert [(one.address, one.kind) for one in due(db, now=clock.now(), at_most=9)] == [(HERS, "cancelled")]


def test_two_of_one_booking_with_one_phone_are_told_together(
    db: sa.Connection, visit: Opening, clock: FixedClock
) -> None:
    made = builders.booking(db, visit, now=clock.now(), people=3)
    assert [_give(db, made, clock, person=person) for person in (0, 2)] == [Giving.NOTED] * 2
    assert phones_of(db, [made.id]) == {made.people[0].id: HERS, made.people[2].id: HERS}
    first, second = due(db, now=clock.now(), at_most=9)
    said = take(db, first, wanted=True, now=clock.now())
    assert [one.person_id for one in said] == [made.people[0].id, made.people[2].id]
    assert take(db, second, wanted=True, now=clock.now()) == []


def test_the_phone_that_changed_it_is_not_sent_the_news(
    db: sa.Connection, visit: Opening, later: Opening, clock: FixedClock
) -> None:
    made = builders.booking(db, visit, now=clock.now(), people=2)
    _give(db, made, clock)
    _give(db, made, clock, address="+84912345701", person=1)
    _said(db, clock)
    moved = move(db, made, later, now=clock.now(), timetable=TIMETABLE)
    assert moved is not None
    knows(db, made.id, HERS, now=clock.now())
    assert [one.address for one in due(db, now=clock.now(), at_most=9)] == ["+84912345701"]
    cancel(db, moved, now=clock.now())
    # What somebody else does then is news to both.
    assert len(due(db, now=clock.now(), at_most=9)) == 2


def test_a_phone_that_is_taken_away_is_told_nothing_more_and_can_be_given_anew(
    db: sa.Connection, visit: Opening, later: Opening, clock: FixedClock
) -> None:
    made = builders.booking(db, visit, now=clock.now(), people=2)
    her = made.people[0].id
    _give(db, made, clock)
    _give(db, made, clock, person=1)
    assert take_away(db, made.id, her, now=clock.now())
    assert not take_away(db, made.id, her, now=clock.now())
    assert phones_of(db, [made.id]) == {made.people[1].id: HERS}
    moved = move(db, made, later, now=clock.now(), timetable=TIMETABLE)
    assert moved is not None
    assert [one.person_id for one in due(db, now=clock.now(), at_most=9)] == [made.people[1].id]
    assert take_away(db, made.id, made.people[1].id, now=clock.now())
    cancel(db, moved, now=clock.now())
    clock.set(later.starts_at - timedelta(hours=6))
    assert due(db, now=clock.now(), at_most=9) == []
    again = builders.booking(db, later, now=clock.now())
    assert _give(db, again, clock) is Giving.NOTED


def test_of_a_booking_on_the_desk_all_are_reached_on_the_phone_that_one_of_them_has(
    db: sa.Connection, visit: Opening, clock: FixedClock
) -> None:
    official = builders.officer(db, visit.commune_id, now=clock.now())
    now = clock.now()
    made = [
        book(db, visit, builders.persons(2), official_id=official, now=now, timetable=TIMETABLE) for _ in "ab"
    ]
    at_desk, without = [one for one in made if one is not None]
    by_phone = builders.booking(db, visit, now=now)
    for one in (at_desk, by_phone):
        _give(db, one, clock, person=0)
    found = phones_beside(db, [at_desk, without, by_phone])
    assert found == {person.id: HERS for person in at_desk.people}
    drop(db, by_phone.id, person_ids=None, now=now)
    drop(db, at_desk.id, person_ids=None, now=now, all_know=True)
    told = [(one.kind, one.booking_id) for one in due(db, now=now, at_most=9)]
    assert told == [("cancelled", at_desk.id)], "nobody else has heard of it"
