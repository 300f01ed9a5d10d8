"""The one metadata all rooms define their tables on, with names for every constraint.

Named constraints are what migrations can drop and what an error message can be understood by.
"""

from typing import Any

import sqlalchemy as sa

from helpdesk.store.types import BigId, UtcDateTime

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def id_column() -> sa.Column[int]:
    """A surrogate key that both databases hand out."""
    return sa.Column("id", BigId, primary_key=True)


def ref(name: str, target: str, *, null: bool = False, index: bool = False, **more: Any) -> sa.Column[int]:
    """A foreign key column `name` on `target` ("table.column")."""
    return sa.Column(name, BigId, sa.ForeignKey(target), nullable=null, index=index, **more)


def when(name: str, *, null: bool = False, **more: Any) -> sa.Column[Any]:
    """A moment: aware UTC in Python."""
    return sa.Column(name, UtcDateTime(), nullable=null, **more)


def word(name: str, *, null: bool = False, **more: Any) -> sa.Column[str]:
    """A short text column."""
    return sa.Column(name, sa.Text(), nullable=null, **more)


def partial_index(
    name: str, *columns: sa.ColumnElement[Any], where: sa.ColumnElement[bool], unique: bool = False
) -> sa.Index:
    """An index of the rows for which `where` holds, on both databases: a sweep costs what is in it."""
    return sa.Index(name, *columns, unique=unique, postgresql_where=where, sqlite_where=where)


def one_of(column: str, words: type) -> sa.CheckConstraint:
    """A CHECK that `column` holds a value of the enum `words`: the belt under every state table."""
    listed = ", ".join(f"'{member.value}'" for member in words)  # type: ignore[attr-defined]
    return sa.CheckConstraint(f"{column} IN ({listed})", name=f"{column}_known")
