"""What wants a person's attention: messages that failed, or of which we never learned, and nobody has seen to."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from helpdesk.messaging.gateways import EMAIL
from helpdesk.messaging.outbox import AGAIN
from helpdesk.messaging.policy.usefulness import useful_until
from helpdesk.messaging.states import Kind, State
from helpdesk.messaging.tables import gateways, outbound_messages
from helpdesk.messaging.watching.trouble import Trouble, trouble
from helpdesk.people.tables import contacts

m = outbound_messages.c

STATES = (State.FAILED, State.UNCERTAIN)

IN_TROUBLE = m.state.in_([sa.literal(state.value, literal_execute=True) for state in STATES])
"""Failed or uncertain; written so that both databases see that the index of such messages has the answer."""

OPEN = IN_TROUBLE & m.dealt_with_at.is_(None)


@dataclass(frozen=True, slots=True)
class Troubled:
    """A message that wants attention. `intent` is the key of what was to be said first, however often it was sent."""

    id: int
    kind: Kind
    state: State
    channel: str
    gateway_id: int
    contact_id: int | None
    commune_id: int | None
    recipient: str
    intent: str
    since: datetime
    trouble: Trouble
    # The provider is still asked what became of it.
    being_looked_up: bool
    # Whether sending it again may help, and is of use still.
    again: bool


def open_count(db: sa.Connection, *, commune_id: int | None = None) -> int:
    """How many wait to be seen to: all, or those that concern a commune."""
    return db.execute(sa.select(sa.func.count()).where(*_concerning(commune_id))).scalar_one()


def troubled(
    db: sa.Connection,
    *,
    now: datetime,
    commune_id: int | None = None,
    at_most: int = 100,
    only: int | None = None,
) -> list[Troubled]:
    """What waits to be seen to, the latest first: all, or what concerns a commune; with `only` that one message.

    What was to reach a resident of no known commune is everybody's, as with tickets; other mail without a commune
    (to the operator) is for whoever sees every commune.
    """
    query = (
        sa.select(outbound_messages, gateways.c.channel, contacts.c.opted_out_at)
        .join(gateways, gateways.c.id == m.gateway_id)
        .outerjoin(contacts, contacts.c.id == m.contact_id)
        .where(*_concerning(commune_id))
        .order_by(m.settled_at.desc(), m.id.desc())
        .limit(at_most)
    )
    if only is not None:
        query = query.where(m.id == only)
    rows = db.execute(query).all()
    intents = _first_intents(db, rows)
    overtaken = _overtaken(db, rows, intents)
    return [_troubled(row, intents[row.id], now=now, overtaken=row.id in overtaken) for row in rows]


def _concerning(commune_id: int | None) -> tuple[sa.ColumnElement[bool], ...]:
    if commune_id is None:
        return (OPEN,)
    nobodys = m.commune_id.is_(None) & m.contact_id.is_not(None)
    return OPEN, (m.commune_id == commune_id) | nobodys


def _troubled(row: sa.Row[Any], intent: str, *, now: datetime, overtaken: bool) -> Troubled:
    state, kind = State(row.state), Kind(row.kind)
    found = trouble(row.channel, state, row.code)
    # Nobody can be asked about an e-mail.
    asking = row.look_up_at is not None and row.channel != EMAIL
    until = useful_until(row.kind, stated=row.useful_until, created_at=row.created_at)
    unwanted = row.opted_out_at is not None and kind is not Kind.REPLY
    useful = until > now and not overtaken and not unwanted
    return Troubled(
        id=row.id,
        kind=kind,
        state=state,
        channel=row.channel,
        gateway_id=row.gateway_id,
        contact_id=row.contact_id,
        commune_id=row.commune_id,
        recipient=row.recipient,
        intent=intent,
        since=row.settled_at or row.created_at,
        trouble=found,
        being_looked_up=asking,
        again=found.again and useful and not asking,
    )


def _first_intents(db: sa.Connection, rows: Sequence[sa.Row[Any]]) -> dict[int, str]:
    """What each was to say, by message: for one that was sent again, what the first said."""
    intents: dict[int, str] = {row.id: row.intent_key for row in rows}
    while origins := {id_: _origin(key) for id_, key in intents.items() if key.startswith(AGAIN)}:
        query = sa.select(m.id, m.intent_key).where(m.id.in_(set(origins.values())))
        keys = {row.id: row.intent_key for row in db.execute(query)}
        intents |= {id_: keys.get(origin, "") for id_, origin in origins.items()}
    return intents


def _origin(key: str) -> int:
    return int(key.split(":")[1])


def _overtaken(db: sa.Connection, rows: Sequence[sa.Row[Any]], intents: dict[int, str]) -> Collection[int]:
    """Answers after which she was answered anew, and lists of which there is a newer version: to send them again
    would mislead."""
    answered = [row.contact_id for row in rows if row.kind == Kind.REPLY.value and row.contact_id is not None]
    query = (
        sa.select(m.contact_id, sa.func.max(m.id))
        .where(m.contact_id.in_(answered), m.kind == Kind.REPLY.value)
        .group_by(m.contact_id)
    )
    last: dict[int | None, int] = {row[0]: row[1] for row in db.execute(query)} if answered else {}
    newer = {row.id: _newer_lists(intents[row.id]) for row in rows if row.kind == Kind.LIST.value}
    wanted = [key for keys in newer.values() for key in keys]
    there = (
        set(db.execute(sa.select(m.intent_key).where(m.intent_key.in_(wanted))).scalars())
        if wanted
        else set()
    )
    return {
        row.id for row in rows if row.kind == Kind.REPLY.value and last.get(row.contact_id, 0) > row.id
    } | {id_ for id_, keys in newer.items() if not there.isdisjoint(keys)}


NEWER = 20
"""So many versions of a list after the one that failed are looked for."""


def _newer_lists(key: str) -> list[str]:
    """The keys under which later versions of this list go to the same official ("mail:opening:version:official")."""
    what, opening, version, official, *part = key.split(":")
    later = range(int(version) + 1, int(version) + 1 + NEWER)
    return [":".join((what, opening, f"{number}", official, *("1" for _ in part))) for number in later]
