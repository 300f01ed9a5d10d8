"""The numbers of a list written into a text: "1. Ho Van A 2. Ho Thi B", "1 ho van a 2 ho thi b", and "4) Ho Bon 5) Y Nam"
where a list goes on in a second text."""

from collections.abc import Sequence

from helpdesk.text.people.name_words import COUNTED, SURNAMES
from helpdesk.text.tokens import Kind, Token

_COUNTS = COUNTED | {"con", "chau", "dua", "cho", "suat", "me", "vo", "ng"}
"""Behind a number: so many."""

MOST_DIGITS = 2
"""Of a number in a list; what has more is a year."""


def numbering_in(tokens: Sequence[Token], *, taken: set[int]) -> set[int]:
    """The tokens that number a list: they count on from a 1 that begins the text, is parted, or has a surname behind it.

    A list that goes on may begin the text with any number, if each of them has a surname behind it.
    """
    first = _goes_on_from(tokens)
    found: list[int] = []
    for at, token in enumerate(tokens[:-1]):
        following = tokens[at + 1]
        numbers = (
            token.is_number
            and at not in taken
            and token.key.lstrip("0") == str(first + len(found))
            and following.kind is Kind.WORD
            and at + 1 not in taken
            and (following.parted or following.key not in _COUNTS)
            and (first == 1 or following.key in SURNAMES)
        )
        begins = not at or token.parted or following.parted or following.key in SURNAMES
        if numbers and (found or begins):
            found.append(at)
    return set(found) if len(found) > 1 else set()


def _goes_on_from(tokens: Sequence[Token]) -> int:
    """The number that a text begins with where a surname stands behind it; 1 for all others."""
    begins = len(tokens) > 1 and tokens[0].is_number and tokens[1].key in SURNAMES
    return max(1, int(tokens[0].key)) if begins and len(tokens[0].key) <= MOST_DIGITS else 1
