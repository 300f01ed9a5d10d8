"""Places by what their names sound like, made once for each list of places: c like k, d like z, y like i."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from helpdesk.places.communes import Place
from helpdesk.places.tables import PlaceKind
from helpdesk.text.folding import matching_key
from helpdesk.text.tokens import accents_of, tokens_of


@dataclass(frozen=True, slots=True)
class PlaceIndex:
    """Places by what their names sound like."""

    # By sound without its number: the places, each with its number or "".
    by_sound: dict[str, tuple[tuple[Place, str], ...]]
    # "Bản 39" has no name but its number.
    by_number: dict[str, Place]
    by_first: dict[str, tuple[str, ...]]
    # The long names of communes by their first letter.
    communes: dict[str, tuple[str, ...]]
    # The first letters, one or two, of every name.
    beginnings: frozenset[str]
    # The letters of every name, number and spaces aside.
    letters: frozenset[str]
    accents: frozenset[str]
    syllables: frozenset[str]


_last: list[tuple[tuple[Place, ...], PlaceIndex]] = []


def index_of(places: Sequence[Place]) -> PlaceIndex:
    """The index of these places; made once for each list of places."""
    key = places if isinstance(places, tuple) else tuple(places)
    known = _last[0] if _last else None
    if known and known[0] is key:
        return known[1]
    found = _made(key)
    _last[:] = [(key, found)]
    return found


def _called(place: Place) -> tuple[str, ...]:
    """What a place is called in a text. Of a centre's other names the commune's own is left out: "UBND xã Dân Hóa"."""
    if place.kind is not PlaceKind.CENTRE:
        return (place.name, *place.aliases)
    own = matching_key(place.commune)
    return (place.commune, *(alias for alias in place.aliases if own not in matching_key(alias)))


@lru_cache(maxsize=8)
def _made(places: tuple[Place, ...]) -> PlaceIndex:
    by_sound: dict[str, dict[int, tuple[Place, str]]] = {}
    by_number: dict[str, Place] = {}
    letters: set[str] = set()
    accents: set[str] = set()
    syllables: set[str] = set()
    for place in places:
        names = _called(place)
        for name in names:
            words = matching_key(name).split()
            number = words.pop() if words and words[-1].isdecimal() else ""
            if words == ["ban"] and number:
                by_number[number] = place
                continue
            by_sound.setdefault(sound("".join(words)), {})[place.id] = (place, number)
            letters.add("".join(words))
            typed = [token.written for token in tokens_of(name) if not token.is_number]
            accents.add("".join(map(accents_of, typed)))
            syllables.update(token.casefold() for token in typed)
    by_first: dict[str, set[str]] = {}
    communes: dict[str, set[str]] = {}
    for heard, named in by_sound.items():
        by_first.setdefault(heard[:1], set()).add(heard)
        if any(place.kind is PlaceKind.CENTRE for place, _ in named.values()):
            communes.setdefault(heard[:1], set()).add(heard)
    return PlaceIndex(
        {heard: tuple(found.values()) for heard, found in by_sound.items()},
        by_number,
        {first: tuple(sorted(heard)) for first, heard in by_first.items()},
        {first: tuple(sorted(heard)) for first, heard in communes.items()},
        frozenset(heard[:length] for heard in by_sound for length in (1, 2)),
        frozenset(letters),
        frozenset(accents),
        frozenset(syllables),
    )


@lru_cache(maxsize=8192)
def sound(key: str) -> str:
    """A folded name as it sounds: c like k, z like d, y like i; doubled letters once, but the oo of Roòng, which is o."""
    plain = key.replace("qu", "kw").replace("c", "k").replace("kh", "K").replace("gi", "d").replace("z", "d")
    plain = plain.replace("y", "i").replace("ph", "f").replace("K", "kh")
    return "".join(char for at, char in enumerate(plain) if not at or plain[at - 1] != char)
