"""A child is asked to end, waited for, and killed with all that is its own when that takes too long."""

import os
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from helpdesk.up.bound_process import adopt_orphans
from helpdesk.up.child import Child
from helpdesk.up.stop_signals import StopSignals
from tests.support.processes import gone, kill_all
from tests.support.waiting import until

Start = Callable[..., Child]

STUBBORN = 'trap "" TERM; sh -c "trap \'\' TERM; echo \\$\\$ >> {pids}; while :; do sleep 600; done" & echo $$ >> {pids}; wait; wait'
"""A shell that will not end when asked, and neither will what it started."""


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts shell scripts as children; whatever is left of them is killed."""
    made: list[Child] = []

    def begin(script: str, *, seconds_to_stop: float = 20.0) -> Child:
        shell = shutil.which("sh")
        assert shell is not None
        made.append(
            Child(
                "child",
                [shell, "-c", script.format(pids=tmp_path / "pids")],
                environment=os.environ,
                seconds_to_stop=seconds_to_stop,
            )
        )
        return made[-1]

    yield begin
    kill_all([child.pid for child in made] + written(tmp_path))


def written(folder: Path) -> list[int]:
    path = folder / "pids"
    return [int(line) for line in path.read_text().split()] if path.exists() else []


def test_one_that_ends_when_asked_is_waited_for(start: Start, tmp_path: Path) -> None:
    child = start("trap 'sleep 0.2; exit 7' TERM; echo $$ >> {pids}; while :; do sleep 0.05; done")
    until(lambda: written(tmp_path), within=10, what="the child")
    with StopSignals() as signals:
        child.stop(signals)
    assert child.poll() == 7


def test_one_that_will_not_end_is_killed_with_all_that_it_started(start: Start, tmp_path: Path) -> None:
    child = start(STUBBORN, seconds_to_stop=0.2)
    pids = until(
        lambda: written(tmp_path) if len(written(tmp_path)) == 2 else [], within=10, what="both processes"
    )
    with StopSignals() as signals:
        child.stop(signals)
    assert child.poll() == -signal.SIGKILL
    until(lambda: all(gone(pid) for pid in pids), within=5, what="the end of both")


def test_one_that_died_leaves_nothing_behind(start: Start, tmp_path: Path) -> None:
    adopt_orphans()
    child = start("sleep 600 & echo $! >> {pids}; exit 3")
    until(lambda: child.poll() is not None, within=10, what="the child's end")
    (left,) = written(tmp_path)
    assert not gone(left)
    with StopSignals() as signals:
        child.stop(signals)
    assert child.poll() == 3
    assert gone(left)


def test_it_is_out_of_reach_of_the_terminals_ctrl_c(start: Start) -> None:
    child = start("exec sleep 600")
    assert os.getpgid(child.pid) == child.pid
    assert os.getsid(child.pid) != os.getsid(0)
    with StopSignals() as signals:
        child.stop(signals)
    assert child.poll() == -signal.SIGTERM


def test_an_impatient_operator_is_not_kept_waiting(start: Start, tmp_path: Path) -> None:
    child = start(STUBBORN, seconds_to_stop=600)
    until(lambda: len(written(tmp_path)) == 2, within=10, what="both processes")
    with StopSignals() as signals:
        # Ctrl-C now, and again after more than a second.
        again = subprocess.Popen(["sh", "-c", f"kill -INT {os.getpid()}; sleep 1.2; kill -INT {os.getpid()}"])
        child.stop(signals)
        again.wait()
    assert child.poll() == -signal.SIGKILL
