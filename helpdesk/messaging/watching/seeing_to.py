"""An official sees to a message that failed or was never learned of: told otherwise, or sent again on purpose."""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa

from helpdesk.messaging.attachments import attachments_of
from helpdesk.messaging.gateways import Gateway, pick
from helpdesk.messaging.outbox import AGAIN, Draft, post
from helpdesk.messaging.policy.sending_hours import BOUND, next_allowed
from helpdesk.messaging.subjects import subjects_of
from helpdesk.messaging.tables import outbound_messages
from helpdesk.messaging.watching.attention import OPEN, Troubled

m = outbound_messages.c


def deal_with(db: sa.Connection, message: Troubled, *, official_id: int, now: datetime) -> bool:
    """Mark a message as seen to; False where it is already, or has arrived after all.

    It is not looked up any more: what a look-up found missing would be sent, and she knows by now.
    """
    values = {"dealt_with_at": now, "dealt_with_by_id": official_id, "look_up_at": None}
    return db.execute(outbound_messages.update().where(m.id == message.id, OPEN).values(values)).rowcount == 1


def send_again(
    db: sa.Connection, message: Troubled, *, official_id: int, ways: Sequence[Gateway], now: datetime
) -> int | None:
    """Write the message to the outbox once more and mark the old one as seen to; the id of the new one.

    None where it must not be, or no gateway reaches her, or another click was first. Only a person may decide this:
    of an uncertain one nobody knows whether it arrived.
    """
    way = way_for(message, ways)
    if not message.again or way is None or not deal_with(db, message, official_id=official_id, now=now):
        return None
    old = db.execute(sa.select(outbound_messages).where(m.id == message.id)).one()
    draft = Draft(
        intent_key=f"{AGAIN}{old.id}:{old.attempts}",
        kind=message.kind,
        gateway_id=way.id,
        recipient=old.recipient,
        text=old.text,
        # To press the button at night does not mean that she is to be woken.
        due_at=next_allowed(now) if message.kind in BOUND else now,
        contact_id=old.contact_id,
        commune_id=old.commune_id,
        useful_until=old.useful_until,
        subject=old.subject,
        attachments=attachments_of(db, old.id),
        about=subjects_of(db, old.id),
    )
    return post(db, draft, now=now)


def way_for(message: Troubled, ways: Sequence[Gateway]) -> Gateway | None:
    """The gateway it failed on, while that is in use; else, for a resident, one that reaches phones."""
    same = [way for way in ways if way.id == message.gateway_id]
    if same or message.contact_id is None:
        return same[0] if same else None
    try:
        return pick(ways, commune_id=message.commune_id)
    except LookupError:
        return None
