"""What was said between one phone and us, both ways, as a phone shows it."""

import sys
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from helpdesk.messaging.addressed import sent_to
from helpdesk.messaging.states import State
from helpdesk.messaging.tables import gateways, inbound_messages, outbound_messages
from helpdesk.people.tables import contacts
from helpdesk.text.segments import measure

i, m = inbound_messages.c, outbound_messages.c


@dataclass(frozen=True, slots=True)
class Said:
    """One text. `state` is None for one that came in; what came in is as it was kept, without ID numbers."""

    id: int
    ours: bool
    at: datetime
    text: str
    channel: str
    encoding: str
    segments: int
    state: State | None = None
    # The id of the text that it answers, where we did not start.
    answers: int | None = None


def thread(db: sa.Connection, address: str, *, at_most: int) -> list[Said]:
    """The last texts from and to an address (as it is kept: E.164), oldest first; an answer after its question."""
    said = [*_heard(db, address, at_most=at_most), *_told(db, address, at_most=at_most)]
    return sorted(said, key=_order)[-at_most:]


def _order(said: Said) -> tuple[datetime, int, bool, int]:
    # By the clock; an answer directly after what it answers, what we started after what came at the same moment.
    turn = said.answers if said.ours else said.id
    return said.at, sys.maxsize if turn is None else turn, said.ours, said.id


def _heard(db: sa.Connection, address: str, *, at_most: int) -> list[Said]:
    query = (
        sa.select(i.id, i.received_at, i.text, i.channel)
        .join(contacts, contacts.c.id == i.contact_id)
        .where(contacts.c.address == address)
        .order_by(i.id.desc())
        .limit(at_most)
    )
    found = []
    for row in db.execute(query):
        measured = measure(row.text)
        found.append(
            Said(row.id, False, row.received_at, row.text, row.channel, measured.encoding, measured.segments)
        )
    return found


def _told(db: sa.Connection, address: str, *, at_most: int) -> list[Said]:
    query = (
        sa.select(
            m.id, m.created_at, m.text, gateways.c.channel, m.encoding, m.segments, m.state, m.in_reply_to
        )
        .join(gateways, gateways.c.id == m.gateway_id)
        .where(sent_to(address))
        .order_by(m.id.desc())
        .limit(at_most)
    )
    return [
        Said(
            row.id,
            True,
            row.created_at,
            row.text,
            row.channel,
            row.encoding,
            row.segments,
            State(row.state),
            row.in_reply_to,
        )
        for row in db.execute(query)
    ]
