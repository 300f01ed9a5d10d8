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
    """The steps of the last answer a contact got, in order, as "say:bring.list"; empty where there was none yet."""
    said: str | None = db.execute(_LAST, {"contact": contact_id}).scalar()
    return tuple((said or "").split())
