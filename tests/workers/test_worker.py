"""The worker process: it finishes what it does, waits for a Redis that is away, and always ends when told to."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import redis
import sqlalchemy as sa
from rq import Queue, Worker

from helpdesk.clock import SystemClock
from helpdesk.messaging.outbox import post
from helpdesk.messaging.states import State
from helpdesk.messaging.tables import outbound_messages
from helpdesk.settings import QUEUE
from helpdesk.store.engine import open_database
from helpdesk.up.embedded_redis import EmbeddedRedis
from tests.support.builders import draft, gateway
from tests.support.fake_twilio import FakeTwilio
from tests.support.run import Run
from tests.support.sqlite import migrated_file
from tests.support.twilio_requests import ACCOUNT_SID, AUTH_TOKEN, NUMBER
from tests.support.waiting import until
from tests.support.whole_service import program_environment


@pytest.fixture
def database_url(run: Run, tmp_path: Path) -> str:
    return migrated_file(run, tmp_path / "helpdesk.db")


@contextmanager
def working(server: EmbeddedRedis, database_url: str, **more: str) -> Iterator[subprocess.Popen[str]]:
    """A worker that has begun to look for jobs; killed at the end if it is still there."""
    settings = {"HELPDESK_REDIS_URL": server.url, "HELPDESK_DATABASE_URL": database_url, **more}
    process = subprocess.Popen(
        [sys.executable, "-m", "workers.worker"],
        env=program_environment(settings),
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        until(lambda: workers(server), within=20, what="the worker")
        yield process
    finally:
        process.kill()
        process.communicate()


def workers(server: EmbeddedRedis) -> list[str]:
    """The names of those in RQ's register."""
    with redis.Redis.from_url(server.url) as connection:
        return [worker.name for worker in Worker.all(connection=connection)]


def nudge(server: EmbeddedRedis, job: str) -> None:
    with redis.Redis.from_url(server.url) as connection:
        Queue(QUEUE, connection=connection, serializer="json").enqueue(f"workers.jobs.{job}", result_ttl=0)


def put_in_outbox(database_url: str) -> None:
    engine = open_database(database_url)
    now = SystemClock().now()
    with engine.begin() as db:
        post(db, draft(gateway(db, address=NUMBER), due_at=now), now=now)
    engine.dispose()


def state_in_outbox(database_url: str) -> str:
    engine = open_database(database_url)
    with engine.begin() as db:
        state = str(db.execute(sa.select(outbound_messages.c.state)).scalar_one())
    engine.dispose()
    return state


@pytest.fixture
def twilio() -> Iterator[FakeTwilio]:
    with FakeTwilio() as fake:
        yield fake


def account(twilio: FakeTwilio) -> dict[str, str]:
    return {
        "TWILIO_ACCOUNT_SID": ACCOUNT_SID,
        "TWILIO_AUTH_TOKEN": AUTH_TOKEN,
        "TWILIO_FROM": NUMBER,
        "TWILIO_API_BASE": twilio.base_url,
    }


def test_told_to_stop_while_idle_it_ends_at_once_and_leaves_the_register(
    redis_server: EmbeddedRedis, database_url: str
) -> None:
    with working(redis_server, database_url) as worker:
        worker.send_signal(signal.SIGTERM)
        _, complained = worker.communicate(timeout=10)
        assert (worker.returncode, complained) == (0, "")
        assert workers(redis_server) == []


def test_told_to_stop_in_mid_call_it_writes_down_how_the_call_ended(
    redis_server: EmbeddedRedis, database_url: str, twilio: FakeTwilio
) -> None:
    twilio.accept_then_hang()
    put_in_outbox(database_url)
    with working(redis_server, database_url, **account(twilio)) as worker:
        nudge(redis_server, "send")
        until(lambda: twilio.calls, within=20, what="the call to Twilio")
        worker.send_signal(signal.SIGTERM)
        with pytest.raises(subprocess.TimeoutExpired):
            worker.wait(0.3)  # it is in the middle of something
        assert state_in_outbox(database_url) == State.SENDING.value
        twilio.release()
        assert worker.wait(20) == 0
    assert state_in_outbox(database_url) == State.UNCERTAIN.value


def test_when_redis_goes_in_mid_call_the_result_is_kept_and_the_fault_said_plainly(
    tmp_path: Path, database_url: str, twilio: FakeTwilio
) -> None:
    twilio.accept_then_hang()
    put_in_outbox(database_url)
    with (
        EmbeddedRedis(tmp_path / "redis") as server,
        working(server, database_url, **account(twilio)) as worker,
    ):
        nudge(server, "send")
        until(lambda: twilio.calls, within=20, what="the call to Twilio")
        server.stop()
        twilio.release()
        until(
            lambda: state_in_outbox(database_url) == State.UNCERTAIN.value,
            within=20,
            what="the call's result",
        )
        assert worker.poll() is None
        worker.send_signal(signal.SIGTERM)
        _, complained = worker.communicate(timeout=30)
        assert worker.returncode == 0
        assert "redis is away" in complained
        assert "Traceback" not in complained


def test_it_ends_when_told_to_although_redis_is_gone(tmp_path: Path, database_url: str) -> None:
    with EmbeddedRedis(tmp_path / "redis") as server, working(server, database_url) as worker:
        server.stop()
        worker.send_signal(signal.SIGTERM)
        _, complained = worker.communicate(timeout=20)
        assert worker.returncode == 0
        assert "Traceback" not in complained


def test_it_waits_for_a_redis_that_comes_back(tmp_path: Path, database_url: str) -> None:
    with EmbeddedRedis(tmp_path / "redis") as first, working(first, database_url) as worker:
        first.stop()
        with EmbeddedRedis(tmp_path / "redis") as second:
            nudge(second, "release")
            with redis.Redis.from_url(second.url) as connection:
                queue = Queue(QUEUE, connection=connection, serializer="json")
                until(lambda: queue.count == 0, within=30, what="the job's turn")
            assert worker.poll() is None
            worker.send_signal(signal.SIGTERM)
            assert worker.wait(20) == 0
