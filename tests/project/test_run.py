"""A test run shares what is dear among its processes, and leaves nothing behind."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from tests.support.repository import TOP
from tests.support.run import Run
from tests.support.waiting import until

_RUN_OF_ITS_OWN = """
import sys, time
from tests.support.postgres import Postgres
from tests.support.run import Run
run = Run.begin()
with Postgres(run).empty_database() as url:
    print(run.folder, url, flush=True)
    sys.stdin.readline()
run.end()
"""


@pytest.fixture
def other() -> Iterator[Run]:
    """A run beside the one that this test is part of."""
    run = Run.begin()
    yield run
    run.end()


def started() -> tuple[subprocess.Popen[str], Path, Path]:
    """A run in another process, its folder, and the folder of its PostgreSQL."""
    without_server = {name: value for name, value in os.environ.items() if name != "HELPDESK_TEST_PG_URL"}
    process = subprocess.Popen(
        [sys.executable, "-c", _RUN_OF_ITS_OWN],
        cwd=TOP,
        env=without_server,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    folder, url = process.stdout.readline().split()
    return process, Path(folder), Path(str(sa.make_url(url).query["host"]))


def test_what_is_dear_is_made_once_for_all_processes_of_a_run(other: Run) -> None:
    worker = Run.join(str(other.folder))
    assert other.once("template", lambda: "made here") == "made here"
    assert worker.once("template", lambda: "made again") == "made here"


def test_what_cannot_be_made_is_not_tried_again_by_every_test(other: Run) -> None:
    def fail() -> str:
        raise OSError("no room")

    with pytest.raises(OSError, match="no room"):
        other.once("server", fail)
    with pytest.raises(RuntimeError, match=r"^server could not be made: no room$"):
        Run.join(str(other.folder)).once("server", lambda: "made")


def test_a_run_that_ends_has_no_server_and_no_files_any_more() -> None:
    process, folder, server = started()
    process.communicate("end\n")
    assert process.returncode == 0
    assert not folder.exists()
    assert not server.exists()


def test_a_run_that_is_killed_leaves_no_server_and_no_files_either() -> None:
    process, folder, server = started()
    assert (server / "data" / "postmaster.pid").exists()
    process.kill()
    process.communicate()
    until(lambda: not server.exists() and not folder.exists(), within=20, what="the server's end")
