"""Who is meant by a text that puts a name or a birth year right, and how it is right."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rapidfuzz.distance import Levenshtein

from helpdesk.booking.persons.putting_right import Called
from helpdesk.booking.persons.same_person import Likeness, likeness
from helpdesk.conversation.understanding.reading import read
from helpdesk.text.folding import matching_key

_BECOMES = frozenset({"thanh", "sang", "to", "into"})
"""Between the wrong name and the right one. "Thành" is a name, too: it counts behind a whole name only."""

_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_SHORT_YEAR = re.compile(r"(?:(?:sinh|nam|la|a|da) )*(?P<year>[0-9]{2})(?: a)?")

FIRST_OF_THIS_CENTURY = 26
"""Two digits up to this are 20xx, else 19xx, as in names with years."""

SLIP_FROM, TWO_SLIPS_FROM = 3, 5
"""Letters of a given name in which one wrong letter, or two, are taken for a slip."""


@dataclass(frozen=True, slots=True)
class Said:
    """`old`: who was named as she stands there, by place among those known; `name`, `years`: what is said to be right."""

    old: int | None
    name: str | None
    years: tuple[int, ...]


def what_is_right(text: str, known: Sequence[Called], *, today: date) -> Said | None:
    """What a text says of how one of those `known` is called; None where that is nothing, or not clear."""
    parted = _parted(text, known)
    names, born = _names(text if parted is None else parted[1], today)
    years = tuple(dict.fromkeys([*_years(text, today.year), *born]))
    if parted is not None:
        return Said(parted[0], names[0] if names else None, years) if len(names) <= 1 else None
    there = [matching_key(one.name) for one in known]
    new = [name for name in names if matching_key(name) not in there]
    olds = {there.index(matching_key(name)) for name in names if matching_key(name) in there}
    if len(new) > 1 or len(olds) > 1 or not (new or years):
        return None
    return Said(min(olds, default=None), new[0] if new else None, years)


def whom(said: Said, known: Sequence[Called]) -> int | None:
    """Which of those known is meant; None where it may be one of several."""
    if said.old is not None or len(known) == 1:
        return said.old or 0
    if said.name is None:
        return None
    alike = [place for place, one in enumerate(known) if is_slip(one.name, said.name)]
    if not alike:
        alike = [place for place, one in enumerate(known) if one.birth_year in said.years]
    return alike[0] if len(alike) == 1 else None


def put_right(said: Said, old: Called) -> Called:
    """How somebody is called by what was said; what was not said stays as it was."""
    years = [year for year in said.years if year != old.birth_year]
    return Called(said.name or old.name, years[0] if len(years) == 1 else old.birth_year)


def is_slip(one: str, other: str) -> bool:
    """Whether two names may be one that was written wrongly: the given names are equal or near, or the rest speaks for it.

    The same surname and "Văn" or "Thị" are no sign: in a village many share them.
    """
    if likeness(one, other) is not Likeness.NONE:
        return True
    mine, theirs = matching_key(one).split()[-1:], matching_key(other).split()[-1:]
    return bool(mine and theirs) and _near(mine[0], theirs[0])


def _near(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    if longer.startswith(shorter):
        return True
    wrong = Levenshtein.distance(one, other)
    return wrong <= (2 if len(shorter) >= TWO_SLIPS_FROM else 1 if len(shorter) >= SLIP_FROM else 0)


def _parted(text: str, known: Sequence[Called]) -> tuple[int, str] | None:
    """Who stands before "thành" with her whole name, and what stands behind it."""
    words = text.split()
    keys = [matching_key(word) for word in words]
    by_length = sorted(enumerate(known), key=lambda one: -len(one[1].name))
    for place, one in by_length:
        name = matching_key(one.name).split()
        for at in range(len(keys) - len(name)):
            end = at + len(name)
            if keys[at:end] != name:
                continue
            end += len(keys) > end and bool(_YEAR.fullmatch(keys[end]))
            if len(keys) > end and keys[end] in _BECOMES:
                return place, " ".join(words[end + 1 :])
    return None


def _names(text: str, today: date) -> tuple[list[str], list[int]]:
    """The names in a text, each once, and the years beside them."""
    found = read(text, today=today, places=()).people
    names = {matching_key(person.name): person.name for person in found}
    return list(names.values()), [person.birth_year for person in found if person.birth_year]


def _years(text: str, this_year: int) -> list[int]:
    short = _SHORT_YEAR.fullmatch(matching_key(text))
    if short is not None:
        year = int(short["year"])
        said = [year + (2000 if year <= FIRST_OF_THIS_CENTURY else 1900)]
    else:
        said = [int(year) for year in _YEAR.findall(text)]
    return [year for year in said if year <= this_year]
