"""On which days a commune works: weekdays, national holidays, and what the commune itself says of a day.

National holidays come from the library `holidays`. It knows Viet Nam Culture Day (24 November, Resolution
80-NQ/TW), of which it is not confirmed that offices close in 2026: until the commune says that it works that day,
nothing opens on it. A working day that the government swaps late is said the same way.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache

import holidays
import sqlalchemy as sa

from helpdesk.places.tables import closed_days

_CULTURE_DAY = (11, 24)


@cache
def _national() -> holidays.HolidayBase:
    return holidays.country_holidays("VN", language="vi")


def national_holiday(day: date) -> str | None:
    """What the national holiday on `day` is called, in Vietnamese; None where it is none."""
    return _national().get(day)


def to_be_confirmed(day: date) -> bool:
    """Whether it is not known for sure that offices close on this holiday: the commune asks, and says."""
    return (day.month, day.day) == _CULTURE_DAY


def said_of(db: sa.Connection, commune_id: int, days: Iterable[date]) -> dict[date, tuple[bool, str]]:
    """What the commune itself says of `days`: whether it works, and why."""
    c = closed_days.c
    query = sa.select(c.day, c.works, c.reason).where(c.commune_id == commune_id, c.day.in_(list(days)))
    return {row.day: (row.works, row.reason) for row in db.execute(query)}


def closures(db: sa.Connection, commune_id: int, days: Iterable[date]) -> dict[date, str]:
    """Those of `days` on which nothing opens, whatever weekday they are, with the reason.

    National holidays and the commune's own closed days; not those on which it says that it works.
    """
    kept = list(days)
    found = {day: name for day in kept if (name := national_holiday(day))}
    for day, (works, reason) in said_of(db, commune_id, kept).items():
        if works:
            found.pop(day, None)
        else:
            found[day] = reason
    return found


def is_working_day(db: sa.Connection, commune_id: int, day: date) -> bool:
    """Whether offices of the commune work on `day`."""
    c = closed_days.c
    said = db.execute(sa.select(c.works).where(c.commune_id == commune_id, c.day == day)).scalar()
    return _national().is_working_day(day) if said is None else bool(said)


def working_days(db: sa.Connection, commune_id: int, days: Iterable[date]) -> set[date]:
    """Those of `days` on which offices of the commune work, asked for at once."""
    kept = list(days)
    said = said_of(db, commune_id, kept)
    return {day for day in kept if (said[day][0] if day in said else _national().is_working_day(day))}


def previous_working_day(db: sa.Connection, commune_id: int, day: date) -> date:
    """The last working day before `day`."""
    before = day - timedelta(days=1)
    while not is_working_day(db, commune_id, before):
        before -= timedelta(days=1)
    return before


def next_working_day(db: sa.Connection, commune_id: int, day: date) -> date:
    """The first working day after `day`."""
    after = day + timedelta(days=1)
    while not is_working_day(db, commune_id, after):
        after += timedelta(days=1)
    return after
