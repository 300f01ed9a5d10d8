"""A booking that waits under what is asked now, and is gone on with: by an answer that leads there, or by "đặt"."""

from helpdesk.conversation.actions.making.booking import NOTED
from helpdesk.conversation.actions.making.missing import TAKEN_UP
from helpdesk.conversation.engine.state import State
from helpdesk.conversation.engine.structure import Ask, Lead, Structure
from helpdesk.conversation.engine.turns import Heard, Start
from helpdesk.conversation.leading.on_the_way.drafts import BOOKS, waiting_drafts
from helpdesk.conversation.leading.said import Onward, Said
from helpdesk.conversation.understanding.bookings.one_text import DAY, FORGET, OPENING, PART, PLACE, joined

VISITS = "visit_when"
LISTS_OF_VISITS = {"here": "openings", "elsewhere": "around"}
"""The flow that tells when a team comes; its steps that list days, and the answers with their lines."""


def answered(said: Said) -> Onward | None:
    """Where an answer leads: on, but to the booking that waits where it leads to a booking."""
    heard = said.understood.answer
    if heard is None:
        return None
    again = _day_of_its_own(heard, said.state)
    if again is None and _chooses_to_book(heard, said.state, said.structure):
        again = _taken_up(said.state)
    return Onward(again, anew=True) if again is not None else Onward(heard)


def taken_up(said: Said) -> Onward | None:
    """Who wants to book, and says nothing more of it, goes on with the booking that waits."""
    again = _taken_up(said.state) if said.flow == BOOKS and not said.understood.facts else None
    return Onward(again, anew=True) if again is not None else None


def _taken_up(state: State | None) -> Start | None:
    """The booking that waits under what is asked now, to be taken up again if she wants; None where none does."""
    waiting = waiting_drafts(state)
    if not waiting:
        return None
    first, *others = waiting
    noted = {NOTED: first.answers[NOTED]} if NOTED in first.answers else {}
    return Start(BOOKS, {**joined(first.answers, {}), **noted, TAKEN_UP: True}, below=tuple(others))


def _day_of_its_own(heard: Heard, state: State | None) -> Start | None:
    """The booking that waits under a list of visits, for the day and the village that are chosen there: it was looked up
    for that one, and nobody is booked twice."""
    waiting = waiting_drafts(state)
    if (
        state is None
        or state.flow != VISITS
        or heard.outcome != "chosen"
        or state.step not in LISTS_OF_VISITS
    ):
        return None
    if not waiting:
        return None
    line = state.answers[LISTS_OF_VISITS[state.step]][heard.value]
    first, *others = waiting
    chosen = {PLACE: line["facts"][PLACE], OPENING: line["value"], FORGET: [DAY, PART]}
    return Start(BOOKS, joined(first.answers, chosen), below=tuple(others))


def _chooses_to_book(heard: Heard, state: State | None, structure: Structure) -> bool:
    """Whether an answer to the open question leads straight to a booking, as in the menu."""
    ask = structure.step(state.flow, state.step) if state is not None else None
    if heard.outcome != "choice" or not isinstance(ask, Ask) or not 0 <= heard.value < len(ask.choices):
        return False
    target = ask.choices[heard.value]
    return target.lead is Lead.FLOW and target.name == BOOKS
