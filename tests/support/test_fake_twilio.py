"""The fake is only worth what it refuses: it is held here to Twilio's own behaviour."""

import json
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from urllib.parse import parse_qsl

import pytest
import requests
from twilio.base.exceptions import TwilioRestException
from twilio.request_validator import RequestValidator
from twilio.rest import Client

from helpdesk.clock import FixedClock
from tests.support.fake_twilio import FakeTwilio
from tests.support.twilio_requests import ACCOUNT_SID, AUTH_TOKEN, NUMBER, RESIDENT

NOW = datetime(2026, 12, 1, 2, 0, tzinfo=UTC)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOW)


@pytest.fixture
def twilio(clock: FixedClock) -> Iterator[FakeTwilio]:
    with FakeTwilio(clock=clock) as fake:
        yield fake


@pytest.fixture
def client(twilio: FakeTwilio) -> Client:
    client = Client(ACCOUNT_SID, AUTH_TOKEN)  # twilio has no types here
    client.api.base_url = twilio.base_url
    return client


class Webhook:
    """Our service as Twilio sees it: takes signed posts, answers with what it is given."""

    def __init__(self, answer: str = "") -> None:
        self.seen: list[dict[str, str]] = []
        self.signatures_hold: list[bool] = []
        webhook = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                fields = dict(parse_qsl(body, keep_blank_values=True))
                validator = RequestValidator(AUTH_TOKEN)
                holds = validator.validate(
                    webhook.url + self.path, fields, self.headers["X-Twilio-Signature"]
                )
                webhook.seen.append(fields)
                webhook.signatures_hold.append(holds)
                self.send_response(200)
                self.end_headers()
                self.wfile.write(answer.encode())

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002
                pass

        self._server = HTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def webhook() -> Iterator[Webhook]:
    webhook = Webhook('<Response><Message statusCallback="http://a.example/s">Chao ba</Message></Response>')
    yield webhook
    webhook.close()


def test_where_the_description_is_absent_it_is_said_and_only_that_check_is_left_out(client: Client) -> None:
    with ExitStack() as stack:
        with pytest.warns(UserWarning, match="validates nothing against it"):
            fake = stack.enter_context(FakeTwilio(described=None))
        client.api.base_url = fake.base_url
        client.messages.create(to=RESIDENT, from_=NUMBER, body="Chao")
        with pytest.raises(TwilioRestException) as refused:
            client.messages.create(to=RESIDENT, from_="+84909999999", body="Chao")
    assert not fake.schema_checked
    assert (refused.value.code, len(fake.messages)) == (21606, 1)


def test_a_parameter_that_twilio_has_not_is_refused_where_the_description_is_at_hand(
    twilio: FakeTwilio,
) -> None:
    form = {"To": RESIDENT, "From": NUMBER, "Body": "a", "Text": "b"}
    url = f"{twilio.base_url}/2010-04-01/Accounts/{ACCOUNT_SID}/Messages.json"
    response = requests.post(url, data=form, auth=(ACCOUNT_SID, AUTH_TOKEN), timeout=5)
    assert response.status_code == (400 if twilio.schema_checked else 201)


def test_a_message_is_kept_fetched_and_listed(twilio: FakeTwilio, client: Client) -> None:
    created = client.messages.create(to=RESIDENT, from_=NUMBER, body="Chào bà")
    assert (str(created.status), str(created.direction), created.date_sent) == (
        "queued",
        "outbound-api",
        None,
    )
    assert created.date_created == NOW
    assert client.messages(str(created.sid)).fetch().body == "Chào bà"
    assert [message.sid for message in client.messages.list(to=RESIDENT)] == [created.sid]
    assert client.messages.list(to="+84912345679") == []
    assert twilio.problems == []


def test_a_list_comes_in_pages_latest_first(twilio: FakeTwilio, client: Client, clock: FixedClock) -> None:
    for number in range(5):
        client.messages.create(to=RESIDENT, from_=NUMBER, body=str(number))
        clock.advance(timedelta(minutes=1))
    assert [message.body for message in client.messages.list(page_size=2)] == ["4", "3", "2", "1", "0"]
    assert twilio.calls == 5 + 3


def test_a_date_filter_knows_only_what_was_sent(
    twilio: FakeTwilio, client: Client, clock: FixedClock
) -> None:
    sent = client.messages.create(to=RESIDENT, from_=NUMBER, body="1")
    client.messages.create(to=RESIDENT, from_=NUMBER, body="still queued")
    twilio.deliver(str(sent.sid), "sent")
    assert [message.body for message in client.messages.list(date_sent_after=NOW)] == ["1"]
    assert [message.body for message in client.messages.list(date_sent_before=NOW)] == ["1"]
    assert [message.body for message in client.messages.list(date_sent=NOW)] == ["1"]
    assert client.messages.list(date_sent_after=NOW + timedelta(hours=1)) == []


@pytest.mark.parametrize(
    ("form", "status", "code"),
    [
        pytest.param({"From": NUMBER, "Body": "a"}, 400, 21604, id="no To"),
        pytest.param({"To": RESIDENT, "Body": "a"}, 400, 21603, id="no From"),
        pytest.param({"To": RESIDENT, "From": NUMBER}, 400, 21602, id="no Body"),
        pytest.param({"To": "0912345678", "From": NUMBER, "Body": "a"}, 400, 21211, id="To not in E.164"),
        pytest.param({"To": RESIDENT, "From": "+15005550000", "Body": "a"}, 400, 21606, id="another's From"),
        pytest.param(
            {"To": RESIDENT, "From": NUMBER, "Body": "a", "StatusCallback": "http://my_host/s"},
            400,
            21609,
            id="underscore in the callback's host",
        ),
    ],
)
def test_what_twilio_refuses_is_refused(
    twilio: FakeTwilio, form: dict[str, str], status: int, code: int
) -> None:
    url = f"{twilio.base_url}/2010-04-01/Accounts/{ACCOUNT_SID}/Messages.json"
    response = requests.post(url, data=form, auth=(ACCOUNT_SID, AUTH_TOKEN), timeout=5)
    assert (response.status_code, response.json()["code"]) == (status, code)
    assert len(twilio.problems) == 1
    assert twilio.messages == []


def test_who_has_not_the_token_gets_nothing(twilio: FakeTwilio) -> None:
    url = f"{twilio.base_url}/2010-04-01/Accounts/{ACCOUNT_SID}/Messages.json"
    response = requests.get(url, auth=(ACCOUNT_SID, "guessed"), timeout=5)
    assert (response.status_code, response.json()["code"]) == (401, 20003)


def test_a_receipt_is_posted_signed_to_the_callback(
    twilio: FakeTwilio, client: Client, webhook: Webhook
) -> None:
    callback = webhook.url + "/status?message=7"
    message = client.messages.create(to=RESIDENT, from_=NUMBER, body="a", status_callback=callback)
    assert twilio.deliver(str(message.sid), "undelivered", error_code=30003) == 200
    (fields,) = webhook.seen
    assert webhook.signatures_hold == [True]
    assert (fields["MessageSid"], fields["MessageStatus"], fields["ErrorCode"]) == (
        message.sid,
        "undelivered",
        "30003",
    )
    fetched = client.messages(str(message.sid)).fetch()
    assert (str(fetched.status), fetched.error_code, fetched.date_sent) == ("undelivered", 30003, NOW)


def test_without_a_callback_nobody_is_told(twilio: FakeTwilio, client: Client) -> None:
    message = client.messages.create(to=RESIDENT, from_=NUMBER, body="a")
    assert twilio.deliver(str(message.sid), "delivered") is None


def test_a_text_is_posted_signed_and_its_replies_are_taken(
    twilio: FakeTwilio, client: Client, webhook: Webhook
) -> None:
    answer = twilio.text(webhook.url + "/sms", "DAT LICH", sid="SM1")
    assert webhook.signatures_hold == [True]
    assert (webhook.seen[0]["Body"], webhook.seen[0]["MessageSid"], len(webhook.seen[0])) == (
        "DAT LICH",
        "SM1",
        20,
    )
    (reply,) = answer.replies
    assert (reply.to, reply.body, reply.status_callback) == (RESIDENT, "Chao ba", "http://a.example/s")
    assert str(client.messages(reply.sid).fetch().direction) == "outbound-reply"


def test_behind_a_proxy_the_public_name_is_signed(twilio: FakeTwilio) -> None:
    webhook = Webhook("<Response/>")
    address, webhook.url = webhook.url, "https://helpdesk.example"
    assert twilio.text("https://helpdesk.example/sms", "menu", reach=address).replies == ()
    assert webhook.signatures_hold == [True]
    webhook.close()


def test_a_fault_comes_once_and_in_order(twilio: FakeTwilio) -> None:
    twilio.fail_next(503, 20503)
    twilio.fail_next(429, 20429, times=2)
    url = f"{twilio.base_url}/2010-04-01/Accounts/{ACCOUNT_SID}/Messages.json"
    answers = [requests.get(url, auth=(ACCOUNT_SID, AUTH_TOKEN), timeout=5) for _ in range(4)]
    assert [answer.status_code for answer in answers] == [503, 429, 429, 200]
    assert json.loads(answers[-1].text)["messages"] == []
