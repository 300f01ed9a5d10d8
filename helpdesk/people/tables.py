"""Tables of the people room."""

from enum import StrEnum

import sqlalchemy as sa

from helpdesk.store.base import id_column, metadata, one_of, partial_index, ref, when, word
from helpdesk.store.types import JsonData


class Reach(StrEnum):
    """How a contact wants to be reached when we start."""

    TEXT = "text"
    CALL = "call"
    NEIGHBOUR = "neighbour"


class Helping(StrEnum):
    """Where it stands whether a neighbour takes messages for a contact who cannot read them."""

    WANTED = "wanted"
    ASKED = "asked"
    AGREED = "agreed"
    DECLINED = "declined"
    ENDED = "ended"


class Role(StrEnum):
    """What an official may do; `web.desk.permissions` says what each role means."""

    OFFICER = "officer"
    LEADER = "leader"
    ADMIN = "admin"


contacts = sa.Table(
    "contacts",
    metadata,
    id_column(),
    # E.164, or the address as the network gave it (short codes and names are opaque).
    word("address", unique=True),
    word("language", default="vi"),
    sa.Column("accents", sa.Boolean(), nullable=False, default=False),
    word("reach", default=Reach.TEXT.value),
    ref("commune_id", "communes.id", null=True),
    ref("place_id", "places.id", null=True),
    when("opted_out_at", null=True),
    when("consented_at", null=True),
    when("erase_asked_at", null=True),
    when("created_at"),
    when("last_seen_at"),
    one_of("reach", Reach),
)
partial_index(
    "ix_contacts_erase",
    contacts.c.erase_asked_at,
    where=contacts.c.erase_asked_at.is_not(None),
)

# Who is to be told what a contact cannot read herself. Only his own yes makes him one who is.
neighbours = sa.Table(
    "neighbours",
    metadata,
    id_column(),
    ref("contact_id", "contacts.id"),
    # His number as she gave it, and his contact from when he was asked.
    word("address", index=True),
    ref("neighbour_id", "contacts.id", null=True, index=True),
    word("state"),
    when("wanted_at"),
    when("asked_at", null=True),
    when("answered_at", null=True),
    sa.UniqueConstraint("contact_id", "address"),
    one_of("state", Helping),
)
partial_index(
    "ix_neighbours_to_ask",
    neighbours.c.wanted_at,
    where=neighbours.c.state == "wanted",
)

consents = sa.Table(
    "consents",
    metadata,
    id_column(),
    ref("contact_id", "contacts.id", index=True),
    # The proof: what we asked, and the message that said yes.
    word("wording"),
    ref("inbound_id", "inbound_messages.id", null=True),
    when("given_at"),
    when("withdrawn_at", null=True),
)

persons = sa.Table(
    "persons",
    metadata,
    id_column(),
    # Who told us of this person; her own phone, where she has one, is `contact_id`.
    ref("introduced_by_id", "contacts.id", null=True, index=True),
    ref("contact_id", "contacts.id", null=True),
    word("name"),
    sa.Column("birth_year", sa.SmallInteger(), nullable=True),
    when("created_at"),
    sa.CheckConstraint("length(name) > 0", name="name_not_empty"),
    sa.CheckConstraint("birth_year BETWEEN 1900 AND 2100", name="birth_year_sane"),
)

teams = sa.Table(
    "teams",
    metadata,
    id_column(),
    ref("commune_id", "communes.id"),
    word("name"),
    sa.UniqueConstraint("commune_id", "name"),
)

officials = sa.Table(
    "officials",
    metadata,
    id_column(),
    # An admin with no commune sees every commune.
    ref("commune_id", "communes.id", null=True),
    ref("team_id", "teams.id", null=True),
    word("phone", unique=True),
    word("name"),
    # Where lists are mailed to; None: nowhere.
    word("email", null=True),
    word("role"),
    sa.Column("active", sa.Boolean(), nullable=False, default=True),
    # A hash; and what every login of this official is tied to, so that changing it ends them all.
    word("password", null=True),
    word("fs_uniquifier", unique=True),
    when("password_set_at", null=True),
    sa.Column("sample", sa.Boolean(), nullable=False, default=False),
    when("created_at"),
    one_of("role", Role),
)

audit_entries = sa.Table(
    "audit_entries",
    metadata,
    id_column(),
    when("at"),
    ref("commune_id", "communes.id", null=True),
    ref("official_id", "officials.id", null=True),
    word("action"),
    word("subject"),
    sa.Column("detail", JsonData, nullable=False, default=dict),
)
