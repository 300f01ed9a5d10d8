"""/metrics: what Prometheus reads, who may read it, and what it costs."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
import redis
import sqlalchemy as sa
from prometheus_client.parser import text_string_to_metric_families as parse
from prometheus_client.samples import Sample

from helpdesk.booking.states import ReminderState
from helpdesk.booking.tables import openings, reminders
from helpdesk.booking.waiting_list.holding import make_offer
from helpdesk.booking.waiting_list.waiting import join
from helpdesk.clock import local_date
from helpdesk.messaging.outbox import post
from helpdesk.messaging.states import State
from helpdesk.messaging.tables import inbound_messages, outbound_messages
from helpdesk.settings import Settings
from helpdesk.tickets.calls import NewCall, open_call
from helpdesk.up.embedded_redis import EmbeddedRedis
from tests.support import builders
from tests.support.builders import PROXY, RESIDENT
from tests.support.service import Service
from tests.support.statements import statements_of
from tests.web.conftest import Start
from workers.scheduler import LOCK

TOKEN = "sample-token-for-tests"
DOCKER = "172.18.0.5"


def figures(service: Service) -> dict[tuple[str, ...], float]:
    """Every figure by its name without "helpdesk_" and the values of its labels."""
    answer = service.client.get("/metrics")
    assert answer.status_code == 200
    return {_key(sample): sample.value for family in parse(answer.text) for sample in family.samples}


def _key(sample: Sample) -> tuple[str, ...]:
    return (sample.name.removeprefix("helpdesk_"), *sample.labels.values())


def written(service: Service, state: State = State.QUEUED, *, due_in: timedelta = timedelta()) -> None:
    """A message on the simulated phone's gateway, in this state."""
    now = service.clock.now()
    with service.engine.begin() as db:
        way = builders.gateway(db, "simulator", address="8888")
        message_id = post(db, builders.draft(way, due_at=now + due_in), now=now)
        db.execute(
            outbound_messages.update()
            .where(outbound_messages.c.id == message_id)
            .values(state=state.value, settled_at=None if state is State.QUEUED else now)
        )


def test_what_waits_is_told_with_since_when(service: Service) -> None:
    written(service)
    service.clock.advance(timedelta(minutes=10))
    written(service)
    written(service, due_in=timedelta(hours=3))
    service.clock.advance(timedelta(minutes=2))
    found = figures(service)
    assert found["messages_waiting", "simulator", "8888", "queued"] == 3
    assert found["messages_due", "simulator", "8888"] == 2
    assert found["message_oldest_due_seconds", "simulator", "8888"] == 12 * 60
    assert found["message_oldest_due_seconds", "twilio", service.runtime.house.gateways[0].address] == 0


def test_what_became_of_the_last_day_is_told_and_no_more(service: Service) -> None:
    for state in (State.DELIVERED, State.FAILED):
        written(service, state)
    service.clock.advance(timedelta(hours=23))
    for state in (State.DELIVERED, State.UNCERTAIN, State.UNCERTAIN):
        written(service, state)
    service.clock.advance(timedelta(hours=2))
    day = {key[3]: value for key, value in figures(service).items() if key[0] == "messages_last_day"}
    assert day == {"delivered": 1, "uncertain": 2}


def test_texts_are_told_by_what_was_understood_in_words_that_the_flows_bound(service: Service) -> None:
    service.text(RESIDENT.phone, "menu")
    for text in ("goi lai", "zzzz qqqq"):
        service.text(PROXY.phone, text)
    with service.engine.begin() as db:
        row = db.execute(sa.select(inbound_messages)).mappings().first()
        assert row is not None
        strange = {**row, "id": None, "provider_id": "strange", "understood": "whatever <b>"}
        db.execute(inbound_messages.insert().values({k: v for k, v in strange.items() if k != "id"}))
    understood = {key[1]: value for key, value in figures(service).items() if key[0] == "inbound_last_day"}
    assert sum(understood.values()) == 4
    assert understood["other"] == 1
    intents = {intent for flow in service.runtime.house.script.flows.values() for intent in flow.intents}
    assert set(understood) <= intents | {"answer", "other", "unknown", "fault"}


def test_tickets_reminders_and_places_are_told(service: Service) -> None:
    service.text(RESIDENT.phone, "goi lai")
    now = service.clock.now()
    with service.engine.begin() as db:
        where = builders.place(db, builders.commune(db, "Xã Thử"), "Bản Thử")
        day = local_date(now) + timedelta(days=6)
        made = builders.booking(db, builders.opening(db, where, day=day, capacity=12), now=now, people=4)
        builders.opening(db, where, day=day + timedelta(days=1), capacity=30)
        db.execute(reminders.delete())
        for number, hours in enumerate((-1, 5, 40)):
            at = now + timedelta(hours=hours)
            row = {
                "booking_id": made.id,
                "contact_id": made.contact_id,
                "commune_id": made.opening.commune_id,
            }
            times = {"due_at": at, "useful_until": at + timedelta(days=1), "kind": f"test {number}"}
            db.execute(reminders.insert().values(row | times | {"state": ReminderState.WAITING.value}))
            call = NewCall(
                commune_id=made.opening.commune_id,
                contact_id=made.contact_id or 0,
                booking_id=made.id,
                opening_id=made.opening.id,
                intent_key=f"test {number}",
                said="test",
                due_by=at,
            )
            open_call(db, call, now=now)
    service.clock.advance(timedelta(minutes=1))
    found = figures(service)
    assert (found["tickets_open", "callback"], found["tickets_open", "erasure"]) == (1, 0)
    assert found["ticket_oldest_seconds", "callback"] == 60
    # A later call about a booking takes the place of an earlier one.
    assert (found["calls_open", "in_time"], found["calls_open", "too_late"]) == (1, 0)
    assert (found["reminders_waiting", "overdue"], found["reminders_waiting", "within_a_day"]) == (1, 1)
    assert (found["places_taken", "Xã Thử"], found["places_capacity", "Xã Thử"]) == (4, 12)
    assert found["database_up",] == 1


def test_a_database_that_is_away_is_a_figure_and_no_error(plain: Service) -> None:
    with plain.engine.begin() as db:
        db.execute(sa.text("ALTER TABLE outbound_messages RENAME TO gone"))
    assert figures(plain) == {("redis_up",): 0, ("scheduler_up",): 0, ("database_up",): 0}


def test_redis_and_the_scheduler_are_told(
    start: Start, redis_server: EmbeddedRedis, redis_client: redis.Redis
) -> None:
    service = start(redis=redis_server)
    assert [figures(service)[name,] for name in ("redis_up", "scheduler_up")] == [1, 0]
    redis_client.set(LOCK, "somebody", px=15_000)
    assert [figures(service)[name,] for name in ("redis_up", "scheduler_up")] == [1, 1]


def status(service: Service, peer: str, **headers: str) -> int:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return service.client.get("/metrics", environ_base={"REMOTE_ADDR": peer}, headers=named).status_code


@pytest.mark.parametrize(
    ("peer", "expected"),
    [
        ("127.0.0.1", 200),
        ("::1", 200),
        (DOCKER, 200),
        ("::ffff:172.18.0.5", 200),
        ("::ffff:8.8.8.8", 403),
        ("8.8.8.8", 403),
        ("", 403),
    ],
)
def test_production_answers_its_own_network_only(
    start: Start, in_production: Settings, peer: str, expected: int
) -> None:
    assert status(start(settings=in_production), peer) == expected


@pytest.mark.parametrize("header", ["X_Forwarded_For", "X_Real_IP", "Forwarded", "Via"])
def test_in_production_what_came_through_the_web_server_in_front_comes_from_anywhere(
    start: Start, in_production: Settings, header: str
) -> None:
    assert status(start(settings=in_production), "127.0.0.1", **{header: "127.0.0.1"}) == 403


@pytest.mark.parametrize("peer", ["127.0.0.1", "8.8.8.8"])
@pytest.mark.parametrize("where", ["settings", "in_production"])
def test_with_a_token_only_who_shows_it_may_read(
    request: pytest.FixtureRequest, start: Start, peer: str, where: str
) -> None:
    service = start(settings=replace(request.getfixturevalue(where), metrics_token=TOKEN))
    assert status(service, peer, Authorization=f"Bearer {TOKEN}") == 200
    assert [status(service, peer), status(service, peer, Authorization="Bearer wrộng")] == [401, 401]


def test_in_development_it_is_open(plain: Service) -> None:
    assert status(plain, "8.8.8.8") == 200


def test_no_resident_is_in_it(plain: Service) -> None:
    plain.text(RESIDENT.phone, "goi lai")
    told = plain.client.get("/metrics").text
    assert (RESIDENT.phone[3:] in told, "goi lai" in told) == (False, False)


def test_a_scrape_looks_through_no_table_that_grows(plain: Service) -> None:
    """On SQLite, whose planner says the same whatever the size."""
    with statements_of(plain.engine) as seen:
        figures(plain)
    with plain.engine.connect() as db:
        plans = [_plan(db, statement) for statement in seen]
    growing = re.compile(r"SCAN (outbound_messages|inbound_messages|reminders|attempts|bookings)(?! USING)")
    assert [step for plan in plans for step in plan if growing.search(step)] == []


def _plan(db: sa.Connection, statement: str) -> list[str]:
    values = ("2026-12-01 00:00:00",) * statement.count("?")
    return [str(row[3]) for row in db.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)]


def test_who_waits_and_what_the_recount_found_are_figures(service: Service) -> None:
    now = service.clock.now()
    with service.engine.begin() as db:
        where = builders.place(db, builders.commune(db, "Xã Thử"))
        visit = builders.opening(db, where, day=local_date(now) + timedelta(days=7), capacity=2)
        for who, persons in ((RESIDENT, 2), (PROXY, 3)):
            waiting = join(
                db,
                builders.persons(persons),
                contact_id=builders.contact(db, who, now=now).id,
                commune_id=visit.commune_id,
                place_id=visit.place_id,
                opening=visit,
                now=now,
            )
            assert waiting is not None
            make_offer(db, waiting, visit.id, now=now)
        db.execute(openings.update().where(openings.c.id == visit.id).values(taken=1))
    service.sweep("recount")
    found = figures(service)
    waits = {key[2]: value for key, value in found.items() if key[0] == "waiting_list_persons"}
    assert waits == {"waiting": 3, "offered": 2}
    assert (found["recount_differences",], found["recount_age_seconds",]) == (1, 0)
