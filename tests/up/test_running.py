"""A process that dies by itself takes the others along in order, and is named in one plain line."""

import os
import signal
from pathlib import Path

import pytest

from tests.support.processes import wait_until_gone
from tests.support.whole_service import Up

KILLED = {
    "worker": ("workers.worker", "the worker was killed by signal 9", "see its last lines above"),
    "scheduler": ("workers.scheduler", "the scheduler was killed by signal 9", "see its last lines above"),
    "Redis": ("redis.sock", "the Redis was killed by signal 9", "see {data}/redis/redis.log"),
}


@pytest.mark.parametrize("name", KILLED)
def test_a_killed_process_ends_the_service_and_leaves_no_orphans(data: Path, name: str) -> None:
    command, how, where = KILLED[name]
    with Up(data) as service:
        os.kill(service.member(command), signal.SIGKILL)
        assert service.ended() == 1
        last = service.complained.splitlines()[-1]
        assert last == f"{how}, so everything was stopped: {where.format(data=data)}, then start again"
        assert "Traceback" not in service.complained
        wait_until_gone(list(service.known), within=5)


@pytest.mark.parametrize(
    ("which", "how"),
    [(min, "was killed by signal 9"), (max, "ended by itself with exit code 1")],
    ids=["watching", "serving"],
)
def test_either_web_process_that_is_killed_takes_the_other_along(data: Path, which: object, how: str) -> None:
    with Up(data) as service:
        web = [pid for pid, line in service.family().items() if "web_server" in line]
        assert len(web) == 2
        os.kill(which(web), signal.SIGKILL)  # type: ignore[operator]  # min or max
        assert service.ended() == 1
        last = service.complained.splitlines()[-1]
        assert (
            last
            == f"the web server {how}, so everything was stopped: see its last lines above, then start again"
        )
        assert "Traceback" not in service.complained
        wait_until_gone(list(service.known), within=5)
