"""helpdesk/messaging/delivery/sending.py, with a provider that does as it is told."""

from collections import Counter
from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import pytest
import sqlalchemy as sa

from helpdesk.channels.contract import (
    Accepted,
    DeliveryStatus,
    Outgoing,
    Receipt,
    Rejected,
    SendResult,
    Unknown,
)
from helpdesk.clock import FixedClock, at_local
from helpdesk.messaging.delivery.claiming import LEASE, release_dead_leases
from helpdesk.messaging.delivery.receipts import take
from helpdesk.messaging.delivery.sending import JITTER, PAUSES, Post, send_due
from helpdesk.messaging.delivery.settling import settle
from helpdesk.messaging.policy.usefulness import ANSWER_USEFUL
from helpdesk.messaging.states import Kind, State
from helpdesk.messaging.tables import receipts
from tests.messaging.conftest import Stored, Write
from tests.support import builders
from tests.support.at_once import at_once
from tests.support.scripted_channel import Answer, ScriptedChannel

Attempts = Callable[[int], list[tuple[int, str | None, str | None]]]

BUSY = Rejected(code="20429", reason="too many requests", retryable=True)
NEVER = Rejected(code="21610", reason="the recipient said STOP", retryable=False)


def _send(database: sa.Engine, clock: FixedClock, *answers: Answer) -> tuple[Counter[str], list[Outgoing]]:
    channel = ScriptedChannel(answers)
    return _send_over(database, clock, channel), channel.sent


def _send_over(database: sa.Engine, clock: FixedClock, channel: ScriptedChannel) -> Counter[str]:
    post = Post({"twilio": channel}, lambda name, number: f"https://{name}/{number}", lambda *_: None)
    return send_due(database, post, clock=clock)


def test_an_accepted_message_is_sent_under_the_providers_id(
    database: sa.Engine, write: Write, stored: Stored, results: Attempts, clock: FixedClock
) -> None:
    message_id = write(text="Vang", intent_key="greeting-1")
    counts, sent = _send(database, clock, Accepted("SM1", segments=1, cost="-0.0075 USD"))
    assert counts == {"accepted": 1}
    assert sent == [
        Outgoing(
            message_id,
            "+15005550006",
            builders.RESIDENT.phone,
            "Vang",
            status_callback=f"https://twilio/{message_id}",
            intent="greeting-1",
        )
    ]
    row = stored(message_id)
    assert (row.state, row.provider_id, row.cost, row.code) == ("sent", "SM1", "-0.0075 USD", None)
    assert results(message_id) == [(1, "accepted", None)]


def test_no_transaction_is_open_while_the_provider_is_called(
    database: sa.Engine, write: Write, stored: Stored, clock: FixedClock
) -> None:
    message_id = write()
    seen: list[str] = []

    def look(outgoing: Outgoing) -> SendResult:
        assert database.pool.checkedout() == 0  # type: ignore[attr-defined]
        seen.append(stored(outgoing.message_id).state)
        return Accepted("SM1")

    _send(database, clock, look)
    assert seen == ["sending"], "the attempt is on record before the call"
    assert stored(message_id).state == "sent"


def test_two_workers_send_each_message_once(
    database: sa.Engine, write: Write, stored: Stored, clock: FixedClock
) -> None:
    written = [write() for _ in range(20)]
    channel = ScriptedChannel()
    counts = at_once(4, lambda _number: _send_over(database, clock, channel))
    assert sum(sum(one.values()) for one in counts) == len(written)
    assert sorted(outgoing.message_id for outgoing in channel.sent) == written
    assert {stored(one).state for one in written} == {"sent"}


def test_what_may_be_tried_again_is_after_growing_pauses_while_it_is_of_use(
    database: sa.Engine, write: Write, stored: Stored, results: Attempts, clock: FixedClock
) -> None:
    message_id, written_at = write(), clock.now()
    assert _send(database, clock, BUSY)[0] == {"retry": 1}
    for pause in (*PAUSES, *[PAUSES[-1]] * 8):
        due_at = stored(message_id).due_at
        assert stored(message_id).state == "queued"
        assert pause <= due_at - clock.now() <= pause * (1 + JITTER)
        clock.set(due_at - timedelta(seconds=1))
        assert _send(database, clock)[1] == []
        clock.set(due_at)
        _send(database, clock, BUSY)
    while stored(message_id).state == "queued":
        clock.set(stored(message_id).due_at)
        _send(database, clock, BUSY)
    row = stored(message_id)
    assert (row.state, row.code) == ("failed", "20429")
    assert clock.now() <= written_at + ANSWER_USEFUL < clock.now() + PAUSES[-1] * (1 + JITTER)
    tried = row.attempts
    assert results(message_id) == [(n, "retry", "20429") for n in range(1, tried)] + [
        (tried, "refused", "20429")
    ]
    clock.advance(timedelta(days=1))
    assert _send(database, clock)[1] == []


def test_messages_that_one_outage_held_up_do_not_come_back_in_one_moment(
    database: sa.Engine, write: Write, stored: Stored, clock: FixedClock
) -> None:
    held_up = [write() for _ in range(10)]
    _send(database, clock, *[BUSY] * 10)
    assert len({stored(message_id).due_at for message_id in held_up}) == 10


def test_an_answer_that_nobody_could_send_for_half_a_day_is_dropped(
    database: sa.Engine, write: Write, stored: Stored, clock: FixedClock
) -> None:
    message_id = write()
    clock.advance(ANSWER_USEFUL)
    assert _send(database, clock)[1] == []
    assert (stored(message_id).state, stored(message_id).code) == ("dropped", "too_late")


def test_a_later_success_forgets_why_it_was_refused_before(
    database: sa.Engine, write: Write, stored: Stored, results: Attempts, clock: FixedClock
) -> None:
    message_id = write()
    _send(database, clock, BUSY)
    clock.advance(PAUSES[0] * (1 + JITTER))
    _send(database, clock)
    assert (stored(message_id).state, stored(message_id).code) == ("sent", None)
    assert results(message_id) == [(1, "retry", "20429"), (2, "accepted", None)]


def test_the_providers_own_pause_counts_where_it_is_longer(
    database: sa.Engine, write: Write, stored: Stored, clock: FixedClock
) -> None:
    message_id = write()
    long = timedelta(minutes=7)
    _send(database, clock, Rejected("20429", "later", retryable=True, retry_after=long))
    assert stored(message_id).due_at == clock.now() + long


@pytest.mark.parametrize(
    ("kind", "due_again"),
    [
        (Kind.REPLY, at_local(date(2026, 12, 1), time(21, 0))),
        (Kind.REMINDER, at_local(date(2026, 12, 2), time(7, 0))),
        (Kind.LIST, at_local(date(2026, 12, 1), time(21, 0))),
    ],
)
def test_trying_again_does_not_wake_anyone_up(
    database: sa.Engine, write: Write, stored: Stored, clock: FixedClock, kind: Kind, due_again: datetime
) -> None:
    clock.set(at_local(date(2026, 12, 1), time(20, 59, 40)))
    message_id = write(kind=kind)
    _send(database, clock, BUSY)
    assert stored(message_id).due_at.replace(second=0, microsecond=0) == due_again


def test_what_the_provider_never_takes_fails_at_once(
    database: sa.Engine, write: Write, stored: Stored, results: Attempts, clock: FixedClock
) -> None:
    message_id = write()
    assert _send(database, clock, NEVER)[0] == {"refused": 1}
    assert (stored(message_id).state, stored(message_id).code) == ("failed", "21610")
    assert results(message_id) == [(1, "refused", "21610")]


def test_a_message_for_a_channel_that_is_off_fails_visibly(
    database: sa.Engine, write: Write, stored: Stored, clock: FixedClock
) -> None:
    message_id = write()
    post = Post({}, lambda *_: None, lambda *_: None)
    assert send_due(database, post, clock=clock) == {"refused": 1}
    assert (stored(message_id).state, stored(message_id).code) == ("failed", "channel_off")


def test_what_we_never_learned_is_uncertain_and_not_sent_again(
    database: sa.Engine, write: Write, stored: Stored, results: Attempts, clock: FixedClock
) -> None:
    message_id = write()
    assert _send(database, clock, Unknown("timed out"))[0] == {"unknown": 1}
    assert (stored(message_id).state, stored(message_id).code) == ("uncertain", "no_answer")
    assert results(message_id) == [(1, "unknown", None)]
    clock.advance(timedelta(days=1))
    assert _send(database, clock)[1] == []


def test_a_receipt_that_is_faster_than_the_providers_answer_counts(
    database: sa.Engine, write: Write, stored: Stored, clock: FixedClock
) -> None:
    message_id = write()

    def report_first(outgoing: Outgoing) -> SendResult:
        with database.begin() as db:
            report = Receipt("SM1", DeliveryStatus.DELIVERED, None, None, "delivered")
            assert take(db, report, channel="twilio", now=clock.now())
        return Accepted("SM1")

    _send(database, clock, report_first)
    assert (stored(message_id).state, stored(message_id).provider_id) == ("delivered", "SM1")
    with database.connect() as db:
        assert db.execute(sa.select(receipts.c.message_id)).scalar() == message_id


@pytest.mark.parametrize("answer", [BUSY, NEVER, Unknown("timed out")])
def test_a_slow_worker_does_not_undo_what_happened_since(
    database: sa.Engine, write: Write, stored: Stored, clock: FixedClock, answer: SendResult
) -> None:
    """It was given up for dead, an official had the message sent again, and then it came back."""
    message_id = write()

    def come_back_late(outgoing: Outgoing) -> SendResult:
        clock.advance(LEASE)
        with database.begin() as db:
            assert release_dead_leases(db, now=clock.now()) == 1
            assert settle(db, message_id, State.QUEUED, now=clock.now(), due_at=clock.now())

        def come_back_later_still(_again: Outgoing) -> SendResult:
            return Accepted("SM2")

        _send(database, clock, come_back_later_still)
        return answer

    _send(database, clock, come_back_late)
    assert (stored(message_id).state, stored(message_id).provider_id) == ("sent", "SM2")


def test_a_slow_worker_that_was_answered_after_all_tells_the_truth(
    database: sa.Engine, write: Write, stored: Stored, results: Attempts, clock: FixedClock
) -> None:
    message_id = write()

    def come_back_late(_outgoing: Outgoing) -> SendResult:
        clock.advance(LEASE)
        with database.begin() as db:
            release_dead_leases(db, now=clock.now())
        return Accepted("SM1")

    _send(database, clock, come_back_late)
    assert (stored(message_id).state, stored(message_id).provider_id) == ("sent", "SM1")
    assert results(message_id) == [(1, "accepted", None)]


def test_a_programming_error_fails_once_and_loudly(
    database: sa.Engine, write: Write, stored: Stored, clock: FixedClock
) -> None:
    broken, fine = write(), write()

    def break_down(_outgoing: Outgoing) -> SendResult:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        _send(database, clock, break_down)
    assert [outgoing.message_id for outgoing in _send(database, clock)[1]] == [fine]
    clock.advance(LEASE)
    with database.begin() as db:
        release_dead_leases(db, now=clock.now())
    assert stored(broken).state == "uncertain"
