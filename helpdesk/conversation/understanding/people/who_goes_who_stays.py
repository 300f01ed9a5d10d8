"""Whom of those she has booked a wish names, also by the last name alone, and whom it keeps where they are.

"Đổi Lan sang thứ 6, Bình vẫn thứ 4" moves one; "Bình giữ nguyên, còn lại đổi thứ 6" moves all the others.
"""

import re
from collections.abc import Iterator, Sequence

from helpdesk.text.folding import matching_key

_CLAUSES = re.compile(
    r"[,.;:!?\n]+|\s(?=(?:nhưng|nhung|còn|con lai|còn lại|but)\s)|\s(?=(?:trừ|tru|ngoài|except)\s)",
    re.IGNORECASE,
)
_KEEPS = re.compile(
    r"\b(?:giu|de) (?:nguyen|lai|cho)\b|\bgiu\b|\bnguyen\b|\bnhu cu\b|\bo lai\b|\bvan (?:di|den|thu|nhu|giu|o|ngay|la|lam|cu)\b"
    r"|\b(?:tru|ngoai|except|keeps?|stays?)\b|\bkhong (?:doi|huy|chuyen)\b"
)
_THE_OTHERS = re.compile(
    r"\b(?:con lai|(?:may|nhung|hai|ba|cac|2|3) (?:nguoi|dua) (?:kia|khac|con lai)|nguoi (?:kia|khac)|the others|the rest)\b"
)
_BEFORE = frozenset(
    [
        "doi",
        "chuyen",
        "huy",
        "xoa",
        "bo",
        "giu",
        "tru",
        "ngoai",
        "cho",
        "cua",
        "ten",
        "va",
        "voi",
        "be",
        "chau",
        "chu",
        "con",
        "thang",
        "em",
        "anh",
        "chi",
        "ong",
        "ba",
        "co",
        "bac",
        "cau",
        "mo",
        "o",
        "cu",
        "mu",
        "me",
        "vo",
        "chong",
        "nguoi",
        "rieng",
        "ca",
        "chi",
        "move",
        "cancel",
        "keep",
        "except",
        "and",
        "for",
    ]
)
_AFTER = frozenset(
    [
        "va",
        "voi",
        "doi",
        "chuyen",
        "sang",
        "qua",
        "di",
        "ban",
        "khong",
        "ko",
        "k",
        "giu",
        "van",
        "nghi",
        "om",
        "bi",
        "thi",
        "o",
        "den",
        "len",
        "lam",
        "xin",
        "muon",
        "huy",
        "thoi",
        "and",
        "to",
        "moves",
    ]
)
_OTHER_WORDS = frozenset(
    [
        "thu",
        "sang",
        "mai",
        "toi",
        "nay",
        "hom",
        "lam",
        "van",
        "thi",
        "chieu",
        "ngay",
        "buoi",
        "tuan",
        "ban",
        "xa",
        "nguoi",
        "tat",
        "ca",
        "het",
        "luon",
        "lai",
        "qua",
        "roi",
        "di",
        "den",
        "len",
        "ra",
        "doi",
        "huy",
        "giu",
        "dat",
        "cho",
        "con",
        "khong",
        "ko",
        "k",
        "a",
        "o",
        "u",
        "e",
        "y",
        "gio",
        "hen",
        "thoi",
        "duoc",
        "nhe",
        "nha",
    ]
)
"""Last names that are other words of such a wish, too: they count behind a word for a person only."""
_NUMERALS = frozenset(["mot", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi"])
_COUNTED = frozenset(["nguoi", "dua", "suat", "cho", "gio", "ngay"])
_KIN = re.compile(
    r"\b(?:vo|chong|me|mu|bo|cha|con (?:toi|tui|em|gai|trai|dau|re)|chau|ong|ba|anh|chi|em (?:toi|gai|trai)|bac|chu|dua)\b"
    r"|\b(?:wife|husband|mother|father|child|son|daughter)\b"
)
_NEVER_NAMED_SO = re.compile(r"\blan (?:nua|nay|sau|khac|truoc|thu)\b|\bbinh thuong\b|\btam (?:thoi|gio)\b")


def who_goes_who_stays(text: str, names: Sequence[str]) -> tuple[list[int], list[int]]:
    """The places in `names` of those whom a wish is about, and of those whom it keeps where they are.

    Nobody, twice, where nobody is named so that it is clear who she is. Whoever is not named goes, too, where "the
    others" are spoken of and somebody stays.
    """
    going, staying = set[int](), set[int]()
    others = False
    for clause in _CLAUSES.split(text):
        key = matching_key(clause)
        named = set(_named_in(key, names))
        keeps = _KEEPS.search(key) is not None
        (staying if keeps else going).update(named)
        others = others or (not keeps and not named and _THE_OTHERS.search(key) is not None)
    going -= staying
    if others and staying:
        going = set(range(len(names))) - staying
    return sorted(going), sorted(staying)


def said_of_who_goes(text: str) -> str:
    """The clauses that keep nobody: where those go to who go is said there."""
    return ", ".join(clause for clause in _CLAUSES.split(text) if not _KEEPS.search(matching_key(clause)))


def keeps_kin_unnamed(text: str, names: Sequence[str]) -> bool:
    """Whether somebody is to stay who is told by a word of kin, and by no name that is booked: "vợ tôi vẫn thứ 4"."""
    keys = (matching_key(clause) for clause in _CLAUSES.split(text))
    return any(
        _KEEPS.search(key) and _KIN.search(key) and next(_named_in(key, names), None) is None for key in keys
    )


def _named_in(key: str, names: Sequence[str]) -> Iterator[int]:
    keys = [matching_key(name) for name in names]
    for at, name in enumerate(keys):
        if " " in name and f" {name} " in f" {key} ":
            yield at
    lasts = [name.split()[-1] for name in keys]
    for at, last in enumerate(lasts):
        if lasts.count(last) == 1 and _is_named(_NEVER_NAMED_SO.sub(" ", key).split(), last):
            yield at


def _is_named(words: Sequence[str], last: str) -> bool:
    """Whether a last name stands where somebody is named: behind a word for a person or for what is done with her, or
    first before what she does."""
    for at, word in enumerate(words):
        if word != last:
            continue
        before = words[at - 1] if at else None
        after = words[at + 1] if at + 1 < len(words) else None
        if before in ("thi", "van") and at > 1 and words[at - 2] in _BEFORE:
            return True
        if last in _OTHER_WORDS or (last in _NUMERALS and (before not in ("va", "voi") or after in _COUNTED)):
            continue
        if before in _BEFORE or (before is None and (after is None or after in _AFTER)):
            return True
    return False
