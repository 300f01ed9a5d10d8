"""helpdesk/booking/changed_days/roll.py: what became of days that people changed, however many they are."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from helpdesk.booking.changed_days.effect import take_effect
from helpdesk.booking.changed_days.news import change_spoken_of
from helpdesk.booking.changed_days.roll import changed_days
from helpdesk.clock import FixedClock, local_date
from helpdesk.places.communes import Place
from helpdesk.settings import Timetable
from tests.support import builders
from tests.support.changed_days import called_off
from tests.support.statements import statements_of


def _call_off(db: sa.Connection, where: Place, clock: FixedClock, *, days: int) -> None:
    """An opening with two bookings, called off for good."""
    now = clock.now()
    opening = builders.opening(db, where, day=local_date(now) + timedelta(days=days))
    for who in (builders.RESIDENT, builders.PROXY):
        builders.booking(db, opening, now=now, contact_id=builders.contact(db, who, now=now).id)
    change = called_off(db, opening.id, now=now)
    assert take_effect(db, change.id, now=now, timetable=Timetable())


def test_many_changed_days_take_as_many_statements_as_one(database: sa.Engine, clock: FixedClock) -> None:
    asked = []
    with database.begin() as db:
        where = builders.place(db, builders.commune(db))
    for days in (3, 4, 5):
        with database.begin() as db:
            _call_off(db, where, clock, days=days)
        with database.connect() as db, statements_of(database) as statements:
            found = changed_days(db, first=local_date(clock.now()))
        assert [one.open for one in found] == [2] * (days - 2)
        asked.append(len(statements))
    assert asked == asked[:1] * 3


@pytest.mark.parametrize(
    ("key", "change"),
    [
        ("day_changed:12:7:left:31", 12),
        ("day_changed_back:12:31", 12),
        ("reminder:31:day_before:20261203T0400", None),
        ("passed_back:12:no_show:20261203", None),
    ],
)
def test_by_its_key_a_call_says_of_which_change_it_tells(key: str, change: int | None) -> None:
    assert change_spoken_of(key) == change
