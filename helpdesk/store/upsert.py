"""INSERT … ON CONFLICT, which both databases know under two names.

Statements are built once and kept: building one costs more than running it, and every turn runs several.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

Columns = tuple[sa.Column[Any], ...]
Computed = tuple[tuple[str, sa.ScalarSelect[Any]], ...]


def upsert(
    db: sa.Connection,
    table: sa.Table,
    row: Mapping[str, Any],
    *,
    key: tuple[str, ...],
    update: tuple[str, ...],
    returning: Columns = (),
) -> sa.CursorResult[Any]:
    """Insert `row`; where `key` is taken, set the columns `update` of the row that is there."""
    return db.execute(_upsert(db.dialect.name, table, key, update, returning), row)


def insert_if_new(
    db: sa.Connection,
    table: sa.Table,
    rows: Mapping[str, Any] | Sequence[Mapping[str, Any]],
    *,
    returning: Columns = (),
    computed: Computed = (),
) -> sa.CursorResult[Any]:
    """Insert, passing over rows some unique constraint knows already; with `returning` it tells which were new.

    `computed` columns are filled by a query, the same object each time; what it asks for stands in `rows`, too.
    """
    return db.execute(_insert_if_new(db.dialect.name, table, returning, computed), rows)


def _insert(dialect: str, table: sa.Table) -> Any:
    return postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)


@cache
def _upsert(
    dialect: str, table: sa.Table, key: tuple[str, ...], update: tuple[str, ...], returning: Columns
) -> Any:
    insert = _insert(dialect, table)
    changed = {name: insert.excluded[name] for name in update}
    statement = insert.on_conflict_do_update(index_elements=list(key), set_=changed)
    return statement.returning(*returning) if returning else statement


@cache
def _insert_if_new(dialect: str, table: sa.Table, returning: Columns, computed: Computed) -> Any:
    statement = _insert(dialect, table).on_conflict_do_nothing()
    if computed:
        statement = statement.values(dict(computed))
    return statement.returning(*returning) if returning else statement
