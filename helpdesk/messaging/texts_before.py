"""What a phone texted before it asked to be rung: whoever rings is to know what it is about."""

from collections.abc import Collection
from datetime import datetime

import sqlalchemy as sa

from helpdesk.messaging.tables import inbound_messages

LOOKED_AT = 6
"""Texts that are looked through, the newest first."""

m = inbound_messages.c
_LAST = (
    sa.select(m.text, m.understood, m.said)
    .where(m.contact_id == sa.bindparam("contact"), m.received_at >= sa.bindparam("since"))
    .order_by(m.received_at.desc(), m.id.desc())
    .limit(LOOKED_AT)
)


def texts_before(
    db: sa.Connection,
    contact_id: int,
    *,
    since: datetime,
    until_said: Collection[str],
    leave_out: Collection[str],
) -> list[str]:
    """Her texts since a moment (UTC), oldest first, as they were kept, without ID numbers.

    Only those behind the last answer that spoke one of the steps `until_said` ("callback.noted"); none that was understood as
    one of `leave_out`, or as an answer to what we asked.
    """
    found: list[str] = []
    for row in db.execute(_LAST, {"contact": contact_id, "since": since}):
        if any(step.split(":")[-1] in until_said for step in (row.said or "").split()):
            break
        # What is not understood yet is the text that asks for the call.
        if not row.text or row.understood is None:
            continue
        if row.understood not in leave_out and not row.understood.startswith("answer:"):
            found.append(row.text)
    return found[::-1]
