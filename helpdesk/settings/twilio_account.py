"""The Twilio account."""

import re

from helpdesk.settings.parts import Twilio
from helpdesk.settings.values import Values

# A name: 11 characters, at least one letter (Twilio's rules for alphanumeric senders).
_SENDER = r"\+[1-9]\d{6,14}|(?=.*[A-Za-z])[A-Za-z0-9 &+_-]{1,11}"


def twilio(values: Values) -> Twilio:
    """Its parts are None and empty where nothing is set."""
    sid = values.text("TWILIO_ACCOUNT_SID")
    if sid and not re.fullmatch(r"AC[0-9a-fA-F]{32}", sid):
        values.faults.append("TWILIO_ACCOUNT_SID must be 'AC' and 32 hexadecimal digits")
    number = values.text("TWILIO_FROM")
    if number and not re.fullmatch(_SENDER, number):
        values.faults.append("TWILIO_FROM must be a number such as +15005550006, or a name such as XATHUONG")
    tokens = tuple(
        token for part in (values.text("TWILIO_AUTH_TOKEN") or "").split(",") if (token := part.strip())
    )
    return Twilio(sid, tokens, number, values.web_address("TWILIO_API_BASE") or Twilio.api_base)
