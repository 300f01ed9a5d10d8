"""Missed calls, people to be rung instead of texted, and neighbours who take messages"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from helpdesk.store.types import BigId, UtcDateTime

revision: str = "0012"
down_revision: str | None = "0011"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    with op.batch_alter_table("tickets", schema=None) as batch_op:
        batch_op.add_column(sa.Column("rings", sa.SmallInteger(), nullable=False, server_default="0"))
    with op.batch_alter_table("tickets", schema=None) as batch_op:
        batch_op.alter_column("rings", server_default=None, existing_type=sa.SmallInteger())
    _neighbours()
    _missed_calls()
    _call_tasks()


def downgrade() -> None:
    op.drop_table("call_tasks")
    op.drop_table("missed_calls")
    op.drop_table("neighbours")
    with op.batch_alter_table("tickets", schema=None) as batch_op:
        batch_op.drop_column("rings")


def _neighbours() -> None:
    op.create_table(
        "neighbours",
        sa.Column("id", BigId, nullable=False),
        sa.Column("contact_id", BigId, nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("neighbour_id", BigId, nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("wanted_at", UtcDateTime(), nullable=False),
        sa.Column("asked_at", UtcDateTime(), nullable=True),
        sa.Column("answered_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint(
            "state IN ('wanted', 'asked', 'agreed', 'declined', 'ended')",
            name=op.f("ck_neighbours_state_known"),
        ),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name=op.f("fk_neighbours_contact_id")),
        sa.ForeignKeyConstraint(["neighbour_id"], ["contacts.id"], name=op.f("fk_neighbours_neighbour_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_neighbours")),
        sa.UniqueConstraint("contact_id", "address", name=op.f("uq_neighbours_contact_id_address")),
    )
    op.create_index(op.f("ix_neighbours_address"), "neighbours", ["address"])
    op.create_index(op.f("ix_neighbours_neighbour_id"), "neighbours", ["neighbour_id"])
    op.create_index(
        "ix_neighbours_to_ask",
        "neighbours",
        ["wanted_at"],
        postgresql_where=sa.text("state = 'wanted'"),
        sqlite_where=sa.text("state = 'wanted'"),
    )


def _missed_calls() -> None:
    op.create_table(
        "missed_calls",
        sa.Column("id", BigId, nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("provider_id", sa.Text(), nullable=False),
        sa.Column("gateway_id", BigId, nullable=False),
        sa.Column("contact_id", BigId, nullable=False),
        sa.Column("rang_at", UtcDateTime(), nullable=False),
        sa.Column("received_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name=op.f("fk_missed_calls_contact_id")),
        sa.ForeignKeyConstraint(["gateway_id"], ["gateways.id"], name=op.f("fk_missed_calls_gateway_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_missed_calls")),
        sa.UniqueConstraint("channel", "provider_id", name=op.f("uq_missed_calls_channel_provider_id")),
    )
    op.create_index(op.f("ix_missed_calls_contact_id"), "missed_calls", ["contact_id"])


def _call_tasks() -> None:
    op.create_table(
        "call_tasks",
        sa.Column("id", BigId, nullable=False),
        sa.Column("commune_id", BigId, nullable=False),
        sa.Column("contact_id", BigId, nullable=False),
        sa.Column("booking_id", BigId, nullable=False),
        sa.Column("opening_id", BigId, nullable=False),
        sa.Column("intent_key", sa.Text(), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("tries", sa.SmallInteger(), nullable=False),
        sa.Column("opened_at", UtcDateTime(), nullable=False),
        sa.Column("try_at", UtcDateTime(), nullable=False),
        sa.Column("due_by", UtcDateTime(), nullable=False),
        sa.Column("settled_at", UtcDateTime(), nullable=True),
        sa.Column("settled_by_id", BigId, nullable=True),
        sa.CheckConstraint(
            "state IN ('open', 'not_reached', 'done', 'withdrawn')", name=op.f("ck_call_tasks_state_known")
        ),
        sa.ForeignKeyConstraint(["booking_id"], ["bookings.id"], name=op.f("fk_call_tasks_booking_id")),
        sa.ForeignKeyConstraint(["commune_id"], ["communes.id"], name=op.f("fk_call_tasks_commune_id")),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name=op.f("fk_call_tasks_contact_id")),
        sa.ForeignKeyConstraint(["opening_id"], ["openings.id"], name=op.f("fk_call_tasks_opening_id")),
        sa.ForeignKeyConstraint(
            ["settled_by_id"], ["officials.id"], name=op.f("fk_call_tasks_settled_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call_tasks")),
    )
    for column in ("contact_id", "booking_id", "opening_id"):
        op.create_index(op.f(f"ix_call_tasks_{column}"), "call_tasks", [column])
    op.create_index(
        "uq_call_tasks_once",
        "call_tasks",
        ["intent_key"],
        unique=True,
        postgresql_where=sa.text("state != 'withdrawn'"),
        sqlite_where=sa.text("state != 'withdrawn'"),
    )
    op.create_index(
        "uq_call_tasks_one_open",
        "call_tasks",
        ["booking_id"],
        unique=True,
        postgresql_where=sa.text("state IN ('open', 'not_reached')"),
        sqlite_where=sa.text("state IN ('open', 'not_reached')"),
    )
