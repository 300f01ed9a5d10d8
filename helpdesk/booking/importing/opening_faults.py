"""What speaks against a row of a table of openings: its own words, the calendar, and who is booked."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from helpdesk.booking.horizon import MOST_DAYS_AHEAD, last_day, too_far
from helpdesk.booking.hours.office_hours import MOST_PERSONS
from helpdesk.booking.importing.opening_table import OpeningRow
from helpdesk.booking.openings import Opening
from helpdesk.booking.services import needs_kit
from helpdesk.booking.states import OpeningState
from helpdesk.clock import local, local_date
from helpdesk.places.closed_days import closures
from helpdesk.places.communes import Place
from helpdesk.spreadsheets.faults import Fault
from helpdesk.spreadsheets.reading import Line


@dataclass(frozen=True, slots=True)
class Standing:
    """An opening that stands, and whether the calendar took it back."""

    opening: Opening
    taken_back: bool


@dataclass(slots=True)
class Wanted:
    """A row, the place it names, what it says of the opening, and the opening that it is already."""

    line: Line[OpeningRow]
    place: Place
    starts_at: datetime
    ends_at: datetime
    values: dict[str, Any]
    there: Standing | None = None

    @property
    def name(self) -> str:
        """As a person would say it."""
        return f"{self.line.value.day} {self.place.name} {local(self.starts_at):%H:%M}-{local(self.ends_at):%H:%M}"


def stands(one: Standing) -> bool:
    """Whether it takes place; one that is being called off or put off may be undone."""
    return one.opening.state is not OpeningState.CANCELLED


def at_once(one: Wanted, other: Opening) -> bool:
    """Whether a row would have the place of an opening open while that one is."""
    return one.place.id == other.place_id and one.starts_at < other.ends_at and other.starts_at < one.ends_at


def faults_of(
    db: sa.Connection, wanted: Sequence[Wanted], there: Sequence[Standing], *, now: datetime
) -> Iterator[Fault]:
    """Every fault of every row. `there` is what stands at these places on these days."""
    days: dict[int, set[date]] = {}
    for one in wanted:
        days.setdefault(one.place.commune_id, set()).add(one.line.value.day)
    closed = {commune_id: closures(db, commune_id, own) for commune_id, own in days.items()}
    named = {one.there.opening.id for one in wanted if one.there is not None}
    unnamed = by_place_and_day([other for other in there if other.opening.id not in named])
    before: dict[tuple[int, date], list[Wanted]] = defaultdict(list)
    for one in wanted:
        row, number = one.line.value, one.line.row
        yield from faults_of_own_words(one.line)
        yield from _against_time(one, closed[one.place.commune_id], now=now)
        if row.opens >= row.closes:
            continue
        where = one.place.id, row.day
        yield from _against_bookings(one, unnamed[where])
        first = next((other for other in before[where] if _same_time(one, other)), None)
        before[where].append(one)
        if first is not None:
            yield Fault(number, "Từ", f"the place is open then already, by row {first.line.row}")


def by_place_and_day(there: Sequence[Standing]) -> Mapping[tuple[int, date], list[Standing]]:
    """Openings by the id of their place and their day, for no opening goes on past midnight."""
    found: dict[tuple[int, date], list[Standing]] = defaultdict(list)
    for one in there:
        found[one.opening.place_id, one.opening.day].append(one)
    return found


def faults_of_own_words(line: Line[OpeningRow]) -> Iterator[Fault]:
    """What a row says against itself, wherever it is."""
    row = line.value
    yield from _of_numbers(line.row, {"opens": row.opens, "closes": row.closes, "capacity": row.capacity})
    if row.services and needs_kit(row.services) and not row.kit:
        yield Fault(line.row, "Dịch vụ", "level 2 takes an officer with the kit")
    elif row.services and row.kit and not needs_kit(row.services):
        yield Fault(line.row, "Dịch vụ", "with the kit level 2 is possible: name it, or leave the cell empty")


def faults_of_part(part: Line[dict[str, Any]], *, now: datetime) -> Iterator[Fault]:
    """What is wrong with the cells that could be read of a row in which another could not."""
    yield from _of_numbers(part.row, part.value)
    if "day" in part.value:
        yield from faults_of_day(part.row, part.value["day"], now=now)


def faults_of_day(number: int, day: date, *, now: datetime) -> Iterator[Fault]:
    """What is wrong with a day where it is not known which place it is of."""
    if day < local_date(now):
        yield Fault(number, "Ngày", f"{day} is past")
    elif too_far(day, now=now):
        yield _too_far(number, day, now=now)


def _of_numbers(number: int, values: Mapping[str, Any]) -> Iterator[Fault]:
    if "opens" in values and "closes" in values and values["opens"] >= values["closes"]:
        yield Fault(number, "Đến", "it must end after it begins")
    if "capacity" in values and not 1 <= values["capacity"] <= MOST_PERSONS:
        yield Fault(number, "Số người", f"it needs room for 1 to {MOST_PERSONS} persons")


def _same_time(one: Wanted, other: Wanted) -> bool:
    return one.starts_at < other.ends_at and other.starts_at < one.ends_at


def _too_far(number: int, day: date, *, now: datetime) -> Fault:
    why = f"{day} is more than {MOST_DAYS_AHEAD} days ahead, {last_day(now=now)} is the last"
    return Fault(number, "Ngày", why)


def _against_time(one: Wanted, closed: Mapping[date, str], *, now: datetime) -> Iterator[Fault]:
    day, number = one.line.value.day, one.line.row
    if not changes(one):
        return
    if one.starts_at <= now:
        yield Fault(number, "Ngày", f"{day} {one.line.value.opens:%H:%M} is past")
    elif too_far(day, now=now):
        yield _too_far(number, day, now=now)
    elif day in closed and (one.there is None or not stands(one.there)):
        yield Fault(
            number,
            "Ngày",
            f"{day} is closed: {closed[day]} (helpdesk closed-days import can say that it is worked)",
        )


def _against_bookings(one: Wanted, there: Sequence[Standing]) -> Iterator[Fault]:
    number, known = one.line.row, one.there
    yield from (_in_the_way(one, other) for other in there if stands(other) and at_once(one, other.opening))
    if known is None:
        return
    before = known.opening
    if before.state is OpeningState.CHANGING:
        yield Fault(number, "Ngày", "this opening is being called off or put off just now")
    elif not stands(known):
        if not known.taken_back:
            yield Fault(number, "Ngày", "this opening was called off, and people may have been told")
    elif before.taken:
        if one.ends_at != before.ends_at:
            yield Fault(number, "Đến", f"{_booked(before)}; to change its hours is to postpone it")
        if one.line.value.capacity < before.taken:
            yield Fault(number, "Số người", f"{before.taken} persons are booked already")


def _in_the_way(one: Wanted, other: Standing) -> Fault:
    if other.opening.taken:
        why = f"{_booked(other.opening)}; to change its hours is to postpone it"
    else:
        why = f"the place is open then already, from {local(other.opening.starts_at):%H:%M}"
    return Fault(one.line.row, "Từ", why)


def _booked(opening: Opening) -> str:
    hours = f"{local(opening.starts_at):%H:%M}-{local(opening.ends_at):%H:%M}"
    return f"{opening.taken} persons are booked from {hours}"


def changes(one: Wanted) -> bool:
    """Whether the row says anything that is not so."""
    if one.there is None or not stands(one.there):
        return True
    before = one.there.opening
    return (
        one.starts_at,
        one.ends_at,
        one.values["capacity"],
        one.values["finishes_level2"],
        one.values["services"],
        one.values["team_id"],
    ) != (
        before.starts_at,
        before.ends_at,
        before.capacity,
        before.finishes_level2,
        list(before.services),
        before.team_id,
    )
