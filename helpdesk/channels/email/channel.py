"""E-mail as a channel: the contract, fulfilled by the files beside this one. It is one-way."""
# ruff: noqa: ARG002 - the contract names the arguments

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from helpdesk.channels.contract import (
    Capabilities,
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
from helpdesk.channels.email.config import EmailConfig
from helpdesk.channels.email.mail import compose, message_id
from helpdesk.channels.email.send import hand_over
from helpdesk.clock import Clock, SystemClock
from helpdesk.text.email_addresses import is_email


@dataclass(frozen=True)
class EmailChannel:
    """One mail server and the address we send from."""

    config: EmailConfig
    # Mails carry the time at which they were written.
    clock: Clock = field(default_factory=SystemClock)
    name: str = "email"
    answers_on_wire: bool = False

    @property
    def capabilities(self) -> Capabilities:
        return Capabilities(
            two_way=False,
            free_text=True,
            numeric_sender=False,
            bulk_allowed=False,
            max_segments=1,
            receipts=False,
        )

    def redacted(self) -> frozenset[str]:
        return frozenset(filter(None, (self.config.password,)))

    def receive(self, request: WireRequest) -> InboundText:
        raise Refused(400, reason="no text comes in by e-mail")

    def receipt(self, request: WireRequest) -> Receipt:
        raise Refused(400, reason="e-mail has no delivery reports")

    def answer(self, replies: Sequence[HandedReply]) -> WireReply:
        return WireReply(200, "text/plain; charset=utf-8", "")

    def send(self, outgoing: Outgoing) -> SendResult:
        outgoing = replace(outgoing, sender=outgoing.sender or self.config.sender)
        if not is_email(outgoing.recipient):
            return Rejected("bad-address", "this is not an e-mail address", retryable=False)
        return hand_over(
            self.config,
            compose(outgoing, written_at=self.clock.now()),
            sender=outgoing.sender,
            recipient=outgoing.recipient,
            message_id=message_id(outgoing),
        )

    def look_up(
        self, outgoing: Outgoing, since: datetime, *, not_these: Collection[str] = ()
    ) -> FoundMessage | Unknown | None:
        return Unknown("a mail server cannot be asked what it took")
