"""What a contact cancelled a moment ago: texts may come twice, and the second time must not cancel something else."""

from datetime import datetime, timedelta

import sqlalchemy as sa

from helpdesk.booking.tables import booked_persons, bookings

LATELY = timedelta(minutes=15)
"""Within which a network that is in doubt delivers once more what it has delivered."""


def cancelled_lately(db: sa.Connection, contact_id: int, *, now: datetime) -> bool:
    """Whether somebody was taken off this contact's bookings, or all of one, since LATELY ago."""
    query = (
        sa.select(booked_persons.c.id)
        .join(bookings, bookings.c.id == booked_persons.c.booking_id)
        .where(bookings.c.contact_id == contact_id, booked_persons.c.cancelled_at > now - LATELY)
        .limit(1)
    )
    return db.execute(query).first() is not None
