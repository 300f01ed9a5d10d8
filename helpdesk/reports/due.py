"""Whose list is due: found by the openings of the next days, so that a sweep costs what is due."""

from datetime import date, datetime, timedelta

import sqlalchemy as sa

from helpdesk.booking.openings import Opening, on_day
from helpdesk.booking.states import OpeningState
from helpdesk.booking.tables import openings
from helpdesk.clock import at_local, local
from helpdesk.places.closed_days import is_working_day, next_working_day, previous_working_day
from helpdesk.settings import Timetable

o = openings.c

_DAY = timedelta(days=1)

LOOK_AHEAD = timedelta(days=21)
"""Longer than offices are ever closed in a row (Tết: 9 days), so that no due list is missed."""


def officer_lists_due(db: sa.Connection, *, now: datetime, timetable: Timetable) -> list[Opening]:
    """Openings not yet begun for which it is past the officer's hour on the working day before."""
    today = local(now).date()
    ahead = (o.day >= today) & (o.day <= today + LOOK_AHEAD) & (o.state == OpeningState.OPEN.value)
    communes = db.execute(sa.select(o.commune_id).where(ahead).distinct()).scalars().all()
    due: list[Opening] = []
    for commune_id in communes:
        last = _last_day_told(db, commune_id, now=now, timetable=timetable)
        for day in _days(today, last):
            due += on_day(db, day, commune_id=commune_id)
    return [opening for opening in due if opening.starts_at > now]


def _last_day_told(db: sa.Connection, commune_id: int, *, now: datetime, timetable: Timetable) -> date:
    """The last day whose lists the officer has had reason to expect by now."""
    there = local(now)
    today = there.date()
    at_work = there.time() >= timetable.officer_list and is_working_day(db, commune_id, today)
    made_on = today if at_work else previous_working_day(db, commune_id, today)
    return next_working_day(db, commune_id, made_on)


def _days(first: date, last: date) -> list[date]:
    return [first + n * _DAY for n in range((last - first).days + 1)]


def leader_lists_due(db: sa.Connection, *, now: datetime, timetable: Timetable) -> list[Opening]:
    """Openings of a team, not yet begun, for which it is past the leader's hour on the evening before."""
    today = local(now).date()
    return [
        opening
        for day in (today, today + _DAY)
        if now >= at_local(day - _DAY, timetable.leader_list)
        for opening in on_day(db, day)
        if opening.team_id is not None and opening.starts_at > now
    ]


def corrections_due(opening: Opening, *, now: datetime, timetable: Timetable) -> bool:
    """Whether it is late enough to tell the leader what changed since the list was sent."""
    return now >= at_local(opening.day, timetable.leader_corrections)
