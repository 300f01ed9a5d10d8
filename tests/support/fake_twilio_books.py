"""The books of the fake Twilio: a message, what is refused, and the pages of a list."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Literal
from urllib.parse import urlencode, urlsplit

from helpdesk.text.segments import measure
from tests.support.twilio_requests import ACCOUNT_SID, NUMBER, new_sid

TEST_NUMBERS = {
    "+15005550001": 21211,
    "+15005550002": 21612,
    "+15005550003": 21408,
    "+15005550004": 21610,
    "+15005550009": 21614,
}
"""Recipients that Twilio itself refuses by agreement, for tests (its documentation of test credentials)."""


@dataclass
class FakeMessage:
    """One message on the fake's books."""

    to: str
    from_: str
    body: str
    status_callback: str | None
    direction: Literal["outbound-api", "outbound-reply"]
    created_at: datetime
    sid: str = field(default_factory=new_sid)
    status: str = "queued"
    sent_at: datetime | None = None
    error_code: int | None = None

    def resource(self) -> dict[str, object]:
        """The message as Twilio's API shows it; nobody has counted or priced it before it is sent."""
        uri = f"/2010-04-01/Accounts/{ACCOUNT_SID}/Messages/{self.sid}"
        return {
            "account_sid": ACCOUNT_SID,
            "api_version": "2010-04-01",
            "body": self.body,
            "date_created": format_datetime(self.created_at),
            "date_sent": format_datetime(self.sent_at) if self.sent_at else None,
            "date_updated": format_datetime(self.sent_at or self.created_at),
            "direction": self.direction,
            "error_code": self.error_code,
            "error_message": None,
            "from": self.from_,
            "messaging_service_sid": None,
            "num_media": "0",
            "num_segments": str(measure(self.body).segments),
            "price": "-0.00750" if self.sent_at else None,
            "price_unit": "USD",
            "sid": self.sid,
            "status": self.status,
            "subresource_uris": {"media": f"{uri}/Media.json"},
            "to": self.to,
            "uri": f"{uri}.json",
        }


def why_refused(form: dict[str, str]) -> tuple[int, str] | None:
    """Twilio's code and words for a form that its description allows and Twilio does not."""
    to, sender, body = form.get("To", ""), form.get("From", ""), form.get("Body", "")
    callback = urlsplit(form.get("StatusCallback", "http://unset"))
    if to in TEST_NUMBERS:
        return TEST_NUMBERS[to], "a test number that is always refused"
    if not to:
        return 21604, "A 'To' phone number is required"
    if not (to.startswith("+") and to[1:].isdecimal()):
        return 21211, "The 'To' number is not a valid phone number"
    if sender != NUMBER:
        return (21606, "The 'From' number is not ours") if sender else (21603, "A 'From' number is required")
    if not body:
        return 21602, "Message body is required"
    if len(body) > 1600:
        return 21617, "The concatenated message body exceeds the 1600 character limit"
    if callback.scheme not in ("http", "https") or "_" in (callback.hostname or "_"):
        return 21609, "The 'StatusCallback' URL is not a valid URL"
    return None


def _matches(message: FakeMessage, query: dict[str, str]) -> bool:
    if query.get("To", message.to) != message.to or query.get("From", message.from_) != message.from_:
        return False
    asked = {name: _moment(value) for name, value in query.items() if name.startswith("DateSent")}
    sent = message.sent_at
    if asked and sent is None:
        return False
    return sent is None or (
        sent.date() == asked.get("DateSent", sent).date()
        and asked.get("DateSent>", sent) <= sent <= asked.get("DateSent<", sent)
    )


def _moment(value: str) -> datetime:
    moment = datetime.fromisoformat(value)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def page(messages: Sequence[FakeMessage], query: dict[str, str]) -> dict[str, object]:
    """The messages asked for, latest sent first, a page at a time; unsent ones match no DateSent filter."""
    chosen = [message for message in reversed(messages) if _matches(message, query)]
    chosen.sort(key=lambda message: message.sent_at or message.created_at, reverse=True)
    size, number = int(query.get("PageSize", 50)), int(query.get("Page", 0))
    shown = chosen[number * size : (number + 1) * size]

    def uri(of: int) -> str:
        rest = urlencode(query | {"PageSize": str(size), "Page": str(of)})
        return f"/2010-04-01/Accounts/{ACCOUNT_SID}/Messages.json?{rest}"

    return {
        "messages": [message.resource() for message in shown],
        "page": number,
        "page_size": size,
        "start": number * size,
        "end": number * size + max(len(shown) - 1, 0),
        "uri": uri(number),
        "first_page_uri": uri(0),
        "next_page_uri": uri(number + 1) if len(chosen) > (number + 1) * size else None,
        "previous_page_uri": uri(number - 1) if number else None,
    }
