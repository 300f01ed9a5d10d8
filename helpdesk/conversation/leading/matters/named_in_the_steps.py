"""A name with its birth year in the middle of the steps, or where the visits to a village are listed: she wants to book, and
the name is not lost."""

from helpdesk.conversation.engine.turns import Start
from helpdesk.conversation.leading.on_the_way.drafts import BOOKS
from helpdesk.conversation.leading.said import Onward, Said
from helpdesk.conversation.understanding.bookings.one_text import PEOPLE, PLACE

STEPS = "steps"
LISTS_VISITS = ("visit_when", "here")
"""The question that lists the visits to one village."""


def named_in_the_steps(said: Said) -> Onward | None:
    """A booking for those she named, in the village that is told of; the steps are gone on with when she asks for them
    again."""
    state, understood = said.state, said.understood
    if state is None or state.below or understood.answer is not None:
        return None
    visits = (state.flow, state.step) == LISTS_VISITS
    if state.flow != STEPS and not visits:
        return None
    if understood.intent not in (None, BOOKS) or said.wants_silence:
        return None
    people = understood.facts.get(PEOPLE) or ()
    if not any(year for _, year in people):
        return None
    there = {PLACE: state.answers[PLACE]} if visits and state.answers.get(PLACE) else {}
    return Onward(Start(BOOKS, {**there, **understood.facts}), anew=True, noted_as=BOOKS)
