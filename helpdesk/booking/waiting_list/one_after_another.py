"""Bookings of one phone that wait for a new day, theirs being called off: on the waiting list one after another.

One list of one opening has a phone once, and one offer is for one party. So the first stands on the list, the others on
the roll of that day; when the first has a day, is cancelled, or has let its offers go by, the next takes its turn.
"""

from datetime import datetime, timedelta

import sqlalchemy as sa

from helpdesk.booking.bookings import Booking, live_by_id
from helpdesk.booking.changed_days.tables import changed_bookings
from helpdesk.booking.states import LIVE
from helpdesk.booking.tables import bookings
from helpdesk.booking.waiting_list.waiting import join
from helpdesk.booking.waiting_list.waiting_states import ON_THE_LIST
from helpdesk.booking.waiting_list.waiting_tables import waits

w, n, b = waits.c, changed_bookings.c, bookings.c

_MOMENT = timedelta(microseconds=1)


def put_on_the_list(db: sa.Connection, booking: Booking, *, contact_id: int, since: datetime) -> int | None:
    """The booking's own wait, for any day at its place, with its persons; None where she is on too many lists."""
    opening = booking.opening
    return join(
        db,
        [(person.name, person.birth_year) for person in booking.people],
        contact_id=contact_id,
        commune_id=opening.commune_id,
        place_id=opening.place_id,
        opening=opening,
        service=booking.service,
        now=since,
    )


def moment_of_its_own(db: sa.Connection, *, contact_id: int, opening_id: int, now: datetime) -> datetime:
    """Now, or as soon after as no other booking of the phone waits since: by it a booking and its wait are one."""
    hers = (b.contact_id == contact_id) & (n.waits_since >= now)
    others = sa.select(sa.func.max(n.waits_since)).join(bookings, b.id == n.booking_id).where(hers)
    mine = (w.contact_id == contact_id) & (w.opening_id == opening_id) & (w.joined_at >= now)
    listed = sa.select(sa.func.max(w.joined_at)).where(mine)
    taken = [at for query in (others, listed) if (at := db.execute(query).scalar()) is not None]
    return max(now, *(at + _MOMENT for at in taken)) if taken else now


def next_in_turn(db: sa.Connection, *, contact_id: int, opening_id: int) -> None:
    """Put the next booking of the phone that waits on the list, where none of that day stands there now."""
    there = (w.contact_id == contact_id) & (w.opening_id == opening_id)
    listed = sa.exists().where(there, w.state.in_(ON_THE_LIST))
    had_its_turn = sa.exists().where(there, w.joined_at == n.waits_since)
    query = (
        sa.select(b.id, n.waits_since)
        .join(changed_bookings, n.booking_id == b.id)
        .where(b.contact_id == contact_id, b.opening_id == opening_id, b.state.in_(LIVE))
        .where(n.waits_since.is_not(None), ~had_its_turn, ~listed)
        .order_by(n.waits_since)
        .limit(1)
    )
    turn = db.execute(query).first()
    booking = live_by_id(db, [turn.id]).get(turn.id) if turn else None
    if turn is not None and booking is not None:
        put_on_the_list(db, booking, contact_id=contact_id, since=turn.waits_since)
