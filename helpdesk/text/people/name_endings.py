"""Words of courtesy behind a name, as if they were a part of it: "cao van xia a", "ho thi sua nha", "y hoa nghe"."""

from collections.abc import Sequence

from helpdesk.text.folding import matching_key
from helpdesk.text.people.name_words import MIDDLE_NAMES, POLITE_ENDINGS

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


def without_endings(written: Sequence[str]) -> int:
    """How many of the words, as typed, are the name: 3 of "cao van xia a", and all of "ho van a"."""
    end = len(written)
    while end > _TWO and _is_ending(written, end):
        end -= 1
    return end


def _is_ending(written: Sequence[str], end: int) -> bool:
    keys = [matching_key(word) for word in written[:end]]
    if keys[end - 2] in MIDDLE_NAMES:
        return False
    word = written[end - 1]
    # "Cao Van Xia A" with its capitals is her name.
    if word[0].isupper() and not all(one.isupper() for one in written):
        return False
    typed = word.casefold()
    full = end > _THREE and keys[1] in MIDDLE_NAMES
    return typed in _ENDS or (typed in _ENDS_A_LONG_ONE and (full or keys[0] == "y"))
