"""A short version of `make simulate`: a day of some contacts, with the same faults and the same invariants."""

import sqlalchemy as sa

from bench.simulate import simulate


def test_a_day_of_faults_lose_nothing_and_double_nothing(database: sa.Engine) -> None:
    figures = simulate(database, seed=1, contacts=50, minutes=2, days=1)
    assert figures.findings.faults == []
    assert figures.whole
    assert figures.texts > 150
    assert len(figures.faults) > 8, "hardly anything went wrong, so nothing was shown"
