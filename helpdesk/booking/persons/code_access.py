"""A code from another phone: good together with the birth year of one who is booked, and not for those who guess."""

from datetime import datetime

import sqlalchemy as sa

from helpdesk.booking.bookings import Booking, live_with_code
from helpdesk.booking.persons.person_tables import code_tries
from helpdesk.clock import local_date
from helpdesk.store.upsert import upsert

MOST_TRIES = 3
"""Tries in vain that one contact has in a day (commune time): with five digits and a year nobody gets far by guessing."""

c = code_tries.c


def open_by_code(
    db: sa.Connection, code: str, birth_year: int, *, contact_id: int, now: datetime
) -> Booking | None:
    """The booking still to come with this code and somebody born in this year; None where there is none.

    None, too, where several openings have such a one, and after MOST_TRIES in vain on one day: the caller says the
    same to all of it, so that nobody learns which codes there are. The contact is held by the caller.
    """
    today = local_date(now)
    row = db.execute(sa.select(c.day, c.tries).where(c.contact_id == contact_id)).first()
    tried = row.tries if row is not None and row.day == today else 0
    if tried >= MOST_TRIES:
        return None
    found = [
        booking
        for booking in live_with_code(db, code, now=now)
        if any(person.birth_year == birth_year for person in booking.people)
    ]
    if len(found) == 1:
        return found[0]
    tries = {"contact_id": contact_id, "day": today, "tries": tried + 1}
    upsert(db, code_tries, tries, key=("contact_id",), update=("day", "tries"))
    return None
