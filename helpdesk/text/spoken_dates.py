"""The day and the part of the day that a text speaks of: "thu 4 tuan sau", "25/11", "sang mai", "8h".

Day before month; the next such day. "Thứ N" is that day of this week, and where it is over the one that comes: nobody
asks for a place on a day that is gone. "Thứ N tuần sau" is of the next Monday-to-Sunday. Lunar, vague, impossible or
contradicting is no date: a date is never guessed.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from helpdesk.text.birth_years import full_year
from helpdesk.text.calendar_words import (
    BORN,
    COUNTED_THINGS,
    DAY,
    ENGLISH_MONTHS,
    ENGLISH_PARTS,
    ENGLISH_WEEKDAYS,
    LUNAR,
    MOVED,
    NUMERALS,
    PARTS_OF_DAY,
    SECOND_OF,
    WEEKDAY_OPENINGS,
    WEEKDAYS,
)
from helpdesk.text.tokens import Kind, Token

_NO_KEY = ""


@dataclass(slots=True)
class When:
    """What a text says about when: `day` and `part_of_day` ("morning", "afternoon") or None; `at`: its tokens."""

    day: date | None = None
    part_of_day: str | None = None
    at: set[int] = field(default_factory=set)
    # Tokens that are a date of birth, with its year.
    births: dict[int, int] = field(default_factory=dict)


def find_when(tokens: Sequence[Token], *, today: date, taken: set[int]) -> When:
    """Read the date and the part of day from tokens that are not `taken` by names or places. Never raises."""
    reader = _Reader(tokens, today, taken)
    reader.read()
    return When(reader.day(), reader.part(), reader.at, reader.births)


def births_in(tokens: Sequence[Token], *, today: date) -> dict[int, int]:
    """The tokens that are dates of birth, with the year."""
    found = {}
    for at, token in enumerate(tokens):
        year = _birth_year(tokens, at, today) if token.kind is Kind.DATE else None
        if year is not None:
            found[at] = year
    return found


def _birth_year(tokens: Sequence[Token], at: int, today: date) -> int | None:
    *_, written = tokens[at].numbers
    if not written:
        return None
    year = full_year(f"{written:02d}", this_year=today.year)
    born = any(token.key in BORN for token in tokens[max(0, at - 2) : at])
    return year if year is not None and (year < today.year or born) else None


class _Reader:
    def __init__(self, tokens: Sequence[Token], today: date, taken: set[int]) -> None:
        self.tokens = tokens
        self.today = today
        self.taken = taken
        self.at: set[int] = set()
        self.births = births_in(tokens, today=today)
        self.days: list[date] = []
        self.weekdays: list[int] = []
        self.weeks: list[int] = []
        self.today_said = False
        self.doubt = False
        self.parts: list[str] = []
        self.hours: list[str] = []

    def read(self) -> None:
        at = 0
        while at < len(self.tokens):
            token = self.tokens[at]
            silent = token.kind is Kind.WORD and token.key not in _BEGINNINGS
            if silent or at in self.taken or at in self.births:
                at += 1
                continue
            length = next((length for look in _LOOKS if (length := look(self, at))), 0)
            self.at.update(range(at, at + length))
            at += max(1, length)

    def day(self) -> date | None:
        """The one day that all that was said agrees on."""
        if self.doubt:
            return None
        days = set(self.days)
        weekdays = set(self.weekdays)
        if days:
            fits = len(days) == 1 and weekdays <= {next(iter(days)).weekday()}
            return days.pop() if fits else None
        if weekdays:
            return self._of_week(weekdays.pop()) if len(weekdays) == 1 and len(set(self.weeks)) <= 1 else None
        return self.today if self.today_said else None

    def _of_week(self, weekday: int) -> date | None:
        monday = self.today - timedelta(days=self.today.weekday())
        if self.weeks:
            found = _shifted(monday, 7 * self.weeks[0] + weekday)
            return found if found and found >= self.today else None
        return _shifted(self.today, (weekday - self.today.weekday()) % 7)

    def part(self) -> str | None:
        """The one part of the day; the word for it before the hour ("2h chiều")."""
        said = set(self.parts or self.hours)
        return (said.pop() or None) if len(said) == 1 else None

    def key(self, at: int) -> str:
        """The key there, "" beyond the ends and where something else has been found."""
        return self.tokens[at].key if 0 <= at < len(self.tokens) and at not in self.taken else _NO_KEY

    def number(self, at: int) -> tuple[int, int]:
        """A number in digits or words, and how many tokens it has; (0, 0) where there is none."""
        key = self.key(at)
        if key.isdecimal():
            return (int(key), 1) if len(key) <= 2 else (0, 0)
        tens, then = 0, at
        if key == "muoi":
            tens, then = 10, at + 1
        elif key in ("hai", "ba") and self.key(at + 1) == "muoi":
            tens, then = 10 * NUMERALS[key], at + 2
        ones = NUMERALS.get(self.key(then), 0)
        used = then - at + (1 if ones else 0)
        return (tens + ones, used) if used else (0, 0)

    def relative(self, days: int) -> None:
        found = _shifted(self.today, days)
        if found:
            self.days.append(found)


def _shifted(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def _next(today: date, day: int, month: int, year: int) -> date | None:
    """The next such day; None where there is none."""
    years = [year] if year else range(today.year, min(today.year + 5, date.max.year))
    for tried in years:
        try:
            found = date(tried, month, day)
        except ValueError:
            # 29/2 waits for its year, 30/2 has none; "29/2" in three years is nobody's wish either.
            return None
        if found >= today:
            return found
    return None


def _next_day_of_month(today: date, day: int) -> date | None:
    year, month = today.year, today.month
    for _ in range(2):
        found = _next(today, day, month, year)
        if found:
            return found
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
        if year > date.max.year:
            break
    return None


def _written_date(reader: _Reader, at: int) -> int:
    token = reader.tokens[at]
    if token.kind is not Kind.DATE:
        return 0
    if reader.key(at + 1) in COUNTED_THINGS and "/" not in token.written:
        return 1
    day, month, short = token.numbers
    year = (full_year(f"{short:02d}", this_year=reader.today.year) or short) if short else 0
    return _say(
        reader, _next(reader.today, day, month, year) if day else None, 1 + _lunar_after(reader, at + 1)
    )


def _say(reader: _Reader, found: date | None, length: int) -> int:
    if found is None:
        reader.doubt = True
    else:
        reader.days.append(found)
    return length


def _lunar_after(reader: _Reader, at: int) -> int:
    if reader.key(at) == "am" and reader.key(at + 1) in ("lich", _NO_KEY):
        reader.doubt = True
        return 1 + (reader.key(at + 1) == "lich")
    return 0


def _lunar(reader: _Reader, at: int) -> int:
    key, before, after = reader.key(at), reader.key(at - 1), reader.key(at + 1)
    if key == "am" and after == "lich":
        reader.doubt = True
        return 2
    if key not in LUNAR:
        return 0
    said = {
        "mung": reader.number(at + 1)[0] > 0,
        "mong": reader.number(at + 1)[0] > 0,
        "ram": after in ("thang", "nay", "toi", "sau", _NO_KEY) or before in ("ngay", "hom", "dip", "cho"),
        "chap": before == "thang",
        "gieng": before == "thang",
        "tet": before.isdecimal() or before in ("sau", "truoc", "an", "ra"),
    }
    if not said[key]:
        return 0
    reader.doubt = True
    return 1 + (reader.number(at + 1)[1] if key in ("mung", "mong") else 0)


def _weekday(reader: _Reader, at: int) -> int:
    key = reader.key(at)
    token = reader.tokens[at]
    if key in ("cn",) or (key in ("chu", "chua") and reader.key(at + 1) in ("nhat", "nhut", "nhaat")):
        return _say_weekday(reader, 6, at, 1 if key == "cn" else 2)
    if key in WEEKDAY_OPENINGS and reader.key(at - 1) not in SECOND_OF:
        after = reader.key(at + 1)
        weekday = int(after) - 2 if after in ("2", "3", "4", "5", "6", "7") else WEEKDAYS.get(after)
        if weekday is not None and (not token.accented or token.written.casefold()[:2] == "th"):
            return _say_weekday(reader, weekday, at, 2)
        if after.isdecimal() and reader.tokens[at + 1].glued is False and after in ("1", "8", "9"):
            reader.doubt = True
            return 2
    if key in ("t", "th") and reader.key(at + 1) in ("2", "3", "4", "5", "6", "7"):
        return _say_weekday(reader, int(reader.key(at + 1)) - 2, at, 2)
    if key in ENGLISH_WEEKDAYS:
        if reader.key(at - 1) == "next":
            reader.doubt = True
            return 1
        return _say_weekday(reader, ENGLISH_WEEKDAYS[key], at, 1)
    return 0


def _say_weekday(reader: _Reader, weekday: int, at: int, length: int) -> int:
    reader.weekdays.append(weekday)
    return length + (reader.key(at + length) in ("nay", "ni"))


def _week(reader: _Reader, at: int) -> int:
    if reader.key(at) not in ("tuan", "tuann"):
        return 0
    which = {"sau": 1, "toi": 1, "nay": 0, "ni": 0, "truoc": -1}.get(reader.key(at + 1))
    if which is None:
        return 0
    if which == -1:
        return 2
    twice = which == 1 and reader.key(at + 2) in ("nua", "nuwa")
    reader.weeks.append(which + twice)
    return 2 + twice


def _day_of_month(reader: _Reader, at: int) -> int:
    """ "ngày 25", "ngày 25 tháng 11", "25 tháng 11", "ngày 25 tháng sau"; with "năm 2026"."""
    named = reader.key(at) in ("ngay", "ngayf", "mung") and not reader.key(at - 1).isdecimal()
    start = at + named
    day, used = reader.number(start)
    if not used or not 1 <= day <= 31:
        return 0
    end = start + used
    if reader.key(end) in ("thang", "thg", "thangs"):
        return _with_month(reader, at, day, end + 1)
    if (
        named
        and reader.key(end) not in COUNTED_THINGS - {"cho", "ban", "ng"}
        and reader.key(end) not in ("nua", "lam")
    ):
        length = end - at
        return _say(reader, _next_day_of_month(reader.today, day), length + _lunar_after(reader, end))
    return 0


def _with_month(reader: _Reader, at: int, day: int, month_at: int) -> int:
    today = reader.today
    key = reader.key(month_at)
    if key in ("gieng", "chap"):
        reader.doubt = True
        return month_at + 1 - at
    if key in ("nay", "ni", "sau", "toi") and not (key == "sau" and reader.key(month_at - 2) == "thang"):
        after = key in ("sau", "toi")
        month = today.month % 12 + 1 if after else today.month
        year = today.year + (after and today.month == 12)
        return _say(reader, _next(today, day, month, year), month_at + 1 - at)
    month, used = reader.number(month_at)
    if not used:
        return 0
    end = month_at + used
    year = 0
    if reader.key(end) == "nam" and reader.key(end + 1).isdecimal():
        year = full_year(reader.key(end + 1), this_year=today.year) or int(reader.key(end + 1)[:4])
        end += 2
    return _say(reader, _next(today, day, month, year), end - at + _lunar_after(reader, end))


def _english_date(reader: _Reader, at: int) -> int:
    key = reader.key(at)
    month = ENGLISH_MONTHS.get(key)
    if month is None:
        return 0
    for near, length in ((at + 1, 2), (at - 1, 1), (at - 2, 1)):
        day = reader.key(near)
        between = near >= at - 1 or reader.key(at - 1) in ("th", "of", "st", "nd", "rd")
        if day.isdecimal() and len(day) <= 2 and between and (key != "may" or near == at - 1):
            reader.at.update({near, at})
            return _say(reader, _next(reader.today, int(day), month, 0), length)
    return 0


_TODAY = frozenset({"hom", "bua", "bu", "sang", "chieu", "trua", "toi", "buoi"})


def _relative(reader: _Reader, at: int) -> int:
    key, after = reader.key(at), reader.key(at + 1)
    if (key in _TODAY and after in ("nay", "ni")) or key in ("hnay", "today", "hn"):
        reader.today_said = True
        if key in PARTS_OF_DAY:
            reader.parts.append(PARTS_OF_DAY[key])
        return 1 if key in ("hnay", "today", "hn") else 2
    if key in ("tomorrow", "tmr", "mai"):
        return _tomorrow(reader, at)
    if key in ("mot", "kia"):
        return _day_after(reader, at)
    if key.isdecimal() and len(key) <= 2 and after in ("ngay", "hom", "bua") and reader.key(at + 2) == "nua":
        reader.relative(int(key))
        return 3
    return 0


def _tomorrow(reader: _Reader, at: int) -> int:
    if reader.key(at + 1) in ("mot", "kia", "sau"):
        reader.doubt = True  # "mai mốt", "mai kia": some day
        return 2
    if reader.tokens[at].accented:
        return 0
    reader.relative(1)
    if reader.key(at - 1) in DAY:
        reader.at.add(at - 1)
    return 1


_BEFORE_THE_DAY_AFTER = frozenset({"ngay", "bua", "sang", "chieu", "trua", "toi", "hom"})


def _day_after(reader: _Reader, at: int) -> int:
    key, before = reader.key(at), reader.key(at - 1)
    token = reader.tokens[at]
    if before == "hom" and key == "kia":
        return 0  # the day before yesterday
    if token.accented and token.written.casefold() not in ("mốt", "kia"):
        return 0
    alone = key == "kia" and (at == len(reader.tokens) - 1 or before in ("den", "toi", "vao"))
    if token.written.casefold() == "mốt" or before in _BEFORE_THE_DAY_AFTER or alone:
        reader.relative(2)
        if before in DAY:
            reader.at.add(at - 1)
        return 1
    return 0


def _hour(reader: _Reader, at: int) -> int:
    token = reader.tokens[at]
    if token.kind is Kind.HOUR and reader.key(at + 1) not in ("nua", "dong"):
        return _say_hour(reader, token.numbers[0], 1)
    after = reader.key(at + 1)
    if token.is_number and len(token.key) <= 2 and after in ("ruoi", "am", "pm"):
        hour = int(token.key) + (12 if after == "pm" and int(token.key) < 12 else 0)
        if after == "am" and reader.key(at + 2) == "lich":
            return 0
        return _say_hour(reader, hour, 2)
    return 0


def _say_hour(reader: _Reader, hour: int, length: int) -> int:
    """1 to 5 is said of the afternoon: no office is open at 2 in the night."""
    if 6 <= hour < 12:
        reader.hours.append("morning")
    elif 12 <= hour < 18 or 1 <= hour <= 5:
        reader.hours.append("afternoon")
    else:
        reader.hours.append("")
    return length


def _part(reader: _Reader, at: int) -> int:
    key = reader.key(at)
    if key in ENGLISH_PARTS:
        reader.parts.append(ENGLISH_PARTS[key])
        return 1
    if key not in PARTS_OF_DAY:
        return 0
    written = reader.tokens[at].written.casefold()
    if not written.isascii():
        if written in ("sáng", "chiều", "tối", "trưa", "đêm"):
            reader.parts.append(PARTS_OF_DAY[key])
            return 1
        return 0
    if _is_part(reader, at, key):
        reader.parts.append(PARTS_OF_DAY[key])
        return 1
    return 0


_DAY_BEGINS = WEEKDAY_OPENINGS | {"t", "mai", "mot", "kia", "cn", "chu", "som", "hom", "thu"}


def _is_part(reader: _Reader, at: int, key: str) -> bool:
    before, after = reader.key(at - 1), reader.key(at + 1)
    if (
        before in ("buoi", "luc", "bua")
        or (before and reader.tokens[at - 1].kind is Kind.HOUR)
        or before == "ruoi"
    ):
        return True
    if key == "sang" and any(reader.key(near) in MOVED for near in range(at - 4, at)):
        return False
    if after in ("ten", "may", "nhuong", "di") or (key == "chieu" and before in ("mot", "hai")):
        return False
    dated_after = after in _DAY_BEGINS or (
        at + 1 < len(reader.tokens) and reader.tokens[at + 1].kind in (Kind.DATE, Kind.HOUR)
    )
    dated_before = at - 1 in reader.at
    named = after == "ngay" and reader.key(at + 2)[:1].isdecimal()
    if key in ("toi", "dem", "trua"):
        # "tôi" and "tới" are typed like "tối".
        return key != "toi" and (dated_after or dated_before)
    return bool(dated_after or dated_before or named or reader.tokens[at].parted or key == "chieu")


_LOOKS = (
    _written_date,
    _lunar,
    _day_of_month,
    _weekday,
    _week,
    _english_date,
    _relative,
    _hour,
    _part,
)

_BEGINNINGS = (
    LUNAR
    | WEEKDAY_OPENINGS
    | ENGLISH_WEEKDAYS.keys()
    | ENGLISH_MONTHS.keys()
    | ENGLISH_PARTS.keys()
    | PARTS_OF_DAY.keys()
    | NUMERALS.keys()
    | _TODAY
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
    | {"tmr", "mai", "mot", "kia"}
)
"""The words with which a date or an hour can begin; all others are passed over at once."""
