"""Visits become openings: looked at once more, written all or none, and noted with who published them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

import sqlalchemy as sa

from helpdesk.booking.horizon import MOST_DAYS_AHEAD, too_far
from helpdesk.booking.hours.calendar import hold_calendar
from helpdesk.booking.hours.office_hours import MOST_PERSONS
from helpdesk.booking.openings import COLUMNS, SOURCE, Opening, as_opening
from helpdesk.booking.services import unless_named
from helpdesk.booking.states import OpeningState
from helpdesk.booking.tables import openings
from helpdesk.booking.visits.planning import Visit, villages_of
from helpdesk.clock import at_local, local_date
from helpdesk.people.audit import note
from helpdesk.people.tables import teams
from helpdesk.places.closed_days import closures
from helpdesk.places.tables import communes

o = openings.c


class Wrong(StrEnum):
    """Why a visit cannot be published."""

    NO_VILLAGE = "it is not a village of this commune"
    PAST = "the day has come already"
    FAR = f"the day is more than {MOST_DAYS_AHEAD} days ahead"
    CLOSED = "it is a closed day"
    HOURS = "it must end after it begins"
    CAPACITY = f"it needs room for 1 to {MOST_PERSONS} persons"
    VILLAGE_TWICE = "the village has an opening at that time"
    TEAM = "it is not a team of this commune"
    TEAM_TWICE = "the team is somewhere else at that time"


@dataclass(frozen=True, slots=True)
class Refused:
    """The visit `at` (from 0) of those that were to be published cannot be."""

    at: int
    wrong: Wrong


class CannotPublish(ValueError):
    """What is wrong with visits, each fault with the place of its visit; nothing was written."""

    def __init__(self, faults: Sequence[Refused]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(f"visit {fault.at + 1}: {fault.wrong}" for fault in faults))


def publish(
    db: sa.Connection,
    commune_id: int,
    visits: Sequence[Visit],
    *,
    official_id: int | None,
    now: datetime,
) -> list[int]:
    """Open the visits for booking; the ids of their openings. Raises CannotPublish. Done twice, it refuses the second."""
    hold_calendar(db, commune_id)
    faults = list(_faults(db, commune_id, visits, now=now))
    if faults:
        raise CannotPublish(faults)
    sample = bool(db.execute(sa.select(communes.c.sample).where(communes.c.id == commune_id)).scalar())
    made: list[int] = []
    for visit in visits:
        row = _row(commune_id, visit, sample=sample)
        made.append(int(db.execute(openings.insert().values(row).returning(o.id)).scalar_one()))
    if made:
        note(
            db,
            at=now,
            official_id=official_id,
            commune_id=commune_id,
            action="visits.published",
            subject="visits",
            detail={"openings": made},
        )
    return made


def are_open(db: sa.Connection, commune_id: int, visits: Sequence[Visit]) -> bool:
    """Whether every visit is open for booking already, just so: they were published a moment ago."""
    there = {
        (one.place_id, one.starts_at, one.ends_at, one.capacity, one.finishes_level2, one.team_id)
        for one in _standing(db, commune_id, {visit.day for visit in visits})
        if one.state is OpeningState.OPEN
    }
    wanted = {
        (
            one.place_id,
            at_local(one.day, one.opens),
            at_local(one.day, one.closes),
            one.capacity,
            one.finishes_level2,
            one.team_id,
        )
        for one in visits
    }
    return bool(wanted) and wanted <= there


def _row(commune_id: int, visit: Visit, *, sample: bool) -> dict[str, object]:
    finishes = visit.finishes_level2
    return {
        "commune_id": commune_id,
        "place_id": visit.place_id,
        "team_id": visit.team_id,
        "day": visit.day,
        "starts_at": at_local(visit.day, visit.opens),
        "ends_at": at_local(visit.day, visit.closes),
        "services": [service.value for service in unless_named((), finishes_level2=finishes)],
        "capacity": visit.capacity,
        "taken": 0,
        "finishes_level2": finishes,
        "state": OpeningState.OPEN.value,
        "sample": sample,
    }


def _faults(
    db: sa.Connection, commune_id: int, visits: Sequence[Visit], *, now: datetime
) -> Iterator[Refused]:
    villages = {place.id for place in villages_of(db, commune_id)}
    own_teams = set(db.execute(sa.select(teams.c.id).where(teams.c.commune_id == commune_id)).scalars())
    days = {visit.day for visit in visits}
    closed = closures(db, commune_id, days)
    there = _standing(db, commune_id, days)
    sound: list[Visit] = []
    for at, visit in enumerate(visits):
        wrong = [
            (Wrong.NO_VILLAGE, visit.place_id not in villages),
            (Wrong.PAST, visit.day <= local_date(now)),
            (Wrong.FAR, too_far(visit.day, now=now)),
            (Wrong.CLOSED, visit.day in closed),
            (Wrong.HOURS, visit.opens >= visit.closes),
            (Wrong.CAPACITY, not 1 <= visit.capacity <= MOST_PERSONS),
            (Wrong.TEAM, visit.team_id is not None and visit.team_id not in own_teams),
        ]
        found = [why for why, is_so in wrong if is_so] or _clashes(visit, there, sound)
        if not found:
            sound.append(visit)
        yield from (Refused(at, why) for why in found)


def _standing(db: sa.Connection, commune_id: int, days: set[date]) -> list[Opening]:
    """What stands on these days. Called off or not: no place opens twice at one moment."""
    query = sa.select(*COLUMNS).select_from(SOURCE).where(o.commune_id == commune_id, o.day.in_(days))
    return [as_opening(row) for row in db.execute(query)]


def _clashes(visit: Visit, there: Sequence[Opening], before: Sequence[Visit]) -> list[Wrong]:
    starts, ends = at_local(visit.day, visit.opens), at_local(visit.day, visit.closes)
    others = [(one.place_id, one.team_id, one.starts_at, one.ends_at, one.state) for one in there]
    others += [
        (
            one.place_id,
            one.team_id,
            at_local(one.day, one.opens),
            at_local(one.day, one.closes),
            OpeningState.OPEN,
        )
        for one in before
    ]
    found = []
    for place_id, team_id, begins, over, state in others:
        at_once = begins < ends and starts < over
        takes_place = state is not OpeningState.CANCELLED  # one that is being changed may be undone
        counts = takes_place or begins == starts
        if place_id == visit.place_id and at_once and counts:
            found.append(Wrong.VILLAGE_TWICE)
        elif team_id is not None and team_id == visit.team_id and at_once and takes_place:
            found.append(Wrong.TEAM_TWICE)
    return list(dict.fromkeys(found))
