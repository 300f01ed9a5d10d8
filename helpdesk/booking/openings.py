"""Openings: when a place is open, and taking and giving back its places in persons."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from helpdesk.booking.services import WITH_KIT, WITHOUT_KIT, Service, unless_named
from helpdesk.booking.states import OpeningState
from helpdesk.booking.tables import openings
from helpdesk.places.tables import PlaceKind, places
from helpdesk.places.tables import communes as communes_table


@dataclass(frozen=True, slots=True)
class Opening:
    """A place is open on `day` between two moments (UTC); `free` and `capacity` count persons."""

    id: int
    commune_id: int
    commune: str
    place_id: int
    place_kind: PlaceKind
    place_name: str
    team_id: int | None
    day: date
    starts_at: datetime
    ends_at: datetime
    capacity: int
    taken: int
    finishes_level2: bool
    state: OpeningState
    services: tuple[Service, ...] = ()
    closed_since: datetime | None = None

    @property
    def free(self) -> int:
        """Places left, in persons; none where nobody new is booked until an official has decided."""
        return self.capacity - self.taken if self.closed_since is None else 0


o = openings.c
COLUMNS = (
    o.id,
    o.commune_id,
    communes_table.c.name,
    o.place_id,
    places.c.kind,
    places.c.name,
    o.team_id,
    o.day,
    o.starts_at,
    o.ends_at,
    o.capacity,
    o.taken,
    o.finishes_level2,
    o.state,
    o.services,
    o.closed_since,
)
SOURCE = openings.join(places, places.c.id == o.place_id).join(
    communes_table, communes_table.c.id == o.commune_id
)


TAKES_NEW = (o.state == OpeningState.OPEN.value) & o.closed_since.is_(None)
"""Whether an opening is there for whoever has no place in it yet."""


# Built once: building a statement costs more than running it.
_ONE = sa.select(*COLUMNS).select_from(SOURCE).where(o.id == sa.bindparam("opening"))
_PERSONS = sa.bindparam("persons", type_=sa.Integer())
_TAKE = (
    openings.update()
    .where(
        o.id == sa.bindparam("opening"),
        TAKES_NEW,
        o.starts_at > sa.bindparam("now"),
        o.taken + _PERSONS <= o.capacity,
    )
    .values(taken=o.taken + _PERSONS, numbered=o.numbered + _PERSONS)
    .returning(o.numbered)
)


def as_opening(row: Sequence[Any]) -> Opening:
    """An Opening from the values of COLUMNS."""
    values = list(row)
    values[4], values[13] = PlaceKind(values[4]), OpeningState(values[13])
    values[14] = unless_named(values[14], finishes_level2=values[12])
    return Opening(*values)


def find_opening(db: sa.Connection, opening_id: int) -> Opening | None:
    """One opening; None where it is gone, with a sample commune for instance."""
    row = db.execute(_ONE, {"opening": opening_id}).first()
    return as_opening(row) if row else None


def opening(db: sa.Connection, opening_id: int) -> Opening:
    """One opening. Raises sqlalchemy.exc.NoResultFound for an unknown id."""
    return as_opening(db.execute(_ONE, {"opening": opening_id}).one())


def openings_by_id(db: sa.Connection, ids: Collection[int]) -> dict[int, Opening]:
    """Those of the openings that there are, by id."""
    if not ids:
        return {}
    query = sa.select(*COLUMNS).select_from(SOURCE).where(o.id.in_(ids))
    return {one.id: one for one in map(as_opening, db.execute(query).all())}


def coming_at(db: sa.Connection, place_ids: Collection[int], *, after: datetime) -> dict[int, list[Opening]]:
    """The openings that begin after `after` and take place, full or not, by place; the next first."""
    found: dict[int, list[Opening]] = {place_id: [] for place_id in place_ids}
    if not found:
        return found
    query = (
        sa.select(*COLUMNS)
        .select_from(SOURCE)
        .where(o.place_id.in_(place_ids), o.state == OpeningState.OPEN.value, o.starts_at > after)
        .order_by(o.starts_at)
    )
    for one in map(as_opening, db.execute(query).all()):
        found[one.place_id].append(one)
    return found


def with_room(
    db: sa.Connection,
    *,
    place_id: int,
    persons: int,
    after: datetime,
    at_most: int,
    but_not: int | None = None,
) -> list[Opening]:
    """The next openings of a place that still have room for `persons` and begin after `after`."""
    query = (
        sa.select(*COLUMNS)
        .select_from(SOURCE)
        .where(
            o.place_id == place_id,
            TAKES_NEW,
            o.starts_at > after,
            o.taken + persons <= o.capacity,
        )
        .order_by(o.starts_at)
        .limit(at_most)
    )
    if but_not is not None:
        query = query.where(o.id != but_not)
    return [as_opening(row) for row in db.execute(query)]


def offers_service(service: sa.ColumnElement[str]) -> sa.ColumnElement[bool]:
    """Whether an opening offers a service that stands in a column: `services.unless_named` as a condition."""
    # The list is JSON text on both databases: ["level2", "update_info"].
    written = sa.cast(o.services, sa.Text())
    usual = o.finishes_level2 & service.in_([one.value for one in WITH_KIT])
    usual |= ~o.finishes_level2 & service.in_([one.value for one in WITHOUT_KIT])
    return written.contains('"' + service + '"') | ((written == "[]") & usual)


def place_offers(db: sa.Connection, place_id: int, service: Service, *, after: datetime) -> bool:
    """Whether a service is offered at a place, in an opening that takes place and begins after `after`, full or not."""
    query = sa.select(o.id).where(
        o.place_id == place_id,
        TAKES_NEW,
        o.starts_at > after,
        offers_service(sa.literal(service.value)),
    )
    return db.execute(query.limit(1)).first() is not None


def on_day(
    db: sa.Connection, day: date, *, place_id: int | None = None, commune_id: int | None = None
) -> list[Opening]:
    """The openings of a day that take place, in the order in which they begin."""
    query = (
        sa.select(*COLUMNS)
        .select_from(SOURCE)
        .where(o.day == day, o.state == OpeningState.OPEN.value)
        .order_by(o.starts_at, o.id)
    )
    if place_id is not None:
        query = query.where(o.place_id == place_id)
    if commune_id is not None:
        query = query.where(o.commune_id == commune_id)
    return [as_opening(row) for row in db.execute(query)]


def hold_openings(db: sa.Connection, *opening_ids: int) -> None:
    """Lock openings until the transaction ends, always in the same order, so that two moves cannot deadlock."""
    db.execute(sa.select(o.id).where(o.id.in_(opening_ids)).order_by(o.id).with_for_update()).all()


def take_places(db: sa.Connection, opening_id: int, persons: int, *, now: datetime) -> int | None:
    """Take places for `persons`, all or none (None). One conditional update: no two callers get the last one.

    What comes back is the first of the numbers that were counted up for them, from 1; see `booking.arrival`.
    """
    counted: int | None = db.execute(_TAKE, {"opening": opening_id, "persons": persons, "now": now}).scalar()
    return None if counted is None else counted - persons + 1


def give_back_places(db: sa.Connection, opening_id: int, persons: int) -> None:
    """Free the places of `persons`."""
    db.execute(openings.update().where(o.id == opening_id).values(taken=o.taken - persons))


def from_day(
    db: sa.Connection,
    first: date,
    *,
    commune_id: int | None = None,
    team_id: int | None = None,
    at_most: int,
) -> list[Opening]:
    """The openings that take place from a day on, the next first; of one commune or one team where it is named."""
    query = (
        sa.select(*COLUMNS)
        .select_from(SOURCE)
        .where(o.day >= first, o.state == OpeningState.OPEN.value)
        .order_by(o.starts_at, o.id)
        .limit(at_most)
    )
    if commune_id is not None:
        query = query.where(o.commune_id == commune_id)
    if team_id is not None:
        query = query.where(o.team_id == team_id)
    return [as_opening(row) for row in db.execute(query)]
