from dataclasses import replace
from itertools import permutations

import pytest

from helpdesk.channels.contract import DeliveryStatus, Receipt, Refused, callback_url
from helpdesk.channels.twilio.status import STATUSES
from tests.channels.twilio.samples import STATUS_URL, channel, signed
from tests.support.twilio_requests import status_fields

SID = "SM" + "2" * 32
ACCEPTED, SENT, DELIVERED, FAILED = DeliveryStatus


def receipt(fields: dict[str, str], *, url: str = STATUS_URL) -> Receipt:
    return channel().receipt(signed(fields, url=url))


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("accepted", ACCEPTED),
        ("scheduled", ACCEPTED),
        ("queued", ACCEPTED),
        ("sending", ACCEPTED),
        ("sent", SENT),
        ("partially_delivered", SENT),
        ("delivered", DELIVERED),
        ("read", DELIVERED),
        ("undelivered", FAILED),
        ("failed", FAILED),
        ("canceled", FAILED),
    ],
)
def test_each_word_of_twilio_has_one_meaning(word: str, status: DeliveryStatus) -> None:
    told = receipt(status_fields(SID, word))
    assert (told.provider_id, told.status, told.provider_status) == (SID, status, word)


def test_every_outbound_status_that_twilio_publishes_is_in_the_table() -> None:
    published = {
        *("queued", "sending", "sent", "failed", "delivered", "undelivered", "accepted", "scheduled"),
        *("read", "partially_delivered", "canceled"),
    }
    assert set(STATUSES) == published


@pytest.mark.parametrize("word", ["received", "receiving", "DELIVERED", "lost", "0"])
def test_a_word_that_is_not_in_the_table_is_refused_and_not_guessed(word: str) -> None:
    with pytest.raises(Refused) as refused:
        receipt(status_fields(SID, word))
    assert (refused.value.status, refused.value.field) == (400, "MessageStatus")


@pytest.mark.parametrize("missing", ["MessageSid", "MessageStatus"])
def test_a_missing_field_is_a_bad_request_that_names_it(missing: str) -> None:
    fields = status_fields(SID, "sent")
    del fields[missing]
    with pytest.raises(Refused) as refused:
        receipt(fields)
    assert (refused.value.status, refused.value.field) == (400, missing)


def test_a_receipt_that_was_signed_for_another_address_is_forbidden() -> None:
    forged = replace(
        signed(status_fields(SID, "sent"), url=STATUS_URL + "?message=8"), url=STATUS_URL + "?message=9"
    )
    with pytest.raises(Refused) as refused:
        channel().receipt(forged)
    assert refused.value.status == 403


@pytest.mark.parametrize(
    ("code", "retryable", "reason"),
    [
        pytest.param(30003, True, "the phone is off or out of reach", id="phone off"),
        pytest.param(30005, False, "the number is not in service", id="number unknown"),
        pytest.param(30007, False, "the operator filtered the message", id="filtered"),
        pytest.param(39999, False, "Twilio refused the message (error 39999)", id="code not in the table"),
        pytest.param(None, False, "Twilio gave no reason", id="no code"),
    ],
)
def test_a_failure_says_why_and_whether_to_try_again(code: int | None, retryable: bool, reason: str) -> None:
    told = receipt(status_fields(SID, "undelivered", error_code=code))
    assert (told.code, told.retryable, told.reason) == (str(code) if code else None, retryable, reason)


@pytest.mark.parametrize("none", ["", "0"])
def test_an_empty_error_code_is_none(none: str) -> None:
    assert receipt(status_fields(SID, "delivered") | {"ErrorCode": none}).code is None


def test_our_own_reference_comes_back_from_the_address() -> None:
    url = callback_url(STATUS_URL, message_id=4711)
    assert url == STATUS_URL + "?message=4711"
    assert receipt(status_fields(SID, "sent"), url=url).message_ref == "4711"
    assert receipt(status_fields(SID, "sent")).message_ref is None


def test_whatever_the_order_of_arrival_the_highest_rank_is_what_happened() -> None:
    words = ["queued", "sending", "sent", "delivered"]
    for order in permutations(words):
        known = ACCEPTED
        for word in order:
            told = receipt(status_fields(SID, word)).status
            known = told if told.rank > known.rank else known
        assert known is DELIVERED


def test_a_late_sent_does_not_undo_a_failure_but_a_delivery_does() -> None:
    assert SENT.rank < FAILED.rank < DELIVERED.rank
    assert ACCEPTED.rank < SENT.rank
