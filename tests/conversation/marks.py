"""What came of booked persons, as the team marks it."""

from helpdesk.booking.attending.attendance import Attendance, attendance_in
from helpdesk.booking.attending.outcome_states import Outcome
from helpdesk.booking.attending.outcomes import By, Marked, mark
from helpdesk.booking.bookings import Booking
from tests.support.service import Service


def attendances(service: Service, booking: Booking) -> list[Attendance]:
    """The persons of a booking and what came of each."""
    with service.engine.connect() as db:
        return [one for one in attendance_in(db, [booking.opening.id]) if one.booking_id == booking.id]


def mark_as(service: Service, who: Attendance, outcome: Outcome) -> None:
    """The team, or she, says what came of it."""
    with service.engine.begin() as db:
        timetable = service.runtime.settings.timetable
        done = mark(db, who.booked_id, outcome, by=By(None), now=service.clock.now(), timetable=timetable)
    assert done is Marked.DONE
