"""A worker that dies at any moment of a send, or cannot write any more: the message leaves, and leaves once."""

from datetime import timedelta
from functools import cache
from typing import NamedTuple

import pytest

from helpdesk.messaging.delivery.claiming import LEASE
from tests.faults.world import World
from tests.support.waiting import until
from workers.schedule import TIMETABLE

MINUTE = timedelta(minutes=1)

MOMENTS = {
    "before the claim": ("SELECT outbound_messages", 1, "queued"),
    "before the attempt is written": ("INSERT attempts", 1, "queued"),
    "after the attempt is written": ("COMMIT", 1, "queued"),
    "after the claim's commit": ("committed", 1, "sending"),
    "after the provider accepted": ("BEGIN", 2, "sending"),
    "after the result is written": ("COMMIT", 2, "sending"),
    "after the result's commit": ("committed", 2, "sent"),
}
"""The n-th of its name in a send, and how the message stands when the worker died there."""


@cache
def moments_of(world: World) -> list[str]:
    """Of a send that nothing befalls."""
    message_id = world.write()
    life = world.begin("send").end()
    assert (life.ended, world.state(message_id)) == (0, "sent")
    return life.moments


def nth(moments: list[str], name: str, number: int) -> int:
    return [at for at, moment in enumerate(moments) if moment == name][number - 1]


class Came(NamedTuple):
    """What became of a message; by default as it should."""

    in_time: bool = True
    state: str = "sent"
    times_taken: int = 1
    faults: tuple[str, ...] = ()


def came_through(world: World, message_id: int) -> Came:
    """After workers have run by the timetable; in time is within a minute."""
    world.bury()
    in_time = world.seconds_to_settle() <= MINUTE.total_seconds()
    return Came(in_time, world.state(message_id), world.times_taken(message_id), tuple(world.faults()))


@pytest.mark.parametrize("moment", MOMENTS)
def test_killed_at_this_moment_its_message_leaves_once_and_within_a_minute(world: World, moment: str) -> None:
    name, number, state = MOMENTS[moment]
    fatal = nth(moments_of(world), name, number)
    message_id = world.write()
    assert world.begin("send", fatal=fatal).end().killed
    assert world.state(message_id) == state
    assert came_through(world, message_id) == Came()


def test_killed_while_the_provider_has_it_and_has_not_answered_it_is_found_there_within_a_minute(
    world: World,
) -> None:
    message_id = world.write()
    world.twilio.accept_then_hang()
    worker = world.begin("send")
    until(lambda: world.times_taken(message_id), within=20, what="the call to Twilio")
    assert worker.kill().killed
    world.twilio.release()
    assert world.state(message_id) == "sending"
    assert came_through(world, message_id) == Came()


def test_killed_before_any_statement_and_any_commit_its_message_leaves_once(world: World) -> None:
    wrong = {}
    for fatal, moment in enumerate(moments_of(world)):
        message_id = world.write()
        died = world.begin("send", fatal=fatal).end()
        came = came_through(world, message_id)
        if not died.killed or came != Came():
            wrong[f"{fatal} {moment}"] = died.ended, came
    assert wrong == {}


def test_with_the_disk_full_from_any_statement_on_its_message_leaves_once(sqlite_world: World) -> None:
    wrong, raised = {}, 0
    for fatal, moment in enumerate(moments_of(sqlite_world)):
        message_id = sqlite_world.write()
        failed = sqlite_world.begin("send", fatal=fatal, fault="disk full").end()
        raised += failed.raised == "OperationalError"
        came = came_through(sqlite_world, message_id)
        if came != Came():
            wrong[f"{fatal} {moment}"] = failed.raised, came
    assert wrong == {}
    assert raised > 5, "the disk was hardly ever full"


def test_by_its_constants_a_dead_workers_message_is_made_good_within_a_minute() -> None:
    every = {entry.job: entry.every for entry in TIMETABLE}
    assert LEASE + every["release"] + max(every["look_up"], every["send"]) <= MINUTE
