"""Whether a text says no more than that somebody is to be put down: "dk thu 4", "dat cho sang mai", "dk Ho Van A 1985".

A word of booking and anything that is read as a day, a part of the day, a place or people can mean nothing else. Any
other word makes it another text: "dk thu 4 roi" tells of a booking, "dk thu 4 can mang gi" asks.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from helpdesk.conversation.understanding.taken_apart import Taken
from helpdesk.conversation.understanding.topics.words_spelled_out import Word
from helpdesk.text.people.party_words import COUNTED, KIN, KIN_MORE, LINKS, NUMERALS, SELF
from helpdesk.text.tokens import accents_of

_OF_BOOKING = frozenset(
    " ".join(
        ("dang dag ky ki dat giu ghi lay lich hen suat so slot muc dinh danh cho ten book booking register",)
    ).split()
)
_WISHES = frozenset(
    " ".join(
        (
            "xin muon can nho giup gium dum ho nhe nha nghe a ah oi voi di luon thoi please pls want would like",
            "vao luc ngay hom buoi o tai ban thon xa trung tam gio the a to on at for in me",
        )
    ).split()
)
_PEOPLE = (
    COUNTED | KIN | KIN_MORE | LINKS | SELF | NUMERALS.keys() | {"ong", "ba", "gia", "dinh", "nha", "ca"}
)
_AROUND = (_OF_BOOKING | _WISHES | _PEOPLE) - {"dau"}
"""Without "dâu", which is typed like "đâu"."""

_BY_ITSELF = frozenset({"book", "booking", "register"})
_OF_TWO = frozenset(
    (first, second)
    for firsts, seconds in (
        ("dang dag", "ky ki"),
        ("giu ghi lay", "cho ten suat slot lich so"),
        ("dat hen", "cho lich suat slot hen"),
    )
    for first in firsts.split()
    for second in seconds.split()
)
_TO_BOOK = frozenset({"", accents_of("đặt")})
"""How "đặt" is typed; with other accents it is land, or Đạt."""

_NETWORK = re.compile(r"(?:dk|k[yýiíỳ]) ?[345] ?g\b", re.IGNORECASE)
""" "Đăng ký 4g": no hour of the day."""

_LONGEST = 24
"""Words; who writes more tells something."""


def only_puts_down(taken: Taken) -> bool:
    """Whether nothing is said but that people are to be put down, with one of who, where and when at least."""
    words, facts = taken.words, taken.facts
    if (
        len(words) > _LONGEST
        or _NETWORK.search(taken.plain)
        or not all(_is_around(word) for word in words)
        or not _wishes(words)
    ):
        return False
    # "Đăng ký hộ tịch" names nobody.
    named = any(person.birth_year is not None for person in facts.people)
    return named or bool(facts.when.at) or facts.party > 1 or bool(facts.spotted.candidates)


def _is_around(word: Word) -> bool:
    return word.key[:1] == "<" or word.key.isdecimal() or word.key in _AROUND


def _wishes(words: Sequence[Word]) -> bool:
    """Whether a word of booking is among them, and does not ask: "can i register"."""
    keys = [word.key for word in words]
    pairs = set(pairwise(keys))
    dat = any(word.key == "dat" and word.accents in _TO_BOOK for word in words)
    return ("can", "i") not in pairs and (
        dat or not (_BY_ITSELF.isdisjoint(keys) and _OF_TWO.isdisjoint(pairs))
    )
