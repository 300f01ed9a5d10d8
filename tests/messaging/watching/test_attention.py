"""What wants a person's attention, and seeing to it."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from helpdesk.channels.contract import Attachment
from helpdesk.clock import FixedClock
from helpdesk.messaging.attachments import attachments_of
from helpdesk.messaging.delivery.settling import settle
from helpdesk.messaging.gateways import Gateway
from helpdesk.messaging.policy.usefulness import ANSWER_USEFUL
from helpdesk.messaging.states import Kind, State
from helpdesk.messaging.tables import outbound_messages
from helpdesk.messaging.watching.attention import Troubled, open_count, troubled
from helpdesk.messaging.watching.seeing_to import deal_with, send_again
from tests.messaging.conftest import Stored, Write
from tests.support import builders
from tests.support.builders import PROXY, RESIDENT

m = outbound_messages.c

Fail = Callable[..., int]


@pytest.fixture
def fail(database: sa.Engine, write: Write, clock: FixedClock) -> Fail:
    """Writes a message that then fails, with Twilio's "phone is off" unless said otherwise; its id."""

    def failed(*, state: State = State.FAILED, code: str = "30003", asked: bool = False, **draft: Any) -> int:
        message_id = write(**draft)
        values = {
            "state": state.value,
            "code": code,
            "settled_at": clock.now(),
            "attempts": 2,
            "look_up_at": clock.now() + timedelta(minutes=2) if asked else None,
        }
        with database.begin() as db:
            db.execute(outbound_messages.update().where(m.id == message_id).values(values))
        return message_id

    return failed


@pytest.fixture
def official(database: sa.Engine, clock: FixedClock) -> int:
    with database.begin() as db:
        return builders.officer(db, builders.commune(db), now=clock.now())


def waiting(
    database: sa.Engine, clock: FixedClock, commune_id: int | None = None, **options: int
) -> list[Troubled]:
    with database.connect() as db:
        return troubled(db, now=clock.now(), commune_id=commune_id, **options)


def test_what_failed_or_is_not_known_waits_for_a_person_and_nothing_else(
    database: sa.Engine, clock: FixedClock, write: Write, fail: Fail
) -> None:
    write()
    failed = fail()
    clock.advance(timedelta(minutes=1))
    uncertain = fail(state=State.UNCERTAIN, code="no_answer")
    for state in (State.SENT, State.DELIVERED, State.DROPPED, State.SENDING, State.HANDED_OVER):
        fail(state=state)
    assert [(message.id, message.state) for message in waiting(database, clock)] == [
        (uncertain, State.UNCERTAIN),
        (failed, State.FAILED),
    ]
    with database.connect() as db:
        assert open_count(db) == 2


def test_the_reason_and_the_number_are_told(database: sa.Engine, clock: FixedClock, fail: Fail) -> None:
    fail(code="21610")
    (message,) = waiting(database, clock)
    assert message.trouble.why == "Người này đã yêu cầu không nhận tin nhắn."
    assert (message.recipient, message.again) == (RESIDENT.phone, False)


def test_an_official_sees_those_of_the_own_commune_and_of_residents_of_none(
    database: sa.Engine, clock: FixedClock, fail: Fail
) -> None:
    with database.begin() as db:
        own, other = builders.commune(db), builders.commune(db, "Dân Hóa")
        resident = builders.contact(db, now=clock.now()).id
    mine, theirs = fail(commune_id=own), fail(commune_id=other)
    nobodys, to_the_operator = fail(contact_id=resident), fail()
    assert {message.id for message in waiting(database, clock, own)} == {mine, nobodys}
    assert {message.id for message in waiting(database, clock)} == {mine, theirs, nobodys, to_the_operator}
    with database.connect() as db:
        assert [open_count(db, commune_id=commune_id) for commune_id in (own, None)] == [2, 4]
    assert waiting(database, clock, own, only=theirs) == []


def test_dealt_with_it_is_gone_and_says_by_whom(
    database: sa.Engine, clock: FixedClock, fail: Fail, stored: Stored, official: int
) -> None:
    failed = fail(state=State.UNCERTAIN, asked=True)
    (message,) = waiting(database, clock)
    with database.begin() as db:
        assert deal_with(db, message, official_id=official, now=clock.now())
        assert not deal_with(db, message, official_id=official, now=clock.now())
    row = stored(failed)
    assert (row.state, row.dealt_with_at, row.dealt_with_by_id) == ("uncertain", clock.now(), official)
    assert row.look_up_at is None
    assert waiting(database, clock) == []


def test_what_arrived_after_all_is_dealt_with_by_itself(
    database: sa.Engine, clock: FixedClock, fail: Fail, official: int
) -> None:
    failed = fail()
    (message,) = waiting(database, clock)
    with database.begin() as db:
        settle(db, failed, State.DELIVERED, now=clock.now())
        assert not deal_with(db, message, official_id=official, now=clock.now())
    assert waiting(database, clock) == []


def test_sent_again_it_is_a_new_message_and_the_old_one_is_dealt_with(
    database: sa.Engine, clock: FixedClock, way: Gateway, fail: Fail, stored: Stored, official: int
) -> None:
    files = (Attachment("a.csv", "text/csv", b"1;2"),)
    until = clock.now() + timedelta(hours=3)
    draft = {"kind": Kind.REMINDER, "text": "Mai nho den", "subject": "Nhac", "useful_until": until}
    old = fail(state=State.UNCERTAIN, code="worker_died", attachments=files, **draft)
    clock.advance(timedelta(minutes=5))
    (message,) = waiting(database, clock)
    with database.begin() as db:
        new = send_again(db, message, official_id=official, ways=[way], now=clock.now())
    assert new is not None
    row = stored(new)
    assert (row.intent_key, row.state, row.attempts) == (f"again:{old}:2", "queued", 0)
    assert (row.text, row.subject, row.useful_until) == ("Mai nho den", "Nhac", until)
    assert (row.recipient, row.due_at, row.in_reply_to) == (RESIDENT.phone, clock.now(), None)
    assert stored(old).dealt_with_by_id == official
    with database.connect() as db:
        assert attachments_of(db, new) == files
    assert waiting(database, clock) == []


def test_several_clicks_at_once_send_it_once(
    database: sa.Engine, clock: FixedClock, way: Gateway, fail: Fail, official: int
) -> None:
    fail()
    (message,) = waiting(database, clock)

    def click(_number: int) -> int | None:
        with database.begin() as db:
            return send_again(db, message, official_id=official, ways=[way], now=clock.now())

    with ThreadPoolExecutor(4) as pool:
        sent = list(pool.map(click, range(4)))
    assert [new is not None for new in sorted(sent, key=lambda new: new or 0)] == [False, False, False, True]
    with database.connect() as db:
        assert db.execute(sa.select(sa.func.count()).select_from(outbound_messages)).scalar() == 2


def test_what_fails_again_still_says_what_it_was(
    database: sa.Engine, clock: FixedClock, way: Gateway, fail: Fail, official: int
) -> None:
    fail(intent_key="reminder:7:day_before:20261202T0400", kind=Kind.REMINDER)
    for _ in range(2):
        (message,) = waiting(database, clock)
        with database.begin() as db:
            new = send_again(db, message, official_id=official, ways=[way], now=clock.now())
            assert new is not None
            for state in (State.SENDING, State.FAILED):
                settle(db, new, state, now=clock.now(), code="30003")
    (message,) = waiting(database, clock)
    assert message.intent == "reminder:7:day_before:20261202T0400"


def may_go_again(database: sa.Engine, clock: FixedClock) -> list[bool]:
    return [message.again for message in waiting(database, clock)]


def test_what_is_of_no_use_any_more_is_not_offered_again(
    database: sa.Engine, clock: FixedClock, fail: Fail
) -> None:
    fail(kind=Kind.REMINDER, useful_until=clock.now() + timedelta(hours=1))
    fail(kind=Kind.REPLY)
    assert may_go_again(database, clock) == [True, True]
    clock.advance(timedelta(hours=2))
    assert may_go_again(database, clock) == [True, False]
    clock.advance(ANSWER_USEFUL)
    assert may_go_again(database, clock) == [False, False]


def test_an_answer_is_not_offered_again_once_she_was_answered_anew(
    database: sa.Engine, clock: FixedClock, write: Write, fail: Fail
) -> None:
    with database.begin() as db:
        hers, anothers = (builders.contact(db, who, now=clock.now()).id for who in (RESIDENT, PROXY))
    fail(contact_id=hers)
    write(contact_id=anothers)
    write(contact_id=hers, kind=Kind.REMINDER)
    assert may_go_again(database, clock) == [True]
    write(contact_id=hers)
    assert may_go_again(database, clock) == [False]


@pytest.mark.parametrize(("key", "newer"), [("mail:5:2:9", "mail:5:4:9"), ("list:5:2:9:3", "list:5:3:9:1")])
def test_a_list_is_not_offered_again_once_there_is_a_newer_one_for_that_official(
    database: sa.Engine, clock: FixedClock, write: Write, fail: Fail, key: str, newer: str
) -> None:
    fail(kind=Kind.LIST, intent_key=key)
    write(kind=Kind.LIST, intent_key=newer.replace(":9", ":8"))
    assert may_go_again(database, clock) == [True]
    write(kind=Kind.LIST, intent_key=newer)
    assert may_go_again(database, clock) == [False]


def test_what_the_provider_is_being_asked_about_is_shown_and_not_offered_again(
    database: sa.Engine, clock: FixedClock, way: Gateway, fail: Fail, official: int
) -> None:
    fail(state=State.UNCERTAIN, code="no_answer", asked=True)
    (message,) = waiting(database, clock)
    assert (message.being_looked_up, message.again) == (True, False)
    with database.begin() as db:
        assert send_again(db, message, official_id=official, ways=[way], now=clock.now()) is None
    assert len(waiting(database, clock)) == 1


def test_who_opted_out_is_sent_no_reminder_again_but_an_answer(
    database: sa.Engine, clock: FixedClock, fail: Fail
) -> None:
    with database.begin() as db:
        hers = builders.contact(db, now=clock.now()).id
        db.execute(sa.text("UPDATE contacts SET opted_out_at = :now"), {"now": "2026-12-01 00:00:00+00"})
    fail(contact_id=hers, kind=Kind.REMINDER)
    fail(contact_id=hers)
    assert may_go_again(database, clock) == [True, False]


def test_without_a_gateway_it_goes_nowhere_and_stays(
    database: sa.Engine, clock: FixedClock, fail: Fail, official: int
) -> None:
    fail()
    (message,) = waiting(database, clock)
    with database.begin() as db:
        assert send_again(db, message, official_id=official, ways=[], now=clock.now()) is None
    assert len(waiting(database, clock)) == 1
