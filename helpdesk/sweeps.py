"""Every sweep by name: what the workers run on their timetable, and `tick` runs in this order."""

from collections.abc import Callable

from helpdesk.conversation.sweeps import expire_unanswered, remind_due
from helpdesk.messaging.claiming import release_dead_leases
from helpdesk.messaging.sending import send_due
from helpdesk.runtime import Runtime


def remind(runtime: Runtime) -> int:
    """Reminders that are due are written to the outbox; the number of messages."""
    return remind_due(runtime.engine, runtime.house)


def forget(runtime: Runtime) -> int:
    """Questions unanswered for three days are closed, with the names given towards them; how many."""
    return expire_unanswered(runtime.engine, runtime.house)


def release(runtime: Runtime) -> int:
    """Messages whose worker died in mid-call become uncertain and visible; how many."""
    with runtime.engine.begin() as db:
        return release_dead_leases(db, now=runtime.clock.now())


def send(runtime: Runtime) -> int:
    """What is due in the outbox is sent; the number of attempts."""
    return sum(send_due(runtime.engine, runtime.post(), clock=runtime.clock).values())


SWEEPS: dict[str, Callable[[Runtime], int]] = {
    "remind": remind,
    "forget": forget,
    "release": release,
    "send": send,
}
