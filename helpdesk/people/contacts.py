"""Contacts: the phone numbers that talk to us, and what we know of how to talk back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from helpdesk.people.tables import Reach, contacts
from helpdesk.store.upsert import upsert


@dataclass(frozen=True, slots=True)
class Contact:
    """A number that talks to us. Times are UTC."""

    id: int
    address: str
    language: str
    accents: bool
    reach: str
    commune_id: int | None
    place_id: int | None
    opted_out_at: datetime | None
    consented_at: datetime | None


_COLUMNS: tuple[sa.Column[Any], ...] = tuple(
    contacts.c[name]
    for name in (
        "id",
        "address",
        "language",
        "accents",
        "reach",
        "commune_id",
        "place_id",
        "opted_out_at",
        "consented_at",
    )
)

_CHANGE = contacts.update().where(contacts.c.id == sa.bindparam("contact"))


def meet(db: sa.Connection, address: str, *, now: datetime) -> Contact:
    """The contact of an address, made when it is new, and held until the transaction ends.

    The write is the lock: two texts of one phone at once are taken one after the other.
    """
    new = {"address": address, "language": "vi", "accents": False, "reach": Reach.TEXT.value}
    row = {**new, "created_at": now, "last_seen_at": now}
    met = upsert(db, contacts, row, key=("address",), update=("last_seen_at",), returning=_COLUMNS)
    columns: Sequence[Any] = met.one()
    return Contact(*columns)


def hold(db: sa.Connection, contact_id: int) -> Contact:
    """The contact, held until the transaction ends; for conversations that we start."""
    query = sa.select(*_COLUMNS).where(contacts.c.id == contact_id).with_for_update()
    return Contact(*db.execute(query).one())


def address_of(db: sa.Connection, contact_id: int) -> str:
    """The number of a contact."""
    return str(db.execute(sa.select(contacts.c.address).where(contacts.c.id == contact_id)).scalar_one())


def change(db: sa.Connection, contact_id: int, **values: Any) -> None:
    """Set columns of a contact."""
    db.execute(_CHANGE, {"contact": contact_id, **values})
