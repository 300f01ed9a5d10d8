"""What a cell holds, read as its column wants it. Excel gives numbers, dates and times; CSV gives only words."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from helpdesk.spreadsheets.faults import CellFault
from helpdesk.spreadsheets.formulas import unguarded
from helpdesk.text.folding import matching_key, typographic

Cell = str | float | int | bool | date | datetime | time | timedelta
Reader = Callable[[Cell], Any]

_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_TIME = re.compile(r"(\d{1,2})(?:[:h](\d{2})?|g(\d{2})?)(?::\d{2})?", re.IGNORECASE)
FIRST_YEAR, LAST_YEAR = 2000, 2100
LONGEST_NUMBER = 18
"""Digits; Python reads no number of thousands of them."""


def is_empty(cell: Cell) -> bool:
    """Whether nothing stands in the cell."""
    return isinstance(cell, str) and not typographic(cell).strip()


def words(cell: Cell) -> str:
    """A text on one line, NFC, trimmed. A whole number is written as one types it."""
    match cell:
        case str():
            return " ".join(typographic(unguarded(cell.strip())).split())
        case bool() | date() | time() | timedelta():
            raise CellFault("Excel has made a date, a time or a yes of this; format the cell as text")
        case _:
            return str(int(cell)) if float(cell).is_integer() else str(cell)


def list_of_words(cell: Cell) -> tuple[str, ...]:
    """Texts separated by "|", each once."""
    return tuple(dict.fromkeys(filter(None, (part.strip() for part in words(cell).split("|")))))


def number(cell: Cell) -> int:
    """A whole number, 0 or more."""
    text = words(cell)
    if not (text.isascii() and text.isdecimal() and len(text) <= LONGEST_NUMBER):
        raise CellFault(f"'{text}' is not a whole number")
    return int(text)


def day(cell: Cell) -> date:
    """A date: Excel's own, 2026-12-02, or day first 2/12/2026."""
    found = (
        cell.date() if isinstance(cell, datetime) else cell if isinstance(cell, date) else _typed_day(cell)
    )
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise CellFault(f"{found if isinstance(cell, date) else words(cell)} is not of this century")
    return found


def _typed_day(cell: Cell) -> date:
    text = words(cell)
    if found := _ISO_DAY.fullmatch(text):
        year, month, day_of_month = map(int, found.groups())
    elif found := _DAY_FIRST.fullmatch(text):
        day_of_month, month, year = map(int, found.groups())
    else:
        raise CellFault(f"'{text}' is not a date; write 2026-12-02 or 2/12/2026")
    try:
        return date(year, month, day_of_month)
    except ValueError:
        raise CellFault(f"there is no day {text}") from None


def time_of_day(cell: Cell) -> time:
    """A time: Excel's own, 7:30, 7h30 or 7h."""
    if isinstance(cell, datetime):
        return cell.time()
    if isinstance(cell, time):
        return cell
    text = words(cell)
    found = _TIME.fullmatch(text)
    hour, minute = (int(found[1]), int(found[2] or found[3] or 0)) if found else (99, 0)
    if hour > 23 or minute > 59:
        raise CellFault(f"'{text}' is not a time; write 7:30 or 7h30")
    return time(hour, minute)


def moment(cell: Cell) -> datetime:
    """A day, with or without a time of day, without a zone: commune time."""
    if isinstance(cell, datetime):
        return datetime.combine(day(cell), cell.time())
    if isinstance(cell, date):
        return datetime.combine(day(cell), time())
    day_words, _, time_words = words(cell).replace("T", " ").partition(" ")
    return datetime.combine(day(day_words), time_of_day(time_words) if time_words else time())


def one_of(meanings: Mapping[str, Any]) -> Reader:
    """One of several words; accents and case do not matter. The first word for each meaning is the one to be told."""
    by_key = {matching_key(word): meaning for word, meaning in meanings.items()}

    def read(cell: Cell) -> Any:
        text = words(cell)
        if matching_key(text) not in by_key:
            raise CellFault(f"'{text}' is none of {', '.join(meanings)}")
        return by_key[matching_key(text)]

    return read


_YES_NO = one_of({"có": True, "không": False, "yes": True, "no": False, "x": True, "1": True, "0": False})


def yes_no(cell: Cell) -> bool:
    """Yes or no, in either language, or Excel's own."""
    return cell if isinstance(cell, bool) else bool(_YES_NO(cell))
