"""Alerts: told once when something is stuck, and once when it is over."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from helpdesk.clock import FixedClock
from helpdesk.messaging.gateways import EMAIL, Gateway
from helpdesk.messaging.states import Kind, State
from helpdesk.messaging.tables import alerts, gateways, outbound_messages
from helpdesk.messaging.watching.alerts import Way, findings, watch
from tests.messaging.conftest import Write
from tests.support import builders

m = outbound_messages.c

OPERATOR = "may@example.vn"
PAGE = "https://hotro.example/desk/messages"

Become = Callable[..., None]


@pytest.fixture
def operator(database: sa.Engine) -> Way:
    with database.begin() as db:
        return Way(builders.gateway(db, EMAIL, address="xa@example.vn"), OPERATOR, PAGE)


@pytest.fixture
def become(database: sa.Engine, clock: FixedClock) -> Become:
    """Puts a message into a state, now unless other values are given."""

    def becomes(message_id: int, state: State, **values: Any) -> None:
        row = {"state": state.value, "settled_at": clock.now(), **values}
        with database.begin() as db:
            db.execute(outbound_messages.update().where(m.id == message_id).values(row))

    return becomes


def look(database: sa.Engine, clock: FixedClock, way: Way | None) -> int:
    with database.begin() as db:
        return watch(db, now=clock.now(), way=way)


def mails(database: sa.Engine) -> list[Any]:
    with database.connect() as db:
        query = sa.select(outbound_messages).where(m.intent_key.like("alert:%")).order_by(m.id)
        return list(db.execute(query).all())


def subjects(database: sa.Engine) -> list[str]:
    return [mail.subject for mail in mails(database)]


def wrong(database: sa.Engine, clock: FixedClock) -> list[str]:
    with database.connect() as db:
        return [condition.name for condition, found in findings(db, now=clock.now()) if found]


def test_while_all_is_well_nothing_is_told(
    database: sa.Engine, clock: FixedClock, write: Write, operator: Way
) -> None:
    write()
    clock.advance(timedelta(minutes=15))
    assert (look(database, clock, operator), mails(database)) == (0, [])


def test_what_is_stuck_is_told_once_and_once_when_it_is_over(
    database: sa.Engine, clock: FixedClock, write: Write, operator: Way, become: Become
) -> None:
    message = write()
    clock.advance(timedelta(minutes=16))
    assert [look(database, clock, operator) for _ in range(3)] == [1, 0, 0]
    (mail,) = mails(database)
    assert (mail.recipient, mail.kind, mail.state) == (OPERATOR, Kind.NOTICE.value, "queued")
    assert mail.subject == "Helpdesk: queue stuck"
    assert mail.text.startswith("1 message due and not sent, the oldest for 16 minutes.\n")
    assert PAGE in mail.text
    become(mail.id, State.SENT)
    become(message, State.SENT)
    assert [look(database, clock, operator) for _ in range(3)] == [1, 0, 0]
    assert subjects(database) == ["Helpdesk: queue stuck", "Helpdesk: queue stuck - over"]
    assert mails(database)[1].text.startswith("Over after 0 minutes.")


def test_what_comes_back_is_told_anew(
    database: sa.Engine, clock: FixedClock, write: Write, operator: Way, become: Become
) -> None:
    for _ in range(2):
        message = write()
        clock.advance(timedelta(minutes=16))
        look(database, clock, operator)
        become(message, State.SENT)
        for mail in mails(database):
            become(mail.id, State.SENT)
        look(database, clock, operator)
    assert len(subjects(database)) == 4
    with database.connect() as db:
        assert db.execute(sa.select(sa.func.count()).where(alerts.c.closed_at.is_not(None))).scalar() == 2


def test_a_long_queue_that_leaves_at_the_gateways_pace_is_not_stuck(
    database: sa.Engine, clock: FixedClock, write: Write, way: Gateway
) -> None:
    write()
    clock.advance(timedelta(hours=2))
    with database.begin() as db:
        db.execute(gateways.update().where(gateways.c.id == way.id).values(free_at=clock.now()))
    assert wrong(database, clock) == []
    clock.advance(timedelta(minutes=6))
    assert wrong(database, clock) == ["queue stuck"]


def test_a_provider_that_puts_off_again_and_again_is_told_of(
    database: sa.Engine, clock: FixedClock, write: Write, become: Become
) -> None:
    message = write()
    later = clock.now() + timedelta(hours=1)
    become(message, State.QUEUED, attempts=3, due_at=later)
    assert wrong(database, clock) == []
    become(message, State.QUEUED, attempts=4, due_at=later)
    assert wrong(database, clock) == ["provider away"]


def test_what_nobody_knows_of_is_told_after_an_hour_until_someone_sees_to_it(
    database: sa.Engine, clock: FixedClock, write: Write, become: Become
) -> None:
    message = write()
    become(message, State.UNCERTAIN)
    clock.advance(timedelta(hours=1))
    assert wrong(database, clock) == []
    clock.advance(timedelta(minutes=1))
    assert wrong(database, clock) == ["uncertain"]
    become(message, State.UNCERTAIN, dealt_with_at=clock.now())
    assert wrong(database, clock) == []


def test_many_that_fail_are_told_of_and_a_few_are_not(
    database: sa.Engine, clock: FixedClock, write: Write, become: Become, operator: Way
) -> None:
    for number in range(5):
        become(write(), State.FAILED, dealt_with_at=clock.now() if number % 2 else None)
    assert wrong(database, clock) == []
    clock.advance(timedelta(minutes=30))
    become(write(), State.FAILED)
    assert wrong(database, clock) == ["many failed"]
    assert look(database, clock, operator) == 1
    assert mails(database)[0].text.startswith("6 messages failed in the last hour.")
    become(mails(database)[0].id, State.SENT)
    clock.advance(timedelta(minutes=31))
    assert wrong(database, clock) == []


def test_an_alert_at_the_mark_does_not_come_and_go(
    database: sa.Engine, clock: FixedClock, write: Write, become: Become, operator: Way
) -> None:
    first, second = write(), write(due_at=clock.now() + timedelta(minutes=10))
    clock.advance(timedelta(minutes=16))
    look(database, clock, operator)
    become(first, State.SENT)
    assert (look(database, clock, operator), wrong(database, clock)) == (0, ["queue stuck"])
    become(second, State.SENT)
    become(mails(database)[0].id, State.SENT)
    assert look(database, clock, operator) == 1


def test_without_e_mail_it_is_noted_and_told_once_there_is_one(
    database: sa.Engine, clock: FixedClock, write: Write, operator: Way
) -> None:
    write()
    clock.advance(timedelta(minutes=16))
    assert (look(database, clock, None), wrong(database, clock)) == (0, ["queue stuck"])
    assert [look(database, clock, operator) for _ in range(2)] == [1, 0]


def test_what_was_over_before_it_could_be_told_is_not_told(
    database: sa.Engine, clock: FixedClock, write: Write, operator: Way, become: Become
) -> None:
    message = write()
    clock.advance(timedelta(minutes=16))
    look(database, clock, None)
    become(message, State.SENT)
    assert (look(database, clock, operator), mails(database)) == (0, [])


def test_several_workers_that_notice_at_once_tell_it_once(
    database: sa.Engine, clock: FixedClock, write: Write, operator: Way
) -> None:
    write()
    clock.advance(timedelta(minutes=16))
    with ThreadPoolExecutor(4) as pool:
        told = list(pool.map(lambda _number: look(database, clock, operator), range(4)))
    assert (sum(told), len(mails(database))) == (1, 1)


def test_at_night_the_operator_is_told_at_night(
    database: sa.Engine, clock: FixedClock, write: Write, operator: Way
) -> None:
    clock.advance(timedelta(hours=14))
    write()
    clock.advance(timedelta(minutes=16))
    look(database, clock, operator)
    assert mails(database)[0].due_at == clock.now()
