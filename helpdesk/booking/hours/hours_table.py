"""Office hours as a table: the whole week of each commune that stands in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import time
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from helpdesk.booking.hours.office_hours import (
    LONGEST_MINUTES,
    MOST_PERSONS,
    HalfDay,
    add,
    half_days,
    minutes,
    overlap,
    take_away,
)
from helpdesk.booking.importing.opening_table import CAPACITY, CLOSES, KIT, OPENS, SERVICES
from helpdesk.booking.services import Service, needs_kit, unless_named
from helpdesk.places.communes import Commune, Place, all_communes, centres, commune_called
from helpdesk.places.imported import Imported, Progress, unseen
from helpdesk.spreadsheets.cells import Cell, one_of
from helpdesk.spreadsheets.columns import Column
from helpdesk.spreadsheets.faults import Fault, TableFaults
from helpdesk.spreadsheets.reading import Line, Table, read_partly
from helpdesk.text.folding import matching_key

WEEKDAYS = ("thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật")
_ENGLISH = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORT = ("2", "3", "4", "5", "6", "7", "cn")
_WORDS = {
    word: weekday for words in (WEEKDAYS, _ENGLISH, _SHORT) for weekday, word in enumerate(words, start=1)
}
_read_weekday = one_of(_WORDS)


def weekday(cell: Cell) -> int:
    """An ISO weekday, Monday being 1: "thứ hai", "Monday", or 2 as Vietnamese number it."""
    return int(_read_weekday(cell))


HOURS_COLUMNS = (
    Column("commune", "Xã", ("commune",), "code or name of a commune that was added"),
    Column("weekday", "Thứ", ("weekday",), "thứ hai (Monday) to chủ nhật (Sunday), or 2 to 7 and CN", read=weekday),
    OPENS,
    CLOSES,
    CAPACITY,
    KIT,
    SERVICES,
    Column("place", "Nơi", ("place",), "code or name of the centre, where a commune has several", may_be_empty=True),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class HoursRow:
    """A row of the table."""

    commune: str
    weekday: int
    opens: time
    closes: time
    capacity: int
    kit: bool
    services: tuple[Service, ...] | None
    place: str | None


def hours_rows(db: sa.Connection) -> Iterator[dict[str, Any]]:
    """All office hours as rows of HOURS_COLUMNS."""
    codes = {commune.id: commune.code for commune in all_communes(db)}
    places = {place.id: place.code for place in centres(db)}
    for half in half_days(db):
        yield {
            "commune": codes[half.commune_id],
            "weekday": WEEKDAYS[half.weekday - 1],
            "opens": f"{half.opens:%H:%M}",
            "closes": f"{half.closes:%H:%M}",
            "capacity": half.capacity,
            "kit": half.finishes_level2,
            "services": [service.value for service in half.services],
            "place": places.get(half.place_id),
        }


def read_hours(path: Path) -> Table[HoursRow]:
    """The rows of a file, with the faults of its cells. Raises TableFaults for a file that cannot be read at all."""
    return read_partly(path, HOURS_COLUMNS, HoursRow)


def load_hours(db: sa.Connection, table: Table[HoursRow], progress: Progress[Any] = unseen) -> Imported:
    """Write the rows: of each commune that stands in the table they are the whole week, and the rest of it goes.

    Raises TableFaults, with nothing written: the faults of cells and of what the rows mean, all at once.
    """
    wanted = _wanted(table, all_communes(db), centres(db))
    communes = {half.commune_id for half, _ in wanted}
    known = {_key(half): half for half in half_days(db) if half.commune_id in communes}
    done = Imported()
    keys = {_key(half) for half, _ in wanted}
    for key, half in known.items():
        if key not in keys:
            take_away(db, half.id, commune_id=half.commune_id)
            done.changed.append(f"{called(half)}: taken away")
    for half, _ in progress(wanted):
        there = known.get(_key(half))
        if there is not None and replace(there, id=0) == half:
            done.unchanged += 1
            continue
        (done.changed if there else done.added).append(called(half))
        add(db, half)
    return done


def called(half: HalfDay) -> str:
    """A half day as a person says it: "thứ hai 07:30-11:30 Thượng Trạch"."""
    return f"{WEEKDAYS[half.weekday - 1]} {half.opens:%H:%M}-{half.closes:%H:%M} {half.place_name}"


def _key(half: HalfDay) -> tuple[int, int, time]:
    return half.place_id, half.weekday, half.opens


def _wanted(
    table: Table[HoursRow], communes: Sequence[Commune], known: Sequence[Place]
) -> list[tuple[HalfDay, int]]:
    """The half days that the rows mean, each with the number of its row."""
    found: list[tuple[HalfDay, int]] = []
    faults = list(table.faults)
    for line in table.lines:
        row = line.value
        commune = commune_called(row.commune, communes)
        if commune is None:
            codes = ", ".join(one.code for one in communes) or "none"
            faults.append(Fault(line.row, "Xã", f"there is no commune '{row.commune}'; known: {codes}"))
            continue
        faults += _of_words(line)
        own = [place for place in known if place.commune_id == commune.id and _meant(row.place, place)]
        if len(own) != 1:
            why = (
                "write which centre" if own else f"{commune.name} has no such centre (helpdesk places import)"
            )
            faults.append(Fault(line.row, "Nơi", why))
            continue
        half = _half_day(row, own[0])
        first = next((number for other, number in found if overlap(half, other)), None)
        if first is not None:
            faults.append(Fault(line.row, "Từ", f"the centre is open then already, by row {first}"))
        found.append((half, line.row))
    if faults:
        raise TableFaults(faults)
    return found


def _meant(word: str | None, place: Place) -> bool:
    return word is None or matching_key(word) in (matching_key(place.code), matching_key(place.name))


def _half_day(row: HoursRow, place: Place) -> HalfDay:
    return HalfDay(
        place.commune_id,
        place.id,
        row.weekday,
        row.opens,
        row.closes,
        row.capacity,
        unless_named(row.services or (), finishes_level2=row.kit),
        row.kit,
        place.name,
    )


def _of_words(line: Line[HoursRow]) -> Iterator[Fault]:
    row = line.value
    if row.opens >= row.closes:
        yield Fault(line.row, "Đến", "it must end after it begins")
    elif minutes(row.closes) - minutes(row.opens) > LONGEST_MINUTES:
        yield Fault(line.row, "Đến", "write morning and afternoon as two rows, with the break between them")
    if not 1 <= row.capacity <= MOST_PERSONS:
        yield Fault(line.row, "Số người", f"it needs room for 1 to {MOST_PERSONS} persons")
    if row.services and needs_kit(row.services) != row.kit:
        why = "name level 2, or leave the cell empty" if row.kit else "level 2 takes an officer with the kit"
        yield Fault(line.row, "Dịch vụ", why)
