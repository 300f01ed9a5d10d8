"""helpdesk/store/sqlite.py."""

import sqlite3

import pytest
import sqlalchemy as sa

from helpdesk.store.engine import open_database, reading


def test_a_connection_that_has_read_takes_the_write_lock_the_next_time(sqlite_url: str) -> None:
    engine = open_database(sqlite_url)
    with reading(engine) as db:
        read_by = db.connection.dbapi_connection
    with engine.begin() as db:
        assert db.connection.dbapi_connection is read_by, "the pool gives the same connection again"
        other = sqlite3.connect(str(engine.url.database), timeout=0)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        other.close()
    engine.dispose()


def test_whoever_waits_in_vain_for_the_write_lock_is_told_as_of_any_statement(sqlite_url: str) -> None:
    engine = open_database(sqlite_url)
    with engine.begin(), engine.connect() as second:
        second.connection.cursor().execute("PRAGMA busy_timeout = 0")
        with pytest.raises(sa.exc.OperationalError, match="locked"):
            second.begin()
    engine.dispose()
