"""The embedded Redis of `helpdesk up`."""

import os
import signal
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import redis

from helpdesk.up.embedded_redis import DataFolderInUse, EmbeddedRedis, EmbeddedRedisError
from tests.support.waiting import until

Start = Callable[..., EmbeddedRedis]


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts servers and stops whatever is left of them."""
    started: list[EmbeddedRedis] = []

    def begin(folder: Path, **options: object) -> EmbeddedRedis:
        started.append(EmbeddedRedis(folder, **options))  # type: ignore[arg-type]
        return started[-1]

    yield begin
    for server in started:
        server.stop()


def gone(pid: int) -> bool:
    """Whether no process has this id any more (a dead child that nobody asked about yet is gone too)."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    state = Path(f"/proc/{pid}/stat")
    return state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z"


def socket_of(server: EmbeddedRedis) -> Path:
    return Path(str(redis.Redis.from_url(server.url).connection_pool.connection_kwargs["path"]))


def test_it_answers_at_its_url_as_soon_as_it_is_made(start: Start, tmp_path: Path) -> None:
    server = start(tmp_path / "redis")
    with redis.Redis.from_url(server.url) as client:
        assert client.ping() is True
        assert client.info("server")["process_id"] == server.pid
    assert server.poll() is None


def test_it_listens_on_no_port_and_refuses_writes_rather_than_forgetting(
    start: Start, tmp_path: Path
) -> None:
    server = start(tmp_path)
    with redis.Redis.from_url(server.url, decode_responses=True) as client:
        told = client.config_get()
    expected = {
        "port": "0",
        "maxmemory-policy": "noeviction",
        "appendonly": "yes",
        "appendfsync": "everysec",
        "unixsocketperm": "700",
    }
    assert {name: told[name] for name in expected} == expected


def test_what_was_written_is_there_after_stop_and_start(start: Start, tmp_path: Path) -> None:
    first = start(tmp_path)
    with redis.Redis.from_url(first.url) as client:
        client.set("village", "Cà Roòng 1")
    first.stop()
    assert first.poll() == 0
    with redis.Redis.from_url(start(tmp_path).url) as client:
        assert client.get("village") == "Cà Roòng 1".encode()


def test_what_was_written_survives_a_killed_server(start: Start, tmp_path: Path) -> None:
    first = start(tmp_path)
    with redis.Redis.from_url(first.url) as client:
        client.set("village", "Cà Roòng 1")
    os.kill(first.pid, signal.SIGKILL)
    until(lambda: first.poll() is not None, within=5, what="the server's end")
    with redis.Redis.from_url(start(tmp_path).url) as client:
        assert client.get("village") == "Cà Roòng 1".encode()


def test_a_passing_server_keeps_nothing(start: Start, tmp_path: Path) -> None:
    first = start(tmp_path, persistent=False)
    with redis.Redis.from_url(first.url) as client:
        client.set("village", "Cà Roòng 1")
    first.stop()
    with redis.Redis.from_url(start(tmp_path, persistent=False).url) as client:
        assert client.get("village") is None


def test_stopping_twice_is_stopping_once(start: Start, tmp_path: Path) -> None:
    server = start(tmp_path)
    server.stop()
    server.stop()
    assert server.poll() == 0
    assert gone(server.pid)


@pytest.mark.parametrize("name", ["Dữ liệu của xã", "100%40?a=b#c", 'quote"and\\slash'])
def test_any_folder_name_will_do(start: Start, name: str) -> None:
    with tempfile.TemporaryDirectory(prefix="h") as short:
        server = start(Path(short) / name)
        with redis.Redis.from_url(server.url) as client:
            client.set("k", "v")
            # RQ's worker asks for this at its start; a space or "=" in the socket's path is more than it can read.
            assert client.client_info()["db"] == 0
        assert (Path(short) / name / "redis.log").exists()
        server.stop()


def test_the_socket_lies_in_the_folder_where_its_path_is_plain(start: Start) -> None:
    with tempfile.TemporaryDirectory(prefix="h") as short:
        server = start(Path(short) / "xã")
        assert socket_of(server).parent == Path(short) / "xã"
        server.stop()


def test_a_folder_too_deep_for_a_socket_gets_a_private_short_one(start: Start, tmp_path: Path) -> None:
    deep = tmp_path / ("x" * 60) / ("y" * 60)
    server = start(deep)
    place = socket_of(server).parent
    assert place.parent == Path(tempfile.gettempdir())
    assert stat.S_IMODE(place.stat().st_mode) == 0o700
    with redis.Redis.from_url(server.url) as client:
        assert client.ping() is True
    server.stop()
    assert not place.exists()


def test_a_second_server_on_a_served_folder_is_refused_and_the_first_goes_on(
    start: Start, tmp_path: Path
) -> None:
    first = start(tmp_path)
    with pytest.raises(DataFolderInUse) as refused:
        start(tmp_path)
    assert str(refused.value) == (
        f"the data folder {tmp_path} is in use by a running Redis server (process {first.pid});"
        " stop the helpdesk that runs there, or set HELPDESK_DATA to another folder"
    )
    with redis.Redis.from_url(first.url) as client:
        assert client.ping() is True


def test_ctrl_c_in_the_terminal_does_not_reach_it_before_its_users(start: Start, tmp_path: Path) -> None:
    server = start(tmp_path)
    assert os.getpgid(server.pid) == server.pid
    assert os.getsid(server.pid) != os.getsid(0)


def test_a_folder_that_cannot_be_made_is_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(EmbeddedRedisError) as refused:
        EmbeddedRedis(tmp_path / "file" / "redis")
    assert str(refused.value) == (
        f"cannot keep Redis data in {tmp_path}/file/redis: Not a directory;"
        " make it writable or set HELPDESK_DATA"
    )


def program(folder: Path, *, does: str) -> Path:
    """A server program that goes wrong."""
    path = folder / "broken-server"
    path.write_text(f"#!/bin/sh\n{does}\n")
    path.chmod(0o755)
    return path


def test_a_server_that_ends_at_its_start_is_reported_with_its_last_words(tmp_path: Path) -> None:
    says = "9:M 21 Nov 2026 22:12:01.123 # Bad file format reading the append only file"
    with pytest.raises(EmbeddedRedisError) as refused:
        EmbeddedRedis(tmp_path, program=program(tmp_path, does=f"echo '{says}'; exit 1"))
    assert str(refused.value) == (
        f"Redis ended at its start: Bad file format reading the append only file (see {tmp_path}/redis.log)"
    )


def test_a_server_that_never_answers_is_given_up_and_ended(tmp_path: Path) -> None:
    with pytest.raises(EmbeddedRedisError) as refused:
        EmbeddedRedis(tmp_path, program=program(tmp_path, does="exec sleep 600"), within=0.5)
    assert str(refused.value) == f"Redis did not answer within 0.5 seconds (see {tmp_path}/redis.log)"
    assert gone(int((tmp_path / "redis.lock").read_text()))


_HOLDER = """
import sys, time
from pathlib import Path
from helpdesk.up.embedded_redis import EmbeddedRedis
print(EmbeddedRedis(Path(sys.argv[1])).pid, flush=True)
time.sleep(600)
"""

if sys.platform == "linux":  # elsewhere there is no such promise; see bound_process

    def test_a_killed_parent_leaves_no_orphan_and_the_folder_can_be_used_at_once(
        start: Start, tmp_path: Path
    ) -> None:
        with subprocess.Popen(
            [sys.executable, "-c", _HOLDER, str(tmp_path)], stdout=subprocess.PIPE, text=True
        ) as parent:
            assert parent.stdout is not None
            pid = int(parent.stdout.readline())
            parent.kill()
        server = start(tmp_path)
        assert gone(pid)
        with redis.Redis.from_url(server.url) as client:
            assert client.ping() is True
