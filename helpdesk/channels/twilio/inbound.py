"""A text that Twilio delivers: the incoming message webhook, POST (form) or GET (query).

See https://www.twilio.com/docs/messaging/guides/webhook-request. `MessageSid` identifies the message: a
repeated delivery has the same one.
"""

from helpdesk.channels.contract import InboundText, WireRequest
from helpdesk.text.phone_numbers import canonical


def read_text(request: WireRequest) -> InboundText:
    """The text in a request whose signature holds; raises Refused 400 naming a missing field.

    Twilio tells no time of its own, so `received_at` is None.
    """
    return InboundText(
        provider_id=request.required("MessageSid"),
        sender=canonical(request.required("From")),
        recipient=canonical(request.required("To")),
        text=request.required("Body", may_be_empty=True),
    )
