"""A text as the recognisers hear it: its matching key, without the words whose accents say that they are another word."""

import re
import unicodedata

from helpdesk.text.folding import matching_key

STAND_IN = "xx"
"""What stands where such a word was; no pattern has it."""

_WORD = re.compile(r"[^\W\d_]+")


def heard(text: str, *, other_words: frozenset[str]) -> str:
    """The key of the text in which none of `other_words` is read for the word that is meant: "mắt" is not "mất", "chạy" not
    "cháy". Of a text without accents nothing is known of that."""
    if text.isascii():
        return matching_key(text)
    plain = unicodedata.normalize("NFC", text).lower()
    return matching_key(_WORD.sub(lambda word: STAND_IN if word[0] in other_words else word[0], plain))


def words(parted: str) -> frozenset[str]:
    """The words of a line, as `heard` takes them."""
    return frozenset(parted.split())
