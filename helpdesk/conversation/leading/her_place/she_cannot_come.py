"""Who says that she cannot come, and not what is to become of her place, is asked; it never is the "no" that keeps it."""

import re
from typing import Any

from helpdesk.booking.last_booking import last_booking
from helpdesk.clock import local_date
from helpdesk.conversation.actions.her_place.spoken_of import WHOM_UNSAID
from helpdesk.conversation.counting import THANKS
from helpdesk.conversation.engine.limits import STUCK_FLOW
from helpdesk.conversation.engine.state import State
from helpdesk.conversation.engine.turns import Heard, Saying, Slot, Start
from helpdesk.conversation.leading.her_place.said_to_reminders import ASKS_WHETHER_SHE_COMES, CANNOT_COME
from helpdesk.conversation.leading.nothing_asked import LET_BE
from helpdesk.conversation.leading.on_the_way.day_of_a_list import MOVES
from helpdesk.conversation.leading.on_the_way.drafts import BOOKS
from helpdesk.conversation.leading.said import ASK_WHICH_FROM, Onward, Said
from helpdesk.conversation.understanding.answers.refusals import NO
from helpdesk.conversation.understanding.bookings.absence import (
    cannot_come,
    cannot_come_in_dialect,
    is_away,
    why_not,
)
from helpdesk.conversation.understanding.bookings.mid_booking import is_busy
from helpdesk.conversation.understanding.bookings.one_text import PLACE, SINCE, facts_of
from helpdesk.conversation.understanding.bookings.which_booked import ALL_SAID, KEPT_SAID, names_all
from helpdesk.conversation.understanding.reading import read
from helpdesk.conversation.understanding.understand import PEOPLE_SAID
from helpdesk.conversation.understanding.words import any_word
from helpdesk.places.communes import all_places

WEAK = "elderly_home"
"""The flow for who is too weak to come at all."""

SHOWS_HERS = "my_booking"
OFFERS_ELSE = ASK_WHICH_FROM | {STUCK_FLOW, SHOWS_HERS}
"""What has a "no" that ends the talk, and asks nothing that who cannot come would answer."""

CANCELS = "cancel"
ASKED_AGAIN = frozenset({CANNOT_COME, CANCELS, "reschedule"})
"""What is about a place already, and has a "no" that keeps it: who says again that she cannot come has it before her."""

ABOUT_COMING = frozenset({"cancel", "reschedule", "elderly_home"})
"""Topics that such a text may look like."""

LONGEST_REASON = 6
"""Words of a text that says why she does not come and nothing else."""

_TELLS_NOTHING = re.compile(r"\b(?:ban|gi|nao|bao|sao|dau)\b|\b(?:khong|ko|chua)$")
"""A village, which is "busy" without accents; and questions."""

_BOOKS = re.compile(r"\b(?:dat|dk|dang ky|ghi|giu cho|book)\b")
_SAYS_WHAT = re.compile(r"\b(?:huy|bo|xoa|doi|chuyen|hoan|dat|giu|cancel|change|move|keep)\b")
_NO_OR_HE = re.compile(r"\bno (?:di|den|toi|ra|len|qua) (?:duoc|dc|noi)\b")
"""Without accents, "nỏ" that means not, or "nó"."""

_A_VILLAGE = "ban"
"""Alone it is a village, or anything."""

_QUITS = re.compile(r"\b(?:khong|ko|k|chua|chang|thoi)\b.*\bnua$")
"""Who does not want to any more: "thôi không làm nữa"."""

_STAYS = re.compile(
    r"(?:(?:da|a|thoi|vay|can bo|oi|hom do|bua do|mai|ong|ba|me|mu|bo|cha|vo|chong|anh|chi|chu|bac|co|no|ho|toi|tui|em|con|chau|ay|sang|chieu|ngay|hom|bua) )*(?:khong|ko|k|kg|chang|hong) (?:di|den|ra|len)(?: (?:dau|a|nhe|nha|can bo|ra|do|xa|roi))*"
)
"""Who does not come, and says no more; where whether she comes is asked."""

_GIVES_UP = re.compile(
    r"(?:(?:da|a|u|vang|thoi|cam on|can bo|toi|tui|em|con|chau|minh|ca nha|nha|gio|vay|ma|nhe) )*(?:khong|ko|k|kg|hong|chang)(?: (?:muon|can|co))*"
    r"(?: (?:di|lam|den|dat|toi|dang ky|cho|lich|hen|cai nay|muc 2))* nua(?: (?:dau|a|nhe|nha|can bo|cam on|roi))*"
)
"""Who wants no more of it: of who has a place it is asked what becomes of that."""

_NOBODY_COMES = re.compile(r"\b(?:ca (?:nha|lu|hai|ba|bon|[2-9])|tat ca|khong ai|chang ai)\b")
"""All of hers, where she has several bookings: "cả nhà tôi không đi nữa"."""

LISTS_HERS = frozenset(
    {(CANNOT_COME, "which"), (CANNOT_COME, "which_of_hers"), (CANCELS, "which"), (CANCELS, "unlike")}
)
"""Questions which of several of hers is meant."""

_WHEN_THEN = re.compile(
    r"\b(?:tuan (?:sau|toi|ke)|(?:sang|qua) tuan|thang (?:sau|toi)|(?:[1-4]|mot|hai) tuan (?:nua|sau)|next (?:week|month))\b(?!.*\b(?:tuan|thang)\b).*$"
)
_NOT_THEN = re.compile(r"\b(?:khong|ko|k|chua|cung|ban|om|moi ve|not)\b")
"""A later week or month said last, of which she does not say that she cannot come then either."""

_CANNOT_WALK = re.compile(r"\b(?:khong|ko|k|kho|hong)(?: the| con)? di lai(?: duoc| noi| dc)?\b")


def she_cannot_come(said: Said) -> Onward | None:
    """What becomes of her place is asked, where she has one or is reminded of it."""
    if said.state is None and _CANNOT_WALK.search(said.key):
        return Onward(_of_the_weak(said), anew=True)
    understood, state = said.understood, said.state
    if state is not None and (state.flow, state.step) in LISTS_HERS and names_all(said.key):
        return Onward(Start(CANCELS, {ALL_SAID: True}), anew=True)
    if not _says_so(said):
        return None
    if (later := _but_later(said)) is not None:
        return later
    if state is not None and state.flow in ASKED_AGAIN:
        return _asked_again(said, state)
    if state is not None and state.flow in ASKS_WHETHER_SHE_COMES:
        named = {
            name: value for name, value in understood.facts.items() if name in (PEOPLE_SAID, WHOM_UNSAID)
        }
        spoken_of = {"booking_ids": state.answers.get("booking_ids", ()), **named}
        return Onward(Start(CANNOT_COME, spoken_of), anew=True)
    if state is not None and (state.flow not in OFFERS_ELSE or state.below):
        return None
    if len(said.hers) > 1 and _NOBODY_COMES.search(said.key) and PEOPLE_SAID not in understood.facts:
        return Onward(Start(CANCELS, {ALL_SAID: True}), anew=True)
    if said.hers:
        return Onward(Start(CANNOT_COME, {**_shown(state), **understood.facts}), anew=True)
    return _of_no_place(said) if state is None else None


def _but_later(said: Said) -> Onward | None:
    """The days from then on, where she says behind it when she comes: "mai bận, để tuần tới"."""
    state = said.state
    then = _WHEN_THEN.search(said.key)
    if then is None or _NOT_THEN.search(then[0]) or {PEOPLE_SAID, WHOM_UNSAID} & said.understood.facts.keys():
        return None
    reminded = state is not None and state.flow in ASKS_WHETHER_SHE_COMES | {CANNOT_COME}
    if not reminded and state is not None and (state.flow not in OFFERS_ELSE or state.below):
        return None
    ids = state.answers.get("booking_ids") if reminded and state is not None else None
    hers = [one for one in said.hers if not ids or one.id in ids]
    since = read(then[0], today=local_date(said.scene.now), places=()).since
    if since is None or not hers or since <= max(one.opening.day for one in hers):
        return None
    facts = {"booking_ids": [one.id for one in hers], SINCE: since.isoformat()}
    return Onward(Start(MOVES, facts), anew=True)


def _of_no_place(said: Said) -> Onward | None:
    """The same of who has no place: nothing is to be kept."""
    if is_busy(said.key) or _QUITS.search(said.key) or _GIVES_UP.fullmatch(said.key):
        # There is nothing that she would have to come to.
        return Onward(Start(LET_BE), anew=True, noted_as=THANKS)
    has_booked = last_booking(said.scene.db, said.scene.contact.id) is not None
    if said.understood.intent == "cancel" and not has_booked:
        # There is nothing to cancel: somebody is too weak to come at all.
        return Onward(Start(WEAK), anew=True)
    if said.understood.intent is None and has_booked:
        return Onward(Start(CANCELS), anew=True)  # which tells that her day is over, and books again
    return None


def _asked_again(said: Said, state: State) -> Onward | None:
    """The open question once more, as if for the first time; not where she says what is to become of the place, or whose."""
    understood = said.understood
    if _SAYS_WHAT.search(said.key) or PEOPLE_SAID in understood.facts:
        return None
    refused = understood.answer is not None and understood.answer.outcome == NO
    keeps = state.flow == CANCELS and understood.answer == Heard("choice", 1)
    if refused or keeps or (understood.answer is None and state.flow == CANNOT_COME):
        return Onward(None, only_says=Saying(state.flow, state.step, Slot.ASK, state.answers))
    return None


def _shown(state: State | None) -> dict[str, Any]:
    """The booking that she has before her, where she looks at one."""
    shown = state.answers.get("booking_id") if state is not None and state.flow == SHOWS_HERS else None
    return {"booking_ids": [shown]} if shown is not None else {}


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
    if {KEPT_SAID, ALL_SAID} & said.understood.facts.keys():
        return False  # she comes, and another one does not; or she says herself that all is cancelled
    if said.state is None and _GIVES_UP.fullmatch(said.key):
        # Behind our word that she will be rung it is the call that she needs no more.
        return "callback" not in said.told_of
    may_be_busy = said.state is None and is_busy(said.key) and said.key != _A_VILLAGE
    if may_be_busy and said.understood.answer is None:
        return True
    reminded = said.state is not None and said.state.flow in ASKS_WHETHER_SHE_COMES | {CANNOT_COME}
    elsewhere = reminded and is_away(said.key) and said.understood.intent in ("where", "why", "duration")
    topics = (None, "cancel", "elderly_home")
    if any_word(said.key) is not None or not (said.understood.intent in topics or elsewhere):
        return False
    if (reminded or said.state is None) and _STAYS.fullmatch(said.key):
        return True
    # Before its name "bản" is a village; alone without its accent somebody is busy.
    key = re.sub(r"\bban (?=\w)", "", said.key) if PLACE in said.understood.facts else said.key
    return _cannot(said) or ((reminded or _tells_why(said)) and why_not(key))


def _cannot(said: Said) -> bool:
    may = said.understood.intent == "cancel" and _NO_OR_HE.search(said.key) is not None
    return may or cannot_come(said.key) or cannot_come_in_dialect(said.text)


def _tells_why(said: Said) -> bool:
    """Whether a short text to no question at all may tell why she does not come: "xe hỏng rồi", but not "bản Tuộc"."""
    understood = said.understood
    if said.state is not None or understood.intent not in (None, WEAK) or understood.facts:
        return False
    if not ABOUT_COMING.issuperset(understood.doubt):
        return False
    return len(said.key.split()) <= LONGEST_REASON and _TELLS_NOTHING.search(said.key) is None
