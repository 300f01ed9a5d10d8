"""What this service is not for, and what nobody should send it: other offices' matters, passwords and codes."""

import re

from helpdesk.conversation.engine.state import State
from helpdesk.conversation.engine.turns import Heard
from helpdesk.conversation.leading.grave.cheated import was_cheated
from helpdesk.conversation.leading.said import Onward, Said
from helpdesk.conversation.leading.turned_aside import answers_it, beside
from helpdesk.conversation.understanding.bookings.one_text import PEOPLE
from helpdesk.conversation.understanding.understand import OF_A_BOOKING, Understood
from helpdesk.text.folding import matching_key
from helpdesk.text.redaction import held_a_secret, held_an_identity_number

SECRETS, OTHER_MATTERS, GIVEN = "no_secrets", "other_matters", "given_away"
"""Flows by name."""

NEVER_A_SECRET = frozenset({"cancel", "reschedule", "my_booking", "booking_more", "reach", "book", "wait"})
"""Flows where six digits alone may be a code of a booking or a number with a slip."""

_ONLY_SENT = re.compile(
    # The longer before the shorter, and taken whole: what is written as one word is read in one way.
    r"(?>(?:passcode|password|pass|code|pin|otp|mat|ma|mk|my|khau|so|cua|toi|tui|em|con|chau|minh|day|da|la|is|nhe|ne|a|[0-9]+) ?)+"
)
"""A code and no more: nobody tells of somebody who asked for it."""

_A_CODE = re.compile(r"\b(?:m[aã]|code)\b[^*]{0,20}(?<!\*)\*{6}(?!\*)", re.IGNORECASE)
"""Six digits behind "mã": the code of a booking has five."""

_OTHER = re.compile(
    r"\b(?:ho chieu|passport|visa|so (?:do|hong)|dat dai|(?:tranh chap|thua|giay to) dat|land title"
    r"|(?:the |dong |mua )?bao hiem(?: y te| xa hoi)?|bhyt|bhxh|insurance|thoi tiet|du bao|weather|tro cap|luong huu|ho ngheo|vay (?:von|tien|ngan hang)|(?:ho so|muon|xin) vay|ngan hang chinh sach|cuu (?:doi|tro)|phat gao|giay thong hanh|cong chung|chung thuc|ho tich|mat (?:trom )?(?:trau|bo|de|ga)|trom (?:trau|bo|de|ga)|hoc phi|hoc bong|xoa doi|giam ngheo|dat rung|giao rung|tien dien sang"
    r"|(?:dang ky )?(?<!sau )(?:ket hon|ly hon)|(?:lam|xin|dang ky) (?:giay )?khai sinh|^(?:giay )?khai sinh$|khai sinh (?:lam |xin |dang ky )?(?:o dau|o mo|cho nao)|(?:lam|nhap|tach|chuyen|cat|xoa|dang ky|xin|sua|doi) (?:so )?(?:ho khau|thuong tru)|(?:xin|thu tuc|ho so|lam giay) nhap (?:quoc )?tich|(?:dang ky|khai|khai bao|lam|xin) (?:tam tru|tam vang)|bang lai|giay phep lai xe|bien so xe"
    r"|nghia vu quan su|bong da|xo so|tien dien|nop thue|thue (?:dat|nha|thu nhap)|phat nguoi|(?:nop|dong) phat (?:giao thong|xe|vi pham)|gia (?:lua|lon|bo|xang|vang)|(?:lam|giay|dang ky|xin) (?:khai|bao) tu|khai tu)\b"
)
_OURS = re.compile(
    r"\b(?:dinh danh|vneid|vnied|muc (?:2|hai)|level 2|can cuoc|cccd|cmnd|sim|tai khoan|cho hen|lich hen|ma otp)\b"
)


def none_of_ours(said: Said) -> Onward | None:
    """What is none of our matters, or should not have been sent, is said so; then the open question is asked again."""
    flow = beyond_us(said.text, said.understood, said.state)
    if flow is None or flow not in said.script.flows:
        return None
    if flow == OTHER_MATTERS and said.understood.answer is None and not answers_it(said, flow):
        return None
    return beside(said, flow, noted_as=flow)


def beyond_us(text: str, understood: Understood, state: State | None) -> str | None:
    """The flow that says so, where a text has answered nothing; None for all that is ours."""
    key = matching_key(text)
    if understood.answer is not None:
        return _whatever_was_asked(text, key, understood.answer)
    if understood.facts.get(PEOPLE):
        return None
    sent = understood.intent != "scam" or _ONLY_SENT.fullmatch(key) is not None
    if understood.intent not in OF_A_BOOKING and _A_CODE.search(text):
        return SECRETS
    if sent and (
        (held_a_secret(text) and _may_be_one(key, state))
        or (held_an_identity_number(text) and not _asked_for_a_number(state))
    ):
        return SECRETS
    ours = understood.intent in ("book", "cancel", "reschedule", "human")
    return OTHER_MATTERS if not ours and of_other_offices(key) else None


def of_other_offices(key: str) -> bool:
    """Whether these words, by their key, are for another office and speak of nothing of ours."""
    return _OTHER.search(key) is not None and _OURS.search(key) is None


def _whatever_was_asked(text: str, key: str, heard: Heard) -> str | None:
    """The same of what looks like a name or a question for officials: whoever was cheated hears at once what to do."""
    if heard.outcome not in ("said", "named"):
        return None
    if was_cheated(text):
        return GIVEN
    if heard.outcome != "named" or any(letter.isdigit() for letter in key):
        return None
    return OTHER_MATTERS if _OTHER.search(key) else None


def _asked_for_a_number(state: State | None) -> bool:
    """Whether a phone's number is asked for: nine digits are one with a slip."""
    return state is not None and state.flow in ("reach", "callback")


def _may_be_one(key: str, state: State | None) -> bool:
    return state is None or state.flow not in NEVER_A_SECRET or key != ""
