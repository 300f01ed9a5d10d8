"""The sample data for tests: worked out once in a process, then written as rows."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from helpdesk.booking import sample as sample_openings
from helpdesk.clock import local_date
from helpdesk.people import sample as sample_people
from helpdesk.people.tables import officials as officials_table
from helpdesk.places import sample as sample_places
from helpdesk.places.tables import communes
from helpdesk.store.base import metadata
from tests.support.standing_apps import cheaply_hashed

PASSWORD = "mau-thu-2026"
"""Of every sample official: +84900000001 is the officer and …02 the leader of Thượng Trạch, …03 and …04 of Dân Hóa."""

Rows = Sequence[tuple[sa.Table, Sequence[Mapping[str, Any]]]]

_worked_out: dict[tuple[datetime, bool], Rows] = {}


def furnish(db: sa.Connection, *, now: datetime, officials: bool) -> None:
    """Write the sample communes, eight weeks of openings from the day of `now`, and their officials if wanted.

    What is there already stays as it is.
    """
    wanted = now, officials
    if wanted in _worked_out and not _any(db, communes):
        _write(db, _worked_out[wanted])
        return
    nothing_else = wanted not in _worked_out and not any(_any(db, table) for table in metadata.sorted_tables)
    _load(db, now=now, officials=officials)
    if nothing_else:
        _worked_out[wanted] = [
            (table, [dict(row) for row in db.execute(sa.select(table)).mappings()])
            for table in metadata.sorted_tables
            if _any(db, table)
        ]


def _load(db: sa.Connection, *, now: datetime, officials: bool) -> None:
    sample_places.load(db)
    if officials:
        sample_people.load(db, now=now, password=PASSWORD)
        known = officials_table.c.sample
        db.execute(officials_table.update().where(known).values(password=cheaply_hashed(PASSWORD)))
    sample_openings.load(db, today=local_date(now))


def _any(db: sa.Connection, table: sa.Table) -> bool:
    return db.execute(sa.select(sa.literal(1)).select_from(table).limit(1)).first() is not None


def _write(db: sa.Connection, rows: Rows) -> None:
    for table, its in rows:
        db.execute(table.insert(), its)
        if db.dialect.name == "postgresql" and "id" in table.c:
            last = sa.select(sa.func.max(table.c.id)).scalar_subquery()
            db.execute(sa.select(sa.func.setval(sa.func.pg_get_serial_sequence(table.name, "id"), last)))
