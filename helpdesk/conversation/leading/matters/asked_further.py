"""Where, how long, how much and whom to ask, said behind an answer: they ask about that, and about level 2 only where that was it.

"Ở đâu" behind "SIM phải đứng tên mình" asks where one gets a SIM, and "bao lâu" behind a locked one not for the three days of
level 2. A SIM that is named in the question needs nothing before it.
"""

import re
from collections.abc import Mapping

from helpdesk.conversation.counting import WHICH_TOPIC
from helpdesk.conversation.engine.turns import Saying, Slot
from helpdesk.conversation.leading.said import Onward, Said
from helpdesk.conversation.leading.turned_aside import stays_open, tells
from helpdesk.conversation.understanding.bookings.one_text import DAY, PEOPLE

WHERE = "where"
"""The flow of where level 2 is made."""

OPERATOR, CARD_PLACE, CARD_READY, OTHER_WORDS = "at_the_operator", "card_place", "card_ready", "other_words"
"""Flows that answer: SIMs are the operator's matter; where a card is made; where one that was made is asked for; and what
to do about an answer that says nothing to her."""

ANSWERED_BY: Mapping[str, str] = {
    **dict.fromkeys(("sim_own_name", "sim_moved", "change_number", OPERATOR), OPERATOR),
    **{flow: flow for flow in ("other_matters", "wrong_info", "account_locked", "lost_phone", "fee")},
}
"""What is asked further behind a flow, and the flow that answers it; some have no more to say than they have said."""

WHERE_IS_ITS_OWN = frozenset({"no_card", "card_expired", CARD_PLACE})
"""Flows of a card that is to be made: where that is, not where level 2 is."""

OF_A_CARD = WHERE_IS_ITS_OWN | {"no_result", "overdue", CARD_READY}
"""Flows behind which one speaks of a card."""

OFFERS = frozenset({"free_sim", "loan_phone", "elderly_home"})
"""Flows whose open question offers a call: how long and where is for whoever rings, and the offer stands."""

_BEFORE = (
    r"(?:(?:da|the|vay|rua|roi|ma|thi|gio|bay gio|toi|tui|em|con|chau|minh|phai|can|can bo|lam|lam lai|xin|mua|di|ra|len|gap|hoi|bao|lay|nop|sua|doi|la|o"
    r"|phong do|cho do|noi do|nha mang|cai do|cai nay|viec do|viec nay|no|so and|and|so) )*"
)
_BEHIND = r"(?: (?:vay|the|a|ah|rua|ha|nhi|can bo|moi|thi|duoc|xong|co|mo|mo lai|la|chu|nua|het|day|do|gio|lam|toi|em))*"
_WHERE = r"(?:o dau|o mo|den dau|di dau|ra dau|cho nao|cho mo|dau|mo|noi nao|noi mo|where(?: do i (?:get (?:one|it)|go|buy (?:one|it)))?)"
_HOW_LONG = r"(?:bao lau|may ngay|may bua|may thang|bao gio|khi nao|khi mo|chung nao|how long)"
_HOW_MUCH = r"(?:(?:mat |het |ton |la )*(?:bao nhieu|may)(?: (?:tien|dong|nghin|ngan))?|(?:co )?(?:mat|ton) (?:tien|phi) (?:khong|ko)|how much)"
_WHOM = r"(?:ai)"
_FURTHER = re.compile(rf"{_BEFORE}(?:{_WHERE}|{_HOW_LONG}|{_HOW_MUCH}|{_WHOM}){_BEHIND}")
_WHERE_ONLY = re.compile(rf"{_BEFORE}{_WHERE}{_BEHIND}")
_MADE_ALREADY = re.compile(
    rf"{_BEFORE}(?:lay|nhan|lanh)(?: lai)?(?: (?:the|can cuoc|cccd)(?: (?:moi|ve|cu))*)? (?:{_WHERE}|{_HOW_LONG}){_BEHIND}"
    rf"|{_BEFORE}{_HOW_LONG}(?: moi| thi)? (?:lay|nhan|lanh)(?: duoc)? (?:the|can cuoc|cccd){_BEHIND}"
)
"""A card that is to be fetched was made: it is not made again."""
_MEANS = re.compile(
    r"(?:(?:y|nghia|tuc|noi|rua|the|vay|cai|do|nay|day|nghe|toi|con|chau|em|can bo|oi|ma) )*"
    r"(?:nghia la|tuc la|y la|la|nhu) (?:sao|rang|the nao|gi|chi|ri)(?: (?:vay|rua|a|the|can bo|ha|nhi))*"
    r"|what does (?:it|that|this) mean"
)
_WHY_SHUT = re.compile(rf"{_BEFORE}(?:sao|tai sao|vi sao|rang)(?: (?:lai|ma|bi|no))* khoa{_BEHIND}")
"""Behind a SIM that was moved it is the SIM that is shut, and no account."""

_OF_A_SIM = re.compile(
    rf"\bsim\b.*\b(?:o dau|o mo|cho nao|cho mo|bao lau|bao nhieu|may tien|may ngay|where|how (?:long|much))\b"
    rf"|\b(?:o dau|cho nao|where)\b.*\bsims?\b|\bnha mang (?:nao|o dau|o mo|cho nao|la gi|la ai)\b"
    rf"|^(?:(?:vay|the|rua|phai|can|toi|em|roi) )*(?:ra|den|len|hoi) (?:viettel|vina|vinaphone|mobi|mobifone|nha mang){_BEHIND}$"
)  # fmt: skip
_LEVEL_2 = re.compile(
    r"\b(?:muc (?:2|hai)|level 2|dinh danh|vneid|tai khoan|dat cho|xin|tang|phat|mien phi|cap sim|cho sim|free|de sim|lap sim)\b"
)


def asked_further(said: Said) -> Onward | None:
    """The answer by what was spoken of last; what is open otherwise is asked again behind it."""
    state, understood = said.state, said.understood
    if understood.answer is not None or {PEOPLE, DAY} & understood.facts.keys() or said.wants_silence:
        return None
    further = _FURTHER.fullmatch(said.key) is not None
    if further and state is not None and state.flow in OFFERS and not state.below:
        return Onward(None, only_says=Saying(state.flow, state.step, Slot.ASK, state.answers))
    if _OF_A_SIM.search(said.key) and not _LEVEL_2.search(said.key):
        return tells(said, OPERATOR)
    why_shut = _WHY_SHUT.fullmatch(said.key) is not None
    if state is None and _MEANS.fullmatch(said.key):
        return tells(said, OTHER_WORDS) if said.told else None
    if stays_open(state) or not (further or why_shut or _MADE_ALREADY.fullmatch(said.key)):
        return None
    # What was said first is what she was answered; of topics to choose from it may be any.
    flows = said.spoken_of[:1] if state is None or state.flow != WHICH_TOPIC else said.spoken_of
    if OF_A_CARD.intersection(flows) and _MADE_ALREADY.fullmatch(said.key):
        return tells(said, CARD_READY)
    if why_shut:
        return tells(said, OPERATOR) if flows[:1] == ("sim_moved",) else None
    if WHERE_IS_ITS_OWN.intersection(flows) and _WHERE_ONLY.fullmatch(said.key):
        return tells(said, CARD_PLACE)
    answers = {ANSWERED_BY.get(flow) for flow in flows}
    (answer,) = answers if len(answers) == 1 else (None,)
    if answer is None and _WHERE_ONLY.fullmatch(said.key) and not said.hers:
        answer = WHERE
    return tells(said, answer) if answer is not None else None
