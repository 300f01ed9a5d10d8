"""A text that comes in, whatever the channel: a turn in one transaction, an apology when we fail."""

import logging

from flask import Response, request

from helpdesk.channels.contract import Channel, HandedReply, InboundText
from helpdesk.conversation.turn import Arrival, Turn, apologise, receive
from helpdesk.runtime import Runtime
from helpdesk.text.phone_numbers import mask
from helpdesk.web.webhooks.wire import flask_response, wire_request

log = logging.getLogger("helpdesk")


def take_text(runtime: Runtime, channel: Channel) -> Response:
    """Answer the text in the current request. Raises the channel's Refused for what is not a provider's doing."""
    inbound = channel.receive(wire_request(request, runtime.settings.public_url))
    arrival = Arrival(
        channel=channel.name,
        provider_id=inbound.provider_id,
        gateway=runtime.gateway(channel.name, inbound.recipient),
        sender=inbound.sender,
        text=inbound.text,
        answer_on_wire=channel.answers_on_wire,
        receipts=channel.capabilities.receipts,
        pictures=inbound.pictures,
    )
    turn = _turn(runtime, arrival)
    _show(arrival, inbound, turn)
    return flask_response(
        channel.answer([_handed(runtime, channel, reply.message_id, reply.text) for reply in turn.replies])
    )


def _turn(runtime: Runtime, arrival: Arrival) -> Turn:
    try:
        return runtime.turn(lambda db: receive(db, arrival, runtime.house), nudge=not arrival.answer_on_wire)
    except Exception:
        # A fault of ours must not cost her the answer or what she said before: the turn was rolled back,
        # the message is kept, and she is told. When this fails, too, the provider gets 500 and tries again.
        log.exception("a turn failed; the resident is told to try again")
        with runtime.transaction(nudge=not arrival.answer_on_wire) as db:
            return apologise(db, arrival, runtime.house)


def _handed(runtime: Runtime, channel: Channel, message_id: int, text: str) -> HandedReply:
    return HandedReply(message_id, text, runtime.status_callback(channel.name, message_id))


def _show(arrival: Arrival, inbound: InboundText, turn: Turn) -> None:
    log.info("in   %s via %s: %s", mask(inbound.sender), arrival.channel, turn.understood)
    for reply in turn.replies:
        log.info(
            "out  %s via %s: answer, %d characters", mask(inbound.sender), arrival.channel, len(reply.text)
        )
