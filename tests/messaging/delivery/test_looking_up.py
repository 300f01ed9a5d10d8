"""helpdesk/messaging/delivery/looking_up.py: what the provider says of messages of which we never learned."""

from datetime import datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from helpdesk.channels.contract import Accepted, DeliveryStatus, FoundMessage, Outgoing, Receipt, Unknown
from helpdesk.clock import FixedClock
from helpdesk.messaging.delivery.looking_up import AGAIN, LEASE, MOST_CALLS, look_up_due
from helpdesk.messaging.delivery.receipts import take
from helpdesk.messaging.delivery.sending import Post, send_due
from helpdesk.messaging.delivery.settling import UNCERTAIN_PATIENCE, belongs_to
from helpdesk.messaging.outbox import HANDED_OVER_PATIENCE
from helpdesk.messaging.policy.usefulness import ANSWER_USEFUL
from helpdesk.messaging.states import Kind
from helpdesk.messaging.tables import outbound_messages
from tests.messaging.conftest import Stored, Write
from tests.support.scripted_channel import ScriptedChannel

BROKE_OFF = Unknown("the connection broke off")
FOUND = FoundMessage("SM9", DeliveryStatus.DELIVERED)


def post_over(channel: ScriptedChannel) -> Post:
    return Post({"twilio": channel}, lambda _channel, _id: None, lambda _claimed, _result: None)


def send(engine: sa.Engine, channel: ScriptedChannel, clock: FixedClock) -> None:
    send_due(engine, post_over(channel), clock=clock)


def look_up(engine: sa.Engine, channel: ScriptedChannel, clock: FixedClock) -> dict[str, int]:
    return dict(look_up_due(engine, post_over(channel), clock=clock))


@pytest.fixture
def uncertain(database: sa.Engine, write: Write, clock: FixedClock) -> int:
    """A message whose sending broke off."""
    message_id = write()
    send(database, ScriptedChannel([BROKE_OFF]), clock)
    return message_id


def test_a_call_that_broke_off_is_asked_about_when_it_can_no_longer_be_under_way(
    database: sa.Engine, uncertain: int, stored: Stored, clock: FixedClock
) -> None:
    channel = ScriptedChannel(found=[FOUND])
    called_at = clock.now()
    clock.advance(UNCERTAIN_PATIENCE - timedelta(seconds=1))
    assert look_up(database, channel, clock) == {}
    clock.advance(timedelta(seconds=1))
    assert look_up(database, channel, clock) == {"found": 1}
    assert channel.asked == [(uncertain, called_at, ())]
    assert (stored(uncertain).state, stored(uncertain).provider_id) == ("delivered", "SM9")
    assert look_up(database, channel, clock) == {}


def test_what_the_provider_has_not_is_sent_again_and_only_then(
    database: sa.Engine, uncertain: int, stored: Stored, clock: FixedClock
) -> None:
    channel = ScriptedChannel(found=[None])
    clock.advance(UNCERTAIN_PATIENCE)
    send(database, channel, clock)
    assert channel.sent == []
    assert look_up(database, channel, clock) == {"absent": 1}
    send(database, channel, clock)
    assert [outgoing.message_id for outgoing in channel.sent] == [uncertain]
    assert stored(uncertain).state == "sent"


def test_while_the_provider_does_not_answer_it_is_asked_again_and_in_the_end_left_to_a_person(
    database: sa.Engine, uncertain: int, stored: Stored, clock: FixedClock
) -> None:
    channel = ScriptedChannel()
    clock.advance(UNCERTAIN_PATIENCE)
    for pause in AGAIN:
        assert look_up(database, channel, clock) == {"unknown": 1}
        clock.advance(pause)
    assert look_up(database, channel, clock) == {"unknown": 1}
    clock.advance(timedelta(days=30))
    assert look_up(database, channel, clock) == {}
    assert (stored(uncertain).state, stored(uncertain).look_up_at) == ("uncertain", None)
    assert channel.sent == []


def test_it_is_asked_about_at_least_hourly_for_more_than_a_day() -> None:
    assert max(AGAIN) == timedelta(hours=1)
    assert sum(AGAIN, timedelta()) > timedelta(hours=24)


def test_a_provider_that_takes_no_call_is_called_ever_more_rarely_for_more_than_a_day_and_then_a_person_sees_to_it(
    database: sa.Engine, write: Write, stored: Stored, clock: FixedClock
) -> None:
    message_id = write(useful_until=clock.now() + timedelta(days=7))
    channel = ScriptedChannel([BROKE_OFF] * (MOST_CALLS + 1), found=[None] * (MOST_CALLS + 1))
    called: list[datetime] = []
    step = timedelta(minutes=10)
    while stored(message_id).state != "failed":
        send(database, channel, clock)
        called.extend([clock.now()] * (len(channel.sent) - len(called)))
        clock.advance(step)
        look_up(database, channel, clock)
    assert (len(called), stored(message_id).code) == (MOST_CALLS, "never_taken")
    assert called[1] - called[0] == step
    assert called[5] - called[4] > timedelta(hours=1)
    assert timedelta(hours=24) < called[-1] - called[0] < timedelta(hours=36)


def test_an_answer_given_on_the_wire_that_no_receipt_settles_is_looked_up(
    database: sa.Engine, write: Write, stored: Stored, clock: FixedClock
) -> None:
    answer = write(handed_over=True)
    clock.advance(HANDED_OVER_PATIENCE)
    assert look_up(database, ScriptedChannel(found=[FOUND]), clock) == {"found": 1}
    assert stored(answer).state == "delivered"


def test_an_answer_that_never_reached_the_provider_is_sent_while_it_is_of_use(
    database: sa.Engine, write: Write, stored: Stored, clock: FixedClock
) -> None:
    channel = ScriptedChannel(found=[Unknown("busy"), None, None])
    answer = write(handed_over=True)
    clock.advance(HANDED_OVER_PATIENCE)
    late = write(handed_over=True)
    assert look_up(database, channel, clock) == {"unknown": 1}
    clock.advance(timedelta(minutes=5))
    assert look_up(database, channel, clock) == {"absent": 1}
    send(database, channel, clock)
    assert [outgoing.message_id for outgoing in channel.sent] == [answer]
    clock.advance(ANSWER_USEFUL)
    assert look_up(database, channel, clock) == {"absent": 1}
    assert (stored(late).state, stored(late).code) == ("dropped", "too_late")


def test_a_receipt_ends_the_asking(
    database: sa.Engine, write: Write, stored: Stored, clock: FixedClock
) -> None:
    answer = write(handed_over=True)
    receipt = Receipt("SM1", DeliveryStatus.SENT, None, str(answer), "sent")
    with database.begin() as db:
        take(db, receipt, channel="twilio", now=clock.now())
    clock.advance(timedelta(days=1))
    channel = ScriptedChannel()
    assert look_up(database, channel, clock) == {}
    assert stored(answer).state == "sent"


def test_a_receipt_that_comes_while_we_ask_is_not_overruled(
    database: sa.Engine, uncertain: int, stored: Stored, clock: FixedClock
) -> None:
    class Meanwhile(ScriptedChannel):
        def look_up(self, *_: object, **__: object) -> None:
            receipt = Receipt("SM1", DeliveryStatus.DELIVERED, None, str(uncertain), "delivered")
            with database.begin() as db:
                take(db, receipt, channel="twilio", now=clock.now())

    clock.advance(UNCERTAIN_PATIENCE)
    look_up(database, Meanwhile(), clock)
    assert stored(uncertain).state == "delivered"


def test_the_same_text_to_the_same_phone_is_not_taken_for_the_one_in_doubt(
    database: sa.Engine, uncertain: int, write: Write, clock: FixedClock
) -> None:
    write()
    send(database, ScriptedChannel(), clock)
    channel = ScriptedChannel(found=[None])
    clock.advance(UNCERTAIN_PATIENCE)
    look_up(database, channel, clock)
    (_, _, others) = channel.asked[0]
    assert others == (f"SM{uncertain + 1}",)


def test_a_reminder_that_was_never_taken_is_not_sent_when_its_time_is_over(
    database: sa.Engine, write: Write, stored: Stored, clock: FixedClock
) -> None:
    reminder = write(kind=Kind.REMINDER, useful_until=clock.now() + timedelta(minutes=1))
    send(database, ScriptedChannel([BROKE_OFF]), clock)
    clock.advance(UNCERTAIN_PATIENCE)
    assert look_up(database, ScriptedChannel(found=[None]), clock) == {"absent": 1}
    assert (stored(reminder).state, stored(reminder).code) == ("dropped", "too_late")


def test_of_two_same_answers_the_older_is_looked_up_first_so_that_neither_takes_the_others_place(
    database: sa.Engine, write: Write, stored: Stored, clock: FixedClock
) -> None:
    older = write(handed_over=True, text="Da bao can bo")
    younger = write(handed_over=True, text="Da bao can bo")
    clock.advance(HANDED_OVER_PATIENCE)
    channel = ScriptedChannel(found=[Unknown("busy"), FOUND, None])
    assert look_up(database, channel, clock) == {"unknown": 1}
    assert [asked[0] for asked in channel.asked] == [older]
    clock.advance(AGAIN[0])
    assert look_up(database, channel, clock) == {"found": 1}
    clock.advance(AGAIN[0])
    assert look_up(database, channel, clock) == {"absent": 1}
    assert [asked[0] for asked in channel.asked] == [older, older, younger]
    assert channel.asked[-1][2] == ("SM9",)
    assert (stored(older).state, stored(younger).state) == ("delivered", "queued")


def test_of_two_same_answers_the_one_that_left_is_known_in_the_end_and_the_other_is_sent(
    database: sa.Engine, write: Write, stored: Stored, clock: FixedClock
) -> None:
    """The older never left; what the provider has is the younger's, whose receipt comes after the look-up."""
    older = write(handed_over=True, text="Da bao can bo")
    younger = write(handed_over=True, text="Da bao can bo")
    clock.advance(HANDED_OVER_PATIENCE)
    assert look_up(database, ScriptedChannel(found=[FOUND]), clock)["found"] == 1
    assert (stored(older).state, stored(older).provider_id) == ("delivered", "SM9")
    receipt = Receipt("SM9", DeliveryStatus.DELIVERED, None, str(younger), "delivered")
    for _ in range(2):
        with database.begin() as db:
            take(db, receipt, channel="twilio", now=clock.now())
        assert (stored(younger).state, stored(younger).provider_id) == ("delivered", "SM9")
        assert (stored(older).state, stored(older).provider_id) == ("uncertain", None)
    channel = ScriptedChannel(found=[None])
    assert look_up(database, channel, clock) == {"absent": 1}
    assert [(asked[0], asked[2]) for asked in channel.asked] == [(older, ("SM9",))]
    send(database, channel, clock)
    assert [outgoing.message_id for outgoing in channel.sent] == [older]


def test_what_the_provider_takes_of_a_call_was_not_what_a_look_up_found_before(
    database: sa.Engine, write: Write, stored: Stored, clock: FixedClock
) -> None:
    """The younger is being sent while the older is looked up, and the provider has it already."""
    older = write(handed_over=True, text="Da bao can bo")
    younger = write(text="Da bao can bo")
    clock.advance(HANDED_OVER_PATIENCE)

    def looked_up_meanwhile(_outgoing: Outgoing) -> Accepted:
        assert look_up(database, ScriptedChannel(found=[FOUND]), clock) == {"found": 1}
        return Accepted("SM9")

    send(database, ScriptedChannel([looked_up_meanwhile]), clock)
    assert (stored(younger).state, stored(younger).provider_id) == ("sent", "SM9")
    assert (stored(older).state, stored(older).provider_id) == ("uncertain", None)


def test_a_receipt_that_says_while_we_ask_whose_it_is_is_not_overruled(
    database: sa.Engine, write: Write, stored: Stored, clock: FixedClock
) -> None:
    older = write(handed_over=True, text="Da bao can bo")
    younger = write(handed_over=True, text="Da bao can bo")
    clock.advance(HANDED_OVER_PATIENCE)

    class Telling(ScriptedChannel):
        def look_up(self, *args: Any, **kwargs: Any) -> FoundMessage | Unknown | None:
            receipt = Receipt("SM9", DeliveryStatus.DELIVERED, None, str(younger), "delivered")
            with database.begin() as db:
                take(db, receipt, channel="twilio", now=clock.now())
            return super().look_up(*args, **kwargs)

    look_up(database, Telling(found=[FOUND]), clock)
    assert (stored(older).state, stored(older).provider_id) == ("handed_over", None)
    clock.advance(LEASE)
    asked = ScriptedChannel(found=[None])
    assert look_up(database, asked, clock) == {"absent": 1}
    assert [(one[0], one[2]) for one in asked.asked] == [(older, ("SM9",))]


def test_what_an_official_has_seen_to_is_not_opened_again(
    database: sa.Engine, write: Write, stored: Stored, clock: FixedClock
) -> None:
    seen_to, other = write(), write()
    with database.begin() as db:
        values = {"state": "sent", "provider_id": "SM9", "dealt_with_at": clock.now()}
        db.execute(outbound_messages.update().where(outbound_messages.c.id == seen_to).values(values))
        belongs_to(db, other, channel="twilio", provider_id="SM9", now=clock.now())
    assert (stored(seen_to).state, stored(seen_to).provider_id) == ("sent", None)
    assert stored(seen_to).look_up_at is None
