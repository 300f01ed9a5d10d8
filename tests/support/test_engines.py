"""Engines that are lent to one test after another."""

import sqlalchemy as sa

from tests.support.engines import engine_on
from tests.support.statements import statements_of

ANYTHING = sa.text("SELECT 1")


def test_whoever_listens_to_a_lent_engine_hears_nothing_of_the_next_test(sqlite_url: str) -> None:
    heard: list[str] = []
    with engine_on(sqlite_url) as first:
        sa.event.listen(first, "before_cursor_execute", lambda *told: heard.append(told[2]))
        with first.connect() as db:
            db.execute(ANYTHING)
    with engine_on(sqlite_url) as second, statements_of(second) as its_own, second.connect() as db:
        db.execute(ANYTHING)
    assert (heard, its_own) == (["SELECT 1"], ["SELECT 1"])


def test_two_engines_that_are_lent_at_once_are_two(sqlite_url: str) -> None:
    with engine_on(sqlite_url) as one, engine_on(sqlite_url) as other:
        assert one.pool is not other.pool
