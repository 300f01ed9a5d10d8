"""A short version of the month in `make simulate`: some households of both communes, the same faults and invariants."""

from functools import partial
from pathlib import Path

from bench.month_figures import MonthFigures
from bench.simulate import simulate_month
from bench.simulated_communes import COMMUNES, PERSONS_A_VISIT
from helpdesk.store.engine import open_database
from tests.support import sqlite
from tests.support.run import Run

play_half_a_month = partial(simulate_month, seed=1, share=0.06, days=16, rarer=16)


def played(url: str) -> MonthFigures:
    engine = open_database(url)
    figures = play_half_a_month(engine)
    engine.dispose()
    return figures


def test_half_a_month_loses_nobody_and_can_be_played_again(run: Run, tmp_path: Path) -> None:
    figures = played(sqlite.migrated_file(run, tmp_path / "first.db"))
    assert figures.faults == []
    assert figures.week.whole
    assert figures.figures["persons booked"] > 25
    assert figures.figures["came"] > 5
    assert figures.figures["visits put off or called off"] == 2
    again = played(sqlite.migrated_file(run, tmp_path / "second.db"))
    assert (again.week.digest, again.figures) == (figures.week.digest, figures.figures)


def test_half_a_month_on_postgresql_ends_with_all_invariants_true(postgres_url: str) -> None:
    assert played(postgres_url).faults == []


def test_the_communes_are_of_the_size_that_is_told_of_them() -> None:
    assert [(one.villages, one.households) for one in COMMUNES] == [(20, 766), (28, 1253)]
    assert PERSONS_A_VISIT == 50
