"""Twilio as a channel: the contract, fulfilled by the files beside this one."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from logging import CRITICAL, Logger
from typing import TYPE_CHECKING

from helpdesk.channels.contract import (
    Capabilities,
    FoundMessage,
    HandedReply,
    InboundText,
    Outgoing,
    Receipt,
    Rejected,
    SendResult,
    Unknown,
    WireReply,
    WireRequest,
)
from helpdesk.channels.twilio.answer import twiml
from helpdesk.channels.twilio.config import TwilioConfig
from helpdesk.channels.twilio.errors import LATER
from helpdesk.channels.twilio.inbound import read_text
from helpdesk.channels.twilio.signature import check_signature
from helpdesk.channels.twilio.status import read_receipt

if TYPE_CHECKING:
    from twilio.rest import Client

NOT_CONFIGURED = "set TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN and TWILIO_FROM to send through Twilio"


@dataclass(frozen=True)
class TwilioChannel:
    """One Twilio account and sender."""

    config: TwilioConfig
    name: str = "twilio"
    answers_on_wire: bool = True

    @property
    def capabilities(self) -> Capabilities:
        """A number converses; a brand name (letters) is one-way and, in Viet Nam, sends registered templates only.

        10 segments are the most that are sure to fit Twilio's 1,600 characters.
        """
        sender = self.config.from_number or "+"
        numeric = sender.lstrip("+").isdecimal() or sender == "+"
        return Capabilities(
            two_way=numeric, free_text=numeric, numeric_sender=numeric, bulk_allowed=True, max_segments=10
        )

    def redacted(self) -> frozenset[str]:
        return frozenset(self.config.auth_tokens)

    def receive(self, request: WireRequest) -> InboundText:
        check_signature(request, config=self.config)
        return read_text(request)

    def receipt(self, request: WireRequest) -> Receipt:
        check_signature(request, config=self.config)
        return read_receipt(request)

    def answer(self, replies: Sequence[HandedReply]) -> WireReply:
        return twiml(replies)

    def send(self, outgoing: Outgoing) -> SendResult:
        if not self._can_send:
            return Rejected("not-configured", NOT_CONFIGURED, retryable=True, retry_after=LATER)
        from helpdesk.channels.twilio.send import create_message

        return create_message(self._client, self._with_sender(outgoing))

    def look_up(
        self, outgoing: Outgoing, since: datetime, *, not_these: Collection[str] = ()
    ) -> FoundMessage | Unknown | None:
        if not self._can_send:
            return Unknown(NOT_CONFIGURED)
        from helpdesk.channels.twilio.look_up import find_message

        return find_message(self._client, self._with_sender(outgoing), since=since, not_these=not_these)

    @property
    def _can_send(self) -> bool:
        return bool(self.config.account_sid and self.config.auth_tokens and self.config.from_number)

    def _with_sender(self, outgoing: Outgoing) -> Outgoing:
        return outgoing if outgoing.sender else replace(outgoing, sender=self.config.from_number or "")

    @cached_property
    def _client(self) -> "Client":
        """Made at the first call: importing it takes 0.15 s, and processes that only answer never need it."""
        from twilio.http.http_client import TwilioHttpClient
        from twilio.rest import Client

        # The library logs addresses and texts at INFO, and would read TWILIO_* names of its own.
        silent = Logger("twilio", level=CRITICAL + 1)
        http = TwilioHttpClient(timeout=self.config.timeout_seconds, max_retries=0, logger=silent)
        client = Client(  # twilio has no types here
            self.config.account_sid,
            self.config.auth_tokens[0],
            http_client=http,
            environment={"TWILIO_EDGE": "", "TWILIO_REGION": ""},
        )
        client.api.base_url = self.config.api_base
        return client
