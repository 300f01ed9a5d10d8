"""What holds for every channel. A new channel is added to CHANNELS and is then held to all of this."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from helpdesk.channels.contract import (
    Accepted,
    Attachment,
    Capabilities,
    Channel,
    FoundMessage,
    HandedReply,
    Outgoing,
    Refused,
    Rejected,
    Unknown,
    WireReply,
    WireRequest,
    callback_url,
    message_ref,
)
from helpdesk.channels.email import EmailChannel, EmailConfig
from helpdesk.channels.simulator import SimulatorChannel
from helpdesk.channels.twilio import TwilioChannel, TwilioConfig
from tests.support.wire_requests import form_post, get, json_post

SECRETS = ("sample-new-secret", "sample-old-secret")
CHANNELS: dict[str, Channel] = {
    "simulator": SimulatorChannel(),
    # At an address where nobody listens: what a channel does while its provider is away.
    "twilio": TwilioChannel(
        TwilioConfig("AC" + "5a" * 16, SECRETS, "+84901000001", api_base="http://127.0.0.1:9")
    ),
    "email": EmailChannel(
        EmailConfig("127.0.0.1", 9, "xa@example.vn", username="xa", password="sample-mail-password")
    ),
}
WITH_SECRETS = {"twilio": SECRETS, "email": ("sample-mail-password",)}

URL = "https://helpdesk.example/channels/x"
PHONE, TEXT = "+84912345678", "Ho Thi Ngo Tham, CCCD 045012345678"
OUTGOING = Outgoing(7, "+84901000001", PHONE, TEXT, callback_url(URL, message_id=7))
MAIL = Outgoing(
    7,
    "xa@example.vn",
    "can.bo@example.vn",
    TEXT,
    intent="mail:1:1:1",
    subject=TEXT,
    attachments=(Attachment("a.csv", "text/csv", TEXT.encode()),),
)
NOW = datetime(2026, 12, 1, 2, 0, tzinfo=UTC)

GARBAGE = [
    pytest.param(form_post(URL, {}), id="empty form"),
    pytest.param(get(URL), id="GET of nothing"),
    pytest.param(get(URL + "?a=1&a=2&=&%00=%00"), id="GET of anything"),
    pytest.param(form_post(URL, {"From": ["", "x"], "text": "\x00\ud800", "": ""}), id="odd characters"),
    pytest.param(form_post(URL, {"MessageSid": []}), id="a field without values"),
    pytest.param(
        form_post(URL, {"X-Twilio-Signature": "x"}, headers={"X-Twilio-Signature": "\x00ạ"}), id="odd header"
    ),
    pytest.param(json_post(URL, b""), id="JSON of nothing"),
    pytest.param(json_post(URL, b"\xff\xfe\x00"), id="binary JSON"),
    pytest.param(json_post(URL, b"[" * 100_000), id="deep JSON"),
    pytest.param(json_post(URL, [1]), id="a JSON list"),
    pytest.param(json_post(URL, {"id": 1, "from": None, "to": {}, "text": []}), id="JSON of other types"),
    pytest.param(json_post(URL + "?bodySHA256=x", b"\xff"), id="JSON with a hash"),
]


def outgoing(channel: Channel) -> Outgoing:
    """A message with a recipient as this channel knows them."""
    return MAIL if channel.name == "email" else OUTGOING


every_channel = pytest.mark.parametrize("channel", CHANNELS.values(), ids=CHANNELS)


@pytest.mark.parametrize("name", CHANNELS)
def test_a_channel_is_known_by_its_name(name: str) -> None:
    assert CHANNELS[name].name == name


@every_channel
@pytest.mark.parametrize("request_", GARBAGE)
@pytest.mark.parametrize("reading", ["receive", "receipt"])
def test_garbage_is_refused_in_plain_words(channel: Channel, request_: WireRequest, reading: str) -> None:
    read: Callable[[WireRequest], object] = getattr(channel, reading)
    with pytest.raises(Refused) as refused:
        read(request_)
    assert refused.value.status in (400, 403)
    assert refused.value.reason
    assert "\n" not in refused.value.reason


@every_channel
def test_secrets_are_named_for_the_logs_and_shown_nowhere(channel: Channel) -> None:
    assert channel.redacted() == frozenset(WITH_SECRETS.get(channel.name, ()))
    shown = repr(channel) + str(channel)
    assert [secret for secret in channel.redacted() if secret in shown] == []


@every_channel
def test_sending_gives_data_and_raises_nothing(channel: Channel) -> None:
    result = channel.send(outgoing(channel))
    assert isinstance(result, Accepted | Rejected | Unknown)
    hidden = (*channel.redacted(), PHONE, MAIL.recipient, TEXT)
    assert [value for value in hidden if value in repr(result)] == []


@every_channel
def test_a_rejection_waits_before_it_is_tried_again(channel: Channel) -> None:
    result = channel.send(outgoing(channel))
    if isinstance(result, Rejected):
        assert result.retryable
        assert result.retry_after is not None
        assert result.retry_after > timedelta(0)


@every_channel
def test_looking_up_gives_data_and_raises_nothing(channel: Channel) -> None:
    result = channel.look_up(outgoing(channel), NOW, not_these=["SM1"])
    assert result is None or isinstance(result, FoundMessage | Unknown)


@every_channel
@pytest.mark.parametrize(
    "replies",
    [
        pytest.param([], id="none"),
        pytest.param([HandedReply(1, "Chao ba")], id="one"),
        pytest.param(
            [HandedReply(1, "a\x00<&", URL), HandedReply(2, "\ud83d"), HandedReply(3, "")], id="odd ones"
        ),
    ],
)
def test_an_answer_on_the_wire_can_be_sent(channel: Channel, replies: list[HandedReply]) -> None:
    reply = channel.answer(replies)
    assert reply.status == 200
    assert reply.content_type
    assert isinstance(reply.body.encode(), bytes)


@every_channel
def test_capabilities_are_said(channel: Channel) -> None:
    assert isinstance(channel.capabilities, Capabilities)
    assert channel.capabilities.max_segments >= 1


def test_personal_values_are_in_no_representation() -> None:
    request = form_post(f"{URL}?phone={PHONE}", {"From": PHONE, "Body": TEXT}, headers={"X": TEXT})
    received = CHANNELS["simulator"].receive(
        json_post(URL, {"id": "1", "from": PHONE, "to": "+84901000001", "text": TEXT})
    )
    things = [
        request,
        received,
        OUTGOING,
        MAIL,
        HandedReply(1, TEXT, URL),
        WireReply(200, "text/plain", TEXT),
    ]
    assert [thing for thing in things if PHONE in repr(thing) or TEXT in repr(thing)] == []


@pytest.mark.parametrize("name", ["x-twilio-signature", "X-TWILIO-SIGNATURE", "X-Twilio-Signature"])
def test_a_header_is_found_whatever_its_case(name: str) -> None:
    request = form_post(URL, {}, headers={"X-Twilio-Signature": "abc"})
    assert request.header(name) == "abc"
    assert request.header("X-Other") == ""


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example/status", "https://a.example/status?message=12"),
        ("https://a.example/status?gateway=2", "https://a.example/status?gateway=2&message=12"),
        ("https://a.example:8443/s#rc=2", "https://a.example:8443/s?message=12#rc=2"),
    ],
)
def test_a_callback_address_carries_our_reference_there_and_back(url: str, expected: str) -> None:
    carried = callback_url(url, message_id=12)
    assert carried == expected
    assert message_ref(form_post(carried, {})) == "12"
