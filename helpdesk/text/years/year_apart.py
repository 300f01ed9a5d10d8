"""A birth year in a clause of its own behind a name: "em tên Hồ Thị A, em sinh năm 1999" → 1999."""

from collections.abc import Sequence

from helpdesk.text.tokens import Token
from helpdesk.text.years.birth_years import full_year

_HERSELF = frozenset({"em", "e", "toi", "tui", "tau", "minh", "mk"})
_BORN = frozenset({"sinh", "sn", "ns"})
_YEAR = frozenset({"nam", "ngay"})


def year_apart(tokens: Sequence[Token], end: int, *, this_year: int) -> int | None:
    """The year in which who is named up to the token `end` says that she was born; None where she says none.

    Only right behind the name, and of herself: "con sinh 2015" speaks of another.
    """
    at = end
    if at >= len(tokens) or not tokens[at].parted:
        return None
    at += tokens[at].key in _HERSELF
    if at >= len(tokens) or tokens[at].key not in _BORN:
        return None
    at += 1
    at += at < len(tokens) and tokens[at].key in _YEAR
    if at >= len(tokens):
        return None
    if tokens[at].is_number:
        return full_year(tokens[at].key, this_year=this_year)
    return tokens[at].numbers[2] or None if len(tokens[at].numbers) == 3 else None
