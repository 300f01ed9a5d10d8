"""Sending what is due: claim, call with no transaction open, settle."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

import sqlalchemy as sa

from helpdesk.channels.contract import Accepted, Channel, Outgoing, Rejected, SendResult, Unknown
from helpdesk.clock import Clock
from helpdesk.messaging.claiming import Claimed, claim, close_attempt
from helpdesk.messaging.sending_hours import next_allowed
from helpdesk.messaging.settling import settle
from helpdesk.messaging.states import AttemptResult, Kind, State

PAUSES = (timedelta(seconds=30), timedelta(minutes=2), timedelta(minutes=10), timedelta(hours=1))
"""Before the second, third … attempt of a message whose refusal said that it may be tried again."""


@dataclass(frozen=True, slots=True)
class Post:
    """What sending needs: the channels by name, and where a channel is told to report to."""

    channels: Mapping[str, Channel]
    status_callback: Callable[[str, int], str | None]
    # Told of every attempt's end: (what was sent, how it ended).
    watch: Callable[[Claimed, SendResult], None]


def send_due(engine: sa.Engine, post: Post, *, clock: Clock, at_most: int = 500) -> Counter[str]:
    """Send due messages, the most urgent first; counts by result. Stops after `at_most`."""
    counts: Counter[str] = Counter()
    for _ in range(at_most):
        with engine.begin() as db:
            claimed = claim(db, now=clock.now())
        if claimed is None:
            break
        # No transaction is open here: a provider that hangs must not hold a lock on anything.
        result = _call(post, claimed)
        with engine.begin() as db:
            outcome = _record(db, claimed, result, clock=clock)
        post.watch(claimed, result)
        counts[outcome.value] += 1
    return counts


def _call(post: Post, claimed: Claimed) -> SendResult:
    channel = post.channels.get(claimed.channel)
    if channel is None:
        return Rejected(code="channel_off", reason=f"channel {claimed.channel} is off", retryable=False)
    callback = post.status_callback(claimed.channel, claimed.id)
    return channel.send(
        Outgoing(claimed.id, claimed.sender, claimed.recipient, claimed.text, status_callback=callback)
    )


def _record(db: sa.Connection, claimed: Claimed, result: SendResult, *, clock: Clock) -> AttemptResult:
    now = clock.now()
    match result:
        case Accepted():
            outcome, code, reason = AttemptResult.ACCEPTED, None, None
            settle(db, claimed.id, State.SENT, now=now, provider_id=result.provider_id, cost=result.cost)
        case Rejected(retryable=True) if claimed.attempt <= len(PAUSES):
            outcome, code, reason = AttemptResult.RETRY, result.code, result.reason
            again = now + max(PAUSES[claimed.attempt - 1], result.retry_after or timedelta())
            due = again if claimed.kind is Kind.REPLY else next_allowed(again)
            settle(db, claimed.id, State.QUEUED, now=now, code=code, due_at=due)
        case Rejected():
            outcome, code, reason = AttemptResult.REFUSED, result.code, result.reason
            settle(db, claimed.id, State.FAILED, now=now, code=code)
        case Unknown():
            outcome, code, reason = AttemptResult.UNKNOWN, None, result.reason
            settle(db, claimed.id, State.UNCERTAIN, now=now, code="no_answer")
    close_attempt(db, claimed.id, claimed.attempt, outcome, now=now, code=code, reason=reason)
    return outcome
