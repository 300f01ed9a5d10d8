"""Changing how a contact is told what we start; what waits to be told in another way is told anew in this."""

from dataclasses import replace
from datetime import datetime

import sqlalchemy as sa

from helpdesk.booking.bookings import live_bookings_of
from helpdesk.booking.reminding import reminders
from helpdesk.people import contacts
from helpdesk.people.contacts import Contact
from helpdesk.people.tables import Reach


def change_reach(db: sa.Connection, contact: Contact, reach: Reach, *, now: datetime) -> Contact:
    """The contact, held by the caller, as she is reached from now on. Whoever chooses a way wants to be told again."""
    if (contact.reach, contact.opted_out_at) == (reach.value, None):
        return contact
    contacts.change(db, contact.id, reach=reach.value, opted_out_at=None)
    for booking in live_bookings_of(db, contact.id, now=now):
        reminders.reword(db, booking.id, now=now)
    return replace(contact, reach=reach.value, opted_out_at=None)
