"""Loading a table of openings: all rows or none, and nothing that people were told is changed under them.

An opening is known by its place and the moment at which it begins. One that nobody is booked in may get other hours
of its day; one with bookings keeps its day and hours, for to change those is postponing.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import islice
from typing import Any

import sqlalchemy as sa

from helpdesk.booking.hours.calendar import hold_calendar
from helpdesk.booking.importing.opening_faults import (
    Standing,
    Wanted,
    at_once,
    by_place_and_day,
    changes,
    faults_of,
    faults_of_day,
    faults_of_own_words,
    faults_of_part,
    stands,
)
from helpdesk.booking.importing.opening_table import OpeningRow
from helpdesk.booking.openings import COLUMNS, SOURCE, as_opening
from helpdesk.booking.services import unless_named
from helpdesk.booking.states import OpeningState
from helpdesk.booking.tables import openings
from helpdesk.booking.visits.planning_tables import ByHours
from helpdesk.clock import at_local, local, local_date
from helpdesk.people.tables import teams
from helpdesk.places.communes import Place, all_places
from helpdesk.places.imported import Imported, Progress, unseen
from helpdesk.places.tables import communes
from helpdesk.spreadsheets.faults import MOST_FAULTS, Fault, TableFaults
from helpdesk.spreadsheets.reading import Line, Table
from helpdesk.text.folding import matching_key

o = openings.c
Team = tuple[int, str]
"""The id of a commune and a name as it is matched."""


def load_openings(
    db: sa.Connection,
    table: Table[OpeningRow],
    progress: Progress[Any] = unseen,
    *,
    now: datetime,
) -> Imported:
    """Write the rows: openings are added or changed, none is taken away. Raises TableFaults, with nothing written.

    All faults come at once: those of cells with those of places, days and bookings, but no more than MOST_FAULTS.
    """
    known = _known_places(db)
    faults = [*table.faults]
    for part in table.partly:
        if "place" in part.value:
            _place(part.row, part.value["place"], known, faults)
        faults += faults_of_part(part, now=now)
    wanted: list[Wanted] = []
    for line in table.lines:
        if len(faults) >= MOST_FAULTS:
            raise TableFaults(faults)
        place = _place(line.row, line.value.place, known, faults)
        if place is not None:
            wanted.append(_read(line, place))
        else:
            faults += faults_of_own_words(line)
            faults += faults_of_day(line.row, line.value.day, now=now)
    for commune_id in sorted({one.place.commune_id for one in wanted}):
        hold_calendar(db, commune_id)
    there = _standing(db, wanted)
    _recognise(wanted, there)
    faults += _with_teams(db, wanted)
    faults += islice(faults_of(db, wanted, there, now=now), MOST_FAULTS)
    if faults:
        raise TableFaults(faults)
    done = Imported()
    for one in progress(wanted):
        _write(db, one, done)
    done.missing = _missing(db, wanted, now=now)
    return done


def _known_places(db: sa.Connection) -> Mapping[str, list[Place]]:
    found: dict[str, list[Place]] = {}
    for place in all_places(db):
        for key in dict.fromkeys((matching_key(place.code), matching_key(place.name))):
            found.setdefault(key, []).append(place)
    return found


def _place(row: int, word: str, known: Mapping[str, list[Place]], faults: list[Fault]) -> Place | None:
    found = known.get(matching_key(word), [])
    exact = [place for place in found if place.code == word]
    if len(exact or found) == 1:
        return (exact or found)[0]
    if found:
        codes = ", ".join(place.code for place in found)
        faults.append(Fault(row, "Nơi", f"several places are called '{word}'; write the code: {codes}"))
    else:
        faults.append(Fault(row, "Nơi", f"there is no place '{word}' (helpdesk places export shows them)"))
    return None


def _read(line: Line[OpeningRow], place: Place) -> Wanted:
    row = line.value
    values = {
        "capacity": row.capacity,
        "finishes_level2": row.kit,
        "services": list(unless_named(row.services or (), finishes_level2=row.kit)),
    }
    return Wanted(line, place, at_local(row.day, row.opens), at_local(row.day, row.closes), values)


def _standing(db: sa.Connection, wanted: Sequence[Wanted]) -> list[Standing]:
    """What stands at these places on these days, called off or not."""
    query = (
        sa.select(*COLUMNS, o.by_hours)
        .select_from(SOURCE)
        .where(
            o.place_id.in_({one.place.id for one in wanted}),
            o.day.in_({one.line.value.day for one in wanted}),
        )
        .order_by(o.starts_at)
    )
    return [
        Standing(as_opening(values), by_hours == ByHours.TAKEN_BACK.value)
        for *values, by_hours in db.execute(query)
    ]


def _recognise(wanted: Sequence[Wanted], there: Sequence[Standing]) -> None:
    """Find each row's opening: the one that begins then, else one without bookings that it overlaps."""
    by_key = {(one.opening.place_id, one.opening.starts_at): one for one in there}
    for one in wanted:
        one.there = by_key.get((one.place.id, one.starts_at))
    claimed = {one.there.opening.id for one in wanted if one.there}
    on_its_day = by_place_and_day(there)
    for one in wanted:
        if one.there is not None:
            continue
        for other in on_its_day[one.place.id, one.line.value.day]:
            free = other.opening.id not in claimed and other.opening.taken == 0
            if free and stands(other) and at_once(one, other.opening):
                one.there = other
                claimed.add(other.opening.id)
                break


def _with_teams(db: sa.Connection, wanted: Sequence[Wanted]) -> Iterator[Fault]:
    """Put each row's team among what it says."""
    rows = db.execute(sa.select(teams.c.id, teams.c.commune_id, teams.c.name))
    known: dict[Team, int] = {(row.commune_id, matching_key(row.name)): row.id for row in rows}
    for one in wanted:
        name = one.line.value.team
        if name is None:
            one.values["team_id"] = None
            continue
        team_id = known.get((one.place.commune_id, matching_key(name)))
        if team_id is None:
            yield Fault(one.line.row, "Đội", f"{one.place.commune} has no team '{name}'")
        one.values["team_id"] = team_id


def _write(db: sa.Connection, one: Wanted, done: Imported) -> None:
    if not changes(one):
        done.unchanged += 1
        return
    values = {
        **one.values,
        "services": [service.value for service in one.values["services"]],
        "starts_at": one.starts_at,
        "ends_at": one.ends_at,
        "state": OpeningState.OPEN.value,
        "by_hours": None,  # what a person has planned no longer follows the office hours
    }
    if one.there is None:
        sample = sa.select(communes.c.sample).where(communes.c.id == one.place.commune_id).scalar_subquery()
        own = {"commune_id": one.place.commune_id, "place_id": one.place.id, "day": one.line.value.day}
        db.execute(openings.insert().values(own | values | {"taken": 0, "sample": sample}))
        done.added.append(one.name)
        return
    before = one.there.opening
    # Asked once more: somebody may have booked while the file was looked at.
    still = (o.id == before.id) & (o.taken <= one.values["capacity"])
    if (one.starts_at, one.ends_at) != (before.starts_at, before.ends_at):
        still &= o.taken == 0
    if db.execute(openings.update().where(still).values(values)).rowcount != 1:
        raise TableFaults([Fault(one.line.row, "Số người", "somebody has just booked; load the file again")])
    lost = before.taken and before.finishes_level2 and not one.values["finishes_level2"]
    done.changed.append(
        f"{one.name}{f': {before.taken} booked persons were promised level 2' if lost else ''}"
    )


def _missing(db: sa.Connection, wanted: Sequence[Wanted], *, now: datetime) -> list[str]:
    """What will take place in these communes and does not stand in the file, but for what follows office hours."""
    query = (
        sa.select(*COLUMNS)
        .select_from(SOURCE)
        .where(
            o.commune_id.in_({one.place.commune_id for one in wanted}),
            o.day >= local_date(now),
            o.starts_at > now,
            o.state == OpeningState.OPEN.value,
            o.by_hours.is_(None),
        )
        .order_by(o.starts_at)
    )
    keys = {(one.place.id, one.starts_at) for one in wanted}
    coming = (as_opening(row) for row in db.execute(query))
    return [
        f"{one.day} {one.place_name} {local(one.starts_at):%H:%M}"
        for one in coming
        if (one.place_id, one.starts_at) not in keys
    ]
