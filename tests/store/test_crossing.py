"""helpdesk/store/crossing.py: which errors of the database mean that the same work may be done once more."""

import threading

import pytest
import sqlalchemy as sa

from helpdesk.store.crossing import crossed
from helpdesk.store.engine import open_database
from tests.support.at_once import at_once

PATIENCE_S = 30.0


def test_of_two_that_wait_for_each_other_one_is_ended_and_it_is_told_by_its_error(postgres_url: str) -> None:
    engine = open_database(postgres_url)
    both_hold_one = threading.Barrier(2)

    def hold_two(number: int) -> bool | None:
        try:
            with engine.begin() as db:
                for at, key in enumerate((number, 1 - number)):
                    if at:
                        both_hold_one.wait(PATIENCE_S)
                    db.execute(sa.text("SELECT pg_advisory_xact_lock(:key)"), {"key": key})
        except sa.exc.DBAPIError as error:
            return crossed(error)
        return None

    ended = at_once(2, hold_two)
    engine.dispose()
    assert sorted(ended, key=str) == [None, True]


def test_an_error_of_our_own_is_none_that_is_tried_again(database: sa.Engine) -> None:
    with pytest.raises(sa.exc.DBAPIError) as raised, database.begin() as db:
        db.execute(sa.text("SELECT nothing FROM nowhere"))
    assert not crossed(raised.value)
