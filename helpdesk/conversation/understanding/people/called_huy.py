"""Huy may be who comes, or the word that cancels: "Huy" where it is asked who comes."""

import re
import unicodedata
from collections.abc import Container

NAMED, NAME_OR_WORD = "named", "name_or_word"
"""Outcomes of the question who comes; the second only where the flow has an exit for it."""

_ALONE = re.compile(r"(?:(?:cho|em|anh|chau|con|ban) )?huy")
_CALLED = re.compile(r"(?:(?:toi|minh|em|con|chau|chong|anh|nguoi) )*(?:ten|la)(?: la)? huy")


def called_huy(text: str, key: str, exits: Container[str]) -> str | None:
    """NAMED behind "tên là", NAME_OR_WORD where she must be asked back; None for all other texts (`key`: matching key).

    `HUY` in capitals, as we write the word, and "hủy" with its accent cancel.
    """
    if not key.endswith("huy"):
        return None
    last = unicodedata.normalize("NFC", text).rstrip(" .,!?").rpartition(" ")[2]
    if last.casefold() != "huy":
        return None
    if _CALLED.fullmatch(key):
        return NAMED
    return NAME_OR_WORD if NAME_OR_WORD in exits and not last.isupper() and _ALONE.fullmatch(key) else None
