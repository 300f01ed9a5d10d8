"""Communes and their places, as plain values."""

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from helpdesk.places.tables import PlaceKind, communes, places


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
