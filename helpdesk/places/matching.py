"""Which place a text means: exact first, then with a margin over the next best, otherwise candidates to ask about."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from helpdesk.places.communes import Place
from helpdesk.places.tables import PlaceKind
from helpdesk.text.folding import matching_key

SURE = 84
"""Similarity of names without spaces, 0–100, from which a misspelling is taken for the name."""

MARGIN = 6
"""By how much the best must beat the next, or we ask. The number of a village is never guessed."""

_PREFIX = re.compile(r"^(?:o |tai |den |ve )?(?:ban |thon |xa |khu |trung tam (?:xa )?)+")
_NUMBER = re.compile(r"\s*(\d+)$")


@dataclass(frozen=True, slots=True)
class Match:
    """The place that was meant, or several that may have been; neither when nothing is near."""

    place: Place | None = None
    candidates: tuple[Place, ...] = ()


def match_place(text: str, places: Sequence[Place]) -> Match:
    """Find the place a text names.

    Spelling varies a lot ("Ca Roong", "Cà Ròng", "Ka Roong 1"), while the number at the end tells villages
    apart, so names are compared fuzzily and numbers exactly; a name without its number is several candidates.
    """
    wanted = _bare(matching_key(text))
    if not wanted:
        return Match()
    named = [(place, _bare(matching_key(name))) for place in places for name in _names(place)]
    exact = _distinct(place for place, name in named if name == wanted)
    if exact:
        return _decide(exact)
    stem, number = _split(wanted)
    if len(stem) < 2:
        return Match()
    scored: dict[int, tuple[float, Place]] = {}
    for place, name in named:
        own_stem, own_number = _split(name)
        if number and own_number != number:
            continue
        score = fuzz.ratio(stem.replace(" ", ""), own_stem.replace(" ", ""))
        if score > scored.get(place.id, (0.0, place))[0]:
            scored[place.id] = (score, place)
    best = sorted(scored.values(), key=lambda pair: -pair[0])
    if not best or best[0][0] < SURE:
        return Match()
    return _decide([place for score, place in best if score >= best[0][0] - MARGIN])


def nearest(text: str, places: Sequence[Place], *, at_most: int) -> list[Place]:
    """The places whose names look most like `text`, the nearest first; to be shown where nothing matched."""
    wanted = _bare(matching_key(text)).replace(" ", "")

    def likeness(place: Place) -> float:
        return max(fuzz.ratio(wanted, _bare(matching_key(name)).replace(" ", "")) for name in _names(place))

    return sorted(places, key=lambda place: -likeness(place))[:at_most]


def _names(place: Place) -> tuple[str, ...]:
    own = place.commune if place.kind is PlaceKind.CENTRE else place.name
    return (own, *place.aliases)


def _bare(key: str) -> str:
    return _PREFIX.sub("", key).strip()


def _split(name: str) -> tuple[str, str]:
    found = _NUMBER.search(name)
    return (name[: found.start()], found[1]) if found else (name, "")


def _decide(found: Sequence[Place]) -> Match:
    return Match(place=found[0]) if len(found) == 1 else Match(candidates=tuple(found[:4]))


def _distinct(places: object) -> list[Place]:
    return list({place.id: place for place in places}.values())  # type: ignore[attr-defined]
