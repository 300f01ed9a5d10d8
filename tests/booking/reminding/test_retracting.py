"""helpdesk/booking/reminding/retracting.py: no reminder leaves that is no longer so, and none is lost for it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa

from helpdesk.booking import changes
from helpdesk.booking.bookings import Booking
from helpdesk.booking.reminding.reminders import Due, take_due
from helpdesk.booking.tables import reminders
from helpdesk.clock import FixedClock
from helpdesk.messaging.delivery.claiming import claim
from helpdesk.messaging.outbox import post
from helpdesk.messaging.states import Kind
from helpdesk.messaging.tables import outbound_messages
from helpdesk.settings import Timetable
from tests.support import builders
from tests.support.at_once import at_once
from tests.support.statements import statements_of

TIMETABLE = Timetable()


@pytest.fixture
def two(database: sa.Engine, clock: FixedClock) -> list[Booking]:
    """Two bookings of the resident for a week from now, by which time the first reminders are due."""
    with database.begin() as db:
        builders.gateway(db)
        visit = builders.some_opening(db, now=clock.now())
        made = [builders.booking(db, visit, now=clock.now(), people=3) for _ in range(2)]
    clock.advance(timedelta(days=4, hours=3))
    return made


def say_due(database: sa.Engine, clock: FixedClock, contact_id: int | None) -> list[Due]:
    """Write what is due to the outbox in one message, as the sweep does."""
    assert contact_id is not None
    with database.begin() as db:
        due = list(take_due(db, contact_id, now=clock.now(), wanted=True))
        if due:
            draft = builders.draft(
                builders.gateway(db), "Nhac ba con", kind=Kind.REMINDER, due_at=clock.now()
            )
            key = "reminder:" + ",".join(each.key for each in due)
            about = tuple(each.about for each in due)
            assert post(db, replace(draft, intent_key=key, about=about), now=clock.now()) is not None
    return due


def _cancel(database: sa.Engine, clock: FixedClock, booking: Booking, *people: int) -> None:
    with database.begin() as db:
        changes.cancel(db, booking, person_ids=people or None, now=clock.now())


def _states(database: sa.Engine) -> list[str]:
    with database.connect() as db:
        query = sa.select(outbound_messages.c.state).order_by(outbound_messages.c.id)
        return list(db.execute(query).scalars())


def test_what_waits_of_a_cancelled_booking_is_taken_back_and_the_other_is_said_alone(
    database: sa.Engine, two: list[Booking], clock: FixedClock
) -> None:
    first, second = two
    assert [due.booking_id for due in say_due(database, clock, first.contact_id)] == [first.id, second.id]
    _cancel(database, clock, first)
    assert _states(database) == ["dropped"]
    assert [due.booking_id for due in say_due(database, clock, first.contact_id)] == [second.id]
    _cancel(database, clock, second)
    assert say_due(database, clock, first.contact_id) == []
    assert _states(database) == ["dropped", "dropped"]


def test_what_waits_of_a_moved_booking_is_taken_back_and_the_other_is_said_alone(
    database: sa.Engine, two: list[Booking], clock: FixedClock
) -> None:
    first, second = two
    say_due(database, clock, first.contact_id)
    with database.begin() as db:
        there = builders.place(db, first.opening.commune_id, "Cà Roòng 2")
        day = first.opening.day + timedelta(days=7)
        later = builders.opening(db, there, day=day)
        assert changes.move(db, first, later, now=clock.now(), timetable=TIMETABLE) is not None
    assert _states(database) == ["dropped"]
    assert [due.booking_id for due in say_due(database, clock, first.contact_id)] == [second.id]
    clock.advance(timedelta(days=7))
    assert first.id in {due.booking_id for due in say_due(database, clock, first.contact_id)}


def test_when_one_of_three_is_cancelled_it_is_said_anew_for_two(
    database: sa.Engine, two: list[Booking], clock: FixedClock
) -> None:
    first, second = two
    once = say_due(database, clock, first.contact_id)
    _cancel(database, clock, first, first.people[0].id)
    assert _states(database) == ["dropped"]
    assert say_due(database, clock, first.contact_id) == once
    _cancel(database, clock, first, first.people[1].id)
    assert say_due(database, clock, first.contact_id) == once
    assert _states(database) == ["dropped", "dropped", "queued"]
    assert {due.booking_id for due in once} == {first.id, second.id}


def test_what_was_said_already_is_not_said_again(
    database: sa.Engine, two: list[Booking], clock: FixedClock
) -> None:
    first, _ = two
    say_due(database, clock, first.contact_id)
    with database.begin() as db:
        assert claim(db, now=clock.now()) is not None
    _cancel(database, clock, first, first.people[0].id)
    _cancel(database, clock, first)
    assert say_due(database, clock, first.contact_id) == []
    assert _states(database) == ["sending"]


def test_a_reminder_too_late_to_be_of_use_is_not_said_again(
    database: sa.Engine, two: list[Booking], clock: FixedClock
) -> None:
    first, second = two
    say_due(database, clock, first.contact_id)
    clock.advance(timedelta(days=4))
    _cancel(database, clock, first)
    assert say_due(database, clock, second.contact_id) == []


def test_cancelling_costs_one_statement_for_it(
    database: sa.Engine, two: list[Booking], clock: FixedClock
) -> None:
    first, _ = two
    with statements_of(database) as seen:
        _cancel(database, clock, first)
    assert len([statement for statement in seen if "message_subjects" in statement]) == 1
    assert len([statement for statement in seen if "outbound_messages" in statement]) == 1


def _pairs(database: sa.Engine, clock: FixedClock) -> Iterator[tuple[int, list[Booking]]]:
    """Twelve times: two new bookings of one contact, by its id, and only their reminders."""
    rounds = 12
    with database.begin() as db:
        builders.gateway(db)
        visit = builders.some_opening(db, now=clock.now(), capacity=2 * rounds)
        contact = builders.contact(db, now=clock.now())
    for _ in range(rounds):
        with database.begin() as db:
            db.execute(reminders.delete())
            pair = [builders.booking(db, visit, now=clock.now(), contact_id=contact.id) for _ in range(2)]
        yield contact.id, pair


def test_a_worker_and_a_cancellation_at_the_same_moment_never_both_have_their_way(
    database: sa.Engine, clock: FixedClock
) -> None:
    """Either the reminder leaves, or it is taken back and the other booking's is said alone."""
    for contact_id, pair in _pairs(database, clock):
        later = FixedClock(clock.now() + timedelta(days=4, hours=2, minutes=1))
        assert len(say_due(database, later, contact_id)) == 2

        def either(thread: int, later: FixedClock = later, booking: Booking = pair[0]) -> bool:
            if thread:
                _cancel(database, later, booking)
                return True
            with database.begin() as db:
                return claim(db, now=later.now()) is not None

        left, _ = at_once(2, either)
        again = say_due(database, later, contact_id)
        assert [due.booking_id for due in again] == ([] if left else [pair[1].id])
        with database.begin() as db:
            while claim(db, now=later.now()) is not None:
                pass
            sent = db.execute(sa.select(outbound_messages.c.state)).scalars().all()
        assert set(sent) <= {"sending", "dropped"}


def test_a_sweep_and_a_cancellation_at_the_same_moment_leave_nothing_stale_behind(
    database: sa.Engine, clock: FixedClock
) -> None:
    for contact_id, (booking, other) in _pairs(database, clock):
        later = FixedClock(clock.now() + timedelta(days=4, hours=3))

        def either(
            thread: int, later: FixedClock = later, booking: Booking = booking, contact: int = contact_id
        ) -> list[Due]:
            if thread:
                _cancel(database, later, booking)
                return []
            return say_due(database, later, contact)

        at_once(2, either)
        say_due(database, later, contact_id)
        with database.connect() as db:
            m = outbound_messages.c
            keys = list(db.execute(sa.select(m.intent_key).where(m.state == "queued")).scalars())
        assert len(keys) == 1, "the other booking's, alone"
        assert keys[0].startswith(f"reminder:{other.id}:")
        _cancel(database, later, other)


def test_two_bookings_of_one_message_cancelled_at_once_block_nobody(
    database: sa.Engine, two: list[Booking], clock: FixedClock
) -> None:
    say_due(database, clock, two[0].contact_id)
    at_once(2, lambda number: _cancel(database, clock, two[number]))
    assert _states(database) == ["dropped"]
