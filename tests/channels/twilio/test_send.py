import logging
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from helpdesk.channels.contract import Accepted, Outgoing, Rejected, SendResult, Unknown
from helpdesk.channels.twilio import TwilioChannel, TwilioConfig
from helpdesk.channels.twilio.errors import ERRORS
from helpdesk.clock import FixedClock
from tests.channels.twilio import samples
from tests.channels.twilio.samples import STATUS_URL
from tests.support.fake_twilio import FakeTwilio
from tests.support.fake_twilio_books import TEST_NUMBERS
from tests.support.twilio_requests import NUMBER, RESIDENT

REMINDER = "Mai 7h30-11h tai UBND xa. 1 den, 2 huy, 3 doi ngay."


def outgoing(
    *, to: str = RESIDENT, text: str = REMINDER, sender: str = NUMBER, callback: str | None = None
) -> Outgoing:
    return Outgoing(message_id=7, sender=sender, recipient=to, text=text, status_callback=callback)


@pytest.fixture
def twilio() -> Iterator[FakeTwilio]:
    with FakeTwilio(clock=FixedClock(datetime(2026, 12, 1, 2, 0, tzinfo=UTC))) as fake:
        yield fake


@pytest.fixture
def channel(twilio: FakeTwilio) -> TwilioChannel:
    return samples.channel(api_base=twilio.base_url)


def test_a_message_is_accepted_as_twilio_has_it(twilio: FakeTwilio, channel: TwilioChannel) -> None:
    result = channel.send(outgoing(callback=STATUS_URL + "?message=7"))

    (message,) = twilio.messages
    assert result == Accepted(provider_id=message.sid, segments=1, cost=None)
    assert (message.to, message.from_, message.body) == (RESIDENT, NUMBER, REMINDER)
    assert message.status_callback == STATUS_URL + "?message=7"
    assert twilio.problems == []


def test_a_message_without_a_callback_or_sender_leaves_from_the_configured_number(
    twilio: FakeTwilio, channel: TwilioChannel
) -> None:
    channel.send(outgoing(sender=""))
    (message,) = twilio.messages
    assert (message.from_, message.status_callback) == (NUMBER, None)


def test_an_accented_text_of_two_segments_arrives_whole(twilio: FakeTwilio, channel: TwilioChannel) -> None:
    text = "Mời bà đến Trung tâm phục vụ hành chính công lúc 7h30 ngày mai. " * 2
    result = channel.send(outgoing(text=text))
    assert isinstance(result, Accepted)
    assert (result.segments, twilio.messages[0].body) == (2, text)


@pytest.mark.parametrize(("number", "code"), TEST_NUMBERS.items())
def test_a_number_that_twilio_refuses_is_rejected_with_its_code(
    channel: TwilioChannel, number: str, code: int
) -> None:
    result = channel.send(outgoing(to=number))
    error = ERRORS[str(code)]
    assert result == Rejected(str(code), error.reason, error.retryable, error.retry_after)


@pytest.mark.parametrize(
    ("message", "code"),
    [
        pytest.param(outgoing(to="0912"), "21211", id="not a number"),
        pytest.param(outgoing(text=""), "21602", id="no text"),
        pytest.param(outgoing(text="a" * 1601), "21617", id="too long"),
    ],
)
def test_a_message_that_can_never_go_is_not_tried_again(
    twilio: FakeTwilio, channel: TwilioChannel, message: Outgoing, code: str
) -> None:
    result = channel.send(message)
    assert isinstance(result, Rejected)
    assert (result.code, result.retryable, result.retry_after) == (code, False, None)
    assert twilio.messages == []


@pytest.mark.parametrize(
    ("status", "code", "result_code", "pause"),
    [
        pytest.param(429, 20429, "20429", timedelta(minutes=1), id="too many requests"),
        pytest.param(
            429, None, "429", timedelta(minutes=1), id="too many requests, says something before Twilio"
        ),
        pytest.param(400, 21611, "21611", timedelta(minutes=30), id="our number's queue is full"),
        pytest.param(400, 21606, "21606", timedelta(minutes=30), id="wrong TWILIO_FROM"),
        pytest.param(401, None, "20003", timedelta(minutes=30), id="not allowed, without words"),
        pytest.param(403, None, "http-403", timedelta(minutes=30), id="a proxy forbids"),
        pytest.param(302, None, "http-302", timedelta(minutes=30), id="a captive portal redirects"),
    ],
)
def test_what_passes_or_can_be_mended_is_tried_again_after_a_pause(
    twilio: FakeTwilio,
    channel: TwilioChannel,
    status: int,
    code: int | None,
    result_code: str,
    pause: timedelta,
) -> None:
    twilio.fail_next(status, code)
    result = channel.send(outgoing())
    assert isinstance(result, Rejected)
    assert (result.code, result.retryable, result.retry_after) == (result_code, True, pause)
    assert isinstance(channel.send(outgoing()), Accepted)


def test_a_code_that_nobody_has_written_down_is_final_and_named(
    twilio: FakeTwilio, channel: TwilioChannel
) -> None:
    twilio.fail_next(400, 29999)
    result = channel.send(outgoing())
    assert result == Rejected("29999", "Twilio refused the message (error 29999)", retryable=False)


def test_a_wrong_token_is_the_operators_to_mend(twilio: FakeTwilio) -> None:
    sid = samples.channel().config.account_sid
    config = TwilioConfig(sid, ("wrong-token",), NUMBER, api_base=twilio.base_url)
    result = TwilioChannel(config).send(outgoing())
    assert result == Rejected(
        "20003", "Twilio refused our account or token", retryable=True, retry_after=timedelta(minutes=30)
    )


@pytest.mark.parametrize("status", [500, 502, 503, 504, 408])
def test_an_error_of_twilio_after_it_took_the_message_is_unknown(
    twilio: FakeTwilio, channel: TwilioChannel, status: int
) -> None:
    twilio.fail_next(status, 20500 if status == 500 else None, taken=True)
    result = channel.send(outgoing())
    assert result == Unknown(f"Twilio answered {status} and may have taken the message")
    assert len(twilio.messages) == 1


def test_no_answer_in_time_is_unknown_and_not_tried_again_by_itself(twilio: FakeTwilio) -> None:
    twilio.accept_then_hang()
    result = samples.channel(api_base=twilio.base_url, timeout_seconds=0.3).send(outgoing())
    assert result == Unknown("the connection to Twilio ended without an answer (ReadTimeout)")
    assert (twilio.calls, len(twilio.messages)) == (1, 1)


def test_a_connection_cut_after_the_request_is_unknown(twilio: FakeTwilio, channel: TwilioChannel) -> None:
    twilio.accept_then_cut()
    result = channel.send(outgoing())
    assert result == Unknown("the connection to Twilio ended without an answer (ConnectionError)")
    assert (twilio.calls, len(twilio.messages)) == (1, 1)


def test_an_answer_that_is_not_twilios_is_unknown(twilio: FakeTwilio, channel: TwilioChannel) -> None:
    twilio.accept_then_babble()
    assert channel.send(outgoing()) == Unknown("Twilio's answer could not be read")


UNREACHABLE = Rejected(
    "unreachable", "Twilio could not be reached", retryable=True, retry_after=timedelta(minutes=1)
)


def test_when_nothing_could_be_sent_it_may_be_tried_again(twilio: FakeTwilio, channel: TwilioChannel) -> None:
    assert isinstance(channel.send(outgoing()), Accepted)
    twilio.refuse_connections()
    assert channel.send(outgoing()) == UNREACHABLE
    twilio.accept_connections()
    assert isinstance(channel.send(outgoing()), Accepted)
    assert len(twilio.messages) == 2


@pytest.mark.parametrize("base", ["http://", "ftp://127.0.0.1", "http://127.0.0.1:9"])
def test_an_address_where_twilio_is_not_is_unreachable(base: str) -> None:
    assert samples.channel(api_base=base).send(outgoing()) == UNREACHABLE


@pytest.mark.parametrize(
    "config",
    [
        pytest.param(TwilioConfig(None, ("t",), NUMBER), id="no account"),
        pytest.param(TwilioConfig("AC" + "5a" * 16, (), NUMBER), id="no token"),
        pytest.param(TwilioConfig("AC" + "5a" * 16, ("t",), None), id="no number"),
    ],
)
def test_what_is_not_configured_is_said_and_not_called(config: TwilioConfig) -> None:
    result = TwilioChannel(config).send(outgoing())
    assert isinstance(result, Rejected)
    assert result.code == "not-configured"
    assert "TWILIO_FROM" in result.reason


def test_nothing_personal_or_secret_is_logged(
    twilio: FakeTwilio, channel: TwilioChannel, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    results: list[SendResult] = [channel.send(outgoing()), channel.send(outgoing(to="+15005550001"))]
    channel.look_up(outgoing(), datetime(2026, 12, 1, tzinfo=UTC))
    assert [type(result) for result in results] == [Accepted, Rejected]
    assert caplog.text == ""


@pytest.mark.parametrize("variable", ["TWILIO_EDGE", "TWILIO_REGION"])
def test_the_library_reads_no_settings_of_its_own(
    twilio: FakeTwilio, channel: TwilioChannel, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    monkeypatch.setenv(variable, "nowhere")
    assert isinstance(channel.send(outgoing()), Accepted)
