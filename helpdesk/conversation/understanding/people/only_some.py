"""Only some of several come: "chỉ bà Cố đến được", "Y Dong không đi được"; neither a yes nor a no for all of them."""

import re
from collections.abc import Sequence
from typing import Any

from helpdesk.text.folding import matching_key
from helpdesk.text.people.party_words import NUMERALS

_BEFORE = r"(?:(?:da|u|uh|vang|ok|duoc|roi|nhung|ma|thi|a|o|khong|chac|hom do|hom ay|mai|yes|no|but) )*"
_COME = r"(?:den|di|len|ra|toi|qua|tham gia|co mat|come|go)"
_AFTER = r"(?: (?:duoc|dc|noi|kip|lam|thoi|roi|dau|nua|a|nhe|nha|can bo|only))*"
_OVER = r"(?: (?:thoi|di|den|duoc|nhan|lay|nhe|nha|a|la du|duoc thoi|only))*"
_ONLY = re.compile(
    rf"{_BEFORE}(?:chi|moi|rieng|only|just)(?: (?:co|minh|rieng|cho|dat cho))? (?P<who>.+?)"
    rf"(?: (?:la|thi|moi|can))*(?: {_COME}{_AFTER}| thoi(?: (?:a|nhe|nha))*)"
)
_NOT = re.compile(
    rf"{_BEFORE}(?P<who>.+?)(?: (?:thi|lai|bi om|bi|om|ban|benh|met|sot|viec))*"
    rf" (?:khong|ko|k|kg|hong|chua|cannot|can t|can not)(?: the| co the)? {_COME}{_AFTER}"
)
_THEY_ONLY = re.compile(
    rf"{_BEFORE}(?P<who>.+?) {_COME}(?: (?:duoc|dc))? (?:thoi|only)(?: (?:a|nhe|nha|can bo))*"
)
_NOT_THEY = re.compile(
    rf"{_BEFORE}(?P<who>.+?) thi (?:khong|ko|k|thoi|chiu|chua)(?: (?:dau|a|nhe|nha|duoc|dc|noi|can bo|di|di duoc))*"
)
_THESE_NOT_THOSE = re.compile(
    rf"{_BEFORE}(?P<who>.+?) (?:van )?{_COME}(?: (?:duoc|dc|noi))? (?:con|nhung) (?P<rest>.+?)(?: (?:thi|lai|bi))* (?:khong|ko|k|thoi|o nha|ban|om|chua)\b.*"
)
"""Some come, and one of the others does not, or "tôi": who of two comes is clear."""
_KIN = frozenset(
    {"chi", "anh", "ong", "ba", "co", "chu", "bac", "em", "chau", "con", "me", "mu", "bo", "cu", "o", "nguoi"}
)
_LINKS = frozenset({"va", "voi", "and", "cung"})


_TAKES = re.compile(
    rf"{_BEFORE}(?:(?:nhan|lay|giu|dat|ghi|chi|moi|rieng|only|just|take|book)(?: (?:nhan|lay|cho|rieng|chi|co|minh|it|for|only))*"
    rf"(?: cho)?|cho) (?P<who>.+?){_OVER}"
    rf"|{_BEFORE}(?P<alone>.+?)(?: {_COME}(?: (?:duoc|dc|thoi|nhe|nha|a|la du))*|(?: (?:thoi|only|nhan|lay))+(?: (?:nhe|nha|a))*)"
)
_SO_MANY = re.compile(
    rf"{_BEFORE}(?:(?:chi|co|con|nhan|lay|giu|cho|only|just|moi|thoi) )*(?P<many>[1-9]|mot|hai|ba|bon|nam|sau|bay|tam|chin|one|two|three)"
    rf" (?:nguoi|dua|suat|cho|people|person)(?: {_COME})?(?: (?:duoc|dc|thoi|nhe|nha|a|la du|nhan|can|muon))*"
)


_LONGEST = 100
"""Letters in which that is said; of longer ones the patterns take a time that grows with the cube of their length."""


def _whole(pattern: re.Pattern[str], key: str) -> re.Match[str] | None:
    return pattern.fullmatch(key) if len(key) <= _LONGEST else None


def who_takes(key: str, names: Sequence[str]) -> list[int] | None:
    """Which of those who wait take what is offered, where a text says so of some: "nhận cho Hồ Thị Mai", "Y Dong thôi",
    "Y Dong không đi được"; None for all else."""
    some = who_comes_only(key, names)
    if some is not None:
        return some
    said = _whole(_TAKES, key)
    found = _whose((said["who"] or said["alone"]) if said is not None else key, names)
    return sorted(found) if found and len(found) < len(names) else None


def how_many_take(key: str) -> int | None:
    """For how many it is taken, where only that is said: "chỉ hai người đi được"; None for all else."""
    said = _whole(_SO_MANY, key)
    return None if said is None else NUMERALS.get(said["many"]) or int(said["many"])


def may_say_who_comes(key: str) -> bool:
    """Whether a text (its matching key) has the form of one that says so, whoever is named in it."""
    return any(
        _whole(pattern, key) is not None for pattern in (_NOT, _ONLY, _THEY_ONLY, _NOT_THEY, _THESE_NOT_THOSE)
    )


def says_who_does_not(key: str) -> bool:
    """Whether it says so of those who do not come: "Y Dong không đi được"."""
    return any(_whole(pattern, key) is not None for pattern in (_NOT, _NOT_THEY))


def who_comes_only(key: str, names: Sequence[str]) -> list[int] | None:
    """Which of several (their names) come, where a text says so of some of them; None for all else.

    `key` is the text's matching key. Whole names count, and last names behind a word for a person: "bà Cố".
    """
    for pattern, comes in ((_NOT, False), (_ONLY, True), (_NOT_THEY, False), (_THEY_ONLY, True)):
        said = _whole(pattern, key)
        found = _whose(said["who"], names) if said is not None else None
        if found and len(found) < len(names):
            return [at for at in range(len(names)) if (at in found) == comes]
    said = _whole(_THESE_NOT_THOSE, key)
    found = _whose(said["who"], names) if said is not None else None
    rest = _whose(said["rest"], names) if said is not None else None
    if found and len(found) == len(names) - len(rest or {""}) and not found & (rest or set()):
        return sorted(found)
    return None


def _whose(who: str, names: Sequence[str]) -> set[int] | None:
    """The places in `names` of those who are spoken of; None where a word is left over, or fits two."""
    keys = [matching_key(name) for name in names]
    left, found = f" {who} ", set[int]()
    for at in sorted(range(len(keys)), key=lambda at: -len(keys[at])):
        if f" {keys[at]} " in left:
            left = left.replace(f" {keys[at]} ", " , ", 1)
            found.add(at)
    for part in re.split(r",| (?:va|voi|and|cung) ", left):
        words = part.split()
        if not words or all(word in _LINKS for word in words):
            continue
        named = _by_last_name(words, keys)
        if named is None and not (found and all(word in _KIN for word in words)):
            return None
        found |= set() if named is None else {named}
    return found


def _by_last_name(words: Sequence[Any], keys: Sequence[str]) -> int | None:
    *kin, last = words
    if not all(word in _KIN for word in kin) or (not kin and last in _KIN):
        return None
    called = [at for at, key in enumerate(keys) if key.split()[-1:] == [last]]
    return called[0] if len(called) == 1 else None
