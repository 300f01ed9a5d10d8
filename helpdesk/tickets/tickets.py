"""Tickets: what a resident left for an official. One open ticket of a kind per contact, with all her words in it."""

from datetime import datetime, timedelta

import sqlalchemy as sa

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
    new: int | None = db.execute(insert_if_new(db, tickets, row).returning(t.id)).scalar()
    if new is not None:
        return new
    own = (t.contact_id == contact_id) & (t.kind == kind.value) & (t.state == TicketState.OPEN.value)
    values = {"text": t.text + "\n" + text} if text else {"text": t.text}
    return int(db.execute(tickets.update().where(own).values(values).returning(t.id)).scalar_one())
