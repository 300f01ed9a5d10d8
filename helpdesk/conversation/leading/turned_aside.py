"""A booking that she turns away from in the middle: it waits under what she turns to, and is taken up again."""

from collections.abc import Mapping
from typing import Any

from helpdesk.conversation.actions.booking import NOTED
from helpdesk.conversation.actions.missing import TAKEN_UP
from helpdesk.conversation.engine.state import State
from helpdesk.conversation.engine.structure import Ask, Lead, Structure
from helpdesk.conversation.engine.turns import Heard, Start
from helpdesk.conversation.leading.drafts import BOOKS, is_draft
from helpdesk.conversation.understanding.one_text import joined

TURNS_TO = frozenset({"menu", "my_booking", "erase", "human", "steps", "visit_when", "language", "accents"})
"""Flows that answer her, and after which the booking is gone on with. What changes or cancels places is none of them."""


def turned_aside(
    flow: str, facts: Mapping[str, Any], state: State | None, structure: Structure
) -> Start | None:
    """The flow that she turns to, with the booking she was making under it; None where there is no such booking."""
    if state is None or flow not in TURNS_TO or flow not in structure.flows or not is_draft(state):
        return None
    if state.flow == BOOKS:
        return Start(flow, facts, suspend=True)
    return Start(flow, facts, below=state.below) if _waiting(state) else None


def taken_up(state: State | None) -> Start | None:
    """The booking that waits under what is asked now, to be taken up again if she wants; None where none does."""
    waiting = _waiting(state)
    if not waiting:
        return None
    first, *others = waiting
    noted = {NOTED: first.answers[NOTED]} if NOTED in first.answers else {}
    return Start(BOOKS, {**joined(first.answers, {}), **noted, TAKEN_UP: True}, below=tuple(others))


def chooses_to_book(heard: Heard, state: State | None, structure: Structure) -> bool:
    """Whether an answer to the open question leads straight to a booking, as in the menu."""
    ask = structure.step(state.flow, state.step) if state is not None else None
    if heard.outcome != "choice" or not isinstance(ask, Ask) or not 0 <= heard.value < len(ask.choices):
        return False
    target = ask.choices[heard.value]
    return target.lead is Lead.FLOW and target.name == BOOKS


def _waiting(state: State | None) -> tuple[State, ...]:
    """Bookings that were begun and lie under another question."""
    if state is None or state.flow == BOOKS:
        return ()
    return tuple(frame for frame in state.below if frame.flow == BOOKS and is_draft(frame))
