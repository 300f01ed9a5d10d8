"""Leaving the waiting list: what is held for her goes to the next, and her names are forgotten."""

from datetime import datetime

import sqlalchemy as sa

from helpdesk.booking.waiting_list.holding import end_held_of
from helpdesk.booking.waiting_list.one_after_another import next_in_turn
from helpdesk.booking.waiting_list.waiting import Wait, hold_wait, move_wait
from helpdesk.booking.waiting_list.waiting_states import ON_THE_LIST, OfferState, WaitState
from helpdesk.booking.waiting_list.waiting_tables import waits

w = waits.c


def leave(db: sa.Connection, wait_id: int, *, now: datetime) -> bool:
    """Take somebody off the list, and give back what is held for her; False where she is not on it any more."""
    wait = _left(db, wait_id, now=now)
    if wait is not None and wait.opening_id is not None:
        # Only this one was taken off; another booking of hers that waits for a new day has its turn.
        next_in_turn(db, contact_id=wait.contact_id, opening_id=wait.opening_id)
    return wait is not None


def _left(db: sa.Connection, wait_id: int, *, now: datetime) -> Wait | None:
    wait = hold_wait(db, wait_id)
    if wait is None or wait.state.value not in ON_THE_LIST:
        return None
    end_held_of(db, wait, OfferState.WITHDRAWN, now=now)
    return wait if move_wait(db, wait.id, WaitState.LEFT, now=now) else None


def leave_all(db: sa.Connection, contact_id: int, *, now: datetime) -> int:
    """Take a contact off every list, and forget the names that were kept of those that passed; how many lists."""
    mine = sa.select(w.id).where(w.contact_id == contact_id).order_by(w.id)
    left = sum(_left(db, wait_id, now=now) is not None for wait_id in db.execute(mine).scalars().all())
    db.execute(waits.update().where(w.contact_id == contact_id).values(people=None))
    return left
