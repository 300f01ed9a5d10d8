"""A birth year or an age said by itself while a booking is open: "sinh 1985", "quên năm sinh 1985", "70 tuổi"."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from helpdesk.conversation.understanding.bookings.one_text import FORGET, PEOPLE, RELATIONS, UNOWNED_YEARS
from helpdesk.text.folding import matching_key
from helpdesk.text.years.birth_years import dates_as_years, full_year, year_of_age

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
            "bo anh chi co chu bac vo chong cua them bo sung sinh nam tuoi nay the va voi no be dua thang han i am was is he she forgot sorry my born and",
        )
    ).split()
)
"""Words around a year that name nobody."""

_REMARKS = frozenset(
    [
        "nham",
        "lon",
        "sai",
        "dung",
        "moi",
        "ma",
        "la",
        "phai",
        "lai",
        "ra",
        "sua",
        "doi",
        "thanh",
        "viet",
        "ghi",
        "roi",
        "thi",
        "can",
        "no",
        "u",
    ]
)
_BORN = ("sinh", "sn", "ns", "nam sinh", "born")
_OVER = re.compile(r"(?<=[0-9])(?: (?:chu|co|ma|do|day|ne|nhe|nha|a|thoi|moi dung|moi phai|dung))+$")
"""Behind a year they name nobody: "1980 chứ"."""

_KIN = {
    "vo": {"wife"},
    "chong": {"husband"},
    "me": {"mother"},
    "ma": {"mother"},
    "bo": {"father"},
    "cha": {"father"},
    "ba": {"grandmother", "father", "mother"},
    "ong": {"grandfather"},
    "con": {"son_or_daughter"},
    "chau": {"grandchild"},
    "anh": {"older_brother"},
    "chi": {"older_sister"},
    "em": {"younger_sibling"},
}
"""What a word of kin may say, by its matching key."""
_HERSELF = frozenset({"toi", "tui", "minh"})

_ONE_MORE = frozenset({"them", "sung"})
_OF_HERS = frozenset({"me", "bo", "vo", "chong", "ba", "ong", "anh", "chi", "co", "chu", "bac"})
"""Beside an age they speak of somebody else than of whom the year is known."""

SEVERAL = 2
_SHORT_TOO = re.compile(
    rf"{_A_YEAR.pattern}|(?:\b(?:sinh |nam |sn |ns )*\b(?P<bare>[3-9][0-9])\b)(?! ?(?:tuoi|nguoi))"
)
"""Two digits are a year as well where several stand together and nothing else is counted: "85 và 90"."""
_NUMBER = re.compile(r"[0-9]+")

_OF_ALL = re.compile(r"\b(?:ca (?:hai|ba|nha|2|3|4|bon)|deu|cung|both|all)\b")
"""One year that is everybody's: "cả hai sinh 1990"."""
_ALL_OF_THEM = frozenset(
    " ".join(("ca hai ba bon nha 2 3 4 deu cung mot nguoi dua both all are were",)).split()
)

_NO_NAME = re.compile(
    r"(?:(?:toi|tui|em|con|a|da|xin loi|oi) )*quen (?:mat |ghi |nhan |noi |viet )*(?:nam|tuoi|sinh)\b"
)


_ROUND = r"(?:(?:da|a|u|xin loi|nham|sai|roi|toi|em|con|chau|la|phai|dung|sinh|nam|thi|ma|ra|moi|nhe|can bo|sua|doi|lai|giup|khong) )*"
_FOUR = r"(?:(?:19|20)[0-9]{2}|[03-9][0-9])"
_IS_WRONG = r"(?: (?:la|bi|ghi|viet|thi))* (?:sai|nham|khong (?:dung|phai))"
_AND_ELSE = r"(?: (?:roi|moi|la|dung|phai|nhe|a|can bo|voi|giup))*"
_OF_A_YEAR = tuple(
    re.compile(one)
    for one in (
        rf"{_ROUND}(?P<old>{_FOUR}){_IS_WRONG}(?: roi)? {_ROUND}(?P<new>{_FOUR}){_AND_ELSE}",
        rf"{_ROUND}(?P<new>{_FOUR}) (?:chu )?(?:khong|ko) (?:phai )?(?:(?:la|nam|sinh) )*(?P<old>{_FOUR}){_AND_ELSE}",
        rf"{_ROUND}(?:khong|ko) (?:phai|dung) (?:(?:la|nam|sinh) )*(?P<old>{_FOUR})(?: (?:ma|la|phai|sinh|nam))* (?P<new>{_FOUR}){_AND_ELSE}",
        rf"{_ROUND}(?P<old>{_FOUR}) (?:thanh|sang|to) (?:(?:la|nam|sinh) )*(?P<new>{_FOUR}){_AND_ELSE}",
    )
)
"""A year put right of whoever has it."""


_BIRTH_YEAR = re.compile(r"\b(?:nam sinh|sinh nam|sinh|birth year|born)\b")


def names_a_year_only(key: str) -> bool:
    """Whether a text (its matching key) says that a year was forgotten: there is nobody called Quên Năm."""
    return _NO_NAME.match(key) is not None


def year_instead(text: str, people: Sequence[Sequence[Any]], *, this_year: int) -> tuple[int, int] | None:
    """Whose year is put right by a text that says it of a year alone, by the place among `people`, and which it is."""
    key = matching_key(dates_as_years(text))
    mended = _instead(key, people, this_year)
    if mended is None and len(people) == 1 and _BIRTH_YEAR.search(key):
        # "Năm sinh là 1984" of the only one.
        mended = (years_said(text, {PEOPLE: people}, this_year=this_year) or {}).get(PEOPLE)
    if mended is None or all(one[1] == before[1] for one, before in zip(mended, people, strict=True)):
        return None
    at = next(place for place, one in enumerate(mended) if one[1] != people[place][1])
    return at, int(mended[at][1])


_WHOLE_NAME = re.compile(
    r"\b(?:ho|dinh|cao|nguyen|tran|le|pham|hoang|vo|bui|ngo|dang|phan) (?:van|thi)(?: [a-z]+){1,2}?(?= [0-9]|$)"
)


def years_said(text: str, answers: Mapping[str, Any], *, this_year: int) -> Facts | None:
    """The people of a booking with the years that were said, as facts to be `joined`; None where a text says more than
    that. Several lack one and it is not said who: UNOWNED_YEARS, and everybody stays as he is.
    """
    people = [list(one) for one in answers.get(PEOPLE) or () if not isinstance(one, str)]
    key = _OVER.sub("", matching_key(dates_as_years(text)))
    if _names_another(key, people):
        return None
    if (instead := _instead(key, people, this_year)) is not None:
        return {FORGET: [PEOPLE], PEOPLE: instead}
    found = list(_A_YEAR.finditer(key))
    if SEVERAL <= len(short := list(_SHORT_TOO.finditer(key))) == len(_NUMBER.findall(key)):
        found = short
    if not found and len(short) == 1 == len(_NUMBER.findall(key)) and _calls_one(key, short, people):
        found = short
    years = [year for one in found if (year := _year(one, this_year)) is not None]
    if not people or not years or len(years) != len(found):
        return None
    words = _without(key, found)
    whose = _one_by_one(key, found, people) or (
        _of_her_kin(words, people, answers) if len(years) == 1 else None
    )
    born = ["sinh"] if len(found) == 1 and found[0][0].startswith(_BORN) else []
    whose = whose or _whose([*words, *born], people, len(years))
    if whose is None:
        return None
    if not whose:
        return {UNOWNED_YEARS: True}
    for at, year in zip(whose, years if len(years) == len(whose) else years * len(whose), strict=True):
        people[at][1] = year
    return {FORGET: [PEOPLE], PEOPLE: people}


def _names_another(key: str, people: Sequence[Sequence[Any]]) -> bool:
    """Whether a whole name stands there, "Hồ Thị Mẹ 1950", that nobody of them has: its "mẹ" is no word of kin."""
    known = {matching_key(str(name)) for name, _ in people}
    return any(name not in known and name.split()[-1] in _KIN for name in _WHOLE_NAME.findall(key))


def _calls_one(key: str, short: Sequence[re.Match[str]], people: Sequence[Sequence[Any]]) -> bool:
    """Whether beside two digits nothing stands but a word for a person and the last name of one: "à ông Bình 66"."""
    said = _without(key, short)
    words = {word for word in said if word not in _AROUND | _REMARKS}
    lasts = [matching_key(str(name)).split()[-1] for name, _ in people]
    return len(words) == 1 and bool(_OF_HERS & set(said)) and lasts.count(next(iter(words))) == 1


def _called_so(words: Sequence[str], beside: set[str], names: Mapping[int, str]) -> list[int]:
    """Who of those whose year is known is spoken of by a part of her name, or by all of it where a slip is put right:
    "ông Bình sinh 1961", "à nhầm, Y Chen sinh 1971". A whole name and a year may be one more of that name."""
    fit = [at for at, name in names.items() if beside <= set(name.split())]
    slip = bool({"nham", "sai", "lon", "a", "sinh"} & set(words) or ("moi" in words and "dung" in words))
    return [at for at in fit if slip or len(set(names[at].split()) & set(words)) < len(names[at].split())]


def _instead(key: str, people: Sequence[Sequence[Any]], this_year: int) -> list[list[Any]] | None:
    """The people with one year put right, where it is said of a year alone: "1985 là sai, 1958 mới đúng". Which of two is the
    wrong one "1984 không phải 1985" leaves open: it is the one that somebody has."""
    for said in filter(None, (pattern.fullmatch(key) for pattern in _OF_A_YEAR)):
        old, new = (full_year(said[which], this_year=this_year) for which in ("old", "new"))
        born = [at for at, one in enumerate(people) if old is not None and one[1] == old]
        if len(born) == 1 and new is not None and new != old:
            return [[one[0], new] if at in born else [*one] for at, one in enumerate(people)]
    return None


def _year(said: re.Match[str], this_year: int) -> int | None:
    if said["age"]:
        return year_of_age(said["age"], this_year=this_year)
    digits = said["year"] or said["short"] or said.groupdict().get("bare") or ""
    return full_year(digits, this_year=this_year)


def _without(key: str, found: Sequence[re.Match[str]]) -> list[str]:
    """The words around the years."""
    ends = [0, *(one.end() for one in found)]
    begins = [*(one.start() for one in found), len(key)]
    return [word for end, begin in zip(ends, begins, strict=True) for word in key[end:begin].split()]


def _one_by_one(
    key: str, found: Sequence[re.Match[str]], people: Sequence[Sequence[Any]]
) -> list[int] | None:
    """By their places, where each of several years stands behind the name, or a word of the name, of another one; a year
    behind no name is whose is left, where nobody else is. Whole names with a year each are a list of people."""
    if len(found) == 1:
        return None
    names = [set(matching_key(str(name)).split()) for name, _ in people]
    # Em, Con and A are names, too.
    around = _AROUND - frozenset().union(*names)
    if not around.issuperset(key[found[-1].end() :].split()):
        return None
    begins = [0, *(one.end() for one in found[:-1])]
    before = [
        set(key[begin : one.start()].split()) - around for begin, one in zip(begins, found, strict=True)
    ]
    if all(words in names for words in before):
        return None
    fit = [[at for at, name in enumerate(names) if words <= name] if words else [] for words in before]
    named = [at[0] for at in fit if len(at) == 1]
    left = [at for at, (_, year) in enumerate(people) if year is None and at not in named]
    unnamed = [words for words in before if not words]
    if not named or len(named) + len(unnamed) < len(found) or len(set(named)) < len(named):
        return None
    if unnamed and len(left) != len(unnamed):
        return None
    others = iter(left)
    return [at[0] if len(at) == 1 else next(others) for at in fit]


def _of_her_kin(
    words: Sequence[str], people: Sequence[Sequence[Any]], answers: Mapping[str, Any]
) -> list[int] | None:
    """The one whom a word of kin means, by what she said of those she named: "vợ tôi sinh 1983"; None for all others."""
    told = {matching_key(str(name)): relation for name, relation in answers.get(RELATIONS) or ()}
    relations = [told.get(matching_key(str(one[0]))) for one in people]
    meant = set().union(*(_KIN.get(word, set()) for word in words)) or (
        {"self"} if _HERSELF & set(words) else set()
    )
    hers = [at for at, relation in enumerate(relations) if relation in meant]
    if len(hers) != 1 or _ONE_MORE & set(words) or not set(words) <= _AROUND | _REMARKS:
        return None
    return hers


def _whose(words: Sequence[str], people: Sequence[Sequence[Any]], years: int) -> list[int] | None:
    """By their places; [] where it is not clear, None where other things are said, or somebody else is named."""
    lacking = [at for at, one in enumerate(people) if one[1] is None]
    if years == 1 and _OF_ALL.search(" ".join(words)) and set(words) <= _AROUND | _ALL_OF_THEM:
        return lacking or None
    beside = {word for word in words if word not in _AROUND | _REMARKS}
    named_by = {at: matching_key(str(one[0])) for at, one in enumerate(people)}
    names = {at: named_by[at] for at in lacking}
    # Cò is a name, too, where one of them is called so.
    called = [at for at, name in names.items() if name.split()[-1:] and name.split()[-1] in words]
    fit = [at for at, name in names.items() if beside and beside <= set(name.split())]
    if beside or (len(called) == 1 and years == 1):
        named = fit or (called if not beside else _called_so(words, beside, named_by))
        return named if len(named) == years == 1 else None
    if _ONE_MORE & set(words):
        return None  # "ghi thêm mẹ tôi 70 tuổi" is somebody else
    if len(people) == 1 and years == 1:
        return None if people[0][1] is not None and _OF_HERS & set(words) else [0]
    return lacking if len(lacking) == years else []
