"""A text taken apart into words, numbers, dates and hours, each with where it stood.

What stands between them is not kept, but whether it parts them: a comma, a full stop, a line end or a dash between
blanks does, a blank or a hyphen does not.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from helpdesk.text.folding import matching_key, typographic

MOST_TOKENS = 160
"""Words looked at; a text of 1,600 characters has more only where it is no language at all."""


class Kind(StrEnum):
    """What a token is written as."""

    WORD = "word"
    NUMBER = "number"
    DATE = "date"
    HOUR = "hour"


@dataclass(slots=True)
class Token:
    """One word as typed, and its matching key. `parted`: a comma or the like stands before it; `glued`: nothing does."""

    written: str
    key: str
    kind: Kind
    start: int
    end: int
    parted: bool
    glued: bool
    # Day, month, year of a date (0 where not written); hour and minute of an hour.
    numbers: tuple[int, ...] = ()

    @property
    def is_number(self) -> bool:
        """Whether it is digits alone."""
        return self.kind is Kind.NUMBER

    @property
    def accented(self) -> bool:
        """Whether it was typed with an accent."""
        return not self.written.isascii()


# Digits of ours only: a key has no others, and nobody here types them.
_TOKEN = re.compile(
    r"(?P<date>(?<![0-9/])[0-9]{1,2}(?: ?/ ?[0-9]{1,2}(?: ?/ ?[0-9]{2,4})?|-[0-9]{1,2}(?:-[0-9]{2,4})?|\.[0-9]{1,2}(?:\.[0-9]{2,4})?|[/\-.][0-9]{4})(?![0-9/]))"
    r"|(?P<hour>(?<![0-9])[0-9]{1,2}(?: ?(?:h|g|giờ|gio)(?: ?[0-5][0-9](?![0-9])| ?(?:rưỡi|ruoi))?|:[0-5][0-9](?![0-9]))(?![^\W_]))"
    r"|(?P<number>[0-9]+)"
    r"|(?P<word>[^\W\d_]+)",
    re.IGNORECASE,
)
_PARTS = re.compile(r"[^\s\-'/]|\s-+\s")
_DIGITS = re.compile(r"[0-9]+")


def tokens_of(text: str) -> list[Token]:
    """The tokens of a text, at most MOST_TOKENS. Never raises."""
    plain = typographic(text)
    found: list[Token] = []
    end = 0
    for match in _TOKEN.finditer(plain):
        kind = _KINDS[match.lastgroup or "word"]
        written = match[0]
        start, stop = match.span()
        between = plain[end:start]
        # A blank is between most of them, and parts none.
        parted = bool(found) and between not in _ONE_OR_NO_BLANK and _is_parted(between)
        numbers = () if kind is Kind.WORD or kind is Kind.NUMBER else _numbers(kind, written)
        found.append(
            Token(written, _key(written), kind, start, stop, parted, bool(found) and not between, numbers)
        )
        end = stop
        if len(found) == MOST_TOKENS:
            break
    return found


_KINDS = {kind.value: kind for kind in Kind}
_ONE_OR_NO_BLANK = ("", " ")


def _is_parted(between: str) -> bool:
    return "\n" in between or _PARTS.search(between) is not None


@lru_cache(maxsize=8192)
def _key(written: str) -> str:
    return matching_key(written).replace(" ", "")


def _numbers(kind: Kind, written: str) -> tuple[int, ...]:
    numbers = tuple(int(digits) for digits in _DIGITS.findall(written))
    if kind is Kind.HOUR:
        half = written[-4:].casefold() in ("ruoi", "ưỡi") or written.casefold().endswith("rưỡi")
        return (numbers[0], numbers[1] if len(numbers) > 1 else 30 * half)
    if len(numbers) == 2 and numbers[1] > 99:
        return (0, numbers[0], numbers[1])
    return (*numbers, 0) if len(numbers) == 2 else numbers


@lru_cache(maxsize=8192)
def accents_of(word: str) -> str:
    """A word by its letters and accents, wherever the tone was put: "hoà" and "hòa" are alike, "hoa" is not."""
    decomposed = unicodedata.normalize("NFD", word.casefold())
    letters = "".join(char for char in decomposed if not unicodedata.combining(char))
    return letters + "".join(sorted(char for char in decomposed if unicodedata.combining(char)))
