"""Tables of the messaging room."""

from datetime import timedelta

import sqlalchemy as sa

from helpdesk.messaging.states import AttemptResult, Kind, QuestionEvent, State
from helpdesk.store.base import id_column, metadata, one_of, partial_index, ref, when, word

UNAGREED = timedelta(days=3)
"""How long texts are kept before anybody asks whether there is a consent to keep them longer (design: three days)."""

gateways = sa.Table(
    "gateways",
    metadata,
    id_column(),
    word("channel"),
    # The number or SIM it is reached at, as residents dial it.
    word("address"),
    # None: it serves every commune, and a contact's commune is remembered or asked.
    ref("commune_id", "communes.id", null=True),
    sa.Column("two_way", sa.Boolean(), nullable=False, default=True),
    # Otherwise only wordings that the provider has registered leave by it: `message_templates`.
    sa.Column("free_text", sa.Boolean(), nullable=False, default=True),
    # Whether lists may leave by it; an ordinary SIM is blocked for that.
    sa.Column("bulk", sa.Boolean(), nullable=False, default=False),
    # The address is a name, which phones show and nobody can text to.
    sa.Column("brand_name", sa.Boolean(), nullable=False, default=False, server_default=sa.false()),
    sa.Column("pace_per_minute", sa.Integer(), nullable=False, default=60),
    # What a segment costs by the contract, in dong; None: nobody has said.
    sa.Column("vnd_per_segment", sa.Integer(), nullable=True),
    # Texts a day that may leave by it, as the plan of a SIM has it, each segment counted; None: as many as there are.
    sa.Column("per_day", sa.Integer(), nullable=True),
    # How many left on the day `counted_on`; and how many were answered on the wire of a request that day, which is
    # counted where there is a limit only.
    sa.Column("counted_on", sa.Date(), nullable=True),
    sa.Column("counted", sa.Integer(), nullable=False, default=0, server_default="0"),
    sa.Column("answered", sa.Integer(), nullable=False, default=0, server_default="0"),
    # When the pace allows the next message; behind the clock by as much as may be made up for.
    when("free_at", null=True),
    sa.Column("active", sa.Boolean(), nullable=False, default=True),
    sa.UniqueConstraint("channel", "address"),
    sa.CheckConstraint("NOT (brand_name AND two_way)", name="nobody_answers_a_name"),
)

message_templates = sa.Table(
    "message_templates",
    metadata,
    id_column(),
    ref("gateway_id", "gateways.id"),
    # As it was registered, with the name of the sender in it and {placeholders} for what differs.
    word("wording"),
    # What the provider calls it, where it calls it something.
    word("provider_id", null=True),
    when("added_at"),
    sa.UniqueConstraint("gateway_id", "wording"),
)

inbound_messages = sa.Table(
    "inbound_messages",
    metadata,
    id_column(),
    word("channel"),
    # What identifies the message on its channel: a repeat finds this row and gets the same answer.
    word("provider_id"),
    ref("gateway_id", "gateways.id"),
    ref("contact_id", "contacts.id"),
    ref("commune_id", "communes.id", null=True),
    word("text"),
    when("received_at"),
    # What the turn made of it; for the counts of what people do, and to tell what was answered from what was not.
    word("understood", null=True),
    word("outcome", null=True),
    # The question that it was said to, where one was open.
    word("flow", null=True),
    word("step", null=True),
    # The steps that its answer spoke: "say:bring.list ask:menu.menu".
    word("said", null=True),
    word("language", null=True),
    # When somebody looks whether the text is still needed; None: it is gone.
    when("forget_at", null=True),
    sa.UniqueConstraint("channel", "provider_id"),
)
# The last texts of a phone, whatever it sends: the loop guard asks at every turn.
sa.Index("ix_inbound_messages_contact", inbound_messages.c.contact_id, inbound_messages.c.received_at)
partial_index(
    "ix_inbound_messages_forget",
    inbound_messages.c.forget_at,
    where=inbound_messages.c.forget_at.is_not(None),
)

outbound_messages = sa.Table(
    "outbound_messages",
    metadata,
    id_column(),
    # Written once per thing to be said: the second writer finds it taken.
    word("intent_key", unique=True),
    word("kind"),
    ref("gateway_id", "gateways.id"),
    ref("contact_id", "contacts.id", null=True, index=True),
    word("recipient"),
    ref("commune_id", "communes.id", null=True),
    ref("in_reply_to", "inbound_messages.id", null=True),
    word("text"),
    # Only of e-mails; None: a text, which has no attachments either.
    word("subject", null=True),
    # "GSM-7" or "UCS-2" of a text; an e-mail is "UTF-8" and has 0 segments, for it is not counted in any.
    word("encoding"),
    sa.Column("segments", sa.SmallInteger(), nullable=False),
    word("state"),
    sa.Column("priority", sa.SmallInteger(), nullable=False),
    when("due_at"),
    when("useful_until", null=True),
    sa.Column("attempts", sa.SmallInteger(), nullable=False, default=0),
    when("lease_until", null=True),
    # When the provider is asked what became of it; None: nothing is to be asked.
    when("look_up_at", null=True),
    sa.Column("look_ups", sa.SmallInteger(), nullable=False, default=0, server_default="0"),
    word("provider_id", null=True),
    word("code", null=True),
    # In the provider's own words, where it tells.
    word("cost", null=True),
    # By the gateway's price and the segments, when it left; None: the price was not known.
    sa.Column("estimated_vnd", sa.Integer(), nullable=True),
    when("created_at"),
    when("settled_at", null=True),
    # Since an official saw to one that failed or that nobody knows of: nothing is to be done about it any more.
    when("dealt_with_at", null=True),
    ref("dealt_with_by_id", "officials.id", null=True),
    # When somebody looks whether the text is still needed; None: it is gone.
    when("forget_at", null=True),
    one_of("state", State),
    one_of("kind", Kind),
)
partial_index(
    "ix_outbound_messages_forget",
    outbound_messages.c.forget_at,
    where=outbound_messages.c.forget_at.is_not(None),
)
# Only rows that still wait are in it, so a sweep costs what is due and not what was ever sent.
partial_index(
    "ix_outbound_messages_due",
    outbound_messages.c.priority,
    outbound_messages.c.due_at,
    outbound_messages.c.id,
    where=outbound_messages.c.state == "queued",
)
# Each index costs every answer a page to write: none that only rare questions ask (measured: a twentieth of a turn each).
partial_index(
    "ix_outbound_messages_provider_id",
    outbound_messages.c.provider_id,
    where=outbound_messages.c.provider_id.is_not(None),
)
# To officials, who are no contacts; what a contact was told is found by contact.
partial_index(
    "ix_outbound_messages_recipient",
    outbound_messages.c.recipient,
    where=outbound_messages.c.contact_id.is_(None),
)
partial_index(
    "ix_outbound_messages_leases",
    outbound_messages.c.lease_until,
    where=outbound_messages.c.state == "sending",
)

# What a person must or had to see to. First what nobody has seen to yet.
partial_index(
    "ix_outbound_messages_attention",
    outbound_messages.c.dealt_with_at,
    outbound_messages.c.settled_at,
    where=outbound_messages.c.state.in_(("failed", "uncertain")),
)

# What a message that we started is about, so that it can be taken back while it waits.
message_subjects = sa.Table(
    "message_subjects",
    metadata,
    id_column(),
    ref("message_id", "outbound_messages.id"),
    # E.g. "booking:12".
    word("subject", index=True),
    # What of it is said, for whoever wants to say it again; empty where that is one thing only.
    word("said"),
    sa.UniqueConstraint("message_id", "subject", "said"),
)

attachments = sa.Table(
    "attachments",
    metadata,
    id_column(),
    ref("message_id", "outbound_messages.id", index=True),
    word("name"),
    word("media_type"),
    sa.Column("content", sa.LargeBinary(), nullable=False),
)

partial_index(
    "ix_outbound_messages_look_ups",
    outbound_messages.c.look_up_at,
    where=outbound_messages.c.look_up_at.is_not(None),
)

# What happens to questions without any text coming in; the rest is counted from `inbound_messages`.
question_events = sa.Table(
    "question_events",
    metadata,
    id_column(),
    word("event"),
    when("at"),
    ref("commune_id", "communes.id", null=True),
    word("flow"),
    word("step"),
    word("language"),
    one_of("event", QuestionEvent),
)

# Texts of which an official said that they were understood wrongly, and what they are about.
understanding_marks = sa.Table(
    "understanding_marks",
    metadata,
    id_column(),
    ref("inbound_id", "inbound_messages.id", unique=True),
    ref("commune_id", "communes.id", null=True),
    # As the official saw it, without names and numbers; empty where it was erased since.
    word("text"),
    word("language"),
    word("understood"),
    word("meant"),
    when("marked_at"),
    ref("official_id", "officials.id"),
)

attempts = sa.Table(
    "attempts",
    metadata,
    id_column(),
    ref("message_id", "outbound_messages.id", index=True),
    sa.Column("number", sa.SmallInteger(), nullable=False),
    when("started_at"),
    when("finished_at", null=True),
    word("result", null=True),
    word("code", null=True),
    word("reason", null=True),
    sa.UniqueConstraint("message_id", "number"),
    one_of("result", AttemptResult),
)

receipts = sa.Table(
    "receipts",
    metadata,
    id_column(),
    word("channel"),
    word("provider_id"),
    word("status"),
    word("provider_status"),
    word("code", null=True),
    ref("message_id", "outbound_messages.id", null=True, index=True),
    when("received_at"),
    # The same status of the same message twice is one receipt.
    sa.UniqueConstraint("channel", "provider_id", "provider_status"),
)

alerts = sa.Table(
    "alerts",
    metadata,
    id_column(),
    word("condition"),
    when("opened_at"),
    # When the operator was told that it began, and that it is over; None: not, as there was no way to.
    when("told_at", null=True),
    when("closed_at", null=True),
)
# A condition is open once, however many workers notice it.
partial_index(
    "uq_alerts_one_open",
    alerts.c.condition,
    unique=True,
    where=alerts.c.closed_at.is_(None),
)
