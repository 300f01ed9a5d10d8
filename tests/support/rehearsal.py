"""A practice service that can be put back: store and time, as they were at any moment that was kept.

So everything can be tried from where somebody stands, and nothing that was tried before is in the way.
"""

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import sqlalchemy as sa

from helpdesk.chat.phone import DAILY
from helpdesk.chat.practice import practice_runtime
from helpdesk.clock import FixedClock, at_local, in_our_time, local_date
from helpdesk.conversation.engine.state import State
from helpdesk.conversation.lasting import store
from helpdesk.conversation.turn import Arrival, Turn, open_scene, receive, take
from helpdesk.conversation.understanding.understand import Understood
from helpdesk.conversation.ussd.dial import Dial, Page, dial
from helpdesk.people.contacts import Contact, meet
from helpdesk.runtime import Runtime
from helpdesk.sweeps import SWEEPS

HOURS = (8, 11)
"""Of each day, at which time is stopped while it passes, and what is due is done."""

_FAST = 1
"""The level of compression: a store is half a megabyte, and hundreds are kept."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A store, as bytes, and the time."""

    store: bytes
    at: datetime


class Rehearsal:
    """The service; `seed` decides what is drawn by lot in it."""

    def __init__(self, runtime: Runtime, clock: FixedClock, seed: str) -> None:
        self.runtime, self.clock = runtime, clock
        self.house = runtime.house
        self.house.chance = Random(seed)
        self.arrivals = 0

    @contextmanager
    def transaction(self) -> Iterator[sa.Connection]:
        """One transaction on the store."""
        with self.runtime.engine.begin() as db:
            yield db

    def say(self, address: str, *texts: str) -> None:
        """Text one after the other."""
        for text in texts:
            with self.transaction() as db:
                self.text(db, address, text)

    def text(self, db: sa.Connection, address: str, text: str) -> Turn:
        """Text within a transaction; the turn that it was."""
        return receive(db, self._arrival(address, text), self.house)

    def dial(self, db: sa.Connection, address: str, text: str, *, session: str, turn: int) -> Page:
        """Dial, or key in, within a transaction; the page that comes."""
        return dial(db, Dial(session, turn, address, text, self.runtime.gateway("simulator", "")), self.house)

    def wish(self, address: str, intent: str) -> None:
        """Text something that surely has this intent, whatever its words."""
        with self.transaction() as db:
            scene, _ = open_scene(db, self._arrival(address, intent), self.house)
            take(scene, intent, store.load(db, scene.contact.id), meant=Understood(intent=intent))

    def contact(self, db: sa.Connection, address: str) -> Contact:
        """The contact of a number, met if it is new."""
        return meet(db, address, now=self.clock.now())

    def asked(self, address: str) -> State | None:
        """Where a number stands; None where nothing is asked."""
        with self.transaction() as db:
            return store.load(db, self.contact(db, address).id).state

    def pass_until(self, address: str, flow: str, *, days: int = 40) -> None:
        """Let time pass, and every sweep do what is due, until a number is asked something by this flow."""
        today = local_date(self.clock.now())
        for day in (today + timedelta(days=n) for n in range(days)):
            for hour in HOURS:
                moment = at_local(day, time(hour))
                if moment > self.clock.now():
                    self.clock.set(moment)
                    self.sweep()
                    state = self.asked(address)
                    if state is not None and state.flow == flow:
                        return
        raise AssertionError(f"{days} days passed, and '{flow}' asked nothing")

    def sweep(self) -> None:
        """Do all that is due, but the housekeeping of which no phone sees anything."""
        for name, run in SWEEPS.items():
            if name not in DAILY:
                run(self.runtime)

    def keep(self) -> Moment:
        """This moment, to come back to."""
        return Moment(zlib.compress(self._connection().serialize(), _FAST), self.clock.now())

    def put_back(self, moment: Moment) -> None:
        """Make everything as it was at a moment; no transaction may be open."""
        self._connection().deserialize(zlib.decompress(moment.store))
        self.clock.set(moment.at)

    def _connection(self) -> sqlite3.Connection:
        # The store is in memory: this one connection is it.
        pooled = self.runtime.engine.raw_connection()
        try:
            found = pooled.driver_connection
        finally:
            pooled.close()
        assert isinstance(found, sqlite3.Connection)
        return found

    def _arrival(self, address: str, text: str) -> Arrival:
        self.arrivals += 1
        return Arrival(
            channel="simulator",
            provider_id=f"any-{self.arrivals}",
            gateway=self.runtime.gateway("simulator", ""),
            sender=address,
            text=text,
            answer_on_wire=True,
            receipts=False,
        )


@contextmanager
def rehearsal(seed: str) -> Iterator[Rehearsal]:
    """A fresh practice service on the morning of 1 December 2026, a Tuesday."""
    clock = FixedClock(in_our_time(datetime(2026, 12, 1, 9)))  # noqa: DTZ001 - commune time
    with TemporaryDirectory() as folder:
        runtime = practice_runtime(clock, data=Path(folder))
        try:
            yield Rehearsal(runtime, clock, seed)
        finally:
            runtime.close()
