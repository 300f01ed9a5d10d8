"""The processes alone, around one PostgreSQL and one Redis, as on several machines in production."""

import signal
from contextlib import ExitStack
from pathlib import Path

from helpdesk.clock import SystemClock
from helpdesk.messaging.outbox import post
from helpdesk.store.engine import open_database
from helpdesk.up.embedded_redis import EmbeddedRedis
from tests.support.builders import RESIDENT, draft, gateway
from tests.support.fake_twilio import FakeTwilio
from tests.support.postgres import Postgres
from tests.support.twilio_requests import ACCOUNT_SID, AUTH_TOKEN, NUMBER
from tests.support.waiting import until
from tests.support.whole_service import Program, answers, free_port

WEBHOOK = "https://helpdesk.example/channels/twilio/sms"


def production(database_url: str, redis: EmbeddedRedis, twilio: FakeTwilio, data: Path) -> dict[str, str]:
    return {
        "HELPDESK_ENV": "production",
        "HELPDESK_DATA": str(data),
        "HELPDESK_DATABASE_URL": database_url,
        "HELPDESK_REDIS_URL": redis.url,
        "HELPDESK_SECRET_KEY": "one key for all machines, made for a test",
        "HELPDESK_PUBLIC_URL": "https://helpdesk.example",
        "TWILIO_ACCOUNT_SID": ACCOUNT_SID,
        "TWILIO_AUTH_TOKEN": AUTH_TOKEN,
        "TWILIO_FROM": NUMBER,
        "TWILIO_API_BASE": twilio.base_url,
    }


def leaders(schedulers: list[Program]) -> list[Program]:
    return [each for each in schedulers if "scheduler leads" in each.complained]


def test_machines_share_conversations_and_work_and_one_scheduler_leads(
    postgres_server: Postgres, redis_server: EmbeddedRedis, tmp_path: Path
) -> None:
    with ExitStack() as stack:
        url = stack.enter_context(postgres_server.empty_database())
        twilio = stack.enter_context(FakeTwilio())
        settings = production(url, redis_server, twilio, tmp_path / "data")

        def start(*arguments: str) -> Program:
            return stack.enter_context(Program(list(arguments), folder=tmp_path, settings=settings))

        early = start("web", "--port", str(free_port()))
        assert early.ended() == 2
        assert early.complained.endswith("run `helpdesk db upgrade` first\n")
        assert start("db", "upgrade").ended() == 0

        ports = [free_port(), free_port()]
        webs = [start("web", "--port", str(port)) for port in ports]
        schedulers = [start("scheduler"), start("scheduler")]
        here, there = (f"http://127.0.0.1:{port}" for port in ports)
        for reach in (here, there):
            until(lambda at=reach: answers(at), within=30, what=f"the web server at {reach}")  # type: ignore[misc]

        # A conversation goes on wherever its next text arrives; a repeat gets the same answer anywhere.
        (menu,) = twilio.text(WEBHOOK, "menu", reach=here).replies
        (steps,) = twilio.text(WEBHOOK, "1", reach=there).replies
        (more,) = twilio.text(WEBHOOK, "1", reach=here, sid="SM" + "1" * 32).replies
        again = twilio.text(WEBHOOK, "1", reach=there, sid="SM" + "1" * 32).http
        assert "Buoc 1" in steps.body
        assert "Buoc 2" in more.body
        assert more.body in again.body
        assert menu.body not in (steps.body, more.body)

        # What is in the outbox leaves once, although nobody nudged.
        engine = open_database(url)
        with engine.begin() as db:
            message = draft(gateway(db, address=NUMBER), "Chao ba con", due_at=SystemClock().now())
            post(db, message, now=SystemClock().now())
        engine.dispose()
        before = len(twilio.messages)
        worker = start("worker")
        until(lambda: len(twilio.messages) > before, within=30, what="the message at Twilio")
        assert [(sent.to, sent.body) for sent in twilio.messages[before:]] == [
            (RESIDENT.phone, "Chao ba con")
        ]
        assert twilio.problems == []

        # Health checks of containers.
        assert start("worker", "--check").ended() == 0
        assert start("scheduler", "--check").ended() == 0

        # The other scheduler takes over when the leader goes.
        (leader,) = leaders(schedulers)
        leader.process.send_signal(signal.SIGTERM)
        assert leader.ended() == 0
        until(lambda: len(leaders(schedulers)) == 2, within=10, what="the second scheduler's lead")

        for process in (*webs, worker, *schedulers):
            if process.process.poll() is None:
                process.process.terminate()
        assert [process.ended() for process in (*webs, worker, *schedulers)] == [0] * 5
        assert not [process for process in (*webs, worker, *schedulers) if "Traceback" in process.complained]
        gone = start("worker", "--check")
        assert (gone.ended(), gone.complained.startswith("no worker is at work on ")) == (1, True)
