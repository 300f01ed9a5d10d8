"""helpdesk/messaging/subjects.py: what waits can be taken back, by what it is about."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from helpdesk.clock import FixedClock
from helpdesk.messaging.delivery.claiming import claim
from helpdesk.messaging.delivery.settling import settle
from helpdesk.messaging.states import Kind, State
from helpdesk.messaging.subjects import Subject, subjects_of, withdraw
from tests.messaging.conftest import Stored, Write
from tests.messaging.delivery.test_looking_up import send
from tests.support.at_once import at_once
from tests.support.scripted_channel import ScriptedChannel

TWELVE, THIRTEEN = Subject("booking:12", "day_before:20261206T0400"), Subject("booking:13", "three_days")


def _withdraw(database: sa.Engine, clock: FixedClock, name: str = "booking:12") -> tuple[Subject, ...]:
    with database.begin() as db:
        return withdraw(db, name, now=clock.now())


def test_what_waits_is_taken_back_and_never_leaves(
    database: sa.Engine, write: Write, stored: Stored, clock: FixedClock
) -> None:
    gone = write(kind=Kind.REMINDER, about=(TWELVE,))
    kept = write(kind=Kind.REMINDER, about=(THIRTEEN,))
    nothing = write(kind=Kind.REMINDER)
    assert _withdraw(database, clock, "booking:1") == ()
    assert _withdraw(database, clock) == (TWELVE,)
    assert _withdraw(database, clock) == ()
    assert (stored(gone).state, stored(gone).code) == ("dropped", "withdrawn")
    channel = ScriptedChannel()
    send(database, channel, clock)
    assert [outgoing.message_id for outgoing in channel.sent] == [kept, nothing]


def test_all_that_was_to_be_said_in_it_is_told_and_may_be_said_under_the_same_intent(
    database: sa.Engine, write: Write, stored: Stored, clock: FixedClock
) -> None:
    first = write(kind=Kind.REMINDER, intent_key="reminder:12,13", about=(TWELVE, THIRTEEN))
    with database.begin() as db:
        assert subjects_of(db, first) == (TWELVE, THIRTEEN)
    assert _withdraw(database, clock) == (TWELVE, THIRTEEN)
    again = write(kind=Kind.REMINDER, intent_key="reminder:12,13", about=(THIRTEEN,))
    assert [stored(one).state for one in (first, again)] == ["dropped", "queued"]


def test_one_that_the_provider_put_off_for_hours_is_taken_back_too(
    database: sa.Engine, write: Write, stored: Stored, clock: FixedClock
) -> None:
    message_id = write(kind=Kind.REMINDER, about=(TWELVE,))
    with database.begin() as db:
        assert claim(db, now=clock.now()) is not None
        settle(db, message_id, State.QUEUED, now=clock.now(), code="20429", due_at=clock.now())
    assert _withdraw(database, clock) == (TWELVE,)
    assert (stored(message_id).state, stored(message_id).attempts) == ("dropped", 1)


@pytest.mark.parametrize("state", [State.SENDING, State.UNCERTAIN])
def test_one_in_the_providers_hands_is_not_tried_again(
    database: sa.Engine, write: Write, stored: Stored, clock: FixedClock, state: State
) -> None:
    later = clock.now() + timedelta(days=1)
    alone, both = (
        write(kind=Kind.REMINDER, about=about, useful_until=later)
        for about in ((TWELVE,), (TWELVE, THIRTEEN))
    )
    with database.begin() as db:
        for _ in range(2):
            assert claim(db, now=clock.now()) is not None
        for one in (alone, both):
            settle(db, one, state, now=clock.now())
    assert _withdraw(database, clock) == ()
    assert [stored(one).state for one in (alone, both)] == [state.value] * 2
    with database.begin() as db:
        for one in (alone, both):
            settle(db, one, State.QUEUED, now=clock.now(), due_at=clock.now())
    channel = ScriptedChannel()
    send(database, channel, clock)
    # The other of the two would be told nothing if nobody tried.
    assert [outgoing.message_id for outgoing in channel.sent] == [both]
    assert (stored(alone).state, stored(alone).code) == ("dropped", "too_late")


def test_what_left_is_left_alone(
    database: sa.Engine, write: Write, stored: Stored, clock: FixedClock
) -> None:
    message_id = write(kind=Kind.REMINDER, about=(TWELVE,))
    send(database, ScriptedChannel(), clock)
    before = stored(message_id)
    assert _withdraw(database, clock) == ()
    assert stored(message_id) == before


def test_a_worker_at_the_same_moment_either_sends_it_or_finds_it_gone(
    database: sa.Engine, write: Write, stored: Stored, clock: FixedClock
) -> None:
    rounds, sent = 25, 0
    for number in range(rounds):
        about = Subject(f"booking:{number}", "day_before")
        message_id = write(kind=Kind.REMINDER, about=(about,))

        def either(thread: int, about: Subject = about) -> bool:
            with database.begin() as db:
                if thread:
                    return bool(withdraw(db, about.name, now=clock.now()))
                return claim(db, now=clock.now()) is not None

        claimed, withdrawn = at_once(2, either)
        assert claimed != withdrawn
        assert stored(message_id).state == ("sending" if claimed else "dropped")
        sent += claimed
    assert 0 <= sent <= rounds
