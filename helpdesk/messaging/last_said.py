"""What a phone was answered last, by the steps that spoke."""

import sqlalchemy as sa

from helpdesk.messaging.tables import inbound_messages

m = inbound_messages.c
_LAST = (
    sa.select(m.said)
    .where(m.contact_id == sa.bindparam("contact"), m.said != "")
    .order_by(m.received_at.desc(), m.id.desc())
    .limit(1)
)


def last_said(db: sa.Connection, contact_id: int) -> tuple[str, ...]:
    """The steps of the last answer a contact got, in order, as "bring.list"; empty where there was none yet."""
    said: str | None = db.execute(_LAST, {"contact": contact_id}).scalar()
    # Written down with what kind of words they are: "say:bring.list".
    return tuple(step.rpartition(":")[2] for step in (said or "").split())
