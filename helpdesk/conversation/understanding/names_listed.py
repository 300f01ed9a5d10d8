"""Names of two words in a list, said while a booking is open: "và hồ bảy, hồ tám", "thêm 3 người nữa ho bon ho nam"."""

import re

from helpdesk.conversation.understanding.one_text import once
from helpdesk.text.adjacent_names import NO_SURNAME_BEFORE
from helpdesk.text.folding import matching_key
from helpdesk.text.people_names import parse_people

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
