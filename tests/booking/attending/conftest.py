"""A visit on a Wednesday morning, with a booking of two; it is that day, nine o'clock."""

from datetime import time

import pytest
import sqlalchemy as sa

from helpdesk.booking.bookings import Booking
from helpdesk.booking.openings import Opening
from helpdesk.clock import FixedClock
from helpdesk.places.communes import Place
from tests.booking.attending.marks import DAY, on
from tests.support import builders


@pytest.fixture
def place(db: sa.Connection) -> Place:
    return builders.place(db, builders.commune(db))


@pytest.fixture
def visit(db: sa.Connection, place: Place) -> Opening:
    return builders.opening(db, place, day=DAY)


@pytest.fixture
def held(db: sa.Connection, visit: Opening, clock: FixedClock) -> Booking:
    made = builders.booking(db, visit, now=clock.now(), people=2)
    clock.set(on(9, time(9, 0)))
    return made
