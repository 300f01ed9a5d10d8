"""What stands on a closed day, or in hours that are gone, takes nobody new until an official has decided.

Who is booked there stays: to call a day off or to put it off, and to tell people, is for people.
"""

from collections import defaultdict
from collections.abc import Collection
from datetime import date, datetime

import sqlalchemy as sa

from helpdesk.booking.openings import COLUMNS, SOURCE, Opening, as_opening, hold_openings
from helpdesk.booking.states import OpeningState
from helpdesk.booking.tables import openings
from helpdesk.clock import local_date
from helpdesk.places.closed_days import closures

o = openings.c

_STANDS = (OpeningState.OPEN.value, OpeningState.CHANGING.value)
"""One that is being changed may be undone."""


def close_to_new(
    db: sa.Connection, outside: Collection[int], *, commune_id: int | None = None, now: datetime
) -> list[Opening]:
    """Let nobody new be booked into what stands on a closed day, or is among `outside`, openings that the hours would
    not have; and take new ones again where that is over. Those that stand closed, the next first.
    """
    coming = (o.day >= local_date(now)) & (o.starts_at > now)
    query = sa.select(o.id, o.commune_id, o.day, o.closed_since, o.state).where(coming)
    if commune_id is not None:
        query = query.where(o.commune_id == commune_id)
    rows = db.execute(query).all()
    days: dict[int, set[date]] = defaultdict(set)
    for row in rows:
        days[row.commune_id].add(row.day)
    closed = {each: closures(db, each, own) for each, own in days.items()}
    to_close = {
        row.id
        for row in rows
        if row.state in _STANDS and (row.id in outside or row.day in closed[row.commune_id])
    }
    shut = {row.id for row in rows if row.closed_since is not None}
    _set(db, to_close - shut, now)
    _set(db, shut - to_close, None)
    found = (
        sa.select(*COLUMNS).select_from(SOURCE).where(o.id.in_(to_close), o.state == OpeningState.OPEN.value)
    )
    return [as_opening(row) for row in db.execute(found.order_by(o.starts_at, o.id))] if to_close else []


def _set(db: sa.Connection, ids: Collection[int], closed_since: datetime | None) -> None:
    if ids:
        hold_openings(db, *ids)
        db.execute(openings.update().where(o.id.in_(ids)).values(closed_since=closed_since))
