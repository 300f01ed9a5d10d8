"""Moving an outbound message between its states: the only place that does."""

from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from helpdesk.messaging.states import State, sources_of
from helpdesk.messaging.tables import gateways, outbound_messages

UNCERTAIN_PATIENCE = timedelta(minutes=2)
"""Before the provider is first asked about a call whose end we never learned; longer than any call can last."""


def settle(
    db: sa.Connection,
    message_id: int,
    to: State,
    *,
    now: datetime,
    code: str | None = None,
    only_if: sa.ColumnElement[bool] | None = None,
    look_up: bool = True,
    look_up_at: datetime | None = None,
    **values: Any,
) -> bool:
    """Move a message to `to`; False when the table of moves does not allow it from where it is now.

    A late or repeated report thereby changes nothing: delivered stays delivered. `code` says why it is where it
    is, so a move without one forgets the last. An uncertain one will be looked up, unless `look_up` is False: at
    `look_up_at`, else when the call can no longer be under way.
    """
    m = outbound_messages.c
    allowed = (m.id == message_id) & m.state.in_(sources_of(to))
    moved = db.execute(
        outbound_messages.update()
        .where(allowed if only_if is None else allowed & only_if)
        .values(
            state=to.value,
            lease_until=None,
            settled_at=None if to is State.QUEUED else now,
            # Only what nobody knows is looked up; every other move ends the asking.
            look_up_at=(look_up_at or now + UNCERTAIN_PATIENCE)
            if to is State.UNCERTAIN and look_up
            else None,
            code=code,
            **values,
        )
    )
    return moved.rowcount == 1


# Built once: building a statement costs more than running it, and receipts come in numbers.
_m = outbound_messages.c
_TAKE_BACK = (
    outbound_messages.update()
    .where(
        _m.provider_id == sa.bindparam("provider"),
        _m.id != sa.bindparam("message"),
        _m.gateway_id.in_(sa.select(gateways.c.id).where(gateways.c.channel == sa.bindparam("on_channel"))),
    )
    .values(
        state=sa.case((_m.dealt_with_at.is_(None), State.UNCERTAIN.value), else_=_m.state),
        look_up_at=sa.case((_m.dealt_with_at.is_(None), sa.bindparam("now", type_=_m.look_up_at.type))),
        provider_id=None,
        cost=None,
        code="another",
    )
)


def belongs_to(db: sa.Connection, message_id: int, *, channel: str, provider_id: str, now: datetime) -> None:
    """The provider says for certain which message of ours has its id `provider_id`.

    A look-up may have taken it for another one with the same text to the same phone, the one that never left. That
    one is in doubt again, whatever it counted as, and looked up at once, unless an official has seen to it. This is
    the only move that the table of moves does not know: it takes back what was never so.
    """
    known = {"provider": provider_id, "message": message_id, "on_channel": channel, "now": now}
    db.execute(_TAKE_BACK, known)


def postpone(db: sa.Connection, message_id: int, *, until: datetime) -> None:
    """Let a message that is queued wait until later."""
    m = outbound_messages.c
    queued = (m.id == message_id) & (m.state == State.QUEUED.value)
    db.execute(outbound_messages.update().where(queued).values(due_at=until))


def redirect(db: sa.Connection, message_id: int, *, gateway_id: int) -> None:
    """Let a message that is queued leave by another gateway."""
    m = outbound_messages.c
    queued = (m.id == message_id) & (m.state == State.QUEUED.value)
    db.execute(outbound_messages.update().where(queued).values(gateway_id=gateway_id))


def fail_unsent(db: sa.Connection, message_id: int, *, reason: str, now: datetime) -> bool:
    """A queued message that no gateway may carry has failed: an official must see to it.

    Taken first, like one that is sent: it may have been taken, or taken back, meanwhile.
    """
    queued = outbound_messages.c.state == State.QUEUED.value
    taken = settle(db, message_id, State.SENDING, now=now, only_if=queued)
    return taken and settle(db, message_id, State.FAILED, now=now, code=reason)


def drop(db: sa.Connection, message_id: int, *, reason: str, now: datetime, **values: Any) -> bool:
    """Give up a message that is no longer useful or wanted; `reason` stays visible in its code."""
    return settle(db, message_id, State.DROPPED, now=now, code=reason, **values)
