"""One call to Twilio's REST API, and what its outcome means for the message.

See https://www.twilio.com/docs/messaging/api/message-resource. The rule behind every line: a message is
Rejected only when Twilio certainly did not take it; whatever leaves a doubt is Unknown.
"""

import ssl
from datetime import timedelta
from typing import TYPE_CHECKING

import requests
import urllib3
from twilio.base.exceptions import TwilioException, TwilioRestException, TwilioServiceException

from helpdesk.channels.contract import Accepted, Outgoing, Rejected, SendResult, Unknown
from helpdesk.channels.twilio.errors import ERRORS, LATER, SOON, explain

if TYPE_CHECKING:
    from twilio.rest import Client
    from twilio.rest.api.v2010.account.message import MessageInstance

NOT_UNDERSTOOD = (ValueError, TypeError, AttributeError, KeyError)
"""What the library raises when an answer is not Twilio's JSON (a captive portal, a cut connection)."""


def create_message(client: "Client", outgoing: Outgoing) -> SendResult:
    """Ask Twilio once to send this message; never raises for what Twilio or the network does."""
    try:
        message = client.messages.create(
            to=outgoing.recipient,
            from_=outgoing.sender,
            body=outgoing.text,
            **({"status_callback": outgoing.status_callback} if outgoing.status_callback else {}),
        )
    except (TwilioRestException, TwilioServiceException) as error:
        return _refusal(error.status, error.code)
    except requests.RequestException as error:
        return _no_answer(error)
    except (TwilioException, *NOT_UNDERSTOOD):
        return Unknown("Twilio's answer could not be read")
    if not message.sid:
        return Unknown("Twilio's answer names no message")
    return Accepted(provider_id=message.sid, segments=segments_of(message), cost=cost_of(message))


def segments_of(message: "MessageInstance") -> int | None:
    """How many segments Twilio counted, None while it has not."""
    count = str(message.num_segments or "")
    return int(count) if count.isdecimal() and int(count) else None


def cost_of(message: "MessageInstance") -> str | None:
    """The price in Twilio's wording, e.g. "-0.0075 USD", None while it is not known."""
    return f"{message.price} {message.price_unit or ''}".strip() if message.price else None


def _refusal(status: int, code: int | None) -> Rejected | Unknown:
    """What an HTTP error answer means. Without a code of Twilio's own it may be from something in between."""
    if status >= 500 or status == 408:
        return Unknown(f"Twilio answered {status} and may have taken the message")
    known = str(code or "")
    if status == 429:
        return Rejected(known or "429", ERRORS["20429"].reason, retryable=True, retry_after=SOON)
    if known in ERRORS or (code or 0) >= 1000:
        error = explain(known)
        return Rejected(known, error.reason, error.retryable, error.retry_after)
    if status == 401:
        return Rejected("20003", ERRORS["20003"].reason, retryable=True, retry_after=LATER)
    return _certainly_not(f"http-{status}", f"something at TWILIO_API_BASE answered {status}", LATER)


def _no_answer(error: requests.RequestException) -> Rejected | Unknown:
    if _nothing_was_sent(error):
        return _certainly_not("unreachable", "Twilio could not be reached", SOON)
    return Unknown(f"the connection to Twilio ended without an answer ({type(error).__name__})")


def _certainly_not(code: str, reason: str, retry_after: timedelta) -> Rejected:
    return Rejected(code, reason, retryable=True, retry_after=retry_after)


def _nothing_was_sent(error: requests.RequestException) -> bool:
    """Whether the trouble came before the first byte of the request: bad address, no route, no TLS."""
    if isinstance(
        error, requests.ConnectTimeout | requests.exceptions.InvalidURL | requests.exceptions.InvalidSchema
    ):
        return True
    cause: object = getattr(error.args[0], "reason", None) if error.args else None
    if isinstance(cause, urllib3.exceptions.ProxyError):
        cause = cause.original_error
    if isinstance(cause, urllib3.exceptions.SSLError):
        cause = cause.args[0] if cause.args else None
    before = (
        urllib3.exceptions.NewConnectionError,
        urllib3.exceptions.ConnectTimeoutError,
        ssl.SSLCertVerificationError,
    )
    return isinstance(cause, before)
