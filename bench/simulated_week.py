"""A week of contacts texting, with faults every few seconds: every event in order, on a clock that jumps to the next.

All that is left to chance is drawn from the seed, in the order of the events, so the same seed with the same
contacts on the same kind of database is the same week again; the journal's digest says so.
"""

import heapq
import time
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any, TextIO

import sqlalchemy as sa

from bench.simulated_journal import Journal
from bench.simulated_people import answer_to_reminder, is_reminder, visit
from bench.simulated_provider import Killed, Odds, Record, SimulatedProvider
from bench.simulated_service import NUMBER, SECOND_NUMBER, give_up_second_number, open_service
from helpdesk.channels.contract import DeliveryStatus, Receipt
from helpdesk.clock import FixedClock
from helpdesk.conversation.turn import Arrival, receive
from helpdesk.messaging.delivery import receipts
from helpdesk.messaging.gateways import EMAIL
from helpdesk.runtime import Runtime
from helpdesk.store.engine import reading
from helpdesk.sweeps import SWEEPS
from tests.support.invariants import Findings, Taken, examine

BEGINS = datetime(2026, 12, 1, 6, 0)  # noqa: DTZ001 - no zone means commune time
TO_SETTLE = timedelta(hours=60)
"""After the week nobody texts and nothing fails: what is on its way has this long to arrive."""

EVERY = {
    "send": timedelta(minutes=5),
    "release": timedelta(minutes=5),
    "look_up": timedelta(minutes=5),
    "remind": timedelta(minutes=10),
    "offers": timedelta(minutes=20),
    "leader_lists": timedelta(minutes=30),
    "officer_mails": timedelta(hours=3),
    "alert": timedelta(hours=1),
    "forget": timedelta(hours=1),
    "recount": timedelta(hours=4),
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
    # The same for two runs with the same seed, contacts and kind of database.
    digest: str
    turns: list[float] = field(repr=False)
    seconds: float
    # False: its bound in real time came first, and the rest of the week was left out.
    whole: bool


class Week:
    """One run on one fresh, migrated database. `until` is when (monotonic) it must begin to end.

    Sweeps come `rarer` times as seldom, for so few contacts that most of them would find nothing. Another stretch of
    time with other people in it (bench/simulated_month.py) says how it differs.
    """

    every: Mapping[str, timedelta] = EVERY

    def __init__(
        self,
        engine: sa.Engine,
        folder: Path,
        *,
        seed: int,
        contacts: int,
        until: float,
        days: int = 7,
        rarer: int = 1,
        journal: TextIO | None = None,
    ) -> None:
        self.random, self.until, self.rarer = Random(seed), until, rarer
        self.clock = FixedClock(BEGINS)
        self.journal = Journal(self.clock, journal)
        self.runtime = self.open(engine, folder, contacts=contacts, chance=Random(f"{seed}"))
        down = self.clock.now() + timedelta(days=days) * 0.3
        self.odds = Odds(down=[(down, down + timedelta(days=min(1, days / 4)))])
        self.providers = {name: self._provider(name) for name in ("twilio", "simulator", EMAIL)}
        self.runtime.channels.update(self.providers)
        self.gateways = [self.runtime.gateway("twilio", number) for number in (NUMBER, SECOND_NUMBER)]
        self.calm, self.texts, self.whole = False, 0, True
        self.heard: set[str] = set()
        self.turns: list[float] = []
        self._events: list[tuple[datetime, int, Callable[[], None]]] = []
        self._count = 0
        self.ends = self.clock.now() + timedelta(days=days)
        sa.event.listen(engine, "commit", self._perhaps_die)
        self.people_begin(contacts)
        for name in self.every:
            self._sweep_again(name)
        self.at(self.clock.now() + timedelta(days=days) * 0.6, self._give_up_second_number)

    def open(self, engine: sa.Engine, folder: Path, *, contacts: int, chance: Random) -> Runtime:
        """The service that it is played on."""
        return open_service(engine, folder, self.clock, contacts=contacts, chance=chance)

    def people_begin(self, contacts: int) -> None:
        """Plan what people text by themselves."""
        for number in range(contacts):
            self._plan_visits(f"+8491{number:07d}")

    def people_hear(self, record: Record) -> None:
        """Plan what is answered to a message that reached a phone."""
        if is_reminder(record.text):
            when = self.clock.now()
            for pause, text in answer_to_reminder(self.random):
                when += pause
                self.plan_text(when, record.recipient, text)

    def run(self) -> Figures:
        """Play the week out, let it settle, and hold it against the providers' records."""
        began = time.perf_counter()
        last = self.ends + TO_SETTLE
        while self._events and self._events[0][0] < last:
            at, _, event = heapq.heappop(self._events)
            self.clock.set(max(at, self.clock.now()))
            if not self.calm and (at >= self.ends or time.monotonic() > self.until):
                self.whole = at >= self.ends
                last = min(last, at + TO_SETTLE)
                self._calm_down()
            event()
        # What fell due since each sweep was last run is not on its way for that.
        for name in (*self.every, "send"):
            self._sweep(name)
        sa.event.remove(self.runtime.engine, "commit", self._perhaps_die)
        findings = self._examined()
        return Figures(
            findings,
            self.journal.faults,
            self.texts,
            taken=sum(len(provider.records) for provider in self.providers.values()),
            digest=self.journal.digest,
            turns=self.turns,
            seconds=time.perf_counter() - began,
            whole=self.whole,
        )

    def _examined(self) -> Findings:
        found = Findings()
        with reading(self.runtime.engine) as db:
            for name, provider in self.providers.items():
                taken = [Taken(record.recipient, record.text) for record in provider.records]
                heard = self.heard if name == "twilio" else ()
                found.add(examine(db, taken, heard=heard, channel=name, settled_by=self.clock.now()))
        self.journal.note("found", found)
        return found

    def _provider(self, name: str) -> SimulatedProvider:
        return SimulatedProvider(
            name,
            random=self.random,
            clock=self.clock,
            odds=self.odds,
            journal=self.journal,
            on_taken=self._taken,
            remembers=name != EMAIL,
        )

    def _calm_down(self) -> None:
        self.calm = True
        self.odds.send = self.odds.look_up = self.odds.receipt_lost = 0.0
        self.odds.down = ()

    def at(self, when: datetime, event: Callable[[], None]) -> None:
        self._count += 1
        heapq.heappush(self._events, (when, self._count, event))

    def later(self, seconds: float, event: Callable[[], None]) -> None:
        self.at(self.clock.now() + timedelta(seconds=seconds), event)

    # A text, and all that may become of it

    def _plan_visits(self, phone: str) -> None:
        for _ in range(self.random.choice((1, 1, 2))):
            when = self.clock.now() + (self.ends - self.clock.now()) * self.random.random()
            for pause, text in visit(self.random):
                when += pause
                self.plan_text(when, phone, text)

    def plan_text(self, when: datetime, phone: str, text: str) -> None:
        sid = f"SM-in-{self._count}"
        self.at(when, lambda: self._text(sid, phone, text))

    def _text(self, sid: str, phone: str, text: str) -> None:
        if self.calm:
            return
        self.texts += 1
        self._deliver(sid, phone, text)
        if self.happens(0.05, "text delivered twice"):
            late = self.random.choice((0, 1, 15, 1200, 5000))
            self.later(late, lambda: self._deliver(sid, phone, text))

    def _deliver(self, sid: str, phone: str, text: str) -> None:
        gateway = self.gateways[int(phone) % len(self.gateways)]
        arrival = Arrival("twilio", sid, gateway, phone, text, answer_on_wire=True)
        began = time.perf_counter()
        try:
            with self.runtime.transaction(nudge=False) as db:
                turn = receive(db, arrival, self.runtime.house)
        except Killed:
            self._deliver_again(sid, phone, text)  # before the commit: as if the text had never come
            return
        self.turns.append(time.perf_counter() - began)
        self.heard.add(sid)
        self.journal.note("text", sid, phone, text, turn.replies)
        if self.happens(0.05, "web killed between commit and answer"):
            self._deliver_again(sid, phone, text)
            return
        answers = [(reply.message_id, reply.text) for reply in turn.replies]
        self.providers["twilio"].take_answer(sid, phone, answers)
        if not self.happens(0.5, "nudge lost"):
            self._sweep("send")

    def _deliver_again(self, sid: str, phone: str, text: str) -> None:
        # What nobody answered is delivered once more, sooner or later; or, after the commit, never.
        if self.random.random() < 0.7 or sid not in self.heard:
            self.later(self.random.choice((1, 15, 60, 1800)), lambda: self._deliver(sid, phone, text))

    # What a provider does with a message

    def _taken(self, provider: SimulatedProvider, record: Record) -> None:
        if provider.remembers:
            self._plan_receipts(provider, record)
        self.people_hear(record)

    def _plan_receipts(self, provider: SimulatedProvider, record: Record) -> None:
        failed = self.random.random() < self.odds.undelivered and not self.calm
        last = DeliveryStatus.FAILED if failed else DeliveryStatus.DELIVERED
        told = [DeliveryStatus.SENT, last] if self.random.random() < 0.3 else [last]
        for status in told:
            if self.happens(self.odds.receipt_lost, "receipt lost"):
                continue
            times = 2 if self.happens(self.odds.receipt_doubled, "receipt doubled") else 1
            for _ in range(times):
                late = self.random.choice((0.1, 3, 8, 60, 2400))
                self.later(late, lambda status=status: self._receipt(provider, record, status))  # type: ignore[misc]

    def _receipt(self, provider: SimulatedProvider, record: Record, status: DeliveryStatus) -> None:
        if status.rank > record.status.rank:
            record.status = status
        receipt = Receipt(record.provider_id, status, None, str(record.message_id), status.value)
        with suppress(Killed), self.runtime.transaction(nudge=False) as db:
            new = receipts.take(db, receipt, channel=provider.name, now=self.clock.now())
            self.journal.note("receipt", record.provider_id, status.value, new)

    # Sweeps

    def _sweep_again(self, name: str) -> None:
        self._sweep(name)
        self.at(self.clock.now() + self.pause(name), lambda: self._sweep_again(name))

    def pause(self, name: str) -> timedelta:
        """Between two runs of a sweep."""
        # When nothing goes wrong any more there is little to do, and the week is not simulated for its idle hours.
        return self.every[name] * self.rarer * (6 if self.calm else 1)

    def _sweep(self, name: str) -> None:
        with suppress(Killed):  # the next sweep is another worker's
            if done := SWEEPS[name](self.runtime):
                self.journal.note(name, done)

    def _give_up_second_number(self) -> None:
        try:
            give_up_second_number(self.runtime)
        except Killed:
            self.later(60, self._give_up_second_number)
            return
        del self.gateways[1:]  # from then on everybody texts to the first

    # Faults

    def happens(self, odds: float, what: str) -> bool:
        if self.calm or self.random.random() >= odds:
            return False
        self.journal.went_wrong(what)
        return True

    def _perhaps_die(self, _db: Any) -> None:
        if self.happens(KILLED_AT_COMMIT, "killed before a commit"):
            raise Killed
