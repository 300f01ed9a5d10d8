"""INSERT … ON CONFLICT, which both databases know under two names."""

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite


def _insert(db: sa.Connection, table: sa.Table) -> Any:
    return postgresql.insert(table) if db.dialect.name == "postgresql" else sqlite.insert(table)


def upsert(
    db: sa.Connection, table: sa.Table, row: Mapping[str, Any], *, key: Sequence[str], update: Sequence[str]
) -> Any:
    """An insert of `row` that, where `key` is taken, sets the columns `update` of the row that is there."""
    insert = _insert(db, table).values(dict(row))
    return insert.on_conflict_do_update(
        index_elements=list(key), set_={name: insert.excluded[name] for name in update}
    )


def insert_if_new(
    db: sa.Connection, table: sa.Table, rows: Mapping[str, Any] | Sequence[Mapping[str, Any]]
) -> Any:
    """An insert that passes over rows some unique constraint knows already; with RETURNING it tells which were new."""
    values = dict(rows) if isinstance(rows, Mapping) else [dict(row) for row in rows]
    return _insert(db, table).values(values).on_conflict_do_nothing()
