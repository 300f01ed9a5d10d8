"""Receipts: what a provider says became of a message; in any order, late, or twice."""

from datetime import datetime

import sqlalchemy as sa

from helpdesk.channels.contract import DeliveryStatus, Receipt
from helpdesk.messaging.delivery.settling import belongs_to, settle
from helpdesk.messaging.states import State
from helpdesk.messaging.tables import gateways, outbound_messages, receipts
from helpdesk.store.upsert import insert_if_new

_STATE_FOR = {
    DeliveryStatus.SENT: State.SENT,
    DeliveryStatus.DELIVERED: State.DELIVERED,
    DeliveryStatus.FAILED: State.FAILED,
}


_r, _m = receipts.c, outbound_messages.c
# Built once: building a statement costs more than running it, and receipts come in numbers.
_OF_CHANNEL = (
    sa.select(_m.id)
    .join(gateways, gateways.c.id == _m.gateway_id)
    .where(gateways.c.channel == sa.bindparam("channel"))
)
_BY_OUR_ID = _OF_CHANNEL.where(_m.id == sa.bindparam("message"))
_BY_THEIR_ID = _OF_CHANNEL.where(_m.provider_id == sa.bindparam("provider"))
_ADOPT = (
    receipts.update()
    .where(
        _r.channel == sa.bindparam("of_channel"),
        _r.provider_id == sa.bindparam("provider"),
        _r.message_id.is_(None),
    )
    .values(message_id=sa.bindparam("message"))
    .returning(_r.status, _r.code)
)


def take(db: sa.Connection, receipt: Receipt, *, channel: str, now: datetime) -> bool:
    """Keep a receipt and move its message on. False when this very receipt is here already.

    A receipt of a message we do not know is kept, too: it may be one whose sending we never learned of.
    """
    own = _named(db, receipt, channel)
    message_id = own or _by_their_id(db, receipt, channel)
    row = {
        "channel": channel,
        "provider_id": receipt.provider_id,
        "status": receipt.status.value,
        "provider_status": receipt.provider_status,
        "code": receipt.code,
        "message_id": message_id,
        "received_at": now,
    }
    new = insert_if_new(db, receipts, row, returning=(receipts.c.id,)).scalar()
    if new is None:
        return False
    if own is not None:
        belongs_to(db, own, channel=channel, provider_id=receipt.provider_id, now=now)
    state = _STATE_FOR.get(receipt.status)
    if message_id is not None and state is not None:
        settle(db, message_id, state, now=now, code=receipt.code, provider_id=receipt.provider_id)
    return True


def adopt(db: sa.Connection, message_id: int, *, channel: str, provider_id: str, now: datetime) -> None:
    """Let receipts count that came before we knew this message by its provider's id."""
    early = {"of_channel": channel, "provider": provider_id, "message": message_id}
    for status, code in db.execute(_ADOPT, early).all():
        state = _STATE_FOR.get(DeliveryStatus(status))
        if state is not None:
            settle(db, message_id, state, now=now, code=code)


def _named(db: sa.Connection, receipt: Receipt, channel: str) -> int | None:
    """Our message by our own id, where it came back; only on the receipt's channel."""
    ref = receipt.message_ref
    if not (ref and ref.isdecimal() and len(ref) < 19):
        return None
    own: int | None = db.execute(_BY_OUR_ID, {"channel": channel, "message": int(ref)}).scalar()
    return own


def _by_their_id(db: sa.Connection, receipt: Receipt, channel: str) -> int | None:
    theirs = {"channel": channel, "provider": receipt.provider_id}
    found: int | None = db.execute(_BY_THEIR_ID, theirs).scalar()
    return found
