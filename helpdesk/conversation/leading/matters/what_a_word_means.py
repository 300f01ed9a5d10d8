"""What a word of our own texts means: "otp là gì", "số 1 là số chi", "thẻ còn hạn là răng". The open question stands behind it."""

import re

from helpdesk.conversation.actions.questions.words_asked import WORD
from helpdesk.conversation.engine.turns import Start
from helpdesk.conversation.leading.said import Onward, Said
from helpdesk.conversation.leading.turned_aside import stays_open
from helpdesk.conversation.understanding.bookings.one_text import DAY, PEOPLE

WHAT_IT_MEANS, NOT_THAT_DAY = "what_it_means", "not_that_day"
"""Flows: the words one by one; why level 2 can be finished on some dates only."""

_WHAT = r"(?:la|nghia la|co nghia la|tuc la|y la|nghia)(?: (?:cai|so|the|giay|loai|thu|con|lam))? (?:gi|chi|sao|rang|ri|the nao|the mo|mo|nao)"
_ROUND = (
    r"(?: (?:vay|rua|the|a|ha|nhi|can bo|ba con|oi|ma|day|do|khong|toi|chua|hieu|ro|coi|xem|o mo|o dau))*"
)
_BEFORE = r"(?:(?:da|alo|cho|hoi|xin|toi|tui|em|con|chau|chu|tu|vay|khong|chua|hieu|biet|ro|can bo|oi|roi|ghi|noi) )*"

WORDS: tuple[tuple[str, str], ...] = (
    ("otp", r"(?:ma )?otp|ma xac nhan|ma xac thuc"),
    ("passcode", r"(?:ma )?passcode|pass code"),
    ("password", r"mat khau|password"),
    ("vneid", r"(?:ung dung |app |cai )?(?:vneid|vnied)|cai app|app|ung dung"),
    ("not_that_day", r"(?:(?:chua|khong) )?lam duoc muc (?:2|hai)"),
    (
        "level_2",
        r"(?:dinh danh (?:dien tu )?)?muc (?:1|2|mot|hai)|dinh danh(?: dien tu)?|tai khoan dinh danh",
    ),
    ("nfc", r"nfc|chip"),
    ("valid", r"(?:cai )?(?:the )?con han"),
    ("card", r"(?:cai )?the(?: can cuoc| cccd| xanh| moi| cu| gan| chip)*|can cuoc(?: cong dan)?|cccd"),
    ("email", r"email|gmail|e mail"),
    ("number", r"so (?:\d{1,3}|may|thu tu)|stt|so thu tu"),
    ("come_at", r"(?:den |luc )?\d{1,2} ?(?:h|gio)\d{0,2}(?: (?:den )?\d{1,2} ?(?:h|gio)\d{0,2})?"),
    ("opening", r"buoi(?: nay| do| lam)?"),
    ("code", r"(?:cai )?ma(?: dat)?(?: cho| hen| so| nay| do)?"),
)
"""The words, each by the exit of `which_word` that tells it, the longer before the shorter."""

_ASKED = tuple(
    (
        word,
        re.compile(
            rf"{_BEFORE}(?:{pattern}) {_WHAT}{_ROUND}|(?:la )?(?:gi|chi|sao)(?: (?:vay|la|the))* (?:{pattern})|what(?: is| are| s)(?: an| a| the)? (?:{pattern})"
        ),
    )
    for word, pattern in WORDS
)
_IS_IT_VALID = re.compile(
    rf"{_BEFORE}(?:(?:cai |xem |coi )*(?:the|can cuoc|cccd)(?: (?:cua|can cuoc|toi|tui|em|con|chau|minh|nay|cu))* )?con han(?: (?:hay|het|han|dung|thi))* (?:khong|ko|k|chua|sao)(?: (?:xem|coi|biet))*{_ROUND}"
    rf"|{_BEFORE}(?:xem|coi|biet)(?: (?:cai|ngay|the|can cuoc|con|het))* han(?: (?:the|can cuoc|cua|toi))* (?:o dau|o mo|cho nao|lam sao|the nao){_ROUND}"
)
_LEVEL_1_OR_2 = re.compile(
    r"\bmuc (?:1|mot)\b(?: \w+){0,3} (?:khac|giong|voi|hay)\b(?: \w+){0,5}|\bkhac (?:gi |nhau )?(?:voi )?muc (?:1|2)\b"
)


def what_a_word_means(said: Said) -> Onward | None:
    """The word in plain ones; then the open question is asked again."""
    understood = said.understood
    if understood.answer is not None and understood.answer.outcome not in ("said", "named"):
        return None
    if PEOPLE in understood.facts or DAY in understood.facts or said.wants_silence:
        return None
    word = _asked_about(said.key)
    if word is None:
        return None
    flow = NOT_THAT_DAY if word == NOT_THAT_DAY else WHAT_IT_MEANS
    facts = {} if word == NOT_THAT_DAY else {WORD: word}
    if flow not in said.script.flows:
        return None
    if stays_open(said.state) and flow in said.structure.flows:
        return Onward(Start(flow, facts, suspend=True), noted_as=flow)
    return Onward(Start(flow, facts), anew=True, noted_as=flow)


def _asked_about(key: str) -> str | None:
    if _LEVEL_1_OR_2.search(key):
        return "level_2"
    if _IS_IT_VALID.fullmatch(key):
        return "valid"
    return next((word for word, pattern in _ASKED if pattern.fullmatch(key)), None)
