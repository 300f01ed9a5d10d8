"""Signed Twilio webhooks as bytes, made before the clock starts."""

from urllib.parse import urlencode

from twilio.request_validator import RequestValidator

TOKEN = "0123456789abcdef0123456789abcdef"
ACCOUNT = "AC" + "0" * 32
OUR_NUMBER = "+15005550006"
PATH = "/channels/twilio/sms"


def signed(port: int, *, sid: int, sender: str, body: str, path: str = PATH) -> bytes:
    """One POST as Twilio makes it, with its usual twenty fields and signature."""
    fields = {
        "ToCountry": "US", "ToState": "", "SmsMessageSid": f"SM{sid:032x}", "NumMedia": "0", "ToCity": "",
        "FromZip": "", "SmsSid": f"SM{sid:032x}", "FromState": "", "SmsStatus": "received", "FromCity": "",
        "Body": body, "FromCountry": "VN", "To": OUR_NUMBER, "ToZip": "", "NumSegments": "1",
        "MessageSid": f"SM{sid:032x}", "AccountSid": ACCOUNT, "From": sender, "ApiVersion": "2010-04-01",
        "MessagingServiceSid": "",
    }  # fmt: skip
    content = urlencode(fields).encode()
    signature = RequestValidator(TOKEN).compute_signature(f"http://127.0.0.1:{port}{path}", fields)
    head = (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        f"Content-Length: {len(content)}\r\nX-Twilio-Signature: {signature}\r\n\r\n"
    )
    return head.encode() + content
