"""Whether two booked persons may be the same human: leniently, to be shown to somebody who knows, never to be refused.

Names are written with and without accents, in another order, without their middle words, with a slip of a letter;
surnames are not stable here and birth years not always known. So nothing is decided by a name alone.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import combinations

from rapidfuzz.distance import Levenshtein

from helpdesk.text.folding import matching_key

SLIP_FROM = 4
"""Letters of a word in which one wrong letter is taken for a slip; in shorter ones it makes another name."""


@dataclass(frozen=True, slots=True)
class Somebody:
    """What is known of a person who is compared: `phone` and `place` are ids, of whatever kind, or None."""

    id: int
    name: str
    birth_year: int | None
    phone: int | None = None
    place: int | None = None


class Likeness(IntEnum):
    """How much two names are alike."""

    NONE = 0
    SLIP = 1
    PART = 2
    SAME = 3


def likeness(one: str, other: str) -> Likeness:
    """SAME: the same words in whatever order. PART: one has words less, and still two or more. SLIP: a letter differs."""
    words, others = sorted(matching_key(one).split()), sorted(matching_key(other).split())
    if not words or not others:
        return Likeness.NONE
    if words == others:
        return Likeness.SAME
    fewer, more = sorted((words, others), key=len)
    if len(fewer) >= 2 and len(fewer) < len(more) and _all_in(fewer, more):
        return Likeness.PART
    if len(words) == len(others) and _but_a_letter(words, others):
        return Likeness.SLIP
    return Likeness.NONE


def _all_in(fewer: Sequence[str], more: Sequence[str]) -> bool:
    left = list(more)
    for word in fewer:
        if word not in left:
            return False
        left.remove(word)
    return True


def _but_a_letter(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether all words are the same but one, which is long enough for a slip and has one."""
    left = list(others)
    odd = []
    for word in words:
        if word in left:
            left.remove(word)
        else:
            odd.append(word)
    if len(odd) != 1:
        return False
    return min(len(odd[0]), len(left[0])) >= SLIP_FROM and Levenshtein.distance(odd[0], left[0]) == 1


def may_be_same(one: Somebody, other: Somebody) -> bool:
    """Whether two may be the same human: alike by name, born in the same year or not known when, and near each other.

    Two different birth years are two people. The same year is enough for names that are alike; where a year is not
    known, the same phone or the same place must speak for it, and the name must be more than alike by a slip.
    """
    alike = likeness(one.name, other.name)
    if alike is Likeness.NONE:
        return False
    if one.birth_year is not None and other.birth_year is not None:
        return one.birth_year == other.birth_year
    near = _equal(one.phone, other.phone) or _equal(one.place, other.place)
    return near and alike >= Likeness.PART


def _equal(one: int | None, other: int | None) -> bool:
    return one is not None and one == other


def pairs_among(people: Iterable[Somebody]) -> Iterator[tuple[Somebody, Somebody]]:
    """All pairs that may be the same human, each once, the smaller id first.

    Only those who share a birth year are compared, and who has none with those of the same phone or place: so a whole
    commune can be looked through.
    """
    heaps: dict[tuple[str, int], list[Somebody]] = defaultdict(list)
    for one in people:
        for kind, key in (("year", one.birth_year), ("phone", one.phone), ("place", one.place)):
            if key is not None:
                heaps[kind, key].append(one)
    seen = set[tuple[int, int]]()
    for (kind, _), heap in heaps.items():
        for first, second in _worth_comparing(heap, all_of_them=kind == "year"):
            pair = (first.id, second.id)
            if pair not in seen and first.id != second.id and may_be_same(first, second):
                seen.add(pair)
                yield first, second


def _worth_comparing(heap: Sequence[Somebody], *, all_of_them: bool) -> Iterator[tuple[Somebody, Somebody]]:
    """Each two of a heap, the smaller id first; unless it is `all_of_them`, those of whom one has no birth year."""
    ordered = sorted(heap, key=lambda one: one.id)
    if all_of_them:
        yield from combinations(ordered, 2)
        return
    for one in ordered:
        if one.birth_year is None:
            # Two who both have none meet twice: the caller has seen them then.
            yield from ((one, other) if one.id < other.id else (other, one) for other in ordered)
