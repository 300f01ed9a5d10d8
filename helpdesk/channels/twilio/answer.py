"""The answer to an inbound text: TwiML, with a status callback on each message so that its fate is learned.

See https://www.twilio.com/docs/messaging/twiml. An empty `<Response/>` means no reply.
"""

import re
from collections.abc import Sequence
from typing import Any

from twilio.twiml.messaging_response import MessagingResponse

from helpdesk.channels.contract import HandedReply, WireReply

# Everything outside the Char production of XML 1.0: one such character and the whole answer is refused.
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def twiml(replies: Sequence[HandedReply]) -> WireReply:
    """The replies, in order, as the body of a 200 answer."""
    response: Any = MessagingResponse()  # twilio has no types here
    for reply in replies:
        # Not `action`: Twilio would take its answer for further TwiML, and what follows here for unreachable.
        response.message(as_carried(reply.text), status_callback=reply.status_callback)
    return WireReply(status=200, content_type="text/xml; charset=utf-8", body=response.to_xml())


def as_carried(text: str) -> str:
    """The text as XML can carry it: without control characters and halves of surrogate pairs, lines ended by LF."""
    return _NOT_IN_XML.sub("", text).replace("\r\n", "\n").replace("\r", "\n")
