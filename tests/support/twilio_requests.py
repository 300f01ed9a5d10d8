"""Requests as Twilio makes them: the fields it posts, and signatures made by its own library."""

from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from urllib.parse import urlencode, urlsplit
from uuid import uuid4

from twilio.request_validator import RequestValidator

ACCOUNT_SID = "AC" + "5a" * 16
AUTH_TOKEN = "sample-token-of-the-tests"
NUMBER = "+84901000001"
"""Our own number at the fake Twilio; all of these are invented."""

RESIDENT = "+84912345678"


def new_sid() -> str:
    """An identity as Twilio gives it to a text message."""
    return "SM" + uuid4().hex


def text_fields(
    body: str, *, sender: str = RESIDENT, to: str = NUMBER, sid: str | None = None
) -> dict[str, str]:
    """The 20 parameters of an incoming message webhook, empty places included (documented 2026)."""
    sid = sid or new_sid()
    return {
        "ToCountry": "VN",
        "ToState": "",
        "SmsMessageSid": sid,
        "NumMedia": "0",
        "ToCity": "",
        "FromZip": "",
        "SmsSid": sid,
        "FromState": "",
        "SmsStatus": "received",
        "FromCity": "",
        "Body": body,
        "FromCountry": "VN",
        "To": to,
        "ToZip": "",
        "NumSegments": "1",
        "MessageSid": sid,
        "AccountSid": ACCOUNT_SID,
        "MessagingServiceSid": "MG" + "0b" * 16,
        "From": sender,
        "ApiVersion": "2010-04-01",
    }


def status_fields(
    sid: str, status: str, *, error_code: int | None = None, sender: str = NUMBER, to: str = RESIDENT
) -> dict[str, str]:
    """The parameters of a status callback; `sender` is us."""
    fields = {
        "SmsSid": sid,
        "SmsStatus": status,
        "MessageStatus": status,
        "To": to,
        "MessageSid": sid,
        "AccountSid": ACCOUNT_SID,
        "From": sender,
        "ApiVersion": "2010-04-01",
    }
    return fields if error_code is None else fields | {"ErrorCode": str(error_code)}


def signature(url: str, fields: Mapping[str, str], *, token: str = AUTH_TOKEN) -> str:
    """What Twilio puts into X-Twilio-Signature for a POST of these fields to this address."""
    validator = RequestValidator(token)  # twilio has no types here
    return str(validator.compute_signature(url, fields))


@dataclass(frozen=True)
class WebhookAnswer:
    """What our service answered to a webhook."""

    status: int
    content_type: str
    body: str


def post(url: str, fields: dict[str, str], *, reach: str | None) -> WebhookAnswer:
    """Call a webhook as Twilio does: a form, signed for the address that we were given."""
    target = urlsplit(reach or url)
    connection = HTTPConnection(target.hostname or "", target.port, timeout=15)
    headers = {
        "Content-Type": "application/x-www-form-urlencoded; charset=UTF-8",
        "X-Twilio-Signature": signature(url, fields),
        "User-Agent": "TwilioProxy/1.1",
    }
    try:
        connection.request(
            "POST", urlsplit(url)._replace(scheme="", netloc="").geturl(), urlencode(fields), headers
        )
        response: HTTPResponse = connection.getresponse()
        return WebhookAnswer(
            response.status, response.headers.get("Content-Type", ""), response.read().decode()
        )
    finally:
        connection.close()
