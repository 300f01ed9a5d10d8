"""A reminder reaches her in one way: a text, a call by an official, or a text to the neighbour who agreed to tell her."""

from collections.abc import Sequence

import sqlalchemy as sa

from helpdesk.booking.bookings import live_bookings
from helpdesk.booking.reminders import Due
from helpdesk.conversation.house import House
from helpdesk.conversation.starting import Errand, start
from helpdesk.messaging.states import Kind
from helpdesk.people.contacts import Contact, hold
from helpdesk.people.neighbours import helper_of
from helpdesk.people.tables import Reach
from helpdesk.tickets.calls import NewCall, open_call


def remind(db: sa.Connection, house: House, contact: Contact, due: Sequence[Due]) -> int:
    """Say what is due, taken by the caller, who holds the contact; how many messages and calls that makes.

    Whatever the way, it is written under the same key: what was said in one is never said again in another.
    """
    if not due:
        return 0
    if contact.reach == Reach.TEXT.value:
        return _text(db, house, contact, due)
    helper = helper_of(db, contact.id) if contact.reach == Reach.NEIGHBOUR.value else None
    if helper is None:  # nobody agreed, or not any more
        return _ring(db, house, contact, due)
    return _text(db, house, contact, due, through=hold(db, helper))


def _text(
    db: sa.Connection, house: House, contact: Contact, due: Sequence[Due], *, through: Contact | None = None
) -> int:
    facts = {"booking_ids": sorted({reminder.booking_id for reminder in due})}
    errand = Errand(
        flow="reminder_neighbour" if through else "reminder",
        facts={**facts, "helped_id": contact.id} if through else facts,
        kind=Kind.REMINDER,
        intent_key=_key(due),
        useful_until=max(reminder.useful_until for reminder in due),
        about=tuple(reminder.about for reminder in due),
    )
    return 1 if start(db, through or contact, errand, house) is not None else 0


def _ring(db: sa.Connection, house: House, contact: Contact, due: Sequence[Due]) -> int:
    """A call for each booking, so that one that is cancelled takes no other with it."""
    now = house.clock.now()
    ids = {reminder.booking_id for reminder in due}
    opened = 0
    for booking in live_bookings(db, ids, contact_id=contact.id, now=now):
        own = [reminder for reminder in due if reminder.booking_id == booking.id]
        call = NewCall(
            commune_id=booking.opening.commune_id,
            contact_id=contact.id,
            booking_id=booking.id,
            opening_id=booking.opening.id,
            intent_key=_key(own),
            said=own[-1].about.said,
            due_by=max(reminder.useful_until for reminder in own),
        )
        opened += open_call(db, call, now=now) is not None
    return opened


def _key(due: Sequence[Due]) -> str:
    return "reminder:" + ",".join(reminder.key for reminder in due)
