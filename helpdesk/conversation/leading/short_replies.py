"""Texts that are no more than a number, a yes or a no."""

import re

from helpdesk.conversation.understanding.answers.replies import number_reply, yes_or_no
from helpdesk.conversation.understanding.words import any_word, strong_word
from helpdesk.text.folding import matching_key


def is_short_reply(text: str) -> bool:
    """Whether a text is a number, a yes or a no."""
    key = matching_key(text)
    return number_reply(key) is not None or yes_or_no(text) is not None


_WEEKDAY = re.compile(
    r"(?:(?:da|vang|a|u|o|ok|vay|the|thi|ma|thoi|nham|hay la|cho|toi|tui|em|con|doi|lai|sang|qua|di|buoi|ngay|hom|bua|chieu) )*(?:thu (?:[2-7]|hai|ba|tu|nam|sau|bay)|(?:[12]?[0-9]|3[01]) (?:1[0-2]|[1-9]))"
    r"(?: (?:nay|ni|nhe|nha|a|di|thoi|nhu cu|cho toi|duoc khong|duoc|tuan (?:nay|sau|toi)|sang|chieu))*"
)


def is_day_alone(text: str) -> bool:
    """Whether a text says a weekday or a date and nothing else: "thứ 6 nhé", "ngày 4/12"; of a date it must be read as one."""
    return _WEEKDAY.fullmatch(matching_key(text)) is not None


def is_bare_answer(text: str) -> bool:
    """Whether a text can only be an answer: no topic is looked for in "1" and "vang"."""
    key = matching_key(text)
    return any_word(key) is None and strong_word(key) is None and is_short_reply(text)
