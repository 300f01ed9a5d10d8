"""Tables of the conversation room."""

import sqlalchemy as sa

from helpdesk.store.base import id_column, metadata, partial_index, ref, when, word
from helpdesk.store.types import JsonData

flow_editions = sa.Table(
    "flow_editions",
    metadata,
    # A hash of the structure: the same flows make the same edition on every machine.
    word("id", primary_key=True),
    sa.Column("structure", JsonData, nullable=False),
    when("first_seen_at"),
)

conversations = sa.Table(
    "conversations",
    metadata,
    # The contact is the key: one conversation, and so at most one open question, per contact.
    ref("contact_id", "contacts.id", primary_key=True),
    sa.Column("edition", sa.Text(), sa.ForeignKey("flow_editions.id"), nullable=False),
    sa.Column("state", JsonData, nullable=True),
    # What was asked last, for reports and for whoever answers the phone.
    word("flow", null=True),
    word("step", null=True),
    when("asked_at", null=True, index=True),
    # Since when a question has waited below that one: what we start does not prolong it.
    when("suspended_at", null=True),
    sa.Column("not_understood", sa.SmallInteger(), nullable=False, default=0),
    when("changed_at"),
)

partial_index(
    "ix_conversations_suspended_at",
    conversations.c.suspended_at,
    where=conversations.c.suspended_at.is_not(None),
)

ussd_sessions = sa.Table(
    "ussd_sessions",
    metadata,
    id_column(),
    ref("gateway_id", "gateways.id"),
    # As the operator names it; a turn is this and its number.
    word("session_id"),
    ref("contact_id", "contacts.id", index=True),
    sa.Column("last_turn", sa.Integer(), nullable=False),
    # The page before her, and the furthest of that text she has seen; counted from 0. The text is the last answer.
    sa.Column("page", sa.SmallInteger(), nullable=False),
    sa.Column("seen", sa.SmallInteger(), nullable=False),
    # The question that the page asks, "flow.step"; None: it asks nothing, or whether to go on.
    word("asked", null=True),
    # She is asked whether to go on where she was.
    sa.Column("resuming", sa.Boolean(), nullable=False),
    # turn → [page, whether the session went on], so that a repeated turn gets the same page again.
    sa.Column("shown", JsonData, nullable=False),
    when("ended_at", null=True),
    sa.UniqueConstraint("gateway_id", "session_id"),
)

text_signatures = sa.Table(
    "text_signatures",
    metadata,
    id_column(),
    # Of flow, step, slot, language and every word: a text that is changed has another, and so no signature.
    word("fingerprint", unique=True),
    word("flow"),
    word("step"),
    word("slot"),
    word("language"),
    # What was signed, as it stood on the sheet: the proof.
    word("wording"),
    word("signed_by"),
    # The official who signed it on the desk; on paper anybody with a name may.
    ref("official_id", "officials.id", null=True),
    when("signed_at"),
)
