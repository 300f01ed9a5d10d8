"""Which number is to be rung: whoever asks for a call may name another phone, "gọi cho mẹ tôi số 0912…, máy này mượn"."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from helpdesk.conversation.understanding.understand import Understood
from helpdesk.text.folding import matching_key
from helpdesk.text.phone_numbers import find_number, is_number

CALLBACK = "callback"

CALL_NUMBER, CALL_SAID = "call_number", "call_said"
"""Answers: the number to be rung, E.164 ("+84912345678"), and her words, with which it came or which say when."""

CALL_ELSEWHERE = "call_elsewhere"
"""Answer: it is another phone that is to be rung, and she has not said its number."""

LONGEST = 200
"""Characters of her words that stay with the number."""


_ELSEWHERE = re.compile(
    r"\b(?:so|may|sdt|dt|dien thoai)(?: dien thoai)? (?:khac|kia|moi|cua (?:con|vo|chong|me|bo|cha|anh|chi|em|hang xom)\b.*)|\b(?:another|other|different|new) (?:number|phone)\b"
)
_WHEN = re.compile(
    r"\b(?:sang|trua|chieu|toi nay|toi mai|buoi toi|(?:\d{1,2} ?(?:h|g|gio)\d{0,2})(?: toi)?|hom nay|ngay mai|mai|mot|thu (?:hai|ba|tu|nam|sau|bay|\d)|chu nhat|cuoi tuan|ngay|gap|lien|sau \d|truoc \d|khi nao|luc"
    r"|morning|afternoon|evening|tomorrow|today|now|urgent)\b"
)
"""When she wants to be rung, or how soon: an official is to read it."""


_US = r"(?:da|thua|alo|oi|can bo|cong an|xa|may|ban|anh|chi|em|ong|co|chu|bac|xin|nho|lam on|muon|can|hay|the|vay|thoi|ma|toi|tui)"
_ME = r"(?:toi|tui|em|con|chau|minh|me|bo|ba|ong|vo|chong|nha)"
_ORDERED = re.compile(
    # "Gọi lại cho tôi đi, …", whatever is told behind it.
    rf"^(?:{_US} )*(?:goi|goi dien|dien|alo)(?: dien| thoai| lai)* (?:cho |giup |lai )*{_ME}(?: (?:di|voi|nhe|nha|gap|ngay|giup|lien|luc|khi|vao|a|cai|luon|so|may)\b|$)"
    r"|\b(?:xin|nho|cho|bao|keu|nhan|noi)(?: (?:cho|voi|giup))? (?:cong an|can bo|nguoi)(?: xa)? goi(?: dien)?(?: lai)? (?:cho|so nay|vao|ve|gap|lai)\b"
    # "Máy của cháu, gọi buổi tối": when, and no question.
    r"|\bgoi (?:lai |dien |cho toi )*(?:vao |luc |khi )?(?:buoi )(?:sang|trua|chieu|toi)(?: (?:nhe|nha|a|di|giup|cho toi|can bo))*$"
    # Who wants to be talked to.
    rf"|\b(?:noi chuyen|noi|hoi|nghe)(?: \w+)? (?:bang|qua) (?:dien thoai|dt)\b|\b(?:{_ME} )?(?:muon|can|xin|nho) (?:cong an |nguoi )?can bo (?:\w+ )?goi (?:cho|vo|vao|den|qua|toi|lai|ve|gap)\b"
)
_NO_ORDER = re.compile(
    r"\b(?:dung|khoi|khong can|ko can|khong phai)(?: \w+)? (?:goi|dien|alo|noi)\b|\b(?:khong|ko|chua|sao|gi|nao|dau)$|\b(?:lam (?:muc (?:2|hai)|dinh danh|duoc|the)|dang ky)\b"
)
"""Who wants no call, who asks, and who would have level 2 done on the phone."""

TELLS_MORE = 6
"""Words of an order from which on it says more than that she is to be rung."""


def with_number_to_call(text: str, understood: Understood) -> Understood:
    """What was understood; with the number to be rung and her words about it, where she asks for a call and names one.

    "Gọi số 0912…" may be short of words, but the number beside them leaves no doubt.
    """
    doubted = understood.intent is None and understood.doubt[:1] == (CALLBACK,)
    said = number_said(text) if doubted or understood.intent == CALLBACK else {}
    if understood.intent in (None, "human") and understood.answer is None and orders_a_call(text):
        said = said or number_said(text)
        understood = replace(understood, intent=CALLBACK, doubt=(), facts={})
    if doubted and said:
        understood = replace(understood, intent=CALLBACK, doubt=())
    if understood.intent == CALLBACK and not said:
        said = _beside(text)
    return replace(understood, facts={**understood.facts, **said}) if said else understood


def orders_a_call(text: str) -> bool:
    """Whether a text plainly asks for a call, however much else it tells."""
    key = matching_key(text)
    return _ORDERED.search(key) is not None and not _NO_ORDER.search(key)


def _beside(text: str) -> Mapping[str, Any]:
    """What else she says of a call on no number that she names: that it is another one, or when."""
    key = matching_key(text)
    elsewhere = {CALL_ELSEWHERE: True} if _ELSEWHERE.search(key) else {}
    tells = _WHEN.search(key) or len(key.split()) > TELLS_MORE
    when = {CALL_SAID: text.strip()[:LONGEST]} if tells else {}
    return {**elsewhere, **when}


def number_said(text: str) -> Mapping[str, Any]:
    """CALL_NUMBER and CALL_SAID of a text that asks for a call; empty where there is no number in it."""
    number = find_number(text)
    if number is None or not is_number(number):
        return {}
    words = text.strip()[:LONGEST] if re.search("[a-z]", matching_key(text)) else ""
    return {CALL_NUMBER: number, CALL_SAID: words}
