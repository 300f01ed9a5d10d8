"""Whether a text is nothing but names, or has one in it: "Ho Thi Co" is a woman called Cò, and no yes.

Folded, Cò, Dạ, Vàng, Ừ, Không, Thới, Huy and Hai are the words that answer and command. Behind a surname they are a
person: whoever is taken for a "có" is booked without having agreed, and the name is lost.
"""

from collections.abc import Sequence
from enum import IntEnum
from itertools import pairwise

from helpdesk.text.people.adjacent_names import parted
from helpdesk.text.people.likely_names import NO_NAME_BEHIND, Likely, how_likely
from helpdesk.text.people.name_words import LINKS, MIDDLE_NAMES, SURNAMES
from helpdesk.text.tokens import Kind, Token, tokens_of

LONGEST = 5
"""Words of a name."""

_ALSO_WORDS = frozenset(" ".join(("dang do ha lam le lo ly mai thai vi dao doan luong vu ngo pa",)).split())
"""Surnames that, folded, are words of every second sentence: "mai thì được", "đó không". Only capitals or "thị" show
that they are one."""

_ALSO_BEFORE_THEN = frozenset({"mai", "do", "lam", "ha", "vi", "lo", "dang"})
"""Those behind which "thi" may be "thì"."""

_SPELT = frozenset(
    " ".join(
        (
            "hồ đinh cao nguyễn trần lê phạm hoàng vũ đặng bùi đỗ ngô lý y trương lương mai trịnh đoàn "
            "lâm đào hà thái võ phan huỳnh pả vi lò dương",
        )
    ).split()
)
"""Surnames as they are spelt: "họ" and "ý" are none."""

_BEFORE = frozenset(
    " ".join(
        (
            "va voi them con chau vo chong me cha ba ong anh chi em co chu bac cu cau mo thim la ten cho "
            "ghi da thua",
        )
    ).split()
)
"""What stands before a name and is no part of it."""


class _Sure(IntEnum):
    NOT, PERHAPS, YES = range(3)


def names_somebody(text: str) -> bool:
    """Whether something in a text is a name, or may well be one, so that the text is no yes, no "no" and no number."""
    return any(_how_sure(item) or _has_full_name(item) for item in _items(text))


def only_names(text: str) -> bool:
    """Whether a text is names, parted by commas or "và", and nothing else; False where a number stands in it."""
    items = _items(text)
    words_only = all(token.kind is Kind.WORD for item in items for token in item)
    return bool(items) and words_only and all(_how_sure(item) is _Sure.YES for item in items)


def _items(text: str) -> list[list[Token]]:
    """What stands between commas, numbers and "và", one name each where names follow each other; none is empty."""
    items: list[list[Token]] = [[]]
    for token in tokens_of(text):
        number = token.kind is not Kind.WORD
        link = token.written.casefold() in LINKS and not _awaits_a_name(items[-1])
        if token.parted or number or link:
            items.append([])
        if not link:
            items[-1].append(token)
        if number:
            items.append([])
    return [name for item in items if item for name in _apart(_without_words_before(item))]


def _agrees(item: Sequence[Token]) -> bool:
    """Whether "đồng ý" is in it, whose second syllable begins no name: "họ đồng ý rồi"."""
    keys = [token.key for token in item]
    return ("dong", "y") in pairwise(keys)


def _awaits_a_name(item: Sequence[Token]) -> bool:
    """Whether "va" behind these words is somebody's name: "Ho Thi Va", "Y Va"."""
    return bool(item) and (item[-1].key in MIDDLE_NAMES or (len(item) == 1 and _is_surname(item[0])))


def _without_words_before(item: Sequence[Token]) -> list[Token]:
    at = 0
    while at + 2 < len(item) and item[at].key in _BEFORE and item[at + 1].key not in MIDDLE_NAMES:
        at += 1
    return list(item[at:])


def _apart(item: Sequence[Token]) -> list[list[Token]]:
    """The names that follow each other with nothing between them; the item as it is where it begins with none."""
    if not _is_surname(item[0]) or _agrees(item):
        return [list(item)]
    return [list(item[start:end]) for start, end in pairwise([*parted([one.key for one in item]), len(item)])]


def _how_sure(item: Sequence[Token]) -> _Sure:
    if not 2 <= len(item) <= LONGEST or not _is_surname(item[0]) or _agrees(item):
        return _Sure.NOT
    surname, behind = item[0].key, item[1].key
    middle = behind in MIDDLE_NAMES
    if middle and (len(item) == 2 or (item[1].accented and item[1].written.casefold() not in ("thị", "văn"))):
        return _Sure.NOT
    titled = all(token.written.istitle() for token in item)
    if len(item) > 2 and not middle:
        return _Sure.YES if titled else _Sure.NOT
    if not middle and behind in NO_NAME_BEHIND.get(surname, ()):
        return _Sure.NOT
    if how_likely([token.written for token in item], born=False) is Likely.PERHAPS:
        return _Sure.PERHAPS
    homonyms = _ALSO_BEFORE_THEN if behind == "thi" and not item[1].accented else _ALSO_WORDS
    plain = surname not in homonyms or titled or behind == "van" or item[1].accented
    return _Sure.YES if plain else _Sure.PERHAPS


def _has_full_name(item: Sequence[Token]) -> bool:
    """Whether a surname with "văn" or "thị" and a name stand among other words: "xin ghi Ho Thi Co"."""
    keys = [token.key for token in item]
    return any(
        keys[at + 1] in MIDDLE_NAMES and keys[at] not in _ALSO_WORDS and _how_sure(item[at : at + 3])
        for at in range(len(item) - 2)
    )


def _is_surname(token: Token) -> bool:
    return token.key in SURNAMES and (not token.accented or token.written.casefold() in _SPELT)
