"""A provider of texts that fails as real ones do, keeps a record of its own, and never tells it by accident."""
# ruff: noqa: ARG002 - the contract names the arguments

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from random import Random

from bench.simulated_journal import Journal
from helpdesk.channels.contract import (
    Accepted,
    Capabilities,
    DeliveryStatus,
    FoundMessage,
    HandedReply,
    InboundText,
    Outgoing,
    Receipt,
    Refused,
    Rejected,
    SendResult,
    Unknown,
    WireReply,
    WireRequest,
)
from helpdesk.channels.twilio.look_up import CLOCK_TOLERANCE
from helpdesk.clock import Clock


class Killed(BaseException):
    """The process is gone at this very point (kill -9): nothing of ours may catch it."""


@dataclass
class Record:
    """A message that the provider took."""

    provider_id: str
    message_id: int
    recipient: str
    text: str = field(repr=False)
    at: datetime
    status: DeliveryStatus = DeliveryStatus.ACCEPTED


@dataclass
class Odds:
    """How often things go wrong, of 1; `down` are the stretches during which nothing is reached at all."""

    send: float = 0.35
    look_up: float = 0.2
    receipt_lost: float = 0.15
    receipt_doubled: float = 0.15
    undelivered: float = 0.02
    down: Sequence[tuple[datetime, datetime]] = ()


SEND_FAULTS = (
    "timeout after accept",
    "timeout before accept",
    "5xx after accept",
    "5xx before accept",
    "429",
    "unreachable",
    "refused for good",
    "worker killed before the call",
    "worker killed after the call",
)


class SimulatedProvider:
    """A channel of this name; `on_taken` is told of every message that comes on its record."""

    answers_on_wire = True

    def __init__(
        self,
        name: str,
        *,
        random: Random,
        clock: Clock,
        odds: Odds,
        journal: Journal,
        on_taken: Callable[["SimulatedProvider", Record], None],
        remembers: bool = True,
    ) -> None:
        # A mail server takes a message or not, and can be asked nothing afterwards.
        self.remembers = remembers
        self.name, self.random, self.clock, self.odds = name, random, clock, odds
        self.journal, self.on_taken = journal, on_taken
        self.records: list[Record] = []
        self._by_phone: dict[str, list[Record]] = {}
        self._answered: set[str] = set()

    @property
    def capabilities(self) -> Capabilities:
        return Capabilities(
            two_way=self.remembers, free_text=True, numeric_sender=True, bulk_allowed=True, max_segments=10
        )

    def redacted(self) -> frozenset[str]:
        return frozenset()

    def receive(self, request: WireRequest) -> InboundText:
        raise Refused(400, reason="texts are simulated without HTTP")

    def receipt(self, request: WireRequest) -> Receipt:
        raise Refused(400, reason="receipts are simulated without HTTP")

    def answer(self, replies: Sequence[HandedReply]) -> WireReply:
        return WireReply(200, "text/plain", "")

    def take_answer(self, sid: str, recipient: str, replies: Sequence[tuple[int, str]]) -> None:
        """The answer to a text arrived; of one that was delivered twice the provider uses the first."""
        if sid in self._answered:
            return
        self._answered.add(sid)
        for message_id, text in replies:
            self._take(message_id, recipient, text)

    def send(self, outgoing: Outgoing) -> SendResult:
        if self._is_down():
            return self._down()
        if self.random.random() >= self.odds.send:
            return Accepted(self._taken(outgoing))
        fault = self.random.choice(SEND_FAULTS)
        self.journal.went_wrong(fault)
        if "after" in fault:
            self._taken(outgoing)
        match fault:
            case "429":
                return Rejected("20429", "too many requests", retryable=True)
            case "unreachable":
                return Rejected("unreachable", "no route", retryable=True)
            case "refused for good":
                return Rejected("21610", "the recipient said STOP", retryable=False)
            case "worker killed before the call" | "worker killed after the call":
                raise Killed
        return Unknown(fault)

    def look_up(
        self, outgoing: Outgoing, since: datetime, *, not_these: Collection[str] = ()
    ) -> FoundMessage | Unknown | None:
        if not self.remembers:
            return Unknown("it cannot be asked what it took")
        if self._is_down() or self.random.random() < self.odds.look_up:
            self.journal.went_wrong("look-up not answered")
            return Unknown("the provider does not answer")
        for record in self._by_phone.get(outgoing.recipient, ()):
            if (
                record.text == outgoing.text
                and record.provider_id not in not_these
                and record.at >= since - CLOCK_TOLERANCE
            ):
                return FoundMessage(record.provider_id, record.status)
        return None

    def _is_down(self) -> bool:
        now = self.clock.now()
        return any(begins <= now < ends for begins, ends in self.odds.down)

    def _down(self) -> SendResult:
        self.journal.went_wrong("provider down")
        if self.random.random() < 0.5:
            return Unknown("503")
        return Rejected("unreachable", "nobody listens", retryable=True)

    def _taken(self, outgoing: Outgoing) -> str:
        return self._take(outgoing.message_id, outgoing.recipient, outgoing.text)

    def _take(self, message_id: int, recipient: str, text: str) -> str:
        sid = f"SM{len(self.records):032x}"
        self.journal.note(f"taken by {self.name}", sid, message_id, recipient, text)
        record = Record(sid, message_id, recipient, text, self.clock.now())
        self.records.append(record)
        self._by_phone.setdefault(recipient, []).append(record)
        self.on_taken(self, record)
        return record.provider_id
