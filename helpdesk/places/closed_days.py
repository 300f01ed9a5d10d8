"""Working days of a commune: weekdays without national holidays and the commune's own closed days."""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache

import holidays
import sqlalchemy as sa

from helpdesk.places.tables import closed_days


@cache
def _national() -> holidays.HolidayBase:
    # Swaps of working days are in the library's data; what it cannot know yet goes into closed_days.
    return holidays.country_holidays("VN")


def is_working_day(db: sa.Connection, commune_id: int, day: date) -> bool:
    """Whether offices of the commune work on `day`."""
    if not _national().is_working_day(day):
        return False
    query = sa.select(closed_days.c.id).where(
        closed_days.c.commune_id == commune_id, closed_days.c.day == day
    )
    return db.execute(query).first() is None


def working_days(db: sa.Connection, commune_id: int, days: Iterable[date]) -> set[date]:
    """Those of `days` on which offices of the commune work, asked for at once."""
    open_elsewhere = {day for day in days if _national().is_working_day(day)}
    query = sa.select(closed_days.c.day).where(
        closed_days.c.commune_id == commune_id, closed_days.c.day.in_(open_elsewhere)
    )
    return open_elsewhere - set(db.execute(query).scalars())


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
