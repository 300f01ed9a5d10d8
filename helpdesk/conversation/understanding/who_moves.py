"""Who of several that are booked goes to another day and who stays: "Lan và Tâm đổi sang thứ 6", "trừ ông Bình"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from helpdesk.text.folding import matching_key

_CLAUSES = re.compile(
    r"[,.;:!?\n]+|\s(?:nhưng|nhung|còn(?! lại)|con(?= \w+(?: \w+){0,3} (?:van|giu|o lai|thi))|but)\s",
    re.IGNORECASE,
)
_MOVES = re.compile(
    r"\b(?:doi|chuyen|move|change)\b|\b(?:sang|qua)\b|\b(?:di|den|len|lam)(?: (?:vao|hom|ngay|bua))* (?:thu|ngay|mai|mot|t[2-7]|[0-9])"
)
_STAYS = re.compile(
    r"\b(?:van|giu|giu nguyen|o lai|nhu cu|khong (?:doi|chuyen)|dung (?:doi|chuyen)|stays?|keeps?)\b"
)
_BUT = r"(?:tru|ngoai|ngoai tru|except|but not)"
_THE_REST = re.compile(
    r"\b(?:con lai|nhung nguoi khac|may nguoi (?:khac|kia|con lai)|nguoi khac|the (?:rest|others))\b"
)
_LINK = r"(?:va|voi|cung|and)"
_CALLED = r"(?:ten|be|chau|chu|con|thang|dua|em|anh|chi|ong|ba|co|bac|cau|mo|o|cu|mu|me|vo|chong|cho|nguoi|bo|cua|rieng|chi co|thim|duong)"
_KIN = re.compile(
    r"\b(?:vo|chong|me|mu|bo|cha|con (?:toi|tui|em|gai|trai|dau|re)|chau|ong|ba|anh|chi|em (?:toi|gai|trai)|bac|chu|nguoi|dua|wife|husband|mother|father|child|son|daughter)\b"
)
_OTHER_MEANINGS = frozenset(
    " ".join(
        (
            "mai mot nay thu sang chieu toi hai ba tu nam sau bay tam chin muoi",
            "lan hoa binh dong hen huy giu doi chuyen van",
        )
    ).split()
)
"""Last names that are other words as well: alone they are somebody only at the beginning of a clause, beside another name, or
behind a word for a person."""

_DAYS = frozenset({"mai", "mot", "nay", "thu", "sang", "chieu", "toi"})

SEVERAL = 2


@dataclass(frozen=True)
class Moves:
    """The places in the names of those who go, the text that says where to; `unclear`: it is somebody, and not said whom."""

    going: tuple[int, ...]
    where_to: str
    unclear: bool = False


def who_moves(text: str, names: Sequence[str]) -> Moves | None:
    """Who goes where a text says so of some of several; None where it says so of nobody, or of all of them."""
    if len(names) < SEVERAL:
        return None
    goes, stays, where_to, rest = set[int](), set[int](), list[str](), False
    somebody_stays, moved = False, False
    for clause in filter(str.strip, _CLAUSES.split(text)):
        key = matching_key(clause)
        but = re.search(rf"\b{_BUT}\b", key)
        before, behind = (key[: but.start()], key[but.end() :]) if but else (key, "")
        except_for = set(_mentioned(behind, names))
        stays |= except_for
        somebody_stays |= but is not None and not except_for and _is_somebody(behind)
        here = set(_mentioned(before, names))
        if _STAYS.search(before) and not _THE_REST.search(before):
            stays |= here
            somebody_stays |= not here and _is_somebody(before)
            continue
        if _MOVES.search(before):
            moved = True
            goes |= here
            rest |= _THE_REST.search(before) is not None
            where_to.append(clause[: _cut(clause)])
    everybody = set(range(len(names)))
    if not moved:
        return None
    if somebody_stays:
        return Moves((), " ".join(where_to), unclear=True)
    going = goes - stays if goes else everybody - stays if stays or rest else set()
    if not going or going == everybody:
        return None
    return Moves(tuple(sorted(going)), " ".join(where_to))


def names_some(text: str, names: Sequence[str]) -> tuple[int, ...]:
    """The places of those who are named in a text that may say more, where they are not all: "Lan thôi, thứ 6"."""
    found = {at for clause in _CLAUSES.split(text) for at in _mentioned(matching_key(clause), names)}
    return tuple(sorted(found)) if 0 < len(found) < len(names) else ()


def _cut(clause: str) -> int:
    """Where a clause comes to who is left out."""
    but = re.search(r"\b(?:trừ|tru|ngoài|ngoai|except|but not)\b", clause, re.IGNORECASE)
    return but.start() if but else len(clause)


def _is_somebody(key: str) -> bool:
    return _KIN.search(key) is not None


def _mentioned(key: str, names: Sequence[str]) -> Iterator[int]:
    """Those whose whole name stands there, or whose last name does, if nobody else has it."""
    keys = [matching_key(name) for name in names]
    lasts = [name.split()[-1] if name else "" for name in keys]
    found = {at for at, name in enumerate(keys) if name and f" {name} " in f" {key} "}
    for at, last in enumerate(lasts):
        if at in found or not last or lasts.count(last) > 1:
            continue
        last = re.escape(last)
        if last not in _OTHER_MEANINGS:
            called = rf"\b{last}\b"
        else:
            others = "|".join(re.escape(one) for one in lasts if one and one != last) or "(?!)"
            first = "(?!)" if last in _DAYS else "^(?:(?:a|da|thoi|doi|chuyen|cho|rieng) )*"
            called = (
                rf"(?:{first}|\b{_CALLED} |\b(?:{others}) (?:{_LINK} )?|\b{_LINK} ){last}\b(?! (?:[0-9]|thang|nay|sau|nua|toi))"
                rf"|\b{last} (?:{_LINK} )?(?:{_CALLED} )?(?:{others})\b"
            )
        if re.search(called, key):
            found.add(at)
    yield from sorted(found)
