"""Openings, bookings, tickets, conversations and lists"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from helpdesk.store.types import BigId, JsonData, UtcDateTime

revision: str = "0002"
down_revision: str | None = "0001"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "flow_editions",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("structure", JsonData, nullable=False),
        sa.Column("first_seen_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_flow_editions"),
    )
    op.create_table(
        "openings",
        sa.Column("id", BigId, nullable=False),
        sa.Column("commune_id", BigId, nullable=False),
        sa.Column("place_id", BigId, nullable=False),
        sa.Column("team_id", BigId, nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("starts_at", UtcDateTime(), nullable=False),
        sa.Column("ends_at", UtcDateTime(), nullable=False),
        sa.Column("services", JsonData, nullable=False),
        sa.Column("capacity", sa.SmallInteger(), nullable=False),
        sa.Column("taken", sa.SmallInteger(), nullable=False),
        sa.Column("finishes_level2", sa.Boolean(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.CheckConstraint("state IN ('open', 'cancelled')", name=op.f("ck_openings_state_known")),
        sa.CheckConstraint("ends_at > starts_at", name=op.f("ck_openings_ends_after_start")),
        sa.CheckConstraint("taken <= capacity", name=op.f("ck_openings_never_overbooked")),
        sa.CheckConstraint("taken >= 0", name=op.f("ck_openings_taken_not_negative")),
        sa.ForeignKeyConstraint(["commune_id"], ["communes.id"], name="fk_openings_commune_id"),
        sa.ForeignKeyConstraint(["place_id"], ["places.id"], name="fk_openings_place_id"),
        sa.ForeignKeyConstraint(["team_id"], ["teams.id"], name="fk_openings_team_id"),
        sa.PrimaryKeyConstraint("id", name="pk_openings"),
        sa.UniqueConstraint("place_id", "starts_at", name="uq_openings_place_id_starts_at"),
    )
    with op.batch_alter_table("openings", schema=None) as batch_op:
        batch_op.create_index("ix_openings_day", ["day"], unique=False)

    op.create_table(
        "bookings",
        sa.Column("id", BigId, nullable=False),
        sa.Column("commune_id", BigId, nullable=False),
        sa.Column("opening_id", BigId, nullable=False),
        sa.Column("contact_id", BigId, nullable=True),
        sa.Column("official_id", BigId, nullable=True),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("party", sa.SmallInteger(), nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.Column("changed_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint(
            "state IN ('booked', 'coming', 'cancelled')", name=op.f("ck_bookings_state_known")
        ),
        sa.CheckConstraint(
            "contact_id IS NOT NULL OR official_id IS NOT NULL", name=op.f("ck_bookings_made_by_someone")
        ),
        sa.CheckConstraint("party >= 0", name=op.f("ck_bookings_party_not_negative")),
        sa.ForeignKeyConstraint(["commune_id"], ["communes.id"], name="fk_bookings_commune_id"),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name="fk_bookings_contact_id"),
        sa.ForeignKeyConstraint(["official_id"], ["officials.id"], name="fk_bookings_official_id"),
        sa.ForeignKeyConstraint(["opening_id"], ["openings.id"], name="fk_bookings_opening_id"),
        sa.PrimaryKeyConstraint("id", name="pk_bookings"),
        sa.UniqueConstraint("opening_id", "code", name="uq_bookings_opening_id_code"),
    )
    with op.batch_alter_table("bookings", schema=None) as batch_op:
        batch_op.create_index("ix_bookings_contact_id", ["contact_id"], unique=False)

    op.create_table(
        "conversations",
        sa.Column("contact_id", BigId, nullable=False),
        sa.Column("edition", sa.Text(), nullable=False),
        sa.Column("state", JsonData, nullable=True),
        sa.Column("flow", sa.Text(), nullable=True),
        sa.Column("step", sa.Text(), nullable=True),
        sa.Column("asked_at", UtcDateTime(), nullable=True),
        sa.Column("not_understood", sa.SmallInteger(), nullable=False),
        sa.Column("changed_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name="fk_conversations_contact_id"),
        sa.ForeignKeyConstraint(["edition"], ["flow_editions.id"], name="fk_conversations_edition"),
        sa.PrimaryKeyConstraint("contact_id", name="pk_conversations"),
    )
    with op.batch_alter_table("conversations", schema=None) as batch_op:
        batch_op.create_index("ix_conversations_asked_at", ["asked_at"], unique=False)

    op.create_table(
        "lists",
        sa.Column("id", BigId, nullable=False),
        sa.Column("commune_id", BigId, nullable=False),
        sa.Column("opening_id", BigId, nullable=False),
        sa.Column("audience", sa.Text(), nullable=False),
        sa.Column("version", sa.SmallInteger(), nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.Column("rows", JsonData, nullable=False),
        sa.CheckConstraint("audience IN ('officer', 'leader')", name=op.f("ck_lists_audience_known")),
        sa.ForeignKeyConstraint(["commune_id"], ["communes.id"], name="fk_lists_commune_id"),
        sa.ForeignKeyConstraint(["opening_id"], ["openings.id"], name="fk_lists_opening_id"),
        sa.PrimaryKeyConstraint("id", name="pk_lists"),
        sa.UniqueConstraint("opening_id", "audience", "version", name="uq_lists_opening_id_audience_version"),
    )
    op.create_table(
        "tickets",
        sa.Column("id", BigId, nullable=False),
        sa.Column("commune_id", BigId, nullable=True),
        sa.Column("contact_id", BigId, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("opened_at", UtcDateTime(), nullable=False),
        sa.Column("answer_by", UtcDateTime(), nullable=True),
        sa.Column("closed_at", UtcDateTime(), nullable=True),
        sa.Column("closed_by_id", BigId, nullable=True),
        sa.CheckConstraint("kind IN ('question', 'callback', 'erasure')", name=op.f("ck_tickets_kind_known")),
        sa.CheckConstraint("state IN ('open', 'closed')", name=op.f("ck_tickets_state_known")),
        sa.ForeignKeyConstraint(["closed_by_id"], ["officials.id"], name="fk_tickets_closed_by_id"),
        sa.ForeignKeyConstraint(["commune_id"], ["communes.id"], name="fk_tickets_commune_id"),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name="fk_tickets_contact_id"),
        sa.PrimaryKeyConstraint("id", name="pk_tickets"),
    )
    with op.batch_alter_table("tickets", schema=None) as batch_op:
        batch_op.create_index("ix_tickets_contact_id", ["contact_id"], unique=False)
        batch_op.create_index(
            "uq_tickets_one_open",
            ["contact_id", "kind"],
            unique=True,
            postgresql_where=sa.text("state = 'open'"),
            sqlite_where=sa.text("state = 'open'"),
        )

    op.create_table(
        "booked_persons",
        sa.Column("id", BigId, nullable=False),
        sa.Column("booking_id", BigId, nullable=False),
        sa.Column("person_id", BigId, nullable=False),
        sa.Column("cancelled_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["booking_id"], ["bookings.id"], name="fk_booked_persons_booking_id"),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name="fk_booked_persons_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_booked_persons"),
        sa.UniqueConstraint("booking_id", "person_id", name="uq_booked_persons_booking_id_person_id"),
    )
    with op.batch_alter_table("booked_persons", schema=None) as batch_op:
        batch_op.create_index("ix_booked_persons_booking_id", ["booking_id"], unique=False)
        batch_op.create_index("ix_booked_persons_person_id", ["person_id"], unique=False)

    op.create_table(
        "reminders",
        sa.Column("id", BigId, nullable=False),
        sa.Column("booking_id", BigId, nullable=False),
        sa.Column("contact_id", BigId, nullable=False),
        sa.Column("commune_id", BigId, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("due_at", UtcDateTime(), nullable=False),
        sa.Column("useful_until", UtcDateTime(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("settled_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint("state IN ('waiting', 'sent', 'dropped')", name=op.f("ck_reminders_state_known")),
        sa.ForeignKeyConstraint(["booking_id"], ["bookings.id"], name="fk_reminders_booking_id"),
        sa.ForeignKeyConstraint(["commune_id"], ["communes.id"], name="fk_reminders_commune_id"),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name="fk_reminders_contact_id"),
        sa.PrimaryKeyConstraint("id", name="pk_reminders"),
        sa.UniqueConstraint("booking_id", "kind", name="uq_reminders_booking_id_kind"),
    )
    with op.batch_alter_table("reminders", schema=None) as batch_op:
        batch_op.create_index("ix_reminders_contact_id", ["contact_id"], unique=False)
        batch_op.create_index(
            "ix_reminders_due",
            ["due_at"],
            unique=False,
            postgresql_where=sa.text("state = 'waiting'"),
            sqlite_where=sa.text("state = 'waiting'"),
        )


def downgrade() -> None:
    with op.batch_alter_table("reminders", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_reminders_due",
            postgresql_where=sa.text("state = 'waiting'"),
            sqlite_where=sa.text("state = 'waiting'"),
        )
        batch_op.drop_index("ix_reminders_contact_id")

    op.drop_table("reminders")
    with op.batch_alter_table("booked_persons", schema=None) as batch_op:
        batch_op.drop_index("ix_booked_persons_person_id")
        batch_op.drop_index("ix_booked_persons_booking_id")

    op.drop_table("booked_persons")
    with op.batch_alter_table("tickets", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_tickets_one_open",
            postgresql_where=sa.text("state = 'open'"),
            sqlite_where=sa.text("state = 'open'"),
        )
        batch_op.drop_index("ix_tickets_contact_id")

    op.drop_table("tickets")
    op.drop_table("lists")
    with op.batch_alter_table("conversations", schema=None) as batch_op:
        batch_op.drop_index("ix_conversations_asked_at")

    op.drop_table("conversations")
    with op.batch_alter_table("bookings", schema=None) as batch_op:
        batch_op.drop_index("ix_bookings_contact_id")

    op.drop_table("bookings")
    with op.batch_alter_table("openings", schema=None) as batch_op:
        batch_op.drop_index("ix_openings_day")

    op.drop_table("openings")
    op.drop_table("flow_editions")
