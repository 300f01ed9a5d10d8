"""What is gathered about when, while a text is read word by word; and the one day that all of it agrees on."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from helpdesk.text.days.calendar_words import NUMERALS
from helpdesk.text.tokens import Token

_BEFORE_A_DAY = frozenset({"la", "ngay", "hom", "vao", "on", "the", "this"})

_NOT = frozenset({"khong", "ko", "k", "kg", "hong", "hk", "chua", "dung"})
_GO = frozenset({"di", "den", "ra", "len", "lam", "toi", "qua", "chon", "lay", "duoc", "dc", "kip"})
_WHO = frozenset(
    {"thi", "toi", "tui", "em", "con", "chau", "minh", "do", "ay", "nay", "lai", "bi", "ma", "chac", "se"}
    | {"tuan", "sau"}
)
_TO = frozenset({"sang", "qua", "thanh", "to"})
_MOVES = frozenset({"doi", "chuyen", "dich", "lui", "hoan", "move", "change"})
_NEAR = 4
_OF_WEEKS = frozenset({"tuan", "nay", "ni", "sau", "toi"})
REFUSES = _NOT | {"tru", "ban"}
"""The words of which one stands in a text that says on what day somebody does not come."""


class DateReader:
    """The tokens of a text, today, and what was said of days, weeks and hours so far."""

    def __init__(self, tokens: Sequence[Token], today: date, taken: set[int], at: Iterable[int] = ()) -> None:
        self.tokens = tokens
        self.today = today
        self.taken = taken
        self.at = set(at)
        self.days: list[date] = []
        self.weekdays: list[int] = []
        self.weeks: list[int] = []
        self.today_said = False
        self.doubt = False
        self.parts: list[str] = []
        self.hours: list[str] = []

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
            found = shifted(monday, 7 * self.weeks[0] + weekday)
            return found if found and found >= self.today else None
        return shifted(self.today, (weekday - self.today.weekday()) % 7)

    def part(self) -> str | None:
        """The one part of the day; the word for it before the hour ("2h chiều")."""
        said = set(self.parts or self.hours)
        return (said.pop() or None) if len(said) == 1 else None

    def key(self, at: int) -> str:
        """The key there, "" beyond the ends and where something else has been found."""
        return self.tokens[at].key if 0 <= at < len(self.tokens) and at not in self.taken else ""

    def number(self, at: int) -> tuple[int, int]:
        """A number in digits or words, and how many tokens it has; (0, 0) where there is none."""
        key = self.key(at)
        if key.isdecimal():
            return (int(key), 1) if len(key) <= 2 else (0, 0)
        tens, then = 0, at
        if key == "muoi":
            tens, then = 10, at + 1
        elif key == "hai" and self.key(at + 1) == "lam":
            tens, then = 20, at + 1  # "hai lăm"
        elif key in ("hai", "ba") and self.key(at + 1) == "muoi":
            tens, then = 10 * NUMERALS[key], at + 2
        ones = NUMERALS.get(self.key(then), 0)
        used = then - at + (1 if ones else 0)
        return (tens + ones, used) if used else (0, 0)

    def ruled_out(self, at: int) -> bool:
        """Whether "không phải" or "not" stands before a day: "không phải thứ 6 mà thứ 2"."""
        before = at - 1
        while self.key(before) in _BEFORE_A_DAY and not self.tokens[before + 1].parted and at - before <= 2:
            before -= 1
        if before < 0 or self.tokens[before + 1].parted:
            return False
        return self.key(before) == "not" or (
            self.key(before) == "phai" and self.key(before - 1) in ("khong", "ko", "k", "kg", "hong", "hk")
        )

    def refused(self, at: int, end: int) -> bool:
        """Whether the day from `at` to before `end` is one on which somebody does not come: "không đi thứ 6", "thứ 4 bận"."""
        if self.key(at) == "tuan":
            return False  # another day of that week
        before = at - 1
        while self.key(before) in _BEFORE_A_DAY and not self.tokens[before + 1].parted:
            before -= 1
        no_going = self.key(before) in _GO - {"duoc", "dc"} and self.key(before - 1) in _NOT
        said_before = no_going or self.key(before) == "tru" or self._busy(before)
        if before >= 0 and said_before and not self.tokens[before + 1].parted:
            return True
        behind = end
        while self.key(behind) in _WHO and not self.tokens[behind].parted:
            behind += 1
        cannot = self.key(behind) in _NOT and self.key(behind + 1) in _GO
        return (cannot or self._busy(behind)) and not self.tokens[behind].parted

    def left_at(self, at: int, end: int) -> int:
        """Where the word stands that leads from the day from `at` to before `end` to another: "đổi từ thứ 4 sang thứ 6"; 0
        where the day is not left for one."""
        while self.key(end) in _OF_WEEKS:
            end += 1
        leads_on = self.key(end) in _TO and "\u00e1" not in self.tokens[end].written.casefold()
        moves = any(self.key(before) in _MOVES for before in range(max(0, at - _NEAR), at))
        return end if leads_on and moves else 0

    def _busy(self, at: int) -> bool:
        """Whether "bận" stands there; without its accent it is a village."""
        return self.key(at) == "ban" and "\u1ead" in self.tokens[at].written.casefold()

    def relative(self, days: int) -> None:
        """A day so many days from now was said."""
        found = shifted(self.today, days)
        if found:
            self.days.append(found)


def shifted(day: date, days: int) -> date | None:
    """A day so many days later; None beyond the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def next_date(today: date, day: int, month: int, year: int) -> date | None:
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


def next_day_of_month(today: date, day: int) -> date | None:
    """The next such day of this month or the next."""
    year, month = today.year, today.month
    for _ in range(2):
        found = next_date(today, day, month, year)
        if found:
            return found
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
        if year > date.max.year:
            break
    return None
