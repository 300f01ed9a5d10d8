"""A Twilio channel for tests, and requests that it takes for Twilio's."""

from collections.abc import Mapping

from helpdesk.channels.contract import WireRequest
from helpdesk.channels.twilio import TwilioChannel, TwilioConfig
from tests.support.twilio_requests import ACCOUNT_SID, AUTH_TOKEN, NUMBER, signature
from tests.support.wire_requests import form_post

SMS_URL = "https://helpdesk.example/channels/twilio/sms"
STATUS_URL = "https://helpdesk.example/channels/twilio/status"


def channel(
    *, api_base: str = "http://127.0.0.1:9", sender: str = NUMBER, timeout_seconds: float = 5.0
) -> TwilioChannel:
    """The account of the fake Twilio; by default at an address where nobody listens."""
    return TwilioChannel(
        TwilioConfig(
            account_sid=ACCOUNT_SID,
            auth_tokens=(AUTH_TOKEN,),
            from_number=sender,
            api_base=api_base,
            timeout_seconds=timeout_seconds,
        )
    )


def signed(fields: Mapping[str, str], *, url: str = SMS_URL) -> WireRequest:
    """A form posted and signed by Twilio."""
    return form_post(url, fields, headers={"X-Twilio-Signature": signature(url, fields)})
