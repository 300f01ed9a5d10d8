"""Lists for an official that have not left."""

from collections.abc import Collection
from datetime import datetime

import sqlalchemy as sa

from helpdesk.messaging.delivery.settling import drop
from helpdesk.messaging.states import Kind, State
from helpdesk.messaging.subjects import WITHDRAWN
from helpdesk.messaging.tables import outbound_messages

m = outbound_messages.c


def drop_lists_to(db: sa.Connection, addresses: Collection[str | None], *, now: datetime) -> int:
    """Drop what waits for these numbers and e-mail addresses of one who works here no longer; how many messages.

    A worker that claims one at the same moment is waited for: either it leaves, or it is dropped.
    """
    hers = m.recipient.in_([address for address in addresses if address])
    waits = (m.kind == Kind.LIST.value) & (m.state == State.QUEUED.value)
    found = db.execute(sa.select(m.id).where(hers, waits).order_by(m.id).with_for_update()).scalars().all()
    return sum(drop(db, id_, reason=WITHDRAWN, now=now) for id_ in found)
