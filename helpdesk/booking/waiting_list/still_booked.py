"""Who waits for a new day because hers was called off: her booking stands in the old one until she goes elsewhere.

She stands on the roll of that day (`changed_bookings.waits_since`) and on the waiting list like everybody else, since the
same moment: by that the two are known to be one. An offer that she takes moves the booking, so it keeps its code.
"""

from datetime import datetime

import sqlalchemy as sa

from helpdesk.booking.bookings import Booking, live_by_id
from helpdesk.booking.changed_days.tables import changed_bookings
from helpdesk.booking.openings import opening as opening_by_id
from helpdesk.booking.states import LIVE, OpeningState
from helpdesk.booking.tables import bookings
from helpdesk.booking.waiting_list.leaving import leave
from helpdesk.booking.waiting_list.one_after_another import moment_of_its_own, next_in_turn, put_on_the_list
from helpdesk.booking.waiting_list.waiting import Wait, move_wait, waits_of
from helpdesk.booking.waiting_list.waiting_states import ON_THE_LIST, WaitState
from helpdesk.booking.waiting_list.waiting_tables import waits

w, n, b = waits.c, changed_bookings.c, bookings.c

_ONE = (n.booking_id == b.id) & (n.waits_since == w.joined_at) & (b.contact_id == w.contact_id)


def join_with_booking(db: sa.Connection, booking: Booking, *, contact_id: int, now: datetime) -> datetime:
    """Put whoever booked a day that was called off, held by the caller, on the list; since when she waits.

    On the roll only: whose booking it is not, who is on too many lists, and who is on this one, with others or with
    another booking; that one's turn is first (`one_after_another`).
    """
    opening = booking.opening
    if opening.state is not OpeningState.CANCELLED or booking.contact_id != contact_id:
        return now
    others = [wait for wait in waits_of(db, contact_id, now=now) if wait.opening_id == opening.id]
    mine = still_booked(db, others[0]) if others else None
    if mine is not None and mine.id == booking.id:
        return others[0].joined_at
    since = moment_of_its_own(db, contact_id=contact_id, opening_id=opening.id, now=now)
    if not others:
        put_on_the_list(db, booking, contact_id=contact_id, since=since)
    return since


def still_booked(db: sa.Connection, wait: Wait) -> Booking | None:
    """The booking for which she waits, while it stands in the day that was called off."""
    if not wait.called_off:
        return None
    found = db.execute(_its_own(wait)).scalars().all()
    return live_by_id(db, found[:1]).get(found[0]) if found else None


def stands_in_a_changing_day(db: sa.Connection, wait: Wait) -> bool:
    """Whether the day of the booking for which she waits is just being put off, so that it may take place after all."""
    there = opening_by_id(db, wait.opening_id) if wait.opening_id is not None else None
    if there is None or there.state is not OpeningState.CHANGING:
        return False
    return db.execute(_its_own(wait)).first() is not None


def _its_own(wait: Wait) -> sa.Select[int]:
    return (
        sa.select(b.id)
        .select_from(waits.join(bookings, b.opening_id == w.opening_id).join(changed_bookings, _ONE))
        .where(w.id == wait.id, b.state.in_(LIVE))
    )


def wait_no_more(db: sa.Connection, booking: Booking, *, now: datetime) -> None:
    """Her booking stands there no more, moved or cancelled: she is off the list, what is held for her goes on, and a
    late yes to what she let go by books nothing beside it. Another booking of hers takes its turn.
    """
    if booking.opening.state is not OpeningState.CANCELLED or booking.contact_id is None:
        return
    query = (
        sa.select(w.id, w.state)
        .select_from(waits.join(bookings, b.contact_id == w.contact_id).join(changed_bookings, _ONE))
        .where(b.id == booking.id, w.opening_id == booking.opening.id)
    )
    for wait_id, state in db.execute(query).all():
        if state in ON_THE_LIST:
            leave(db, wait_id, now=now)
        else:
            move_wait(db, wait_id, WaitState.LEFT, now=now)
    next_in_turn(db, contact_id=booking.contact_id, opening_id=booking.opening.id)
