"""What is answered while the open question waits, be it a short answer or a flow of its own."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from helpdesk.conversation.actions.questions.her_commune import COMMUNE_ASKED, WHICH_COMMUNE
from helpdesk.conversation.calls.number_to_call import CALL_ELSEWHERE
from helpdesk.conversation.counting import WHICH_TOPIC
from helpdesk.conversation.engine.limits import STUCK_FLOW
from helpdesk.conversation.engine.state import State
from helpdesk.conversation.engine.turns import Start
from helpdesk.conversation.leading.in_doubt import OFFERS_TO_RING
from helpdesk.conversation.leading.on_the_way.drafts import BOOKS, CALLS, is_draft, waiting_drafts
from helpdesk.conversation.leading.said import ASK_WHICH_FROM, Onward, Said
from helpdesk.conversation.understanding.bookings.one_text import PLACE

ASKS_AGAIN_IN_VAIN = frozenset({"unknown", STUCK_FLOW, WHICH_TOPIC, "language"}) | OFFERS_TO_RING
"""Questions that any topic answers: asked again behind the answer they would lead in circles."""

NEVER_AGAIN = frozenset({"erase"})
"""Not put again behind an answer to something else: by a "1" to that she would lose all she has."""

TURNS_TO = frozenset(
    {"menu", "my_booking", "erase", "human", "steps", "visit_when", "language", "accents", "reach"}
)
"""Flows that answer her, and after which the booking is gone on with. What changes or cancels places is none of them."""

SPOKEN_OTHERWISE = frozenset({"language", "accents"})
"""Those that change nothing but how she is spoken to: whatever is asked stays open under them."""


EMPTY: Mapping[str, Any] = MappingProxyType({})


def stays_open(state: State | None) -> bool:
    """Whether something is asked that is asked again behind an answer to something else."""
    if state is not None and state.flow == WHICH_COMMUNE:
        return bool(_still_under(state))
    return state is not None and (bool(state.below) or state.flow not in ASKS_AGAIN_IN_VAIN | NEVER_AGAIN)


def _still_under(state: State) -> tuple[State, ...]:
    """What lies under a question that is let be once she asks something else: not the answer that waited for it."""
    return tuple(
        frame
        for frame in state.below
        if frame.flow not in ASKS_AGAIN_IN_VAIN and COMMUNE_ASKED not in frame.answers
    )


def aside(said: Said) -> Onward | None:
    """A flow that answers, and then the open question is asked again; but not which topic was meant: she has said it."""
    flow = said.flow
    if flow is None or flow not in said.structure.flows or not stays_open(said.state):
        return None
    if not said.structure.flows[flow].aside:
        return None
    return beside(said, flow, said.understood.facts)


def beside(said: Said, flow: str, facts: Mapping[str, Any] = EMPTY, *, noted_as: str | None = None) -> Onward:
    """A flow that answers, and then what is open is asked again: not the offer of a person, for now she was understood,
    nor of which commune she spoke, but what lies under that."""
    state = said.state
    if state is None or not stays_open(state):
        return Onward(Start(flow, facts), anew=True, noted_as=noted_as)
    if state.flow in (STUCK_FLOW, WHICH_COMMUNE):
        under = _still_under(state)
        return Onward(Start(flow, facts, below=under), anew=not under, noted_as=noted_as)
    return Onward(Start(flow, facts, suspend=True), noted_as=noted_as)


def answers_it(said: Said, flow: str) -> bool:
    """Whether words that ask for `flow` may be answered by it: her text speaks for no topic, or for that flow's own, or
    for one that it `refines`. What is clearly another topic is answered as that one."""
    intent = said.understood.intent
    if intent is None or said.flow == flow:
        return True
    return flow in said.script.flows and intent in said.script.flows[flow].refines


def tells(said: Said, flow: str) -> Onward | None:
    """That flow, counted as what it is, where there is such a one; then what is open is asked again."""
    return beside(said, flow, noted_as=flow) if flow in said.script.flows else None


def _its_village(flow: str, state: State) -> dict[str, Any]:
    """The village of the booking, where she asks when a team comes and says no other."""
    named = state.answers.get(PLACE)
    return {PLACE: named} if flow == "visit_when" and isinstance(named, int) else {}


def turned_aside(said: Said) -> Onward | None:
    """The flow that she turns to in the middle of a booking, which waits under it and is taken up again."""
    state, flow = said.state, said.flow
    # Which phone is to be rung is asked: till then the booking waits.
    rung = {CALLS} if CALL_ELSEWHERE in said.understood.facts else set()
    if state is None or flow is None or flow not in (TURNS_TO | rung) & said.structure.flows.keys():
        return None
    if flow in SPOKEN_OTHERWISE and stays_open(state) and state.flow not in ASK_WHICH_FROM:
        # The same question, in other words.
        return Onward(Start(flow, said.understood.facts, suspend=True))
    if not is_draft(state):
        return None
    if state.flow == BOOKS:
        return Onward(Start(flow, {**_its_village(flow, state), **said.understood.facts}, suspend=True))
    if waiting_drafts(state):
        return Onward(Start(flow, said.understood.facts, below=state.below))
    return None
