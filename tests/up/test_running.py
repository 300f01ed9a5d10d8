"""A process that dies by itself takes the others along in order, and is named in one plain line."""

import os
import signal
from pathlib import Path

import pytest

from helpdesk.settings import Settings
from helpdesk.up.bound_process import adopt_orphans
from helpdesk.up.faults import ProcessEnded
from helpdesk.up.running import SCHEDULER, WEB, WORKER, Running
from helpdesk.up.stop_signals import StopSignals
from tests.support.processes import family, kill_all, wait_until_gone
from tests.support.waiting import until
from tests.support.whole_service import Up, free_port

HOW_MANY = {WORKER: 1, SCHEDULER: 1, WEB: 2}
"""Processes of each; of the web server's two, the first watches over the other one."""


def ours() -> set[int]:
    return set(family(os.getpid()))


def killed(running: Running, pid: int) -> str:
    """What is said when this process of theirs is killed."""
    os.kill(pid, signal.SIGKILL)
    with pytest.raises(ProcessEnded) as ended:
        until(lambda: running.look(), within=30, what="the end")
    return str(ended.value)


@pytest.mark.parametrize("name", HOW_MANY)
def test_a_killed_process_is_named_and_takes_the_others_along(name: str, tmp_path: Path) -> None:
    adopt_orphans()
    before = ours()
    started: set[int] = set()
    try:
        with StopSignals() as signals, Running(signals, print) as running:
            redis_url = running.start_redis(tmp_path / "redis")
            with_redis = ours()
            running.start(name, Settings(data=tmp_path, redis_url=redis_url, port=free_port()))
            until(lambda: len(ours() - with_redis) == HOW_MANY[name], within=30, what=f"the {name}")
            started = ours() - before
            said = killed(running, min(ours() - with_redis))
        assert (
            said
            == f"the {name} was killed by signal 9, so everything was stopped: see its last lines above, then start again"
        )
        assert running.stopped == [name, "Redis"]
        wait_until_gone(list(started), within=5)
    finally:
        kill_all(list(started))


def test_a_killed_redis_is_named_with_its_log(tmp_path: Path) -> None:
    before = ours()
    with StopSignals() as signals, Running(signals, print) as running:
        running.start_redis(tmp_path / "redis")
        (pid,) = ours() - before
        said = killed(running, pid)
    assert (
        said
        == f"the Redis was killed by signal 9, so everything was stopped: see {tmp_path}/redis/redis.log, then start again"
    )


def test_of_the_whole_service_it_is_the_last_line_and_nothing_is_left_over(data: Path) -> None:
    with Up(data) as service:
        web = [pid for pid, line in service.family().items() if "web_server" in line]
        assert len(web) == 2
        os.kill(max(web), signal.SIGKILL)  # the one that serves
        assert service.ended() == 1
        assert service.complained.splitlines()[-1] == (
            "the web server ended by itself with exit code 1, so everything was stopped:"
            " see its last lines above, then start again"
        )
        assert "Traceback" not in service.complained
        wait_until_gone(list(service.known), within=5)
