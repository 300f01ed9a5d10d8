"""What a phone texted last, and what it was answered, by the steps that spoke."""

from datetime import datetime

import sqlalchemy as sa

from helpdesk.messaging.tables import inbound_messages

m = inbound_messages.c
SAYS_NOTHING_NEW = "say:other_words.tell"
"""What answers that an answer was not clear: what was told before is still what she speaks of."""

_LAST = (
    sa.select(m.said)
    .where(m.contact_id == sa.bindparam("contact"), m.said.not_in(["", SAYS_NOTHING_NEW]))
    .order_by(m.received_at.desc(), m.id.desc())
    .limit(1)
)


def last_said(db: sa.Connection, contact_id: int) -> tuple[str, ...]:
    """The steps of the last answer a contact got, in order, as "bring.list"; empty where there was none yet."""
    said: str | None = db.execute(_LAST, {"contact": contact_id}).scalar()
    # Written down with what kind of words they are: "say:bring.list".
    return tuple(step.rpartition(":")[2] for step in (said or "").split())


_LAST_TEXT = (
    sa.select(m.text)
    .where(m.contact_id == sa.bindparam("contact"), m.received_at >= sa.bindparam("since"))
    .order_by(m.received_at.desc(), m.id.desc())
    .limit(1)
)


def last_text(db: sa.Connection, contact_id: int, *, since: datetime) -> str | None:
    """The last text of a contact that is stored, if it came since then (UTC); None where none did."""
    found: str | None = db.execute(_LAST_TEXT, {"contact": contact_id, "since": since}).scalar()
    return found


_LAST_ASKED = (
    sa.select(m.text, m.said)
    .where(m.contact_id == sa.bindparam("contact"), m.received_at >= sa.bindparam("since"), m.said != "")
    .order_by(m.received_at.desc(), m.id.desc())
    .limit(sa.bindparam("most"))
)


def last_asked(db: sa.Connection, contact_id: int, *, since: datetime, most: int) -> list[tuple[str, str]]:
    """The last texts of a contact that we answered since then (UTC), the newest first, each with the steps that answered it,
    written "say:bring.list"."""
    rows = db.execute(_LAST_ASKED, {"contact": contact_id, "since": since, "most": most})
    return [(row.text, row.said) for row in rows]
