"""The loop guard: an auto-responder, or a flood from one number, gets silence instead of a bill."""

from datetime import datetime, timedelta

import sqlalchemy as sa

from helpdesk.messaging.gateways import USSD
from helpdesk.messaging.tables import inbound_messages

WINDOW = timedelta(minutes=10)

SAME = 6
"""The same text this often within the window is a machine; a person who insists stops before."""

SHORT = 5
"""Characters up to which a text may be repeated: "1" six times leads through the menu to a question."""

MOST = 40
"""Texts of any kind within the window; the longest conversation by menu has nine."""

i = inbound_messages.c

_LAST = (
    sa.select(i.text, i.received_at)
    # Pages are turned by hand, and nobody pays for them by the piece.
    .where(i.contact_id == sa.bindparam("contact"), i.channel.not_like(f"%{USSD}"))
    .order_by(i.id.desc())
    .limit(MOST)
)


def goes_in_circles(db: sa.Connection, contact_id: int, *, text: str, now: datetime) -> bool:
    """Whether this text, stored already, is one too many: the same again and again, or simply too many."""
    rows = db.execute(_LAST, {"contact": contact_id}).all()
    last = [row.text for row in rows if row.received_at > now - WINDOW]
    return len(last) >= MOST or (len(text) > SHORT and last.count(text) >= SAME)
