"""Who does not know what to do next: "giờ làm sao" behind an answer, "tiếp" and "cho cả tôi và con" in the steps."""

import re

from helpdesk.conversation.counting import THANKS
from helpdesk.conversation.engine.limits import STUCK_FLOW
from helpdesk.conversation.engine.turns import Heard, Saying, Slot, Start
from helpdesk.conversation.leading.said import ASK_WHICH_FROM, Onward, Said
from helpdesk.conversation.leading.turned_aside import tells

NOW_WHAT, STEPS = "now_what", "steps"
"""Flows: a person is offered to who has our answer and does not know what to do; the steps, gone on with."""

BOOK_FIRST = "book_first"
"""The flow that says why to book."""

BEFORE_A_PLACE = frozenset({"bring", "where", "duration", "hours", "fee", "eligibility", "each_person"})
"""Flows behind which a place is what comes next."""

HERS = "my_booking"
"""What is next for who has a place."""

_WHO = r"(?:toi|tui|em|con|chau|minh|me|ba con|chung toi|nha toi)"
_NOW = r"(?:gio|bay gio|chu|bay chu|roi|the|vay|rua|ri|thi|nhu vay|nhu rua|ma)"
_DO = r"(?:(?:phai |can |nen |biet )?(?:lam|tinh|man|xu ly)|phai)"
_HOW = r"(?:sao|rang|chi|gi|the nao|ra sao|nhu the nao|cach nao|kieu gi|cai gi|mo)"
_END = r"(?: (?:day|vay|rua|ha|a|nhi|can bo|oi|bay gio|gio|bua|nua|duoc|troi|ta|he|hi|cho dung|ho|toi|nay|voi|truoc|tiep|theo|sau|da))*"
_WHAT_NOW = re.compile(
    rf"(?:(?:{_NOW}|{_WHO}|da|can bo|oi|alo|thoi) )*{_DO} {_HOW}{_END}"
    rf"|(?:(?:{_WHO}|da|can bo|oi) )*(?:{_NOW} )+(?:{_WHO} )?(?:thi )?(?:sao|rang)(?: (?:nua|day|vay|rua|ha|a|nhi|can bo|gio|bay gio|duoc))*"
    r"|(?:so |and )*(?:now what|what now|what (?:do|should) (?:i|we) do(?: now)?|what next)"
)


def what_now(said: Said) -> Onward | None:
    """A person, to who has our answer; the open question, where one is; the steps to who was told nothing yet."""
    state, understood = said.state, said.understood
    if understood.answer is not None or said.wants_silence or not _WHAT_NOW.fullmatch(said.key):
        return None
    if state is not None and (state.flow not in ASK_WHICH_FROM | {NOW_WHAT} or state.below):
        return Onward(None, only_says=Saying(state.flow, state.step, Slot.ASK, state.answers))
    if not _was_told_something(said):
        if said.hers:
            return Onward(Start(HERS), anew=True, noted_as=HERS)
        return (
            Onward(Start(STEPS), anew=True, noted_as=STEPS) if understood.intent in (None, "hours") else None
        )
    return next_thing(said)


def next_thing(said: Said) -> Onward | None:
    """What comes next for who has our answer: a place, behind what all need to know; else a person who tells her."""
    general = not BEFORE_A_PLACE.isdisjoint(said.told_of)
    flow = BOOK_FIRST if general and not said.hers else NOW_WHAT
    return tells(said, flow)


def _was_told_something(said: Said) -> bool:
    """Whether our last answer told something, and only that."""
    names = set(said.told_of) - {THANKS}
    flows = (said.script.structure.flows.get(name) for name in names)
    return any(flow is not None and flow.aside for flow in flows)


GOES_ON = "go_on"
"""The step of the steps that asks whether she goes on."""

_GO_ON = re.compile(
    rf"(?:(?:da|xin|cho|the|{_WHO}|xem|lam|thi) )*(?:tiep|tiep tuc|tiep theo|buoc tiep(?: theo)?|buoc sau|cau tiep)(?: (?:di|nhe|nha|a|la gi|la chi|sao|nua|cho toi|theo|voi|the nao))*"
    # A card that she has may be valid or not.
    r"|(?:toi |tui |con |em )?co (?:the|cccd|can cuoc)(?: (?:roi|a|ma))*"
    r"|(?:(?:roi|xong|the|sau do|con) )+(?:sao|gi|chi|rang|the nao)(?: (?:nua|vay|rua|a|nhi|tiep|day))+|(?:please )?(?:go on|continue|next)"
)


def goes_on(said: Said) -> Onward | None:
    """Who wants to go on has before her what she was asked, also where a person was offered on top of it."""
    state = said.state
    if state is None or said.understood.answer is not None or state.flow in ASK_WHICH_FROM:
        return None
    if not _GO_ON.fullmatch(said.key):
        return None
    if (state.flow, state.step) == (STEPS, GOES_ON):
        return Onward(Heard("choice", 0))
    if state.flow == STUCK_FLOW:
        return Onward(Heard("choice", 1)) if state.below else None
    return Onward(None, only_says=Saying(state.flow, state.step, Slot.ASK, state.answers))


ONE_BY_ONE = "one_by_one"
"""The flow that says that the steps are for one person at a time."""

_ADULT_AND_CHILD = re.compile(
    r"\b(?:ca )?(?:toi|tui|minh|me|bo|vo chong(?: toi)?)(?: (?:voi|va|cung|lan))+ (?:\w+ ){0,3}?(?:con|chau|dua|be|tre)\b|\b(?:con|chau|dua|be|tre)\b.*\b(?:voi|va|cung|lan)(?: ca)? (?:toi|tui|minh|me|bo|vo chong)\b"
    r"|\b\d{1,2} tuoi\b.*\b\d{1,2} tuoi\b|\b(?:vo|chong|me|bo|ong|ba)(?: (?:toi|tui|em))?(?: \d{1,2} tuoi)? (?:va|voi|cung) (?:con|chau|be|dua)\b"
    r"|\b(?:hai|2|ba|3|may) (?:me|bo|ba|ong) con\b|\bca (?:toi|tui|me|bo|vo chong)\b.*\b(?:con|chau|dua|be)\b"
)


def one_by_one(said: Said) -> Onward | None:
    """For whom of two the steps are is asked again: whoever is left out in silence comes in vain."""
    state = said.state
    if state is None or (state.flow, state.step) != (STEPS, "who") or ONE_BY_ONE not in said.script.flows:
        return None
    if not _ADULT_AND_CHILD.search(said.key):
        return None
    return Onward(Start(ONE_BY_ONE, suspend=True), noted_as=ONE_BY_ONE)
