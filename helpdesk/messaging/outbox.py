"""The outbox: what is to be said is written here, once, in the transaction that decided it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa

from helpdesk.channels.contract import Attachment
from helpdesk.messaging.attachments import attach
from helpdesk.messaging.inbound import FAULT, LOOP
from helpdesk.messaging.states import Kind, Priority, State
from helpdesk.messaging.subjects import Subject, note_subjects
from helpdesk.messaging.tables import UNAGREED, gateways, inbound_messages, outbound_messages
from helpdesk.store.upsert import insert_if_new
from helpdesk.text.segments import measure


@dataclass(frozen=True, slots=True)
class Draft:
    """One message to be said. `intent_key` names the thing said: the same key is never written twice."""

    intent_key: str
    kind: Kind
    gateway_id: int
    recipient: str
    text: str
    due_at: datetime
    contact_id: int | None = None
    commune_id: int | None = None
    in_reply_to: int | None = None
    useful_until: datetime | None = None
    # The answer leaves on the wire of the request itself; its receipt settles it.
    handed_over: bool = False
    # The channel will tell what became of it; otherwise handed over is sent.
    receipts: bool = True
    # Of an e-mail only: without a subject it is a text, and cannot have attachments.
    subject: str | None = None
    attachments: tuple[Attachment, ...] = ()
    # So that it can be taken back while it waits: see subjects.py.
    about: tuple[Subject, ...] = ()


HANDED_OVER_PATIENCE = timedelta(minutes=15)
"""How long an answer given on the wire waits for its receipt before the provider is asked for it."""

AGAIN = "again:"
"""What the intent key of a message begins with that an official sent again: "again:17:2", the id and its attempts."""

_PRIORITY = {
    Kind.REPLY: Priority.ANSWER,
    Kind.NOTICE: Priority.NOTICE,
    Kind.REMINDER: Priority.REMINDER,
    Kind.LIST: Priority.LIST,
}

# What it costs by the gateway's price, for what leaves on the wire; the rest is told its price when it leaves.
_ESTIMATE = (
    sa.select(gateways.c.vnd_per_segment * sa.bindparam("counted", type_=sa.Integer()))
    .where(gateways.c.id == sa.bindparam("by_gateway"))
    .scalar_subquery()
)

_LAST_ANSWER = (
    sa.select(outbound_messages.c.text)
    .join(inbound_messages, inbound_messages.c.id == outbound_messages.c.in_reply_to)
    .where(
        outbound_messages.c.contact_id == sa.bindparam("contact"),
        outbound_messages.c.kind == Kind.REPLY.value,
        inbound_messages.c.understood.not_in((FAULT, LOOP)),
    )
    .order_by(outbound_messages.c.id.desc())
    .limit(1)
)


def post(db: sa.Connection, draft: Draft, *, now: datetime) -> int | None:
    """Write the intent; the outbox id, or None when this intent was written before."""
    measured = measure(draft.text) if draft.subject is None else None
    row = {
        "intent_key": draft.intent_key,
        "kind": draft.kind.value,
        "gateway_id": draft.gateway_id,
        "contact_id": draft.contact_id,
        "recipient": draft.recipient,
        "commune_id": draft.commune_id,
        "in_reply_to": draft.in_reply_to,
        "text": draft.text,
        "subject": draft.subject,
        "encoding": measured.encoding if measured else "UTF-8",
        "segments": measured.segments if measured else 0,
        "state": _state(draft).value,
        "look_up_at": now + HANDED_OVER_PATIENCE if _state(draft) is State.HANDED_OVER else None,
        "settled_at": now if _state(draft) is State.SENT else None,
        "priority": int(_PRIORITY[draft.kind]),
        "due_at": draft.due_at,
        "useful_until": draft.useful_until,
        "attempts": 0,
        "created_at": now,
        "forget_at": now + UNAGREED,
        "counted": measured.segments if measured else 0,
        "by_gateway": draft.gateway_id,
    }
    message_id: int | None = insert_if_new(
        db,
        outbound_messages,
        row,
        returning=(outbound_messages.c.id,),
        computed=(("estimated_vnd", _ESTIMATE),),
    ).scalar()
    if message_id is not None:
        attach(db, message_id, draft.attachments)
        note_subjects(db, message_id, draft.about)
    return message_id


def _state(draft: Draft) -> State:
    if not draft.handed_over:
        return State.QUEUED
    return State.HANDED_OVER if draft.receipts else State.SENT


_LAST_ASKED = (
    sa.select(sa.func.max(inbound_messages.c.id))
    .where(
        inbound_messages.c.contact_id == sa.bindparam("contact"),
        inbound_messages.c.said.like(sa.bindparam("asked")),
    )
    .scalar_subquery()
)
_SINCE_ASKED = (
    sa.select(outbound_messages.c.in_reply_to, outbound_messages.c.text)
    .join(inbound_messages, inbound_messages.c.id == outbound_messages.c.in_reply_to)
    .where(
        outbound_messages.c.contact_id == sa.bindparam("contact"),
        outbound_messages.c.kind == Kind.REPLY.value,
        inbound_messages.c.id >= _LAST_ASKED,
        inbound_messages.c.understood.not_in((FAULT, LOOP)),
    )
    .order_by(outbound_messages.c.id)
)


def answers_asking(db: sa.Connection, contact_id: int, step: str) -> list[str]:
    """The messages in which a contact was last asked `step` in full ("%.consent" is any flow's step of that name), and
    behind them the last answer, where the question was asked once more since; empty where it never was."""
    found = db.execute(_SINCE_ASKED, {"contact": contact_id, "asked": f"%ask:{step}%"}).all()
    asked = [row.text for row in found if row.in_reply_to == found[0].in_reply_to]
    return list(dict.fromkeys(text for text in (*asked, *(row.text for row in found[-1:])) if text))


def last_answer(db: sa.Connection, contact_id: int) -> str | None:
    """The answer a contact was last given, and so the question she has before her; None when there is none.

    Neither what we start counts, which may lie on top of a question, nor an apology, nor that the answers rest.
    """
    text: str | None = db.execute(_LAST_ANSWER, {"contact": contact_id}).scalar()
    return text
