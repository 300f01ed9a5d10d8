"""Sending what is due: claim, call with no transaction open, settle."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa

from helpdesk.channels.contract import Accepted, Channel, Outgoing, Rejected, SendResult, Unknown
from helpdesk.clock import Clock
from helpdesk.messaging.delivery.claiming import Claimed, claim, close_attempt
from helpdesk.messaging.delivery.receipts import adopt
from helpdesk.messaging.delivery.settling import belongs_to, settle
from helpdesk.messaging.policy.sending_hours import may_leave_at
from helpdesk.messaging.states import AttemptResult, State
from helpdesk.messaging.tables import outbound_messages

PAUSES = (timedelta(seconds=30), timedelta(minutes=2), timedelta(minutes=10), timedelta(hours=1))
"""Before the second, third … attempt of a message whose refusal said that it may be tried again; the last one is
repeated for as long as the message is of use, so that a provider that is down for a day costs nobody a reminder."""

JITTER = 0.2
"""By up to this part a pause is longer, or all that one outage held up would come back in one moment."""


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
            claimed = claim(db, now=clock.now(), channels=post.channels)
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
        Outgoing(
            claimed.id,
            claimed.sender,
            claimed.recipient,
            claimed.text,
            status_callback=callback,
            intent=claimed.intent,
            subject=claimed.subject,
            attachments=claimed.attachments,
        )
    )


def again_at(claimed: Claimed, *, now: datetime, not_before: timedelta | None = None) -> datetime | None:
    """When a message that was refused for now is tried again; None when it will be of no use by then."""
    pause = PAUSES[min(claimed.attempt, len(PAUSES)) - 1]
    pause *= 1 + JITTER * ((claimed.id * 37 + claimed.attempt * 11) % 100) / 100
    again = now + max(pause, not_before or timedelta())
    due = may_leave_at(again, kind=claimed.kind, due_at=claimed.due_at)
    return due if due < claimed.useful_until else None


def _record(db: sa.Connection, claimed: Claimed, result: SendResult, *, clock: Clock) -> AttemptResult:
    now = clock.now()
    # A worker that was given up for dead must not undo what was done about its message since.
    still_ours = outbound_messages.c.attempts == claimed.attempt
    match result:
        case Accepted():
            outcome, code, reason = AttemptResult.ACCEPTED, None, None
            belongs_to(db, claimed.id, channel=claimed.channel, provider_id=result.provider_id, now=now)
            settle(db, claimed.id, State.SENT, now=now, provider_id=result.provider_id, cost=result.cost)
            adopt(db, claimed.id, channel=claimed.channel, provider_id=result.provider_id, now=now)
        case Rejected(retryable=True) if due := again_at(claimed, now=now, not_before=result.retry_after):
            outcome, code, reason = AttemptResult.RETRY, result.code, result.reason
            settle(db, claimed.id, State.QUEUED, now=now, code=code, only_if=still_ours, due_at=due)
        case Rejected():
            outcome, code, reason = AttemptResult.REFUSED, result.code, result.reason
            settle(db, claimed.id, State.FAILED, now=now, code=code, only_if=still_ours)
        case Unknown():
            outcome, code, reason = AttemptResult.UNKNOWN, None, result.reason
            settle(db, claimed.id, State.UNCERTAIN, now=now, code="no_answer", only_if=still_ours)
    close_attempt(db, claimed.id, claimed.attempt, outcome, now=now, code=code, reason=reason)
    return outcome
