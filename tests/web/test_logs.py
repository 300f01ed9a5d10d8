"""Logs tell what happened, and never to whom."""

import logging
from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from tests.support.sample_data import PASSWORD
from tests.support.sample_officials import OFFICER
from tests.support.service import Service
from tests.support.twilio_requests import RESIDENT, status_fields, text_fields
from tests.support.web_pages import log_in
from tests.web.webhooks.test_twilio import SMS, STATUS, post

NAME, ID_NUMBER, WRONG_PASSWORD = "Hồ Thị Mai", "044154000123", "mật khẩu gõ nhầm"
PERSONAL = (
    NAME,
    "Ho Thi Mai",
    ID_NUMBER,
    WRONG_PASSWORD,
    PASSWORD,
    RESIDENT,
    "912345678",
    "900000001",
    "sample-token-of-the-tests",
)


@pytest.fixture
def logged(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    """All that a process of ours would log (see helpdesk.logs), tracebacks included."""
    with caplog.at_level(logging.WARNING), caplog.at_level(logging.INFO, logger="helpdesk"):
        yield caplog


def leaks(logged: pytest.LogCaptureFixture) -> list[str]:
    return [personal for personal in PERSONAL if personal in logged.text]


def test_a_booking_is_logged_without_name_number_or_text(
    service: Service, logged: pytest.LogCaptureFixture
) -> None:
    for text in ("dat lich", "1", "1", f"{NAME} 1954", "1", f"cccd cua toi la {ID_NUMBER}"):
        post(service.client, SMS, text_fields(text))
    assert "in   +84******678 via twilio: book" in logged.text
    assert "out  +84******678 via twilio: answer" in logged.text
    assert leaks(logged) == []


def test_refusals_are_logged_without_what_was_sent(plain: Service, logged: pytest.LogCaptureFixture) -> None:
    plain.client.post(SMS, data=text_fields(f"{NAME} {ID_NUMBER}"), headers={"X-Twilio-Signature": "forged"})
    post(plain.client, SMS, {name: value for name, value in text_fields(NAME).items() if name != "From"})
    post(plain.client, STATUS, status_fields("SM1", "no such status"))
    assert logged.text.count("refused /channels/twilio/") == 3
    assert leaks(logged) == []


def test_a_turn_that_fails_is_logged_with_its_traceback_and_without_her_words(
    service: Service, logged: pytest.LogCaptureFixture
) -> None:
    for text in ("dat lich", "1", "1", f"{NAME} 1954"):
        service.text(RESIDENT, text)
    with service.engine.begin() as db:
        db.execute(sa.text("ALTER TABLE booked_persons RENAME TO booked_persons_gone"))
    (sorry,) = service.text(RESIDENT, "1")
    assert sorry
    assert "Traceback" in logged.text
    assert "booked_persons" in logged.text
    assert leaks(logged) == []


def test_logins_are_logged_without_phone_or_password(
    plain: Service, logged: pytest.LogCaptureFixture
) -> None:
    log_in(plain.client, OFFICER, WRONG_PASSWORD)
    log_in(plain.client, OFFICER)
    plain.client.get("/desk/tickets")
    assert "failed login of +84******001" in logged.text
    assert leaks(logged) == []
