"""kill -9 of each process at its worst moment."""

import os
import signal
from collections.abc import Callable
from threading import Thread

import redis
import sqlalchemy as sa
from rq import Queue

from helpdesk.clock import FixedClock, SystemClock
from helpdesk.messaging.delivery.claiming import LEASE
from helpdesk.messaging.tables import inbound_messages
from helpdesk.settings import QUEUE
from helpdesk.sweeps import SWEEPS
from helpdesk.up.embedded_redis import EmbeddedRedis
from tests.faults.conftest import WEBHOOK, Installation
from tests.support.processes import kill_all, wait_until_gone
from tests.support.waiting import until
from tests.support.whole_service import Program
from workers.scheduler import LOCK

Install = Callable[[str, str], Installation]


def kill(program: Program) -> None:
    """With everything it started."""
    pids = list(program.family())
    kill_all(pids)
    wait_until_gone(pids, within=10)


def test_a_worker_killed_in_the_middle_of_a_call_leaves_a_message_that_is_found_and_not_sent_again(
    install: Install, postgres_url: str, redis_server: EmbeddedRedis
) -> None:
    here = install(postgres_url, redis_server.url)
    here.twilio.accept_then_hang()
    here.put_in_outbox()
    here.nudge("send")
    worker = here.start("worker")
    until(lambda: here.twilio.messages, within=30, what="the call to Twilio")
    kill(worker)
    assert here.states() == ["sending"]
    clock = FixedClock(SystemClock().now() + LEASE)
    next_worker = here.runtime(clock)
    assert [SWEEPS[name](next_worker) for name in ("send", "release")] == [0, 1]
    assert here.states() == ["uncertain"]
    assert [SWEEPS[name](next_worker) for name in ("look_up", "send")] == [1, 0]
    assert here.states() == ["sent"]
    assert len(here.twilio.messages) == 1
    assert here.faults() == []


def test_a_web_process_killed_in_mid_turn_has_done_nothing_and_the_repeat_is_acted_on_once(
    install: Install, postgres_url: str, redis_server: EmbeddedRedis
) -> None:
    here = install(postgres_url, redis_server.url)
    web, url = here.web()
    sid = "SM" + "7" * 32
    lost: list[str] = []

    def text() -> None:
        try:
            here.twilio.text(WEBHOOK, "menu", sid=sid, reach=url)
        except OSError as error:
            lost.append(type(error).__name__)

    with here.engine.connect() as db:
        db.execute(
            sa.text("LOCK TABLE outbound_messages IN EXCLUSIVE MODE")
        )  # the turn gets as far as its answer
        in_flight = Thread(target=text)
        in_flight.start()
        waiting = sa.text("SELECT count(*) FROM pg_locks JOIN pg_database d ON d.oid = database"
                          " WHERE NOT granted AND d.datname = current_database()")  # fmt: skip
        until(lambda: db.execute(waiting).scalar(), within=20, what="a turn in the middle")
        kill(web)
        in_flight.join(20)
        db.rollback()
    assert len(lost) == 1
    _, url = here.web()
    (menu,) = here.text(url, "menu", sid=sid)
    again = here.twilio.text(WEBHOOK, "menu", sid=sid, reach=url)  # it did not hear us: the same answer
    assert [reply.body for reply in again.replies] == [menu]
    del here.twilio.messages[1:]  # Twilio uses one of the two
    with here.engine.connect() as db:
        assert db.execute(sa.select(sa.func.count()).select_from(inbound_messages)).scalar() == 1
    assert here.states() == ["handed_over"]
    assert here.faults() == []


def test_of_two_schedulers_one_leads_and_when_it_is_killed_the_other_takes_over_and_each_message_leaves_once(
    install: Install, sqlite_url: str, redis_server: EmbeddedRedis
) -> None:
    here = install(sqlite_url, redis_server.url)
    first = here.start("scheduler")
    until(lambda: "scheduler leads" in first.complained, within=20, what="the first scheduler's lead")
    second = here.start("scheduler")
    with redis.Redis.from_url(here.settings["HELPDESK_REDIS_URL"]) as connection:
        queue = Queue(QUEUE, connection=connection, serializer="json")
        until(lambda: queue.count, within=20, what="the timetable's first jobs")
        once = sorted(job.func_name or "" for job in queue.jobs)
        assert once == sorted(set(once)), "two schedulers queue each job once"
        os.kill(first.pid, signal.SIGKILL)
        assert first.ended() == -signal.SIGKILL
        connection.pexpire(LOCK, 1)  # the time that its lock still had passes
        until(lambda: "scheduler leads" in second.complained, within=20, what="the second scheduler's lead")
    here.put_in_outbox()
    here.start("worker")
    until(lambda: here.states() == ["sent"], within=40, what="the message")
    assert len(here.twilio.messages) == 1
    assert here.faults() == []
