"""A village that is said beside names as where somebody lives, and not as where she wants to go: "ho van kham 1966 ban tuoc"."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from helpdesk.conversation.understanding.bookings.one_text import DAY, OPENING, PEOPLE, PLACE
from helpdesk.places.communes import Place
from helpdesk.places.spotting import VILLAGE_WORDS, index_of, spot_place
from helpdesk.places.tables import PlaceKind
from helpdesk.text.folding import matching_key, typographic
from helpdesk.text.people.name_words import MIDDLE_NAMES
from helpdesk.text.tokens import Token, tokens_of

_AT = frozenset({"o", "tai", "nha", "que", "thuoc", "from", "in", "at"})
_GOES_THERE = re.compile(
    r"\b(?:doi|chuyen|sang|qua|dk|dky|dang ky|dat|lam|hen|den|len|ve|xuong|ra)(?: (?:lai|cho|lam|cho lam|noi|di|o|tai|ve|sang|qua|ben))* (?:ban|thon|lang)\b"
    r"|\b(?:doi|chuyen|dat|lam|hen)(?: \w+)?(?: (?:o|tai|ve|sang))+ \w"
    r"|\bcho gan\b|\bthoi (?:o|ve|lai)\b"
)
"""She says so: "lam o ban tuoc", "doi ve ban tuoc"."""


def without_homes(text: str, places: Sequence[Place]) -> str:
    """The text without the villages that stand in it behind "ban" or "o", so that they are no part of a name."""
    plain = typographic(text)
    tokens = tokens_of(plain)
    spotted = spot_place(tokens, index_of(places), taken=set())
    if not spotted.candidates or spotted.candidates[0].kind is not PlaceKind.VILLAGE:
        return text
    kept, at = "", 0
    for first, last in _spans(tokens, spotted.at):
        kept += plain[at : tokens[first].start].rstrip() + ", "
        at = tokens[last].end
    return (kept + plain[at:]) if kept else text


def _spans(tokens: Sequence[Token], named: frozenset[int]) -> list[tuple[int, int]]:
    """Where such villages stand with the words before them: the first and the last token of each."""
    found: list[tuple[int, int]] = []
    for at in sorted(named):
        if found and found[-1][1] == at - 1:
            found[-1] = (found[-1][0], at)
            continue
        first = at
        while first and tokens[first - 1].key in VILLAGE_WORDS | _AT and not tokens[first].parted:
            first -= 1
        if first < at and (not first or tokens[first - 1].key not in MIDDLE_NAMES):
            found.append((first, at))
    return found


def beside_what_is_chosen(
    text: str, facts: Mapping[str, Any], answers: Mapping[str, Any], places: Sequence[Place]
) -> Mapping[str, Any]:
    """What a text says of who comes, without the village where they live: she has chosen a place and a day before."""
    chosen = isinstance(answers.get(PLACE), int) and (answers.get(OPENING) or answers.get(DAY))
    if not chosen or not facts.get(PEOPLE) or PLACE not in facts or DAY in facts:
        return facts
    if _GOES_THERE.search(matching_key(text)) or without_homes(text, places) == text:
        return facts
    return {name: value for name, value in facts.items() if name != PLACE}
