"""A reminder that nobody answered and whose day is over is not asked again: not by us, and not behind what we say."""

from dataclasses import replace

import sqlalchemy as sa

from helpdesk.booking.bookings import live_by_id
from helpdesk.booking.reminding.reminder_kinds import OF_BOOKINGS
from helpdesk.conversation.engine.state import State
from helpdesk.conversation.house import House
from helpdesk.conversation.lasting.store import Conversation

REMIND = frozenset(name for kind in OF_BOOKINGS for name in (kind.flows.herself, kind.flows.neighbour))
"""The flows that remind of a day; what they lead to, such as a cancellation, says itself that the day is over."""


def without_past(db: sa.Connection, house: House, conversation: Conversation) -> Conversation:
    """The conversation without such questions; the same object where there is none. Asks of them only if there is one."""
    frames = (conversation.state, *conversation.state.below) if conversation.state else ()
    asked = {id_ for frame in frames if frame.flow in REMIND for id_ in frame.answers.get("booking_ids", ())}
    if not asked:
        return conversation
    now = house.clock.now()
    coming = {id_ for id_, booking in live_by_id(db, asked).items() if booking.opening.ends_at > now}
    kept = [frame for frame in frames if not _is_past(frame, coming)]
    if len(kept) == len(frames):
        return conversation
    state = replace(kept[0], below=tuple(replace(one, below=()) for one in kept[1:])) if kept else None
    return replace(conversation, state=state)


def _is_past(frame: State, coming: set[int]) -> bool:
    return frame.flow in REMIND and not coming & set(frame.answers.get("booking_ids", ()))
