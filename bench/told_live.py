"""Whether what `helpdesk understand` is sure of is also what the live path answers, to a text that is a phone's first.

Readers of whole sentences stand before the topics there. One that takes over a topic which was rightly understood answers
something else with confidence, and the figures of `understand` do not show it.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import sqlalchemy as sa

from bench.collection import TODAY, Line
from helpdesk.chat.phone import Phone
from helpdesk.chat.practice import practice_runtime
from helpdesk.clock import COMMUNE_ZONE, FixedClock
from helpdesk.conversation.understanding.reading import read
from helpdesk.messaging.tables import inbound_messages
from helpdesk.places.sample import without_database
from helpdesk.runtime import Runtime

ABOVE_ALL = frozenset(
    {"emergency", "scam", "given_away", "no_secrets", "of_the_dead", "eligibility", "other_matters"}
)
"""What is said first whatever is asked with it: danger, fraud, what nobody should send, a death, and another office."""


class TakenOver(NamedTuple):
    """A text whose topic was rightly understood, and the flow that answered it live instead."""

    text: str
    topic: str
    told: str


def taken_over(lines: Iterable[Line]) -> Iterator[TakenOver]:
    """The texts of these lines that are answered as something else than what they were surely and rightly understood as.

    A flow that `refines` the topic answers it. Each text is the first of a number of its own, on a practice store with the
    sample data; lines of another day than TODAY are left out.
    """
    places = without_database()
    clock = FixedClock(datetime.combine(TODAY, datetime.min.time(), COMMUNE_ZONE).replace(hour=9))
    with TemporaryDirectory() as folder:
        runtime = practice_runtime(clock, data=Path(folder))
        try:
            for number, line in enumerate(one for one in lines if one.today == TODAY):
                reading = read(line.text, today=TODAY, places=places)
                if not reading.sure or reading.intent == "unknown" or reading.intent not in line.intents:
                    continue
                told = _told(runtime, f"09{number:08d}", line.text)
                if not _answers(runtime, told, line):
                    yield TakenOver(line.text, reading.intent, told)
        finally:
            runtime.close()


def _told(runtime: Runtime, number: str, text: str) -> str:
    Phone(runtime, number).text(text)
    last = sa.select(inbound_messages.c.understood).order_by(inbound_messages.c.id.desc()).limit(1)
    with runtime.engine.connect() as db:
        return str(db.execute(last).scalar_one())


def _answers(runtime: Runtime, told: str, line: Line) -> bool:
    script = runtime.house.script
    flow = script.flows.get(script.flow_for(told) or told)
    topics = {told} if flow is None else {told, *flow.intents, *flow.refines}
    return told in ABOVE_ALL or not topics.isdisjoint(line.intents)
