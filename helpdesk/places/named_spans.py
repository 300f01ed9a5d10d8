"""Spans of a text that may name a place, and the number that stands behind one: "ca roong 1", "bản 39"."""

from collections.abc import Container, Sequence
from dataclasses import dataclass

from helpdesk.places.communes import Place
from helpdesk.text.tokens import Token

SURE = 83
"""Likeness, 0-100, from which a misspelling where a village must stand, as behind "bản", is taken for the name."""

MARGIN = 6
LONGEST = 3
"""Words of a village's name, its number aside."""

TO_BOOK = frozenset({"dat", "dk", "dky", "dki", "ky", "ki", "ghi", "hen", "giu", "book", "suat"})
"""Words of a text that books."""

_NO_NUMBER_BEFORE = frozenset(
    {"nguoi", "ng", "cho", "suat", "slot", "con", "dua", "vo", "me", "ong", "anh", "people", "nguoii"}
)


@dataclass(slots=True)
class Found:
    """Places that a span of tokens names, and how plainly."""

    places: tuple[Place, ...]
    at: range
    strength: float
    # It may be a person as well, as nothing says that it is a village: "bà lộc", "y lèng".
    somebody: bool = False


def spans_from(tokens: Sequence[Token], at: int, taken: set[int]) -> list[range]:
    """The spans of words from here on that may be a name together, the longest first."""
    found: list[range] = []
    for end in range(at + 1, min(at + LONGEST, len(tokens)) + 1):
        last = tokens[end - 1]
        if end - 1 in taken or last.is_number or (end - 1 > at and last.parted):
            break
        found.insert(0, range(at, end))
    return found


def number_at(tokens: Sequence[Token], at: int, taken: set[int], known: Container[str] = ()) -> str:
    """The number of a village there: not of people, not a year. "cho" behind a known one is "for", not "places"."""
    if (
        at >= len(tokens)
        or at in taken
        or tokens[at].parted
        or not tokens[at].is_number
        or len(tokens[at].key) > 2
    ):
        return ""
    said = tokens[at].key.lstrip("0")
    after = tokens[at + 1].key if at + 1 < len(tokens) and at + 1 not in taken else ""
    counted = after in _NO_NUMBER_BEFORE and not (after == "cho" and said in known)
    return "" if counted else said


_SPELLED = {"mot": "1", "hai": "2", "ba": "3", "i": "1", "ii": "2", "mott": "1", "haii": "2"}


def with_number(
    tokens: Sequence[Token],
    window: range,
    named: Sequence[tuple[Place, str]],
    taken: set[int],
    strength: float,
) -> Found | None:
    """The places of a name with the number that is said behind it, each of `named` with its own or ""; None where none fits."""
    numbers = {number for _, number in named}
    at = window.stop
    if at < len(tokens) and tokens[at].key in ("so", "sooo") and number_at(tokens, at + 1, taken):
        at += 1
    said = number_at(tokens, at, taken, numbers)
    if not said and numbers != {""} and window.stop < len(tokens) and window.stop not in taken:
        counted = window.stop + 1 < len(tokens) and tokens[window.stop + 1].key in _NO_NUMBER_BEFORE
        spelled = "" if counted else _SPELLED.get(tokens[window.stop].key, "")
        said = spelled if spelled in numbers else ""
    if said and numbers != {""}:
        fitting = tuple(place for place, number in named if number == said)
        return Found(fitting, range(window.start, at + 1), strength + 0.5) if fitting else None
    return Found(tuple(place for place, _ in named), window, strength)
