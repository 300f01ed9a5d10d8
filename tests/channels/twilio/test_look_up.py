from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from helpdesk.channels.contract import (
    Accepted,
    DeliveryStatus,
    FoundMessage,
    HandedReply,
    Outgoing,
    Unknown,
)
from helpdesk.channels.twilio import TwilioChannel
from helpdesk.channels.twilio.look_up import MOST_LISTED, TRIAL_PREFIX
from helpdesk.clock import FixedClock
from tests.channels.twilio import samples
from tests.support.fake_twilio import FakeTwilio
from tests.support.fake_twilio_books import FakeMessage
from tests.support.twilio_requests import NUMBER, RESIDENT

NOW = datetime(2026, 12, 1, 2, 0, tzinfo=UTC)
REMINDER = Outgoing(7, NUMBER, RESIDENT, "Mai 7h30 tai UBND xa. 1 den, 2 huy.")


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOW)


@pytest.fixture
def twilio(clock: FixedClock) -> Iterator[FakeTwilio]:
    with FakeTwilio(clock=clock) as fake:
        yield fake


@pytest.fixture
def channel(twilio: FakeTwilio) -> TwilioChannel:
    return samples.channel(api_base=twilio.base_url)


def taken(
    text: str = REMINDER.text, *, to: str = RESIDENT, sender: str = NUMBER, at: datetime = NOW
) -> FakeMessage:
    return FakeMessage(to, sender, text, None, "outbound-api", at)


def test_a_message_of_which_we_never_learned_is_found(twilio: FakeTwilio, channel: TwilioChannel) -> None:
    twilio.accept_then_cut()
    assert isinstance(channel.send(REMINDER), Unknown)

    found = channel.look_up(REMINDER, NOW)

    assert found == FoundMessage(twilio.messages[0].sid, DeliveryStatus.ACCEPTED, segments=1)


def test_a_reply_that_was_handed_over_is_found(twilio: FakeTwilio, channel: TwilioChannel) -> None:
    reply = FakeMessage(
        RESIDENT, NUMBER, "Chon:\n1 Dat lich", None, direction="outbound-reply", created_at=NOW
    )
    twilio.messages.append(reply)
    handed = HandedReply(7, "Chon:\r\n1 Dat lich")
    found = channel.look_up(Outgoing(7, NUMBER, RESIDENT, handed.text), NOW)
    assert isinstance(found, FoundMessage)
    assert found.provider_id == reply.sid


def test_what_became_of_it_is_told_too(twilio: FakeTwilio, channel: TwilioChannel) -> None:
    sent = channel.send(REMINDER)
    assert isinstance(sent, Accepted)
    twilio.deliver(sent.provider_id, "undelivered", error_code=30005)

    found = channel.look_up(REMINDER, NOW)

    assert found == FoundMessage(
        sent.provider_id, DeliveryStatus.FAILED, code="30005", segments=1, cost="-0.00750 USD"
    )


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(taken("Mai 7h30 tai UBND xa."), id="another text"),
        pytest.param(taken(to="+84912345679"), id="another phone"),
        pytest.param(taken(sender="+84901000002"), id="another number of ours"),
        pytest.param(taken(at=NOW - timedelta(minutes=91)), id="long before the attempt"),
    ],
)
def test_another_message_is_not_taken_for_it(
    twilio: FakeTwilio, channel: TwilioChannel, other: FakeMessage
) -> None:
    twilio.messages.append(other)
    assert channel.look_up(REMINDER, NOW) is None


def test_our_clock_may_be_some_minutes_ahead(twilio: FakeTwilio, channel: TwilioChannel) -> None:
    twilio.messages.append(taken(at=NOW - timedelta(minutes=4)))
    assert isinstance(channel.look_up(REMINDER, NOW), FoundMessage)


def test_the_same_text_sent_twice_is_told_apart_by_what_is_known(
    twilio: FakeTwilio, channel: TwilioChannel
) -> None:
    first, second = taken(), taken(at=NOW + timedelta(seconds=40))
    twilio.messages += [second, first]
    found = channel.look_up(REMINDER, NOW)
    assert isinstance(found, FoundMessage)
    assert found.provider_id == first.sid
    found = channel.look_up(REMINDER, NOW, not_these={first.sid})
    assert isinstance(found, FoundMessage)
    assert found.provider_id == second.sid
    assert channel.look_up(REMINDER, NOW, not_these={first.sid, second.sid}) is None


def test_the_words_that_a_trial_account_puts_in_front_do_not_hide_it(
    twilio: FakeTwilio, channel: TwilioChannel
) -> None:
    twilio.messages.append(taken(TRIAL_PREFIX + REMINDER.text))
    assert isinstance(channel.look_up(REMINDER, NOW), FoundMessage)


def test_a_message_still_queued_is_found_among_many_sent(twilio: FakeTwilio, channel: TwilioChannel) -> None:
    older = [taken(f"so {n}", at=NOW - timedelta(days=n)) for n in range(1, 120)]
    for message in older:
        message.sent_at = message.created_at
    twilio.messages += [taken(), *older]
    assert isinstance(channel.look_up(REMINDER, NOW), FoundMessage)


def test_a_list_too_long_to_look_through_proves_nothing(twilio: FakeTwilio, channel: TwilioChannel) -> None:
    twilio.messages += [taken(f"so {n}") for n in range(MOST_LISTED + 1)]
    assert channel.look_up(REMINDER, NOW) == Unknown("too many messages to this number to look through")


@pytest.mark.parametrize("status", [401, 429, 500])
def test_an_error_of_twilio_proves_nothing(twilio: FakeTwilio, channel: TwilioChannel, status: int) -> None:
    twilio.fail_next(status, 20500)
    assert isinstance(channel.look_up(REMINDER, NOW), Unknown)


def test_silence_of_twilio_proves_nothing(twilio: FakeTwilio, channel: TwilioChannel) -> None:
    twilio.refuse_connections()
    assert isinstance(channel.look_up(REMINDER, NOW), Unknown)


def test_an_answer_that_is_not_twilios_proves_nothing(twilio: FakeTwilio, channel: TwilioChannel) -> None:
    twilio.accept_then_babble()
    assert isinstance(channel.look_up(REMINDER, NOW), Unknown)


def test_a_status_that_is_not_known_proves_nothing(twilio: FakeTwilio, channel: TwilioChannel) -> None:
    message = taken()
    message.status = "receiving"
    twilio.messages.append(message)
    assert channel.look_up(REMINDER, NOW) == Unknown(
        "Twilio has the message with a status that is not known here"
    )
