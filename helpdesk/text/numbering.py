"""The numbers of a list written into a text: "1. Ho Van A 2. Ho Thi B", "1 ho van a 2 ho thi b"."""

from collections.abc import Sequence

from helpdesk.text.name_words import COUNTED, SURNAMES
from helpdesk.text.tokens import Kind, Token

_COUNTS = COUNTED | {"con", "chau", "dua", "cho", "suat", "me", "vo", "ng"}
"""Behind a number: so many."""


def numbering_in(tokens: Sequence[Token], *, taken: set[int]) -> set[int]:
    """The tokens that number a list: they count on from a 1 that begins the text, is parted, or has a surname behind it."""
    found: list[int] = []
    for at, token in enumerate(tokens[:-1]):
        following = tokens[at + 1]
        numbers = (
            token.is_number
            and at not in taken
            and token.key.lstrip("0") == str(len(found) + 1)
            and following.kind is Kind.WORD
            and at + 1 not in taken
            and (following.parted or following.key not in _COUNTS)
        )
        begins = not at or token.parted or following.parted or following.key in SURNAMES
        if numbers and (found or begins):
            found.append(at)
    return set(found) if len(found) > 1 else set()
