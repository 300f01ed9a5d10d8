"""helpdesk/messaging/policy/daily_cap.py: what we start may not wear people out."""

from datetime import timedelta

import sqlalchemy as sa

from helpdesk.clock import FixedClock
from helpdesk.messaging.delivery.claiming import claim
from helpdesk.messaging.policy.daily_cap import DAILY_CAP
from helpdesk.messaging.states import Kind
from tests.messaging.conftest import Stored, Write
from tests.messaging.delivery.test_looking_up import send
from tests.support import builders
from tests.support.scripted_channel import ScriptedChannel


def test_beyond_the_cap_what_we_start_is_dropped_and_answers_are_not(
    database: sa.Engine, write: Write, stored: Stored, clock: FixedClock
) -> None:
    with database.begin() as db:
        contact_id = builders.contact(db, now=clock.now()).id
    started = [write(kind=Kind.REMINDER, contact_id=contact_id) for _ in range(DAILY_CAP + 1)]
    channel = ScriptedChannel()
    send(database, channel, clock)
    answer = write(contact_id=contact_id)
    send(database, channel, clock)
    assert [outgoing.message_id for outgoing in channel.sent] == [*started[:-1], answer]
    assert (stored(started[-1]).state, stored(started[-1]).code) == ("dropped", "daily_cap")


def test_the_next_day_counts_anew(
    database: sa.Engine, write: Write, stored: Stored, clock: FixedClock
) -> None:
    with database.begin() as db:
        contact_id = builders.contact(db, now=clock.now()).id
    for _ in range(DAILY_CAP):
        write(kind=Kind.REMINDER, contact_id=contact_id)
    send(database, ScriptedChannel(), clock)
    clock.advance(timedelta(days=1))
    tomorrow = write(kind=Kind.REMINDER, contact_id=contact_id)
    send(database, ScriptedChannel(), clock)
    assert stored(tomorrow).state == "sent"


def test_what_another_worker_is_sending_at_this_moment_counts(
    database: sa.Engine, write: Write, stored: Stored, clock: FixedClock
) -> None:
    with database.begin() as db:
        contact_id = builders.contact(db, now=clock.now()).id
    started = [write(kind=Kind.REMINDER, contact_id=contact_id) for _ in range(DAILY_CAP + 2)]
    with database.begin() as db:
        while claim(db, now=clock.now()) is not None:
            pass
    states = [stored(one).state for one in started]
    assert states == ["sending"] * DAILY_CAP + ["dropped"] * 2
