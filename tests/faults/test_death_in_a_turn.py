"""A web process that dies at any moment of a turn, or cannot write any more: the text is acted on once, and answered."""

import re
from datetime import timedelta

import pytest
import sqlalchemy as sa

from helpdesk.booking.tables import bookings
from helpdesk.messaging.outbox import HANDED_OVER_PATIENCE
from helpdesk.messaging.tables import inbound_messages
from helpdesk.people.tables import contacts
from tests.faults.deaths import Fault, Life
from tests.faults.world import World
from tests.support.twilio_requests import new_sid

BOOKING = ("DAT", "1", "1", "HO THI MAI 1954")
TURNS = {
    "a first text": ((), "menu"),
    "the yes to a booking": (BOOKING, "1"),
    "the yes to cancelling it": ((*BOOKING, "1", "HUY"), "1"),
}
"""What was texted before, and the text of the turn."""

MOMENTS = {
    "before the transaction": "the request is there",
    "after the contact is held": "SELECT inbound_messages",
    "after the engine": "INSERT conversations",
    "after the outbox was written": "COMMIT",
    "after the commit": "committed",
    "before the answer is on the wire": "the answer is ready",
    "after the answer": "the end",
}
"""Each is passed in every turn, among others."""


class Played:
    """A phone's turn in a process that dies or not: `answers` are those that arrived, None when none did."""

    def __init__(self, world: World, turn: str, *, fatal: int | None = None, fault: Fault = "killed") -> None:
        before, self.words = TURNS[turn]
        self.world, self.phone, self.sid = world, world.new_phone(), new_sid()
        world.talk(self.phone, *before)
        life = world.begin("web", fatal=fatal, fault=fault)
        self.answers = self._answers(life)
        self.moments, self.killed = life.end().moments, life.killed
        world.bury()
        self.left = self.kept()

    def _answers(self, life: Life) -> list[str] | None:
        try:
            return said(self.world.text(self.phone, self.words, sid=self.sid, port=life.port))
        except ConnectionError:
            return None

    def repeated(self) -> list[str]:
        """What the provider gets when it delivers the text again, to a web server that lives."""
        return said(self.world.text(self.phone, self.words, sid=self.sid))

    def kept(self) -> tuple[int, int]:
        """How often the store has the text, and how many persons are booked from its phone."""
        texts = sa.select(sa.func.count()).where(inbound_messages.c.provider_id == self.sid)
        booked = (
            sa.select(sa.func.coalesce(sa.func.sum(bookings.c.party), 0))
            .select_from(bookings.join(contacts, contacts.c.id == bookings.c.contact_id))
            .where(contacts.c.address == self.phone)
        )
        with self.world.engine.connect() as db:
            return db.execute(texts).scalar_one(), int(db.execute(booked).scalar_one())

    def with_provider(self) -> list[str]:
        """All that the provider has for the phone."""
        return said([taken.body for taken in self.world.twilio.messages if taken.to == self.phone])


def said(answers: list[str]) -> list[str]:
    """The answers without what differs from phone to phone: the code of a booking, the number and when to come."""
    told = (re.sub(r"\bden [\dh]+-[\dh]+, so \d+", "<arrival>", answer) for answer in answers)
    return [re.sub(r"\b\d{4,}\b", "<code>", answer) for answer in told]


def settle_answers(world: World) -> None:
    """No receipt comes: the provider is asked for the answers that it was handed, and gets those it has not."""
    world.clock.advance(HANDED_OVER_PATIENCE + timedelta(seconds=1))
    world.sweep("remind", "look_up", "send")


@pytest.mark.parametrize("turn", TURNS)
def test_killed_at_any_moment_all_or_nothing_was_done_and_the_text_when_repeated_is_acted_on_once(
    world: World, turn: str
) -> None:
    clean = Played(world, turn)
    assert [moment for moment in clean.moments if moment in MOMENTS.values()] == [*MOMENTS.values()]
    nothing = (0, int(turn == "the yes to cancelling it"))
    wrong = {}
    for fatal, moment in enumerate(clean.moments):
        died = Played(world, turn, fatal=fatal)
        committed = fatal > clean.moments.index("COMMIT")
        answers = died.repeated() if died.answers is None else died.answers
        came = died.killed, died.answers is not None, died.left, answers, died.kept()
        left = clean.kept() if committed else nothing
        if came != (True, moment == "the end", left, clean.answers, clean.kept()):
            wrong[f"{fatal} {moment}"] = came
    assert wrong == {}
    settle_answers(world)
    assert world.faults() == []


@pytest.mark.parametrize("moment", ["committed", "the answer is ready", "the end"])
def test_killed_after_the_commit_an_answer_that_nobody_asks_for_again_is_sent_once(
    world: World, moment: str
) -> None:
    clean = Played(world, "the yes to a booking")
    died = Played(world, "the yes to a booking", fatal=clean.moments.index(moment))
    assert (died.killed, died.left) == (True, (1, 1))
    settle_answers(world)
    assert died.with_provider() == clean.with_provider()
    assert world.faults() == []


def test_with_the_disk_full_at_any_moment_the_text_when_repeated_is_acted_on_once(
    sqlite_world: World,
) -> None:
    clean = Played(sqlite_world, "the yes to a booking")
    wrong, refused = {}, 0
    for fatal, moment in enumerate(clean.moments):
        full = Played(sqlite_world, "the yes to a booking", fatal=fatal, fault="disk full")
        refused += full.answers is None
        answers = full.repeated() if full.answers is None else full.answers
        if (answers, full.kept()) != (clean.answers, clean.kept()):
            wrong[f"{fatal} {moment}"] = answers, full.kept()
    assert wrong == {}
    assert refused > 3, "the disk was hardly ever full"
    settle_answers(sqlite_world)
    assert sqlite_world.faults() == []
