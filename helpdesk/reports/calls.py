"""Who on a list is still to be rung, because she does not read what we text."""

from collections.abc import Sequence

import sqlalchemy as sa

from helpdesk.booking.bookings import Booking
from helpdesk.booking.states import BookingState
from helpdesk.people.neighbours import helper_of
from helpdesk.people.tables import Reach, contacts
from helpdesk.tickets.calls import still_to_ring


def to_ring(db: sa.Connection, bookings: Sequence[Booking]) -> frozenset[int]:
    """The bookings (by id) whose contact is told by calls, has not said that they come, and was not rung yet.

    A neighbour who agreed to tell her spares the call. One statement where nobody is told by calls.
    """
    waiting = {
        booking.id: booking.contact_id for booking in bookings if booking.state is not BookingState.COMING
    }
    query = sa.select(contacts.c.id, contacts.c.reach).where(
        contacts.c.id.in_({contact_id for contact_id in waiting.values() if contact_id is not None}),
        contacts.c.reach != Reach.TEXT.value,
    )
    reach = {row.id: row.reach for row in db.execute(query)} if waiting else {}
    hers = {id_: contact_id for id_, contact_id in waiting.items() if contact_id in reach}
    if not hers:
        return frozenset()
    calls = still_to_ring(db, hers)
    helped = {
        contact_id
        for contact_id, way in reach.items()
        if way == Reach.NEIGHBOUR.value and helper_of(db, contact_id) is not None
    }
    return frozenset(id_ for id_, contact_id in hers.items() if calls.get(id_, contact_id not in helped))
