"""What a commune says of single days, as a table: festivals, floods, landslides, working days that were swapped."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from helpdesk.places.communes import Commune, all_communes, commune_called
from helpdesk.places.imported import Imported, Progress, unseen
from helpdesk.places.tables import closed_days
from helpdesk.spreadsheets.cells import day, yes_no
from helpdesk.spreadsheets.columns import Column
from helpdesk.spreadsheets.faults import Fault, TableFaults
from helpdesk.spreadsheets.reading import Line, read_table
from helpdesk.store.upsert import upsert

CLOSED_DAY_COLUMNS = (
    Column("commune", "Xã", ("commune",), "code or name of a commune that was added"),
    Column("day", "Ngày", ("date", "day"), "2026-12-02 or 2/12/2026", read=day),
    Column("reason", "Lý do", ("reason",), "festival, flood, landslide, swapped working day"),
    Column(
        "works",
        "Làm việc",
        ("works",),
        "có (yes): offices work that day, although it is a holiday or a weekend",
        read=yes_no,
        may_be_empty=True,
        empty=False,
    ),
)


@dataclass(frozen=True, slots=True)
class ClosedDayRow:
    """A row of the table."""

    commune: str
    day: date
    reason: str
    works: bool | None = None


def closed_day_rows(db: sa.Connection) -> Iterator[dict[str, Any]]:
    """Every closed day as a row of CLOSED_DAY_COLUMNS, by commune and day."""
    codes = {commune.id: commune.code for commune in all_communes(db)}
    c = closed_days.c
    for commune_id, closed, reason, works in db.execute(
        sa.select(c.commune_id, c.day, c.reason, c.works).order_by(c.commune_id, c.day)
    ):
        yield {"commune": codes[commune_id], "day": closed, "reason": reason, "works": works}


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
        (row.commune_id, row.day): (row.reason, row.works)
        for row in db.execute(sa.select(closed_days).where(c.commune_id.in_(communes)).order_by(c.day))
    }
    done = Imported()
    for (commune_id, closed), (commune, said) in progress(wanted.items()):
        name = f"{closed.isoformat()} {commune.name}"
        if known.get((commune_id, closed)) == said:
            done.unchanged += 1
            continue
        (done.changed if (commune_id, closed) in known else done.added).append(name)
        say_of(db, commune_id, closed, reason=said[0], works=said[1])
    done.missing = [f"{closed} {communes[at].name}" for at, closed in known if (at, closed) not in wanted]
    return done


def _wanted(
    lines: Sequence[Line[ClosedDayRow]], communes: Sequence[Commune]
) -> dict[tuple[int, date], tuple[Commune, tuple[str, bool]]]:
    faults: list[Fault] = []
    wanted: dict[tuple[int, date], tuple[Commune, tuple[str, bool]]] = {}
    for line in lines:
        row = line.value
        commune = commune_called(row.commune, communes)
        if commune is None:
            known = ", ".join(one.code for one in communes) or "none"
            faults.append(Fault(line.row, "Xã", f"there is no commune '{row.commune}'; known: {known}"))
        elif (commune.id, row.day) in wanted:
            faults.append(Fault(line.row, "Ngày", f"{row.day} of {commune.name} stands there twice"))
        else:
            wanted[commune.id, row.day] = commune, (row.reason, bool(row.works))
    if faults:
        raise TableFaults(faults)
    return wanted


def say_of(db: sa.Connection, commune_id: int, day: date, *, reason: str, works: bool) -> None:
    """Keep what the commune says of a day, in place of what it said before: closed, or worked after all."""
    row = {"commune_id": commune_id, "day": day, "reason": reason, "works": works}
    upsert(db, closed_days, row, key=("commune_id", "day"), update=("reason", "works"))


def open_again(db: sa.Connection, commune_id: int, closed: date) -> bool:
    """Take back what the commune said of a day; False where it said nothing."""
    own = (closed_days.c.commune_id == commune_id) & (closed_days.c.day == closed)
    return db.execute(closed_days.delete().where(own)).rowcount == 1
