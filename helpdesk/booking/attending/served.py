"""Who has been served at an opening: what she came for is done there, so she goes to no other with her household."""

import sqlalchemy as sa

from helpdesk.booking.attending.outcome_states import Outcome
from helpdesk.booking.tables import attendances, booked_persons

a, p = attendances.c, booked_persons.c

SERVED = frozenset({Outcome.TAKEN, Outcome.TAKEN_WITH_CARD, Outcome.NOTICED, Outcome.ACTIVATED})

_SERVED = (
    sa.select(p.person_id)
    .join(attendances, a.booked_id == p.id)
    .where(
        p.booking_id == sa.bindparam("booking"),
        p.cancelled_at.is_(None),
        a.state.in_([outcome.value for outcome in SERVED]),
    )
)


def served_in(db: sa.Connection, booking_id: int) -> frozenset[int]:
    """The persons of a booking (by id) who were served at its opening."""
    return frozenset(db.execute(_SERVED, {"booking": booking_id}).scalars())
