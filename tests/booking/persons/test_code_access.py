"""helpdesk/booking/persons/code_access.py"""

from datetime import timedelta

import sqlalchemy as sa

from helpdesk.booking.bookings import Booking
from helpdesk.booking.changes import cancel
from helpdesk.booking.persons.code_access import MOST_TRIES, open_by_code
from helpdesk.booking.tables import bookings
from helpdesk.clock import FixedClock
from tests.support import builders
from tests.support.builders import PROXY


def _try(db: sa.Connection, booking: Booking, clock: FixedClock, *, year: int, code: str = "") -> int | None:
    contact = builders.contact(db, PROXY, now=clock.now())
    found = open_by_code(db, code or booking.code, year, contact_id=contact.id, now=clock.now())
    return found.id if found else None


def test_the_code_and_the_birth_year_of_one_who_is_booked_open_a_booking(
    db: sa.Connection, clock: FixedClock
) -> None:
    made = builders.booking(db, builders.some_opening(db, now=clock.now()), now=clock.now(), people=2)
    assert [_try(db, made, clock, year=year) for year in (1950, 1951)] == [made.id, made.id]
    assert _try(db, made, clock, year=1952) is None


def test_after_a_few_tries_in_vain_not_even_the_right_year_helps_until_tomorrow(
    db: sa.Connection, clock: FixedClock
) -> None:
    made = builders.booking(db, builders.some_opening(db, now=clock.now()), now=clock.now())
    # Codes that there are and codes that there are not count alike.
    codes = [made.code, "10010", "10010"]
    assert [_try(db, made, clock, year=1999, code=code) for code in codes] == [None] * MOST_TRIES
    assert _try(db, made, clock, year=1950) is None
    clock.advance(timedelta(days=1))
    assert _try(db, made, clock, year=1950) == made.id


def test_what_is_cancelled_over_or_not_clear_stays_closed(db: sa.Connection, clock: FixedClock) -> None:
    opening = builders.some_opening(db, now=clock.now())
    made, gone = (builders.booking(db, opening, now=clock.now()) for _ in range(2))
    cancel(db, gone, now=clock.now())
    assert _try(db, gone, clock, year=1950) is None
    later = builders.opening(
        db, builders.place(db, opening.commune_id, "Nịu"), day=opening.day + timedelta(days=1)
    )
    twin = builders.booking(db, later, now=clock.now())
    db.execute(bookings.update().where(bookings.c.id == twin.id).values(code=made.code))
    assert _try(db, made, clock, year=1950) is None
    clock.set(opening.ends_at)
    assert _try(db, made, clock, year=1950) == twin.id
    clock.set(later.ends_at)
    assert _try(db, made, clock, year=1950) is None
