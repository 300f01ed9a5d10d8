"""A name or a birth year that is put right: "không phải Hồ Thị B mà là Hồ Thị Bông", "Hồ Thị Bông mới đúng"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rapidfuzz.distance import Levenshtein

from helpdesk.conversation.understanding.bookings.one_text import BESIDE_NAMES, FORGET, PEOPLE
from helpdesk.text.folding import matching_key
from helpdesk.text.people.name_words import SURNAMES
from helpdesk.text.people.people_names import parse_people
from helpdesk.text.people.whole_names import only_names

Facts = dict[str, Any]

_OLD = "@"
"""Stands for the one of them who is named."""

_MAY = re.compile(
    r"\b(?:khong|ko|k|chu|not) (?:phai|dung|la|from)\b|\bchu (?:khong|ko|k)\b|\bmoi (?:la )?(?:dung|phai)\b"
    r"|\b(?:doi|sua|chuyen|thay|chinh|change|correct|replace|thanh)\b|\bten\b|\bla\b|\bho [a-z]+ (?:chu|nhe)\b"
)
_BEFORE = (
    r"(?:(?:u|da|oi|khong|ko|nham|sai|lon|roi|ghi|viet|nhan|xin loi|can bo|sorry|no) )*"
    r"(?:(?:(?:cai |cho )?ten )?(?:cua )?(?:toi|tui|em|con|chau|minh|ten|dung ra|dung)(?: (?:dung|phai|ten))* (?:la )?)?"
)
_BEHIND = r"(?: (?:moi (?:la )?(?:dung|phai)|nhe|voi|giup(?: toi)?|cam on))*"
_NOT = r"(?:chu )?(?:khong|ko|k)(?: (?:phai|la|dung|ten|sinh|nam))*"
_RATHER = r"(?: (?:ma|phai|dung|la|ten|sinh|nam))*"
_HER_OLD_YEAR = r"(?: (?:(?:sn|sinh|nam) )*(?:19|20)[0-9]{2})?"
_NEW = r"(?P<new>[a-z]+(?: [a-z]+)+?(?: (?:(?:sn|sinh|nam) )*(?:19|20)[0-9]{2})?)"
_CHANGE = r"(?:doi|sua|chuyen|thay|chinh|change|correct|replace)(?: (?:lai|ten|nam sinh|cho|giup|tu|from))*"
_YEAR = r"(?P<year>(?:19|20)[0-9]{2})"
_SOME_YEAR = r"(?:19|20)[0-9]{2}"
_BORN = r"(?: (?:sinh|nam|sn|la|phai))*"

_OF_HER = tuple(
    re.compile(one)
    for one in (
        rf"{_BEFORE}{_CHANGE} @{_HER_OLD_YEAR} (?:thanh|sang|bang|boi|to|into|with)(?: (?:ten|la))* {_NEW}{_BEHIND}",
        rf"{_BEFORE}@{_HER_OLD_YEAR} (?:(?:sai|nham|phai|dung ra|chinh|ten|doi) )*(?:la|thanh)(?: ten)? {_NEW}{_BEHIND}",
        rf"{_BEFORE}{_NOT} @{_HER_OLD_YEAR}{_RATHER} {_NEW}{_BEHIND}",
        rf"{_BEFORE}{_NEW} {_NOT} @{_HER_OLD_YEAR}{_BEHIND}",
        rf"{_BEFORE}{_CHANGE} @{_HER_OLD_YEAR}{_BORN} (?:thanh|sang|to|into){_BORN} {_YEAR}{_BEHIND}",
        rf"{_BEFORE}@{_BORN} {_NOT} {_SOME_YEAR}{_RATHER} {_YEAR}{_BEHIND}",
        rf"{_BEFORE}@{_BORN} {_YEAR} {_NOT} {_SOME_YEAR}{_BEHIND}",
        rf"{_BEFORE}@{_BORN} {_YEAR} moi (?:la )?(?:dung|phai){_BEHIND}",
    )
)
"""What is said of one of them by her whole name."""

_OF_GIVEN = tuple(
    re.compile(one)
    for one in (
        rf"{_BEFORE}(?P<new>[a-z]+) (?:chu )?(?:khong|ko|k)(?: (?:phai|dung|la|ten))* (?P<old>[a-z]+){_BEHIND}",
        rf"{_BEFORE}(?:khong|ko|k) (?:phai|dung)(?: (?:la|ten))* (?P<old>[a-z]+)(?: (?:ma|phai|la|ten))+ (?P<new>[a-z]+){_BEHIND}",
        rf"{_BEFORE}{_CHANGE} (?P<old>[a-z]+) (?:thanh|sang|to|into) (?P<new>[a-z]+){_BEHIND}",
    )
)
"""The same by the last of her names."""

_SURNAME = rf"(?:{'|'.join(sorted(SURNAMES - {'y'}))})"
_OF_SURNAMES = tuple(
    re.compile(one)
    for one in (
        rf"{_BEFORE}ho (?P<new>{_SURNAME}) {_NOT} ho (?P<old>{_SURNAME}){_BEHIND}",
        rf"{_BEFORE}{_NOT} ho (?P<old>{_SURNAME})(?: (?:ma|phai|la))+ ho (?P<new>{_SURNAME}){_BEHIND}",
        rf"{_BEFORE}(?:la )?ho (?P<new>{_SURNAME})(?: moi (?:la )?(?:dung|phai)| chu| nhe){_BEHIND}",
    )
)
"""The same by the first of them: "họ Cao chứ không phải họ Hồ"."""

_RIGHT = re.compile(
    rf"{_BEFORE}(?P<new>[a-z]+(?: [a-z]+)+?(?: {_SOME_YEAR})?) moi (?:la )?(?:dung|phai)(?: nhe)?"
)
_CALLED = re.compile(
    r"(?:(?:da|sai|nham|roi) )*(?:ten (?:cua )?(?:toi|tui|em|con|chau|minh)|(?:toi|tui|em|con|chau|minh) ten)"
    rf"(?: (?:dung|phai|la))* (?P<new>[a-z]+(?: [a-z]+)+?(?: {_SOME_YEAR})?)(?: nhe)?"
)

NEAR_FROM = 3
"""Letters of a given name in which one wrong letter is taken for a slip."""


@dataclass(frozen=True, slots=True)
class PutRight:
    """Who of those known is meant, by her place among them (None: not clear), and how she is called and when born."""

    at: int | None
    name: str
    year: int | None


def may_put_right(key: str) -> bool:
    """Whether a text (its matching key) has words that put a name right: who is booked need not be looked up for others."""
    return _MAY.search(key) is not None


def named_rightly(text: str, people: Sequence[tuple[str, int | None]], *, this_year: int) -> PutRight | None:
    """What a text puts right of one of `people` (name, birth year), and nothing else; None where it says anything else."""
    words = [word for word in re.findall(r"\w+", text) if matching_key(word)]
    keys = [matching_key(word) for word in words]
    if not people or not may_put_right(" ".join(keys)):
        return None
    for at, start, end in _named_in(keys, people):
        template = [*keys[:start], _OLD, *keys[end:]]
        spoken = [*words[:start], _OLD, *words[end:]]
        for pattern in _OF_HER:
            said = pattern.fullmatch(" ".join(template))
            right = None if said is None else _right(said, spoken, this_year, people[at])
            if right is not None:
                return PutRight(at, *right)
    surname = _surname(" ".join(keys), words, people)
    return surname or _given_name(keys, words, people) or _of_nobody_named(keys, words, people, this_year)


def names_put_right(text: str, answers: Mapping[str, Any], *, this_year: int) -> Facts | None:
    """The people of a booking with one put right, as facts to be `joined`; all asked for anew where it is not clear whose
    name it is. None where a text says anything else."""
    people = [one for one in answers.get(PEOPLE) or () if not isinstance(one, str)]
    right = named_rightly(text, [(str(name), year) for name, year in people], this_year=this_year)
    if right is None:
        return None
    if right.at is None:
        return {FORGET: [PEOPLE]}
    mended = [[right.name, right.year] if at == right.at else list(one) for at, one in enumerate(people)]
    old = matching_key(str(people[right.at][0]))
    # What was told beside her old name goes with her.
    beside = {
        told: [
            [right.name, value] for name, value in answers.get(told) or () if matching_key(str(name)) == old
        ]
        for told in BESIDE_NAMES
    }
    return {FORGET: [PEOPLE], PEOPLE: mended, **{told: said for told, said in beside.items() if said}}


def _named_in(keys: Sequence[str], people: Sequence[tuple[str, int | None]]) -> list[tuple[int, int, int]]:
    """Who stands there with her whole name, and from where to where: the longest name first."""
    found = []
    for at, (name, _year) in enumerate(people):
        hers = matching_key(name).split()
        for start in range(len(keys) - len(hers) + 1):
            if hers and list(keys[start : start + len(hers)]) == hers:
                found.append((at, start, start + len(hers)))
    return sorted(found, key=lambda one: one[1] - one[2])


def _given_name(
    keys: Sequence[str], words: Sequence[str], people: Sequence[tuple[str, int | None]]
) -> PutRight | None:
    """Only the last of her names put right: "Ngoại chứ không phải Ngõi"."""
    key = " ".join(keys)
    for pattern in _OF_GIVEN:
        said = pattern.fullmatch(key)
        if said is None or said["new"] == said["old"]:
            continue
        called = [
            at for at, (name, _) in enumerate(people) if matching_key(name).split()[1:][-1:] == [said["old"]]
        ]
        if len(called) == 1:
            (name, year), written = people[called[0]], words[key[: said.start("new")].count(" ")]
            return PutRight(called[0], f"{' '.join(name.split()[:-1])} {written.capitalize()}", year)
    return None


def _surname(key: str, words: Sequence[str], people: Sequence[tuple[str, int | None]]) -> PutRight | None:
    """Only her surname put right: "họ Cao chứ không phải họ Hồ"."""
    said = next((found for pattern in _OF_SURNAMES if (found := pattern.fullmatch(key))), None)
    if said is None:
        return None
    old = said.groupdict().get("old")
    hers = [at for at, (name, _) in enumerate(people) if matching_key(name).split()[:1] == [old]]
    at = hers if old is not None else list(range(len(people)))
    if len(at) != 1 or " " not in people[at[0]][0]:
        return None
    (name, year), written = people[at[0]], words[key[: said.start("new")].count(" ")]
    return PutRight(at[0], f"{written.capitalize()} {name.split(maxsplit=1)[1]}", year)


def _right(
    said: re.Match[str], spoken: Sequence[str], this_year: int, old: tuple[str, int | None]
) -> tuple[str, int | None] | None:
    if "new" in said.re.groupindex:
        new = _name(said, spoken, this_year)
        return None if new is None else (new[0], new[1] or old[1])
    year = int(said["year"])
    return (old[0], year) if year <= this_year else None


def _name(said: re.Match[str], spoken: Sequence[str], this_year: int) -> tuple[str, int | None] | None:
    """The name as she wrote it, if it is one: "vợ tôi" and "bản Tuộc" are none."""
    first = said.string[: said.start("new")].count(" ")
    new = " ".join(spoken[first : first + len(said["new"].split())])
    named = parse_people(new, this_year=this_year)
    if len(named) != 1 or not only_names(named[0].name):
        return None
    return named[0].name, named[0].birth_year


def _of_nobody_named(
    keys: Sequence[str], words: Sequence[str], people: Sequence[tuple[str, int | None]], this_year: int
) -> PutRight | None:
    """How one of them is called, without how she was written."""
    key = " ".join(keys)
    right = _RIGHT.fullmatch(key)
    said = right or _CALLED.fullmatch(key)
    new = None if said is None else _name(said, words, this_year)
    if new is None:
        return None
    name, year = new
    alike = [at for at, one in enumerate(people) if is_slip(one[0], name)]
    if right and not alike and len(people) == 1:
        alike = [0]
    if len(alike) != 1:
        return PutRight(None, name, year) if right else None
    return PutRight(alike[0], name, year or people[alike[0]][1])


def is_slip(one: str, other: str) -> bool:
    """Whether two names differ by one word at most, and a given name only by letters at its end or one in its middle."""
    words, others = matching_key(one).split(), matching_key(other).split()
    if len(words) != len(others):
        return False
    odd = [(mine, theirs) for mine, theirs in zip(words, others, strict=True) if mine != theirs]
    if len(odd) != 1 or words[-1] == others[-1]:
        return not odd or (len(odd) == 1 and len(words) > 2)
    shorter, longer = sorted(odd[0], key=len)
    return longer.startswith(shorter) or (len(shorter) >= NEAR_FROM and Levenshtein.distance(*odd[0]) == 1)
