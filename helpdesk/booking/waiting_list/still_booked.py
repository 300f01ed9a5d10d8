"""Who waits for a new day because hers was called off: her booking stands in the old one until she goes elsewhere.

She stands on the roll of that day (`changed_bookings.waits_since`) and on the waiting list like everybody else, since the
same moment: by that the two are known to be one. An offer that she takes moves the booking, so it keeps its code.
"""

from datetime import datetime

import sqlalchemy as sa

from helpdesk.booking.bookings import Booking, live_by_id
from helpdesk.booking.changed_days.tables import changed_bookings
from helpdesk.booking.states import LIVE, OpeningState
from helpdesk.booking.tables import bookings
from helpdesk.booking.waiting_list.leaving import leave
from helpdesk.booking.waiting_list.waiting import Wait, join, wait_by_id, waits_of
from helpdesk.booking.waiting_list.waiting_states import ON_THE_LIST
from helpdesk.booking.waiting_list.waiting_tables import waits

w, n, b = waits.c, changed_bookings.c, bookings.c

_ONE = (n.booking_id == b.id) & (n.waits_since == w.joined_at) & (b.contact_id == w.contact_id)


def join_with_booking(db: sa.Connection, booking: Booking, *, contact_id: int, now: datetime) -> datetime:
    """Put whoever booked a day that was called off, held by the caller, on the list; since when she waits.

    Not on the list, but on the roll only: whose booking it is not, who waits there with others, who is on too many.
    """
    opening = booking.opening
    if opening.state is not OpeningState.CANCELLED or booking.contact_id != contact_id:
        return now
    others = [wait for wait in waits_of(db, contact_id, now=now) if wait.opening_id == opening.id]
    if others:
        mine = still_booked(db, others[0])
        return others[0].joined_at if mine and mine.id == booking.id else now
    wait_id = join(
        db,
        [(person.name, person.birth_year) for person in booking.people],
        contact_id=contact_id,
        commune_id=opening.commune_id,
        place_id=opening.place_id,
        opening=opening,
        service=booking.service,
        now=now,
    )
    joined = wait_by_id(db, wait_id) if wait_id is not None else None
    return joined.joined_at if joined else now


def still_booked(db: sa.Connection, wait: Wait) -> Booking | None:
    """The booking for which she waits, while it stands in the day that was called off."""
    if not wait.called_off:
        return None
    query = (
        sa.select(b.id)
        .select_from(waits.join(bookings, b.opening_id == w.opening_id).join(changed_bookings, _ONE))
        .where(w.id == wait.id, b.state.in_(LIVE))
    )
    found = db.execute(query).scalars().all()
    return live_by_id(db, found[:1]).get(found[0]) if found else None


def wait_no_more(db: sa.Connection, booking: Booking, *, now: datetime) -> None:
    """Her booking stands there no more, moved or cancelled: she is off the list, and what is held for her goes on."""
    if booking.opening.state is not OpeningState.CANCELLED:
        return
    query = (
        sa.select(w.id)
        .select_from(waits.join(bookings, b.contact_id == w.contact_id).join(changed_bookings, _ONE))
        .where(b.id == booking.id, w.opening_id == booking.opening.id, w.state.in_(ON_THE_LIST))
    )
    for wait_id in db.execute(query).scalars().all():
        leave(db, wait_id, now=now)
