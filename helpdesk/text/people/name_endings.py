"""Words of courtesy behind a name, as if they were a part of it: "cao van xia a", "ho thi sua nha", "y hoa nghe"."""

from collections.abc import Sequence

from helpdesk.text.folding import matching_key
from helpdesk.text.people.name_words import MIDDLE_NAMES, POLITE_ENDINGS
from helpdesk.text.people.words_of_talk import FUNCTION, Kind, kind_of

_ENDS = (
    frozenset({"a", "ah", "à", "nghe", "nghen", "nghén", "ne", "nè", "hè", "he", "đó", "ạk", "ak"})
    | POLITE_ENDINGS
)
"""As typed, case aside; behind a name that is whole they are no part of it."""

_ENDS_A_LONG_ONE = frozenset(
    {"nha", "nhá", "nhà", "hi", "hỉ", "ha", "hả", "hen", "da", "luon", "luôn", "thoi", "thôi", "do"}
)
"""Given names as well, so that one of two words keeps them: "Ho Minh Nha"."""

_TWO, _THREE = 2, 3
_THEN = frozenset({"mai", "do", "lam", "ha", "vi", "lo", "dang"})
"""Surnames with which "thi" may be "thì": "lam thi mang theo gi"."""


def without_endings(written: Sequence[str]) -> int:
    """How many of the words, as typed, are the name: 3 of "cao van xia a", and all of "ho van a"."""
    end = len(written)
    while end > _TWO and _is_ending(written, end):
        end -= 1
    return end


def before_talk(written: Sequence[str]) -> int:
    """How many words of one person there are before a full name is over and something is said: 3 of "ho van rung day"."""
    keys = [matching_key(word) for word in written]
    typed = any(word[0].isupper() for word in written[_THREE:]) and not all(
        word.isupper() for word in written
    )
    if len(written) <= _THREE or keys[1] not in MIDDLE_NAMES or typed or keys[0] in _THEN:
        return len(written)
    for at in range(_THREE, len(written)):
        kinds = [kind_of(word) for word in written[at:]]
        several = len(kinds) > 1 or keys[at] in FUNCTION
        if Kind.TALK in kinds and Kind.NAME not in kinds and several:
            return at
    return len(written)


def _is_ending(written: Sequence[str], end: int) -> bool:
    keys = [matching_key(word) for word in written[:end]]
    if end == _THREE and keys[1] in MIDDLE_NAMES:
        return False
    word = written[end - 1]
    # "Cao Van Xia A" with its capitals is her name.
    if word[0].isupper() and not all(one.isupper() for one in written):
        return False
    typed = word.casefold()
    full = end > _THREE and keys[1] in MIDDLE_NAMES
    return typed in _ENDS or (typed in _ENDS_A_LONG_ONE and (full or keys[0] == "y"))
