"""Short replies to a question: a number, yes or no."""

import re

_NUMBER = re.compile(r"(?:so|chon|phim|muc|cau|y)? ?(\d{1,2})")
_WORDS = {"mot": 1, "hai": 2, "ba": 3, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8}
_YES = {
    "co",
    "u",
    "uh",
    "uhm",
    "um",
    "vang",
    "da",
    "da co",
    "da vang",
    "vang a",
    "da dong y",
    "ok",
    "oke",
    "okay",
} | {
    "okie",
    "dong y",
    "toi dong y",
    "dung",
    "dung roi",
    "dat",
    "yes",
    "y",
    "duoc",
    "phai",
    "chac chan",
    "co a",
}
_NO = {
    "khong",
    "ko",
    "k",
    "kg",
    "hok",
    "hong",
    "khong dong y",
    "thoi",
    "dung lai",
    "khoi",
    "no",
    "n",
    "chua",
} | {"khong can", "khong a", "da khong", "khong dat", "thoi khong"}

GO_ON = {"tiep", "tiep tuc", "tiep di", "xem", "nua", "ke tiep", "next", "more"}
"""Asks for what comes next."""


def number_reply(key: str) -> int | None:
    """The number a reply chooses: "1", "so 1", "chon 1", "mot". `key` is a matching key."""
    found = _NUMBER.fullmatch(key)
    return int(found[1]) if found else _WORDS.get(key)


def yes_or_no(key: str) -> bool | None:
    """Whether a reply says yes or no; None for anything else. `key` is a matching key."""
    if key in _YES:
        return True
    return False if key in _NO else None
