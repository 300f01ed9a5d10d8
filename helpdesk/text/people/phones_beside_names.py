"""Phone numbers that stand beside somebody's name, and so are hers: "HO THI B 1990 0912345678".

A number at the end of a list, behind a comma, or behind "gọi tôi" may be anybody's: it is given to nobody.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from helpdesk.text.folding import matching_key, typographic
from helpdesk.text.people.kin_words import YOUNGER, is_ourselves
from helpdesk.text.people.people_names import parse_people
from helpdesk.text.phone_numbers import numbers_in

_BETWEEN = re.compile(
    r"[\s,;:.\-–/(]*(?:\b(?:(?:sđt|sdt|đt|dt|dtdd|đtdđ|điện thoại|dien thoai|tel|phone|mobile|number)|số|so)"
    r"(?: (?:là|la))*\b[\s:.\-]*)*$",
    re.IGNORECASE,
)
"""What may stand between a name with its year and the number: nothing, or a word that says what it is."""
_LONGEST_BETWEEN = 40
_PARTS = re.compile(r"[,;\n]")


@dataclass(frozen=True, slots=True)
class Beside:
    """A number, where what is said before it begins and ends (characters), and whether a comma or the like parts them."""

    number: str
    begins: int
    ends: int
    parted: bool


def phones_in_list(text: str, *, this_year: int) -> list[tuple[str, str]]:
    """Pairs of name and number (E.164) in a list of people as `parse_people` reads it, in order; [] for none."""
    found, plain = [], typographic(text)
    for beside in numbers_beside(plain):
        before = plain[beside.begins : beside.ends]
        people = parse_people(before, this_year=this_year)
        if (
            people
            and (len(people) == 1 or not beside.parted)
            and not _ends_with_herself(before, people[-1].name)
        ):
            found.append((people[-1].name, beside.number))
    named = (
        {matching_key(person.name) for person in parse_people(text, this_year=this_year)} if found else set()
    )
    return [(name, number) for name, number in found if matching_key(name) in named]


def _ends_with_herself(before: str, name: str) -> bool:
    """Whether "gọi tôi", "số của em" stands before the number, and no part of her name."""
    last = before.split()[-1:] or [""]
    spoken = is_ourselves(last[0]) or matching_key(last[0]) in YOUNGER
    return spoken and matching_key(name).split()[-1:] != [matching_key(last[0])]


def phones_of(text: str, people: Sequence[tuple[str, int]]) -> list[tuple[str, str]]:
    """The same for people found in a `typographic` text: their names, each with the character where name and year end."""
    found = []
    for beside in numbers_beside(text):
        before = [(name, end) for name, end in people if beside.begins < end <= beside.ends]
        if before and before[-1][1] == beside.ends and (len(before) == 1 or not beside.parted):
            found.append((before[-1][0], beside.number))
    return found


def numbers_beside(text: str) -> Iterator[Beside]:
    """Every phone number of a `typographic` text, with what is said before it."""
    begins = 0
    for number, start, end in numbers_in(text):
        between = _BETWEEN.search(text, max(begins, start - _LONGEST_BETWEEN), start)
        ends = between.start() if between else start
        yield Beside(number, begins, ends, _PARTS.search(text, ends, start) is not None)
        begins = end
