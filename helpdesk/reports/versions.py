"""Versions of a list: what stood on each that was handed out, so that a correction can say what changed."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from helpdesk.booking.bookings import bookings_in
from helpdesk.booking.openings import Opening
from helpdesk.booking.persons.needs import needs_of, relation_of
from helpdesk.booking.persons.own_phones import phones_beside
from helpdesk.booking.services import Service
from helpdesk.booking.states import BookingState
from helpdesk.reports.calls import to_ring
from helpdesk.reports.opening_list import Row, rows_of
from helpdesk.reports.tables import Audience, lists
from helpdesk.store.upsert import insert_if_new

v = lists.c


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a list as it was handed out at `made_at`; versions count from 1."""

    number: int
    made_at: datetime
    rows: tuple[Row, ...]
    # The change of the day that it says, where the day was called off or put off.
    change_id: int | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """Who stands on a list that did not before, who no longer does, and who needs something else than was said."""

    added: tuple[Row, ...]
    removed: tuple[Row, ...]
    needing: tuple[Row, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.needing)


def changes_since(previous: Iterable[Row], rows: Iterable[Row]) -> Changes:
    """What changed from one version to another; that somebody said that they are coming changes nothing."""
    before = {row.identity: row for row in previous}
    after = {row.identity: row for row in rows}
    return Changes(
        added=tuple(row for identity, row in after.items() if identity not in before),
        removed=tuple(row for identity, row in before.items() if identity not in after),
        needing=tuple(
            row
            for identity, row in after.items()
            if (was := before.get(identity)) is not None
            and (was.needs, was.service) != (row.needs, row.service)
        ),
    )


def is_outdated(version: Version | None, rows: Sequence[Row], *, audience: Audience) -> bool:
    """Whether rows differ from what was handed out last in anything that this audience is told."""
    if version is None:
        return True
    if audience is Audience.LEADER:
        return bool(changes_since(version.rows, rows))
    return version.rows != tuple(rows)


def newest(db: sa.Connection, opening_ids: Iterable[int], *, audience: Audience) -> dict[int, Version]:
    """The newest version for each opening that has one, by opening."""
    mine = (v.audience == audience.value) & v.opening_id.in_(list(opening_ids))
    last = sa.select(v.opening_id, sa.func.max(v.version).label("last")).where(mine).group_by(v.opening_id)
    found = last.subquery()
    query = sa.select(v.opening_id, v.version, v.made_at, v.rows, v.change_id).join(
        found, (found.c.opening_id == v.opening_id) & (found.c.last == v.version)
    )
    rows = db.execute(query.where(mine))
    return {row.opening_id: Version(row.version, row.made_at, _read(row.rows), row.change_id) for row in rows}


def numbered(db: sa.Connection, opening_id: int, number: int, *, audience: Audience) -> Version | None:
    """The version with this number; None where there is none."""
    mine = (v.opening_id == opening_id) & (v.audience == audience.value) & (v.version == number)
    row = db.execute(sa.select(v.made_at, v.rows, v.change_id).where(mine)).first()
    return Version(number, row.made_at, _read(row.rows), row.change_id) if row else None


def next_version(
    db: sa.Connection,
    opening: Opening,
    *,
    audience: Audience,
    previous: Version | None,
    now: datetime,
    change_id: int | None = None,
) -> Version | None:
    """Write who is booked now as the version after `previous`, the newest; or that the day has changed (`change_id`).

    None when nothing changed that this audience is told, or when another worker wrote that version first.
    """
    booked = bookings_in(db, opening.id)
    rows = rows_of(booked, to_ring=to_ring(db, booked), beside=phones_beside(db, booked))
    if not (says_not(previous, change_id) if change_id else is_outdated(previous, rows, audience=audience)):
        return None
    number = previous.number + 1 if previous else 1
    row = {
        "commune_id": opening.commune_id,
        "opening_id": opening.id,
        "audience": audience.value,
        "version": number,
        "made_at": now,
        "rows": [asdict(row) for row in rows],
        "change_id": change_id,
    }
    written = insert_if_new(db, lists, row, returning=(v.id,)).scalar()
    return None if written is None else Version(number, now, rows, change_id)


def says_not(version: Version | None, change_id: int) -> bool:
    """Whether the newest version does not say that the day has changed in this way; once is enough."""
    return version is None or version.change_id != change_id


def _read(stored: Sequence[dict[str, Any]]) -> tuple[Row, ...]:
    return tuple(_row(**row) for row in stored)


def _row(
    *,
    state: str,
    service: str = Service.LEVEL2.value,
    needs: Sequence[str] = (),
    relation: str | None = None,
    **plain: Any,
) -> Row:
    """A row as it was stored; versions from before bookings were for a service have none of that."""
    return Row(
        **plain,
        state=BookingState(state),
        service=Service(service),
        needs=needs_of(needs),
        relation=relation_of(relation),
    )
