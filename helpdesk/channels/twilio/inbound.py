"""A text that Twilio delivers: the incoming message webhook, POST (form) or GET (query).

See https://www.twilio.com/docs/messaging/guides/webhook-request. `MessageSid` identifies the message: a
repeated delivery has the same one.
"""

import base64
import binascii
import re

from helpdesk.channels.contract import InboundText, WireRequest
from helpdesk.text.phone_numbers import canonical

# Longer than anybody writes without a space, shorter than what one message carries: only parts put together come so.
_PACKED = re.compile(r"(?:[A-Za-z0-9+/]{4}){10,}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?")


def read_text(request: WireRequest) -> InboundText:
    """The text in a request whose signature holds; raises Refused 400 naming a missing field.

    Twilio tells no time of its own, so `received_at` is None.
    """
    return InboundText(
        provider_id=request.required("MessageSid"),
        sender=canonical(request.required("From")),
        recipient=canonical(request.required("To")),
        text=unpacked(request.required("Body", may_be_empty=True)),
        pictures=_count(request.optional("NumMedia")),
    )


def unpacked(body: str) -> str:
    """The body; where it is base64 of a readable text, that text: so Twilio delivers some concatenated messages.

    What decodes to anything but words of UTF-8 stays as it came.
    """
    if _PACKED.fullmatch(body) is None:
        return body
    try:
        text = base64.b64decode(body, validate=True).decode()
    except (binascii.Error, UnicodeDecodeError):
        return body
    readable = " " in text and all(letter.isprintable() or letter in "\r\n" for letter in text)
    return text if readable else body


def _count(said: str | None) -> int:
    """How many files came along. What is no number is none: it must not cost her the answer."""
    return int(said) if said is not None and said.isascii() and said.isdecimal() and len(said) < 4 else 0
