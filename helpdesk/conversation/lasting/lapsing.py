"""Questions that were not answered for too long: they close by themselves, and a late "1" is told so."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from helpdesk.conversation.actions.questions.topics import TOPICS
from helpdesk.conversation.engine.advance import advance
from helpdesk.conversation.engine.state import State
from helpdesk.conversation.engine.turns import Expired, Waiting
from helpdesk.conversation.house import House
from helpdesk.conversation.lasting.pinned import standing, structure_of
from helpdesk.conversation.lasting.store import Conversation
from helpdesk.conversation.script.model import Script

UNANSWERED = timedelta(days=3)
"""How long a question stays open, and with it names that nobody has consented to keep yet (design: three days)."""

WITHOUT_TOPIC = ("my_booking", "book")
"""Offered to whoever answers a question that belongs to no topic, such as a reminder, or none at all."""


def as_of(db: sa.Connection, house: House, conversation: Conversation, now: datetime) -> Conversation:
    """The conversation as it stands by now, whether or not a sweep has passed: what was open for too long is closed.

    The same object where nothing has lapsed. What waits below a reminder counts from when it was asked itself.
    """
    before = now - UNANSWERED
    if conversation.asked_at is not None and conversation.asked_at < before:
        return _closed(db, house, conversation, now)
    if conversation.suspended_at is not None and conversation.suspended_at < before:
        top = replace(conversation.state, below=()) if conversation.state else None
        return replace(conversation, state=top, suspended_at=None)
    return conversation


def _closed(db: sa.Connection, house: House, conversation: Conversation, now: datetime) -> Conversation:
    structure = structure_of(house, db, conversation.edition)
    state = standing(house.script, structure, conversation.state)
    result = advance(structure, state, Expired()) if state else None
    left: State | None = result.state if isinstance(result, Waiting) else None
    return Conversation(
        state=left,
        edition=conversation.edition,
        asked_at=now if left else None,
        suspended_at=conversation.suspended_at if left and left.below else None,
        lapsed=conversation.state.flow if conversation.state and left is None else None,
    )


def late_answer(script: Script, conversation: Conversation) -> dict[str, Any]:
    """What is known to whoever answers when nothing is asked: what was asked last, or that nothing was."""
    flow = script.flows.get(conversation.lapsed or "")
    topics = [intent for intent in (flow.intents if flow else ()) if intent in TOPICS][:1]
    return {"answers_late": flow is not None, "topics": topics or list(WITHOUT_TOPIC)}
