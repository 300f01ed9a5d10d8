"""Somebody named by what she is to whoever writes, and by no name: "mẹ tôi không đi được", "hủy cho bà nội".

A word by which who writes may mean herself ("em", "con", "cháu" alone) names nobody; nor do two people in one word
("bố mẹ", "vợ chồng").
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from helpdesk.conversation.understanding.bookings.absence import why_not
from helpdesk.text.days.spoken_dates import find_when
from helpdesk.text.folding import matching_key, typographic
from helpdesk.text.people.kin_words import (
    FATHER_OR_GRANDMOTHER,
    IN_LAW,
    KIN_OF_TWO,
    OF_HER_KIN,
    SELF,
    YOUNGER,
    is_group,
    is_ourselves,
    kin_of,
)
from helpdesk.text.tokens import tokens_of

STAYS_AWAY, CANCELS, MOVES, TAKES = "stays_away", "cancels", "moves", "takes"

_BEFORE = frozenset(
    {"da", "u", "uh", "vang", "ok", "nhung", "ma", "thi", "a", "o", "xin", "cho", "rieng", "bao"}
)
_WISH = re.compile(
    r"\b(?P<wish>huy|xoa|cancel|doi|chuyen|move)(?: (?:giup|giu|gium|cho|lich|hen|buoi|ngay|ten|cua|rieng|luon|for))* "
)
_ABSENT = re.compile(
    r"(?: (?:thi|lai|bi|om|ban|benh|met|sot|yeu|viec|co viec))*"
    r" (?:khong|ko|k|kg|hong|chua|cannot|can t|can not)(?: the| co the)?"
    r" (?:den|di|len|ra|toi|qua|tham gia|co mat|come|go)"
    r"(?: (?:duoc|dc|noi|kip|lam|thoi|roi|dau|nua|a|nhe|nha|can bo))*"
)
_WANTS_TO_MOVE = re.compile(r" (?:xin |muon )?(?:doi|chuyen)\b.*")
_TO_WHEN = re.compile(r" (?:sang|qua|vao|den|thu|ngay|mai|tuan|to)\b.*")
_OVER = re.compile(r"(?: (?:thoi|nhe|nha|a|voi|di|ra|luon|giup|can bo|cai))*")
_MOVING = frozenset(
    {"cua", "huy", "doi", "chuyen", "chi", "moi", "rieng", "minh", "mot", "move", "only", "just", "for"}
)
_TAKING = frozenset({"nhan", "lay", "giu", "dat", "chi", "moi", "rieng", "co", "only", "for", "take"})
_TAKEN = re.compile(r"(?: (?:thoi|di|den|len|ra|duoc|nhan|lay|nhe|nha|a|la|du|only|roi|lam))*")
_LINKS = frozenset({"va", "voi", "and"})
_ALSO_OF_HERSELF = frozenset({"ong", "ba", "anh", "chi"})


_WISHES = frozenset({"cung", "nua", "muon", "xin", "can"})
_GOES = frozenset({"di", "lam", "dat", "dk", "den", "len", "ra", "xuong", "vo", "join", "come", "go"})
_AROUND_A_WISH = (
    _WISHES
    | _GOES
    | frozenset(
        " ".join(
            (
                "thi ma se co the duoc dc khong ko k a ah nhe nha voi luon vay ha sao vao hom buoi ngay dang ky muc 2 toi tui em can cuoc "
                "dinh danh cho theo chung thoi day do nay can bo oi noi bao hoi chu",
            )
        ).split()
    )
)
"""All that such a text is made of, beside the kin and a day: with any other word it says something else."""
_WISHES_NOT = re.compile(
    r"\b(?:khong|ko|k)(?: \w+)? (?:di|den|lam|len|ra|dat|muon|can|co|duoc)\b|^ (?:thi )?thoi\b"
)


@dataclass(frozen=True, slots=True)
class Wish:
    """Of whom it is said that she wants to come; `too`: as well as others."""

    kin: tuple["Kin", ...]
    too: bool


@dataclass(frozen=True, slots=True)
class Kin:
    """A word of kin with what belongs to it, by its place among the words; `sure`: none that means herself as well."""

    start: int
    end: int
    relations: frozenset[str]
    sure: bool


@dataclass(frozen=True, slots=True)
class KinSpoken:
    """Who does not come, or is to be cancelled or moved; `spans`: where the words of the text begin and end."""

    wish: str
    text: str
    spans: tuple[tuple[int, int], ...]
    kin: tuple[Kin, ...]

    @property
    def keys(self) -> frozenset[str]:
        """The words of kin, as matching keys."""
        at = (place for kin in self.kin for place in range(kin.start, kin.end))
        return frozenset(matching_key(self.text[slice(*self.spans[place])]) for place in at)

    def named(self, names: Sequence[str]) -> str:
        """The same text with the names in the place of the words of kin, in their order."""
        written, at = "", 0
        for kin, name in zip(self.kin, names, strict=True):
            written += self.text[at : self.spans[kin.start][0]] + name
            at = self.spans[kin.end - 1][1]
        return written + self.text[at:]


_COMES_HERSELF = re.compile(
    r"(?:(?:thi|nhung|con|de|chi|minh) )*(?:toi|tui|em|con|chau|minh)(?: (?:van|cung|se|chi))* (?:di|den|len|ra)"
    r"(?: (?:mot minh|thoi|duoc|dc|khong|ko|a|nhe|nha|lam|truoc))*"
)


def kin_alone(text: str, *, reminded: bool = False) -> KinSpoken | None:
    """Of whom a text says by a word of kin alone that she does not come, or is to be cancelled or moved.

    `reminded`: it was asked whether they come, so that "vợ tôi ốm" says so as well.
    """
    clauses = [clause for clause in re.split(r"[,.;]+(?=.)", text.strip()) if clause.strip()]
    others = [clause for clause in clauses if not _COMES_HERSELF.fullmatch(matching_key(clause))]
    if len(others) == 1:
        text = others[0]
    plain, spans, words, keys = _words(text)
    start = next((at for at, key in enumerate(keys) if key not in _BEFORE), 0)
    if found := _all_kin(words, keys, start):
        rest = _rest(keys, found)
        wish = STAYS_AWAY if reminded and why_not(rest) else _said_of(rest)
        return KinSpoken(wish, plain, spans, found) if wish else None
    asked = _WISH.search(f"{' '.join(keys)} ")
    if asked is None:
        return None
    found = _all_kin(words, keys, len(" ".join(keys)[: asked.end()].split()))
    wish = _asked_for(asked["wish"], _rest(keys, found)) if found else None
    return KinSpoken(wish, plain, spans, found) if wish else None


def kin_chosen(text: str) -> KinSpoken | None:
    """The same of a text that is nothing but a word of kin, where she is asked for somebody."""
    plain, spans, words, keys = _words(text)
    found = _all_kin(words, keys, 0)
    alone = len(found) == 1 and found[0].end == len(words)
    return KinSpoken(CANCELS, plain, spans, found) if alone else None


def kin_moving(text: str) -> KinSpoken | None:
    """The same of a text said to a list of days for her booking: "chỉ mình con trai tôi", "vợ tôi thứ 6"."""
    plain, spans, words, keys = _words(text)
    last = next((at for at, key in enumerate(keys) if key not in _BEFORE | _MOVING), len(keys) - 1)
    # "Chi" is an elder sister as well, so that whoever fits first is meant.
    for start in range(last + 1):
        found = _all_kin(words, keys, start)
        rest = _rest(keys, found) if found else None
        if rest is not None and (_OVER.fullmatch(rest) or _TO_WHEN.fullmatch(rest)):
            return KinSpoken(MOVES, plain, spans, found)
    return None


def kin_wishing(text: str, *, today: date) -> Wish | None:
    """Of whom a text says that she wants to come, and nothing else but a day: "vợ tôi cũng đi", "con tôi làm thứ 6 được không"."""
    plain, _, words, keys = _words(text)
    start = next((at for at, key in enumerate(keys) if key not in _BEFORE), 0)
    found = _all_kin(words, keys, start) or _all_kin(words, keys, start, younger=True)
    rest = keys[found[-1].end :] if found else []
    if not _GOES.intersection(rest) or _WISHES_NOT.search(f" {' '.join(rest)}"):
        return None
    tokens = tokens_of(plain)
    when = find_when(tokens, today=today, taken=set())
    days = [tokens[at].key for at in when.at]
    said = [key for key in rest if key not in days]
    if not _AROUND_A_WISH.issuperset(said) or not (_WISHES.intersection(said) or days):
        return None
    return Wish(found, too=bool({"cung", "nua"}.intersection(said)))


def kin_taking(text: str) -> KinSpoken | None:
    """The same of a text that says for whom a place is taken that is offered: "vợ tôi thôi", "nhận cho mẹ và con"."""
    plain, spans, words, keys = _words(text)
    start = next((at for at, key in enumerate(keys) if key not in _BEFORE | _TAKING), 0)
    found = _all_kin(words, keys, start, younger=True)
    if not found or not _TAKEN.fullmatch(_rest(keys, found)):
        return None
    return KinSpoken(TAKES, plain, spans, found)


def _words(text: str) -> tuple[str, tuple[tuple[int, int], ...], list[str], list[str]]:
    plain = typographic(text)
    spans = tuple(word.span() for word in re.finditer(r"[^\W_]+", plain))
    words = [plain[start:end] for start, end in spans]
    return plain, spans, words, [matching_key(word) for word in words]


def _said_of(rest: str) -> str | None:
    if _ABSENT.fullmatch(rest):
        return STAYS_AWAY
    return MOVES if _WANTS_TO_MOVE.fullmatch(rest) else None


def _asked_for(wish: str, rest: str) -> str | None:
    if wish in ("doi", "chuyen", "move"):
        return MOVES if _TO_WHEN.fullmatch(rest) or _OVER.fullmatch(rest) else None
    return CANCELS if _OVER.fullmatch(rest) or _ABSENT.fullmatch(rest) else None


def _rest(keys: Sequence[str], found: Sequence[Kin]) -> str:
    left = keys[found[-1].end :]
    return f" {' '.join(left)}" if left else ""


def _all_kin(
    words: Sequence[str], keys: Sequence[str], start: int, *, younger: bool = False
) -> tuple[Kin, ...]:
    """Those who stand there one behind the other: "mẹ và bà nội"; none where one of them is nobody. `younger`: behind
    another one "con" is a child, and not who writes."""
    found: list[Kin] = []
    while (kin := _kin_at(words, keys, start, younger=younger and bool(found))) is not None:
        found.append(kin)
        if kin.end == len(keys) or keys[kin.end] not in _LINKS:
            return tuple(found)
        start = kin.end + 1
    return ()


def _kin_at(words: Sequence[str], keys: Sequence[str], start: int, *, younger: bool) -> Kin | None:
    two = tuple(keys[start : start + 2])
    if len(two) > 1 and (is_group(*two) or KIN_OF_TWO.get((two[0], two[1])) == SELF):
        return None
    if len(two) > 1 and (of_two := KIN_OF_TWO.get((two[0], two[1]))) is not None:
        return Kin(start, _end(words, keys, start + 2), frozenset({of_two}), sure=True)
    relations = _relations(words, keys, start)
    if not relations:
        return None
    end = _end(words, keys, start + 1)
    alone = end == start + 1
    if alone and keys[start] in YOUNGER and not younger:
        return None
    return Kin(start, end, relations, sure=not alone or keys[start] not in _ALSO_OF_HERSELF)


def _relations(words: Sequence[str], keys: Sequence[str], start: int) -> frozenset[str]:
    if start >= len(words):
        return frozenset()
    if words[start].casefold() == FATHER_OR_GRANDMOTHER:
        grand = keys[start + 1 : start + 2] in (["noi"], ["ngoai"])
        return frozenset({"grandmother"} if grand else {"father", "grandmother"})
    said = kin_of(words[start])
    return frozenset({said}) if said is not None else frozenset()


def _end(words: Sequence[str], keys: Sequence[str], start: int) -> int:
    end = start
    while end < len(words) and (keys[end] in OF_HER_KIN | IN_LAW | YOUNGER or is_ourselves(words[end])):
        end += 1
    return end
