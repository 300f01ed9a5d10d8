"""A worker that a test kills: `python -m tests.messaging.dying_worker URL (claiming|calling)`.

It says "there" when it has claimed a message and not yet committed, or is calling the provider, and stays there.
"""

import sys
from datetime import datetime

from helpdesk.channels.contract import Outgoing, SendResult, Unknown
from helpdesk.clock import FixedClock
from helpdesk.messaging.claiming import claim
from helpdesk.messaging.sending import Post, send_due
from helpdesk.store.engine import open_database
from tests.support.scripted_channel import ScriptedChannel


def _stay() -> None:
    print("there", flush=True)
    sys.stdin.read()


def _hang(_outgoing: Outgoing) -> SendResult:
    _stay()
    return Unknown("nobody kills it")


def main(url: str, where: str) -> None:
    """Work at 09:00 on Tuesday 1 December 2026, as the clock of the tests has it."""
    engine, clock = open_database(url), FixedClock(datetime(2026, 12, 1, 9, 0))  # noqa: DTZ001
    if where == "calling":
        send_due(
            engine, Post({"twilio": ScriptedChannel([_hang])}, lambda *_: None, lambda *_: None), clock=clock
        )
    else:
        with engine.begin() as db:
            claim(db, now=clock.now())
            _stay()


if __name__ == "__main__":
    main(*sys.argv[1:])
