"""helpdesk/booking/tables.py: the belts, which hold whatever the code above them does."""

from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from helpdesk.booking.bookings import Booking
from helpdesk.booking.tables import booked_persons, bookings, openings, reminders
from helpdesk.clock import FixedClock
from tests.support import builders


@pytest.fixture
def held(db: sa.Connection, clock: FixedClock) -> Booking:
    return builders.booking(
        db, builders.some_opening(db, now=clock.now(), capacity=3), now=clock.now(), people=2
    )


@pytest.mark.parametrize(
    ("table", "values", "constraint"),
    [
        (openings, {"taken": 4}, "never_overbooked"),
        (openings, {"taken": -1}, "taken_not_negative"),
        (openings, {"capacity": 1}, "never_overbooked"),
        (openings, {"ends_at": openings.c.starts_at}, "ends_after_start"),
        (openings, {"state": "maybe"}, "state_known"),
        (bookings, {"party": -1}, "party_not_negative"),
        (bookings, {"contact_id": None}, "made_by_someone"),
        (bookings, {"state": "lost"}, "state_known"),
        (reminders, {"state": "seen"}, "state_known"),
    ],
)
def test_no_statement_gets_past_the_checks(
    db: sa.Connection, held: Booking, table: sa.Table, values: dict[str, Any], constraint: str
) -> None:
    with pytest.raises(IntegrityError, match=f"ck_{table.name}_{constraint}"):
        db.execute(table.update().values(values))


def test_a_code_is_given_once_in_an_opening(db: sa.Connection, held: Booking, clock: FixedClock) -> None:
    again = builders.booking(db, held.opening, now=clock.now())
    with pytest.raises(IntegrityError):
        db.execute(bookings.update().where(bookings.c.id == again.id).values(code=held.code))


def test_a_person_stands_once_in_a_booking(db: sa.Connection, held: Booking) -> None:
    with pytest.raises(IntegrityError):
        db.execute(booked_persons.insert().values(booking_id=held.id, person_id=held.people[0].id))


def test_a_place_opens_once_at_a_time(db: sa.Connection, held: Booking) -> None:
    same = {name: getattr(held.opening, name) for name in ("commune_id", "place_id", "day", "starts_at")}
    row = {**same, "ends_at": held.opening.ends_at + timedelta(hours=1), "capacity": 1}
    with pytest.raises(IntegrityError):
        db.execute(openings.insert().values(row))
