"""SQLite as we use it: a transaction that writes says so at its beginning, one that reads does not.

SQLAlchemy's usual way, a listener to "begin", makes it look for listeners around every statement of every turn;
a dialect that begins by itself spares that (measured: a twentieth of a menu turn).
"""

import sqlite3
from typing import Any

from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.engine.characteristics import ConnectionCharacteristic

DRIVER = "sqlite+helpdesk"
"""What a URL names this dialect by."""

READ_ONLY = "helpdesk_read_only"
"""The execution option of a connection that only reads."""


class Connection(sqlite3.Connection):
    """A connection that knows how its transactions begin."""

    # IMMEDIATE takes the write lock at once, so two writers queue instead of one failing half-way.
    begin = "BEGIN IMMEDIATE"


class _ReadOnly(ConnectionCharacteristic):
    """READ_ONLY, from when it is set until the connection goes back to the pool."""

    transactional = True

    def set_characteristic(self, dialect: Any, dbapi_conn: Any, value: Any) -> None:  # noqa: ARG002
        dbapi_conn.begin = "BEGIN" if value else Connection.begin

    def reset_characteristic(self, dialect: Any, dbapi_conn: Any) -> None:  # noqa: ARG002
        dbapi_conn.begin = Connection.begin

    def get_characteristic(self, dialect: Any, dbapi_conn: Any) -> bool:  # noqa: ARG002
        return bool(dbapi_conn.begin != Connection.begin)


class Dialect(SQLiteDialect_pysqlite):
    """SQLAlchemy's dialect of SQLite, for connections of the class above."""

    supports_statement_cache = True
    connection_characteristics = SQLiteDialect_pysqlite.connection_characteristics.union(
        {READ_ONLY: _ReadOnly()}
    )

    def do_begin(self, dbapi_connection: Any) -> None:
        dbapi_connection.cursor().execute(dbapi_connection.begin)


registry.register(DRIVER.replace("+", "."), __name__, Dialect.__name__)
