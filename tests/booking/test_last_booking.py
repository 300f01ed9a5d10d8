"""helpdesk/booking/last_booking.py: what became of the place that a phone had last. All persons are invented."""

from datetime import timedelta

import sqlalchemy as sa

from helpdesk.booking.changes import book, cancel
from helpdesk.booking.last_booking import LastBooking, last_booking
from helpdesk.clock import FixedClock
from helpdesk.settings import Timetable
from tests.support import builders


def test_the_one_that_was_changed_last_is_told_unless_it_is_said_which(
    db: sa.Connection, clock: FixedClock
) -> None:
    place = builders.place(db, builders.commune(db))
    days = [(clock.now() + timedelta(days=days)).date() for days in (7, 14)]
    visits = [builders.opening(db, place, day=day, capacity=5) for day in days]
    her = builders.contact(db, now=clock.now())
    assert last_booking(db, her.id) is None

    made = [
        book(db, visit, builders.persons(1), contact_id=her.id, now=clock.now(), timetable=Timetable())
        for visit in visits
    ]
    clock.advance(timedelta(hours=1))
    first, second = made
    assert first is not None
    assert second is not None
    cancel(db, first, now=clock.now())

    told = last_booking(db, her.id)
    assert told is not None
    assert (told.opening.id, told.cancelled, told.served) == (visits[0].id, True, False)
    other = last_booking(db, her.id, ids=[second.id])
    assert isinstance(other, LastBooking)
    assert (other.opening.id, other.cancelled) == (visits[1].id, False)
