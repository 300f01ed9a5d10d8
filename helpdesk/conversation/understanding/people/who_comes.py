"""What an answer to "who comes?" looks like: a list, a single name, or people without a name."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Protocol

from helpdesk.conversation.understanding.bookings.one_text import NAMES_A_DAY
from helpdesk.text.folding import fold
from helpdesk.text.people.kin_words import is_kin
from helpdesk.text.people.party_words import NUMERALS, UNNAMED

DOUBTFUL = "doubtful"
"""The outcome of the question who comes, where what was written may be no name; only where the flow has an exit for it."""

_LISTED = re.compile(r"[,;\n]|[0-9]{2}|^\W*1[ .):]")
"""A list, or a birth year; a single digit may be of "them 1 nguoi nua", and a day is neither."""


def is_listed(text: str) -> bool:
    """Whether a text has a separator of a list or a year in it."""
    return _LISTED.search(NAMES_A_DAY.sub("", fold(text))) is not None


_SO_MANY = re.compile(
    rf"(?:(?:co|gom|chung toi|tat ca|toi co|nha toi|nha co) )*(?:[1-9][0-9]?|{'|'.join(NUMERALS)}) (?:nguoi|dua)"
    r"(?: (?:con|chau|em|trai|gai|nho|toi|tui|nua|a|nhe|thoi|lam|di))*"
)


def says_how_many(key: str) -> bool:
    """Whether a text (its matching key) only says how many come: "co 3 nguoi" names nobody Cò."""
    return _SO_MANY.fullmatch(key) is not None


def has_accent_of_its_own(text: str, key: str) -> bool:
    """Whether one word is written with another accent than the command it folds to: Đạt is a name, "đặt" is not."""
    said = unicodedata.normalize("NFC", text).strip().casefold()
    return key == "dat" and said not in ("dat", "đat", "đặt", "dặt")


def names_nobody(words: set[str]) -> bool:
    """Whether people are spoken of without a name: "hai vợ chồng tôi", "tôi với vợ và 3 con", and not "Võ Minh Anh"."""
    words = {word for word in words if not (word.isdigit() and len(word) == 1)}
    return words <= UNNAMED and not words.isdisjoint(("toi", "tui", "nguoi", "nha", "chong", "me"))


class _Born(Protocol):
    """Somebody named in a text."""

    @property
    def name(self) -> str: ...
    @property
    def birth_year(self) -> int | None: ...


def only_kin_with_years(people: Sequence[_Born]) -> bool:
    """Whether several are no more than what they are to her, and when they were born: "ông 1945, bà 1948". Ba alone is
    somebody's name."""
    words = [one.name.split() for one in people]
    return len(people) > 1 and all(len(one) == 1 and is_kin(one[0]) for one in words)
