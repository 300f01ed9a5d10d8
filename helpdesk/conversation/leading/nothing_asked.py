"""What is said when nothing is asked, and can only be an answer: "1", "vâng", "thứ 6"; and a kind word said twice."""

import re

from helpdesk.conversation.calls.number_to_call import CALLBACK, number_said
from helpdesk.conversation.counting import NO_PHOTOS, THANKS, WHICH_TOPIC
from helpdesk.conversation.engine.limits import STUCK_FLOW
from helpdesk.conversation.engine.turns import Start
from helpdesk.conversation.lasting.lapsing import late_answer
from helpdesk.conversation.leading.on_the_way.drafts import BOOKS
from helpdesk.conversation.leading.said import ASK_WHICH_FROM, Onward, Said
from helpdesk.conversation.leading.short_replies import is_bare_answer, is_day_alone
from helpdesk.conversation.understanding.answers.refusals import NONE, refusal
from helpdesk.conversation.understanding.answers.replies import number_reply
from helpdesk.conversation.understanding.bookings.one_text import DAY
from helpdesk.conversation.understanding.bookings.which_booked import KEPT_SAID
from helpdesk.messaging import inbound

REFUSES = frozenset({"opt_out", "cancel", "erase", "human"})
"""Wishes that are said with a no."""

LET_BE = "let_be"
"""The flow of a kind word, to a yes to nothing."""


_NUMBER_ALONE = re.compile(
    r"(?:(?:so|moi|doi|khac|roi|sdt|dt|dien thoai|la|goi|alo|nhe|vao|cho|qua|sang|may|nay|day|cua|toi|tui|con|chau|me|vo|chong|em|thi|hay|xin|lai) )*[0-9][0-9 ]{7,}"
    r"(?: (?:nhe|a|nha|day|ne|cua|so|may|con|chau|vo|chong|me|bo|cha|ba|ong|anh|chi|em|bac|chu|co|toi|tui|minh|hang xom|nay|kia|khac|giup|di|thang|dua|gai|trai|ca|ut|can bo))*"
)


_BY_MISTAKE = re.compile(
    r"(?:(?:xin loi|sorry|a|oi|da|toi|tui|em|con|chau|minh|bi) )*(?:nhan |gui |goi |bam )?(?:nham|lon)(?: (?:so|may|nguoi|roi|tin|tin nhan|a|nhe|cho nay|xin loi))*|wrong number(?: sorry)?"
)

_A_MOMENT = re.compile(
    r"(?:(?:da|thoi) )*(?:khoi|khong can|ko can|dung)(?: phai)? nhac(?: \w+){0,3} (?:nho|biet) (?:roi|ma)|(?:(?:da|vang|a|ok|xin|lam on|can bo|oi|de|thi) )*(?:doi|cho)(?: (?:cho|toi|tui|em|con|chau|minh|can bo))* (?:(?:mot|1|it|tui|ty|hai) )?(?:lat|chut|ti|ty|xiu|teo|giay|phut|lat nua|ti nua)(?: (?:nua|nhe|nha|a|da|can bo|xiu))*"
)
"""Who asks us to wait a little: "đợi" is "đổi" without its accent, and no day is changed."""
_QUITS = re.compile(
    r"(?:(?:da|a|vay) )*thoi (?:toi |tui |em )?(?:khong|ko|chang) (?:can |muon )?(?:lam|hoi|dang ky|dk)(?: (?:gi|muc 2|chi|dinh danh|cai nay|viec nay))* nua(?: (?:dau|phien|met|kho|rac roi|lau|qua|lam|can bo|a|roi))*"
)
"""Who has enough of it, and has no place that could be given up."""
_WISHES = re.compile(r"(?:toi |em |con |xin )*chuc(?: \w+){1,6}")
"""Good wishes."""


def cold_day(said: Said) -> Onward | None:
    """A day to no question at all: "thứ 6" is no answer, and kept for the booking that follows."""
    facts = said.understood.facts
    state = said.state
    asked = state is not None and (
        state.flow not in ASK_WHICH_FROM or state.flow == WHICH_TOPIC or state.below
    )
    if asked or DAY not in facts or not is_day_alone(said.text):
        return None
    if said.conversation.lapsed is not None or said.wants_silence:
        return None
    return Onward(Start(WHICH_TOPIC, {**facts, "topics": [BOOKS, "visit_when"]}), anew=True)


def to_nothing_asked(said: Said) -> Onward | None:
    """A number, a yes or a no to a question that is closed, or was answered already: it does nothing, and she is told.

    A yes or a no when nothing has lapsed is courtesy: it gets a kind word once, and then silence.
    """
    if said.state is not None or not is_bare_answer(said.text) or KEPT_SAID in said.understood.facts:
        return None  # "Y Dong không đi được" is about one of hers
    if said.understood.intent not in (None, THANKS) and not (said.flow == "menu" and said.told):
        return None  # "không đặt được chỗ" speaks of a topic; a greeting is one before anything was said, and a farewell behind
    courtesy = said.conversation.lapsed is None and number_reply(said.key) is None
    noted_as = THANKS if courtesy else inbound.LATE
    if said.wants_silence or (courtesy and _spoke_last(said, THANKS, LET_BE)):
        return Onward(None, noted_as=noted_as)
    if courtesy:
        return Onward(Start(LET_BE), anew=True, noted_as=noted_as)
    late = late_answer(said.script, said.conversation)
    return Onward(Start(WHICH_TOPIC, late), anew=True, noted_as=noted_as)


def number_behind_a_call(said: Said) -> Onward | None:
    """A phone's number and nothing else, behind our word that she will be rung: that is the phone."""
    if said.state is not None or _NUMBER_ALONE.fullmatch(said.key) is None or said.wants_silence:
        return None
    number = number_said(said.text)
    if not number or not _spoke_last(said, CALLBACK, "request_noted", "still_to_call", "ring"):
        return None
    return Onward(Start(CALLBACK, number), anew=True, noted_as=CALLBACK)


def sent_by_mistake(said: Said) -> Onward | None:
    """ "Nhầm số": nothing is wanted; good wishes are thanked for."""
    state = said.state
    if state is not None and (state.flow not in ASK_WHICH_FROM | {STUCK_FLOW} or state.below):
        return None
    if _WISHES.fullmatch(said.key):
        return Onward(
            None if said.wants_silence else Start(THANKS), anew=not said.wants_silence, noted_as=THANKS
        )
    if _BY_MISTAKE.fullmatch(said.key) is None:
        return None
    return Onward(None if said.wants_silence else Start(LET_BE), anew=not said.wants_silence, noted_as=THANKS)


def nothing_now(said: Said) -> Onward | None:
    """ "Đợi tôi một lát", "thôi không làm nữa": nothing is wanted now, and no day is changed."""
    state = said.state
    if state is not None and (state.flow not in ASK_WHICH_FROM | {STUCK_FLOW} or state.below):
        return None
    if state is None and said.understood.intent not in REFUSES and refusal(said.text) == NONE:
        # "Không phải cái đó" behind an answer: what she means is asked.
        return Onward(
            None if said.wants_silence else Start("unknown"), anew=not said.wants_silence, noted_as="unknown"
        )
    quits = _QUITS.fullmatch(said.key) is not None
    if not quits and _A_MOMENT.fullmatch(said.key) is None:
        return None
    if quits and said.hers:
        return None  # what becomes of her place is asked
    return Onward(None if said.wants_silence else Start(LET_BE), anew=not said.wants_silence, noted_as=THANKS)


def courtesy_left_alone(said: Said) -> Onward | None:
    """Thanks behind our thanks, and courtesy of who wants no texts, get silence."""
    unwanted = said.wants_silence and said.understood.intent in ("thanks", "greeting", NO_PHOTOS)
    if unwanted or (said.flow == THANKS and _spoke_last(said, THANKS)):
        return Onward(None)
    return None


def _spoke_last(said: Said, *flows: str) -> bool:
    """Whether the last thing she was answered is no more than the kind word of one of these flows."""
    return len(said.told) == 1 and said.told_of[0] in flows
