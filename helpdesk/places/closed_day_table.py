"""Closed days as a table: festivals, floods, landslides, and working days the government swapped."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from helpdesk.places.communes import Commune, all_communes, commune_called
from helpdesk.places.imported import Imported, Progress, unseen
from helpdesk.places.tables import closed_days
from helpdesk.spreadsheets.cells import day
from helpdesk.spreadsheets.columns import Column
from helpdesk.spreadsheets.faults import Fault, TableFaults
from helpdesk.spreadsheets.reading import Line, read_table

CLOSED_DAY_COLUMNS = (
    Column("commune", "Xã", ("commune",), "code or name of a commune that was added"),
    Column("day", "Ngày", ("date", "day"), "2026-12-02 or 2/12/2026", read=day),
    Column("reason", "Lý do", ("reason",), "festival, flood, landslide, swapped working day"),
)


@dataclass(frozen=True, slots=True)
class ClosedDayRow:
    """A row of the table."""

    commune: str
    day: date
    reason: str


def closed_day_rows(db: sa.Connection) -> Iterator[dict[str, Any]]:
    """Every closed day as a row of CLOSED_DAY_COLUMNS, by commune and day."""
    codes = {commune.id: commune.code for commune in all_communes(db)}
    c = closed_days.c
    for commune_id, closed, reason in db.execute(
        sa.select(c.commune_id, c.day, c.reason).order_by(c.commune_id, c.day)
    ):
        yield {"commune": codes[commune_id], "day": closed, "reason": reason}


def read_closed_days(path: Path) -> list[Line[ClosedDayRow]]:
    """The rows of a file. Raises TableFaults."""
    return read_table(path, CLOSED_DAY_COLUMNS, ClosedDayRow)


def load_closed_days(
    db: sa.Connection, lines: Sequence[Line[ClosedDayRow]], progress: Progress[Any] = unseen
) -> Imported:
    """Write the rows: a day is added, or gets another reason; none is taken away.

    Raises TableFaults, with nothing written.
    """
    c = closed_days.c
    wanted = _wanted(lines, all_communes(db))
    communes = {commune.id: commune for commune, _ in wanted.values()}
    known = {
        (row.commune_id, row.day): row.reason
        for row in db.execute(sa.select(closed_days).where(c.commune_id.in_(communes)).order_by(c.day))
    }
    done = Imported()
    for (commune_id, closed), (commune, reason) in progress(wanted.items()):
        name = f"{closed.isoformat()} {commune.name}"
        if known.get((commune_id, closed)) == reason:
            done.unchanged += 1
        elif (commune_id, closed) in known:
            own = (c.commune_id == commune_id) & (c.day == closed)
            db.execute(closed_days.update().where(own).values(reason=reason))
            done.changed.append(name)
        else:
            db.execute(closed_days.insert().values(commune_id=commune_id, day=closed, reason=reason))
            done.added.append(name)
    done.missing = [f"{closed} {communes[at].name}" for at, closed in known if (at, closed) not in wanted]
    return done


def _wanted(
    lines: Sequence[Line[ClosedDayRow]], communes: Sequence[Commune]
) -> dict[tuple[int, date], tuple[Commune, str]]:
    faults: list[Fault] = []
    wanted: dict[tuple[int, date], tuple[Commune, str]] = {}
    for line in lines:
        row = line.value
        commune = commune_called(row.commune, communes)
        if commune is None:
            known = ", ".join(one.code for one in communes) or "none"
            faults.append(Fault(line.row, "Xã", f"there is no commune '{row.commune}'; known: {known}"))
        elif (commune.id, row.day) in wanted:
            faults.append(Fault(line.row, "Ngày", f"{row.day} of {commune.name} stands there twice"))
        else:
            wanted[commune.id, row.day] = commune, row.reason
    if faults:
        raise TableFaults(faults)
    return wanted


def open_again(db: sa.Connection, commune_id: int, closed: date) -> bool:
    """Take a closed day away; False where it was none."""
    own = (closed_days.c.commune_id == commune_id) & (closed_days.c.day == closed)
    return db.execute(closed_days.delete().where(own)).rowcount == 1
