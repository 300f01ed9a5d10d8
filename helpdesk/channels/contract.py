"""What a channel is: it translates between a provider's wire and our few words, and knows nothing else.

In:   WireRequest -> receive() -> InboundText      or -> receipt() -> Receipt      or raises Refused
Out:  Outgoing    -> send()    -> Accepted | Rejected | Unknown                     (errors are data)
Asked afterwards: look_up()    -> FoundMessage | None | Unknown
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Protocol
from urllib.parse import urlsplit, urlunsplit

from helpdesk.text.storable import storable

MESSAGE_PARAMETER = "message"
"""Query parameter of a status callback URL that carries our own outbox id there and back."""


@dataclass(frozen=True)
class WireRequest:
    """An HTTP request as the provider made it, free of any web framework.

    `url` is the *public* address with its query (the one the provider signed), `form` and `query` are
    multi-valued and complete, `body` is raw. Its repr shows no value: they are personal or secret.
    """

    method: str
    url: str = field(repr=False)
    headers: Mapping[str, str] = field(repr=False)
    form: Mapping[str, Sequence[str]] = field(repr=False)
    query: Mapping[str, Sequence[str]] = field(repr=False)
    body: bytes = field(repr=False)
    from_loopback: bool

    def header(self, name: str) -> str:
        """The header's value, whatever the case of its name; empty when absent."""
        wanted = name.lower()
        return next((value for key, value in self.headers.items() if key.lower() == wanted), "")

    @property
    def parameters(self) -> Mapping[str, Sequence[str]]:
        """Where the fields are: the query of a GET, the form of anything else."""
        return self.query if self.method.upper() == "GET" else self.form

    def optional(self, name: str) -> str | None:
        """First value of a field, or None where it is absent; without what no database takes as text."""
        values = self.parameters.get(name)
        return storable(values[0]) if values else None

    def required(self, name: str, *, may_be_empty: bool = False) -> str:
        """First value of a field; raises Refused 400 naming it when it is absent, or empty and may not be."""
        value = self.optional(name)
        if value is None or (not value.strip() and not may_be_empty):
            raise Refused(400, field=name, reason=f"missing field {name}")
        return value


class Refused(Exception):
    """The request is not acted on. `status` is 403 (not proved to be the provider) or 400 (malformed, `field`
    named). `reason` is one English line for the provider's log and ours, free of values."""

    def __init__(self, status: int, *, reason: str, field: str | None = None) -> None:
        super().__init__(reason)
        self.status = status
        self.field = field
        self.reason = reason


class DeliveryStatus(StrEnum):
    """How far an outbound message is known to have come."""

    ACCEPTED = "accepted"
    SENT = "sent"
    DELIVERED = "delivered"
    FAILED = "failed"

    @property
    def rank(self) -> int:
        """Receipts come in any order, so a status only ever gives way to a higher rank. Delivered ranks above
        failed: what reached the phone is the truth, whatever was told before."""
        return _RANK[self]


_RANK = {
    DeliveryStatus.ACCEPTED: 0,
    DeliveryStatus.SENT: 1,
    DeliveryStatus.FAILED: 2,
    DeliveryStatus.DELIVERED: 3,
}


@dataclass(frozen=True)
class InboundText:
    """A text from a phone. `provider_id` is what identifies the message on its channel, the same when the
    provider delivers it again; addresses are canonical; `received_at` is the provider's own time, aware UTC;
    `pictures` came along (an MMS) and are not fetched."""

    provider_id: str
    sender: str = field(repr=False)
    recipient: str = field(repr=False)
    text: str = field(repr=False)
    received_at: datetime | None = None
    pictures: int = 0


@dataclass(frozen=True)
class Receipt:
    """What the provider tells about a message of ours. `message_ref` is our outbox id where it came back in
    the callback URL (a reply answered on the wire has no provider id until its first receipt). Of a failure,
    `code` is the provider's, `reason` the human sentence, `retryable` whether sending again may help."""

    provider_id: str
    status: DeliveryStatus
    code: str | None
    message_ref: str | None
    provider_status: str
    reason: str = ""
    retryable: bool = False


@dataclass(frozen=True)
class WireReply:
    """The HTTP answer that the provider expects."""

    status: int
    content_type: str
    body: str = field(repr=False)


@dataclass(frozen=True)
class HandedReply:
    """A reply to be handed over in the HTTP answer; settled by the receipt that its callback brings."""

    message_id: int
    text: str = field(repr=False)
    status_callback: str | None = field(default=None, repr=False)


@dataclass(frozen=True)
class Attachment:
    """A file that travels with a message. `media_type` is such as "text/csv"; a text is UTF-8."""

    name: str
    media_type: str
    content: bytes = field(repr=False)


@dataclass(frozen=True)
class Outgoing:
    """One message to be sent by the provider's API. `message_id` is the outbox id, `intent` the key of what is
    said. `subject` and `attachments` are for channels that carry them; the others are given none."""

    message_id: int
    sender: str = field(repr=False)
    recipient: str = field(repr=False)
    text: str = field(repr=False)
    status_callback: str | None = field(default=None, repr=False)
    intent: str = ""
    subject: str | None = field(default=None, repr=False)
    attachments: tuple[Attachment, ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class Accepted:
    """The provider took the message. `cost` is its own wording, e.g. "-0.0075 USD", where it is known yet."""

    provider_id: str
    segments: int | None = None
    cost: str | None = None


@dataclass(frozen=True)
class Rejected:
    """The message was certainly not taken. `code` is the provider's or ours ("unreachable"), `reason` the
    human sentence; the sender decides when to try again, not before `retry_after`."""

    code: str
    reason: str
    retryable: bool
    retry_after: timedelta | None = None


@dataclass(frozen=True)
class Unknown:
    """We called, or asked, and never learned. Never send blindly again: look it up."""

    reason: str


SendResult = Accepted | Rejected | Unknown


@dataclass(frozen=True)
class FoundMessage:
    """A message that the provider has on record as sent by us."""

    provider_id: str
    status: DeliveryStatus
    code: str | None = None
    segments: int | None = None
    cost: str | None = None


@dataclass(frozen=True)
class Capabilities:
    """What may be asked of a gateway: `two_way` residents can answer it, `free_text` no registered templates,
    `numeric_sender` a number rather than a brand name, `bulk_allowed` may carry notices to many, the most
    segments one message may have, and whether `receipts` tell what became of a message."""

    two_way: bool
    free_text: bool
    numeric_sender: bool
    bulk_allowed: bool
    max_segments: int
    receipts: bool = True


class Channel(Protocol):
    """One way in and out. Instances are immutable in effect and may be used by several threads."""

    @property
    def name(self) -> str:
        """The word in its URL and in the gateways table."""
        ...

    @property
    def answers_on_wire(self) -> bool:
        """Whether direct replies travel in the HTTP answer (`answer`) instead of through `send`."""
        ...

    @property
    def capabilities(self) -> Capabilities: ...

    def redacted(self) -> frozenset[str]:
        """Every secret that must be blacked out of logs."""
        ...

    def receive(self, request: WireRequest) -> InboundText:
        """The text that the provider delivers; raises Refused."""
        ...

    def receipt(self, request: WireRequest) -> Receipt:
        """The delivery report that the provider makes; raises Refused."""
        ...

    def answer(self, replies: Sequence[HandedReply]) -> WireReply:
        """The HTTP answer to an accepted text, carrying the replies where the wire allows it."""
        ...

    def send(self, outgoing: Outgoing) -> SendResult:
        """Call the provider once; never raises for what the provider or the network does."""
        ...

    def look_up(
        self, outgoing: Outgoing, since: datetime, *, not_these: Collection[str] = ()
    ) -> FoundMessage | Unknown | None:
        """Whether the provider has this message, attempted at or after `since` (aware); None: it has not.
        Unknown where it cannot be asked or did not answer. `not_these` are provider ids already known to be
        other messages of ours: the same menu may have been sent to the same phone twice."""
        ...


def callback_url(url: str, *, message_id: int) -> str:
    """`url` with our outbox id in its query, to be given as a message's status callback."""
    before, after = _around_id(url)
    return f"{before}{message_id}{after}"


@lru_cache(maxsize=16)
def _around_id(url: str) -> tuple[str, str]:
    """The callback URL in two parts; an id belongs between them."""
    parts = urlsplit(url)
    query = "&".join(filter(None, (parts.query, f"{MESSAGE_PARAMETER}=")))
    return urlunsplit(
        parts._replace(query=query, fragment="")
    ), f"#{parts.fragment}" if parts.fragment else ""


def message_ref(request: WireRequest) -> str | None:
    """The outbox id that `callback_url` put into the address of this request, if any."""
    values = request.query.get(MESSAGE_PARAMETER)
    return values[0] if values else None
