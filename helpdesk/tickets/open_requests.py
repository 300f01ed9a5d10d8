"""What one phone has asked officials for, and still waits for."""

from collections.abc import Collection
from datetime import datetime

import sqlalchemy as sa

from helpdesk.messaging.tables import inbound_messages
from helpdesk.tickets.tables import TicketKind, TicketState, tickets

t = tickets.c
m = inbound_messages.c


def newest_request(db: sa.Connection, contact_id: int, *, kinds: Collection[TicketKind]) -> TicketKind | None:
    """Which of these kinds she asked for last, of those still open; None where none is."""
    wanted = _open(contact_id) & t.kind.in_([kind.value for kind in kinds])
    kind: str | None = db.execute(
        sa.select(t.kind).where(wanted).order_by(t.opened_at.desc(), t.id.desc()).limit(1)
    ).scalar()
    return None if kind is None else TicketKind(kind)


def rang_last(db: sa.Connection, contact_id: int) -> bool:
    """Whether she rang, is to be called back for that, and has had no answer to any text since."""
    answered_since = (m.contact_id == contact_id) & (m.said != "") & (m.received_at > t.opened_at)
    rang = _open(contact_id) & (t.kind == TicketKind.CALLBACK.value) & (t.rings > 0)
    query = sa.select(t.id).where(rang, ~sa.exists().where(answered_since)).limit(1)
    return db.execute(query).first() is not None


def deletion_due(db: sa.Connection, contact_id: int) -> datetime | None:
    """By when all that is kept of her is to be deleted (UTC); None where she has not asked for it."""
    wanted = _open(contact_id) & (t.kind == TicketKind.ERASURE.value)
    due: datetime | None = db.execute(sa.select(t.answer_by).where(wanted)).scalar()
    return due


def _open(contact_id: int) -> sa.ColumnElement[bool]:
    return (t.contact_id == contact_id) & (t.state == TicketState.OPEN.value)
