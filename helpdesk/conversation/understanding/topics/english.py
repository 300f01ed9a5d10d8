"""Whether a text is surely in English, so that it may be answered in English: nobody here writes it by accident."""

from functools import cache

from helpdesk.conversation.understanding.topics.spellings import ENGLISH, SPELLINGS
from helpdesk.text.folding import matching_key
from helpdesk.text.syllables import may_be_syllable

LEAST = 2
"""Words that can be nothing but English, where Vietnamese ones stand beside them."""

LEAST_OF_ALL = 3
"""Words of a text that are all English, though some of them may be Vietnamese as well: "cancel my booking"."""

LONG = 4
"""Letters from which a word that is no Vietnamese syllable may be English that we do not know."""

_MORE = frozenset(
    " ".join(
        (
            "are was were does did how which who somebody someone something anything not sorry per and this that its your our",
            "we us they she been being for with than get got make made give given dear about will then when know tell told",
            "hi want one time some their them his her still already now here there very much more only just because but from out",
            "been had done doing go going a am t s m re ll ve d",
        )
    ).split()
)
_LOANS = frozenset(
    " ".join(
        (
            "phone phones sim sims app book booking menu stop start help hello delete email cancel smartphone slot back view",
            "next call text message english language card office police ok sorry thank thanks please account password passcode",
            "reset",
        )
    ).split()
)
"""English that people write among Vietnamese words."""


def clearly_english(text: str) -> bool:
    """Whether a text is in English. Loans ("book", "stop"), names and words that are Vietnamese as well ("can", "the",
    "me") show nothing, nor does a word or two."""
    if any(letter.isalpha() and not letter.isascii() for letter in text):
        return False
    words = [word for word in matching_key(text).split() if word.isalpha()]
    known = ENGLISH | _MORE
    if len(words) >= LEAST_OF_ALL and all(word in known or _unknown(word) for word in words):
        return any(word in known and not may_be_syllable(word) for word in words if len(word) > 1)
    english = sum(word in _only_english() for word in words)
    # Names begin with a capital; a text all in capitals shows nothing.
    names = set() if text.isupper() else {matching_key(word) for word in text.split() if word[:1].isupper()}
    vietnamese = sum(may_be_syllable(word) and word not in known and word not in names for word in words)
    return english >= LEAST and english > vietnamese


def _unknown(word: str) -> bool:
    return len(word) >= LONG and not may_be_syllable(word) and word not in SPELLINGS


@cache
def _only_english() -> frozenset[str]:
    return frozenset(
        word for word in ENGLISH | _MORE if len(word) > 1 and not may_be_syllable(word) and word not in _LOANS
    )
