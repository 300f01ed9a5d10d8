"""A worker process is killed with SIGKILL, at the two moments that matter."""

import subprocess
import sys

import pytest
import sqlalchemy as sa

from helpdesk.clock import FixedClock
from helpdesk.messaging.claiming import LEASE, release_dead_leases
from helpdesk.messaging.sending import Post, send_due
from tests.messaging.conftest import Stored, Write
from tests.support.repository import TOP
from tests.support.scripted_channel import ScriptedChannel
from tests.support.waiting import until


def _kill_one(url: str, where: str) -> None:
    command = [sys.executable, "-m", "tests.messaging.dying_worker", url, where]
    with subprocess.Popen(
        command, cwd=TOP, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as worker:
        assert worker.stdout is not None
        try:
            assert worker.stdout.readline() == "there\n"
        finally:
            worker.kill()


def _sent_by_the_next(database: sa.Engine, clock: FixedClock) -> list[int]:
    channel = ScriptedChannel()
    send_due(database, Post({"twilio": channel}, lambda *_: None, lambda *_: None), clock=clock)
    return [outgoing.message_id for outgoing in channel.sent]


@pytest.fixture
def message_id(write: Write) -> int:
    return write()


def test_killed_before_the_claim_was_written_the_next_worker_sends_it(
    database: sa.Engine, database_url: str, message_id: int, stored: Stored, clock: FixedClock
) -> None:
    _kill_one(database_url, "claiming")
    # PostgreSQL keeps the row locked until it notices that the worker has gone.
    sent = until(lambda: _sent_by_the_next(database, clock), within=10, what="the next worker's turn")
    assert sent == [message_id]
    assert (stored(message_id).state, stored(message_id).attempts) == ("sent", 1)


def test_killed_in_mid_call_it_is_uncertain_and_nobody_sends_it_again(
    database: sa.Engine, database_url: str, message_id: int, stored: Stored, clock: FixedClock
) -> None:
    _kill_one(database_url, "calling")
    assert stored(message_id).state == "sending"
    clock.advance(LEASE)
    assert _sent_by_the_next(database, clock) == []
    with database.begin() as db:
        assert release_dead_leases(db, now=clock.now()) == 1
    assert _sent_by_the_next(database, clock) == []
    assert (stored(message_id).state, stored(message_id).code) == ("uncertain", "worker_died")
