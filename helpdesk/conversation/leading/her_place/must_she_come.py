"""Who asks whether she is to come on a day: "mai có phải đi không". Her own place is the answer, or what became of it."""

import re

from helpdesk.conversation.counting import THANKS
from helpdesk.conversation.engine.turns import Heard, Saying, Slot, Start
from helpdesk.conversation.leading.at_the_question import TELLS_HER_BOOKING
from helpdesk.conversation.leading.her_place.day_called_off import NEWS
from helpdesk.conversation.leading.her_place.why_it_changed import BY_OTHERS
from helpdesk.conversation.leading.said import ASK_WHICH_FROM, Onward, Said
from helpdesk.conversation.understanding.answers.refusals import NO
from helpdesk.conversation.understanding.answers.replies import yes_or_no

HERS = "my_booking"
"""The flow that shows the place that she has or waits for, and says what became of one that is no more."""

SHOWN = (HERS, "show")
"""The question that shows her place."""

_WHO = r"(?:toi|tui|con|chau|em|minh|me|mu|ong|ba|chung toi|chung tui|ca nha|nha toi|vo chong toi|ho|no)"
_WHEN = (
    r"(?:mai|mot|kia|nay|do|ngay|hom|bua|sang|trua|chieu|buoi|tuan|sau|toi|thu (?:[2-7]|hai|ba|tu|nam|sau|bay)"
    r"|chu nhat|cn|[0-9]{1,2}|vay|the|rua|thi|roi|a|da|can bo|oi|cho hoi|xin hoi|u)"
)
_AROUND = rf"(?:(?:{_WHO}|{_WHEN.replace('|toi|', '|')}) )*"
"""What stands before it; "tối" is "tôi" without its accent."""
_GO = r"(?:di|den|len|ra|toi|qua|xuong|co mat)(?: (?:lam|do|xa|noi|day|gap|len|ra|trung tam|muc 2|nua|vay))*"
_NOT = r"(?:khong|ko|k|kg|hk|hong|chua|no)"
_END = rf"(?: (?:{_NOT}|a|ah|ha|he|hi|nhi|vay|rua|the|can bo|nua|phai|dung))*"
_WHICH_DATE = re.compile(r"\b(?:ngay|hom|bua|thu) (?:may|mo|nao|bao nhieu)\b")
_SAID = (
    "da a u ua vay the rua la thi ma lich hen cho buoi dat luc cua toi tui con chau em minh me mu ong ba ca nha ho no"
    " di den len ra qua xuong lam do xa noi mai mot kia nay ngay hom bua sang trua chieu tuan sau thu chu nhat hai tu nam"
    " bay may mo nao bao nhieu roi can bo oi ha hi he nhi thang duong"
)
_AROUND_A_DATE = frozenset(_SAID.split())
"""On what date hers is: "vậy là thứ 6 ngày mấy", "rứa là hôm mô"; with any other word it asks something else."""
_SPARED = re.compile(
    rf"{_AROUND}(?:la )?khoi (?:phai |can )?{_GO}(?: {_WHEN})*(?: (?:a|ha|he|hi|nhi|phai khong|dung khong|duoc khong))*"
)
"""Whether she need not come on the old day: "vậy thứ 4 này khỏi đi hả"."""
_WHETHER = re.compile(
    rf"{_AROUND}(?:con |co )?(?:phai|can) {_GO}(?: {_WHEN})* (?:{_NOT}|a|ha|chu|vay){_END}"
    rf"|{_AROUND}(?:la )?{_NOT} (?:phai|can) {_GO}(?: {_WHEN})* (?:a|ha|he|hi|nhi|phai|dung)\b{_END}"
    r"|(?:do|must|should) (?:i|we) (?:have to |need to )?(?:come|go)(?: (?:tomorrow|today|then|there|on \w+))*"
)

_WHOSE = re.compile(
    r"(?:(?:da|a|cho hoi|xin hoi|the|vay) )*ai (?:da |la nguoi )?(?:dat|dang ky|ghi ten|dk|hen)(?: (?:cho|lich|hen|ho|toi|tui|em|con|chau|minh|nay|vay|the|rua|a))*"
    r"|(?:(?:da|a|toi|tui|em|con|chau) )*(?:da )?(?:dat|dang ky|dk|ghi ten)(?: (?:lich|cho))* (?:nhung )?(?:ai|nhung ai)(?: (?:roi|vay|the|rua|a|can bo))*"
    rf"|(?:(?:da|a|{_WHO}) )*(?:quen|mat|khong nho|khong biet|ko nho)(?: (?:mat|cai))* ma(?: (?:so|cho|hen|dat|dat cho|dat lich|roi|dau|nua|a|can bo))*"
    r"|(?!.*\b(?:otp|pin|vneid|tai khoan|mat khau|passcode|xac nhan)\b).*\bma(?: (?:so|dat cho|cho|hen|dat lich))?(?: (?:cua )?(?:toi|tui|em|con))? (?:la )?(?:may|gi|bao nhieu|so may|chi)(?: \w+){0,2}"
)
"""Who booked for her, or with what code: her place shows it."""

_STANDS = re.compile(
    rf"(?:(?:da|a|vay|the|rua|nhung|ma|thi|roi|cai|can bo|oi|cho hoi|xin hoi|{_WHO}) )*"
    r"(?:lich|cho|hen|buoi|lich hen|cho dat|cho hen|lich dat)(?: (?:hen|dat|da|cu|nay|do|truoc|cua|toi|tui|con|chau|em|minh|luc nay|hom truoc))*"
    rf" (?:(?:co |la )?(?:van|van con|con)(?: (?:giu|hieu luc|duoc|nguyen|do|la|thu|cho))*|(?:co )?(?:bi )?(?:mat|huy|bo|xoa))(?: (?:{_NOT}|chu|a|ha|he|nhi|vay|rua|the|luon|can bo|dung|phai|roi|mat))+"
    r"|(?:is |do i )?(?:my (?:place|booking|appointment)|still have (?:my|a) (?:place|booking|appointment))(?: (?:is|still|there|kept|valid|on|gone|cancelled))*"
)
"""Whether what she has booked still stands."""


def must_she_come(said: Said) -> Onward | None:
    """Her place with its day, or that it is over, or that there is none; news or a reminder of it once more where one is
    open."""
    state = said.state
    if said.understood.answer is not None:
        return None
    of_hers = any(asks.fullmatch(said.key) for asks in (_WHOSE, _STANDS, _SPARED))
    of_hers = of_hers or _asks_which_date(said.key)
    if not _WHETHER.fullmatch(said.key) and not (of_hers and _has_a_place(said)):
        return None
    if state is None or (state.flow in ASK_WHICH_FROM and not state.below):
        return Onward(Start(HERS), anew=True) if HERS in said.script.flows else None
    if state.flow in TELLS_HER_BOOKING | {NEWS, BY_OTHERS} or (state.flow, state.step) == SHOWN:
        return Onward(None, only_says=Saying(state.flow, state.step, Slot.ASK, state.answers))
    return None


def _asks_which_date(key: str) -> bool:
    words = key.split()
    return _WHICH_DATE.search(key) is not None and all(
        word in _AROUND_A_DATE or word.isdigit() for word in words
    )


def so_be_it(said: Said) -> Onward | None:
    """Her "ok" or "cảm ơn" to her place that is shown: it stays as it is, and is not shown again."""
    state = said.state
    if state is None or (state.flow, state.step) != SHOWN or said.understood.answer is not None:
        return None
    if yes_or_no(said.text) is True or said.flow == THANKS or _ENOUGH.fullmatch(said.key):
        return Onward(Heard(NO))
    return None


_ENOUGH = re.compile(
    r"(?:(?:da|u|uh|vang|ok|a|roi|vay|the|rua|toi|tui|em|con|can bo|biet|hieu|nho|ro|nhe|nha) )*(?:biet roi|hieu roi|nho roi|ro roi|the thoi|vay thoi|rua thoi|duoc roi|xong roi|ok roi|thoi duoc)(?: (?:a|nhe|nha|can bo|cam on))*"
)


def _has_a_place(said: Said) -> bool:
    return bool(said.hers)
