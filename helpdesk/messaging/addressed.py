"""Which messages went to an address: a contact's by the contact, an official's by the address itself."""

from typing import Any

import sqlalchemy as sa

from helpdesk.messaging.tables import outbound_messages
from helpdesk.people.tables import contacts

m = outbound_messages.c


def sent_to(address: str | sa.ColumnElement[Any]) -> sa.ColumnElement[bool]:
    """The condition that a message is for `address`. Both halves have an index; one on every recipient has none."""
    contact = sa.select(contacts.c.id).where(contacts.c.address == address).scalar_subquery()
    return (m.contact_id == contact) | (m.contact_id.is_(None) & (m.recipient == address))
