"""Twilio's webhooks, with signatures made by Twilio's own library."""

import re
from dataclasses import replace
from itertools import permutations
from xml.etree import ElementTree

import pytest
import sqlalchemy as sa
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from helpdesk.booking.tables import bookings
from helpdesk.messaging.tables import inbound_messages, outbound_messages, receipts
from helpdesk.settings import Settings, Twilio
from tests.support.one_database import on_sqlite
from tests.support.service import Service
from tests.support.twilio_requests import NUMBER, new_sid, signature, status_fields, text_fields
from tests.web.conftest import PUBLIC_URL, Start

SMS, STATUS = "/channels/twilio/sms", "/channels/twilio/status"
ELSEWHERE = {"REMOTE_ADDR": "14.160.0.9"}
FROM_A_PROXY = {"X-Forwarded-For": "54.172.60.1"}


def post(
    client: FlaskClient,
    path: str,
    fields: dict[str, str],
    *,
    signed_for: str = PUBLIC_URL,
    headers: dict[str, str] | None = None,
) -> TestResponse:
    """Call a webhook as Twilio does, through a proxy: signed for our public address, not for the one called."""
    signed = {"X-Twilio-Signature": signature(f"{signed_for}{path}", fields)}
    return client.post(path, data=fields, headers={**signed, **FROM_A_PROXY, **(headers or {})})


def replies(answer: TestResponse) -> list[str]:
    """The texts of a TwiML answer."""
    assert (answer.status_code, answer.mimetype) == (200, "text/xml")
    return [message.findtext("Body") or message.text or "" for message in twiml(answer)]


def twiml(answer: TestResponse) -> ElementTree.Element:
    return ElementTree.fromstring(answer.data)  # noqa: S314  # it is our own


def count(service: Service, table: sa.Table) -> int:
    with service.engine.connect() as db:
        return db.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()


def test_a_signed_text_is_answered_in_twiml(service: Service) -> None:
    (answer,) = replies(post(service.client, SMS, text_fields("menu")))
    assert answer == service.text("0912345601", "menu")[0]


def test_the_signature_holds_for_the_public_address_whatever_the_proxy_calls_us(service: Service) -> None:
    fields = text_fields("menu")
    answer = post(service.client, SMS, fields, headers={"Host": "web:8000", "X-Forwarded-Proto": "http"})
    assert len(replies(answer)) == 1


@on_sqlite
@pytest.mark.parametrize("path", [SMS, STATUS])
@pytest.mark.parametrize("forged", ["", "bm90IGEgc2lnbmF0dXJl", None])
def test_a_forged_signature_is_refused_and_nothing_is_kept(
    service: Service, path: str, forged: str | None
) -> None:
    headers = {} if forged is None else {"X-Twilio-Signature": forged}
    answer = service.client.post(path, data=text_fields("menu"), headers=headers)
    assert answer.status_code == 403
    assert (count(service, inbound_messages), count(service, receipts)) == (0, 0)


def test_a_signature_for_another_address_is_forged(plain: Service) -> None:
    answer = post(plain.client, SMS, text_fields("menu"), signed_for="https://other.example")
    assert answer.status_code == 403


@on_sqlite
@pytest.mark.parametrize("field", ["MessageSid", "From", "To", "Body"])
def test_a_missing_field_is_named(service: Service, field: str) -> None:
    fields = {name: value for name, value in text_fields("menu").items() if name != field}
    answer = post(service.client, SMS, fields)
    assert (answer.status_code, answer.text) == (400, f"missing field {field}\n")
    assert count(service, inbound_messages) == 0


def test_an_empty_body_is_a_text(service: Service) -> None:
    assert len(replies(post(service.client, SMS, text_fields("")))) == 1


def test_the_same_message_again_gets_the_same_answer_and_does_nothing_twice(service: Service) -> None:
    for text in ("dat lich", "1", "1", "Ho Thi Mai 1954, Ho Van Doan 1990"):
        post(service.client, SMS, text_fields(text))
    fields = text_fields("1")
    first = post(service.client, SMS, fields)
    before = [count(service, table) for table in (inbound_messages, outbound_messages, bookings)]
    again = post(service.client, SMS, fields)
    assert re.search(r"cho 2 nguoi, ma \d{5}", replies(first)[0])
    assert again.data == first.data
    assert [count(service, table) for table in (inbound_messages, outbound_messages, bookings)] == before
    assert before[2] == 1


def state_of_the_answer(service: Service) -> str:
    with service.engine.connect() as db:
        return str(db.execute(sa.select(outbound_messages.c.state)).scalar_one())


@pytest.mark.parametrize("order", list(permutations(["queued", "sent", "delivered"])))
def test_receipts_may_come_in_any_order(plain: Service, order: tuple[str, ...]) -> None:
    answered = post(plain.client, SMS, text_fields("menu"))
    assert state_of_the_answer(plain) == "handed_over"
    callback = callback_of(answered)
    sid = new_sid()
    codes = [post(plain.client, callback, status_fields(sid, status)).status_code for status in order]
    assert codes == [204] * 3
    assert state_of_the_answer(plain) == "delivered"


def test_a_receipt_that_comes_twice_is_kept_once(service: Service) -> None:
    callback = callback_of(post(service.client, SMS, text_fields("menu")))
    fields = status_fields(new_sid(), "failed", error_code=30003)
    assert [post(service.client, callback, fields).status_code for _ in range(2)] == [204, 204]
    assert (count(service, receipts), state_of_the_answer(service)) == (1, "failed")


def test_a_receipt_of_a_message_that_is_not_ours_is_kept_and_changes_nothing(service: Service) -> None:
    post(service.client, SMS, text_fields("menu"))
    answer = post(service.client, STATUS, status_fields(new_sid(), "delivered"))
    assert (answer.status_code, count(service, receipts)) == (204, 1)
    assert state_of_the_answer(service) == "handed_over"


def callback_of(answer: TestResponse) -> str:
    """The path and query that our TwiML gives for receipts of its first message."""
    message = twiml(answer)[0]
    address = message.attrib.get("action") or message.attrib["statusCallback"]
    assert address.startswith(f"{PUBLIC_URL}{STATUS}?")
    return address.removeprefix(PUBLIC_URL)


def without_token(settings: Settings, **changes: object) -> Settings:
    return replace(settings, twilio=Twilio(from_number=NUMBER), **changes)  # type: ignore[arg-type]  # as replace has it


@pytest.mark.parametrize("path", [SMS, STATUS])
def test_production_without_a_token_refuses_everything(start: Start, settings: Settings, path: str) -> None:
    service = start(settings=without_token(settings, env="production"))
    for origin in ({}, ELSEWHERE):
        answer = service.client.post(path, data=text_fields("menu"), environ_base=origin)
        assert answer.status_code == 403
    assert post(service.client, path, text_fields("menu")).status_code == 403
    assert count(service, inbound_messages) == 0


def test_production_without_a_number_has_the_channel_off(start: Start, settings: Settings) -> None:
    service = start(settings=replace(settings, env="production", twilio=Twilio()))
    answer = service.client.post(SMS, data=text_fields("menu"))
    assert (answer.status_code, answer.text) == (403, "the Twilio channel is off\n")


def test_development_without_a_token_takes_unsigned_texts_from_this_machine_only(
    start: Start, settings: Settings
) -> None:
    service = start(settings=without_token(settings))
    fields = text_fields("menu")
    assert service.client.post(SMS, data=fields, environ_base=ELSEWHERE).status_code == 403
    assert service.client.post(SMS, data=fields, headers=FROM_A_PROXY).status_code == 403
    assert len(replies(service.client.post(SMS, data=fields))) == 1
