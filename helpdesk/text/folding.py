"""Folding: Vietnamese without its accents, so that a text fits GSM-7, and the keys by which texts are compared.

One SMS of 160 characters becomes one of 70 as soon as a single letter outside GSM-7 stands in it; folding is
what residents themselves do when they type. Letters are never replaced by "?".
"""

import unicodedata
from collections.abc import Iterable, Iterator

_QUOTES = {"‘’‚‛′‵`´ʼˈ｀": "'", "“”„‟″‶": '"', "«»": '"', "‹›": "'"}
_DASHES = {"‐‑‒–—―−⁃": "-", "•‣∙·▪●": "-"}
_MARKS = {"…": "...", "⁄": "/", "×": "x", "→": "->", "≤": "<=", "≥": ">=", "\u037e": ";"}
# Every width of space, among them NBSP and the thin spaces that word processors put before ":" and "%".
_SPACES = {
    "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000": " "
}
_LINE_ENDS = {"\v\u0085\u2028\u2029": "\n"}
# Zero-width: ZWSP, word joiner, BOM, soft hyphen, and the direction marks that come with copied numbers.
_INVISIBLE = (
    "\u200b\u2060\ufeff\u00ad\u180e\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
# Only a text that keeps its emoji and its other scripts needs these: joiners, emoji variation, keycap.
_JOINERS = "\u200c\u200d\ufe0e\ufe0f\u20e3"
# Ð and Ɖ look like Đ and stand for it in texts from old Vietnamese fonts; none of them decomposes.
_CROSSED_D = {"đðɖ₫": "d", "ĐÐƉ": "D"}

_FULL_WIDTH_OFFSET = 0xFEE0  # FF01..FF5E are ASCII 21..7E at full width

Table = dict[int, str | None]


def _spread(*groups: dict[str, str]) -> Table:
    return {ord(char): plain for group in groups for chars, plain in group.items() for char in chars}


def _deleted(chars: Iterable[str]) -> Table:
    return dict.fromkeys(map(ord, chars))


def _controls() -> Iterator[str]:
    """The control characters that no phone shows and PostgreSQL partly refuses; line ends and form feed stay."""
    codes = (*range(0x20), *range(0x7F, 0xA0))
    return (chr(code) for code in codes if chr(code) not in "\n\r\f")


def _unaccented() -> Table:
    """Every Latin letter that is an ASCII letter with marks: ế → e, Ợ → O, and those of other languages (ñ → n)."""
    table: Table = {}
    for code in (*range(0x00C0, 0x0250), *range(0x1E00, 0x1F00), 0x212A, 0x212B):
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base.isascii():
            table[code] = base
    return table


_TYPOGRAPHIC: Table = {
    **_deleted(_controls()),
    **{ord("!") + _FULL_WIDTH_OFFSET + at: chr(ord("!") + at) for at in range(94)},
    **_spread(_QUOTES, _DASHES, _MARKS, _SPACES, _LINE_ENDS),
    **_deleted(_INVISIBLE),
}

_FOLDED: Table = {
    **_TYPOGRAPHIC,
    **_unaccented(),
    # Marks that stand alone: decomposed text, and Windows-1258 where only the tone is separate.
    **_deleted(map(chr, range(0x0300, 0x0370))),
    **_deleted(_JOINERS),
    **_spread(_CROSSED_D),
}


class _KeyTable(dict[int, str | None]):
    """Lower-case letters and digits stay; what the table does not know is a space between words."""

    def __missing__(self, code: int) -> str:
        return " "


def _key_letters(plain: str | None) -> str | None:
    if plain is None:
        return None
    return "".join(char if char.isalnum() else " " for char in plain.lower())


_KEYS = _KeyTable({code: _key_letters(plain) for code, plain in _FOLDED.items()})
_KEYS.update({code: _key_letters(chr(code)) for code in range(0x80) if code not in _KEYS})


def typographic(text: str) -> str:
    """The text in NFC with typographic quotes, dashes, dots and spaces made plain, accents kept.

    For contacts who asked for accents: nothing but the letters themselves then makes a text UCS-2.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    elif text.isprintable():
        return text  # as most texts are; of ASCII only control characters go
    return text.translate(_TYPOGRAPHIC)


def fold(text: str) -> str:
    """The text without accents, as it is sent: "Đặt lịch – thôn Hoà" → "Dat lich - thon Hoa".

    Vietnamese in any form (precomposed, decomposed, old or new tone place, Windows-1258 halves) becomes GSM-7.
    Case, digits and line breaks stay; letters of other scripts stay as they are.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    return text.translate(_FOLDED)


def matching_key(text: str) -> str:
    """What texts are compared by: folded, lower case, only [a-z0-9] and single spaces: "Cà Roòng-1!" → "ca roong 1"."""
    return " ".join(text.translate(_KEYS).split())
