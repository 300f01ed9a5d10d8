"""A provider that times out after it accepted, refuses for now, is down for a day; and clocks that jump."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from helpdesk.clock import FixedClock
from helpdesk.messaging.policy.pace import BURST
from helpdesk.messaging.states import Kind
from helpdesk.messaging.tables import gateways
from tests.faults.deaths import Deaths
from tests.faults.world import World, open_world
from tests.support.fake_twilio import FakeTwilio


@pytest.fixture
def world(database_url: str, clock: FixedClock, tmp_path: Path, deaths: Deaths) -> Iterator[World]:
    """A fresh one for each test."""
    with open_world(database_url, tmp_path, clock, deaths) as fresh:
        yield fresh


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


DOWN: dict[str, Callable[[FakeTwilio], None]] = {
    "nobody listens": lambda twilio: twilio.refuse_connections(),
    "503 to everything": lambda twilio: twilio.fail_next(503, times=100_000),
}

PACE = 2
"""Messages a minute."""

STEP = timedelta(minutes=1)


@pytest.mark.parametrize("down", DOWN)
def test_after_a_day_without_the_provider_everyone_gets_what_still_matters_at_its_pace_and_nothing_else(
    world: World, down: str
) -> None:
    with world.runtime.engine.begin() as db:
        db.execute(gateways.update().values(pace_per_minute=PACE))
    DOWN[down](world.twilio)
    soon, later = world.clock.now() + timedelta(hours=5), world.clock.now() + timedelta(days=3)
    people = [world.new_phone() for _ in range(3)]
    matters = {}
    for phone in people:
        world.write(Kind.REMINDER, recipient=phone, useful_until=soon)
        matters[world.write(Kind.REMINDER, recipient=phone, useful_until=later)] = phone
        world.write(Kind.REPLY, recipient=phone)
        matters[world.write(Kind.LIST, recipient=phone, useful_until=later)] = phone
    world.pass_time(timedelta(days=1), step=timedelta(minutes=30))
    assert world.twilio.messages == []
    assert "sent" not in world.states()
    world.twilio.work_again()
    if down == "nobody listens":
        world.twilio.accept_connections()
    left = []
    for _ in range(int(timedelta(hours=2) / STEP)):
        before = len(world.twilio.messages)
        world.pass_time(STEP, step=STEP)
        left.append(len(world.twilio.messages) - before)
    assert max(left) <= PACE * (STEP + BURST) / timedelta(minutes=1) + 1, "a flood"
    assert Counter(taken.to for taken in world.twilio.messages) == dict.fromkeys(people, 2)
    assert {n: world.state(n) for n in matters} == dict.fromkeys(matters, "sent")
    useless = [state for n, state in enumerate(world.states(), start=1) if n not in matters]
    assert set(useless) <= {"failed", "dropped"}
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
