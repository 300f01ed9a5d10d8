"""Who came and what came of it, and reminders of every kind"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from helpdesk.store.types import BigId, UtcDateTime

revision: str = "0018"
down_revision: str | None = "0017"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_STATES = "'came', 'absent', 'taken', 'taken_with_card', 'sent_away', 'noticed', 'activated'"
_REASONS = "'no_card', 'sim_not_own', 'kit_broken', 'too_many', 'other'"


def upgrade() -> None:
    op.create_table(
        "attendances",
        sa.Column("id", BigId, nullable=False),
        sa.Column("commune_id", BigId, nullable=False),
        sa.Column("opening_id", BigId, nullable=False),
        sa.Column("booked_id", BigId, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("was", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("result_by", sa.Date(), nullable=True),
        sa.Column("noticed_on", sa.Date(), nullable=True),
        sa.Column("marked_at", UtcDateTime(), nullable=False),
        sa.Column("marked_by_id", BigId, nullable=True),
        sa.CheckConstraint(f"state IN ({_STATES})", name=op.f("ck_attendances_state_known")),
        sa.CheckConstraint(f"was IN ({_STATES})", name=op.f("ck_attendances_was_known")),
        sa.CheckConstraint(f"reason IN ({_REASONS})", name=op.f("ck_attendances_reason_known")),
        sa.CheckConstraint(
            "(state = 'sent_away') = (reason IS NOT NULL)", name=op.f("ck_attendances_sent_away_why")
        ),
        sa.ForeignKeyConstraint(["commune_id"], ["communes.id"], name="fk_attendances_commune_id"),
        sa.ForeignKeyConstraint(["opening_id"], ["openings.id"], name="fk_attendances_opening_id"),
        sa.ForeignKeyConstraint(["booked_id"], ["booked_persons.id"], name="fk_attendances_booked_id"),
        sa.ForeignKeyConstraint(["marked_by_id"], ["officials.id"], name="fk_attendances_marked_by_id"),
        sa.PrimaryKeyConstraint("id", name="pk_attendances"),
        sa.UniqueConstraint("booked_id", name="uq_attendances_booked_id"),
    )
    op.create_index("ix_attendances_opening_id", "attendances", ["opening_id"])
    with op.batch_alter_table("reminders", schema=None) as batch_op:
        batch_op.drop_constraint("uq_reminders_booking_id_kind", type_="unique")
        batch_op.add_column(sa.Column("whose", BigId, nullable=False, server_default="0"))
        batch_op.create_unique_constraint(
            "uq_reminders_booking_id_kind_whose", ["booking_id", "kind", "whose"]
        )


def downgrade() -> None:
    op.execute("DELETE FROM reminders WHERE whose <> 0")
    with op.batch_alter_table("reminders", schema=None) as batch_op:
        batch_op.drop_constraint("uq_reminders_booking_id_kind_whose", type_="unique")
        batch_op.drop_column("whose")
        batch_op.create_unique_constraint("uq_reminders_booking_id_kind", ["booking_id", "kind"])
    op.drop_table("attendances")
