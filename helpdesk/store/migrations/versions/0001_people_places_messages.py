"""People, places and messages"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from helpdesk.store.types import BigId, JsonData, UtcDateTime

revision: str = "0001"
down_revision: str | None = None
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "communes",
        sa.Column("id", BigId, nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_communes"),
        sa.UniqueConstraint("code", name="uq_communes_code"),
    )
    op.create_table(
        "closed_days",
        sa.Column("id", BigId, nullable=False),
        sa.Column("commune_id", BigId, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["commune_id"], ["communes.id"], name="fk_closed_days_commune_id"),
        sa.PrimaryKeyConstraint("id", name="pk_closed_days"),
        sa.UniqueConstraint("commune_id", "day", name="uq_closed_days_commune_id_day"),
    )
    op.create_table(
        "commune_facts",
        sa.Column("id", BigId, nullable=False),
        sa.Column("commune_id", BigId, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("signed_by", sa.Text(), nullable=True),
        sa.Column("signed_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["commune_id"], ["communes.id"], name="fk_commune_facts_commune_id"),
        sa.PrimaryKeyConstraint("id", name="pk_commune_facts"),
        sa.UniqueConstraint("commune_id", "key", name="uq_commune_facts_commune_id_key"),
    )
    op.create_table(
        "gateways",
        sa.Column("id", BigId, nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("commune_id", BigId, nullable=True),
        sa.Column("two_way", sa.Boolean(), nullable=False),
        sa.Column("free_text", sa.Boolean(), nullable=False),
        sa.Column("bulk", sa.Boolean(), nullable=False),
        sa.Column("pace_per_minute", sa.Integer(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["commune_id"], ["communes.id"], name="fk_gateways_commune_id"),
        sa.PrimaryKeyConstraint("id", name="pk_gateways"),
        sa.UniqueConstraint("channel", "address", name="uq_gateways_channel_address"),
    )
    op.create_table(
        "places",
        sa.Column("id", BigId, nullable=False),
        sa.Column("commune_id", BigId, nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("aliases", JsonData, nullable=False),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.CheckConstraint("kind IN ('centre', 'village')", name=op.f("ck_places_kind_known")),
        sa.ForeignKeyConstraint(["commune_id"], ["communes.id"], name="fk_places_commune_id"),
        sa.PrimaryKeyConstraint("id", name="pk_places"),
        sa.UniqueConstraint("code", name="uq_places_code"),
        sa.UniqueConstraint("commune_id", "name", name="uq_places_commune_id_name"),
    )
    op.create_table(
        "teams",
        sa.Column("id", BigId, nullable=False),
        sa.Column("commune_id", BigId, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["commune_id"], ["communes.id"], name="fk_teams_commune_id"),
        sa.PrimaryKeyConstraint("id", name="pk_teams"),
        sa.UniqueConstraint("commune_id", "name", name="uq_teams_commune_id_name"),
    )
    op.create_table(
        "contacts",
        sa.Column("id", BigId, nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("accents", sa.Boolean(), nullable=False),
        sa.Column("reach", sa.Text(), nullable=False),
        sa.Column("commune_id", BigId, nullable=True),
        sa.Column("place_id", BigId, nullable=True),
        sa.Column("opted_out_at", UtcDateTime(), nullable=True),
        sa.Column("consented_at", UtcDateTime(), nullable=True),
        sa.Column("erase_asked_at", UtcDateTime(), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("last_seen_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint("reach IN ('text', 'call', 'neighbour')", name=op.f("ck_contacts_reach_known")),
        sa.ForeignKeyConstraint(["commune_id"], ["communes.id"], name="fk_contacts_commune_id"),
        sa.ForeignKeyConstraint(["place_id"], ["places.id"], name="fk_contacts_place_id"),
        sa.PrimaryKeyConstraint("id", name="pk_contacts"),
        sa.UniqueConstraint("address", name="uq_contacts_address"),
    )
    op.create_table(
        "officials",
        sa.Column("id", BigId, nullable=False),
        sa.Column("commune_id", BigId, nullable=True),
        sa.Column("team_id", BigId, nullable=True),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("password", sa.Text(), nullable=True),
        sa.Column("fs_uniquifier", sa.Text(), nullable=False),
        sa.Column("password_set_at", UtcDateTime(), nullable=True),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint("role IN ('officer', 'leader', 'admin')", name=op.f("ck_officials_role_known")),
        sa.ForeignKeyConstraint(["commune_id"], ["communes.id"], name="fk_officials_commune_id"),
        sa.ForeignKeyConstraint(["team_id"], ["teams.id"], name="fk_officials_team_id"),
        sa.PrimaryKeyConstraint("id", name="pk_officials"),
        sa.UniqueConstraint("fs_uniquifier", name="uq_officials_fs_uniquifier"),
        sa.UniqueConstraint("phone", name="uq_officials_phone"),
    )
    op.create_table(
        "audit_entries",
        sa.Column("id", BigId, nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("commune_id", BigId, nullable=True),
        sa.Column("official_id", BigId, nullable=True),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("detail", JsonData, nullable=False),
        sa.ForeignKeyConstraint(["commune_id"], ["communes.id"], name="fk_audit_entries_commune_id"),
        sa.ForeignKeyConstraint(["official_id"], ["officials.id"], name="fk_audit_entries_official_id"),
        sa.PrimaryKeyConstraint("id", name="pk_audit_entries"),
    )
    op.create_table(
        "inbound_messages",
        sa.Column("id", BigId, nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("provider_id", sa.Text(), nullable=False),
        sa.Column("gateway_id", BigId, nullable=False),
        sa.Column("contact_id", BigId, nullable=False),
        sa.Column("commune_id", BigId, nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("received_at", UtcDateTime(), nullable=False),
        sa.Column("understood", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["commune_id"], ["communes.id"], name="fk_inbound_messages_commune_id"),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name="fk_inbound_messages_contact_id"),
        sa.ForeignKeyConstraint(["gateway_id"], ["gateways.id"], name="fk_inbound_messages_gateway_id"),
        sa.PrimaryKeyConstraint("id", name="pk_inbound_messages"),
        sa.UniqueConstraint("channel", "provider_id", name="uq_inbound_messages_channel_provider_id"),
    )
    with op.batch_alter_table("inbound_messages", schema=None) as batch_op:
        batch_op.create_index("ix_inbound_messages_contact_id", ["contact_id"], unique=False)

    op.create_table(
        "persons",
        sa.Column("id", BigId, nullable=False),
        sa.Column("introduced_by_id", BigId, nullable=True),
        sa.Column("contact_id", BigId, nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("birth_year", sa.SmallInteger(), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint("birth_year BETWEEN 1900 AND 2100", name=op.f("ck_persons_birth_year_sane")),
        sa.CheckConstraint("length(name) > 0", name=op.f("ck_persons_name_not_empty")),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name="fk_persons_contact_id"),
        sa.ForeignKeyConstraint(["introduced_by_id"], ["contacts.id"], name="fk_persons_introduced_by_id"),
        sa.PrimaryKeyConstraint("id", name="pk_persons"),
    )
    with op.batch_alter_table("persons", schema=None) as batch_op:
        batch_op.create_index("ix_persons_introduced_by_id", ["introduced_by_id"], unique=False)

    op.create_table(
        "consents",
        sa.Column("id", BigId, nullable=False),
        sa.Column("contact_id", BigId, nullable=False),
        sa.Column("wording", sa.Text(), nullable=False),
        sa.Column("inbound_id", BigId, nullable=True),
        sa.Column("given_at", UtcDateTime(), nullable=False),
        sa.Column("withdrawn_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name="fk_consents_contact_id"),
        sa.ForeignKeyConstraint(["inbound_id"], ["inbound_messages.id"], name="fk_consents_inbound_id"),
        sa.PrimaryKeyConstraint("id", name="pk_consents"),
    )
    with op.batch_alter_table("consents", schema=None) as batch_op:
        batch_op.create_index("ix_consents_contact_id", ["contact_id"], unique=False)

    op.create_table(
        "outbound_messages",
        sa.Column("id", BigId, nullable=False),
        sa.Column("intent_key", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("gateway_id", BigId, nullable=False),
        sa.Column("contact_id", BigId, nullable=True),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("commune_id", BigId, nullable=True),
        sa.Column("in_reply_to", BigId, nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("encoding", sa.Text(), nullable=False),
        sa.Column("segments", sa.SmallInteger(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("priority", sa.SmallInteger(), nullable=False),
        sa.Column("due_at", UtcDateTime(), nullable=False),
        sa.Column("useful_until", UtcDateTime(), nullable=True),
        sa.Column("attempts", sa.SmallInteger(), nullable=False),
        sa.Column("lease_until", UtcDateTime(), nullable=True),
        sa.Column("provider_id", sa.Text(), nullable=True),
        sa.Column("code", sa.Text(), nullable=True),
        sa.Column("cost", sa.Text(), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("settled_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('reply', 'reminder', 'notice', 'list')", name=op.f("ck_outbound_messages_kind_known")
        ),
        sa.CheckConstraint(
            "state IN ('queued', 'sending', 'handed_over', 'sent', 'delivered', 'failed', 'uncertain', 'dropped')",
            name=op.f("ck_outbound_messages_state_known"),
        ),
        sa.ForeignKeyConstraint(["commune_id"], ["communes.id"], name="fk_outbound_messages_commune_id"),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name="fk_outbound_messages_contact_id"),
        sa.ForeignKeyConstraint(["gateway_id"], ["gateways.id"], name="fk_outbound_messages_gateway_id"),
        sa.ForeignKeyConstraint(
            ["in_reply_to"], ["inbound_messages.id"], name="fk_outbound_messages_in_reply_to"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_outbound_messages"),
        sa.UniqueConstraint("intent_key", name="uq_outbound_messages_intent_key"),
    )
    with op.batch_alter_table("outbound_messages", schema=None) as batch_op:
        batch_op.create_index("ix_outbound_messages_contact_id", ["contact_id"], unique=False)
        batch_op.create_index(
            "ix_outbound_messages_due",
            ["priority", "due_at", "id"],
            unique=False,
            postgresql_where=sa.text("state = 'queued'"),
            sqlite_where=sa.text("state = 'queued'"),
        )
        batch_op.create_index("ix_outbound_messages_in_reply_to", ["in_reply_to"], unique=False)
        batch_op.create_index(
            "ix_outbound_messages_leases",
            ["lease_until"],
            unique=False,
            postgresql_where=sa.text("state = 'sending'"),
            sqlite_where=sa.text("state = 'sending'"),
        )
        batch_op.create_index("ix_outbound_messages_provider_id", ["provider_id"], unique=False)

    op.create_table(
        "attempts",
        sa.Column("id", BigId, nullable=False),
        sa.Column("message_id", BigId, nullable=False),
        sa.Column("number", sa.SmallInteger(), nullable=False),
        sa.Column("started_at", UtcDateTime(), nullable=False),
        sa.Column("finished_at", UtcDateTime(), nullable=True),
        sa.Column("result", sa.Text(), nullable=True),
        sa.Column("code", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "result IN ('accepted', 'retry', 'refused', 'unknown')", name=op.f("ck_attempts_result_known")
        ),
        sa.ForeignKeyConstraint(["message_id"], ["outbound_messages.id"], name="fk_attempts_message_id"),
        sa.PrimaryKeyConstraint("id", name="pk_attempts"),
        sa.UniqueConstraint("message_id", "number", name="uq_attempts_message_id_number"),
    )
    with op.batch_alter_table("attempts", schema=None) as batch_op:
        batch_op.create_index("ix_attempts_message_id", ["message_id"], unique=False)

    op.create_table(
        "receipts",
        sa.Column("id", BigId, nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("provider_id", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("provider_status", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=True),
        sa.Column("message_id", BigId, nullable=True),
        sa.Column("received_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["message_id"], ["outbound_messages.id"], name="fk_receipts_message_id"),
        sa.PrimaryKeyConstraint("id", name="pk_receipts"),
        sa.UniqueConstraint(
            "channel",
            "provider_id",
            "provider_status",
            name="uq_receipts_channel_provider_id_provider_status",
        ),
    )
    with op.batch_alter_table("receipts", schema=None) as batch_op:
        batch_op.create_index("ix_receipts_message_id", ["message_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("receipts", schema=None) as batch_op:
        batch_op.drop_index("ix_receipts_message_id")

    op.drop_table("receipts")
    with op.batch_alter_table("attempts", schema=None) as batch_op:
        batch_op.drop_index("ix_attempts_message_id")

    op.drop_table("attempts")
    with op.batch_alter_table("outbound_messages", schema=None) as batch_op:
        batch_op.drop_index("ix_outbound_messages_provider_id")
        batch_op.drop_index(
            "ix_outbound_messages_leases",
            postgresql_where=sa.text("state = 'sending'"),
            sqlite_where=sa.text("state = 'sending'"),
        )
        batch_op.drop_index("ix_outbound_messages_in_reply_to")
        batch_op.drop_index(
            "ix_outbound_messages_due",
            postgresql_where=sa.text("state = 'queued'"),
            sqlite_where=sa.text("state = 'queued'"),
        )
        batch_op.drop_index("ix_outbound_messages_contact_id")

    op.drop_table("outbound_messages")
    with op.batch_alter_table("consents", schema=None) as batch_op:
        batch_op.drop_index("ix_consents_contact_id")

    op.drop_table("consents")
    with op.batch_alter_table("persons", schema=None) as batch_op:
        batch_op.drop_index("ix_persons_introduced_by_id")

    op.drop_table("persons")
    with op.batch_alter_table("inbound_messages", schema=None) as batch_op:
        batch_op.drop_index("ix_inbound_messages_contact_id")

    op.drop_table("inbound_messages")
    op.drop_table("audit_entries")
    op.drop_table("officials")
    op.drop_table("contacts")
    op.drop_table("teams")
    op.drop_table("places")
    op.drop_table("gateways")
    op.drop_table("commune_facts")
    op.drop_table("closed_days")
    op.drop_table("communes")
