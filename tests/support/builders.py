"""Small worlds for tests: a commune, its places and openings, and people with fixed names.

Each builder takes an open transaction and writes what a test has not said with plain defaults.
"""

import secrets
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

import sqlalchemy as sa

from helpdesk.booking import changes, openings
from helpdesk.booking.bookings import Booking
from helpdesk.booking.openings import Opening
from helpdesk.booking.states import OpeningState
from helpdesk.booking.tables import openings as openings_table
from helpdesk.clock import at_local, local_date
from helpdesk.messaging import gateways
from helpdesk.messaging.gateways import Gateway
from helpdesk.messaging.outbox import Draft
from helpdesk.messaging.states import Kind
from helpdesk.messaging.tables import gateways as gateways_table
from helpdesk.people import contacts, officials
from helpdesk.people.contacts import Contact
from helpdesk.people.tables import Role
from helpdesk.places import sample as sample_places
from helpdesk.places.communes import Place, places_by_id
from helpdesk.places.tables import PlaceKind, communes, places
from helpdesk.settings import Timetable


@dataclass(frozen=True, slots=True)
class Someone:
    """A human of the tests, all invented, with the phone she uses."""

    name: str
    phone: str


RESIDENT = Someone("Hồ Thị Mai", "+84912345601")
"""72, cannot read, rings once."""

PROXY = Someone("Hồ Văn Đoàn", "+84912345602")
"""Village head; books for nine neighbours from one phone."""

LEADER = Someone("Đinh Văn Phước", "+84912345603")
"""Leads the mobile team; on a motorbike, SMS only."""

OFFICER = Someone("Nguyễn Thị Hạnh", "+84912345604")
"""At a desk in the commune of the resident."""

STRANGER = Someone("Trần Văn Lực", "+84912345605")
"""Officer of another commune, who must see nothing."""


def commune(db: sa.Connection, name: str = "Thượng Trạch") -> int:
    """A commune; its id."""
    row = {"code": sample_places.code_of(name), "name": name, "sample": False}
    return int(db.execute(communes.insert().values(row).returning(communes.c.id)).scalar_one())


def place(
    db: sa.Connection, commune_id: int, name: str = "Cà Roòng 1", *, kind: PlaceKind = PlaceKind.VILLAGE
) -> Place:
    """A village, or a centre."""
    row = {
        "commune_id": commune_id,
        "code": sample_places.code_of(f"{kind.value} {name}"),
        "kind": kind.value,
        "name": name,
        "aliases": [],
        "sample": False,
    }
    made = db.execute(places.insert().values(row).returning(places.c.id)).scalar_one()
    return places_by_id(db, [made])[0]


def opening(
    db: sa.Connection,
    where: Place,
    *,
    day: date,
    at: time = time(7, 30),
    capacity: int = 20,
    finishes: bool = True,
) -> Opening:
    """Three and a half hours on `day` from `at`, commune time."""
    row = {
        "commune_id": where.commune_id,
        "place_id": where.id,
        "day": day,
        "starts_at": at_local(day, at),
        "ends_at": at_local(day, at) + timedelta(hours=3, minutes=30),
        "capacity": capacity,
        "taken": 0,
        "finishes_level2": finishes,
        "state": OpeningState.OPEN.value,
        "sample": False,
    }
    made = db.execute(openings_table.insert().values(row).returning(openings_table.c.id)).scalar_one()
    return openings.opening(db, made)


def some_opening(db: sa.Connection, *, now: datetime, days: int = 7, capacity: int = 20) -> Opening:
    """An opening in a village of a commune of its own, so many days from now."""
    return opening(db, place(db, commune(db)), day=local_date(now) + timedelta(days=days), capacity=capacity)


def contact(db: sa.Connection, who: Someone = RESIDENT, *, now: datetime) -> Contact:
    """The contact of someone's phone."""
    return contacts.meet(db, who.phone, now=now)


def persons(count: int) -> list[tuple[str, int | None]]:
    """So many neighbours: name and birth year."""
    return [(f"Hồ Văn {number}", 1950 + number) for number in range(count)]


def booking(
    db: sa.Connection,
    into: Opening,
    *,
    now: datetime,
    contact_id: int | None = None,
    people: int = 1,
    timetable: Timetable | None = None,
) -> Booking:
    """A booking for so many people, by the resident unless another contact is named."""
    made = changes.book(
        db,
        into,
        persons(people),
        contact_id=contact_id or contact(db, now=now).id,
        now=now,
        timetable=timetable or Timetable(),
    )
    assert made is not None, "the opening has no room for that many"
    return made


def gateway(db: sa.Connection, channel: str = "twilio", *, address: str = "+15005550006") -> Gateway:
    """A gateway that serves every commune, and is never too slow for a test about something else."""
    gateways.ensure(db, channel=channel, address=address)
    db.execute(gateways_table.update().values(pace_per_minute=60_000))
    return next(way for way in gateways.active(db) if (way.channel, way.address) == (channel, address))


def draft(way: Gateway, text: str = "Chao ba con", *, kind: Kind = Kind.REPLY, due_at: datetime) -> Draft:
    """A message to the resident, under an intent of its own."""
    return Draft(
        intent_key=secrets.token_hex(8),
        kind=kind,
        gateway_id=way.id,
        recipient=RESIDENT.phone,
        text=text,
        due_at=due_at,
    )


def officer(db: sa.Connection, commune_id: int, who: Someone = OFFICER, *, now: datetime) -> int:
    """Someone as an officer of a commune; the official's id."""
    added, _password = officials.add(
        db,
        phone=who.phone,
        name=who.name,
        role=Role.OFFICER,
        commune_id=commune_id,
        team_id=None,
        now=now,
    )
    return added.id
