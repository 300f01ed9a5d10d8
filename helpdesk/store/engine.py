"""Opening a database, with the settings each kind needs to keep its word."""

import random
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.pool import StaticPool

from helpdesk.store import sqlite

BUSY_TIMEOUT_S = 20
"""How long a SQLite writer waits for another to finish; longer than any of our transactions."""


def open_database(url: str) -> sa.Engine:
    """An engine for `url`: `sqlite:///file`, `sqlite://` (in memory, one connection) or `postgresql://…`.

    Raises sqlalchemy.exc.ArgumentError for a URL that cannot be read, or names a driver that is not installed.
    """
    parsed = sa.make_url(url)
    if parsed.get_backend_name() == "sqlite":
        return _open_sqlite(parsed)
    if parsed.drivername in ("postgresql", "postgres"):
        parsed = parsed.set(drivername="postgresql+psycopg")
    # pre_ping: a restarted database costs the next turn a reconnect, not an error to a resident.
    try:
        engine = sa.create_engine(
            parsed, pool_pre_ping=True, pool_size=8, max_overflow=8, hide_parameters=True
        )
    except ModuleNotFoundError as error:
        raise sa.exc.ArgumentError(
            f"the driver '{parsed.drivername}' is not installed; write postgresql://…"
        ) from error
    sa.event.listen(engine, "handle_error", _without_detail)
    return engine


def _without_detail(context: sa.ExceptionContext) -> None:
    # PostgreSQL's DETAIL quotes the row: names and numbers stay out of error messages, and so out of logs.
    for error in (context.original_exception, context.sqlalchemy_exception):
        if error is not None:
            error.args = tuple(
                part.partition("\nDETAIL")[0] if isinstance(part, str) else part for part in error.args
            )


def _open_sqlite(url: sa.URL) -> sa.Engine:
    if url.query:
        raise sa.exc.ArgumentError("an SQLite file takes no options after ?")
    in_memory = url.database in (None, "", ":memory:")
    arguments: dict[str, Any] = {
        "connect_args": {"timeout": BUSY_TIMEOUT_S, "check_same_thread": False, "factory": sqlite.Connection},
        "hide_parameters": True,  # names and numbers stay out of error messages, and so out of logs
    }
    if in_memory:
        arguments["poolclass"] = StaticPool
    else:
        Path(str(url.database)).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    engine = sa.create_engine(url.set(drivername=sqlite.DRIVER), **arguments)
    sa.event.listen(engine, "connect", _prepare_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    # The driver must not open transactions by itself: the dialect says which kind begins.
    connection.isolation_level = None
    cursor = connection.cursor()
    # WAL lets readers go on while one writes. FULL: an SMS we acknowledged survives a power cut.
    # Turns write the same last pages of tables and indexes: in a log of four times the usual length (16 MB) they are
    # copied a quarter as often, and the one whose commit copies them makes nobody wait so often.
    _write_ahead(cursor)
    for pragma in (
        "synchronous=FULL",
        "foreign_keys=ON",
        "temp_store=MEMORY",
        "wal_autocheckpoint=4000",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _write_ahead(cursor: Any) -> None:
    """Switch the file to WAL, waiting for others as a writer does.

    A switch that meets another's, in a file just made, is refused at once, whatever the timeout: SQLite's busy
    handler is not asked where it holds a lock already and two of them could wait for each other.
    """
    end = time.monotonic() + BUSY_TIMEOUT_S
    while True:
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > end:
                raise
            time.sleep(random.uniform(0.001, 0.02))  # apart from the other that was refused  # noqa: S311
        else:
            return


@contextmanager
def reading(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A transaction that only reads: on SQLite it does not queue behind writers."""
    with engine.connect().execution_options(**{sqlite.READ_ONLY: True}) as db, db.begin():
        yield db
