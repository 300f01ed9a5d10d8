"""Leaving the waiting list: what is held for her goes to the next, and her names are forgotten."""

from datetime import datetime

import sqlalchemy as sa

from helpdesk.booking.waiting_list.holding import end_held_of
from helpdesk.booking.waiting_list.waiting import hold_wait, move_wait
from helpdesk.booking.waiting_list.waiting_states import ON_THE_LIST, OfferState, WaitState
from helpdesk.booking.waiting_list.waiting_tables import waits

w = waits.c


def leave(db: sa.Connection, wait_id: int, *, now: datetime) -> bool:
    """Take somebody off the list, and give back what is held for her; False where she is not on it any more."""
    wait = hold_wait(db, wait_id)
    if wait is None or wait.state.value not in ON_THE_LIST:
        return False
    end_held_of(db, wait, OfferState.WITHDRAWN, now=now)
    return move_wait(db, wait.id, WaitState.LEFT, now=now)


def leave_all(db: sa.Connection, contact_id: int, *, now: datetime) -> int:
    """Take a contact off every list, and forget the names that were kept of those that passed; how many lists."""
    mine = sa.select(w.id).where(w.contact_id == contact_id).order_by(w.id)
    left = sum(leave(db, wait_id, now=now) for wait_id in db.execute(mine).scalars().all())
    db.execute(waits.update().where(w.contact_id == contact_id).values(people=None))
    return left
