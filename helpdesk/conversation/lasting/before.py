"""What there was before a message: whether it came already, what its sender was answered lately, where she stood."""

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from helpdesk.conversation.lasting.store import COLUMNS, Conversation, as_loaded
from helpdesk.conversation.tables import conversations
from helpdesk.messaging.inbound import Incoming, stored_as
from helpdesk.messaging.policy.loop_guard import COUNTS, counted_since


@dataclass(frozen=True, slots=True)
class Before:
    """`repeat`: this very message was here before; `counts` is the loop guard's."""

    repeat: bool
    counts: Any
    conversation: Conversation


_COUNTED = COUNTS.subquery()
# One query for three questions: every turn asks them, and each of its own would cost as much again.
_BEFORE = sa.select(
    _COUNTED,
    *COLUMNS,
    stored_as(sa.bindparam("channel", type_=sa.Text()), sa.bindparam("provider", type_=sa.Text())).label(
        "stored"
    ),
).select_from(_COUNTED.outerjoin(conversations, conversations.c.contact_id == sa.bindparam("contact")))


def before(db: sa.Connection, incoming: Incoming) -> Before:
    """What there was before a message whose contact the caller holds."""
    asked = counted_since(incoming.contact_id, incoming.text, now=incoming.received_at)
    row = db.execute(_BEFORE, {**asked, "channel": incoming.channel, "provider": incoming.provider_id}).one()
    return Before(row.stored is not None, row, as_loaded(row))
