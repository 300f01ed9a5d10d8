"""helpdesk/messaging/policy/daily_limit.py and forecast.py: so many texts a day, answers before what can wait."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
import sqlalchemy as sa

from helpdesk.clock import COMMUNE_ZONE, FixedClock
from helpdesk.messaging.delivery.claiming import claim
from helpdesk.messaging.gateways import CannotChange, active, change
from helpdesk.messaging.policy.daily_limit import count_answers
from helpdesk.messaging.states import Kind
from helpdesk.messaging.tables import gateways, inbound_messages, outbound_messages
from helpdesk.messaging.watching.alerts import findings
from helpdesk.messaging.watching.forecast import Forecast, forecasts
from tests.messaging.conftest import Write
from tests.support import builders
from tests.support.at_once import at_once


def limit(engine: sa.Engine, per_day: int | None, *, pace: int = 60_000) -> None:
    with engine.begin() as db:
        for way in active(db):
            change(db, way, per_day=per_day, pace_per_minute=pace)


def left(engine: sa.Engine, clock: FixedClock) -> Iterator[Kind]:
    """What may leave now, in that order."""
    while True:
        with engine.begin() as db:
            claimed = claim(db, now=clock.now())
        if claimed is None:
            return
        yield claimed.kind


def forecast(engine: sa.Engine, clock: FixedClock, *, more: int = 0) -> Forecast:
    with engine.connect() as db:
        (found,) = forecasts(db, active(db), now=clock.now(), more=more, more_texts=more)
    return found


def test_answers_leave_before_what_can_wait_and_the_last_texts_of_the_day_are_theirs(
    database: sa.Engine, write: Write, clock: FixedClock
) -> None:
    limit(database, 20)
    for kind in (Kind.LIST, Kind.REMINDER, Kind.NOTICE, Kind.REPLY):
        for _ in range(9):
            write(kind=kind)
    # 9 answers, notices up to 18 texts; nothing is left for reminders and lists.
    assert Counter(left(database, clock)) == {Kind.REPLY: 9, Kind.NOTICE: 9}
    for _ in range(4):
        write(kind=Kind.REPLY)
    assert list(left(database, clock)) == [Kind.REPLY, Kind.REPLY]
    clock.set(datetime(2026, 12, 2, 8, tzinfo=COMMUNE_ZONE))
    assert Counter(left(database, clock)) == {Kind.REMINDER: 9, Kind.LIST: 5}


def test_a_message_of_two_segments_is_two_texts(database: sa.Engine, write: Write, clock: FixedClock) -> None:
    limit(database, 10)
    for _ in range(9):
        write(text="a" * 200, kind=Kind.REPLY)
    assert len(list(left(database, clock))) == 5


def test_answers_on_the_wire_are_counted(database: sa.Engine, write: Write, clock: FixedClock) -> None:
    limit(database, 10)
    with database.begin() as db:
        way, contact_id = active(db)[0], builders.contact(db, now=clock.now()).id
        row = {
            "channel": way.channel,
            "provider_id": "SM1",
            "gateway_id": way.id,
            "contact_id": contact_id,
            "text": "DAT",
            "received_at": clock.now(),
        }
        heard = db.execute(inbound_messages.insert().values(row).returning(inbound_messages.c.id)).scalar()
    for _ in range(6):
        write(kind=Kind.REPLY)
    with database.begin() as db:
        db.execute(outbound_messages.update().values(state="sent", in_reply_to=heard))
        count_answers(db, now=clock.now())
    for _ in range(9):
        write(kind=Kind.REPLY)
    assert len(list(left(database, clock))) == 4


def test_several_workers_never_send_more_than_the_day_has(
    database: sa.Engine, write: Write, clock: FixedClock
) -> None:
    limit(database, 15)
    for _ in range(25):
        write(kind=Kind.REPLY)
    assert sum(at_once(4, lambda _number: len(list(left(database, clock))))) == 15


def test_the_wait_is_told_by_pace_limit_and_sending_hours(
    database: sa.Engine, write: Write, clock: FixedClock
) -> None:
    limit(database, None, pace=6)
    assert (forecast(database, clock).messages, forecast(database, clock).done_at) == (0, None)
    for _ in range(12):
        write(kind=Kind.NOTICE)
    found = forecast(database, clock)
    assert (found.messages, found.done_at, found.full) == (12, clock.now() + timedelta(minutes=2), False)
    limit(database, 10, pace=6)
    found = forecast(database, clock, more=1)
    tomorrow = datetime(2026, 12, 2, 7, 1, tzinfo=COMMUNE_ZONE)
    assert (found.messages, found.left_today, found.full, found.done_at) == (13, 9, True, tomorrow)
    list(left(database, clock))
    assert forecast(database, clock).today == 2, "the pace lets two leave at once"


def test_a_limit_of_which_nothing_could_be_kept_for_answers_is_refused(
    database: sa.Engine, write: Write
) -> None:
    with pytest.raises(CannotChange):
        limit(database, 3)
    with database.connect() as db:
        assert db.execute(sa.select(gateways.c.per_day)).scalars().first() is None


def test_the_operator_is_told_of_a_limit_that_holds_things_back_and_not_of_a_stuck_queue(
    database: sa.Engine, write: Write, clock: FixedClock
) -> None:
    limit(database, 10)
    for _ in range(12):
        write(kind=Kind.REMINDER)
    assert len(list(left(database, clock))) == 8
    clock.advance(timedelta(hours=1))
    with database.connect() as db:
        wrong = {condition.name: what for condition, what in findings(db, now=clock.now()) if what}
    assert wrong == {"daily limit": "4 messages wait for tomorrow, for a gateway has sent its texts of today"}
