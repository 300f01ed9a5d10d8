"""Figures about tickets, for whoever watches the service."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from helpdesk.tickets.calls import OPEN
from helpdesk.tickets.tables import TicketKind, TicketState, call_tasks, tickets

t = tickets.c


@dataclass(frozen=True, slots=True)
class Open:
    """The open tickets of a kind: how many, and since when the oldest is."""

    kind: TicketKind
    tickets: int
    oldest: datetime


def open_by_kind(db: sa.Connection) -> list[Open]:
    """What waits for an official, by kind."""
    is_open = t.state == sa.literal(TicketState.OPEN.value, literal_execute=True)
    query = sa.select(t.kind, sa.func.count(), sa.func.min(t.opened_at)).where(is_open).group_by(t.kind)
    return [Open(TicketKind(kind), count, oldest) for kind, count, oldest in db.execute(query)]


def calls_to_make(db: sa.Connection, *, now: datetime) -> tuple[int, int]:
    """How many calls wait to be made, and how many of them are past the moment until which they are of use."""
    c = call_tasks.c
    late = sa.func.count(sa.case((c.due_by <= now, 1)))
    waiting, missed = db.execute(sa.select(sa.func.count(), late).where(c.state.in_(OPEN))).one()
    return int(waiting), int(missed)
