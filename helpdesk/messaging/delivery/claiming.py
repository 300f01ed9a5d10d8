"""Claiming due rows of the outbox, so that each is sent by one worker."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from helpdesk.channels.contract import Attachment
from helpdesk.clock import local_date
from helpdesk.messaging.attachments import attachments_of
from helpdesk.messaging.delivery.settling import drop, fail_unsent, postpone, redirect, settle
from helpdesk.messaging.policy import pace
from helpdesk.messaging.policy.daily_cap import over_the_cap
from helpdesk.messaging.policy.daily_limit import MAY_STILL, texts_of
from helpdesk.messaging.policy.pace import take_turn
from helpdesk.messaging.policy.routing import takes_anything, way_of
from helpdesk.messaging.policy.sending_hours import may_leave_at
from helpdesk.messaging.policy.usefulness import useful_until
from helpdesk.messaging.states import AttemptResult, Kind, State
from helpdesk.messaging.tables import attempts, gateways, outbound_messages
from helpdesk.people.tables import contacts
from helpdesk.text.segments import measure

LEASE = timedelta(seconds=40)
"""How long a claim holds: longer than a call to a provider of texts can take (its timeout is 15 s), and short enough
that what a killed worker had in hand is made good within a minute. A longer call (e-mail) still ends as it ends."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """A message that is ours to send now."""

    id: int
    attempt: int
    channel: str
    sender: str
    recipient: str
    text: str
    kind: Kind
    due_at: datetime
    intent: str
    # From then on it is not worth another attempt.
    useful_until: datetime
    # Of an e-mail; a text has neither.
    subject: str | None = None
    attachments: tuple[Attachment, ...] = ()


m = outbound_messages.c

# Built once: building a statement costs more than running it, and most sweeps find nothing.
_FIRST_DUE = (
    sa.select(m.id, m.kind, m.recipient, m.text, m.attempts, m.due_at, m.useful_until)
    .add_columns(m.created_at)
    .add_columns(m.intent_key, m.subject, m.gateway_id, m.contact_id, m.commune_id, m.segments)
    .add_columns(gateways.c.channel, gateways.c.address, gateways.c.free_at, gateways.c.pace_per_minute)
    .add_columns(*(gateways.c[name] for name in ("active", "free_text", "bulk", "vnd_per_segment")))
    .add_columns(contacts.c.opted_out_at)
    .join(gateways, gateways.c.id == m.gateway_id)
    .outerjoin(contacts, contacts.c.id == m.contact_id)
    .where(m.state == State.QUEUED.value, m.due_at <= sa.bindparam("now"), pace.IS_FREE, MAY_STILL)
    .order_by(m.priority, m.due_at, m.id)
    .limit(1)
    # PostgreSQL: another worker's row is passed over instead of waited for. SQLite has one writer anyway.
    .with_for_update(skip_locked=True, of=outbound_messages)
)


_Moment = datetime | sa.BindParameter[datetime]


def _dead(now: _Moment, longest: _Moment) -> sa.ColumnElement[bool]:
    # A lease that ends later than one taken now was written before the clock was put back.
    return (m.state == State.SENDING.value) & ((m.lease_until <= now) | (m.lease_until > longest))


_DEAD_LEASES = sa.select(m.id, m.attempts).where(_dead(sa.bindparam("now"), sa.bindparam("longest")))


def claim(db: sa.Connection, *, now: datetime, channels: Collection[str] | None = None) -> Claimed | None:
    """Take the most urgent due message and write its attempt; None when nothing is due.

    1. The first due row by priority, then age, of a gateway whose pace and daily limit allow one. 2. A row nobody wants or
    needs any more, or that is beyond the contact's daily cap, is dropped; one that was left lying until night waits
    for the morning; one that its gateway may not carry goes to another one that is on (`channels`; None: all are),
    or has failed; and the next one is looked at. 3. A conditional update moves it to `sending` under a lease:
    whoever loses the race looks again. 4. The attempt is written before the provider is called.
    """
    while (row := _first_due(db, now)) is not None:
        reason = _not_wanted(row, now) or over_the_cap(db, row, now=now)
        if reason:
            drop(db, row.id, reason=reason, now=now)
            continue
        leaves = may_leave_at(now, kind=Kind(row.kind), due_at=row.due_at)
        if leaves > now:
            postpone(db, row.id, until=leaves)
            continue
        text = row.text if takes_anything(row) else _words_to_carry(db, row, now=now, channels=channels)
        if text is None:
            continue  # it goes another way, or nowhere
        if not take_turn(
            db,
            row.gateway_id,
            free_at=row.free_at,
            pace_per_minute=row.pace_per_minute,
            now=now,
            texts=texts_of(row.segments),
        ):
            continue  # another worker used the gateway's turn; look what is next
        if not _take(db, row, text, now=now):
            continue
        number = row.attempts + 1
        db.execute(attempts.insert().values(message_id=row.id, number=number, started_at=now))
        return Claimed(
            id=row.id,
            attempt=number,
            channel=row.channel,
            sender=row.address,
            recipient=row.recipient,
            text=text,
            kind=Kind(row.kind),
            due_at=row.due_at,
            intent=row.intent_key,
            useful_until=useful_until(row.kind, stated=row.useful_until, created_at=row.created_at),
            subject=row.subject,
            attachments=attachments_of(db, row.id) if row.subject is not None else (),
        )
    return None


def _words_to_carry(
    db: sa.Connection, row: sa.Row[Any], *, now: datetime, channels: Collection[str] | None
) -> str | None:
    """The words in which the row's gateway, which does not take everything, may carry it; None when it may not.

    Then the row waits for another gateway, or has failed and says why.
    """
    way = way_of(db, row, channels=channels)
    if isinstance(way, str):
        fail_unsent(db, row.id, reason=way, now=now)
        return None
    if way.gateway_id != row.gateway_id:
        redirect(db, row.id, gateway_id=way.gateway_id)
        return None
    return way.text


def _take(db: sa.Connection, row: sa.Row[Any], text: str, *, now: datetime) -> bool:
    """Move a queued row to `sending`, with what it says and costs now; False when another worker was first."""
    values: dict[str, Any] = {}
    segments = row.segments
    if text != row.text:
        measured = measure(text)
        segments = measured.segments
        values = {"text": text, "encoding": measured.encoding, "segments": segments}
    price = row.vnd_per_segment
    moved = db.execute(
        outbound_messages.update()
        .where(outbound_messages.c.id == row.id, outbound_messages.c.state == State.QUEUED.value)
        .values(
            state=State.SENDING.value,
            lease_until=now + LEASE,
            attempts=outbound_messages.c.attempts + 1,
            estimated_vnd=None if price is None else price * segments,
            **values,
        )
    )
    return moved.rowcount == 1


def _first_due(db: sa.Connection, now: datetime) -> sa.Row[Any] | None:
    return db.execute(_FIRST_DUE, {**pace.at(now), "today": local_date(now)}).first()


def _not_wanted(row: sa.Row[Any], now: datetime) -> str | None:
    if useful_until(row.kind, stated=row.useful_until, created_at=row.created_at) <= now:
        return "too_late"
    if row.opted_out_at is not None and row.kind != Kind.REPLY.value:
        return "opted_out"
    return None


def release_dead_leases(db: sa.Connection, *, now: datetime) -> int:
    """Rows whose worker died in mid-call: we cannot know whether the provider took them, so they are uncertain.

    They are looked up at once (the lease was longer than the call) or shown to a person; never blindly sent again.
    """
    found = db.execute(_DEAD_LEASES, {"now": now, "longest": now + LEASE}).all()
    released = 0
    # Ordered here: for an order by id SQLite would walk the whole outbox instead of the few leases.
    for row in sorted(found, key=lambda row: row.id):
        # Only if it still is: the worker may have been slow and not dead, and have come back just now.
        dead = _dead(now, now + LEASE)
        if settle(db, row.id, State.UNCERTAIN, now=now, code="worker_died", only_if=dead, look_up_at=now):
            close_attempt(db, row.id, row.attempts, AttemptResult.UNKNOWN, now=now, reason="the worker died")
            released += 1
    return released


def close_attempt(
    db: sa.Connection,
    message_id: int,
    number: int,
    result: AttemptResult,
    *,
    now: datetime,
    code: str | None = None,
    reason: str | None = None,
) -> None:
    """Write how an attempt ended."""
    own = (attempts.c.message_id == message_id) & (attempts.c.number == number)
    db.execute(
        attempts.update().where(own).values(finished_at=now, result=result.value, code=code, reason=reason)
    )
