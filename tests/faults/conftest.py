"""A whole installation around one database, one Redis and the fake Twilio; and what must hold after each fault."""

from collections.abc import Callable, Collection, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pytest
import redis
import sqlalchemy as sa
from rq import Queue, Worker

from helpdesk.clock import Clock, FixedClock, SystemClock
from helpdesk.messaging.outbox import post
from helpdesk.messaging.tables import outbound_messages
from helpdesk.places import sample as sample_places
from helpdesk.runtime import Runtime, open_runtime
from helpdesk.settings import QUEUE, Settings
from helpdesk.store.engine import open_database
from tests.faults.deaths import Deaths
from tests.faults.world import World, open_world
from tests.support.builders import draft, gateway
from tests.support.fake_twilio import FakeTwilio
from tests.support.invariants import examine, taken_by
from tests.support.postgres import Postgres
from tests.support.run import Run
from tests.support.sqlite import migrated_file
from tests.support.twilio_requests import ACCOUNT_SID, AUTH_TOKEN, NUMBER
from tests.support.waiting import until
from tests.support.whole_service import Program, Up, answers, free_port

WEBHOOK = "https://helpdesk.example/channels/twilio/sms"

NINE = datetime(2026, 12, 1, 9, 0)  # noqa: DTZ001 - no zone means commune time


@dataclass
class Installation:
    """Processes are started by the test, each by its own name, and cleared away with it."""

    stack: ExitStack
    folder: Path
    settings: dict[str, str]
    engine: sa.Engine
    twilio: FakeTwilio
    heard: set[str] = field(default_factory=set)

    def start(self, *arguments: str) -> Program:
        return self.stack.enter_context(
            Program(list(arguments), folder=self.folder / "output", settings=self.settings)
        )

    def web(self, port: int | None = None) -> tuple[Program, str]:
        """A web process that answers, and where."""
        port = port or free_port()
        url = f"http://127.0.0.1:{port}"
        program = self.start("web", "--port", str(port))
        until(lambda: answers(url), within=40, what=f"the web server at {url}")
        return program, url

    def text(self, url: str, words: str, *, sid: str) -> list[str]:
        """A text through Twilio to the web server at `url`; the answers."""
        answer = self.twilio.text(WEBHOOK, words, sid=sid, reach=url)
        assert answer.http.status == 200, answer.http.body
        self.heard.add(sid)
        return [reply.body for reply in answer.replies]

    def up(self, *, port: int | None = None) -> Up:
        """All of it by `helpdesk up`, ready."""
        return self.stack.enter_context(Up(self.folder / "data", port=port, settings=self.settings))

    def put_in_outbox(self, *texts: str) -> None:
        """Messages to the resident, due now."""
        now = SystemClock().now()
        with self.engine.begin() as db:
            way = gateway(db, address=NUMBER)
            for text in texts or ("Chao ba con",):
                post(db, draft(way, text, due_at=now), now=now)

    def nudge(self, job: str) -> None:
        """Put a job of `workers.jobs` into the queue."""
        with redis.Redis.from_url(self.settings["HELPDESK_REDIS_URL"]) as connection:
            Queue(QUEUE, connection=connection, serializer="json").enqueue(
                f"workers.jobs.{job}", result_ttl=0
            )

    @property
    def workers(self) -> int:
        """How many have begun to look for jobs."""
        with redis.Redis.from_url(self.settings["HELPDESK_REDIS_URL"]) as connection:
            return len(Worker.all(connection=connection))

    def states(self) -> list[str]:
        with self.engine.connect() as db:
            return list(
                db.execute(sa.select(outbound_messages.c.state).order_by(outbound_messages.c.id)).scalars()
            )

    def runtime(self, clock: Clock) -> Runtime:
        """What a worker works with, in this process and on another clock."""
        return open_runtime(
            Settings.from_environment({**self.settings, "HELPDESK_REDIS_URL": ""}),
            clock=clock,
            engine=self.engine,
        )

    def faults(self, *, heard: Collection[str] | None = None) -> list[str]:
        """What does not hold."""
        with self.engine.connect() as db:
            heard = self.heard if heard is None else heard
            return [*examine(db, taken_by(self.twilio), heard=heard).faults, *self.twilio.problems]


@pytest.fixture
def install(tmp_path: Path) -> Iterator[Callable[[str, str], Installation]]:
    """Makes an installation on a migrated database and a Redis, by their URLs."""
    with ExitStack() as stack:

        def made(database_url: str, redis_url: str) -> Installation:
            twilio = stack.enter_context(FakeTwilio())
            engine = open_database(database_url)
            stack.callback(engine.dispose)
            with engine.begin() as db:
                sample_places.load(db)
            settings = {
                "HELPDESK_ENV": "production",
                "HELPDESK_DATA": str(tmp_path / "data"),
                "HELPDESK_DATABASE_URL": database_url,
                "HELPDESK_REDIS_URL": redis_url,
                "HELPDESK_SECRET_KEY": "one key for all processes, made for a test",
                "HELPDESK_PUBLIC_URL": "https://helpdesk.example",
                "TWILIO_ACCOUNT_SID": ACCOUNT_SID,
                "TWILIO_AUTH_TOKEN": AUTH_TOKEN,
                "TWILIO_FROM": NUMBER,
                "TWILIO_API_BASE": twilio.base_url,
            }
            return Installation(stack, tmp_path, settings, engine, twilio)

        yield made


@pytest.fixture(scope="session")
def deaths() -> Iterator[Deaths]:
    """One for all: to start the parent of the processes that die takes a second or two."""
    with Deaths() as parent:
        yield parent


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def world(request: pytest.FixtureRequest) -> World:
    """One for all tests of a module, on either kind of database: each writes messages of its own."""
    kept: World = request.getfixturevalue(f"{request.param}_world")
    return kept


@pytest.fixture(scope="module")
def sqlite_world(run: Run, deaths: Deaths, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    folder = tmp_path_factory.mktemp("sqlite-world")
    with open_world(migrated_file(run, folder / "helpdesk.db"), folder, FixedClock(NINE), deaths) as kept:
        kept.furnish()
        yield kept


@pytest.fixture(scope="module")
def postgresql_world(
    postgres_server: Postgres, deaths: Deaths, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[World]:
    folder = tmp_path_factory.mktemp("postgresql-world")
    with postgres_server.database() as url, open_world(url, folder, FixedClock(NINE), deaths) as kept:
        kept.furnish()
        yield kept
