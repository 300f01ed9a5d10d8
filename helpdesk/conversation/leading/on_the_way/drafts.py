"""A booking that is not made yet: what becomes of it when she turns to something else, so that it is never lost unsaid."""

from collections.abc import Mapping
from typing import Any

from helpdesk.conversation.actions.making.missing import COMES_BACK
from helpdesk.conversation.engine.limits import STUCK_FLOW
from helpdesk.conversation.engine.state import State
from helpdesk.conversation.engine.structure import Structure
from helpdesk.conversation.engine.turns import Heard, Input, Saying, Slot
from helpdesk.conversation.playing import Played
from helpdesk.conversation.understanding.bookings.one_text import (
    BESIDE_NAMES,
    DAY,
    OPENING,
    PART,
    PEOPLE,
    PERSONS,
    PLACE,
    SET_ASIDE,
)
from helpdesk.conversation.understanding.bookings.several_bookings import SAID_TOO

BOOKS = "book"
"""The flow that books places."""

DRAFTS = frozenset({BOOKS, "wait"})
"""Flows that end with a place, or with waiting for one."""

ASKS_ANOTHER = frozenset({"menu", "my_booking", "erase", "human", "steps", "visit_when", "callback"})
"""Flows that ask something else while a booking waits under them."""

CALLS = "callback"
"""The flow that has an official ring her."""

LEFT, WAITS = "left_undone", "begun_before"
"""Flows: nothing was booked, and she begins anew; it waits, and how to go on with it. Each is said by itself."""

GONE_ON_WITH = frozenset({(CALLS, "noted"), (CALLS, "noted_elsewhere"), (STUCK_FLOW, "call_us")})
"""Steps behind which nothing is asked and the booking waits all the same: she is to be rung, or was not understood."""

SAY_SO = frozenset({("past_booking", "dropped"), ("phone_full", "full")})
"""Steps that say themselves that what was being booked is not."""


def is_draft(state: State | None) -> bool:
    """Whether a conversation has something in it, asked or suspended, that she may take for a booking."""
    frames = (state, *state.below) if state is not None else ()
    return any(frame.flow in DRAFTS and _said_some(frame.answers) for frame in frames)


def waiting_drafts(state: State | None) -> tuple[State, ...]:
    """Bookings that were begun and lie under another question, nearest first."""
    if state is None or state.flow == BOOKS:
        return ()
    return tuple(frame for frame in state.below if frame.flow == BOOKS and is_draft(frame))


def _said_some(answers: Mapping[str, Any]) -> bool:
    return any(answers.get(name) for name in (PLACE, OPENING, PEOPLE, DAY))


def with_what_is_lost(structure: Structure, before: State | None, given: Input, played: Played) -> Played:
    """What was said, and before it that the booking she had begun is not made, where it was left on the way.

    Whoever chose to leave it, by the number of a choice that it offered, knows so.
    """
    spoken = {(saying.flow, saying.step) for saying in played.sayings}
    if not played.sayings or not is_draft(before) or LEFT not in structure.flows:
        return played
    if is_draft(played.state):
        return _with_what_waits(structure, before, played)
    if any(flow in DRAFTS for flow, _ in spoken) or spoken & SAY_SO:
        return played
    chose = isinstance(given, Heard) and given.outcome == "choice"
    if chose and before is not None and before.flow != STUCK_FLOW:
        return played
    if played.state is None and spoken & GONE_ON_WITH:
        kept = _kept_for_later(structure, before)
        if kept is not None:
            return Played(kept, (Saying(WAITS, "begun", Slot.SAY, {}), *played.sayings))
    return Played(played.state, (Saying(LEFT, "not_booked", Slot.SAY, {}), *played.sayings))


def _kept_for_later(structure: Structure, before: State | None) -> State | None:
    """The booking that she left without wanting to: nothing of it is asked now, but DAT goes on with it."""
    frames = (before, *before.below) if before is not None else ()
    begun = next((frame for frame in frames if frame.flow == BOOKS), None)
    if begun is None or WAITS not in structure.flows or "go_on" not in structure.flows[BOOKS].steps:
        return None
    return State(BOOKS, "go_on", begun.answers)


def _with_what_waits(structure: Structure, before: State | None, played: Played) -> Played:
    """The same, where the booking waits under what she has turned to and asks something of its own."""
    turned = before is not None and before.flow == BOOKS and played.state is not None
    if (
        not turned
        or WAITS not in structure.flows
        or played.state is None
        or played.state.flow not in ASKS_ANOTHER
        or played.state.below == ()
    ):
        return played
    return Played(played.state, (Saying(WAITS, "begun", Slot.SAY, {}), *played.sayings))


def set_aside(structure: Structure, before: State | None, facts: Mapping[str, Any]) -> tuple[State, ...]:
    """What waits below a booking that begins or goes on: those that were set aside before, and the one that `facts`
    set aside now or asked for in the same text, to be gone on with when this one is done."""
    start = structure.flows[BOOKS].start
    here = {PLACE: facts[PLACE]} if facts.get(PLACE) else {}
    too = tuple(
        State(BOOKS, start, {**here, **other, COMES_BACK: True}) for other in facts.get(SAID_TOO) or ()
    )
    frames = (before, *before.below) if before is not None else ()
    at = next((place for place, frame in enumerate(frames) if frame.flow == BOOKS), None)
    if at is None:
        return too
    waiting = (*too, *(frame for frame in frames[at + 1 :] if frame.flow == BOOKS))
    if not facts.get(SET_ASIDE):
        return waiting
    first, left = frames[at].answers, facts[SET_ASIDE][PEOPLE]
    kept = {name: first[name] for name in (PLACE, OPENING, DAY, PART) if first.get(name)}
    if len(left) == len(first.get(PEOPLE) or ()) and first.get(PERSONS):
        kept[PERSONS] = first[PERSONS]
    kept |= {told: first[told] for told in BESIDE_NAMES if first.get(told)}
    kept |= {PEOPLE: left, COMES_BACK: True}
    return (State(BOOKS, start, kept), *waiting)
