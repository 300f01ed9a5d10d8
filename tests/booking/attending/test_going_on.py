"""helpdesk/booking/attending/served.py and moving_on.py: who was there when a booking moves, parts or is cancelled."""

from datetime import time, timedelta

import pytest
import sqlalchemy as sa

from helpdesk.booking.attending.attendance import attendance_in
from helpdesk.booking.attending.outcome_states import Outcome, Reason
from helpdesk.booking.attending.outcomes import Marked
from helpdesk.booking.bookings import Booking
from helpdesk.booking.changed_days.faults import CannotChange, NewDay, Wrong
from helpdesk.booking.changes import cancel, move
from helpdesk.booking.openings import Opening
from helpdesk.booking.openings import opening as opening_by_id
from helpdesk.booking.parting import split
from helpdesk.booking.persons import own_phones, tidings
from helpdesk.clock import FixedClock
from helpdesk.places.communes import Place
from helpdesk.settings import Timetable
from tests.booking.attending.marks import DAY, booked_in, marked_as, on, reminders_of, taken_back
from tests.support import builders
from tests.support.at_once import at_once
from tests.support.changed_days import called_off, put_off
from tests.support.recount import miscounted


def test_who_goes_to_another_opening_is_not_marked_there_and_not_told_of_the_old_one(
    db: sa.Connection, held: Booking, place: Place, clock: FixedClock
) -> None:
    later = builders.opening(db, place, day=DAY + timedelta(days=7))
    (absent, other) = booked_in(db, held)
    marked_as(db, absent, Outcome.ABSENT, clock)
    assert move(db, held, later, now=clock.now(), timetable=Timetable()) is not None
    there = {one.booked_id: one.outcome for one in attendance_in(db, [later.id])}
    assert there == {absent: None, other: None}
    assert reminders_of(db, absent) == []


def test_who_parts_from_the_others_leaves_her_mark_behind_and_they_keep_theirs(
    db: sa.Connection, held: Booking, place: Place, clock: FixedClock
) -> None:
    later = builders.opening(db, place, day=DAY + timedelta(days=7))
    for booked, to in zip(booked_in(db, held), (Outcome.SENT_AWAY, Outcome.TAKEN), strict=True):
        marked_as(db, booked, to, clock, reason=Reason.NO_CARD if to is Outcome.SENT_AWAY else None)
    assert split(db, held, [held.people[0].id], later, now=clock.now(), timetable=Timetable()) is not None
    marked = [[one.outcome for one in attendance_in(db, [day.id])] for day in (later, held.opening)]
    assert marked == [[None], [Outcome.TAKEN]]


def test_whoever_was_served_stays_where_that_was_and_the_others_of_the_household_move_on(
    db: sa.Connection, held: Booking, place: Place, clock: FixedClock
) -> None:
    later = builders.opening(db, place, day=DAY + timedelta(days=7))
    served, other = booked_in(db, held)
    marked_as(db, served, Outcome.TAKEN, clock)
    gone_on = move(db, held, later, now=clock.now(), timetable=Timetable())
    assert gone_on is not None
    assert (gone_on.id != held.id, [one.id for one in gone_on.people]) == (True, [held.people[1].id])
    marked = [
        [(one.booked_id, one.outcome) for one in attendance_in(db, [day.id])] for day in (held.opening, later)
    ]
    assert marked == [[(served, Outcome.TAKEN)], [(other, None)]]
    assert [opening_by_id(db, day.id).taken for day in (held.opening, later)] == [1, 1]
    # Of those who are left nobody has anywhere to go.
    for refused in (
        move(db, held, later, now=clock.now(), timetable=Timetable()),
        split(db, held, [held.people[0].id], later, now=clock.now(), timetable=Timetable()),
    ):
        assert refused is None
    assert miscounted(db) == []


def test_whoever_was_there_is_not_cancelled_and_nobody_is_told_that_she_was(
    db: sa.Connection, held: Booking, clock: FixedClock
) -> None:
    came, _ = booked_in(db, held)
    clock.set(on(9, time(7, 0)))
    own_phones.give(db, held, held.people[0].id, "+84912345699", now=clock.now(), timetable=Timetable())
    for one in tidings.due(db, now=clock.now(), at_most=9):
        assert tidings.take(db, one, wanted=True, now=clock.now())
    marked_as(db, came, Outcome.CAME, clock)
    assert [cancel(db, held, now=clock.now()) for _ in range(2)] == [1, 1]
    assert [one.booked_id for one in attendance_in(db, [held.opening.id])] == [came]
    assert tidings.due(db, now=clock.now(), at_most=9) == []


def test_a_day_on_which_somebody_is_marked_is_not_called_off_nor_put_off(
    db: sa.Connection, held: Booking, clock: FixedClock
) -> None:
    visit = held.opening
    clock.set(on(9, time(7, 0)))
    (booked, _) = booked_in(db, held)
    marked_as(db, booked, Outcome.CAME, clock)
    with pytest.raises(CannotChange, match=Wrong.MARKED):
        called_off(db, visit.id, now=clock.now())
    with pytest.raises(CannotChange, match=Wrong.MARKED):
        put_off(db, visit.id, NewDay.of(visit, DAY + timedelta(days=7)), now=clock.now())
    taken_back(db, booked, clock)
    assert called_off(db, visit.id, now=clock.now())


def test_who_was_served_is_not_cancelled_and_who_did_not_come_is(
    db: sa.Connection, held: Booking, clock: FixedClock
) -> None:
    (served, absent) = booked_in(db, held)
    marked_as(db, served, Outcome.TAKEN, clock)
    marked_as(db, absent, Outcome.ABSENT, clock)
    assert cancel(db, held, now=clock.now()) == 1
    left = [(one.booked_id, one.outcome) for one in attendance_in(db, [held.opening.id])]
    assert left == [(served, Outcome.TAKEN)]


def test_marking_somebody_and_calling_her_day_off_at_once_one_of_the_two_comes_to_pass(
    database: sa.Engine, clock: FixedClock
) -> None:
    for round_ in range(3):
        clock.set(on(1))
        with database.begin() as db:
            where = builders.place(db, builders.commune(db, f"Xã {round_}"), f"Bản {round_}")
            visit = builders.opening(db, where, day=DAY)
            (booked,) = booked_in(db, builders.booking(db, visit, now=clock.now()))
        clock.set(on(9, time(7, 0)))

        def act(number: int, visit: Opening = visit, booked: int = booked) -> bool:
            with database.begin() as db:
                if number:
                    return marked_as(db, booked, Outcome.CAME, clock) is Marked.DONE
                try:
                    called_off(db, visit.id, now=clock.now())
                except CannotChange:
                    return False
                return True

        off, came = at_once(2, act)
        assert off != came
