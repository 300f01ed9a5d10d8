"""The day and the part of the day that a text speaks of: "thu 4 tuan sau", "25/11", "sang mai", "8h".

Day before month; the next such day. "Thứ N" is that day of this week, and where it is over the one that comes: nobody
asks for a place on a day that is gone. "Thứ N tuần sau" is of the next Monday-to-Sunday. Lunar, vague, impossible or
contradicting is no date: a date is never guessed.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from helpdesk.text.days import counted_days, named_days
from helpdesk.text.days.calendar_words import (
    BORN,
    ENGLISH_MONTHS,
    ENGLISH_PARTS,
    ENGLISH_WEEKDAYS,
    LUNAR,
    NUMERALS,
    PARTS_OF_DAY,
    WEEKDAY_OPENINGS,
)
from helpdesk.text.days.date_reader import REFUSES, DateReader
from helpdesk.text.folding import typographic
from helpdesk.text.tokens import Kind, Token, tokens_of
from helpdesk.text.years.birth_years import full_year

_LOOKS = (*named_days.LOOKS, *counted_days.LOOKS)

_BEGINNINGS = (
    LUNAR
    | WEEKDAY_OPENINGS
    | ENGLISH_WEEKDAYS.keys()
    | ENGLISH_MONTHS.keys()
    | ENGLISH_PARTS.keys()
    | PARTS_OF_DAY.keys()
    | NUMERALS.keys()
    | counted_days.TODAY
    | {
        "am",
        "cn",
        "chu",
        "chua",
        "t",
        "th",
        "tuan",
        "tuann",
        "ngay",
        "ngayf",
        "muoi",
        "hnay",
        "hn",
        "today",
        "tomorrow",
    }
    | {"tmr", "mai", "maii", "mot", "kia", "s", "c", "week", "thang", "pm"}
)
"""The words with which a date or an hour can begin; all others are passed over at once."""


@dataclass(slots=True)
class When:
    """What a text says about when: `day` and `part_of_day` ("morning", "afternoon") or None; `at`: its tokens."""

    day: date | None = None
    part_of_day: str | None = None
    at: set[int] = field(default_factory=set)
    # Tokens that are a date of birth, with its year.
    births: dict[int, int] = field(default_factory=dict)
    # Whether a day is said that is none of our calendar: of the lunar one, or "31/2".
    no_such_day: bool = False


def find_when(tokens: Sequence[Token], *, today: date, taken: set[int]) -> When:
    """Read the date and the part of day from tokens that are not `taken` by names or places. Never raises."""
    births = births_in(tokens, today=today)
    # On what day somebody does not come is what she says where she says no other.
    if any(token.key in REFUSES for token in tokens):
        wished = _said(tokens, today, taken, births, refused=False)
        if wished.day is not None:
            return wished
    return _said(tokens, today, taken, births, refused=True)


def day_refused(text: str, *, today: date) -> bool:
    """Whether the only day that a text says is one on which somebody does not come: "không đi thứ 6", "trừ thứ 4 ra"."""
    tokens, nothing = tokens_of(typographic(text)), set[int]()
    if not any(token.key in REFUSES for token in tokens):
        return False
    births = births_in(tokens, today=today)
    said = _said(tokens, today, nothing, births, refused=True)
    return said.day is not None and _said(tokens, today, nothing, births, refused=False).day is None


def _said(
    tokens: Sequence[Token], today: date, taken: set[int], births: dict[int, int], *, refused: bool
) -> When:
    """All days, also those that are `refused`, or only the others."""
    reader = DateReader(tokens, today, taken)
    at = 0
    while at < len(tokens):
        token = tokens[at]
        silent = token.kind is Kind.WORD and token.key not in _BEGINNINGS
        if silent or at in taken or at in births:
            at += 1
            continue
        # A day that is ruled out is read like any other, and counts for nothing: "not Friday, Monday".
        aside = DateReader(tokens, today, taken, reader.at)
        reads = aside if reader.ruled_out(at) else reader
        length = _length(aside, at)
        to = reader.left_at(at, at + length) if length else 0
        if 0 < to < len(tokens) - 1 and _length(DateReader(tokens, today, taken), to + 1):
            # Another day follows, and it is that which is wanted.
            reader.at.update(range(at, to))
            at = to
            continue
        if length and not refused and reader.refused(at, at + length):
            reads = aside
        length = _length(reads, at)
        reader.at.update(range(at, at + length))
        at += max(1, length)
    return When(reader.day(), reader.part(), reader.at, births, reader.doubt)


def _length(reader: DateReader, at: int) -> int:
    return next((length for look in _LOOKS if (length := look(reader, at))), 0)


def births_in(tokens: Sequence[Token], *, today: date) -> dict[int, int]:
    """The tokens that are dates of birth, with the year."""
    found = {}
    for at, token in enumerate(tokens):
        year = _birth_year(tokens, at, today) if token.kind is Kind.DATE else None
        if year is not None:
            found[at] = year
        if token.key == "thang" and (spelled := _spelled_birth(tokens, at, today)):
            found |= spelled
    return found


def _spelled_birth(tokens: Sequence[Token], at: int, today: date) -> dict[int, int]:
    """The tokens of "sinh ngày 1 tháng 2 năm 1980" around its "tháng", from the day on; none where it is none."""
    keys = [token.key for token in tokens[max(0, at - 3) : at + 4]]
    first = min(at, 3)
    born = any(key in BORN for key in keys[:first])
    rest = keys[first + 1 :]
    if not born or not rest or not rest[0].isdecimal():
        return {}
    year_at = 1 + (rest[1:2] == ["nam"])
    year = full_year(rest[year_at], this_year=today.year) if len(rest) > year_at else None
    if year is None or len(rest[year_at]) != 4:
        return {}
    day = at - 1 if keys[first - 1].isdecimal() else at
    day -= day < at and tokens[day - 1].key == "ngay"
    return dict.fromkeys(range(day, at + 2 + year_at), year)


def _birth_year(tokens: Sequence[Token], at: int, today: date) -> int | None:
    *_, written = tokens[at].numbers
    if not written:
        return None
    year = full_year(f"{written:02d}", this_year=today.year)
    born = any(token.key in BORN for token in tokens[max(0, at - 2) : at])
    return year if year is not None and (year < today.year or born) else None
