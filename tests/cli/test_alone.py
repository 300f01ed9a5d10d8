"""One process each: what it must be given is asked for in one plain line."""

from pathlib import Path

import pytest

from helpdesk.store.migrate import head
from tests.support.whole_service import Program, free_port

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
