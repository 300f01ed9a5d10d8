"""What the question that she has before her answers by itself: "sao chưa làm được mức 2", "mấy giờ" at a reminder, a greeting."""

import re
from dataclasses import replace

from helpdesk.conversation.asking_again import SAYS_SO_ITSELF
from helpdesk.conversation.counting import THANKS
from helpdesk.conversation.engine.advance import open_question
from helpdesk.conversation.engine.limits import STUCK_FLOW
from helpdesk.conversation.engine.state import State
from helpdesk.conversation.engine.turns import Saying, Slot, Start
from helpdesk.conversation.leading.her_place.said_to_reminders import CANNOT_COME, REMINDER
from helpdesk.conversation.leading.on_the_way.drafts import BOOKS
from helpdesk.conversation.leading.said import ASK_WHICH_FROM, Onward, Said
from helpdesk.conversation.understanding.answers.replies import says_dont
from helpdesk.conversation.understanding.bookings.mid_booking import asks_back
from helpdesk.conversation.understanding.understand import IN_THE_MIDDLE

TOLD_BY_ITS_QUESTION = frozenset({"hours", "where", "visit_when", "my_booking"})
TELLS_HER_BOOKING = frozenset({REMINDER, CANNOT_COME})
"""Topics that these questions answer themselves: when and where her own booking is."""

_AT_A_LOSS = re.compile(
    r"(?:(?:da|thua|toi|tui|con|chau|em|minh|me|van|cung|can bo|oi|ma|noi|hoi|cai nay|tin nay) )*"
    r"(?:(?:khong|ko|chua|chang|k|hong|doc khong) (?:hieu|biet (?:lam|tra loi|chon|nhan|ghi|bam)? ?(?:sao|gi|the nao|rang))(?: (?:gi|chi|het|noi gi|y|lam|la sao|a|ca|can bo|roi))*"
    r"|(?:nghia |y )?la (?:sao|rang|the nao)(?: (?:vay|the|a|rua|can bo))*|(?:xin |can bo |lam on )?(?:noi|nhan|hoi|gui|giai thich)(?: (?:lai|ro))+(?: (?:di|nhe|a|giup|cho toi|xem|coi|duoc khong|hon|voi|dum))*"
    r"|what do you mean|i do(?:n t| not) understand|(?:please )?(?:say|repeat) (?:it |that )?again|pardon)"
)
"""Who does not understand what is asked: "tôi không hiểu", "là sao", "nói lại đi"."""
_WHEN_IS_IT = re.compile(r"\b(?:may gio|gio nao|luc nao|hom nao|ngay nao|buoi nao|what time)\b")
_BARE = re.compile(
    r"(?:(?:da|the|vay|a|toi|tui|con|em|chau|di|den|o|phai|ra|len) )*(?:o dau|den dau|cho nao|may gio|luc nao|hom nao|ngay nao)(?: (?:vay|the|a|rua|ha|nhi|can bo|toi))*"
    r"|(?:(?:cho|hoi|so|stt|thu tu|toi|tui|em|con|chau|minh|cua|da|la|vay) )*(?:so may|so thu tu|stt)(?: (?:vay|a|the|rua|can bo|la|bao nhieu|may))*"
    r"|(?:and )?(?:when|what time|where)(?: (?:do|must|should) (?:i|we) (?:go|come))?(?: (?:is it|exactly))?"
)
"""When or where, and no word of what."""
_IS_IT_SO = re.compile(
    r"(?:(?:da|vay|the|a|la|nhu vay|ma|roi|can bo|oi|toi|tui|em|con|chau|minh|cho|ten|cua) )*"
    r"(?:(?:dat |ghi |xep |co ten |co cho |dang ky |len lich )?(?:duoc|xong|dat|ghi) chua|(?:co )?chac(?: chan)? (?:khong|chua|k|ko)|(?:xong|duoc|dat xong) roi (?:ha|phai khong|hay chua))"
    r"(?: (?:a|vay|the|can bo|nhi|ha|roi))*"
    r"|(?:\w+ ){0,4}danh sach(?: \w+){0,5} (?:co|gom) (?:nhung )?(?:ai|may nguoi)(?: \w+)?"
)
"""Whether she has it, or who is in it: "được chưa", "danh sách tôi gửi có ai rồi"."""
OF_A_SECRET = frozenset({"forgot_password", "forgot_passcode", "why"})
_ITS_CODE = re.compile(
    r"\b(?:quen|mat|khong nho|khong biet|xem|nho|cho) (?:\w+ )?ma\b|\bma (?:dat cho|cho|de lam gi|so may|gi|la gi|bao nhieu)\b"
)
_OF_A_SECRET = re.compile(r"\b(?:otp|pin|xac nhan|bao mat|vneid|tai khoan|passcode|khau|kich hoat)\b")
"""A code that is none of ours."""
_OF_THE_OFFICE = re.compile(
    r"\b(?:lam viec|mo cua|dong cua|cong an|uy ban|ubnd|van phong|tru so|doi|doan|office|police|open)\b"
)


def asked_back(said: Said) -> Onward | None:
    """What she asks about the question of her booking is answered by that."""
    state = said.state
    if state is None or state.flow != BOOKS or not asks_back(said.key) or says_dont(said.text):
        return None
    return Onward(None, only_says=Saying(state.flow, state.step, Slot.ASK, state.answers))


def asked_once_more(said: Said) -> Onward | None:
    """Who says nothing new to the question of her booking, or puts her answer off, has it before her, however often."""
    if said.state is None or said.state.flow != BOOKS or said.understood is not IN_THE_MIDDLE:
        return None
    slot = _again(said, said.state)
    return Onward(None, only_says=Saying(said.state.flow, said.state.step, slot, said.state.answers))


def _again(said: Said, state: State) -> Slot:
    """How an open question is said again: "chưa tìm thấy bản này" is no answer to who answers later, or greets."""
    ask = open_question(said.structure, state)
    return Slot.ASK if ask is not None and ask.expect in SAYS_SO_ITSELF else Slot.AGAIN


def at_a_loss(said: Said) -> Onward | None:
    """Who does not understand what is asked has it before her whole, once; then a person is offered."""
    state, heard = said.state, said.understood.answer
    if state is None or state.tries or (heard is not None and heard.outcome not in ("said", "named")):
        return None
    if not _AT_A_LOSS.fullmatch(said.key):
        return None
    whole = Saying(state.flow, state.step, Slot.ASK, state.answers)
    return Onward(None, only_says=whole, stands=replace(state, tries=1))


def when_hers_is(said: Said) -> Onward | None:
    """Who asks when it is, and has a booking, is told that: "mai mấy giờ" is no question about office hours."""
    state = said.state
    if state is not None and state.flow in TELLS_HER_BOOKING and _BARE.fullmatch(said.key):
        told = Saying(state.flow, state.step, Slot.ASK, state.answers)
        return Onward(None, only_says=told) if said.understood.answer is None else None
    offered = state is None or (state.flow in ASK_WHICH_FROM and not state.below)
    if not offered or said.understood.answer is not None or not _asks_of_hers(said):
        return None
    if not said.hers:
        return None
    return Onward(Start(said.script.flow_for("my_booking") or said.flow or "menu"), anew=True)


def _asks_of_hers(said: Said) -> bool:
    """Whether she asks when or where it is, or for its code; of who has booked nothing it is a question of its own."""
    intent = said.understood.intent
    if intent in ("hours", "visit_when"):
        return _WHEN_IS_IT.search(said.key) is not None and not _OF_THE_OFFICE.search(said.key)
    if intent in OF_A_SECRET:
        return _ITS_CODE.search(said.key) is not None and not _OF_A_SECRET.search(said.key)
    if intent is None and _IS_IT_SO.fullmatch(said.key):
        return True
    return _BARE.fullmatch(said.key) is not None and intent in (None, "where")


def told_beside(said: Said) -> Onward | None:
    """What is said without asking anything anew: who thanks for a menu has it still, and who asks at a reminder when and
    where it is, is told so by its question."""
    state, intent = said.state, said.understood.intent
    if state is None:
        return None
    if said.flow == THANKS and state.flow in ASK_WHICH_FROM | {STUCK_FLOW}:
        start = said.script.structure.flows[THANKS].start
        return Onward(None, only_says=Saying(THANKS, start, Slot.SAY, {}))
    if intent == "greeting" and state.flow not in ASK_WHICH_FROM | {STUCK_FLOW}:
        # A greeting turns to nothing else.
        return Onward(None, only_says=Saying(state.flow, state.step, _again(said, state), state.answers))
    of_its_code = intent in OF_A_SECRET and _ITS_CODE.search(said.key) and not _OF_A_SECRET.search(said.key)
    if of_its_code and state.flow in TELLS_HER_BOOKING | {"my_booking"}:
        return Onward(None, only_says=Saying(state.flow, state.step, Slot.ASK, state.answers))
    if intent in TOLD_BY_ITS_QUESTION and state.flow in TELLS_HER_BOOKING:
        return Onward(None, only_says=Saying(state.flow, state.step, Slot.ASK, state.answers))
    return None
