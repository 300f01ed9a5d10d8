"""A provider that times out after it accepted, refuses for now, is down for a day; and clocks that jump."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from helpdesk.clock import FixedClock
from helpdesk.messaging.gateways import Gateway
from helpdesk.messaging.outbox import post
from helpdesk.messaging.pace import BURST
from helpdesk.messaging.states import Kind
from helpdesk.messaging.tables import gateways, outbound_messages
from helpdesk.runtime import Runtime, open_runtime
from helpdesk.settings import Settings, Twilio
from helpdesk.sweeps import SWEEPS
from tests.support import builders
from tests.support.fake_twilio import FakeTwilio
from tests.support.invariants import examine, taken_by
from tests.support.twilio_requests import ACCOUNT_SID, AUTH_TOKEN, NUMBER


@dataclass
class World:
    """A worker and its provider on one clock."""

    runtime: Runtime
    twilio: FakeTwilio
    clock: FixedClock
    way: Gateway
    written: int = 0

    def write(self, kind: Kind = Kind.REPLY, *, useful_until: datetime | None = None) -> None:
        """A message of its own text, due now."""
        self.written += 1
        draft = builders.draft(self.way, f"Tin so {self.written}", kind=kind, due_at=self.clock.now())
        with self.runtime.engine.begin() as db:
            post(db, replace(draft, useful_until=useful_until), now=self.clock.now())

    def sweep(self, *names: str) -> list[int]:
        return [SWEEPS[name](self.runtime) for name in names]

    def pass_time(self, whole: timedelta, *, step: timedelta = timedelta(minutes=1)) -> None:
        """Time passes, with the sweeps that the timetable has."""
        for _ in range(int(whole / step)):
            self.clock.advance(step)
            self.sweep("release", "look_up", "send")

    def states(self) -> list[str]:
        with self.runtime.engine.connect() as db:
            return list(
                db.execute(sa.select(outbound_messages.c.state).order_by(outbound_messages.c.id)).scalars()
            )

    def faults(self) -> list[str]:
        with self.runtime.engine.connect() as db:
            findings = examine(db, taken_by(self.twilio), settled_by=self.clock.now())
        return [*findings.faults, *self.twilio.problems]


@pytest.fixture
def world(database: sa.Engine, clock: FixedClock, tmp_path: Path) -> Iterator[World]:
    with FakeTwilio(clock=clock) as twilio:
        account = Twilio(ACCOUNT_SID, (AUTH_TOKEN,), NUMBER, twilio.base_url)
        runtime = open_runtime(Settings(data=tmp_path, twilio=account), clock=clock, engine=database)
        with database.begin() as db:
            way = builders.gateway(db, address=NUMBER)
        yield World(runtime, twilio, clock, way)


FAULTS: dict[str, Callable[[FakeTwilio], None]] = {
    "no answer after it accepted": lambda twilio: twilio.accept_then_cut(),
    "nonsense after it accepted": lambda twilio: twilio.accept_then_babble(),
    "503 after it accepted": lambda twilio: twilio.fail_next(503, taken=True),
    "503": lambda twilio: twilio.fail_next(503),
    "500 six times": lambda twilio: twilio.fail_next(500, times=6),
    "429": lambda twilio: twilio.fail_next(429, 20429),
    "429 for a while": lambda twilio: twilio.fail_next(429, 20429, times=4),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_each_message_leaves_once_whatever_the_provider_answers(world: World, fault: str) -> None:
    FAULTS[fault](world.twilio)
    for kind in (Kind.REPLY, Kind.REMINDER, Kind.LIST):
        world.write(kind)
    world.sweep("send")
    world.pass_time(timedelta(hours=8), step=timedelta(minutes=5))
    assert world.states() == ["sent"] * 3
    assert sorted(message.body for message in world.twilio.messages) == ["Tin so 1", "Tin so 2", "Tin so 3"]
    assert world.faults() == []


def test_a_message_refused_for_good_is_visible_and_not_sent_again(world: World) -> None:
    world.twilio.fail_next(400, 21610)
    world.write()
    world.sweep("send")
    world.pass_time(timedelta(hours=2), step=timedelta(minutes=10))
    assert world.states() == ["failed"]
    assert world.twilio.messages == []
    assert world.faults() == []


def test_after_a_day_without_the_provider_what_still_matters_leaves_at_its_pace_and_the_rest_not_at_all(
    world: World,
) -> None:
    with world.runtime.engine.begin() as db:
        db.execute(gateways.update().values(pace_per_minute=4))
    world.twilio.refuse_connections()
    soon, later = world.clock.now() + timedelta(hours=5), world.clock.now() + timedelta(days=3)
    for _ in range(3):
        world.write(Kind.REMINDER, useful_until=soon)
        world.write(Kind.REMINDER, useful_until=later)
        world.write(Kind.REPLY)
        world.write(Kind.LIST, useful_until=later)
    world.pass_time(timedelta(days=1), step=timedelta(minutes=30))
    assert world.twilio.messages == []
    assert "sent" not in world.states()
    world.twilio.accept_connections()
    busiest, before = 0, 0
    for _ in range(180):
        world.pass_time(timedelta(minutes=1))
        busiest = max(busiest, len(world.twilio.messages) - before)
        before = len(world.twilio.messages)
    assert busiest <= 4 * (1 + BURST / timedelta(minutes=1)) + 1
    bodies = {message.body for message in world.twilio.messages}
    assert bodies == {f"Tin so {4 * n + k}" for n in range(3) for k in (2, 4)}
    assert set(world.states()) == {"sent", "failed", "dropped"}
    assert world.states().count("sent") == 6
    assert world.faults() == []


@pytest.mark.parametrize("jump", [timedelta(hours=-1), timedelta(hours=1)])
def test_a_clock_that_jumps_by_an_hour_doubles_nothing_and_stops_nothing(
    world: World, jump: timedelta
) -> None:
    world.twilio.accept_then_cut()
    world.write()
    world.sweep("send")
    if jump < timedelta():  # the provider's own clock was right all the time
        world.twilio.messages[0].created_at += jump
    world.clock.advance(jump)
    world.write()
    world.sweep("send")
    assert [message.body for message in world.twilio.messages] == ["Tin so 1", "Tin so 2"]
    world.pass_time(timedelta(minutes=70), step=timedelta(minutes=5))
    assert world.states() == ["sent", "sent"]
    assert len(world.twilio.messages) == 2
    assert world.faults() == []
