"""A real PostgreSQL for tests: one server for a run, a fresh database for each test.

The server is the one HELPDESK_TEST_PG_URL names (its user must be allowed to create databases), else one
started from the programs found on this machine, else from those that pip brought. There is always one.
"""

import os
import secrets
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa

from helpdesk.store.engine import open_database
from helpdesk.store.migrate import upgrade
from tests.support.postgres_reuse import Reusable
from tests.support.run import Run

GIVEN = "HELPDESK_TEST_PG_URL"

_TOP = Path(__file__).resolve().parents[2]


class Postgres:
    """The run's server, as one test process sees it. Made once for a process; it starts the server if needed."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._server = sa.make_url(run.once("postgres", lambda: _address(run)))
        self._maintenance = sa.create_engine(self._server, isolation_level="AUTOCOMMIT", pool_size=1)
        self._free: list[Reusable] = []

    @contextmanager
    def database(self) -> Iterator[str]:
        """The URL of a database at the newest revision, without a row, for one test."""
        database = self._free.pop() if self._free else Reusable(self._create(template=self._template()))
        try:
            yield database.url
        finally:
            if database.as_good_as_new():
                self._free.append(database)
            else:
                database.close()
                self._drop(database.url)

    @contextmanager
    def empty_database(self) -> Iterator[str]:
        """The URL of a database without a table, dropped afterwards."""
        url = self._create(template="template0")
        try:
            yield url
        finally:
            self._drop(url)

    def close(self) -> None:
        """Let go of the server, which others may still be using."""
        for database in self._free:
            database.close()
        self._maintenance.dispose()

    def _template(self) -> str:
        # Copying a migrated database costs a small part of migrating one.
        return self._run.once("postgres-template", self._make_template)

    def _make_template(self) -> str:
        url = self._create(template="template0")
        engine = open_database(url)
        upgrade(engine)
        engine.dispose()
        return str(sa.make_url(url).database)

    def _create(self, *, template: str) -> str:
        name = f"{self._run.name}_{secrets.token_hex(6)}"
        self._do(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return self._server.set(database=name).render_as_string(hide_password=False)

    def _drop(self, url: str) -> None:
        self._do(f'DROP DATABASE "{sa.make_url(url).database}" WITH (FORCE)')

    def _do(self, statement: str) -> None:
        with self._maintenance.connect() as db:
            db.exec_driver_sql(statement)


def clear_away(run: Run) -> None:
    """At the end of the run: leave nothing on a server that was given to us (our own goes as a whole)."""
    if GIVEN not in os.environ or not (run.folder / "postgres").exists():
        return
    engine = sa.create_engine(_given(), isolation_level="AUTOCOMMIT")
    with engine.connect() as db:
        ours = sa.text("SELECT datname FROM pg_database WHERE starts_with(datname, :prefix)")
        for name in db.scalars(ours, {"prefix": run.name}).all():
            db.exec_driver_sql(f'DROP DATABASE "{name}" WITH (FORCE)')
    engine.dispose()


def _address(run: Run) -> str:
    return _given() if GIVEN in os.environ else _started(run)


def _given() -> str:
    url = sa.make_url(os.environ[GIVEN]).set(drivername="postgresql+psycopg")
    return url.render_as_string(hide_password=False)


def _started(run: Run) -> str:
    keeper = subprocess.Popen(
        [sys.executable, "-m", "tests.support.postgres_keeper", run.folder],
        cwd=_TOP,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,  # Ctrl-C ends the tests first
    )
    assert keeper.stdout is not None
    with keeper.stdout as said:
        word, _, address = said.readline().strip().partition(" ")
    if word != "ready":
        raise RuntimeError(f"PostgreSQL for the tests does not start: {word} {address}")
    run.keepers.append(keeper)
    return address
