"""When somebody was born who is spoken of and not named: "đặt cho cháu 5 tuổi", "cho mẹ tôi sinh năm 1950"."""

from collections.abc import Container, Sequence

from helpdesk.text.tokens import Token
from helpdesk.text.years.birth_years import full_year, year_of_age

_NOBODYS = frozenset({"duoi", "tren", "tu", "du", "chua", "hon", "den", "under", "over"})
"""Before an age they speak of a limit: "trẻ dưới 14 tuổi"."""

_BORN = frozenset({"sinh", "sn", "nam", "born", "in"})


def born_by_age(tokens: Sequence[Token], *, taken: Container[int], this_year: int) -> int | None:
    """The one birth year that an age or a year of birth comes to, among tokens that are not `taken` by names, places
    and dates; None where there is none, or more than one."""
    found = {
        year
        for at, token in enumerate(tokens)
        if token.is_number and at not in taken and (year := _year(tokens, at, this_year)) is not None
    }
    return found.pop() if len(found) == 1 else None


def _year(tokens: Sequence[Token], at: int, this_year: int) -> int | None:
    before = tokens[at - 1].key if at else ""
    after = tokens[at + 1].key if at + 1 < len(tokens) else ""
    if after == "tuoi":
        return None if before in _NOBODYS else year_of_age(tokens[at].key, this_year=this_year)
    born = before in _BORN - {"nam"} or (before == "nam" and at > 1 and tokens[at - 2].key in _BORN)
    return full_year(tokens[at].key, this_year=this_year) if born and len(tokens[at].key) == 4 else None
