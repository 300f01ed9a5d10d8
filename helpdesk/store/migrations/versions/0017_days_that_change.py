"""Openings that are called off or put off, with the reason, and until when that can be undone"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from helpdesk.store.types import BigId, UtcDateTime

revision: str = "0017"
down_revision: str | None = "0016"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_OPENING_STATES = "'open', 'changing', 'cancelled'"
_TOLD = "'waiting', 'texted', 'rung', 'in_person', 'told', 'overtaken'"


def upgrade() -> None:
    _openings_may_be(_OPENING_STATES)
    op.create_table(
        "day_changes",
        sa.Column("id", BigId, nullable=False),
        sa.Column("commune_id", BigId, nullable=False),
        sa.Column("opening_id", BigId, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("opening_was", sa.Text(), nullable=False),
        sa.Column("to_opening_id", BigId, nullable=True),
        sa.Column("to_was", sa.Text(), nullable=True),
        sa.Column("moves_on", sa.Boolean(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("official_id", BigId, nullable=True),
        sa.Column("takes_effect_at", UtcDateTime(), nullable=False),
        sa.Column("settled_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint("kind IN ('postponed', 'cancelled')", name=op.f("ck_day_changes_kind_known")),
        sa.CheckConstraint(
            "reason IN ('rain', 'landslide', 'illness', 'other')", name=op.f("ck_day_changes_reason_known")
        ),
        sa.CheckConstraint(
            "state IN ('held', 'undone', 'in_effect')", name=op.f("ck_day_changes_state_known")
        ),
        sa.CheckConstraint(
            f"opening_was IN ({_OPENING_STATES})", name=op.f("ck_day_changes_opening_was_known")
        ),
        sa.CheckConstraint(f"to_was IN ({_OPENING_STATES})", name=op.f("ck_day_changes_to_was_known")),
        sa.ForeignKeyConstraint(["commune_id"], ["communes.id"], name="fk_day_changes_commune_id"),
        sa.ForeignKeyConstraint(["opening_id"], ["openings.id"], name="fk_day_changes_opening_id"),
        sa.ForeignKeyConstraint(["to_opening_id"], ["openings.id"], name="fk_day_changes_to_opening_id"),
        sa.ForeignKeyConstraint(["official_id"], ["officials.id"], name="fk_day_changes_official_id"),
        sa.PrimaryKeyConstraint("id", name="pk_day_changes"),
    )
    held = sa.text("state = 'held'")
    op.create_index("ix_day_changes_opening_id", "day_changes", ["opening_id"])
    op.create_index("ix_day_changes_to_opening_id", "day_changes", ["to_opening_id"])
    op.create_index(
        "uq_day_changes_one_held",
        "day_changes",
        ["opening_id"],
        unique=True,
        postgresql_where=held,
        sqlite_where=held,
    )
    op.create_index(
        "ix_day_changes_due",
        "day_changes",
        ["takes_effect_at"],
        postgresql_where=held,
        sqlite_where=held,
    )
    op.create_table(
        "changed_bookings",
        sa.Column("id", BigId, nullable=False),
        sa.Column("change_id", BigId, nullable=False),
        sa.Column("booking_id", BigId, nullable=False),
        sa.Column("contact_id", BigId, nullable=True),
        sa.Column("to_opening_id", BigId, nullable=True),
        sa.Column("told", sa.Text(), nullable=False),
        sa.Column("told_at", UtcDateTime(), nullable=True),
        sa.Column("message_id", BigId, nullable=True),
        sa.Column("told_by_id", BigId, nullable=True),
        sa.Column("waits_since", UtcDateTime(), nullable=True),
        sa.CheckConstraint(f"told IN ({_TOLD})", name=op.f("ck_changed_bookings_told_known")),
        sa.ForeignKeyConstraint(["change_id"], ["day_changes.id"], name="fk_changed_bookings_change_id"),
        sa.ForeignKeyConstraint(["booking_id"], ["bookings.id"], name="fk_changed_bookings_booking_id"),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name="fk_changed_bookings_contact_id"),
        sa.ForeignKeyConstraint(["to_opening_id"], ["openings.id"], name="fk_changed_bookings_to_opening_id"),
        sa.ForeignKeyConstraint(
            ["message_id"], ["outbound_messages.id"], name="fk_changed_bookings_message_id"
        ),
        sa.ForeignKeyConstraint(["told_by_id"], ["officials.id"], name="fk_changed_bookings_told_by_id"),
        sa.PrimaryKeyConstraint("id", name="pk_changed_bookings"),
        sa.UniqueConstraint("change_id", "booking_id", name="uq_changed_bookings_change_id_booking_id"),
    )
    waiting = sa.text("told = 'waiting'")
    op.create_index("ix_changed_bookings_booking_id", "changed_bookings", ["booking_id"])
    op.create_index(
        "ix_changed_bookings_to_tell",
        "changed_bookings",
        ["contact_id", "change_id"],
        postgresql_where=waiting,
        sqlite_where=waiting,
    )
    # Which change a version of a list says, where it says that the day is called off or put off.
    with op.batch_alter_table("lists", schema=None) as batch_op:
        batch_op.add_column(sa.Column("change_id", BigId, nullable=True))
        batch_op.create_foreign_key("fk_lists_change_id", "day_changes", ["change_id"], ["id"])
    with op.batch_alter_table("gateways", schema=None) as batch_op:
        batch_op.add_column(sa.Column("per_day", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("counted_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("counted", sa.Integer(), nullable=False, server_default="0"))
        batch_op.add_column(sa.Column("answered", sa.Integer(), nullable=False, server_default="0"))


def downgrade() -> None:
    with op.batch_alter_table("gateways", schema=None) as batch_op:
        batch_op.drop_column("answered")
        batch_op.drop_column("counted")
        batch_op.drop_column("counted_on")
        batch_op.drop_column("per_day")
    with op.batch_alter_table("lists", schema=None) as batch_op:
        batch_op.drop_constraint("fk_lists_change_id", type_="foreignkey")
        batch_op.drop_column("change_id")
    op.drop_table("changed_bookings")
    op.drop_table("day_changes")
    op.execute("UPDATE openings SET state = 'open' WHERE state = 'changing'")
    _openings_may_be("'open', 'cancelled'")


def _openings_may_be(states: str) -> None:
    with op.batch_alter_table("openings", schema=None) as batch_op:
        batch_op.drop_constraint(op.f("ck_openings_state_known"), type_="check")
        batch_op.create_check_constraint(op.f("ck_openings_state_known"), f"state IN ({states})")
