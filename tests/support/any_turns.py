"""Any text at every question: what must be true of each turn, whatever was written.

First the questions are come to by talking, so that what is known at each is what could be known there. Then texts are
said to them, each in a transaction that is rolled back.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import sqlalchemy as sa

from helpdesk.booking.tables import openings
from helpdesk.chat.practice import practice_runtime
from helpdesk.clock import FixedClock, in_our_time
from helpdesk.conversation import store
from helpdesk.conversation.actions.table import ACTIONS
from helpdesk.conversation.engine.state import State
from helpdesk.conversation.engine.structure import Ask
from helpdesk.conversation.engine.turns import Start
from helpdesk.conversation.pinned import standing
from helpdesk.conversation.playing import play
from helpdesk.conversation.script.known import Known, known_in
from helpdesk.conversation.turn import Arrival, open_scene, receive
from helpdesk.messaging.tables import inbound_messages
from helpdesk.people.contacts import meet
from helpdesk.runtime import Runtime
from helpdesk.sweeps import SWEEPS
from helpdesk.text.segments import measure
from tests.support.any_texts import NAMES, PLACES, WISHES, AnyText, AnyTexts

MOST_MESSAGES = 3
"""Messages that one turn may answer with: an answer, and what is asked again behind it."""

BOOKED = ("Ho Van A 1985", "Ho Thi B 1990, Ho Van C 1991", "Ho Thi D 1992")
"""Who is booked before the questions are come to: by some nobody, by some one, two, or all of these."""

PHONES = tuple(f"+8491234{number:04}" for number in range(16))
REMIND_EVERY = 25
"""Turns after which time passes and reminders are said, while questions are come to."""

KEPT = 6
"""States kept of each question."""

Spot = tuple[str, str]


@dataclass
class Found:
    """Questions that were come to, each with who was asked and what was known."""

    states: dict[Spot, list[tuple[str, State]]] = field(default_factory=dict)

    def keep(self, address: str, state: State, chance: Random) -> None:
        """Keep a state, in place of another where there are enough."""
        kept = self.states.setdefault((state.flow, state.step), [])
        if len(kept) < KEPT:
            kept.append((address, state))
        else:
            kept[chance.randrange(KEPT)] = (address, state)


class AnyTurns:
    """A practice service, and a way to say anything at any of its questions."""

    def __init__(self, runtime: Runtime, clock: FixedClock, seed: int) -> None:
        self.runtime, self.clock, self.chance = runtime, clock, Random(seed)
        self.script = runtime.house.script
        self.texts = AnyTexts(self.script, self.chance)
        self.found = Found()
        self.said = 0

    def questions(self) -> set[Spot]:
        """Every question of every flow."""
        return {
            (name, step_name)
            for name, flow in self.script.structure.flows.items()
            for step_name, step in flow.steps.items()
            if isinstance(step, Ask)
        }

    def explore(self, turns: int) -> None:
        """Come to as many questions as can be: begin every flow, then say what is sensible where least was said.

        Every third opening is nearly full, and time passes, so that reminders fall due.
        """
        with self.runtime.engine.begin() as db:
            db.execute(openings.update().where(openings.c.id % 3 == 0).values(capacity=3))
        for number, address in enumerate(PHONES):
            for names in BOOKED[: number % 4]:
                self._say(address, "DAT", "1", str(number % 3 + 1), names, "1")
                self._look(address)
        for flow in (name for name, flow in self.script.flows.items() if not flow.starts_by_us):
            for address in PHONES[:4]:
                self._begin(address, flow)
        tried: dict[Spot, int] = {}
        for number in range(turns):
            spot = min(sorted(self.found.states), key=lambda one: tried.get(one, 0))
            tried[spot] = tried.get(spot, 0) + 1
            address, state = self.chance.choice(self.found.states[spot])
            self._talk(address, state)
            if number % REMIND_EVERY == REMIND_EVERY - 1:
                self.clock.advance(timedelta(hours=4))
                SWEEPS["remind"](self.runtime)
                for each in PHONES:
                    self._look(each)
        self.clock.advance(timedelta(days=2))
        for flow, step in self.questions() - self.found.states.keys():
            known = known_in(self.script.structure.flows[flow], ACTIONS).get(step, Known())
            # Where nothing need be known, everybody can come to stand.
            if not known.names:
                self.found.keep(PHONES[0], State(flow, step, {}), self.chance)

    def _say(self, address: str, *texts: str) -> None:
        for text in texts:
            with self.runtime.engine.begin() as db:
                receive(db, self._arrival(address, text), self.runtime.house)

    def _begin(self, address: str, flow: str) -> None:
        with self.runtime.engine.begin() as db:
            arrival = self._arrival(address, "menu")
            scene, _ = open_scene(db, arrival, self.runtime.house)
            played = play(scene, self.script.structure, None, Start(flow))
        if played.state is not None:
            self.found.keep(address, played.state, self.chance)

    def _talk(self, address: str, state: State) -> None:
        with self.runtime.engine.begin() as db:
            self._set(db, address, state)
            receive(db, self._arrival(address, self._sensible()), self.runtime.house)
        self._look(address)

    def _set(self, db: sa.Connection, address: str, state: State) -> None:
        """She stands at a question; what she was told before does not count as a flood."""
        now = self.clock.now()
        contact = meet(db, address, now=now)
        hers = inbound_messages.c.contact_id == contact.id
        db.execute(inbound_messages.update().where(hers).values(received_at=now - timedelta(days=2)))
        store.put(db, contact.id, store.Conversation(state, self.script.edition, now, None), now=now)

    def _look(self, address: str) -> None:
        with self.runtime.engine.begin() as db:
            contact = meet(db, address, now=self.clock.now())
            state = store.load(db, contact.id).state
        if state is not None:
            self.found.keep(address, state, self.chance)

    def _sensible(self) -> str:
        kinds: tuple[Callable[[], str], ...] = (
            lambda: str(self.chance.randint(1, 3)),
            lambda: str(self.chance.randint(1, 3)),
            lambda: str(self.chance.randint(1, 7)),
            lambda: str(self.chance.randint(1, 7)),
            lambda: self.chance.choice((*self.texts.words, *WISHES)),
            lambda: self.chance.choice(NAMES),
            lambda: self.chance.choice((*PLACES, *PHONES, "khong ro la gi")),
            lambda: ", ".join(f"Ho Van {letter} 19{n}" for n, letter in enumerate("ABCDEF", start=60)),
            lambda: ", ".join(f"Ho Thi {letter} 1980" for letter in "ABCDEGHIKLMNOPQRSTUVXY"),
        )
        return self.chance.choice(kinds)()

    def _arrival(self, address: str, text: str) -> Arrival:
        self.said += 1
        return Arrival(
            channel="simulator",
            provider_id=f"any-{self.said}",
            gateway=self.runtime.gateway("simulator", ""),
            sender=address,
            text=text,
            answer_on_wire=True,
            receipts=False,
        )

    def faults(self, spot: Spot, text: AnyText) -> list[str]:
        """What is wrong with the turn that says `text` at a question; nothing is kept of it."""
        address, state = self.chance.choice(self.found.states[spot])
        with self.runtime.engine.connect() as db, _rolled_back(db):
            now = self.clock.now()
            self._set(db, address, state)
            turn = receive(db, self._arrival(address, text.text), self.runtime.house)
            contact = meet(db, address, now=now)
            after = store.load(db, contact.id).state
            stored = db.execute(
                sa.select(inbound_messages.c.text).order_by(inbound_messages.c.id.desc()).limit(1)
            )
            kept = str(stored.scalar_one())
        found = [*self._of_answers([reply.text for reply in turn.replies], accents=contact.accents)]
        found += self._of_state(after)
        if text.secret is not None and text.secret in kept + json.dumps(after.to_json() if after else {}):
            found.append("a number that must not be kept was stored")
        return found

    def _of_answers(self, answers: list[str], *, accents: bool) -> Iterator[str]:
        if len(answers) > MOST_MESSAGES:
            yield f"{len(answers)} messages answer one"
        for answer in answers:
            cost = measure(answer)
            if not answer.strip():
                yield "an empty answer"
            if accents:
                continue
            if cost.encoding != "GSM-7":
                yield f"not GSM-7: {answer!r}"
            if cost.segments > 2:
                yield f"{cost.segments} segments: {answer!r}"

    def _of_state(self, state: State | None) -> Iterator[str]:
        if state is None:
            return
        if State.from_json(json.loads(json.dumps(state.to_json()))) != state:
            yield "the state does not come back as it was saved"
        if standing(self.script, self.script.structure, state) is None:
            yield f"{state.flow}.{state.step} is asked and could not be taken up"


@contextmanager
def _rolled_back(db: sa.Connection) -> Iterator[None]:
    transaction = db.begin()
    try:
        yield
    finally:
        transaction.rollback()


@contextmanager
def any_turns(seed: int, *, explored: int) -> Iterator[AnyTurns]:
    """A fresh practice service whose questions have been come to."""
    clock = FixedClock(in_our_time(datetime(2026, 12, 1, 9)))  # noqa: DTZ001 - commune time
    with TemporaryDirectory() as folder:
        runtime = practice_runtime(clock, data=Path(folder))
        try:
            turns = AnyTurns(runtime, clock, seed)
            turns.explore(explored)
            yield turns
        finally:
            runtime.close()
