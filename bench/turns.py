"""Whole signed Twilio turns against the bare view: same server, store and concurrency, in one run."""

import copy
import statistics
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import sqlalchemy as sa

from bench.load import Result, drive
from bench.requests import signed
from bench.servers import free_port, serving
from helpdesk.booking import sample as sample_openings
from helpdesk.booking.tables import openings
from helpdesk.clock import local_date
from helpdesk.conversation.tables import conversations
from helpdesk.conversation.turn import Arrival, receive
from helpdesk.people.tables import contacts
from helpdesk.places import sample as sample_places
from helpdesk.runtime import open_runtime
from helpdesk.settings import Settings
from helpdesk.store.engine import open_database
from helpdesk.store.migrate import upgrade

REQUESTS = 1200
ROUNDS = 3
CONNECTIONS = 16
PROCESSES = 1


@dataclass(frozen=True)
class Figures:
    """The median round of one kind of turn."""

    name: str
    result: Result


def measure(database_url: str | None = None) -> list[Figures]:
    """Bare view, menu turn, booking turn: rounds in turn, the median round of each by requests per second."""
    with TemporaryDirectory() as folder:
        data = Path(folder)
        url = database_url or f"sqlite:///{data / 'bench.db'}"
        prepare(url)
        ports = {"bare_app": free_port(), "helpdesk_app": free_port()}
        kinds: list[tuple[str, str, Callable[[int, int], list[bytes]]]] = [
            ("bare view", "bare_app", _menus),
            ("menu turn", "helpdesk_app", _menus),
            ("booking turn", "helpdesk_app", _yeses),
        ]
        found: dict[str, list[Result]] = {name: [] for name, _, _ in kinds}
        for number in range(ROUNDS):
            for name, factory, requests in kinds:
                if requests is _yeses:
                    seed_confirmations(url, number)
                port = ports[factory]
                with serving(factory, port, url, data, processes=PROCESSES):
                    drive(
                        port,
                        [signed(port, sid=_sid(), sender="+84900000000", body="menu") for _ in range(200)],
                        connections=CONNECTIONS,
                    )
                    found[name].append(drive(port, requests(port, number), connections=CONNECTIONS))
    return [Figures(name, _median(results)) for name, results in found.items()]


_last_sid = 0


def _sid() -> int:
    global _last_sid
    _last_sid += 1
    return _last_sid


def _phone(number: int, at: int) -> str:
    return f"+8491{number}{at:06d}"


def _menus(port: int, number: int) -> list[bytes]:
    return [signed(port, sid=_sid(), sender=_phone(number, at), body="menu") for at in range(REQUESTS)]


def _yeses(port: int, number: int) -> list[bytes]:
    return [signed(port, sid=_sid(), sender=_phone(number + 5, at), body="1") for at in range(REQUESTS)]


def prepare(url: str) -> None:
    """A migrated database with the sample communes and one opening that has room for all."""
    engine = open_database(url)
    upgrade(engine)
    with engine.begin() as db:
        sample_places.load(db)
        sample_openings.load(db, today=local_date(datetime.now(UTC)))
        db.execute(openings.update().values(capacity=30000))
    engine.dispose()


def seed_confirmations(url: str, number: int) -> None:
    """REQUESTS contacts who have been asked to confirm, copied from one who was asked for real."""
    settings = Settings(database_url=url)
    runtime = open_runtime(settings)
    model = f"+8490999000{number}"
    for nth, text in enumerate(("DAT", "1", "1", "Ho Van A 1985")):
        arrival = Arrival(
            "simulator", f"seed-{number}-{nth}", runtime.gateway("simulator", ""), model, text, True
        )
        with runtime.transaction(nudge=False) as db:
            receive(db, arrival, runtime.house)
    now = datetime.now(UTC)
    with runtime.transaction(nudge=False) as db:
        row = (
            db.execute(sa.select(conversations).join(contacts).where(contacts.c.address == model))
            .one()
            ._mapping
        )
        people = [
            {
                "address": _phone(number + 5, at),
                "language": "vi",
                "accents": False,
                "reach": "text",
                "created_at": now,
                "last_seen_at": now - timedelta(days=1),
            }
            for at in range(REQUESTS)
        ]
        ids = db.execute(contacts.insert().returning(contacts.c.id), people).scalars().all()
        db.execute(
            conversations.insert(), [{**copy.copy(dict(row)), "contact_id": contact_id} for contact_id in ids]
        )
    runtime.close()


def _median(results: list[Result]) -> Result:
    middle = statistics.median_low(result.per_second for result in results)
    return next(result for result in results if result.per_second == middle)
