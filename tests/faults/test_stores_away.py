"""Redis killed or emptied, PostgreSQL's connections cut between two turns, the disk full."""

import os
import signal
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import redis
import sqlalchemy as sa

from helpdesk.clock import FixedClock
from helpdesk.messaging.tables import inbound_messages, outbound_messages
from helpdesk.store.engine import open_database
from helpdesk.up.embedded_redis import EmbeddedRedis
from tests.faults.conftest import Installation
from tests.support.builders import RESIDENT
from tests.support.invariants import Taken, examine
from tests.support.service import open_service
from tests.support.waiting import until

Install = Callable[[str, str], Installation]


def test_without_redis_answers_leave_on_the_wire_and_the_rest_when_it_is_back(
    install: Install, sqlite_url: str, tmp_path: Path
) -> None:
    folder = tmp_path / "redis"
    with EmbeddedRedis(folder) as first:
        here = install(sqlite_url, first.url)
        processes = [here.start("worker"), here.start("scheduler")]
        web, url = here.web()
        os.kill(first.pid, signal.SIGKILL)
        until(lambda: first.poll() is not None, within=10, what="the end of Redis")
        (menu,) = here.text(url, "menu", sid="SM" + "1" * 32)
        here.put_in_outbox()
        assert menu
        assert len(here.twilio.messages) == 1
    with EmbeddedRedis(folder):
        until(lambda: len(here.twilio.messages) == 2, within=60, what="what waited for Redis")
        until(lambda: here.states()[-1] == "sent", within=10, what="the result")
        assert [process.process.poll() for process in (*processes, web)] == [None] * 3
        assert here.faults() == []


def test_emptying_redis_loses_no_message(
    install: Install, sqlite_url: str, redis_server: EmbeddedRedis
) -> None:
    here = install(sqlite_url, redis_server.url)
    here.put_in_outbox()
    here.nudge("send")
    with redis.Redis.from_url(redis_server.url) as connection:
        connection.flushall()
    here.start("worker"), here.start("scheduler")
    until(lambda: here.states() == ["sent"], within=40, what="the message")
    assert len(here.twilio.messages) == 1
    assert here.faults() == []


def test_postgresql_restarted_between_two_turns_costs_nothing(postgres_url: str, clock: FixedClock) -> None:
    engine = open_database(postgres_url)
    service = open_service(engine, clock, officials=False)
    phone, ids = RESIDENT.phone, ("a text", "the next")
    (menu,) = service.text(phone, "menu", message_id=ids[0])
    cut = sa.text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                  " WHERE datname = current_database() AND pid <> pg_backend_pid()")  # fmt: skip
    other = sa.create_engine(engine.url, poolclass=sa.NullPool)
    with other.connect() as db:
        assert db.execute(cut).all()
    (answer,) = service.text(phone, "1", message_id=ids[1])
    assert "Buoc 1" in answer
    with other.connect() as db:
        taken = [Taken(phone, menu), Taken(phone, answer)]
        assert examine(db, taken, heard=ids, channel="simulator").faults == []
    service.close()
    engine.dispose()


def test_with_the_disk_full_the_provider_is_told_so_and_nothing_is_half_written(
    sqlite_url: str, clock: FixedClock
) -> None:
    engine = open_database(sqlite_url)
    service = open_service(engine, clock, officials=False)
    full = True

    def limit(connection: sa.Connection) -> None:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar() if full else 1_000_000
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

    sa.event.listen(engine, "begin", limit)
    fields = {"from": RESIDENT.phone, "to": "8888", "text": "khong biet noi sao " * 60}
    answered: list[str] = []
    taken: list[Taken] = []
    refused = ""
    while not refused:
        sid = f"full-{len(answered)}"
        answer = service.app.test_client().post("/channels/simulator", data={**fields, "id": sid})
        if answer.status_code == 200:
            answered.append(sid)
            taken += [Taken(RESIDENT.phone, reply["text"]) for reply in answer.get_json()["replies"]]
            clock.advance(timedelta(minutes=11))  # not to be taken for a machine
        else:
            refused = sid
            assert answer.status_code in (500, 503)
            assert "Traceback" not in answer.text
            assert "sqlite" not in answer.text.lower()
    kept = sa.select(inbound_messages.c.provider_id).order_by(inbound_messages.c.id)
    with engine.connect() as db:
        assert db.execute(kept).scalars().all() == answered
        before = db.execute(sa.select(sa.func.count()).select_from(outbound_messages)).scalar_one()
    full = False
    answer = service.app.test_client().post("/channels/simulator", data={**fields, "id": refused})
    assert answer.status_code == 200
    taken += [Taken(RESIDENT.phone, reply["text"]) for reply in answer.get_json()["replies"]]
    with engine.connect() as db:
        assert db.execute(kept).scalars().all() == [*answered, refused]
        assert db.execute(sa.select(sa.func.count()).select_from(outbound_messages)).scalar_one() > before
        assert db.execute(sa.text("PRAGMA integrity_check")).scalar() == "ok"
        assert examine(db, taken, heard=[*answered, refused], channel="simulator").faults == []
    service.close()
    engine.dispose()
