"""Calls that rang here unanswered: one ring or five, she is to be called back once."""

from datetime import datetime
from typing import NamedTuple

import sqlalchemy as sa

from helpdesk.store.upsert import insert_if_new
from helpdesk.tickets.tables import TicketKind, TicketState, missed_calls, tickets
from helpdesk.tickets.tickets import open_ticket

t = tickets.c


def keep(
    db: sa.Connection,
    *,
    channel: str,
    provider_id: str,
    gateway_id: int,
    contact_id: int,
    rang_at: datetime,
    now: datetime,
) -> bool:
    """Keep a missed call under its identity; False when this very call is here already."""
    row = {
        "channel": channel,
        "provider_id": provider_id,
        "gateway_id": gateway_id,
        "contact_id": contact_id,
        "rang_at": rang_at,
        "received_at": now,
    }
    kept = insert_if_new(db, missed_calls, row, returning=(missed_calls.c.id,)).scalar()
    return kept is not None


class Rung(NamedTuple):
    """The call-back that a ring is kept in, and how often she has rung since it was opened."""

    ticket_id: int
    rings: int


def note_ring(db: sa.Connection, *, contact_id: int, commune_id: int | None, now: datetime) -> Rung:
    """Count a ring in her open call-back, opening one where there is none. The caller holds the contact."""
    ticket_id = open_ticket(
        db, TicketKind.CALLBACK, contact_id=contact_id, commune_id=commune_id, text="", now=now
    )
    counted = tickets.update().where(t.id == ticket_id, t.state == TicketState.OPEN.value)
    # The commune may be known only now, by the number she rang.
    values = {"rings": t.rings + 1, "commune_id": sa.func.coalesce(t.commune_id, commune_id)}
    rings = db.execute(counted.values(values).returning(t.rings)).scalar()
    if rings is None:  # closed between the two lines
        return note_ring(db, contact_id=contact_id, commune_id=commune_id, now=now)
    return Rung(ticket_id, rings)
