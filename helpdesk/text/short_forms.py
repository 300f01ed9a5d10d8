"""Short forms of text messages written out, where they can be nothing else: "ko dc" is "khong duoc".

Only what is no syllable of Vietnamese, and so neither a name nor a village, is written out; "hong", "tui" and "man" are
left to who knows what stands around them. A lone "k" is "khong" before and behind the words that it denies.
"""

import re

_OF = {
    "khong": "ko kg hk hok khg khog kog khongg khoong",
    "duoc": "dc đc duocj",
    "gi": "j",
    "voi": "vs",
    "biet": "bit bik bjt",
    "cung": "cug",
    "luon": "lun",
    "chua": "chx",
}
_LONG = {short: long for long, shorts in _OF.items() for short in shorts.split()}
_BEFORE = "duoc dc co chua"
_BEHIND = (
    "biet bit co phai duoc dc di den toi len ra can muon the nhan doc nho lam thay hieu chac kip noi nghe dung dat huy "
    "doi sao quen"
)
_K_BEHIND = "|".join(rf"(?<=\b{word} )k" for word in _BEFORE.split())
# Bản K-Ai is a village.
_K_BEFORE = rf"(?<!\bban )(?<!\bbản )(?<!\bo )(?<!\bở )k(?= ai\b)|k(?= (?:{'|'.join(_BEHIND.split())})\b)"
_SHORT = re.compile(rf"\b(?:{'|'.join(_LONG)}|{_K_BEFORE}|{_K_BEHIND})\b", re.IGNORECASE)


def written_out(text: str) -> str:
    """The text with such short forms written out, without accents; all else as it is."""
    return _SHORT.sub(lambda found: _LONG.get(found[0].lower(), "khong"), text)
