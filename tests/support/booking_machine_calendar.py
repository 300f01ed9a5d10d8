"""Office hours and closed days, as rules: see booking_machine.py."""

from datetime import date, time, timedelta
from pathlib import Path

import sqlalchemy as sa
from hypothesis import strategies as st
from hypothesis.stateful import rule

from helpdesk.booking.hours import office_hours
from helpdesk.booking.hours.calendar import keep_centres_open
from helpdesk.booking.hours.office_hours import HalfDay
from helpdesk.booking.services import WITH_KIT
from helpdesk.booking.states import OpeningState
from helpdesk.booking.tables import openings
from helpdesk.booking.visits.planning_tables import ByHours
from helpdesk.clock import local_date
from helpdesk.places.closed_day_table import open_again, say_of
from helpdesk.places.communes import centres
from tests.support.booking_machine import BookingMachine

o = openings.c

DAYS = st.integers(0, 8)
"""From today on."""


class CalendarMachine(BookingMachine):
    """The centre opens by its hours, days are closed and open again; who is booked keeps her place through all of it."""

    def __init__(self, engine: sa.Engine, folder: Path) -> None:
        super().__init__(engine, folder)
        self.closed: set[date] = set()

    def furnish(self) -> None:
        """The centre is open in the afternoons of two weekdays."""
        with self.engine.begin() as db:
            (centre,) = centres(db)
            for weekday in (3, 5):
                hours = HalfDay(centre.commune_id, centre.id, weekday, time(13), time(16), 3, WITH_KIT, True)
                office_hours.add(db, hours)
            keep_centres_open(db, now=self.clock.now(), weeks=2)
        self.take_over()

    @rule(days=DAYS)
    def a_day_is_closed(self, days: int) -> None:
        day = local_date(self.clock.now()) + timedelta(days=days)
        with self.engine.begin() as db:
            say_of(db, centres(db)[0].commune_id, day, reason="lễ hội", works=False)
        self.closed.add(day)
        self.keep_the_calendar()

    @rule(days=DAYS)
    def a_day_is_open_again(self, days: int) -> None:
        day = local_date(self.clock.now()) + timedelta(days=days)
        with self.engine.begin() as db:
            open_again(db, centres(db)[0].commune_id, day)
        self.closed.discard(day)
        self.keep_the_calendar()

    @rule()
    def keep_the_calendar(self) -> None:
        """As the sweep does it: once is enough, nobody loses a place by it, and what nobody booked follows."""
        with self.engine.begin() as db:
            keep_centres_open(db, now=self.clock.now(), weeks=2)
            assert keep_centres_open(db, now=self.clock.now(), weeks=2).moved == 0
            follows = (
                (o.by_hours == ByHours.KEPT.value) & (o.taken == 0) & (o.day > local_date(self.clock.now()))
            )
            open_days = set(
                db.execute(sa.select(o.day).where(follows, o.state == OpeningState.OPEN.value)).scalars()
            )
        self.nobody_moved()
        assert open_days & self.closed == set()
