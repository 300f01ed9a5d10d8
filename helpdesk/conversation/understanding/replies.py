"""Short replies to a question: a number, yes or no."""

import re
import unicodedata

from helpdesk.conversation.understanding.words import bare
from helpdesk.text.folding import matching_key

_NUMBER = re.compile(r"(?:so|chon|phim|cau|y)? ?(\d{1,2})")
_WORDS = {"mot": 1, "hai": 2, "ba": 3, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8}
# "dung" alone is "đúng" as well as "đừng": it is no yes. "dat" is one only to what offers to book: `does_it`.
_YES = frozenset(
    ("co", "co a", "u", "uh", "uhm", "um", "vang", "vang a", "da", "da co", "da vang", "da dong y")
)
_YES |= {"ok", "oke", "okay", "okie", "dong y", "toi dong y", "dung roi", "yes", "y", "duoc", "phai"}
_YES |= {"chac chan"}
_NO = frozenset(
    ("khong", "ko", "k", "kg", "hok", "hong", "khong dong y", "thoi", "dung lai", "khoi", "no", "n")
)
_NO |= {"chua", "khong can", "khong a", "da khong", "khong dat", "thoi khong"}

_DONT = re.compile(r"\b[đd]ừng\b")

GO_ON = {"tiep", "tiep tuc", "tiep di", "xem", "nua", "ke tiep", "next", "more"}
"""Asks for what comes next."""


def number_reply(key: str) -> int | None:
    """The number a reply chooses: "1", "so 1", "chon 1", "mot", "da 1 a". `key` is a matching key."""
    core = bare(key)
    found = _NUMBER.fullmatch(key) or _NUMBER.fullmatch(core)
    return int(found[1]) if found else _WORDS.get(core)


def says_dont(text: str) -> bool:
    """Whether a text with accents says "đừng": folded it would be "đúng", the very opposite."""
    return _DONT.search(unicodedata.normalize("NFC", text).casefold()) is not None


def does_it(key: str, label: str) -> bool:
    """Whether a reply is the word "dat" and the yes that is offered says it, too: "Đồng ý và đặt", "Đặt".

    To "Hủy chỗ?" and "Xóa?" it is the very opposite of yes.
    """
    return "dat" in {key, bare(key)} and "dat" in matching_key(label).split()


def yes_or_no(key: str) -> bool | None:
    """Whether a reply says yes or no; None for anything else. `key` is a matching key."""
    said = {key, bare(key)}
    if said & _YES:
        return True
    return False if said & _NO else None
