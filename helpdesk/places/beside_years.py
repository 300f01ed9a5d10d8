"""The village of a booking that stands without "bản" behind a birth year or beside the day: "dk ho van a 1985 y leg thu 4"."""

from collections.abc import Sequence

from rapidfuzz import fuzz, process

from helpdesk.places.communes import Place
from helpdesk.places.named_spans import MARGIN, SURE, TO_BOOK, Found, spans_from, with_number
from helpdesk.places.place_index import PlaceIndex, sound
from helpdesk.places.tables import PlaceKind
from helpdesk.text.days.calendar_words import WEEKDAY_OPENINGS, WEEKDAYS
from helpdesk.text.everyday_words import ORDINARY
from helpdesk.text.folding import matching_key
from helpdesk.text.tokens import Token

SHORTEST = 4
"""Letters of such a piece."""

SURE_OF_PLAIN = 88
"""Likeness from which words of every day are one: "y len", "ra may"."""


def beside_a_year(tokens: Sequence[Token], index: PlaceIndex, taken: set[int]) -> list[Found]:
    """The village of a booking that names none plainly: what stands without a year behind a birth year or beside the day
    is where, before it is one more name: "dk ho van a 1985 y leg thu 4". A list of names alone is one."""
    years = {at for at, token in enumerate(tokens) if at not in taken and _is_birth_year(token)}
    if not years:
        return []
    wished = any(token.key in TO_BOOK for token in tokens)
    for at in range(len(tokens)):
        start = at - (at > 0 and tokens[at - 1].key in _WHERE_ALONE)
        behind = start > 0 and (start - 1 in years or start - 1 in taken)
        begins = start == 0 or tokens[start - 1].key in TO_BOOK
        if at in taken or tokens[at].is_number or not (behind or begins):
            continue
        for window in spans_from(tokens, at, taken):
            dated = window.stop in taken or _begins_a_weekday(tokens, window.stop) or start - 1 in taken
            found = _nearly(tokens, window, index, taken) if dated or (wished and behind) else None
            if found is not None:
                return [found]
    return []


def _nearly(tokens: Sequence[Token], window: range, index: PlaceIndex, taken: set[int]) -> Found | None:
    """The village that a piece of a text is, or nearly is, where it ends there."""
    end, keys = window.stop, [tokens[at].key for at in window]
    over = (
        end in taken
        or end == len(tokens)
        or tokens[end].parted
        or tokens[end].is_number
        or tokens[end].key in _SAID_AFTER
        or _begins_a_weekday(tokens, end)
    )
    letters = "".join(keys)
    slight = len(letters) < SHORTEST or (
        len(keys) == 1 and keys[0] in ORDINARY and letters not in index.letters
    )
    if not over or slight:
        return None
    heard, plain = sound(letters), all(key in ORDINARY for key in keys)
    choices, limit = index.by_first.get(heard[:1], ()), SURE_OF_PLAIN if plain else SURE
    near = process.extract(heard, choices, scorer=fuzz.ratio, score_cutoff=limit)
    near = [one for one in near if one[1] >= near[0][1] - MARGIN]
    named = [
        pair for name, _, _ in near for pair in index.by_sound[name] if pair[0].kind is PlaceKind.VILLAGE
    ]
    if not named or (plain and len(keys) > 1 and not any(_shares_a_word(keys, place) for place, _ in named)):
        return None
    found = with_number(tokens, window, named, taken, 1)
    counted = end < len(tokens) and end not in taken and tokens[end].is_number and not tokens[end].parted
    return None if found is None or (counted and found.at.stop == end) else found


def _shares_a_word(keys: Sequence[str], place: Place) -> bool:
    """Whether a word is spelt as it is in the village's name: "y len", "ra may"."""
    return not set(keys).isdisjoint(matching_key(place.name).split())


def _is_birth_year(token: Token) -> bool:
    return token.is_number and (
        (len(token.key) == 4 and token.key[:2] in ("19", "20")) or (len(token.key) == 2 and token.key > "30")
    )


def _begins_a_weekday(tokens: Sequence[Token], at: int) -> bool:
    """Whether "thu 4" stands there, which is none for a date behind "may": "ra may thu 4"."""
    return (
        at + 1 < len(tokens)
        and tokens[at].key in WEEKDAY_OPENINGS
        and tokens[at + 1].key in _NUMBERS_OF_WEEKDAYS
    )


_WHERE_ALONE = frozenset({"o", "tai"})
_SAID_AFTER = frozenset(
    {"nhe", "nha", "nghe", "a", "ah", "giup", "gium", "voi", "ngay", "vao", "luc", "sang", "chieu"}
)
_NUMBERS_OF_WEEKDAYS = frozenset("234567") | WEEKDAYS.keys()
