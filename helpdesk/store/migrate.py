"""Bringing a database to the newest revision, and asking how far it is."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

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
    with engine.connect() as db, _alone(db):
        config.attributes["connection"] = db
        command.upgrade(config, revision)
        db.commit()


@contextmanager
def _alone(db: sa.Connection) -> Iterator[None]:
    """Keep other migrations waiting. SQLite does by itself: our BEGIN IMMEDIATE comes before the revision is read."""
    if db.dialect.name != "postgresql":
        yield
        return
    db.execute(sa.select(sa.func.pg_advisory_lock(_LOCK)))
    db.commit()  # the lock belongs to the session, not to this transaction
    try:
        yield
    finally:
        db.rollback()
        db.execute(sa.select(sa.func.pg_advisory_unlock(_LOCK)))
        db.commit()


def current(engine: sa.Engine) -> str | None:
    """The revision the database is at; None when it is empty."""
    with engine.connect() as db:
        return MigrationContext.configure(db).get_current_revision()


def head() -> str:
    """The newest revision the code knows."""
    newest = ScriptDirectory.from_config(_config()).get_current_head()
    assert newest is not None, "no migrations are shipped"  # noqa: S101
    return newest


def is_current(engine: sa.Engine) -> bool:
    """Whether the database is at the newest revision."""
    return current(engine) == head()
