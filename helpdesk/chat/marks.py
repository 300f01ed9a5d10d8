"""An official marks who came, in a script: all persons of the last booking whose day has come."""

import sqlalchemy as sa

from helpdesk.booking.attending.attendance import attendance_in
from helpdesk.booking.attending.outcome_states import Outcome
from helpdesk.booking.attending.outcomes import By, mark
from helpdesk.booking.tables import bookings, openings
from helpdesk.clock import local_date
from helpdesk.people.contacts import meet
from helpdesk.runtime import Runtime


def mark_last(runtime: Runtime, address: str, to: Outcome) -> None:
    """Mark them all as an official of any commune would."""
    now = runtime.clock.now()
    with runtime.transaction(nudge=False) as db:
        contact = meet(db, address, now=now)
        hers = (bookings.c.contact_id == contact.id) & (openings.c.day <= local_date(now))
        last = (
            sa.select(bookings.c.id, openings.c.id)
            .join(openings, openings.c.id == bookings.c.opening_id)
            .where(hers)
            .order_by(openings.c.starts_at.desc(), bookings.c.id.desc())
        )
        for booking_id, opening_id in db.execute(last.limit(1)).all():
            for one in attendance_in(db, [opening_id]):
                if one.booking_id == booking_id:
                    mark(db, one.booked_id, to, by=By(None), now=now, timetable=runtime.settings.timetable)
