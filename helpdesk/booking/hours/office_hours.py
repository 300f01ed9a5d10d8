"""A centre's office hours: on which weekday it is open from when to when, for whom and for how many."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from typing import Any

import sqlalchemy as sa

from helpdesk.booking.services import Service, unless_named
from helpdesk.booking.visits.planning_tables import office_hours
from helpdesk.places.tables import places

h = office_hours.c

MOST_PERSONS = 500
"""In one half day. More is a slip of the keyboard."""

LONGEST_MINUTES = 6 * 60
"""Of one row: a whole day is two rows with the break between them."""


@dataclass(frozen=True, slots=True)
class HalfDay:
    """One half day of the week at a centre. `weekday` is ISO: Monday is 1. `capacity` counts persons."""

    commune_id: int
    place_id: int
    weekday: int
    opens: time
    closes: time
    capacity: int
    services: tuple[Service, ...]
    finishes_level2: bool
    place_name: str = ""
    id: int = 0


def half_days(db: sa.Connection, *, commune_id: int | None = None) -> list[HalfDay]:
    """The office hours of a commune, or of all, through the week."""
    query = (
        sa.select(
            h.commune_id,
            h.place_id,
            h.weekday,
            h.opens,
            h.closes,
            h.capacity,
            h.services,
            h.finishes_level2,
            places.c.name,
            h.id,
        )
        .join_from(office_hours, places)
        .order_by(h.commune_id, h.place_id, h.weekday, h.opens)
    )
    if commune_id is not None:
        query = query.where(h.commune_id == commune_id)
    return [_half_day(row) for row in db.execute(query)]


def _half_day(row: Sequence[Any]) -> HalfDay:
    values = list(row)
    values[6] = unless_named(values[6], finishes_level2=values[7])
    return HalfDay(*values)


def add(db: sa.Connection, new: HalfDay) -> None:
    """Write a half day. One that stands there from the same hour gives way to it."""
    same = (h.place_id == new.place_id) & (h.weekday == new.weekday) & (h.opens == new.opens)
    db.execute(office_hours.delete().where(same))
    row = {
        "commune_id": new.commune_id,
        "place_id": new.place_id,
        "weekday": new.weekday,
        "opens": new.opens,
        "closes": new.closes,
        "capacity": new.capacity,
        "services": [service.value for service in new.services],
        "finishes_level2": new.finishes_level2,
    }
    db.execute(office_hours.insert().values(row))


def take_away(db: sa.Connection, half_day_id: int, *, commune_id: int) -> bool:
    """Take a half day of a commune away; False where there is none such."""
    own = (h.id == half_day_id) & (h.commune_id == commune_id)
    return db.execute(office_hours.delete().where(own)).rowcount == 1


def minutes(at: time) -> int:
    """Minutes since midnight."""
    return at.hour * 60 + at.minute


def overlap(one: HalfDay, other: HalfDay) -> bool:
    """Whether two half days would have a centre open twice at once."""
    same = (one.place_id, one.weekday) == (other.place_id, other.weekday)
    return same and one.opens < other.closes and other.opens < one.closes
