"""Asking the provider about messages of which we never learned: calls that broke off, answers without a receipt."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from helpdesk.channels.contract import DeliveryStatus, FoundMessage, Outgoing, Unknown
from helpdesk.clock import Clock
from helpdesk.messaging.addressed import sent_to
from helpdesk.messaging.delivery.receipts import adopt
from helpdesk.messaging.delivery.sending import PAUSES, Post
from helpdesk.messaging.delivery.settling import drop, settle
from helpdesk.messaging.policy.usefulness import useful_until
from helpdesk.messaging.states import State
from helpdesk.messaging.tables import attempts, gateways, outbound_messages

m = outbound_messages.c
_same = outbound_messages.alias("same").c

AGAIN = (timedelta(minutes=5), timedelta(minutes=15), *[timedelta(hours=1)] * 30)
"""Pauses between look-ups that the provider did not answer: never longer than an hour, so that after a day without it
nobody waits for her reminder until it is useless. After the last the message is left to a person."""

MOST_CALLS = 30
"""Calls that broke off without the provider having the message, after which a person is to look at it: with PAUSES
between them, but for the second, a good day."""

LEASE = timedelta(minutes=2)
"""How long a look-up is one worker's; then another may ask."""

_FOUND = {
    DeliveryStatus.ACCEPTED: State.SENT,
    DeliveryStatus.SENT: State.SENT,
    DeliveryStatus.DELIVERED: State.DELIVERED,
    DeliveryStatus.FAILED: State.FAILED,
}


@dataclass(frozen=True, slots=True)
class _Asked:
    """A message to be asked about, and the provider's ids that are known to be other messages."""

    id: int
    state: State
    channel: str
    outgoing: Outgoing
    since: datetime
    others: tuple[str, ...]
    look_ups: int
    attempts: int
    useless: bool


def look_up_due(engine: sa.Engine, post: Post, *, clock: Clock, at_most: int = 200) -> Counter[str]:
    """Ask about every message whose time has come; counts by what was learned: found, absent, unknown.

    1. One row is taken under a lease. 2. The provider is asked with no transaction open. 3. Found: it is settled
    by what the provider says. Certainly absent: it is sent (again), while it is of use. No answer: later again,
    and in the end it stays uncertain, for a person to see.
    """
    counts: Counter[str] = Counter()
    for _ in range(at_most):
        with engine.begin() as db:
            asked = _take(db, now=clock.now())
        if asked is None:
            break
        channel = post.channels.get(asked.channel)
        found: FoundMessage | Unknown | None = Unknown("the channel is off")
        if channel is not None:
            found = channel.look_up(asked.outgoing, asked.since, not_these=asked.others)
        with engine.begin() as db:
            counts[_record(db, asked, found, now=clock.now())] += 1
    return counts


# Built once: building a statement costs more than running it, and most sweeps find nothing.
_FIRST_DUE = (
    sa.select(outbound_messages, gateways.c.channel, gateways.c.address)
    .join(gateways, gateways.c.id == m.gateway_id)
    .where(m.look_up_at <= sa.bindparam("now"))
    .order_by(m.look_up_at, m.id)
    .limit(1)
    .with_for_update(skip_locked=True, of=outbound_messages)
)
_POSTPONE = (
    outbound_messages.update()
    .where(m.id == sa.bindparam("message"))
    .values(look_up_at=sa.bindparam("until", type_=m.look_up_at.type))
)
_LEASE = _POSTPONE.values(look_ups=m.look_ups + 1)
_OLDER_TWIN = (
    sa.select(m.id)
    .where(
        sent_to(sa.bindparam("recipient", type_=sa.Text())),
        m.text == sa.bindparam("text"),
        m.id < sa.bindparam("message"),
        m.provider_id.is_(None),
        m.look_up_at.is_not(None),
    )
    .limit(1)
)
_CALLED_AT = sa.select(sa.func.max(attempts.c.started_at)).where(
    attempts.c.message_id == sa.bindparam("message")
)
_OTHERS = sa.select(m.provider_id).where(
    sent_to(sa.bindparam("recipient", type_=sa.Text())),
    m.id != sa.bindparam("message"),
    m.provider_id.is_not(None),
    m.created_at > sa.bindparam("since"),
)


def _take(db: sa.Connection, *, now: datetime) -> _Asked | None:
    row = db.execute(_FIRST_DUE, {"now": now}).first()
    while row is not None and _has_older_twin(db, row):
        db.execute(_POSTPONE, {"message": row.id, "until": now + LEASE})
        row = db.execute(_FIRST_DUE, {"now": now}).first()
    if row is None:
        return None
    db.execute(_LEASE, {"message": row.id, "until": now + LEASE})
    since = _called_at(db, row.id) or row.created_at
    return _Asked(
        id=row.id,
        state=State(row.state),
        channel=row.channel,
        outgoing=Outgoing(row.id, row.address, row.recipient, row.text),
        since=since,
        others=_others(db, row.id, row.recipient, since=since),
        look_ups=row.look_ups + 1,
        attempts=row.attempts,
        useless=_is_useless(row, now),
    )


def _has_older_twin(db: sa.Connection, row: sa.Row[Any]) -> bool:
    """Whether an older message with the same text to the same phone is still to be looked up.

    The provider cannot tell them apart: what it has is the older one's, or the younger would be taken for sent, and
    the older be sent again.
    """
    own = {"recipient": row.recipient, "text": row.text, "message": row.id}
    return db.execute(_OLDER_TWIN, own).first() is not None


def _called_at(db: sa.Connection, message_id: int) -> datetime | None:
    called_at: datetime | None = db.execute(_CALLED_AT, {"message": message_id}).scalar()
    return called_at


def _others(db: sa.Connection, message_id: int, recipient: str, *, since: datetime) -> tuple[str, ...]:
    asked = {"recipient": recipient, "message": message_id, "since": since - timedelta(days=2)}
    return tuple(db.execute(_OTHERS, asked).scalars())


def _is_useless(row: sa.Row[tuple[object, ...]], now: datetime) -> bool:
    return useful_until(row.kind, stated=row.useful_until, created_at=row.created_at) <= now


def _record(db: sa.Connection, asked: _Asked, found: FoundMessage | Unknown | None, *, now: datetime) -> str:
    # A receipt may have settled it while we asked; then the table of moves refuses and nothing happens.
    # Nor is it queued again when an official has seen to it meanwhile.
    still = (m.state == asked.state.value) & m.dealt_with_at.is_(None)
    match found:
        case FoundMessage():
            # While we asked, the provider may have said by itself that this is another message of ours with the
            # same text; then it is asked again, without that one, when the lease is over.
            is_another = (_same.provider_id == found.provider_id) & (_same.id != asked.id)
            moved = settle(
                db,
                asked.id,
                _FOUND[found.status],
                now=now,
                code=found.code,
                only_if=still & ~sa.exists().where(is_another),
                provider_id=found.provider_id,
                cost=found.cost,
            )
            if moved:
                adopt(db, asked.id, channel=asked.channel, provider_id=found.provider_id, now=now)
            return "found"
        case None if asked.useless:
            drop(db, asked.id, reason="too_late", now=now)
            return "absent"
        case None if asked.attempts >= MOST_CALLS:
            settle(db, asked.id, State.FAILED, now=now, code="never_taken", only_if=still)
            return "absent"
        case None:
            due = now + _before_another_call(asked.attempts)
            settle(db, asked.id, State.QUEUED, now=now, code="not_there", only_if=still, due_at=due)
            return "absent"
        case Unknown():
            _ask_again(db, asked, now=now, still=still)
            return "unknown"


def _before_another_call(attempts: int) -> timedelta:
    """None after the first, which as a rule only the network broke off; then as after a refusal that says later."""
    return PAUSES[min(attempts - 1, len(PAUSES)) - 1] if attempts > 1 else timedelta()


def _ask_again(db: sa.Connection, asked: _Asked, *, now: datetime, still: sa.ColumnElement[bool]) -> None:
    if asked.look_ups <= len(AGAIN):
        later = now + AGAIN[asked.look_ups - 1]
        db.execute(outbound_messages.update().where(m.id == asked.id, still).values(look_up_at=later))
    elif asked.state is State.HANDED_OVER:
        settle(db, asked.id, State.UNCERTAIN, now=now, code="no_receipt", only_if=still, look_up=False)
    else:
        db.execute(outbound_messages.update().where(m.id == asked.id, still).values(look_up_at=None))
