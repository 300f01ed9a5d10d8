"""What all other tests stand on holds."""

import socket
from datetime import UTC, datetime
from pathlib import Path

import pytest
import redis
import sqlalchemy as sa
from pytest_socket import SocketConnectBlockedError

from helpdesk.clock import FixedClock, local
from helpdesk.store.engine import open_database
from helpdesk.store.migrate import is_current
from tests.support.waiting import until


@pytest.mark.parametrize("which", ["first", "second"])
def test_each_test_gets_a_database_of_its_own_at_the_newest_revision(database: sa.Engine, which: str) -> None:
    assert is_current(database)
    with database.begin() as db:
        db.exec_driver_sql("CREATE TABLE left_behind (id integer)")  # fails if another test's is still here


def test_both_databases_are_real_ones(database: sa.Engine, request: pytest.FixtureRequest) -> None:
    kind = request.node.callspec.params["database_url"]
    ask = "SELECT sqlite_version()" if kind == "sqlite" else "SHOW server_version"
    with database.connect() as db:
        version = str(db.exec_driver_sql(ask).scalar_one())
    assert database.dialect.name == kind
    assert int(version.split(".")[0]) >= (3 if kind == "sqlite" else 13)


def test_an_empty_database_has_no_table(empty_database_url: str) -> None:
    engine = open_database(empty_database_url)
    assert sa.inspect(engine).get_table_names() == []
    engine.dispose()


def test_the_given_connection_is_in_a_transaction_on_that_database(
    db: sa.Connection, database: sa.Engine
) -> None:
    assert db.engine is database
    assert db.in_transaction()


@pytest.mark.parametrize("which", ["first", "second"])
def test_each_test_finds_an_empty_redis(redis_client: redis.Redis, which: str) -> None:
    assert redis_client.dbsize() == 0
    assert redis_client.set("left behind", which) is True


def test_the_clock_stands_still_on_a_tuesday_morning(clock: FixedClock) -> None:
    assert clock.now() == datetime(2026, 12, 1, 2, 0, tzinfo=UTC)
    assert local(clock.now()).strftime("%A %H:%M") == "Tuesday 09:00"


def test_no_test_leaves_this_machine() -> None:
    with (
        socket.socket() as stranger,
        pytest.warns(UserWarning, match="192.0.2.1"),
        pytest.raises(SocketConnectBlockedError),
    ):
        stranger.connect(("192.0.2.1", 80))  # RFC 5737: belongs to nobody


def test_loopback_and_unix_sockets_are_open_to_tests(tmp_path: Path) -> None:
    addresses: list[tuple[socket.AddressFamily, tuple[str, int] | str]] = [
        (socket.AF_INET, ("127.0.0.1", 0)),
        (socket.AF_UNIX, str(tmp_path / "s")),
    ]
    for family, address in addresses:
        with socket.socket(family) as listener, socket.socket(family) as client:
            listener.bind(address)
            listener.listen()
            client.connect(listener.getsockname())


def test_waiting_in_vain_says_what_did_not_come() -> None:
    with pytest.raises(AssertionError) as failed:
        until(list, within=0.02, what="the second receipt")
    assert str(failed.value) == "the second receipt did not come within 0.02 seconds; last seen: []"


def test_waiting_gives_what_came() -> None:
    answers = iter([None, "", "here"])
    assert until(lambda: next(answers), within=5, what="an answer") == "here"
