"""Days that are put off and called off in tests, held back for the ten minutes of the default."""

from datetime import datetime, timedelta

import sqlalchemy as sa

from helpdesk.booking.changed_days.day_changes import DayChange, call_off, postpone
from helpdesk.booking.changed_days.faults import NewDay
from helpdesk.booking.changed_days.states import Reason

UNDO_FOR = timedelta(minutes=10)


def put_off(
    db: sa.Connection, opening_id: int, to: NewDay, *, now: datetime, reason: Reason = Reason.RAIN
) -> DayChange:
    """Decide that an opening takes place on another day."""
    return postpone(db, opening_id, to, reason=reason, official_id=None, now=now, undo_for=UNDO_FOR)


def called_off(
    db: sa.Connection,
    opening_id: int,
    *,
    now: datetime,
    moves_on: bool = False,
    reason: Reason = Reason.LANDSLIDE,
) -> DayChange:
    """Decide that an opening takes place no more."""
    return call_off(
        db, opening_id, reason=reason, moves_on=moves_on, official_id=None, now=now, undo_for=UNDO_FOR
    )
