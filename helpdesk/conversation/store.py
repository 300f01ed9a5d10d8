"""Loading and saving where a contact is."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from helpdesk.conversation.engine.state import State
from helpdesk.conversation.tables import conversations
from helpdesk.store.upsert import upsert

c = conversations.c


@dataclass(frozen=True, slots=True)
class Conversation:
    """One contact's conversation: its state (None: nothing is asked), and the edition it is pinned to."""

    state: State | None
    edition: str | None
    asked_at: datetime | None


_CHANGED = tuple(column.name for column in c if column.name != "contact_id")

_OF = sa.select(c.state, c.edition, c.asked_at).where(c.contact_id == sa.bindparam("contact"))

NONE_YET = Conversation(None, None, None)


def load(db: sa.Connection, contact_id: int) -> Conversation:
    """The conversation as it was saved."""
    row = db.execute(_OF, {"contact": contact_id}).first()
    if row is None:
        return NONE_YET
    return Conversation(State.from_json(row.state) if row.state else None, row.edition, row.asked_at)


def save(db: sa.Connection, contact_id: int, state: State | None, *, edition: str, now: datetime) -> None:
    """Keep the state; None closes the conversation."""
    row = {
        "contact_id": contact_id,
        "edition": edition,
        "state": state.to_json() if state else None,
        "flow": state.flow if state else None,
        "step": state.step if state else None,
        "asked_at": now if state else None,
        "not_understood": state.tries if state else 0,
        "changed_at": now,
    }
    upsert(db, conversations, row, key=("contact_id",), update=_CHANGED)
