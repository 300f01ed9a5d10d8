"""What came in: stored under its unique identity before anything is done about it."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from helpdesk.messaging.gateways import USSD
from helpdesk.messaging.states import Outcome, State
from helpdesk.messaging.tables import UNAGREED, gateways, inbound_messages, outbound_messages
from helpdesk.store.upsert import insert_if_new

MAX_STORED = 1600
"""Characters of a text that are kept: Twilio's own limit of a message body."""

FAULT = "fault"
"""What a message is noted as whose turn failed: its answer was an apology and asked nothing."""

MACHINE = "machine"
"""What a message is noted as whose sender is no phone: a brand name or a short code gets silence."""

LOOP = "loop"
"""What a message is noted as that was one too many: its answer was silence."""

LATE = "late"
"""What a message is noted as that answered when nothing was asked (any more): it was told so."""

_NOTED = inbound_messages.update().where(inbound_messages.c.id == sa.bindparam("message"))
_NOTHING = dict.fromkeys(("understood", "outcome", "flow", "step", "said", "language"))


class StoredAlready(RuntimeError):
    """Another sender's message is stored under this identity since we looked."""


@dataclass(slots=True)
class Incoming:
    """A message that came: under which identity, by which gateway, from whom, saying what.

    It is written once, with what was made of it; earlier only where something else must name it. `id` is its row's
    from then on.
    """

    channel: str
    provider_id: str
    gateway_id: int
    contact_id: int
    commune_id: int | None
    text: str
    received_at: datetime
    id: int | None = None

    def stored(self, db: sa.Connection, **noted: str | None) -> int:
        """The id of its row, written now at the latest, with what is noted of it. Raises StoredAlready."""
        if self.id is not None:
            if noted:
                db.execute(_NOTED, {"message": self.id, **noted})
            return self.id
        row = {
            "channel": self.channel,
            "provider_id": self.provider_id,
            "gateway_id": self.gateway_id,
            "contact_id": self.contact_id,
            "commune_id": self.commune_id,
            "text": self.text[:MAX_STORED],
            "received_at": self.received_at,
            "forget_at": self.received_at + UNAGREED,
            **(noted or _NOTHING),
        }
        found = insert_if_new(db, inbound_messages, row, returning=(inbound_messages.c.id,)).scalar()
        if found is None:
            raise StoredAlready(self.channel)
        self.id = int(found)
        return self.id

    def note(
        self,
        db: sa.Connection,
        understood: str,
        *,
        outcome: Outcome,
        flow: str | None = None,
        step: str | None = None,
        said: str = "",
        language: str | None = None,
    ) -> None:
        """Write down what the turn made of it.

        `flow` and `step`: the question it was said to, if any; `said`: the steps of the answer, "say:bring.list
        ask:menu.menu". For counting; only the loop guard decides by it which texts were answered.
        """
        of = {"understood": understood, "outcome": outcome.value, "flow": flow, "step": step}
        self.stored(db, **of, said=said, language=language)


def stored_as(channel: sa.ColumnElement[str], provider_id: sa.ColumnElement[str]) -> sa.ScalarSelect[int]:
    """The row of a message with this identity, as part of another query; NULL where it never came."""
    i = inbound_messages.c
    return sa.select(i.id).where(i.channel == channel, i.provider_id == provider_id).scalar_subquery()


def replies_to(db: sa.Connection, *, channel: str, provider_id: str) -> list[tuple[int, str]]:
    """The answers (outbox id, text) that a message got the first time it came."""
    query = (
        sa.select(outbound_messages.c.id, outbound_messages.c.text)
        .join(
            inbound_messages,
            (inbound_messages.c.id == outbound_messages.c.in_reply_to)
            # By the contact, of whose messages there is an index.
            & (inbound_messages.c.contact_id == outbound_messages.c.contact_id),
        )
        .where(inbound_messages.c.channel == channel, inbound_messages.c.provider_id == provider_id)
        # What is sent by itself meanwhile, because the first answer never arrived, is not handed over again.
        .where(outbound_messages.c.attempts == 0, outbound_messages.c.state != State.QUEUED.value)
        # Nor is what a look-up has settled: the provider has it, or nobody needs it any more.
        .where(
            sa.or_(outbound_messages.c.look_ups == 0, outbound_messages.c.state == State.HANDED_OVER.value)
        )
        .order_by(outbound_messages.c.id)
    )
    return [(row.id, row.text) for row in db.execute(query)]


def last_gateway(db: sa.Connection, contact_id: int) -> int | None:
    """The gateway a contact last came through, of those that can text her; None for one who never did."""
    query = (
        sa.select(inbound_messages.c.gateway_id)
        .join(gateways, gateways.c.id == inbound_messages.c.gateway_id)
        .where(inbound_messages.c.contact_id == contact_id, gateways.c.channel.not_like(f"%{USSD}"))
        .order_by(inbound_messages.c.id.desc())
        .limit(1)
    )
    gateway_id: int | None = db.execute(query).scalar()
    return gateway_id
