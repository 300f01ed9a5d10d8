"""Sample openings for the next eight weeks, and taking all sample data away again.

What opens on a day follows from the date alone, so that loading again tops up and never doubles.
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import date, time, timedelta
from typing import Any

import sqlalchemy as sa

from helpdesk.booking.states import OpeningState
from helpdesk.booking.tables import openings
from helpdesk.clock import at_local
from helpdesk.people.tables import officials, teams
from helpdesk.places.closed_days import working_days
from helpdesk.places.communes import Place, all_places
from helpdesk.places.tables import PlaceKind, communes
from helpdesk.store.removal import remove
from helpdesk.store.upsert import insert_if_new

WEEKS = 8

_OPENS, _CLOSES = time(7, 30), time(11, 0)
_CENTRE_CAPACITY, _VILLAGE_CAPACITY = 20, 30
_MONDAY, _TUESDAY, _WEDNESDAY, _THURSDAY, _FRIDAY = range(5)
_CENTRE_DAYS = (_MONDAY, _WEDNESDAY, _FRIDAY)
_POLICE_AT_CENTRE = (_WEDNESDAY, _FRIDAY)
# Villages visited in an even and in an odd week.
_VISITS = {"dan-hoa": (2, 2), "thuong-trach": (2, 1)}
_VISIT_DAYS = (_TUESDAY, _THURSDAY, _FRIDAY, _WEDNESDAY, _MONDAY)
"""The team goes on the first of these that are working days."""
_NO_KIT_EVERY = 5
"""Every so many visits nobody with the biometric kit comes along."""


def load(db: sa.Connection, *, today: date) -> int:
    """Write the openings of the sample communes from `today` on, for eight weeks; how many were new."""
    known = sa.select(communes.c.id, communes.c.code).where(communes.c.sample).order_by(communes.c.id)
    rows = [
        row
        for commune_id, code in db.execute(known).all()
        for row in _openings_of(db, commune_id, code=code, today=today)
    ]
    if not rows:
        return 0
    return len(insert_if_new(db, openings, rows, returning=(openings.c.id,)).all())


def _openings_of(db: sa.Connection, commune_id: int, *, code: str, today: date) -> Iterator[dict[str, Any]]:
    window = [today + timedelta(days=n) for n in range(7 * WEEKS)]
    working = working_days(db, commune_id, _whole_weeks(window))
    own = all_places(db, commune_id=commune_id)
    for centre in (place for place in own if place.kind is PlaceKind.CENTRE):
        for day in window:
            if day in working and day.weekday() in _CENTRE_DAYS:
                police = day.weekday() in _POLICE_AT_CENTRE
                yield _row(centre, day, team_id=None, capacity=_CENTRE_CAPACITY, finishes=police)
    villages = [place for place in own if place.kind is PlaceKind.VILLAGE]
    team_id = db.execute(sa.select(sa.func.min(teams.c.id)).where(teams.c.commune_id == commune_id)).scalar()
    for day, visit in _visits(code, working):
        if day in window:
            village, kit = villages[visit % len(villages)], visit % _NO_KIT_EVERY != 0
            yield _row(village, day, team_id=team_id, capacity=_VILLAGE_CAPACITY, finishes=kit)


def _whole_weeks(window: Sequence[date]) -> list[date]:
    """The days of all weeks that `window` touches, so that a week is planned alike from whichever day."""
    monday = window[0] - timedelta(days=window[0].weekday())
    return [monday + timedelta(days=n) for n in range((window[-1] - monday).days + 7)]


def _visits(code: str, working: Collection[date]) -> Iterator[tuple[date, int]]:
    """The days on which the commune's team goes out, with the number that visit has among those of all times."""
    even, odd = _VISITS.get(code, (0, 0))
    mondays = {day - timedelta(days=day.weekday()) for day in working}
    for monday in sorted(mondays):
        week = monday.toordinal() // 7
        first = week // 2 * (even + odd) + (even if week % 2 else 0)
        days = [day for n in _VISIT_DAYS if (day := monday + timedelta(days=n)) in working]
        for nth, day in enumerate(days[: odd if week % 2 else even]):
            yield day, first + nth


def _row(place: Place, day: date, *, team_id: int | None, capacity: int, finishes: bool) -> dict[str, Any]:
    return {
        "commune_id": place.commune_id,
        "place_id": place.id,
        "team_id": team_id,
        "day": day,
        "starts_at": at_local(day, _OPENS),
        "ends_at": at_local(day, _CLOSES),
        "capacity": capacity,
        "taken": 0,
        "finishes_level2": finishes,
        "state": OpeningState.OPEN.value,
        "sample": True,
    }


def remove_sample(db: sa.Connection) -> None:
    """Take away the sample communes with all that hangs on them: places, openings, bookings, lists, officials.

    For when a real commune is loaded. Contacts and messages stay, without their commune.
    """
    sample = sa.select(communes.c.id).where(communes.c.sample)
    # Left behind without a commune, an official would see every commune.
    theirs = officials.c.sample | officials.c.commune_id.in_(sample)
    going = db.execute(sa.select(officials.c.id).where(theirs)).scalars().all()
    remove(db, communes, communes.c.sample)
    remove(db, officials, officials.c.id.in_(going))
