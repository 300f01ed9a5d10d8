"""Communes and their places, as plain values."""

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from helpdesk.places.tables import PlaceKind, communes, places
from helpdesk.text.folding import matching_key


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune; one of the `sample` is invented and goes when a real one is added."""

    id: int
    code: str
    name: str
    sample: bool


def all_communes(db: sa.Connection) -> list[Commune]:
    """Every commune, in the order in which they were added."""
    query = sa.select(communes.c.id, communes.c.code, communes.c.name, communes.c.sample)
    return [Commune(*row) for row in db.execute(query.order_by(communes.c.id))]


def commune_called(word: str, known: Sequence[Commune]) -> Commune | None:
    """The commune with this code or name, accents and case aside."""
    key = matching_key(word)
    return next((one for one in known if key in (matching_key(one.code), matching_key(one.name))), None)


@dataclass(frozen=True, slots=True)
class Place:
    """A commune centre or a village; `commune` is the commune's name."""

    id: int
    commune_id: int
    commune: str
    code: str
    kind: PlaceKind
    name: str
    aliases: tuple[str, ...]


_PLACES = sa.select(places, communes.c.name.label("commune")).join(communes).order_by(places.c.id)


def all_places(db: sa.Connection, *, commune_id: int | None = None) -> list[Place]:
    """Every place, or every place of one commune."""
    query = _PLACES if commune_id is None else _PLACES.where(places.c.commune_id == commune_id)
    return [_place(row) for row in db.execute(query)]


def places_by_id(db: sa.Connection, ids: Sequence[int]) -> list[Place]:
    """The places with these ids, in the order of the ids."""
    found = {row.id: _place(row) for row in db.execute(_PLACES.where(places.c.id.in_(ids)))}
    return [found[place_id] for place_id in ids if place_id in found]


def centres(db: sa.Connection, *, commune_id: int | None = None) -> list[Place]:
    """The commune centres, of one commune or of all."""
    query = _PLACES.where(places.c.kind == PlaceKind.CENTRE.value)
    if commune_id is not None:
        query = query.where(places.c.commune_id == commune_id)
    return [_place(row) for row in db.execute(query)]


def _place(row: sa.Row[tuple[object, ...]]) -> Place:
    return Place(
        row.id, row.commune_id, row.commune, row.code, PlaceKind(row.kind), row.name, tuple(row.aliases)
    )
