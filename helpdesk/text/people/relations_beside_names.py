"""What people in a text are to whoever wrote it, where a word beside the name says so: "mẹ tôi Hồ Thị B, Y Cúc (vợ)".

The names are known already; what stands inside one is never looked at, so "Ho Thi Me" and "Y Con" are nobody's mother
and child. What may mean two things says nothing: "vợ chồng Hồ Văn A", "ba Y Cuc", "em" at the beginning of a text.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from helpdesk.text.folding import typographic
from helpdesk.text.people.kin_words import (
    FATHER_OR_GRANDMOTHER,
    IN_LAW,
    KIN_OF_TWO,
    OF_HER_KIN,
    SELF,
    YOUNGER,
    is_group,
    is_kin,
    is_ourselves,
    kin_of,
)
from helpdesk.text.people.name_words import AGES, LINKS
from helpdesk.text.tokens import Token, tokens_of

_OF_A_YEAR = frozenset({"sinh", "nam", "sn", "ns", "s", "born", "in"}) | AGES
_FOR = frozenset({"cho", "giup", "gium", "dat", "dk", "for"})
""" "Đặt cho tôi Hồ Văn A, Hồ Thị B" may be places that she wants for two others."""
_NOT_MINE = frozenset({"ban", "nha", "cua", "dinh"})
"""Before "tôi": my friend, my house."""
_NAMED = frozenset({"la", "ten"})
_FEWEST_AROUND = 2


@dataclass(frozen=True, slots=True)
class _Span:
    """Where a name stands among the tokens, and where the year behind it ends."""

    name: str
    start: int
    named: int
    end: int


def relations_beside(text: str, names: Sequence[str]) -> list[tuple[str, str]]:
    """Pairs of name and relation (`kin_words`) for those of the `names` of whom the text says it, in order.

    `names` are what was found in this text. Who is "tôi" among several is kept only where the others are said to be
    something, too, unless nothing asks for her.
    """
    plain = typographic(text)
    tokens = tokens_of(plain)
    found: list[tuple[str, str | None, bool]] = []
    before = 0
    for span in _spans(tokens, names):
        said, sure = _in_front(plain, tokens, before, span)
        if said is None:
            said, sure = _behind(plain, tokens, span), True
        found.append((span.name, said, sure))
        before = span.end
    others_said = all(said is not None for _, said, sure in found if sure)
    alone = len(found) == 1
    return [(name, said) for name, said, sure in found if said is not None and (sure or alone or others_said)]


def _spans(tokens: Sequence[Token], names: Sequence[str]) -> list[_Span]:
    """The names where they stand, the first in the text first; none stands where another does."""
    found: list[_Span] = []
    taken: set[int] = set()
    for name in names:
        keys = [token.key for token in tokens_of(name)]
        starts = range(len(tokens) - len(keys) + 1) if keys else range(0)
        for start in starts:
            own = range(start, start + len(keys))
            if taken.isdisjoint(own) and [one.key for one in tokens[start : own.stop]] == keys:
                taken.update(own)
                found.append(_Span(name, start, own.stop, _year_behind(tokens, own.stop)))
                break
    return sorted(found, key=lambda span: span.start)


def _year_behind(tokens: Sequence[Token], at: int) -> int:
    end = at
    while end < len(tokens) and (not _is_word(tokens[end]) or tokens[end].key in _OF_A_YEAR):
        end += 1
    numbers = any(not _is_word(token) for token in tokens[at:end])
    return end if numbers else at


def _is_word(token: Token) -> bool:
    return token.kind.value == "word"


def _in_front(plain: str, tokens: Sequence[Token], bound: int, span: _Span) -> tuple[str | None, bool]:
    """What the words before a name say, and whether that is sure; no word before `bound` or a comma is one of them."""
    start = span.start
    while start > bound and _is_word(tokens[start - 1]) and not _stops(plain, tokens, start):
        start -= 1
    around = tokens[start : span.start]
    link = max((at for at, token in enumerate(around) if token.written.casefold() in LINKS), default=-1)
    around = around[link + 1 :]
    at = len(around) - 1
    while at >= 0 and around[at].key in _NAMED:
        at -= 1
    possessed = at >= 0 and (
        is_ourselves(around[at].written) or (around[at].key in YOUNGER and _kin_before(around, at))
    )
    if possessed:
        at -= 1
    ended = at
    while at >= 0 and around[at].key in OF_HER_KIN and _two_before(around, at) is None:
        at -= 1
    if (of_two := _two_before(around, at)) is not None:
        return of_two, True
    if at >= 0 and is_kin(around[at].written):
        return _kin_at(around, at, tokens, span, unaccented=plain.isascii())
    if possessed and is_ourselves(around[ended + 1].written) and at == ended:
        before = around[at].key if at >= 0 else ""
        return (None if before in _NOT_MINE else SELF), before not in _FOR
    return None, True


def _stops(plain: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether a comma or the like stands before a token; a colon ends nothing: "vợ: Hồ Thị B"."""
    return tokens[at].parted and plain[tokens[at - 1].end : tokens[at].start].strip() != ":"


def _two_before(around: Sequence[Token], at: int) -> str | None:
    return KIN_OF_TWO.get((around[at - 1].key, around[at].key)) if at >= 1 else None


def _kin_before(around: Sequence[Token], at: int) -> bool:
    """Whether the "em" at `at` is whose wife she is: "vợ em"; a mother and a child are two people."""
    if at < 1 or is_group(around[at - 1].key, around[at].key):
        return False
    return is_kin(around[at - 1].written) or around[at - 1].key in OF_HER_KIN


def _kin_at(
    around: Sequence[Token],
    at: int,
    tokens: Sequence[Token],
    span: _Span,
    *,
    unaccented: bool,
) -> tuple[str | None, bool]:
    word = around[at]
    before = around[at - 1] if at >= 1 else None
    if before is not None and (before.key, word.key) == _OFFICIAL:
        return None, True
    if at == 0 and word.key == "em" and len(around) > 1 and _calls_herself(around[1:]):
        return None, True  # "em tên Y Hoa sinh 1999" is who writes
    if before is not None and is_kin(before.written):
        if is_group(before.key, word.key) or (at >= _FEWEST_AROUND and is_kin(around[at - 2].written)):
            return None, True
        if word.key in IN_LAW and before.key != "con":
            word = before  # "mẹ vợ"; "con vợ" is his wife
    elif word.key in YOUNGER and _alone_in_front(word, around, tokens) and span.named == span.end:
        return None, True  # "em Hồ Thị B" writes herself; "cháu Hồ Thị B 2012" is on a list
    if word.written.casefold() == FATHER_OR_GRANDMOTHER:
        return _father_or_grandmother(around[at + 1 :], tokens, span, unaccented=unaccented), True
    return kin_of(word.written), True


_OFFICIAL = ("can", "bo")


def _calls_herself(behind: Sequence[Token]) -> bool:
    """Whether nothing but "tên" and "là" stands between "em" and the name."""
    return all(other.key in _NAMED for other in behind)


def _alone_in_front(word: Token, around: Sequence[Token], tokens: Sequence[Token]) -> bool:
    """Whether the text begins with a word and nothing but "là" and "tên" stands between it and the name."""
    return word is tokens[0] and _calls_herself(around[1:])


def _father_or_grandmother(
    more: Sequence[Token], tokens: Sequence[Token], span: _Span, *, unaccented: bool
) -> str | None:
    """What "ba" is: by "nội" and "ngoại", by "thị" and "văn"; who writes with accents would write "bà"."""
    if any(token.key in ("noi", "ngoai") for token in more):
        return "grandmother"
    if not unaccented:
        return "father"
    middle = tokens[span.start + 1].key if span.named - span.start > _FEWEST_AROUND else ""
    return {"thi": "grandmother", "van": "father"}.get(middle)


def _behind(plain: str, tokens: Sequence[Token], span: _Span) -> str | None:
    """What the words behind a name and its year say, up to a comma or "và", where they say nothing else."""
    for start in dict.fromkeys((span.named, span.end)):
        words = _up_to_a_stop(plain, tokens, start)
        if (said := _said_by(words)) is not None:
            return said
    return None


def _up_to_a_stop(plain: str, tokens: Sequence[Token], start: int) -> list[Token]:
    words: list[Token] = []
    for at in range(start, len(tokens)):
        token = tokens[at]
        if not _is_word(token):
            return [] if not words or not token.parted else words
        if token.written.casefold() in LINKS:
            return words
        if token.parted and (words or not _opens(plain, tokens, at)):
            return words
        words.append(token)
        if at + 1 < len(tokens) and plain[token.end : tokens[at + 1].start].lstrip()[:1] == ")":
            return words
    return words


def _opens(plain: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether a bracket or a dash, and no comma, stands between the name and what is said of her."""
    between = plain[tokens[at - 1].end : tokens[at].start].strip() if at else ""
    return between in ("(", "-")


def _said_by(words: Sequence[Token]) -> str | None:
    said = [word for at, word in enumerate(words) if at or word.key != "la"]
    if not said:
        return None
    first, rest = said[0], said[1:]
    two = (first.key, rest[0].key) if rest else ("", "")
    if two in KIN_OF_TWO:
        return KIN_OF_TWO[two] if all(is_ourselves(word.written) for word in rest[1:]) else None
    if is_ourselves(first.written) and not rest:
        return SELF
    if is_group(*two) or not all(_goes_with_kin(word) for word in rest):
        return None
    if first.written.casefold() == FATHER_OR_GRANDMOTHER:
        return "grandmother" if any(word.key in ("noi", "ngoai") for word in rest) else None
    return kin_of(first.written)


def _goes_with_kin(word: Token) -> bool:
    return word.key in OF_HER_KIN | IN_LAW | YOUNGER or is_ourselves(word.written)
