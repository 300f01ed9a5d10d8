"""More places in an opening than were planned: an official decides, knowing who comes and with what."""

from datetime import datetime

import sqlalchemy as sa

from helpdesk.booking.hours.office_hours import MOST_PERSONS
from helpdesk.booking.states import OpeningState
from helpdesk.booking.tables import openings

o = openings.c


def raise_capacity(db: sa.Connection, opening_id: int, capacity: int, *, now: datetime) -> bool:
    """Give an opening to come room for `capacity` persons; False where that is not more than now, or too many.

    One that was made from office hours follows them no longer: what was decided by hand must not be taken back by
    them. Fewer places than there are is another matter: people were told their numbers of the day.
    """
    if capacity > MOST_PERSONS:
        return False
    fits = (
        (o.id == opening_id)
        & (o.capacity < capacity)
        & (o.state == OpeningState.OPEN.value)
        & (o.starts_at > now)
    )
    # One that is closed goes on following them: more places do not open it again.
    followed = sa.case((o.closed_since.is_not(None), o.by_hours), else_=None)
    return (
        db.execute(openings.update().where(fits).values(capacity=capacity, by_hours=followed)).rowcount == 1
    )
