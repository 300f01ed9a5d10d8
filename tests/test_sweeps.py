"""helpdesk/sweeps.py: a sweep costs what is due, and not what there is.

Counted in steps of SQLite's virtual machine, which are the same on every computer.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from helpdesk.booking.tables import bookings, openings, reminders
from helpdesk.clock import FixedClock
from helpdesk.conversation.tables import conversations
from helpdesk.messaging.tables import gateways, outbound_messages
from helpdesk.people.tables import contacts
from helpdesk.places.tables import places
from helpdesk.store.engine import open_database
from helpdesk.sweeps import SWEEPS
from tests.support.run import Run
from tests.support.service import Service, open_service
from tests.support.sqlite import migrated_file

FEW, MANY = 100, 5_000


@contextmanager
def _steps(engine: sa.Engine) -> Iterator[list[int]]:
    """The steps taken meanwhile, in tens."""
    taken = [0]

    def count() -> int:
        taken[0] += 1
        return 0

    def watch(connection: Any, *_rest: Any) -> None:
        connection.set_progress_handler(count, 10)

    sa.event.listen(engine, "checkout", watch)
    try:
        yield taken
    finally:
        sa.event.remove(engine, "checkout", watch)


def _fill(service: Service, size: int) -> None:
    """So many residents with a booking in months, reminders and answers behind them, and a question open today."""
    now, later = service.clock.now(), service.clock.now() + timedelta(days=90)
    edition = service.runtime.house.script.edition
    with service.engine.begin() as db:
        place = db.execute(sa.select(places)).first()
        assert place is not None
        gateway_id = db.execute(sa.select(gateways.c.id)).scalar()
        where = {"commune_id": place.commune_id, "place_id": place.id, "capacity": 0, "taken": 0}
        times = {"day": later.date(), "starts_at": later, "ends_at": later + timedelta(hours=3)}
        new = openings.insert().values({**where, **times}).returning(openings.c.id)
        opening_id = db.execute(new).scalar_one()
        numbers = range(1, size + 1)
        db.execute(contacts.insert(), [_contact(n, now) for n in numbers])
        db.execute(bookings.insert(), [_booking(n, place.commune_id, opening_id, now) for n in numbers])
        for kind, due_at, state in (("old", now - timedelta(days=9), "sent"), ("new", later, "waiting")):
            rows = [_reminder(n, place.commune_id, kind, due_at, state) for n in numbers]
            db.execute(reminders.insert(), rows)
        db.execute(outbound_messages.insert(), [_message(n, gateway_id, now) for n in numbers])
        db.execute(conversations.insert(), [_conversation(n, edition, now) for n in numbers])
    with service.engine.begin() as db:
        db.exec_driver_sql("ANALYZE")


def _contact(n: int, now: datetime) -> dict[str, Any]:
    return {"id": n, "address": f"+8491{n:07}", "created_at": now, "last_seen_at": now}


def _booking(n: int, commune_id: int, opening_id: int, now: datetime) -> dict[str, Any]:
    row = {"id": n, "commune_id": commune_id, "opening_id": opening_id, "contact_id": n, "party": 1}
    return {**row, "code": str(n), "state": "booked", "made_at": now, "changed_at": now}


def _reminder(n: int, commune_id: int, kind: str, due_at: datetime, state: str) -> dict[str, Any]:
    row = {"booking_id": n, "contact_id": n, "commune_id": commune_id, "kind": kind, "state": state}
    return {**row, "due_at": due_at, "useful_until": due_at + timedelta(days=1)}


def _message(n: int, gateway_id: int | None, now: datetime) -> dict[str, Any]:
    row = {"intent_key": f"old:{n}", "kind": "reply", "gateway_id": gateway_id, "contact_id": n, "text": "-"}
    state = {"recipient": f"+8491{n:07}", "encoding": "GSM-7", "segments": 1, "state": "sent", "priority": 0}
    at = now - timedelta(days=2)
    return {**row, **state, "due_at": at, "created_at": at, "settled_at": at}


def _conversation(n: int, edition: str, now: datetime) -> dict[str, Any]:
    state = {
        "version": 1,
        "flow": "menu",
        "step": "menu",
        "answers": {},
        "tries": 0,
        "trail": [],
        "below": [],
    }
    row = {"contact_id": n, "edition": edition, "flow": "menu", "step": "menu", "not_understood": 0}
    return {**row, "state": state, "asked_at": now, "changed_at": now}


def _costs(service: Service) -> dict[str, int]:
    """What each sweep costs the second time, when there is nothing left to be done."""
    costs = {}
    for name in SWEEPS:
        service.sweep(name)
        with _steps(service.engine) as taken:
            service.sweep(name)
        costs[name] = taken[0]
    return costs


def test_a_sweep_over_thousands_costs_what_one_over_a_hundred_does(
    run: Run, tmp_path: Path, clock: FixedClock
) -> None:
    costs = []
    for size in (FEW, MANY):
        engine = open_database(migrated_file(run, tmp_path / f"{size}.db"))
        service = open_service(engine, clock, officials=False)
        _fill(service, size)
        costs.append(_costs(service))
        service.close()
        engine.dispose()
    few, many = costs
    assert {name: (few[name], many[name]) for name in SWEEPS if many[name] > 2 * few[name] + 10} == {}
