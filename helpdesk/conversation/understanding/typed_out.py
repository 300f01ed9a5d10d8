"""A text as it was meant to be typed, before anything is read in it."""

from functools import cache

from helpdesk.conversation.understanding.topics.spellings import ENGLISH, ENGLISH_NAMES
from helpdesk.conversation.understanding.topics.vocabulary import accented_words
from helpdesk.text.leaked_typing import decode_leaks

_NO_LEAKS = ENGLISH | ENGLISH_NAMES


def typed_out(text: str, syllables: frozenset[str] = frozenset()) -> str:
    """The text with keystrokes of Telex and VNI decoded; `syllables`: further words, of places, that they may mean."""
    return decode_leaks(text, known=_leaks_known(syllables), english=_NO_LEAKS)


@cache
def _leaks_known(syllables: frozenset[str]) -> frozenset[str]:
    """Words, with their accents, that a single leaked word may mean: those of the lexicon and of places."""
    return accented_words() | syllables
