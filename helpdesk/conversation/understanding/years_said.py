"""A birth year or an age said by itself while a booking is open: "sinh 1985", "quên năm sinh 1985", "70 tuổi"."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from helpdesk.conversation.understanding.one_text import FORGET, PEOPLE
from helpdesk.text.birth_years import dates_as_years, full_year, year_of_age
from helpdesk.text.folding import matching_key

Facts = dict[str, Any]

_A_YEAR = re.compile(
    r"(?:(?:sinh |nam |sn |ns |born |in )*\b(?P<year>(?:19|20)[0-9]{2})\b"
    r"|(?:sinh nam|nam sinh|sinh|sn|ns) ?(?P<short>[0-9]{2})\b(?! tuoi)"
    r"|\b(?P<age>[0-9]{1,3}) ?(?:tuoi|tuoii|t|years old|years)\b)"
)
_AROUND = frozenset(
    " ".join(
        (
            "a ah da u oi o la thi nhe nha roi thoi cai quen mat ghi viet noi nhan xin loi toi tui minh em con chau ba ong me "
            "bo anh chi co chu bac vo chong cua them bo sung sinh nam tuoi nay the i am was is he she forgot sorry my born",
        )
    ).split()
)
"""Words around a year that name nobody."""

_NO_NAME = re.compile(
    r"(?:(?:toi|tui|em|con|a|da|xin loi|oi) )*quen (?:mat |ghi |nhan |noi |viet )*(?:nam|tuoi|sinh)\b"
)


def names_a_year_only(key: str) -> bool:
    """Whether a text (its matching key) says that a year was forgotten: there is nobody called Quên Năm."""
    return _NO_NAME.match(key) is not None


def years_said(text: str, answers: Mapping[str, Any], *, this_year: int) -> Facts | None:
    """The people of a booking with the years that were said, as facts to be `joined`; None where a text says more than
    that. Several lack one and it is not said who: all are asked for once more.
    """
    people = [list(one) for one in answers.get(PEOPLE) or () if not isinstance(one, str)]
    key = matching_key(dates_as_years(text))
    found = list(_A_YEAR.finditer(key))
    years = [year for one in found if (year := _year(one, this_year)) is not None]
    if not people or not years or len(years) != len(found):
        return None
    whose = _whose(_A_YEAR.sub(" ", key).split(), people, len(years))
    if whose is None:
        return None
    if not whose:
        return {FORGET: [PEOPLE]}
    for at, year in zip(whose, years, strict=True):
        people[at][1] = year
    return {FORGET: [PEOPLE], PEOPLE: people}


def _year(said: re.Match[str], this_year: int) -> int | None:
    if said["age"]:
        return year_of_age(said["age"], this_year=this_year)
    return full_year(said["year"] or said["short"], this_year=this_year)


def _whose(words: Sequence[str], people: Sequence[Sequence[Any]], years: int) -> list[int] | None:
    """By their places; [] where it is not clear, None where other things are said, or somebody else is named."""
    lacking = [at for at, one in enumerate(people) if one[1] is None]
    beside = {word for word in words if word not in _AROUND}
    names = {at: matching_key(str(people[at][0])) for at in lacking}
    # Cò is a name, too, where one of them is called so.
    called = [at for at, name in names.items() if name.split()[-1:] and name.split()[-1] in words]
    fit = [at for at, name in names.items() if beside and beside <= set(name.split())]
    if beside or (len(called) == 1 and years == 1):
        named = fit or (called if not beside else [])
        return named if len(named) == years == 1 else None
    if len(people) == 1 and years == 1:
        return [0]
    return lacking if len(lacking) == years else []
