"""Somebody's name that is called before what is said: "Huy ơi, cho chị hỏi", "Huy đây, mai tôi cần mang gì".

Both names are words that end something here, where they stand without their accents.
"""

import re
import unicodedata

_CALLED = re.compile(r"^\W*(?:huy|xoa)\s+(?:ơi|oi|đây|day|nè|ne)\b[\s,.:;!-]*(?=\w+\s+\w+)", re.IGNORECASE)


def without_name_called(text: str) -> str:
    """The text behind the call; as it is where nobody is called, or nothing more is said."""
    return _CALLED.sub("", unicodedata.normalize("NFC", text), count=1) if _CALLED.match(text) else text
