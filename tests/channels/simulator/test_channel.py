import json
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from helpdesk.channels.contract import (
    Accepted,
    DeliveryStatus,
    FoundMessage,
    HandedReply,
    InboundText,
    Outgoing,
    Refused,
    WireRequest,
)
from helpdesk.channels.simulator import SimulatorChannel
from tests.support.wire_requests import form_post, get, json_post

URL = "http://127.0.0.1:8000/channels/simulator"
FIELDS = {"id": "p1-7", "from": "0912 345 678", "to": "0901000001", "text": "Đặt lịch"}
READ = InboundText("p1-7", "+84912345678", "+84901000001", "Đặt lịch")
OUTGOING = Outgoing(7, "+84901000001", "+84912345678", "Mai 7h30 tai UBND xa")


@pytest.mark.parametrize(
    "request_",
    [
        pytest.param(json_post(URL, FIELDS), id="JSON"),
        pytest.param(
            json_post(URL, FIELDS, headers={"Content-Type": "application/json; charset=utf-8"}), id="charset"
        ),
        pytest.param(form_post(URL, FIELDS), id="form"),
    ],
)
def test_a_text_is_read(request_: WireRequest) -> None:
    assert SimulatorChannel().receive(request_) == READ


def test_an_empty_text_is_a_text() -> None:
    assert SimulatorChannel().receive(json_post(URL, FIELDS | {"text": ""})).text == ""


@pytest.mark.parametrize("missing", FIELDS)
@pytest.mark.parametrize("post", [json_post, form_post])
def test_a_missing_field_is_named(missing: str, post: Callable[..., WireRequest]) -> None:
    fields = {name: value for name, value in FIELDS.items() if name != missing}
    with pytest.raises(Refused) as refused:
        SimulatorChannel().receive(post(URL, fields))
    assert (refused.value.status, refused.value.field) == (400, missing)


def test_a_field_of_another_type_is_named() -> None:
    with pytest.raises(Refused) as refused:
        SimulatorChannel().receive(json_post(URL, FIELDS | {"text": 5}))
    assert (refused.value.status, refused.value.field) == (400, "text")


@pytest.mark.parametrize("body", [b"{", b"[]", b'"text"', b"null", b"\xff"])
def test_what_is_no_json_object_is_refused(body: bytes) -> None:
    with pytest.raises(Refused) as refused:
        SimulatorChannel().receive(json_post(URL, body))
    assert refused.value.status == 400


def test_half_a_surrogate_pair_in_json_does_not_reach_the_store() -> None:
    body = b'{"id":"1","from":"0912345678","to":"0901000001","text":"a\\ud83d\\u0000b"}'
    assert SimulatorChannel().receive(json_post(URL, body)).text == "ab"


def test_the_phone_reads_its_answer_as_json() -> None:
    reply = SimulatorChannel().answer([HandedReply(5, "Chào bà"), HandedReply(6, "1 < 2")])
    assert reply.content_type == "application/json; charset=utf-8"
    assert json.loads(reply.body) == {"replies": [{"id": 5, "text": "Chào bà"}, {"id": 6, "text": "1 < 2"}]}


def test_a_message_that_we_start_is_accepted_under_our_own_id() -> None:
    assert SimulatorChannel().send(OUTGOING) == Accepted("sim-7", segments=1)


def test_a_message_to_the_phone_is_never_in_doubt() -> None:
    assert SimulatorChannel().look_up(OUTGOING, datetime(2026, 12, 1, tzinfo=UTC)) == FoundMessage(
        "sim-7", DeliveryStatus.DELIVERED
    )


def test_the_phone_sends_no_receipts() -> None:
    with pytest.raises(Refused) as refused:
        SimulatorChannel().receipt(get(URL))
    assert refused.value.status == 400
