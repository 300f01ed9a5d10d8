"""The database goes away in the middle of a load of texts and of sending, and comes back."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from helpdesk.booking import sample as sample_openings
from helpdesk.booking.tables import bookings
from helpdesk.clock import FixedClock, SystemClock, local_date
from helpdesk.messaging.delivery.claiming import LEASE
from helpdesk.messaging.tables import inbound_messages, outbound_messages
from helpdesk.people.tables import contacts
from helpdesk.store.engine import open_database
from helpdesk.store.migrate import upgrade
from helpdesk.sweeps import SWEEPS
from helpdesk.up.embedded_redis import EmbeddedRedis
from tests.faults.conftest import WEBHOOK, Installation
from tests.faults.load import Load
from tests.support.postgres_keeper import Server
from tests.support.processes import kill_at_once, wait_until_gone
from tests.support.waiting import until

Install = Callable[[str, str], Installation]

PHONES = [f"+849120000{number:02}" for number in range(12)]
NOTICES = 40


@pytest.fixture
def crashing_postgres() -> Iterator[Server]:
    """A server of this test's own, to crash."""
    server = Server(durable=True)
    try:
        server.start()
        yield server
    finally:
        server.stop()


def furnish(here: Installation) -> None:
    """Openings to book."""
    with here.engine.begin() as db:
        sample_openings.load(db, today=local_date(SystemClock().now()))


def in_the_middle(here: Installation, load: Load) -> None:
    """Residents text, and while they do a worker has begun to send many messages."""
    until(lambda: len(load.heard) > 5, within=30, what="texts")
    here.put_in_outbox(*(f"Tin so {number}" for number in range(NOTICES)))
    here.nudge("send")
    until(lambda: sent(here) > 3, within=30, what="messages that leave")


def sent(here: Installation) -> int:
    """How many of the messages the provider has."""
    return sum(taken.body.startswith("Tin so") for taken in here.twilio.messages)


def make_good(here: Installation) -> None:
    """What the dead had in hand, by a worker that comes after their leases."""
    clock = FixedClock(SystemClock().now() + LEASE)
    runtime = here.runtime(clock)
    for _ in range(3):
        for name in ("release", "look_up", "send"):
            SWEEPS[name](runtime)
        clock.advance(timedelta(minutes=3))  # longer than any call, or look-up, is one worker's


def check(here: Installation, load: Load) -> None:
    """All were heard once, all have booked, all was sent once."""
    assert load.refused, "nobody noticed anything, so nothing was shown"
    make_good(here)
    of_ours = sa.select(outbound_messages.c.state).where(outbound_messages.c.text.startswith("Tin so"))
    each = (
        sa.select(contacts.c.address, sa.func.count(bookings.c.id))
        .join(bookings, bookings.c.contact_id == contacts.c.id)
        .group_by(contacts.c.address)
    )
    with here.engine.connect() as db:
        assert list(db.execute(of_ours).scalars()) == ["sent"] * NOTICES
        assert {row[0]: row[1] for row in db.execute(each)} == dict.fromkeys(PHONES, 1)
        kept = db.execute(sa.select(inbound_messages.c.provider_id)).scalars().all()
    assert sorted(kept) == sorted(load.heard)
    assert sent(here) == NOTICES
    assert here.faults(heard=load.heard) == []


def test_postgresql_crashes_in_mid_load_and_each_text_answered_is_acted_on_once_each_message_sent_once(
    install: Install, crashing_postgres: Server, redis_server: EmbeddedRedis
) -> None:
    engine = open_database(crashing_postgres.address)
    upgrade(engine)
    engine.dispose()
    here = install(crashing_postgres.address, redis_server.url)
    furnish(here)
    web, url = here.web()
    worker, scheduler = here.start("worker"), here.start("scheduler")
    until(lambda: here.workers, within=30, what="the worker")
    with Load(here.twilio, WEBHOOK, url, phones=PHONES) as load:
        in_the_middle(here, load)
        crashing_postgres.crash()
        until(lambda: load.refused > 4, within=20, what="texts that are refused")
        crashing_postgres.run()
        load.finish()
    assert [each.process.poll() for each in (web, worker, scheduler)] == [None] * 3, "somebody gave up"
    kill_at_once([worker.pid, scheduler.pid])
    check(here, load)


def test_the_power_goes_in_mid_load_and_each_text_answered_is_acted_on_once_each_message_sent_once(
    install: Install, sqlite_url: str, tmp_path: Path
) -> None:
    with EmbeddedRedis(tmp_path / "redis") as first_redis:
        here = install(sqlite_url, first_redis.url)
        furnish(here)
        first = here.up()
        with Load(here.twilio, WEBHOOK, first.url, phones=PHONES) as load:
            in_the_middle(here, load)
            everything = [*first.family(), first_redis.pid]
            kill_at_once(everything)
            wait_until_gone(everything, within=10)
            until(lambda: load.refused > 4, within=20, what="texts that are refused")
            with EmbeddedRedis(tmp_path / "redis"):
                here.web(first.port)
                load.finish()
        check(here, load)
