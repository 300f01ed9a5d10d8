"""A simulated phone as a channel like the others: JSON or form in, JSON out. Development only.

In: `{"id", "from", "to", "text"}`, where `id` identifies the message (the phone makes one up and repeats it when
it tries again). Out: `{"replies": [{"id", "text"}]}`. Messages that we start count as accepted at once; the page
of the phone reads them where they are kept.
"""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

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
    WireReply,
    WireRequest,
)
from helpdesk.text.phone_numbers import canonical
from helpdesk.text.segments import measure


@dataclass(frozen=True)
class SimulatorChannel:
    """The phone on the page `/phone` and in tests; it proves nothing about who texts."""

    name: str = "simulator"
    answers_on_wire: bool = True

    @property
    def capabilities(self) -> Capabilities:
        return Capabilities(
            two_way=True,
            free_text=True,
            numeric_sender=True,
            bulk_allowed=True,
            max_segments=10,
            receipts=False,
        )

    def redacted(self) -> frozenset[str]:
        return frozenset()

    def receive(self, request: WireRequest) -> InboundText:
        if "json" in request.header("Content-Type").lower():
            request = replace(request, method="POST", form=_json_fields(request.body))
        return InboundText(
            provider_id=request.required("id"),
            sender=canonical(request.required("from")),
            recipient=canonical(request.required("to")),
            text=request.required("text", may_be_empty=True),
        )

    def receipt(self, request: WireRequest) -> Receipt:  # noqa: ARG002  # as the contract has it
        raise Refused(400, reason="the simulated phone sends no delivery reports")

    def answer(self, replies: Sequence[HandedReply]) -> WireReply:
        shown = [{"id": reply.message_id, "text": reply.text} for reply in replies]
        return WireReply(200, "application/json; charset=utf-8", json.dumps({"replies": shown}))

    def send(self, outgoing: Outgoing) -> Accepted:
        return Accepted(_provider_id(outgoing), segments=measure(outgoing.text).segments)

    def look_up(
        self,
        outgoing: Outgoing,
        since: datetime,  # noqa: ARG002  # as the contract has it
        *,
        not_these: Collection[str] = (),  # noqa: ARG002
    ) -> FoundMessage:
        return FoundMessage(_provider_id(outgoing), DeliveryStatus.DELIVERED)


def _provider_id(outgoing: Outgoing) -> str:
    return f"sim-{outgoing.message_id}"


def _json_fields(body: bytes) -> Mapping[str, Sequence[str]]:
    """A JSON object of texts as a form; raises Refused 400."""
    try:
        fields = json.loads(body)
    except (ValueError, RecursionError):
        raise Refused(400, reason="the body is not JSON") from None
    if not isinstance(fields, dict):
        raise Refused(400, reason="the body is not a JSON object")
    for name, value in fields.items():
        if not isinstance(value, str):
            raise Refused(400, field=name, reason=f"field {name} is not a text")
    return {name: [value] for name, value in fields.items()}
