"""Loading and saving where a contact is."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from helpdesk.conversation.engine.state import State
from helpdesk.conversation.tables import conversations
from helpdesk.store.upsert import upsert

c = conversations.c


@dataclass(frozen=True, slots=True)
class Conversation:
    """One contact's conversation: its state (None: nothing is asked), and the edition it is pinned to.

    `suspended_at` is when the question was asked that has waited longest below another; `lapsed` the flow of a question
    that was not answered for too long, until she texts again.
    """

    state: State | None
    edition: str | None
    asked_at: datetime | None
    suspended_at: datetime | None
    lapsed: str | None = None


_CHANGED = tuple(column.name for column in c if column.name != "contact_id")


NONE_YET = Conversation(None, None, None, None)


COLUMNS = (c.state, c.edition, c.asked_at, c.suspended_at, c.flow)
"""What `as_loaded` reads; of a contact with none yet, all NULL."""

_OF = sa.select(*COLUMNS).where(c.contact_id == sa.bindparam("contact"))


def load(db: sa.Connection, contact_id: int) -> Conversation:
    """The conversation as it was saved."""
    row = db.execute(_OF, {"contact": contact_id}).first()
    return NONE_YET if row is None else as_loaded(row)


def as_loaded(row: Any) -> Conversation:
    """The conversation in a row that has COLUMNS."""
    state = State.from_json(row.state) if row.state else None
    lapsed = row.flow if state is None else None
    return Conversation(state, row.edition, row.asked_at, row.suspended_at, lapsed)


def save(
    db: sa.Connection,
    contact_id: int,
    state: State | None,
    *,
    edition: str,
    now: datetime,
    before: Conversation,
) -> None:
    """Keep the state, whose question was asked now; None closes the conversation. `before` is what it was."""
    put(
        db,
        contact_id,
        Conversation(
            state,
            edition,
            asked_at=now if state else None,
            suspended_at=(before.suspended_at or before.asked_at) if state and state.below else None,
        ),
        now=now,
    )


def put(db: sa.Connection, contact_id: int, conversation: Conversation, *, now: datetime) -> None:
    """Keep a conversation as it is."""
    state = conversation.state
    row = {
        "contact_id": contact_id,
        "edition": conversation.edition,
        "state": state.to_json() if state else None,
        "flow": state.flow if state else conversation.lapsed,
        "step": state.step if state else None,
        "asked_at": conversation.asked_at,
        "suspended_at": conversation.suspended_at,
        "not_understood": state.tries if state else 0,
        "changed_at": now,
    }
    upsert(db, conversations, row, key=("contact_id",), update=_CHANGED)
