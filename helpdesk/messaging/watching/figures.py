"""Figures about messages: what waits, what became of the last day's. Cheap with a million rows behind them.

What waits is counted in indexes that hold only that; the last day's are found from the end of the table.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from helpdesk.messaging.states import State
from helpdesk.messaging.tables import inbound_messages, outbound_messages
from helpdesk.store.recent import first_since

m, i = outbound_messages.c, inbound_messages.c


@dataclass(frozen=True, slots=True)
class Count:
    """How many messages of a gateway are in a state."""

    gateway_id: int
    state: State
    messages: int


@dataclass(frozen=True, slots=True)
class Due:
    """What of a gateway is due and has not left: how many, and since when the oldest is."""

    gateway_id: int
    messages: int
    oldest: datetime


def is_in(state: State) -> sa.ColumnElement[bool]:
    """That a message is in `state`, written so that both databases see that a partial index has the answer."""
    return m.state == sa.literal(state.value, literal_execute=True)


def waiting(db: sa.Connection) -> list[Count]:
    """What is queued and what is being sent now, by gateway."""
    return [count for state in (State.QUEUED, State.SENDING) for count in _counts(db, state)]


def _counts(db: sa.Connection, state: State) -> Iterator[Count]:
    query = sa.select(m.gateway_id, sa.func.count()).where(is_in(state)).group_by(m.gateway_id)
    return (Count(gateway_id, state, messages) for gateway_id, messages in db.execute(query))


def due(db: sa.Connection, *, now: datetime) -> list[Due]:
    """What is due by now and still queued, by gateway."""
    query = (
        sa.select(m.gateway_id, sa.func.count(), sa.func.min(m.due_at))
        .where(is_in(State.QUEUED), m.due_at <= now)
        .group_by(m.gateway_id)
    )
    return [Due(*row) for row in db.execute(query)]


def written_since(db: sa.Connection, since: datetime) -> list[Count]:
    """What was written to the outbox since then, by gateway and by the state it is in now."""
    first = first_since(db, m.id, m.created_at, since)
    query = (
        sa.select(m.gateway_id, m.state, sa.func.count()).where(m.id >= first).group_by(m.gateway_id, m.state)
    )
    return [Count(row[0], State(row[1]), row[2]) for row in db.execute(query)]


def understood_since(db: sa.Connection, since: datetime) -> dict[str | None, int]:
    """What came in since then, by what the turn made of it (None: nothing was noted)."""
    first = first_since(db, i.id, i.received_at, since)
    query = sa.select(i.understood, sa.func.count()).where(i.id >= first).group_by(i.understood)
    return {row[0]: row[1] for row in db.execute(query)}
