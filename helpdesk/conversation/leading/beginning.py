"""The flow that a wish begins, knowing what it is to know of the booking that is open; and one step back."""

from collections.abc import Mapping
from typing import Any

from helpdesk.conversation.actions.her_place.past_booking import DROPPED
from helpdesk.conversation.actions.making.booking import NOTED
from helpdesk.conversation.engine.state import State
from helpdesk.conversation.engine.structure import Structure
from helpdesk.conversation.engine.turns import GoBack, Start
from helpdesk.conversation.leading.on_the_way.drafts import BOOKS, is_draft, set_aside
from helpdesk.conversation.leading.on_the_way.said_before_asked import with_said_before
from helpdesk.conversation.leading.said import Onward, Said
from helpdesk.conversation.understanding.bookings.one_text import PLACE, a_step_back, joined

NO_WAY_ON = frozenset(
    {"nothing_there", "only_day", "no_day_fits", "no_later", "too_many", "beyond_limit", "full"}
)
"""Questions of a booking where what was said so far does not do: whoever says "DAT" there begins anew."""

VISITS = "visit_when"
"""The flow that tells when a team comes to a village."""

OFFERS = "offer"
"""The flow that offers places which came free."""

HER_PLACES = frozenset({"cancel", "reschedule", "my_booking"})
"""Flows about places that she has: what is held for her beside them is not answered by that."""


def step_back(said: Said) -> Onward | None:
    """The question before the open one; where a booking was said in one text, what lies behind is its day, then its place."""
    state = said.state
    if state is None or said.understood.intent != "back":
        return None
    if state.flow == BOOKS and not state.trail and (kept := a_step_back(state.answers)):
        return Onward(Start(BOOKS, kept, below=state.below), anew=True)
    return Onward(GoBack())


def begun(said: Said) -> Onward:
    """The flow of her wish, from its beginning, in the flows as they run now."""
    understood, structure, flow = said.understood, said.script.structure, said.flow or "menu"
    before = said.state or said.conversation.state
    offered = _still_offered(before, structure) if flow in HER_PLACES | {BOOKS} else ()
    if flow == BOOKS:
        facts = _with_open_booking(understood.facts, before, goes_on=_goes_on(said.state))
        below = (*set_aside(structure, before, facts), *offered)
        return Onward(Start(flow, facts, below=below), anew=True)
    dropped = understood.intent == "cancel" and not understood.facts and is_draft(before)
    return Onward(Start(flow, {DROPPED: True} if dropped else understood.facts, below=offered), anew=True)


def _goes_on(state: State | None) -> bool:
    """Whether she is asked for a booking now, so that "tôi muốn đặt chỗ" says nothing new: what is known is kept."""
    return state is not None and state.flow == BOOKS and state.step not in NO_WAY_ON


def _still_offered(before: State | None, structure: Structure) -> tuple[State, ...]:
    """What places are held for her by an offer that she was asked about: she is asked again, if they still are."""
    if before is None or before.flow != OFFERS or OFFERS not in structure.flows:
        return ()
    answers = {"offer_id": before.answers.get("offer_id")}
    return (State(OFFERS, structure.flows[OFFERS].start, answers), *before.below)


def _there(facts: Mapping[str, Any], state: State) -> Mapping[str, Any]:
    """At the village of which she has just read when a team comes, where she says no other."""
    looked_up = state.step == "here" and isinstance(state.answers.get(PLACE), int) and PLACE not in facts
    return {**facts, PLACE: state.answers[PLACE]} if looked_up else facts


def _with_open_booking(facts: Mapping[str, Any], state: State | None, *, goes_on: bool) -> Mapping[str, Any]:
    """What was said of a booking, together with the answers of the one that is open, if only under a reminder."""
    frames = (state, *state.below) if state is not None else ()
    before = next((frame.answers for frame in frames if frame.flow == BOOKS), None)
    if before is None:
        return (
            with_said_before(facts, state) if state is None or state.flow != VISITS else _there(facts, state)
        )
    noted = {NOTED: before[NOTED]} if NOTED in before else {}
    return {**joined(before, facts), **noted} if facts or goes_on else facts
