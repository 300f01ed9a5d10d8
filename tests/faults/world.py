"""A worker and its provider on one clock, in this process; and processes beside it that die in mid-work."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import cached_property
from http.client import HTTPException
from pathlib import Path

import sqlalchemy as sa

from helpdesk.app import create_app
from helpdesk.booking import sample as sample_openings
from helpdesk.booking.tables import openings
from helpdesk.clock import FixedClock, local_date
from helpdesk.conversation.turn import Arrival, receive
from helpdesk.messaging.gateways import Gateway
from helpdesk.messaging.outbox import post
from helpdesk.messaging.states import Kind, State
from helpdesk.messaging.tables import outbound_messages
from helpdesk.places import sample as sample_places
from helpdesk.runtime import Runtime, open_runtime
from helpdesk.settings import Settings
from helpdesk.store.engine import open_database
from helpdesk.sweeps import SWEEPS
from tests.faults.deaths import Deaths, Fault, Life
from tests.support import builders
from tests.support.builders import RESIDENT
from tests.support.fake_twilio import FakeTwilio
from tests.support.fake_twilio_books import FakeMessage
from tests.support.invariants import examine, taken_by
from tests.support.twilio_requests import ACCOUNT_SID, AUTH_TOKEN, NUMBER, new_sid
from tests.support.waiting import until
from tests.support.web_server import served
from workers.schedule import TIMETABLE

PUBLIC_URL = "https://helpdesk.example"
WEBHOOK = f"{PUBLIC_URL}/channels/twilio/sms"

DYING = "dying"
"""How PostgreSQL knows the connections of processes that die."""

ON_THE_WAY = (State.QUEUED.value, State.SENDING.value, State.UNCERTAIN.value)

m = outbound_messages.c


@dataclass(eq=False)
class World:
    """`written` and `texters` count, so that each message and each phone is one of its own."""

    stack: ExitStack
    settings: dict[str, str]
    engine: sa.Engine
    twilio: FakeTwilio
    clock: FixedClock
    runtime: Runtime
    way: Gateway
    deaths: Deaths
    written: int = 0
    texters: int = 0
    heard: set[str] = field(default_factory=set)

    def write(
        self,
        kind: Kind = Kind.REPLY,
        *,
        recipient: str = RESIDENT.phone,
        useful_until: datetime | None = None,
    ) -> int:
        """A message of its own text ("Tin so 1"), due now; its id."""
        self.written += 1
        draft = builders.draft(self.way, f"Tin so {self.written}", kind=kind, due_at=self.clock.now())
        with self.engine.begin() as db:
            message_id = post(
                db, replace(draft, recipient=recipient, useful_until=useful_until), now=self.clock.now()
            )
        assert message_id is not None
        return message_id

    def sweep(self, *names: str) -> list[int]:
        """Run sweeps here and now; their counts."""
        return [SWEEPS[name](self.runtime) for name in names]

    def pass_time(self, whole: timedelta, *, step: timedelta = timedelta(minutes=1)) -> None:
        """Time passes, with the sweeps that the timetable has."""
        for _ in range(int(whole / step)):
            self.clock.advance(step)
            self.sweep("release", "look_up", "send")

    def seconds_to_settle(self) -> float:
        """Let workers run by the timetable until nothing is on its way; how long that took.

        The first beat comes as late as it can, and none of the nudges which would make it quicker is counted on.
        """
        names = ("send", "release", "look_up")  # as they stand there
        beat = max(entry.every for entry in TIMETABLE if entry.job in names)
        waited = timedelta()
        while self._on_the_way() and waited < timedelta(minutes=5):
            step = beat if waited else beat - timedelta(seconds=1)
            self.clock.advance(step)
            waited += step
            self.sweep(*names)
        return waited.total_seconds()

    def _on_the_way(self) -> int:
        query = sa.select(sa.func.count()).where(m.state.in_(ON_THE_WAY))
        with self.engine.connect() as db:
            return int(db.execute(query).scalar_one())

    def states(self) -> list[str]:
        """Of all messages, in the order in which they were written."""
        with self.engine.connect() as db:
            return list(db.execute(sa.select(m.state).order_by(m.id)).scalars())

    def state(self, message_id: int) -> str:
        with self.engine.connect() as db:
            return str(db.execute(sa.select(m.state).where(m.id == message_id)).scalar_one())

    def times_taken(self, message_id: int) -> int:
        """How often the provider has a message."""
        with self.engine.connect() as db:
            row = db.execute(sa.select(m.recipient, m.text).where(m.id == message_id)).one()
        return [(taken.to, taken.body) for taken in self.twilio.messages].count((row.recipient, row.text))

    def faults(self, *, settled: bool = True) -> list[str]:
        """What does not hold; unless `settled` is False, nothing that was due may be on its way any more."""
        with self.engine.connect() as db:
            by = self.clock.now() if settled else None
            findings = examine(db, taken_by(self.twilio), heard=self.heard, settled_by=by)
        return [*findings.faults, *self.twilio.problems]

    # Processes that die

    def begin(self, step: str, *, fatal: int | None = None, fault: Fault = "killed") -> Life:
        """A process that does `step`, now, on this database."""
        return self.deaths.begin(step, settings=self.settings, now=self.clock.now(), fatal=fatal, fault=fault)

    def bury(self) -> None:
        """Wait until PostgreSQL has noticed that a process is dead and let go of its locks."""
        if self.engine.dialect.name == "postgresql":
            until(lambda: not self._connections_of_the_dead(), within=10, what="the end of a connection")

    def _connections_of_the_dead(self) -> int:
        there = sa.text("SELECT count(*) FROM pg_stat_activity"
                        " WHERE application_name = :name AND datname = current_database()")  # fmt: skip
        with self.engine.connect() as db:  # in one transaction the answer would always be the first
            return int(db.execute(there, {"name": DYING}).scalar_one())

    # Texts

    def furnish(self) -> None:
        """The sample places, with room for everyone in their openings."""
        with self.engine.begin() as db:
            sample_places.load(db)
            sample_openings.load(db, today=local_date(self.clock.now()))
            db.execute(openings.update().values(capacity=10_000))

    @cached_property
    def url(self) -> str:
        """Of a web server that does not die."""
        return self.stack.enter_context(served(create_app(self.runtime)))

    def new_phone(self) -> str:
        self.texters += 1
        return f"+84912{self.texters:06}"

    def text(self, phone: str, words: str, *, sid: str | None = None, port: int | None = None) -> list[str]:
        """A text through Twilio, to the server at `port` where one is named; the answers.

        Raises ConnectionError when the server did not answer, or not 200: Twilio would repeat it, with the same `sid`.
        """
        reach = f"http://127.0.0.1:{port}" if port else self.url
        try:
            answer = self.twilio.text(WEBHOOK, words, sender=phone, sid=sid, reach=reach)
        except (OSError, HTTPException) as error:
            raise ConnectionError(f"no answer ({type(error).__name__})") from error
        if answer.http.status != 200:
            raise ConnectionError(f"answered {answer.http.status}")
        if sid is not None:
            self.heard.add(sid)
        return [reply.body for reply in answer.replies]

    def deliver(self, sid: str, status: str, *, port: int | None = None) -> int | None:
        """A receipt, to the server at `port` where one is named; its answer, None where there is none."""
        reach = f"http://127.0.0.1:{port}" if port else self.url
        try:
            return self.twilio.deliver(sid, status, reach=reach)
        except (OSError, HTTPException):
            return None

    def talk(self, phone: str, *texts: str) -> None:
        """Texts that were answered before, and the answers known to have arrived; quick, without a web server."""
        with self.engine.begin() as db:
            for words in texts:
                arrival = Arrival(
                    "twilio", new_sid(), self.way, phone, words, answer_on_wire=True, receipts=False
                )
                for reply in receive(db, arrival, self.runtime.house).replies:
                    self.twilio.messages.append(
                        FakeMessage(phone, NUMBER, reply.text, None, "outbound-reply", self.clock.now())
                    )


@contextmanager
def open_world(database_url: str, folder: Path, clock: FixedClock, deaths: Deaths) -> Iterator[World]:
    """A world on a migrated database."""
    with ExitStack() as stack:
        twilio = stack.enter_context(FakeTwilio(clock=clock))
        settings = {
            "HELPDESK_DATA": str(folder),
            "HELPDESK_DATABASE_URL": database_url,
            "HELPDESK_PUBLIC_URL": PUBLIC_URL,
            "HELPDESK_SECRET_KEY": "one key for all processes, made for a test",
            "TWILIO_ACCOUNT_SID": ACCOUNT_SID,
            "TWILIO_AUTH_TOKEN": AUTH_TOKEN,
            "TWILIO_FROM": NUMBER,
            "TWILIO_API_BASE": twilio.base_url,
        }
        engine = open_database(database_url)
        stack.callback(engine.dispose)
        runtime = open_runtime(Settings.from_environment(settings), clock=clock, engine=engine)
        with engine.begin() as db:
            way = builders.gateway(db, address=NUMBER)
        url = sa.make_url(database_url)
        if url.get_backend_name() == "postgresql":
            url = url.update_query_dict({"application_name": DYING})
        settings["HELPDESK_DATABASE_URL"] = url.render_as_string(hide_password=False)
        yield World(stack, settings, engine, twilio, clock, runtime, way, deaths)
