"""Openings as a table: what the commune has planned, from a spreadsheet and for one."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from helpdesk.booking.openings import COLUMNS, SOURCE, as_opening
from helpdesk.booking.services import LABELS, Service, service_called
from helpdesk.booking.states import OpeningState
from helpdesk.booking.tables import openings
from helpdesk.clock import local
from helpdesk.people.tables import teams
from helpdesk.places.tables import places
from helpdesk.spreadsheets.cells import Cell, day, list_of_words, number, time_of_day, yes_no
from helpdesk.spreadsheets.columns import Column
from helpdesk.spreadsheets.faults import CellFault
from helpdesk.spreadsheets.reading import Table, read_partly

SERVICE_IDS = ", ".join(service.value for service in LABELS)


def services(cell: Cell) -> tuple[Service, ...]:
    """Services by id or name, separated by "|"."""
    found = []
    for word in list_of_words(cell):
        service = service_called(word)
        if service is None:
            raise CellFault(f"'{word}' is no service; known: {SERVICE_IDS}")
        found.append(service)
    return tuple(found)


SERVICES = Column(
    "services",
    "Dịch vụ",
    ("services",),
    f"{SERVICE_IDS}, separated by |; empty: what is usual with or without the kit",
    read=services,
    may_be_empty=True,
    empty=(),
)
KIT = Column(
    "kit", "Bộ sinh trắc", ("kit",), "có (yes) where an officer with the biometric kit comes", read=yes_no
)
CAPACITY = Column("capacity", "Số người", ("capacity",), "for how many persons", read=number)
OPENS = Column("opens", "Từ", ("from",), "7:30 or 7h30", read=time_of_day)
CLOSES = Column("closes", "Đến", ("to",), "11:00 or 11h", read=time_of_day)

OPENING_COLUMNS = (
    Column("day", "Ngày", ("date", "day"), "2026-12-02 or 2/12/2026", read=day),
    Column("place", "Nơi", ("place",), "code or name of a place; the code where two have one name"),
    OPENS,
    CLOSES,
    CAPACITY,
    KIT,
    SERVICES,
    Column(
        "team", "Đội", ("team",), "the team that comes; made with `officials add --team`", may_be_empty=True
    ),
)


@dataclass(frozen=True, slots=True)
class OpeningRow:
    """A row of the table: commune time, persons. `services` and `team` are None where there is no such column."""

    day: date
    place: str
    opens: time
    closes: time
    capacity: int
    kit: bool
    services: tuple[Service, ...] | None
    team: str | None


def opening_rows(db: sa.Connection, *, first: date) -> Iterator[dict[str, Any]]:
    """The openings that take place from a day on, as rows of OPENING_COLUMNS."""
    o = openings.c
    query = (
        sa.select(places.c.code, teams.c.name, *COLUMNS)
        .select_from(SOURCE.outerjoin(teams, teams.c.id == o.team_id))
        .where(o.day >= first, o.state == OpeningState.OPEN.value)
        .order_by(o.starts_at, o.id)
    )
    for code, team, *values in db.execute(query):
        opening = as_opening(values)
        yield {
            "day": opening.day,
            "place": code,
            "opens": f"{local(opening.starts_at):%H:%M}",
            "closes": f"{local(opening.ends_at):%H:%M}",
            "capacity": opening.capacity,
            "kit": opening.finishes_level2,
            "services": [service.value for service in opening.services],
            "team": team,
        }


def read_openings(path: Path) -> Table[OpeningRow]:
    """The rows of a file, with the faults of its cells. Raises TableFaults where there is nothing to go by."""
    return read_partly(path, OPENING_COLUMNS, OpeningRow)
