"""Vietnamese for the tests of this room: its letters, and words in every form in which phones and computers write them."""

import unicodedata

from hypothesis import strategies as st

_VOWELS = "aăâeêioôơuưy"
_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")

LETTERS = tuple(
    sorted(
        {
            unicodedata.normalize("NFC", cased + tone)
            for vowel in _VOWELS
            for cased in (vowel, vowel.upper())
            for tone in _TONES
        }
        | set("bcdđghklmnpqrstvxBCDĐGHKLMNPQRSTVX")
    )
)
ACCENTED = tuple(letter for letter in LETTERS if not letter.isascii())


def windows_1258(text: str) -> str:
    """The form of that code page: â, ă, ê, ô, ơ, ư whole, the tone after them as a character of its own."""
    halves = []
    for letter in unicodedata.normalize("NFC", text):
        marks = unicodedata.normalize("NFD", letter)
        tone = "".join(mark for mark in marks if mark in _TONES)
        halves.append(
            unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in _TONES)) + tone
        )
    return "".join(halves)


def words() -> st.SearchStrategy[str]:
    """Words of Vietnamese letters, precomposed, decomposed or with the tones apart."""
    composed = st.text(alphabet=LETTERS, min_size=1, max_size=8)
    return st.one_of(
        composed,
        composed.map(lambda word: unicodedata.normalize("NFD", word)),
        composed.map(windows_1258),
    )


def texts() -> st.SearchStrategy[str]:
    """What a message may hold: Vietnamese, punctuation, signs that cost two septets, emoji, other scripts."""
    signs = st.sampled_from([*" \n.,:;!?()-/+'\"@€[]{}~^|\\", "\r\n", "…", "–", "“", "\u00a0", "\u200b"])
    clusters = st.sampled_from(["👍🏽", "👩‍👩‍👧", "🇻🇳", "❤️", "1️⃣", "ສະບາຍ", "e\u0301", "\U0001f468"])
    pieces = st.one_of(
        words(), words(), signs, clusters, st.characters(codec="utf-8"), st.integers(0, 99999).map(str)
    )
    return st.lists(pieces, max_size=120).map("".join)
