"""Consent, kept as proof: what was asked, and the message that said yes. No answer is no consent."""

from datetime import datetime

import sqlalchemy as sa

from helpdesk.people.contacts import change
from helpdesk.people.tables import consents

_KEEP = consents.insert()


def give(db: sa.Connection, *, contact_id: int, wording: str, inbound_id: int | None, now: datetime) -> None:
    """Keep a yes: `wording` is the text that was agreed to, `inbound_id` the message that agreed."""
    proof = {"contact_id": contact_id, "wording": wording, "inbound_id": inbound_id, "given_at": now}
    db.execute(_KEEP, proof)
    change(db, contact_id, consented_at=now)


def withdraw(db: sa.Connection, *, contact_id: int, now: datetime) -> None:
    """End the consent of a contact; the proof that there was one stays until the erasure."""
    live = (consents.c.contact_id == contact_id) & consents.c.withdrawn_at.is_(None)
    db.execute(consents.update().where(live).values(withdrawn_at=now))
    change(db, contact_id, consented_at=None, erase_asked_at=now)
