"""Who goes to another opening is not marked there: what was noted of her at the old one ends with it."""

from collections.abc import Collection

import sqlalchemy as sa

from helpdesk.booking.attending.outcome_states import Outcome
from helpdesk.booking.states import ReminderState
from helpdesk.booking.tables import attendances, booked_persons, reminders

a, p, r = attendances.c, booked_persons.c, reminders.c

_NOT_SERVED = [outcome.value for outcome in (Outcome.CAME, Outcome.ABSENT, Outcome.SENT_AWAY)]


def start_anew(db: sa.Connection, booking_id: int, person_ids: Collection[int]) -> None:
    """Forget that persons of a booking came, did not come or were sent away, with what was due to be said of it."""
    hers = (p.booking_id == booking_id) & p.person_id.in_(person_ids) & a.state.in_(_NOT_SERVED)
    query = sa.select(p.id).join(attendances, a.booked_id == p.id).where(hers)
    marked = list(db.execute(query).scalars())
    if not marked:
        return
    db.execute(attendances.delete().where(a.booked_id.in_(marked)))
    waiting = r.whose.in_(marked) & (r.state == ReminderState.WAITING.value)
    db.execute(reminders.delete().where(r.booking_id == booking_id, waiting))
