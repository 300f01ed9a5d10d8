"""Fixtures that every room may ask for. What they stand on is in tests/support."""

import os
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import redis
import sqlalchemy as sa

from helpdesk.clock import FixedClock
from helpdesk.up.embedded_redis import EmbeddedRedis
from tests.support import postgres, redis_server, sqlite
from tests.support.engines import engine_on
from tests.support.run import Run

RUN = pytest.StashKey[Run]()

# Tests start some hundred processes. Each would compile all of our code anew where none may keep what it compiled.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False


def pytest_configure(config: pytest.Config) -> None:
    given = getattr(config, "workerinput", None)  # set by xdist in its worker processes only
    config.stash[RUN] = Run.join(given["run_folder"]) if given else Run.begin()


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    node.workerinput["run_folder"] = str(node.config.stash[RUN].folder)


def pytest_unconfigure(config: pytest.Config) -> None:
    run = config.stash[RUN]
    if run.led_by_this_process:
        postgres.clear_away(run)
    run.end()


@pytest.fixture
def clock() -> FixedClock:
    """Stands at 09:00 commune time on Tuesday 1 December 2026 until it is moved."""
    return FixedClock(datetime(2026, 12, 1, 9, 0))  # noqa: DTZ001 - no zone means commune time


@pytest.fixture(scope="session")
def run(pytestconfig: pytest.Config) -> Run:
    return pytestconfig.stash[RUN]


@pytest.fixture(scope="session")
def postgres_server(run: Run) -> Iterator[postgres.Postgres]:
    """A real PostgreSQL, started when the first test asks for it."""
    server = postgres.Postgres(run)
    yield server
    server.close()


@pytest.fixture
def sqlite_url(run: Run) -> str:
    """A fresh SQLite file at the newest revision."""
    return sqlite.emptied_file(run)


@pytest.fixture
def postgres_url(postgres_server: postgres.Postgres) -> Iterator[str]:
    """A fresh PostgreSQL database at the newest revision."""
    with postgres_server.database() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """A fresh database at the newest revision; the test runs on both kinds."""
    url: str = request.getfixturevalue("sqlite_url" if request.param == "sqlite" else "postgres_url")
    return url


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database without a single table; the test runs on both kinds."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.db'}"
        return
    server: postgres.Postgres = request.getfixturevalue("postgres_server")
    with server.empty_database() as url:
        yield url


@pytest.fixture
def database(database_url: str) -> Iterator[sa.Engine]:
    """An engine on a fresh database at the newest revision; the test runs on both kinds."""
    with engine_on(database_url) as engine:
        yield engine


@pytest.fixture
def db(database: sa.Engine) -> Iterator[sa.Connection]:
    """An open transaction on `database`, undone at the end."""
    with database.connect() as connection:
        connection.begin()
        yield connection


@pytest.fixture(scope="session")
def redis_of_this_process() -> Iterator[EmbeddedRedis]:
    with redis_server.passing_redis() as server:
        yield server


@pytest.fixture(name="redis_server")
def an_empty_redis(redis_of_this_process: EmbeddedRedis) -> EmbeddedRedis:
    """A real Redis that holds nothing; a test that wants to kill one starts its own."""
    redis_server.empty(redis_of_this_process)
    return redis_of_this_process


@pytest.fixture
def redis_client(redis_server: EmbeddedRedis) -> Iterator[redis.Redis]:
    """A connection to `redis_server`, answering bytes as RQ wants them."""
    with redis.Redis.from_url(redis_server.url) as client:
        yield client
