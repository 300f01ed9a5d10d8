"""Bringing a database to the newest revision, and asking how far it is."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from helpdesk.store.engine import reading

_HERE = Path(__file__).parent / "migrations"

_LOCK = 0x68656C70
"""Our number among PostgreSQL's advisory locks ("help"): one process migrates, the others wait for it."""


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(_HERE))
    return config


def upgrade(engine: sa.Engine, revision: str = "head") -> None:
    """Run all migrations up to `revision`; a database that is there already is left alone.

    Several processes may do so at once: the first migrates, the others then find nothing to do.
    """
    config = _config()
    with engine.connect() as db, altering(db):
        config.attributes["connection"] = db
        command.upgrade(config, revision)
        db.commit()


@contextmanager
def altering(db: sa.Connection) -> Iterator[None]:
    """Let tables be altered over `db`, which has nothing open yet, by one process at a time."""
    with _alone_on_postgresql(db) if db.dialect.name == "postgresql" else _unhooked_on_sqlite(db):
        yield


@contextmanager
def _unhooked_on_sqlite(db: sa.Connection) -> Iterator[None]:
    """SQLite alters a table by making another and dropping it; rows that refer to it must not object meanwhile.

    Other migrations wait: one BEGIN IMMEDIATE, before the revision is read, holds for all of them. Left to itself,
    alembic would commit after each, and another process could begin in between.
    """
    driver: Any = db.connection.dbapi_connection
    driver.execute("PRAGMA foreign_keys=OFF")  # means nothing inside a transaction
    db.begin()
    try:
        yield
    finally:
        db.rollback()
        driver.execute("PRAGMA foreign_keys=ON")


@contextmanager
def _alone_on_postgresql(db: sa.Connection) -> Iterator[None]:
    db.execute(sa.select(sa.func.pg_advisory_lock(_LOCK)))
    db.commit()  # the lock belongs to the session, not to this transaction
    try:
        yield
    finally:
        db.rollback()
        db.execute(sa.select(sa.func.pg_advisory_unlock(_LOCK)))
        db.commit()


def current(engine: sa.Engine) -> str | None:
    """The revision the database is at; None when it is empty. Keeps no writer waiting: it is asked by every probe."""
    with reading(engine) as db:
        return MigrationContext.configure(db).get_current_revision()


def head() -> str:
    """The newest revision the code knows."""
    newest = ScriptDirectory.from_config(_config()).get_current_head()
    assert newest is not None, "no migrations are shipped"  # noqa: S101
    return newest


def is_current(engine: sa.Engine) -> bool:
    """Whether the database is at the newest revision."""
    return current(engine) == head()
