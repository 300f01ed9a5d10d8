"""Ways to what is asked after her day: who did not come, the result, the activation."""

from datetime import date, timedelta

from helpdesk.booking.attending.attendance import attendance_in
from helpdesk.booking.attending.outcome_states import Outcome
from helpdesk.booking.attending.outcomes import By, mark
from helpdesk.booking.tables import openings
from tests.support.rehearsal import Rehearsal
from tests.support.ways_there.residents import (
    HER,
    NEIGHBOUR,
    THREE,
    book,
    bookings,
    helped_by_neighbour,
    set_openings,
)


def _marked(now: Rehearsal, outcome: Outcome) -> None:
    """On the day itself the team marks all of her first booking."""
    (booked, *_) = bookings(now)
    now.clock.set(booked.opening.starts_at + timedelta(hours=1))
    with now.transaction() as db:
        for one in attendance_in(db, [booked.opening.id]):
            moment, timetable = now.clock.now(), now.house.timetable
            mark(db, one.booked_id, outcome, by=By(None), now=moment, timetable=timetable)


def asks_for_a_day_that_is_over(now: Rehearsal) -> str:
    """Her day is over, and she wants it changed."""
    book(now)
    (booked,) = bookings(now)
    now.clock.set(booked.opening.ends_at)
    now.say(HER, "DOI")
    return HER


def did_not_come(now: Rehearsal) -> str:
    """The day after she is told the next one."""
    book(now)
    _marked(now, Outcome.ABSENT)
    now.pass_until(HER, "reminder_no_show")
    return HER


def has_been_there(now: Rehearsal) -> str:
    """She is asked whether the result has come."""
    book(now)
    _marked(now, Outcome.TAKEN)
    now.pass_until(HER, "reminder_result")
    return HER


def have_been_there(now: Rehearsal) -> str:
    """The same of a household."""
    book(now, THREE)
    _marked(now, Outcome.TAKEN)
    now.pass_until(HER, "reminder_result")
    return HER


def has_a_result(now: Rehearsal) -> str:
    """Some days later she is asked whether all is done."""
    has_been_there(now)
    now.say(HER, "1", "2")
    now.pass_until(HER, "reminder_activation")
    return HER


def _told_by_a_neighbour(now: Rehearsal, outcome: Outcome) -> str:
    book(now, opening=3)
    helped_by_neighbour(now)
    _marked(now, outcome)
    now.pass_until(NEIGHBOUR, "reminder_after_neighbour")
    return NEIGHBOUR


def did_not_come_and_told_by_a_neighbour(now: Rehearsal) -> str:
    """He is to tell her the next day."""
    return _told_by_a_neighbour(now, Outcome.ABSENT)


def did_not_come_and_there_is_no_other_day(now: Rehearsal) -> str:
    """He is to tell her that there is none."""
    set_openings(now, openings.c.day > date(2026, 12, 7), capacity=0)
    return _told_by_a_neighbour(now, Outcome.ABSENT)


def has_been_there_and_told_by_a_neighbour(now: Rehearsal) -> str:
    """He is to ask her for the result."""
    return _told_by_a_neighbour(now, Outcome.TAKEN)


def has_a_result_and_told_by_a_neighbour(now: Rehearsal) -> str:
    """He is to ask her whether all is done."""
    _told_by_a_neighbour(now, Outcome.NOTICED)
    return NEIGHBOUR
