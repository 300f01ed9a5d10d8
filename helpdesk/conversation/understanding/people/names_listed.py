"""Names of two words in a list, said while a booking is open: "và hồ bảy, hồ tám", "thêm 3 người nữa ho bon ho nam"."""

import re
from collections.abc import Sequence
from typing import Any

from helpdesk.conversation.understanding.asked import Question
from helpdesk.conversation.understanding.bookings.one_text import PEOPLE, SAME_NAME, once, said_twice
from helpdesk.text.folding import matching_key
from helpdesk.text.people.adjacent_names import NO_SURNAME_BEFORE
from helpdesk.text.people.people_names import parse_people

_SURNAMES = frozenset({"ho", "y", "dinh", "nguyen", "tran", "le", "pham", "hoang"})
"""With which a list of names of two words is one; "cao" and "mai" begin too much else."""

_NEITHER_NAME = NO_SURNAME_BEFORE | frozenset(
    {
        "ngheo",
        "gia",
        "dan",
        "noi",
        "hang",
        "te",
        "kien",
        "leng",
        "phi",
        "tet",
        "va",
        "la",
        "dinh",
        "nhu",
        "muon",
        "toi",
    }
)

_INTRODUCES = re.compile(
    r"^\W*(?:(?:và|va|thêm|them|còn|con|với|voi|cùng|cung|cả|ca|có|co|nữa|nua|là|la|gồm|gom|ghi|cho)\b[\s:,]*"
    r"|\d{1,2} (?:người|nguoi|đứa|dua|cháu|chau)\b[\s:,]*)+",
    re.IGNORECASE,
)

FEWEST = 2
"""Names that make a list; one alone may be two other words."""

WORDS = range(2, 6)
"""Of a name."""


def names_listed(text: str, *, this_year: int) -> list[list[object]]:
    """[[name, birth year or None], …] of a text that is nothing but a list of whole names; [] for all others."""
    people = parse_people(_INTRODUCES.sub("", text), this_year=this_year)
    if len(people) < FEWEST:
        return []
    for person in people:
        words = matching_key(person.name).split()
        if len(words) not in WORDS or words[0] not in _SURNAMES or words[1] in _NEITHER_NAME:
            return []
    return once([person.name, person.birth_year] for person in people)


_NUMBERED = re.compile(r"^\W*(?P<number>\d{1,2})\s*(?P<sign>[.):/\-]?)\s*(?P<name>[^\d]+)$")


def numbered_name(text: str, question: Question) -> list[list[object]]:
    """The one name that goes on with a numbered list: "3 Y Đông" behind two, "4. bà Lan"; [] for all others."""
    found, named = _NUMBERED.match(text.strip()), len(question.answers.get(PEOPLE) or ())
    if found is None or not named or not (found["sign"] or int(found["number"]) > named):
        return []
    people = parse_people(found["name"], this_year=question.this_year)
    words = matching_key(people[0].name).split() if len(people) == 1 else []
    whole = len(words) in WORDS and words[0] in _SURNAMES
    kin = len(words) == 1 and matching_key(found["name"]) != words[0]
    return [[people[0].name, people[0].birth_year]] if whole or kin else []


def listed_with_years(text: str, key: str, question: Question) -> list[list[object]]:
    """Names with birth years where each year of the text is one of them; [] where one is not."""
    people = parse_people(text, this_year=question.this_year) if question.ask.expect == "yes_no" else ()
    years = [year for year in key.split() if len(year) == 4 and year.isdecimal()]
    if [str(person.birth_year) for person in people] != years:
        return []
    return once([one.name, one.birth_year] for one in people)


_SAYS = frozenset(
    " ".join(
        (
            "la bang thanh khong ko moi chu ma thay di ban om den roi nua cung va voi o sai nham dung phai thi bi co da se muon xin",
        )
    ).split()
)


def said_about(people: Sequence[Sequence[Any]], before: Sequence[Sequence[Any]]) -> bool:
    """Whether one of `people` is the name of one of those before with words behind it that say something: there is nobody
    called "Hồ Thị Hai Là"."""
    known = [matching_key(str(one[0])) for one in before]
    return any(
        key.startswith(f"{name} ") and set(key[len(name) :].split()) <= _SAYS
        for key in (matching_key(str(one[0])) for one in people)
        for name in known
    )


def twice_in(text: str, question: Question) -> dict[str, str]:
    """The fact SAME_NAME, where one name stands twice in a list of names; else none."""
    people = parse_people(text, this_year=question.this_year)
    twice = said_twice((one.name, one.birth_year) for one in people)
    return {SAME_NAME: twice} if twice else {}
