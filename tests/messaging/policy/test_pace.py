"""helpdesk/messaging/policy/pace.py: so many messages a minute, however many workers send."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from helpdesk.clock import FixedClock
from helpdesk.messaging.delivery.claiming import claim
from helpdesk.messaging.policy.pace import BURST
from helpdesk.messaging.states import Kind
from helpdesk.messaging.tables import gateways
from tests.messaging.conftest import Write
from tests.support.at_once import at_once


@pytest.fixture
def slow(database: sa.Engine, write: Write) -> int:
    """Forty messages are due over a gateway of twelve a minute; what may leave at once."""
    with database.begin() as db:
        db.execute(gateways.update().values(pace_per_minute=12))
    for _ in range(40):
        write()
    return int(BURST / timedelta(seconds=5)) + 1


def claimed(engine: sa.Engine, clock: FixedClock) -> int:
    count = 0
    while True:
        with engine.begin() as db:
            if claim(db, now=clock.now()) is None:
                return count
        count += 1


def test_what_was_not_used_is_made_up_for_by_a_little_and_no_more(
    database: sa.Engine, slow: int, clock: FixedClock
) -> None:
    assert claimed(database, clock) == slow
    clock.advance(timedelta(seconds=5))
    assert claimed(database, clock) == 1
    clock.advance(timedelta(seconds=1))
    assert claimed(database, clock) == 0
    clock.advance(timedelta(hours=1))
    assert claimed(database, clock) == slow


def test_several_workers_keep_the_pace_together(database: sa.Engine, slow: int, clock: FixedClock) -> None:
    assert sum(at_once(4, lambda _number: claimed(database, clock))) == slow


def test_an_answer_leaves_before_what_has_waited_longer(
    database: sa.Engine, write: Write, clock: FixedClock
) -> None:
    with database.begin() as db:
        db.execute(gateways.update().values(pace_per_minute=1, free_at=clock.now()))
    write(kind=Kind.REMINDER, due_at=clock.now() - timedelta(hours=1))
    answer = write()
    with database.begin() as db:
        taken = claim(db, now=clock.now())
    assert taken is not None
    assert taken.id == answer
