"""Moving an outbound message between its states: the only place that does."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from helpdesk.messaging.states import State, sources_of
from helpdesk.messaging.tables import outbound_messages


def settle(
    db: sa.Connection,
    message_id: int,
    to: State,
    *,
    now: datetime,
    code: str | None = None,
    **values: Any,
) -> bool:
    """Move a message to `to`; False when the table of moves does not allow it from where it is now.

    A late or repeated report thereby changes nothing: delivered stays delivered.
    """
    if code is not None:
        values["code"] = code
    moved = db.execute(
        outbound_messages.update()
        .where(outbound_messages.c.id == message_id, outbound_messages.c.state.in_(sources_of(to)))
        .values(
            state=to.value,
            lease_until=None,
            settled_at=None if to is State.QUEUED else now,
            **values,
        )
    )
    return moved.rowcount == 1


def drop(db: sa.Connection, message_id: int, *, reason: str, now: datetime) -> bool:
    """Give up a message that is no longer useful or wanted; `reason` stays visible in its code."""
    return settle(db, message_id, State.DROPPED, now=now, code=reason)
