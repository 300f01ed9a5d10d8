"""helpdesk/messaging/delivery/claiming.py."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import pytest
import sqlalchemy as sa

from helpdesk.clock import FixedClock, at_local
from helpdesk.messaging.delivery.claiming import LEASE, Claimed, claim, release_dead_leases
from helpdesk.messaging.delivery.settling import settle
from helpdesk.messaging.policy.usefulness import ANSWER_USEFUL
from helpdesk.messaging.states import Kind, State
from helpdesk.messaging.tables import gateways, outbound_messages
from helpdesk.people.contacts import change
from tests.messaging.conftest import Stored, Write
from tests.support import builders
from tests.support.at_once import at_once

Attempts = Callable[[int], list[tuple[int, str | None, str | None]]]
DAY = date(2026, 12, 1)


@pytest.fixture
def take(database: sa.Engine, clock: FixedClock) -> Callable[[], Claimed | None]:
    def taken() -> Claimed | None:
        with database.begin() as db:
            return claim(db, now=clock.now())

    return taken


def _all(take: Callable[[], Claimed | None]) -> list[int]:
    claimed = []
    while (one := take()) is not None:
        claimed.append(one.id)
    return claimed


def _release(database: sa.Engine, clock: FixedClock) -> int:
    with database.begin() as db:
        return release_dead_leases(db, now=clock.now())


def test_a_claim_is_a_lease_with_an_attempt_written_before_the_call(
    write: Write,
    stored: Stored,
    results: Attempts,
    take: Callable[[], Claimed | None],
    clock: FixedClock,
) -> None:
    message_id = write(text="Vang")
    assert take() == Claimed(
        id=message_id,
        attempt=1,
        channel="twilio",
        sender="+15005550006",
        recipient=builders.RESIDENT.phone,
        text="Vang",
        kind=Kind.REPLY,
        due_at=clock.now(),
        intent=stored(message_id).intent_key,
        useful_until=clock.now() + ANSWER_USEFUL,
    )
    row = stored(message_id)
    assert (row.state, row.attempts, row.lease_until) == ("sending", 1, clock.now() + LEASE)
    assert results(message_id) == [(1, None, None)]
    assert take() is None


def test_answers_leave_first_then_notices_reminders_and_lists_each_by_age(
    write: Write, take: Callable[[], Claimed | None], clock: FixedClock
) -> None:
    def written(kind: Kind, minutes_ago: int) -> int:
        return write(kind=kind, due_at=clock.now() - timedelta(minutes=minutes_ago))

    listed = written(Kind.LIST, 50)
    reminders = [written(Kind.REMINDER, minutes) for minutes in (10, 40)]
    notice = written(Kind.NOTICE, 5)
    answers = [written(Kind.REPLY, minutes) for minutes in (1, 2, 0)]
    write(due_at=clock.now() + timedelta(seconds=1))
    expected = [answers[1], answers[0], answers[2], notice, reminders[1], reminders[0], listed]
    assert _all(take) == expected


def test_each_message_is_claimed_by_one_of_many_workers(
    database: sa.Engine, write: Write, take: Callable[[], Claimed | None]
) -> None:
    written = [write() for _ in range(30)]
    claimed = at_once(6, lambda _number: _all(take))
    assert sorted(one for mine in claimed for one in mine) == written


def test_what_is_too_late_to_be_of_use_is_dropped_and_says_so(
    write: Write, stored: Stored, take: Callable[[], Claimed | None], clock: FixedClock
) -> None:
    late = write(useful_until=clock.now())
    in_time = write(useful_until=clock.now() + timedelta(seconds=1))
    assert _all(take) == [in_time]
    assert (stored(late).state, stored(late).code) == ("dropped", "too_late")


def test_who_opted_out_gets_answers_and_nothing_else(
    database: sa.Engine,
    write: Write,
    stored: Stored,
    take: Callable[[], Claimed | None],
    clock: FixedClock,
) -> None:
    with database.begin() as db:
        contact = builders.contact(db, now=clock.now())
        change(db, contact.id, opted_out_at=clock.now())
    answer, *others = [write(kind=kind, contact_id=contact.id) for kind in Kind]
    assert _all(take) == [answer]
    assert [(stored(one).state, stored(one).code) for one in others] == [("dropped", "opted_out")] * 3


@pytest.mark.parametrize(
    ("kind", "due", "now", "leaves"),
    [
        (Kind.REMINDER, time(20, 59), time(20, 59), True),
        # Left lying because no worker was there: it waits for the morning.
        (Kind.REMINDER, time(20, 59), time(21, 0), False),
        (Kind.NOTICE, time(20, 59), time(23, 30), False),
        # Due at night: it was meant for the night.
        (Kind.NOTICE, time(22, 0), time(22, 1), True),
        (Kind.LIST, time(18, 0), time(22, 0), True),
        (Kind.LIST, time(6, 0), time(6, 0), True),
        (Kind.REPLY, time(20, 59), time(23, 0), True),
    ],
)
def test_what_we_start_does_not_wake_anyone_up(
    write: Write,
    stored: Stored,
    take: Callable[[], Claimed | None],
    clock: FixedClock,
    kind: Kind,
    due: time,
    now: time,
    leaves: bool,
) -> None:
    clock.set(datetime.combine(DAY, now))
    message_id = write(kind=kind, due_at=at_local(DAY, due))
    assert (take() is not None) == leaves
    if not leaves:
        morning = at_local(DAY + timedelta(days=1), time(7, 0))
        assert (stored(message_id).state, stored(message_id).due_at) == ("queued", morning)
        clock.set(morning)
        assert _all(take) == [message_id]


def test_a_message_whose_worker_died_is_uncertain_and_never_sent_again(
    database: sa.Engine,
    write: Write,
    stored: Stored,
    results: Attempts,
    take: Callable[[], Claimed | None],
    clock: FixedClock,
) -> None:
    message_id = write()
    take()
    clock.advance(LEASE - timedelta(seconds=1))
    assert _release(database, clock) == 0
    clock.advance(timedelta(seconds=1))
    assert _release(database, clock) == 1
    row = stored(message_id)
    assert (row.state, row.code, row.lease_until) == ("uncertain", "worker_died", None)
    assert row.look_up_at == clock.now(), "the call is over already"
    assert results(message_id) == [(1, "unknown", None)]
    clock.advance(timedelta(days=2))
    assert take() is None
    assert _release(database, clock) == 0


def test_the_clock_put_back_by_an_hour_makes_nobody_wait_for_that_hour(
    database: sa.Engine, write: Write, stored: Stored, take: Callable[[], Claimed | None], clock: FixedClock
) -> None:
    dead = write()
    take()
    clock.advance(-timedelta(hours=1))
    assert _release(database, clock) == 1
    assert (stored(dead).state, stored(dead).look_up_at) == ("uncertain", clock.now())
    with database.begin() as db:
        db.execute(gateways.update().values(pace_per_minute=1, free_at=clock.now() + timedelta(hours=1)))
    following = write()
    assert _all(take) == [following]


def test_a_lease_is_released_by_one_of_many_sweeps(
    database: sa.Engine, write: Write, take: Callable[[], Claimed | None], clock: FixedClock
) -> None:
    written = [write() for _ in range(5)]
    assert _all(take) == written
    clock.advance(LEASE)
    assert sum(at_once(4, lambda _number: _release(database, clock))) == len(written)


def test_a_worker_that_comes_back_in_time_is_not_called_dead(
    database: sa.Engine,
    write: Write,
    stored: Stored,
    take: Callable[[], Claimed | None],
    clock: FixedClock,
) -> None:
    message_id = write()
    take()
    with database.begin() as db:
        settle(db, message_id, State.SENT, now=clock.now())
    clock.advance(LEASE)
    assert _release(database, clock) == 0
    assert stored(message_id).state == "sent"


def test_no_state_but_a_known_one_is_stored(database: sa.Engine, write: Write) -> None:
    write()
    with database.connect() as db, pytest.raises(sa.exc.IntegrityError, match="state_known"):
        db.execute(outbound_messages.update().values(state="lost"))
