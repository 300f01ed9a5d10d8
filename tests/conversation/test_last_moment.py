"""What we start, from the booking to the phone: over gateways that cannot do everything, and when all has changed.

The booking is for Monday 7 December: reminders on Friday 4 and on Sunday 6, at 11:00.
"""

from datetime import datetime

import pytest
import sqlalchemy as sa

from helpdesk.channels.contract import Rejected
from helpdesk.messaging.gateways import ensure
from helpdesk.messaging.tables import gateways, outbound_messages
from helpdesk.messaging.templates import Template, register
from helpdesk.messaging.watching.attention import troubled
from helpdesk.places.tables import commune_facts, communes
from tests.conversation.talk import asked, book, bookings_of, contact_of, conversation, say, steps, written
from tests.support import builders
from tests.support.builders import PROXY
from tests.support.scripted_channel import ScriptedChannel
from tests.support.service import Service

MONDAY = 3
NAME = "XATTRACH"
HOTLINE = "0232.3999.888"
ONE_WAY = (
    "Nhac ba con: {when}, {arrival}, {place}, {party} nguoi, ma {code}. {sentence} Doi, huy: goi {number}."
)


def _at(service: Service, day: int, hour: int, minute: int = 0) -> None:
    service.clock.set(datetime(2026, 12, day, hour, minute))  # noqa: DTZ001 - commune time


def _only(service: Service, address: str, **values: object) -> int:
    """Let a Twilio gateway be the only one that reaches phones; its id."""
    with service.engine.begin() as db:
        ensure(db, channel="twilio", address=address)
        db.execute(gateways.update().values(active=False))
        own = gateways.c.address == address
        db.execute(gateways.update().where(own).values(active=True, **values))
        return int(db.execute(sa.select(gateways.c.id).where(own)).scalar_one())


def _tell_hotline(service: Service) -> None:
    """Every commune tells its number, and the officer signs for it."""
    with service.engine.begin() as db:
        told = {"key": "hotline", "text": HOTLINE, "source": "test", "signed_by": builders.OFFICER.name}
        rows = [
            {**told, "commune_id": id_, "signed_at": service.clock.now()}
            for id_ in db.execute(sa.select(communes.c.id)).scalars()
        ]
        db.execute(commune_facts.insert(), rows)


@pytest.fixture
def provider(service: Service) -> ScriptedChannel:
    """What stands for Twilio."""
    channel = ScriptedChannel()
    service.runtime.channels["twilio"] = channel
    return channel


def _brand(service: Service) -> int:
    return _only(service, NAME, two_way=False, free_text=False, brand_name=True)


def test_where_nobody_can_reply_the_reminder_names_the_communes_number_and_nothing_is_asked(
    service: Service, provider: ScriptedChannel
) -> None:
    _tell_hotline(service)
    booked = book(service, opening=MONDAY)
    before = conversation(service)
    _only(service, "+84912345690", two_way=False)
    _at(service, 4, 11)
    assert service.sweep("remind") == 1
    assert service.sweep("send") == 1
    (outgoing,) = provider.sent
    assert (outgoing.sender, outgoing.text.count("\n")) == ("+84912345690", 0)
    assert outgoing.text.endswith(f" Doi, huy: goi {HOTLINE}.")
    assert booked.code in outgoing.text
    assert conversation(service) == before
    assert asked(service) is None


def test_a_brand_name_says_what_is_registered_with_its_name(
    service: Service, provider: ScriptedChannel
) -> None:
    book(service, opening=MONDAY)
    way = _brand(service)
    with service.engine.begin() as db:
        register(db, way, [Template(f"{NAME}: {ONE_WAY}")], now=service.clock.now())
    _at(service, 4, 11)
    assert (service.sweep("remind"), service.sweep("send")) == (1, 1)
    (outgoing,) = provider.sent
    assert (outgoing.sender, outgoing.text) == (NAME, f"{NAME}: {written(service, 'reminder')[0][10:]}")
    assert outgoing.text.startswith(f"{NAME}: Nhac ba con: thu hai 7/12, ")


def test_what_no_gateway_may_say_is_shown_to_an_official_with_what_to_do(
    service: Service, provider: ScriptedChannel
) -> None:
    book(service, opening=MONDAY)
    way = _brand(service)
    _at(service, 4, 11)
    assert service.sweep("remind") == 1
    service.sweep("send")
    assert provider.sent == []
    with service.engine.connect() as db:
        (message,) = troubled(db, now=service.clock.now())
    assert message.gateway_id == way
    assert message.trouble.do.startswith("Gọi điện báo. Báo người vận hành đăng ký mẫu tin này")
    assert message.again, "when the wording is registered"


def test_a_gateway_set_while_everything_runs_counts_for_the_next_reminder(
    service: Service, provider: ScriptedChannel
) -> None:
    """No process is started again: the next text is for a gateway without replies, by the number named now."""
    book(service, opening=MONDAY)
    with service.engine.begin() as db:
        db.execute(gateways.update().values(two_way=False))
    _at(service, 4, 11)
    service.sweep("remind")
    assert "\n1 " not in written(service, "reminder")[0]
    assert asked(service) is None
    assert provider.sent == []


@pytest.fixture
def down(service: Service, provider: ScriptedChannel) -> ScriptedChannel:
    """A provider that says "later" while its `answers` last, and the only way to phones."""
    busy = ScriptedChannel(answers=[Rejected("20429", "too many requests", retryable=True)])
    service.runtime.channels["twilio"] = busy
    assert provider.sent == []
    return busy


def test_while_the_provider_was_down_she_cancelled_so_nothing_comes_when_it_is_back(
    service: Service, down: ScriptedChannel
) -> None:
    book(service, opening=MONDAY)
    _only(service, "+84912345690")
    _at(service, 4, 11)
    service.sweep("remind")
    assert service.sweep("send") == 1
    assert len(down.sent) == 1, "it said: later"
    assert steps(say(service, "HUY", "1")) == ["cancel.gone"]
    assert bookings_of(service) == []
    _at(service, 4, 15)
    service.sweep("remind")
    service.sweep("send")
    assert len(down.sent) == 1


def test_while_the_provider_was_down_she_moved_so_the_old_day_is_not_named_any_more(
    service: Service, down: ScriptedChannel
) -> None:
    book(service, opening=MONDAY)
    _only(service, "+84912345690")
    _at(service, 4, 11)
    service.sweep("remind")
    service.sweep("send")
    assert steps(say(service, "3")) == ["reschedule.to_when"]
    assert steps(say(service, "2")) == ["reschedule.moved"]
    (moved,) = bookings_of(service)
    _at(service, moved.opening.day.day, 6, 59)
    assert moved.opening.day.day > 7
    service.sweep("remind")
    service.sweep("send")
    assert not any("7/12" in outgoing.text for outgoing in down.sent[1:])


def test_while_the_provider_was_down_one_of_two_bookings_went_and_the_other_is_said_alone(
    service: Service, down: ScriptedChannel
) -> None:
    gone = book(service, opening=MONDAY, names="Ho Van Ba 1960", who=PROXY)
    kept = book(service, opening=MONDAY, names="Ho Thi Tu 1962", who=PROXY)
    _only(service, "+84912345690")
    _at(service, 4, 11)
    assert service.sweep("remind") == 1
    service.sweep("send")
    say(service, "HUY", "1", "1", who=PROXY)
    assert [booking.id for booking in bookings_of(service, PROXY)] == [kept.id]
    assert service.sweep("remind") == 1
    _at(service, 4, 15)
    service.sweep("send")
    assert gone.code in down.sent[0].text
    assert [(gone.code in sent.text, kept.code in sent.text) for sent in down.sent[1:]] == [(False, True)]
    assert asked(service, PROXY) == ("reminder", "one")


def test_she_who_opts_out_while_it_waits_gets_answers_only(service: Service, down: ScriptedChannel) -> None:
    book(service, opening=MONDAY)
    _only(service, "+84912345690")
    _at(service, 4, 11)
    service.sweep("remind")
    service.sweep("send")
    assert steps(say(service, "TC")) == ["opt_out.still_booked"]
    _at(service, 4, 15)
    service.sweep("send")
    assert len(down.sent) == 1
    with service.engine.connect() as db:
        m = outbound_messages.c
        assert db.execute(sa.select(m.code).where(m.kind == "reminder")).scalars().all() == ["opted_out"]
    assert contact_of(service).opted_out_at is not None
    assert steps(say(service, "XEM")) == ["my_booking.show"]
