"""Who says that she cannot come, and not what is to become of her place, is asked."""

import re

from helpdesk.booking.bookings import live_bookings_of
from helpdesk.booking.last_booking import last_booking
from helpdesk.clock import local_date
from helpdesk.conversation.engine.state import State
from helpdesk.conversation.engine.turns import Start
from helpdesk.conversation.leading.drafts import BOOKS
from helpdesk.conversation.leading.said import Onward, Said
from helpdesk.conversation.leading.said_to_reminders import CANNOT_COME, REMINDER
from helpdesk.conversation.understanding.absence import cannot_come, why_not
from helpdesk.conversation.understanding.one_text import facts_of
from helpdesk.conversation.understanding.reading import read
from helpdesk.conversation.understanding.understand import PEOPLE_SAID
from helpdesk.conversation.understanding.which_booked import KEPT_SAID
from helpdesk.conversation.understanding.words import any_word
from helpdesk.places.communes import all_places

WEAK = "elderly_home"
"""The flow for who is too weak to come at all."""

ASKS_WHETHER_SHE_COMES = frozenset({REMINDER, "day_changed"})

ABOUT_COMING = frozenset({"cancel", "reschedule", "elderly_home"})
"""Topics that such a text may look like."""

LONGEST_REASON = 6
"""Words of a text that says why she does not come and nothing else."""

_TELLS_NOTHING = re.compile(r"\b(?:ban|gi|nao|bao|sao|dau)\b|\b(?:khong|ko|chua)$")
"""A village, which is "busy" without accents; and questions."""

_BOOKS = re.compile(r"\b(?:dat|dk|dang ky|ghi|giu cho|book)\b")
_CANNOT_WALK = re.compile(r"\b(?:khong|ko|k|kho|hong)(?: the| con)? di lai(?: duoc| noi| dc)?\b")


def she_cannot_come(said: Said) -> Onward | None:
    """What becomes of her place is asked, where she has one or is reminded of it."""
    if said.state is None and _CANNOT_WALK.search(said.key):
        return Onward(_of_the_weak(said), anew=True)
    if not _says_so(said):
        return None
    understood, state = said.understood, said.state
    if state is not None:
        if state.flow not in ASKS_WHETHER_SHE_COMES:
            return None
        named = {name: value for name, value in understood.facts.items() if name == PEOPLE_SAID}
        spoken_of = {"booking_ids": state.answers.get("booking_ids", ()), **named}
        return Onward(Start(CANNOT_COME, spoken_of), anew=True)
    if live_bookings_of(said.scene.db, said.scene.contact.id, now=said.scene.now):
        return Onward(Start(CANNOT_COME, understood.facts), anew=True)
    if understood.intent == "cancel" and last_booking(said.scene.db, said.scene.contact.id) is None:
        # There is nothing to cancel: somebody is too weak to come at all.
        return Onward(Start(WEAK), anew=True)
    return None


def _of_the_weak(said: Said) -> Start:
    """Help for who cannot walk, with the name and the village that stand in the text; what she wants to book beside that
    is asked for afterwards."""
    places = all_places(said.scene.db)
    said_too = facts_of(read(said.text, today=local_date(said.scene.now), places=places))
    books = _BOOKS.search(said.key) is not None and bool(said_too)
    first = said.script.structure.flows[BOOKS].start
    return Start(WEAK, said_too, below=(State(BOOKS, first, said_too),) if books else ())


def _says_so(said: Said) -> bool:
    """Whether she says it in words of her own, with no other wish; why she may not come counts where that was asked."""
    if KEPT_SAID in said.understood.facts:
        return False  # she comes, and another one does not
    if any_word(said.key) is not None or said.understood.intent not in (None, "cancel", "elderly_home"):
        return False
    reminded = said.state is not None and said.state.flow in ASKS_WHETHER_SHE_COMES
    return cannot_come(said.key) or ((reminded or _tells_why(said)) and why_not(said.key))


def _tells_why(said: Said) -> bool:
    """Whether a short text to no question at all may tell why she does not come: "xe hỏng rồi", but not "bản Tuộc"."""
    understood = said.understood
    if said.state is not None or understood.intent is not None or understood.facts:
        return False
    if not ABOUT_COMING.issuperset(understood.doubt):
        return False
    return len(said.key.split()) <= LONGEST_REASON and _TELLS_NOTHING.search(said.key) is None
