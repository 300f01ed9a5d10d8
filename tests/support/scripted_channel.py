"""A channel whose provider does what a test says, and keeps what it was asked to send."""
# ruff: noqa: ARG002 - the contract names the arguments

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import datetime

from helpdesk.channels.contract import (
    Accepted,
    Capabilities,
    FoundMessage,
    HandedReply,
    InboundText,
    Outgoing,
    Receipt,
    Refused,
    SendResult,
    Unknown,
    WireReply,
    WireRequest,
)

Answer = SendResult | Callable[[Outgoing], SendResult]


class ScriptedChannel:
    """Gives each call the next of `answers`, and accepts every call after the last; so with look-ups and `found`,
    after the last of which nobody knows."""

    name = "twilio"
    answers_on_wire = True

    def __init__(
        self, answers: Iterable[Answer] = (), *, found: Iterable[FoundMessage | Unknown | None] = ()
    ) -> None:
        self._answers = iter(answers)
        self._found = iter(found)
        self.sent: list[Outgoing] = []
        self.asked: list[tuple[int, datetime, tuple[str, ...]]] = []

    @property
    def capabilities(self) -> Capabilities:
        return Capabilities(
            two_way=True, free_text=True, numeric_sender=True, bulk_allowed=True, max_segments=10
        )

    def redacted(self) -> frozenset[str]:
        return frozenset()

    def receive(self, request: WireRequest) -> InboundText:
        raise Refused(400, reason="nobody texts here")

    def receipt(self, request: WireRequest) -> Receipt:
        raise Refused(400, reason="nothing is reported here")

    def answer(self, replies: Sequence[HandedReply]) -> WireReply:
        return WireReply(200, "text/plain", "")

    def send(self, outgoing: Outgoing) -> SendResult:
        self.sent.append(outgoing)
        answer = next(self._answers, Accepted(f"SM{outgoing.message_id}"))
        return answer(outgoing) if callable(answer) else answer

    def look_up(
        self, outgoing: Outgoing, since: datetime, *, not_these: Collection[str] = ()
    ) -> FoundMessage | Unknown | None:
        self.asked.append((outgoing.message_id, since, tuple(not_these)))
        return next(self._found, Unknown("nobody knows"))
