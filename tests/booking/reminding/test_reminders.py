"""helpdesk/booking/reminding/reminders.py."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
import sqlalchemy as sa

from helpdesk.booking.bookings import Booking
from helpdesk.booking.changes import cancel, move
from helpdesk.booking.openings import Opening
from helpdesk.booking.reminding import reminders
from helpdesk.booking.tables import reminders as table
from helpdesk.clock import FixedClock, at_local
from helpdesk.places.communes import Place
from helpdesk.settings import Timetable
from tests.support import builders

VISIT, NEXT_VISIT = date(2026, 12, 10), date(2026, 12, 17)


@pytest.fixture
def place(db: sa.Connection) -> Place:
    return builders.place(db, builders.commune(db))


@pytest.fixture
def visit(db: sa.Connection, place: Place) -> Opening:
    return builders.opening(db, place, day=VISIT)


def _on(day: int, at: time = time(11, 0)) -> datetime:
    return at_local(date(2026, 12, day), at)


def _planned(db: sa.Connection, booking: Booking) -> list[tuple[str, datetime, datetime, str]]:
    t = table.c
    query = sa.select(t.kind, t.due_at, t.useful_until, t.state).where(t.booking_id == booking.id)
    return [tuple(row) for row in db.execute(query.order_by(t.due_at))]


def _taken(db: sa.Connection, booking: Booking, clock: FixedClock, *, wanted: bool = True) -> list[str]:
    contact_id = booking.contact_id
    assert contact_id is not None
    return [due.kind for due in reminders.take_due(db, contact_id, now=clock.now(), wanted=wanted)]


def test_a_booking_is_reminded_of_three_days_and_one_day_before_at_eleven(
    db: sa.Connection, visit: Opening, clock: FixedClock
) -> None:
    made = builders.booking(db, visit, now=clock.now())
    assert _planned(db, made) == [
        ("three_days", _on(7), _on(9), "waiting"),
        ("day_before", _on(9), visit.starts_at, "waiting"),
    ]


def test_the_hour_is_a_setting(db: sa.Connection, visit: Opening, clock: FixedClock) -> None:
    timetable = replace(Timetable(), day_before=time(16, 30))
    made = builders.booking(db, visit, now=clock.now(), timetable=timetable)
    assert [due for _, due, *_ in _planned(db, made)] == [_on(7, time(16, 30)), _on(9, time(16, 30))]


@pytest.mark.parametrize(
    ("booked_at", "kinds"),
    [
        (_on(7) - timedelta(seconds=1), ["three_days", "day_before"]),
        (_on(7), ["day_before"]),
        (_on(9) - timedelta(seconds=1), ["day_before"]),
        (_on(9), []),
        (_on(10, time(7, 0)), []),
    ],
)
def test_what_is_past_when_she_books_is_left_out(
    db: sa.Connection, visit: Opening, clock: FixedClock, booked_at: datetime, kinds: list[str]
) -> None:
    clock.set(booked_at)
    made = builders.booking(db, visit, now=clock.now())
    assert [kind for kind, *_ in _planned(db, made)] == kinds


def test_it_is_due_at_its_time_and_once(db: sa.Connection, visit: Opening, clock: FixedClock) -> None:
    made = builders.booking(db, visit, now=clock.now())
    clock.set(_on(7) - timedelta(seconds=1))
    assert reminders.contacts_due(db, now=clock.now(), at_most=9) == []
    clock.set(_on(7))
    assert reminders.contacts_due(db, now=clock.now(), at_most=9) == [made.contact_id]
    assert [_taken(db, made, clock) for _ in range(2)] == [["three_days"], []]
    assert [state for *_, state in _planned(db, made)] == ["sent", "waiting"]
    assert reminders.contacts_due(db, now=clock.now(), at_most=9) == []


def test_after_days_without_power_only_the_useful_one_is_said(
    db: sa.Connection, visit: Opening, clock: FixedClock
) -> None:
    made = builders.booking(db, visit, now=clock.now())
    clock.set(_on(9))
    assert _taken(db, made, clock) == ["day_before"]
    assert [state for *_, state in _planned(db, made)] == ["dropped", "sent"]


def test_nothing_is_said_once_the_opening_has_begun(
    db: sa.Connection, visit: Opening, clock: FixedClock
) -> None:
    made = builders.booking(db, visit, now=clock.now())
    clock.set(visit.starts_at)
    assert _taken(db, made, clock) == []
    assert [state for *_, state in _planned(db, made)] == ["dropped", "dropped"]


def test_who_wants_none_has_them_dropped_when_due(
    db: sa.Connection, visit: Opening, clock: FixedClock
) -> None:
    made = builders.booking(db, visit, now=clock.now())
    clock.set(_on(7))
    assert _taken(db, made, clock, wanted=False) == []
    assert [state for *_, state in _planned(db, made)] == ["dropped", "waiting"]


def test_what_is_due_together_is_taken_together(
    db: sa.Connection, place: Place, visit: Opening, clock: FixedClock
) -> None:
    made = [builders.booking(db, visit, now=clock.now(), people=people) for people in (1, 2)]
    other = builders.contact(db, builders.PROXY, now=clock.now())
    builders.booking(db, visit, now=clock.now(), contact_id=other.id)
    clock.set(_on(7))
    assert len(reminders.contacts_due(db, now=clock.now(), at_most=9)) == 2
    contact_id = made[0].contact_id
    assert contact_id is not None
    due = reminders.take_due(db, contact_id, now=clock.now(), wanted=True)
    assert [one.booking_id for one in due] == [booking.id for booking in made]
    assert reminders.contacts_due(db, now=clock.now(), at_most=9) == [other.id]


def test_cancelling_the_booking_drops_what_still_waits(
    db: sa.Connection, visit: Opening, clock: FixedClock
) -> None:
    made = builders.booking(db, visit, now=clock.now(), people=2)
    clock.set(_on(7))
    _taken(db, made, clock)
    cancel(db, made, person_ids=[made.people[0].id], now=clock.now())
    assert [state for *_, state in _planned(db, made)] == ["sent", "waiting"], "one of them still comes"
    cancel(db, made, now=clock.now())
    assert [state for *_, state in _planned(db, made)] == ["sent", "dropped"]


def test_moving_the_booking_plans_them_anew(
    db: sa.Connection, place: Place, visit: Opening, clock: FixedClock
) -> None:
    made = builders.booking(db, visit, now=clock.now())
    clock.set(_on(7))
    _taken(db, made, clock)
    to = builders.opening(db, place, day=NEXT_VISIT)
    moved = move(db, made, to, now=clock.now(), timetable=Timetable())
    assert moved is not None
    assert _planned(db, moved) == [
        ("three_days", _on(14), _on(16), "waiting"),
        ("day_before", _on(16), to.starts_at, "waiting"),
    ]


def test_no_two_reminders_have_the_same_key_even_where_ids_are_used_again(
    db: sa.Connection, place: Place, visit: Opening, clock: FixedClock
) -> None:
    made = builders.booking(db, visit, now=clock.now())
    contact_id = made.contact_id
    assert contact_id is not None
    keys = []
    for day in (VISIT, NEXT_VISIT):
        for days in (3, 1):
            clock.set(at_local(day - timedelta(days=days), time(11, 0)))
            keys += [due.key for due in reminders.take_due(db, contact_id, now=clock.now(), wanted=True)]
        if day == VISIT:
            to = builders.opening(db, place, day=NEXT_VISIT)
            move(db, made, to, now=clock.now(), timetable=Timetable())
    assert keys == [
        f"{made.id}:three_days:20261207T0400",
        f"{made.id}:day_before:20261209T0400",
        f"{made.id}:three_days:20261214T0400",
        f"{made.id}:day_before:20261216T0400",
    ]
