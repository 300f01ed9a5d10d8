"""Which place a text means: exact first, then with a margin over the next best, otherwise candidates to ask about."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

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
    wanted = _read(matching_key(text))
    if not wanted.whole:
        return Match()
    named = [(place, _known(name)) for place in places for name in _names(place)]
    exact = {place.id: place for place, name in named if name.whole == wanted.whole}
    if exact:
        return _decide(list(exact.values()))
    if len(wanted.stem) < 2:
        return Match()
    scored: dict[int, tuple[float, Place]] = {}
    for place, name in named:
        if wanted.number and name.number != wanted.number:
            continue
        score = fuzz.ratio(wanted.stem, name.stem)
        if score > scored.get(place.id, (0.0, place))[0]:
            scored[place.id] = (score, place)
    best = sorted(scored.values(), key=lambda pair: -pair[0])
    if not best or best[0][0] < SURE:
        return Match()
    return _decide([place for score, place in best if score >= best[0][0] - MARGIN])


def nearest(text: str, places: Sequence[Place], *, at_most: int) -> list[Place]:
    """The places whose names look most like `text`, the nearest first; to be shown where nothing matched."""
    wanted = _read(matching_key(text)).joined

    def likeness(place: Place) -> float:
        return max(fuzz.ratio(wanted, _known(name).joined) for name in _names(place))

    return sorted(places, key=lambda place: -likeness(place))[:at_most]


def _names(place: Place) -> tuple[str, ...]:
    own = place.commune if place.kind is PlaceKind.CENTRE else place.name
    return (own, *place.aliases)


@dataclass(frozen=True, slots=True)
class _Name:
    """A name as it is compared: without what kind of place it is; its letters without spaces, and its number."""

    whole: str
    stem: str
    number: str

    @property
    def joined(self) -> str:
        return self.stem + self.number


def _read(key: str) -> _Name:
    whole = _PREFIX.sub("", key).strip()
    found = _NUMBER.search(whole)
    stem, number = (whole[: found.start()], found[1]) if found else (whole, "")
    return _Name(whole, stem.replace(" ", ""), number)


@lru_cache(maxsize=8192)
def _known(name: str) -> _Name:
    """Names of places are the same from turn to turn."""
    return _read(matching_key(name))


def _decide(found: Sequence[Place]) -> Match:
    return Match(place=found[0]) if len(found) == 1 else Match(candidates=tuple(found[:4]))
