"""What was not understood, or may be about several things: it is asked about, never guessed."""

from helpdesk.conversation.counting import WHICH_TOPIC
from helpdesk.conversation.engine.turns import Heard, Start
from helpdesk.conversation.leading.on_the_way.drafts import BOOKS
from helpdesk.conversation.leading.on_the_way.said_before_asked import (
    books_somebody,
    can_only_book,
    with_said_before,
)
from helpdesk.conversation.leading.said import ASK_WHICH_FROM, Onward, Said
from helpdesk.conversation.leading.short_replies import is_day_alone
from helpdesk.conversation.understanding.bookings.one_text import DAY
from helpdesk.conversation.understanding.understand import OF_A_BOOKING

OFFERS_TO_RING = frozenset({"free_sim", "loan_phone", "elderly_home"})
"""Flows that end in no more than an offer to ring: who goes on to another topic has let it be."""


def _of_her_place(said: Said) -> Onward | None:
    """Her own place, where who wants no texts seems to ask about it: she is answered what she asks herself."""
    if not OF_A_BOOKING.intersection(said.understood.doubt):
        return None
    if not said.hers:
        return None
    return Onward(Start("my_booking"), anew=True)


def in_doubt(said: Said) -> Onward | None:
    """Which of the likeliest topics is meant; the open question again where something of weight is asked."""
    if said.understood.intent is not None and said.flow is not None:
        return None
    if said.wants_silence:
        return _of_her_place(said) or Onward(None)
    state, understood = said.state, said.understood
    offered = state is not None and state.flow in OFFERS_TO_RING and not state.below
    nothing_asked = state is None or offered or state.flow in ASK_WHICH_FROM
    if nothing_asked and books_somebody(said.key, understood.facts):
        return Onward(Start(BOOKS, understood.facts), anew=True)
    facts = with_said_before(understood.facts, state)
    says_when = is_day_alone(said.text) and DAY in understood.facts
    if nothing_asked and (understood.doubt or says_when) and can_only_book(facts, state):
        return Onward(Start(BOOKS, facts), anew=True)
    if understood.doubt and nothing_asked:
        topics = {**facts, "topics": list(understood.doubt)}
        return Onward(Start(WHICH_TOPIC, topics), anew=True)
    if state is not None:
        return Onward(Heard(None))
    return Onward(Start(said.script.flow_for("unknown") or "unknown"), anew=True)
