"""Writing down what a booked person needs, and what she is to whoever booked for her."""

from collections.abc import Collection
from datetime import datetime

import sqlalchemy as sa

from helpdesk.booking.persons.needs import Need, Relation
from helpdesk.booking.tables import booked_persons, bookings

p = booked_persons.c


def note_needs(
    db: sa.Connection, booking_id: int, person_id: int, needs: Collection[Need], *, now: datetime
) -> bool:
    """What the person needs from now on, instead of what stood there; False where she is not booked any more."""
    ordered = [need.value for need in Need if need in needs]
    return _note(db, booking_id, person_id, {"needs": ordered}, now=now)


def note_relation(
    db: sa.Connection, booking_id: int, person_id: int, relation: Relation | None, *, now: datetime
) -> bool:
    """What she is to whoever booked; False where she is not booked any more."""
    return _note(db, booking_id, person_id, {"relation": relation.value if relation else None}, now=now)


def _note(
    db: sa.Connection, booking_id: int, person_id: int, values: dict[str, object], *, now: datetime
) -> bool:
    hers = (p.booking_id == booking_id) & (p.person_id == person_id) & p.cancelled_at.is_(None)
    noted = db.execute(booked_persons.update().where(hers).values(values)).rowcount == 1
    if noted:
        db.execute(bookings.update().where(bookings.c.id == booking_id).values(changed_at=now))
    return noted
