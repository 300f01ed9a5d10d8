"""A short version of `make simulate`: a day of some contacts, with the same faults and the same invariants."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from bench.simulate import simulate
from bench.simulated_journal import Journal
from helpdesk.clock import FixedClock
from helpdesk.store.engine import open_database
from tests.support import sqlite
from tests.support.postgres import Postgres
from tests.support.repository import TOP
from tests.support.run import Run

play_a_day = partial(simulate, seed=1, contacts=30, days=1, rarer=4, minutes=10)

_IN_ANOTHER_PROCESS = """
import sys
from helpdesk.store.engine import open_database
from tests.faults.test_simulation import play_a_day
figures = play_a_day(open_database(sys.argv[1]))
print(figures.digest, figures.texts, figures.taken, figures.faults.total(), figures.findings.uncertain)
"""


@pytest.fixture(params=["sqlite", "postgresql"])
def fresh(request: pytest.FixtureRequest, run: Run, tmp_path: Path) -> Iterator[Callable[[str], str]]:
    """Makes databases of one kind at the newest revision, each by a name; their URLs."""
    with ExitStack() as stack:

        def made(name: str) -> str:
            if request.param == "sqlite":
                return sqlite.migrated_file(run, tmp_path / f"{name}.db")
            server: Postgres = request.getfixturevalue("postgres_server")
            return stack.enter_context(server.database())

        yield made


def test_a_day_of_faults_loses_nothing_and_doubles_nothing_and_can_be_played_again(
    fresh: Callable[[str], str],
) -> None:
    engine = open_database(fresh("first"))
    figures = play_a_day(engine)
    engine.dispose()
    assert figures.findings.faults == []
    assert figures.whole
    assert figures.texts > 120
    assert len(figures.faults) > 8, "hardly anything went wrong, so nothing was shown"

    again = subprocess.run(
        [sys.executable, "-c", _IN_ANOTHER_PROCESS, fresh("second")],
        cwd=TOP,
        env={**os.environ, "PYTHONHASHSEED": "42"},
        capture_output=True,
        text=True,
        check=True,
    )
    counted = (figures.texts, figures.taken, figures.faults.total(), figures.findings.uncertain)
    assert again.stdout.split() == [figures.digest, *map(str, counted)]


def test_a_digest_stands_for_every_event_and_when_it_was(clock: FixedClock) -> None:
    def told(*events: tuple[str, str], later: int = 0) -> str:
        journal = Journal(FixedClock(clock.now() + timedelta(seconds=later)))
        for what, detail in events:
            journal.note(what, detail)
        return journal.digest

    assert told(("text", "menu"), ("send", "1")) == told(("text", "menu"), ("send", "1"))
    assert told(("text", "menu"), ("send", "1")) != told(("send", "1"), ("text", "menu"))
    assert told(("text", "menu")) != told(("text", "DAT"))
    assert told(("text", "menu")) != told(("text", "menu"), later=1)
