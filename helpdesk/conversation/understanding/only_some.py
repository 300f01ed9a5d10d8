"""Only some of several come: "chỉ bà Cố đến được", "Y Dong không đi được"; neither a yes nor a no for all of them."""

import re
from collections.abc import Sequence
from typing import Any

from helpdesk.text.folding import matching_key

_BEFORE = (
    r"(?:(?:da|u|uh|vang|ok|duoc|roi|nhung|nhung ma|ma|thi|a|o|khong|chac|hom do|hom ay|mai|yes|no|but) )*"
)
_COME = r"(?:den|di|len|ra|toi|qua|tham gia|co mat|come|go)"
_AFTER = r"(?: (?:duoc|dc|noi|kip|lam|thoi|roi|dau|nua|a|nhe|nha|can bo|only))*"
_ONLY = re.compile(
    rf"{_BEFORE}(?:chi|moi|rieng|only|just)(?: (?:co|minh|rieng|cho|dat cho))? (?P<who>.+?)"
    rf"(?: (?:la|thi|moi|can))*(?: {_COME}{_AFTER}| thoi(?: (?:a|nhe|nha))*)"
)
_NOT = re.compile(
    rf"{_BEFORE}(?P<who>.+?)(?: (?:thi|lai|bi om|bi|om|ban|benh|met|sot|viec))*"
    rf" (?:khong|ko|k|kg|hong|chua|cannot|can t|can not)(?: the| co the)? {_COME}{_AFTER}"
)
_KIN = frozenset(
    {"chi", "anh", "ong", "ba", "co", "chu", "bac", "em", "chau", "con", "me", "mu", "bo", "cu", "o", "nguoi"}
)
_LINKS = frozenset({"va", "voi", "and", "cung"})


def may_say_who_comes(key: str) -> bool:
    """Whether a text (its matching key) has the form of one that says so, whoever is named in it."""
    return _NOT.fullmatch(key) is not None or _ONLY.fullmatch(key) is not None


def says_who_does_not(key: str) -> bool:
    """Whether it says so of those who do not come: "Y Dong không đi được"."""
    return _NOT.fullmatch(key) is not None


def who_comes_only(key: str, names: Sequence[str]) -> list[int] | None:
    """Which of several (their names) come, where a text says so of some of them; None for all else.

    `key` is the text's matching key. Whole names count, and last names behind a word for a person: "bà Cố".
    """
    for pattern, comes in ((_NOT, False), (_ONLY, True)):
        said = pattern.fullmatch(key)
        found = _whose(said["who"], names) if said is not None else None
        if found and len(found) < len(names):
            return [at for at in range(len(names)) if (at in found) == comes]
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
