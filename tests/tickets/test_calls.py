"""helpdesk/tickets/calls.py: each call is opened once, made once, tried again later, and gone when it is no longer so."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
import sqlalchemy as sa

from helpdesk.clock import FixedClock, local_date
from helpdesk.tickets import calls
from helpdesk.tickets.calls import MOST_TRIES, TRY_AGAIN_AFTER, Call, NewCall, Tried
from tests.support import builders


def due(
    db: sa.Connection,
    clock: FixedClock,
    *,
    key: str = "reminder:1",
    days: int = 3,
    where: str = "Thượng Trạch",
) -> NewCall:
    """A call about a new booking of the resident."""
    village = builders.place(db, builders.commune(db, where), f"Bản {where}")
    there = builders.opening(db, village, day=local_date(clock.now()) + timedelta(days=days))
    booked = builders.booking(db, there, now=clock.now())
    assert booked.contact_id is not None
    return NewCall(
        commune_id=booked.opening.commune_id,
        contact_id=booked.contact_id,
        booking_id=booked.id,
        opening_id=booked.opening.id,
        intent_key=key,
        said="day_before:20261201T1100",
        due_by=booked.opening.starts_at,
    )


def the_call(db: sa.Connection, clock: FixedClock) -> Call:
    """The only one that is open."""
    (call,) = calls.open_calls(db, now=clock.now())
    return call


def official(db: sa.Connection, call: NewCall, clock: FixedClock) -> int:
    return builders.officer(db, call.commune_id, now=clock.now())


def test_a_call_says_whom_to_ring_and_by_when(db: sa.Connection, clock: FixedClock) -> None:
    new = due(db, clock)
    calls.open_call(db, new, now=clock.now())
    call = the_call(db, clock)
    assert (call.address, call.language, call.commune) == ("+84912345601", "vi", "Thượng Trạch")
    assert (call.booking_id, call.due_by, call.tries, call.given_up) == (new.booking_id, new.due_by, 0, False)


def test_a_call_about_nothing_is_refused_and_takes_back_no_other(
    db: sa.Connection, clock: FixedClock
) -> None:
    new = due(db, clock)
    calls.open_call(db, new, now=clock.now())
    with pytest.raises(ValueError, match="about a booking or about an offer"):
        calls.open_call(db, replace(new, booking_id=None, intent_key="nothing"), now=clock.now())
    assert the_call(db, clock).booking_id == new.booking_id


def test_the_same_call_is_opened_once_even_after_it_was_made(db: sa.Connection, clock: FixedClock) -> None:
    new = due(db, clock)
    opened = calls.open_call(db, new, now=clock.now())
    assert opened is not None
    assert calls.open_call(db, new, now=clock.now()) is None
    assert calls.told(db, opened, official_id=official(db, new, clock), commune_id=None, now=clock.now())
    assert calls.open_call(db, new, now=clock.now()) is None
    assert calls.open_calls(db, now=clock.now()) == []


def test_what_is_said_tomorrow_takes_the_place_of_what_nobody_said_today(
    db: sa.Connection, clock: FixedClock
) -> None:
    new = due(db, clock)
    first = calls.open_call(db, new, now=clock.now())
    second = calls.open_call(db, replace(new, intent_key="reminder:2"), now=clock.now())
    assert first != second
    assert the_call(db, clock).id == second


def test_a_withdrawn_call_may_be_opened_again(db: sa.Connection, clock: FixedClock) -> None:
    new = due(db, clock)
    calls.open_call(db, new, now=clock.now())
    booking_id = new.booking_id or 0
    assert calls.withdraw(db, booking_id, now=clock.now()) == [new.said]
    assert calls.withdraw(db, booking_id, now=clock.now()) == []
    assert calls.open_calls(db, now=clock.now()) == []
    assert calls.open_call(db, new, now=clock.now()) is not None


def test_who_is_not_reached_is_tried_later_and_after_three_tries_another_way(
    db: sa.Connection, clock: FixedClock
) -> None:
    new = due(db, clock)
    opened = calls.open_call(db, new, now=clock.now()) or 0
    by = official(db, new, clock)
    tries = [
        calls.not_reached(db, opened, tries_before=before, official_id=by, commune_id=None, now=clock.now())
        for before in (0, 0, *range(1, MOST_TRIES))  # the button of one page is pressed twice
    ]
    call = the_call(db, clock)
    assert tries == [Tried(1, True), Tried(1, False), Tried(2, True), Tried(3, True)]
    assert (call.tries, call.given_up) == (3, True)
    assert call.try_at == clock.now() + TRY_AGAIN_AFTER
    assert calls.told(db, opened, official_id=by, commune_id=None, now=clock.now()), (
        "somebody told her after all"
    )
    assert (
        calls.not_reached(db, opened, tries_before=0, official_id=by, commune_id=None, now=clock.now())
        is None
    )


def test_what_can_be_tried_now_stands_before_what_was_tried(db: sa.Connection, clock: FixedClock) -> None:
    soon, later = due(db, clock, key="a", days=2), due(db, clock, key="b", days=5, where="Dân Hóa")
    first = calls.open_call(db, soon, now=clock.now()) or 0
    second = calls.open_call(db, later, now=clock.now()) or 0
    assert [call.id for call in calls.open_calls(db, now=clock.now())] == [first, second]
    calls.not_reached(
        db, first, tries_before=0, official_id=official(db, soon, clock), commune_id=None, now=clock.now()
    )
    assert [call.id for call in calls.open_calls(db, now=clock.now())] == [second, first]


def test_after_the_opening_has_begun_nobody_is_rung(db: sa.Connection, clock: FixedClock) -> None:
    new = due(db, clock)
    calls.open_call(db, new, now=clock.now())
    clock.set(new.due_by - timedelta(minutes=1))
    assert len(calls.open_calls(db, now=clock.now())) == 1
    clock.set(new.due_by)
    assert calls.open_calls(db, now=clock.now()) == []


@pytest.mark.parametrize("act", [calls.told, partial(calls.not_reached, tries_before=0)])
def test_another_commune_sees_and_makes_none(db: sa.Connection, clock: FixedClock, act: object) -> None:
    new = due(db, clock)
    opened = calls.open_call(db, new, now=clock.now()) or 0
    other = builders.commune(db, "Dân Hóa")
    assert calls.open_calls(db, commune_id=other, now=clock.now()) == []
    assert callable(act)
    by = official(db, new, clock)
    assert not act(db, opened, official_id=by, commune_id=other, now=clock.now())
    assert act(db, opened, official_id=by, commune_id=new.commune_id, now=clock.now())
