"""The daily cap: what we start may not wear people out. Answers do not count and are never capped."""

from datetime import datetime, time
from typing import Any

import sqlalchemy as sa

from helpdesk.clock import at_local, local_date
from helpdesk.messaging.outbox import AGAIN
from helpdesk.messaging.states import Kind, State
from helpdesk.messaging.tables import outbound_messages

DAILY_CAP = 4
"""Messages a contact gets in one day (commune time) without having texted; the law's cap for advertising is 3 a day,
which this is not (Decree 91/2020), so a moved visit with its two reminders still fits."""

m = outbound_messages.c

_GONE = [state.value for state in (State.SENT, State.DELIVERED, State.UNCERTAIN)]


def over_the_cap(db: sa.Connection, row: sa.Row[Any], *, now: datetime) -> str | None:
    """The reason to drop a message that we start, when its contact had DAILY_CAP of them today already."""
    by_hand = row.intent_key.startswith(AGAIN)  # an official's own decision is not capped
    if row.contact_id is None or row.kind == Kind.REPLY.value or by_hand:
        return None
    query = sa.select(sa.func.count()).where(
        m.contact_id == row.contact_id,
        m.kind != Kind.REPLY.value,
        # Another worker may be sending one at this moment; that one is not settled yet.
        (m.state == State.SENDING.value)
        | (m.state.in_(_GONE) & (m.settled_at >= at_local(local_date(now), time()))),
    )
    return "daily_cap" if int(db.execute(query).scalar_one()) >= DAILY_CAP else None
