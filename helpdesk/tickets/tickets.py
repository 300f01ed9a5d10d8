"""Tickets: what a resident left for an official. One open ticket of a kind per contact, with all her words in it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from helpdesk.people.tables import Reach, contacts
from helpdesk.places.tables import communes, places
from helpdesk.store.upsert import insert_if_new
from helpdesk.tickets.tables import TicketKind, TicketState, tickets

ERASURE_DEADLINE = timedelta(days=20)
"""A request to delete is carried out within 20 days (Decree 356/2025/ND-CP, as reported by CDLAF and Frasers)."""

t = tickets.c


def open_ticket(
    db: sa.Connection,
    kind: TicketKind,
    *,
    contact_id: int,
    commune_id: int | None,
    text: str,
    now: datetime,
    answer_by: datetime | None = None,
) -> int:
    """Open a ticket, or add `text` to the open one of this kind; its id."""
    row = {
        "kind": kind.value,
        "state": TicketState.OPEN.value,
        "contact_id": contact_id,
        "commune_id": commune_id,
        "text": text,
        "opened_at": now,
        "answer_by": answer_by,
    }
    own = (t.contact_id == contact_id) & (t.kind == kind.value) & (t.state == TicketState.OPEN.value)
    joined = sa.case((t.text == "", text), else_=t.text + "\n" + text)
    values = {"text": joined if text else t.text}
    add = tickets.update().where(own).values(values).returning(t.id)
    ticket_id: int | None = None
    while ticket_id is None:
        # Neither new nor open: an official closed it between these two lines. Then this is a new one.
        new: int | None = insert_if_new(db, tickets, row, returning=(t.id,)).scalar()
        ticket_id = db.execute(add).scalar() if new is None else new
    return ticket_id


@dataclass(frozen=True, slots=True)
class Ticket:
    """What waits for an official. `commune` and `village` are None where nobody knows yet where she belongs to.

    `rings`: how often she rang unanswered since it was opened. `language` and `reach` are how she wants to be told.
    """

    id: int
    kind: TicketKind
    text: str
    contact_id: int
    address: str
    commune_id: int | None
    commune: str | None
    opened_at: datetime
    answer_by: datetime | None
    rings: int = 0
    village: str | None = None
    language: str = "vi"
    reach: Reach = Reach.TEXT


def open_tickets(db: sa.Connection, *, commune_id: int | None = None) -> list[Ticket]:
    """The open tickets, the longest waiting first: all of them, or a commune's own and those of no known commune.

    What no commune is known for is everybody's: somebody must ring back.
    """
    query = (
        sa.select(
            t.id,
            t.kind,
            t.text,
            t.contact_id,
            contacts.c.address,
            t.commune_id,
            communes.c.name,
            t.opened_at,
            t.answer_by,
            t.rings,
            places.c.name,
            contacts.c.language,
            contacts.c.reach,
        )
        .join_from(tickets, contacts, contacts.c.id == t.contact_id)
        .outerjoin(communes, communes.c.id == t.commune_id)
        .outerjoin(places, places.c.id == contacts.c.place_id)
        .where(t.state == TicketState.OPEN.value)
        .order_by(t.opened_at, t.id)
    )
    if commune_id is not None:
        query = query.where(_concerns(commune_id))
    return [_ticket(row) for row in db.execute(query)]


def _ticket(row: Sequence[Any]) -> Ticket:
    id_, kind, *more, reach = row
    return replace(Ticket(id_, TicketKind(kind), *more), reach=Reach(reach))


def close(
    db: sa.Connection, ticket_id: int, *, official_id: int, commune_id: int | None, now: datetime
) -> bool:
    """Close an open ticket; False where it is closed already, or is not of this commune (None: of any).

    A request to erase is closed by the erasure alone: it must not leave the list while her data stay.
    """
    open_one = (
        (t.id == ticket_id) & (t.state == TicketState.OPEN.value) & (t.kind != TicketKind.ERASURE.value)
    )
    if commune_id is not None:
        open_one &= _concerns(commune_id)
    values = {"state": TicketState.CLOSED.value, "closed_at": now, "closed_by_id": official_id}
    return db.execute(tickets.update().where(open_one).values(values)).rowcount == 1


def _concerns(commune_id: int) -> sa.ColumnElement[bool]:
    return (t.commune_id == commune_id) | t.commune_id.is_(None)
