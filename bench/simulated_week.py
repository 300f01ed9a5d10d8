"""A week of contacts texting, with faults every few seconds: every event in order, on a clock that jumps to the next."""

import heapq
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import sqlalchemy as sa

from bench.simulated_people import visit
from bench.simulated_provider import Killed, Odds, Record, SimulatedProvider
from helpdesk.booking import sample as sample_openings
from helpdesk.booking.tables import openings
from helpdesk.channels.contract import DeliveryStatus, Receipt
from helpdesk.clock import FixedClock, local_date
from helpdesk.conversation.turn import Arrival, receive
from helpdesk.messaging import receipts
from helpdesk.messaging.tables import gateways
from helpdesk.people import sample as sample_people
from helpdesk.places import sample as sample_places
from helpdesk.runtime import Runtime, open_runtime
from helpdesk.settings import Settings, Twilio
from helpdesk.store.engine import reading
from helpdesk.sweeps import SWEEPS
from tests.support.invariants import Findings, Taken, examine

BEGINS = datetime(2026, 12, 1, 6, 0)  # noqa: DTZ001 - no zone means commune time
TO_SETTLE = timedelta(hours=60)
"""After the week nobody texts and nothing fails: what is on its way has this long to arrive."""

NUMBER = "+15005550006"
PACE = 600
EVERY = {
    "send": timedelta(minutes=2),
    "release": timedelta(minutes=3),
    "look_up": timedelta(minutes=3),
    "remind": timedelta(minutes=5),
    "leader_lists": timedelta(minutes=30),
    "forget": timedelta(hours=1),
}
"""Rarer than in life, where an idle sweep costs nothing that anybody waits for."""

KILLED_AT_COMMIT = 0.004


@dataclass
class Figures:
    """What a simulated week came to. `turns` are seconds."""

    findings: Findings
    faults: Counter[str]
    texts: int
    taken: int
    turns: list[float] = field(repr=False)
    seconds: float
    # False: its bound in real time came first, and the rest of the week was left out.
    whole: bool


class Week:
    """One run on one fresh, migrated database. `until` is when (monotonic) it must begin to end."""

    def __init__(
        self, engine: sa.Engine, folder: Path, *, seed: int, contacts: int, until: float, days: int = 7
    ) -> None:
        self.random, self.until = Random(seed), until
        self.clock = FixedClock(BEGINS)
        down = self.clock.now() + timedelta(days=days) * 0.3
        odds = Odds(down=[(down, down + timedelta(days=min(1, days / 4)))])
        self.provider = SimulatedProvider(self.random, self.clock, odds, self._report)
        self.runtime = _open(engine, folder, self.clock, contacts=contacts)
        self.runtime.channels["twilio"] = self.provider
        self.gateway = self.runtime.gateway("twilio", NUMBER)
        self.calm, self.texts, self.whole = False, 0, True
        self.heard: set[str] = set()
        self.turns: list[float] = []
        self._events: list[tuple[datetime, int, Callable[[], None]]] = []
        self._count = 0
        self._ends = self.clock.now() + timedelta(days=days)
        sa.event.listen(engine, "commit", self._perhaps_die)
        for number in range(contacts):
            self._plan_visits(f"+8491{number:07d}")
        for name in EVERY:
            self._sweep_again(name)

    def run(self) -> Figures:
        """Play the week out, let it settle, and hold it against the provider's record."""
        began = time.perf_counter()
        last = self._ends + TO_SETTLE
        while self._events and self._events[0][0] < last:
            at, _, event = heapq.heappop(self._events)
            self.clock.set(max(at, self.clock.now()))
            if not self.calm and (at >= self._ends or time.monotonic() > self.until):
                self.whole = at >= self._ends
                last = min(last, at + TO_SETTLE)
                self._calm_down()
            event()
        sa.event.remove(self.runtime.engine, "commit", self._perhaps_die)
        with reading(self.runtime.engine) as db:
            taken = [Taken(record.recipient, record.text) for record in self.provider.records]
            findings = examine(db, taken, heard=self.heard, settled_by=self.clock.now())
        seconds = time.perf_counter() - began
        return Figures(
            findings, self.provider.faults, self.texts, len(taken), self.turns, seconds, self.whole
        )

    def _calm_down(self) -> None:
        self.calm = True
        odds = self.provider.odds
        odds.send = odds.look_up = odds.receipt_lost = 0.0
        odds.down = ()

    def _at(self, when: datetime, event: Callable[[], None]) -> None:
        self._count += 1
        heapq.heappush(self._events, (when, self._count, event))

    def _plan_visits(self, phone: str) -> None:
        for _ in range(self.random.choice((1, 1, 2))):
            when = self.clock.now() + (self._ends - self.clock.now()) * self.random.random()
            for pause, text in visit(self.random):
                when += pause
                sid = f"SM-in-{self._count}"
                self._at(when, lambda sid=sid, text=text: self._text(sid, phone, text))  # type: ignore[misc]

    # A text, and all that may become of it

    def _text(self, sid: str, phone: str, text: str) -> None:
        if self.calm:
            return
        self.texts += 1
        self._deliver(sid, phone, text)
        if self._happens(0.05, "text delivered twice"):
            late = timedelta(seconds=self.random.choice((0, 1, 15, 1200, 5000)))
            self._at(self.clock.now() + late, lambda: self._deliver(sid, phone, text))

    def _deliver(self, sid: str, phone: str, text: str, *, tries: int = 0) -> None:
        def again() -> None:
            # What nobody answered is delivered once more, sooner or later; or, after the commit, never.
            if self.random.random() < 0.7 or sid not in self.heard:
                later = timedelta(seconds=self.random.choice((1, 15, 60, 1800)))
                self._at(self.clock.now() + later, lambda: self._deliver(sid, phone, text, tries=tries + 1))

        arrival = Arrival("twilio", sid, self.gateway, phone, text, answer_on_wire=True)
        began = time.perf_counter()
        try:
            with self.runtime.transaction(nudge=False) as db:
                turn = receive(db, arrival, self.runtime.house)
        except Killed:
            return again()  # before the commit: as if the text had never come
        self.turns.append(time.perf_counter() - began)
        self.heard.add(sid)
        if not self.calm and self._happens(0.05, "web killed between commit and answer"):
            return again()
        self.provider.take_answer(sid, phone, [(reply.message_id, reply.text) for reply in turn.replies])
        if not self._happens(0.5, "nudge lost"):
            self._sweep("send")
        return None

    # Receipts

    def _report(self, record: Record) -> None:
        odds, now = self.provider.odds, self.clock.now()
        failed = self.random.random() < odds.undelivered and not self.calm
        last = DeliveryStatus.FAILED if failed else DeliveryStatus.DELIVERED
        told = [DeliveryStatus.SENT, last] if self.random.random() < 0.3 else [last]
        for status in told:
            if self._happens(odds.receipt_lost, "receipt lost"):
                continue
            times = 2 if self._happens(odds.receipt_doubled, "receipt doubled") else 1
            for _ in range(times):
                late = timedelta(seconds=self.random.choice((0.1, 3, 8, 60, 2400)))
                self._at(now + late, lambda status=status: self._receipt(record, status))  # type: ignore[misc]

    def _receipt(self, record: Record, status: DeliveryStatus) -> None:
        if status.rank > record.status.rank:
            record.status = status
        receipt = Receipt(record.provider_id, status, None, str(record.message_id), status.value)
        with suppress(Killed), self.runtime.transaction(nudge=False) as db:
            receipts.take(db, receipt, channel="twilio", now=self.clock.now())

    # Sweeps

    def _sweep_again(self, name: str) -> None:
        self._sweep(name)
        # When nothing goes wrong any more there is little to do, and the week is not simulated for its idle hours.
        every = EVERY[name] * (6 if self.calm else 1)
        self._at(self.clock.now() + every, lambda: self._sweep_again(name))

    def _sweep(self, name: str) -> None:
        with suppress(Killed):  # the next sweep is another worker's
            SWEEPS[name](self.runtime)

    # Faults

    def _happens(self, odds: float, what: str) -> bool:
        if self.calm or self.random.random() >= odds:
            return False
        self.provider.faults[what] += 1
        return True

    def _perhaps_die(self, _db: Any) -> None:
        if self._happens(KILLED_AT_COMMIT, "killed before a commit"):
            raise Killed


def _open(engine: sa.Engine, folder: Path, clock: FixedClock, *, contacts: int) -> Runtime:
    """The service on sample data, with Twilio's number as its first gateway and room for some of the contacts."""
    with engine.begin() as db:
        sample_places.load(db)
        sample_people.load(db, now=clock.now(), password="mau-thu-2026")
        sample_openings.load(db, today=local_date(clock.now()))
        db.execute(openings.update().values(capacity=min(30_000, max(20, contacts // 5))))
    runtime = open_runtime(
        Settings(data=folder, twilio=Twilio("AC" + "0" * 32, ("simulated",), NUMBER)),
        clock=clock,
        engine=engine,
    )
    with engine.begin() as db:
        db.execute(gateways.update().values(pace_per_minute=PACE))
    return runtime
