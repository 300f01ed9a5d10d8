"""The week or the month that she spoke of when she was asked for a day: "tuần sau", and then "thứ 6", is Friday of that week,
"tháng 1", and then "ngày 10", the tenth of January."""

import re
from dataclasses import replace
from datetime import date

from helpdesk.conversation.leading.spoken import Spoken
from helpdesk.conversation.understanding.bookings.one_text import SINCE
from helpdesk.text.days.spoken_dates import find_when
from helpdesk.text.folding import matching_key, typographic
from helpdesk.text.tokens import tokens_of

_A_WEEKDAY = re.compile(
    r"\b(?:thu (?:[2-7]|hai|ba|tu|nam|sau|bay)|t[2-7]|chu nhat|cn|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b(?! (?:nay|ni|tuan)\b)"
)
_SAID_WHICH = re.compile(r"\b(?:tuan|week|thang|ngay [0-9]|this|nay mai)\b|\b[0-9]{1,2} [0-9]{1,2}\b")
"""A weekday of a week, or with its date: it needs nothing more."""

_A_DAY_OF_IT = re.compile(
    r"\b(?:ngày|ngay|hôm|hom|mùng|mung) (?:[12]?[0-9]|3[01])\b(?!\s*[/.-])", re.IGNORECASE
)
_SAID_WHICH_MONTH = re.compile(r"\b(?:thang|am|nay|mai)\b")


def with_its_week(spoken: Spoken) -> Spoken:
    """The text with the date behind a weekday that stands by itself, where a week was spoken of that is still to come."""
    since = spoken.state.answers.get(SINCE) if spoken.state is not None else None
    if not since or date.fromisoformat(since) <= spoken.here.today:
        return spoken
    return replace(spoken, text=weekday_of(spoken.text, date.fromisoformat(since)))


def weekday_of(text: str, monday: date) -> str:
    """`text` with the date of that week behind the weekday that stands in it by itself; as it is where there is none."""
    key = matching_key(text)
    if monday.day == 1 and (of_it := _A_DAY_OF_IT.search(text)) and not _SAID_WHICH_MONTH.search(key):
        return f"{text[: of_it.end()]}/{monday.month}{text[of_it.end() :]}"
    if not _A_WEEKDAY.search(key) or _SAID_WHICH.search(key):
        return text
    plain = typographic(text)
    tokens = tokens_of(plain)
    when = find_when(tokens, today=monday, taken=set())
    if when.day is None or not when.at:
        return text
    behind = tokens[max(when.at)].end
    return f"{plain[:behind]} {when.day.day}/{when.day.month}{plain[behind:]}"
