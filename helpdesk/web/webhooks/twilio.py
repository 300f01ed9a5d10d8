"""Twilio's webhooks: texts and delivery receipts."""

from flask import Blueprint, Response, request

from helpdesk.channels.contract import Channel, Refused
from helpdesk.messaging.delivery.receipts import take
from helpdesk.web.current import runtime
from helpdesk.web.webhooks.texts import take_text
from helpdesk.web.webhooks.wire import wire_request

twilio = Blueprint("twilio", __name__, url_prefix="/channels/twilio")


@twilio.post("/sms")
def sms() -> Response:
    """A text; the answer is TwiML."""
    return take_text(runtime(), _channel())


@twilio.post("/status")
def status() -> Response:
    """A receipt, in any order."""
    here = runtime()
    receipt = _channel().receipt(wire_request(request, here.settings.public_url))
    with here.transaction(nudge=False) as db:
        take(db, receipt, channel="twilio", now=here.clock.now())
    return Response(status=204)


def _channel() -> Channel:
    channel = runtime().channels.get("twilio")
    if channel is None:
        raise Refused(403, reason="the Twilio channel is off")
    return channel
