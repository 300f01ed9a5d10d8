"""One process each: what it must be given is asked for in one plain line."""

import os
import signal
from pathlib import Path

import pytest

from helpdesk.store.migrate import head
from tests.support.processes import wait_until_gone
from tests.support.run import Run
from tests.support.sqlite import migrated_file
from tests.support.waiting import until
from tests.support.whole_service import Program, answers, free_port

NO_REDIS = (
    "HELPDESK_REDIS_URL is not set: name the Redis server that all processes share,"
    " or run everything on this machine with `helpdesk up`\n"
)


@pytest.mark.parametrize(
    "arguments", [["worker"], ["scheduler"], ["worker", "--check"], ["scheduler", "--check"]]
)
def test_without_redis_there_is_no_work(arguments: list[str], tmp_path: Path) -> None:
    settings = {"HELPDESK_DATA": str(tmp_path / "data")}
    with Program(arguments, folder=tmp_path, settings=settings) as process:
        assert (process.ended(), process.said, process.complained) == (2, "", NO_REDIS)


@pytest.mark.parametrize("arguments", [["web", "--port", str(free_port())], ["worker"]])
def test_an_unmigrated_database_is_refused(arguments: list[str], tmp_path: Path) -> None:
    settings = {
        "HELPDESK_DATA": str(tmp_path / "data"),
        "HELPDESK_REDIS_URL": f"unix://{tmp_path}/redis.sock",
    }
    with Program(arguments, folder=tmp_path, settings=settings) as process:
        assert process.ended() == 2
        assert process.complained == (
            f"the database is empty, this version needs {head()}: run `helpdesk db upgrade` first\n"
        )


@pytest.mark.parametrize("which", ["worker", "scheduler"])
def test_the_health_check_says_when_redis_is_away(which: str, tmp_path: Path) -> None:
    settings = {"HELPDESK_REDIS_URL": f"unix://{tmp_path}/redis.sock"}
    with Program([which, "--check"], folder=tmp_path, settings=settings) as process:
        assert (process.ended(), process.complained) == (1, "redis is away (ConnectionError)\n")


def test_a_web_server_has_its_port_alone_and_leaves_no_process_behind_when_it_is_killed(
    run: Run, tmp_path: Path
) -> None:
    port = free_port()
    settings = {
        "HELPDESK_DATA": str(tmp_path / "data"),
        "HELPDESK_DATABASE_URL": migrated_file(run, tmp_path / "helpdesk.db"),
    }
    with Program(["web", "--port", str(port)], folder=tmp_path, settings=settings) as web:
        until(lambda: answers(f"http://127.0.0.1:{port}"), within=30, what="the web server")
        assert len(web.family()) == 2
        with Program(["web", "--port", str(port)], folder=tmp_path, settings=settings) as second:
            assert second.ended() == 2
            assert second.complained.startswith(f"port {port} is taken by another program: ")
        os.kill(web.pid, signal.SIGKILL)
        assert web.ended() == -signal.SIGKILL
        wait_until_gone(list(web.known), within=10)
