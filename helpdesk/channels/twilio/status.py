"""Delivery reports: the status callback, in any order and more than once.

See https://www.twilio.com/docs/messaging/guides/track-outbound-message-status.
"""

from helpdesk.channels.contract import DeliveryStatus, Receipt, Refused, WireRequest, message_ref
from helpdesk.channels.twilio.errors import explain

STATUSES = {
    "accepted": DeliveryStatus.ACCEPTED,
    "scheduled": DeliveryStatus.ACCEPTED,
    "queued": DeliveryStatus.ACCEPTED,
    "sending": DeliveryStatus.ACCEPTED,
    "sent": DeliveryStatus.SENT,
    "partially_delivered": DeliveryStatus.SENT,  # a text with a hole in it was not delivered
    "delivered": DeliveryStatus.DELIVERED,
    "read": DeliveryStatus.DELIVERED,
    "undelivered": DeliveryStatus.FAILED,
    "failed": DeliveryStatus.FAILED,
    "canceled": DeliveryStatus.FAILED,
}
"""Twilio's words for an outbound message and ours. "receiving" and "received" are of inbound ones and not here."""


def read_receipt(request: WireRequest) -> Receipt:
    """The report in a request whose signature holds; raises Refused 400 for a missing field or an unknown word."""
    provider_id = request.required("MessageSid")
    word = request.required("MessageStatus")
    status = STATUSES.get(word)
    if status is None:
        raise Refused(
            400, field="MessageStatus", reason="MessageStatus is not a status of an outbound message"
        )
    code = error_code(request.optional("ErrorCode"))
    failed = status is DeliveryStatus.FAILED
    error = explain(code)
    return Receipt(
        provider_id=provider_id,
        status=status,
        code=code,
        message_ref=message_ref(request),
        provider_status=word,
        reason=error.reason if failed else "",
        retryable=error.retryable if failed else False,
    )


def error_code(value: object) -> str | None:
    """Twilio's error code as text; its ways of saying "none" (absent, empty, 0) are None."""
    code = "" if value is None else str(value).strip()
    return code if code.strip("0") else None
