"""Keystrokes of Telex or VNI that a phone did not turn into accents: "ddinhj danh" → "định danh", "hen5" → "hẹn".

Only a word that can be no Vietnamese syllable as it stands is looked at, and it is decoded where the result can be
one; a lone one only where the result is a word that is known. So "t4", "ban 39" and an English sentence stay.
"""

import re
import unicodedata
from collections.abc import Callable, Container
from functools import lru_cache

from helpdesk.text.folding import matching_key
from helpdesk.text.syllables import may_be_syllable, may_have_tone

_WORD = re.compile(r"[^\W_]+")
_VOWELS = frozenset("aeiouyăâêôơư")
_TONES = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323", "z": "", "": ""}
_VNI_TONES = dict(zip("12345", "sfrxj", strict=True))
_HATS = {"a": "â", "e": "ê", "o": "ô"}
_HORNS = {"a": "ă", "o": "ơ", "u": "ư"}
_VNI_MARKS = {"6": _HATS, "7": {"o": "ơ", "u": "ư"}, "8": {"a": "ă"}, "9": {"d": "đ"}}
_LONGEST = 10
"""Letters and keystrokes of the longest syllable, "nghieengf", and one more."""


def decode_leaks(text: str, *, known: Container[str], english: Container[str]) -> str:
    """The text with leaked words decoded. `known`: words with their accents, lower case; `english`: words to leave.

    A leak that is not a known word counts where the text has another leak, since whoever types Telex types all of
    it so: names are decoded with the rest.
    """
    found: dict[str, str] = {}
    for word in _WORD.findall(text):
        lower = word.lower()
        if lower not in found and len(word) <= _LONGEST and word.isascii() and lower not in english:
            decoded = _decoded(lower)
            if decoded:
                found[lower] = decoded
    if not found or (len(found) == 1 and next(iter(found.values())) not in known):
        return text
    return _WORD.sub(_in_case_of(found), text)


def _in_case_of(found: dict[str, str]) -> Callable[[re.Match[str]], str]:
    def replace(match: re.Match[str]) -> str:
        word = match[0]
        decoded = found.get(word.lower())
        if decoded is None:
            return word
        if word.isupper() and len(word) > 1:
            return decoded.upper()
        return decoded.capitalize() if word[0].isupper() else decoded

    return replace


@lru_cache(maxsize=4096)
def _decoded(word: str) -> str | None:
    """The syllable that these keystrokes mean; None where they are none."""
    if may_be_syllable(word) or word.isdecimal() or not word[0].isalpha():
        return None
    letters, tone = _telex(word) if word.isalpha() else _vni(word)
    plain = matching_key("".join(letters))
    changed = tone or "".join(letters) != word
    if not changed or not may_be_syllable(plain) or not may_have_tone(plain, tone):
        return None
    return _with_tone(letters, tone)


def _telex(word: str) -> tuple[list[str], str]:
    letters: list[str] = []
    tone = ""
    for char in word:
        vowels = [at for at, letter in enumerate(letters) if letter in _VOWELS]
        if vowels and char in "sfrxjz":
            tone = char
        elif char == "w":
            _horn(letters, vowels)
        elif char == "d" and letters[:1] == ["d"] and (len(letters) == 1 or vowels):
            letters[0] = "đ"
        elif char in _HATS and vowels and _hat(letters, vowels, char):
            continue
        else:
            letters.append(char)
    return letters, tone


def _hat(letters: list[str], vowels: list[int], char: str) -> bool:
    """Put a circumflex on the vowel that is typed again; a third time takes it off: "rooong" is roong."""
    last = vowels[-1]
    if letters[last] == char and last in (len(letters) - 1, len(letters) - 2, len(letters) - 3):
        letters[last] = _HATS[char]
        return True
    if letters[last] == _HATS[char] and last == len(letters) - 1:
        letters[last] = char
    return False


def _horn(letters: list[str], vowels: list[int]) -> None:
    for at in reversed(vowels):
        if letters[at] in _HORNS:
            letters[at] = _HORNS[letters[at]]
            if letters[at] == "ơ" and at and letters[at - 1] == "u":
                letters[at - 1] = "ư"
            return
    letters.append("ư" if not vowels else "w")


def _vni(word: str) -> tuple[list[str], str]:
    letters: list[str] = []
    tone = ""
    for char in word:
        if char in _VNI_TONES and letters:
            tone = _VNI_TONES[char]
        elif char in _VNI_MARKS:
            marks = _VNI_MARKS[char]
            at = next((at for at in reversed(range(len(letters))) if letters[at] in marks), None)
            if at is None:
                return [word], ""
            letters[at] = marks[letters[at]]
            if letters[at] == "ơ" and at and letters[at - 1] == "u":
                letters[at - 1] = "ư"
        else:
            letters.append(char)
    return letters, tone


def _with_tone(letters: list[str], tone: str) -> str:
    """The tone on the vowel that carries it: the last with a mark, else before an ending the last, else the first."""
    if not _TONES[tone]:
        return "".join(letters)
    skipped = 2 if letters[:2] == ["q", "u"] else 0
    every = [at for at, letter in enumerate(letters) if letter in _VOWELS]
    vowels = [at for at in every if at >= skipped] or every
    if not vowels:
        return "".join(letters)
    if letters[:2] == ["g", "i"] and len(vowels) > 1:
        vowels = vowels[1:]
    marked = [at for at in vowels if letters[at] not in "aeiouy"]
    if marked:
        carrier = marked[-1]
    elif len(vowels) == 1 or vowels[-1] < len(letters) - 1:
        carrier = vowels[-1]
    else:
        carrier = vowels[-2]
    letters[carrier] = unicodedata.normalize("NFC", letters[carrier] + _TONES[tone])
    return "".join(letters)
