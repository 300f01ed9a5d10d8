"""What officials saw to, and alerts to the operator"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from helpdesk.store.types import BigId, UtcDateTime

revision: str = "0006"
down_revision: str | None = "0005"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    with op.batch_alter_table("outbound_messages", schema=None) as batch_op:
        batch_op.add_column(sa.Column("dealt_with_at", UtcDateTime(), nullable=True))
        batch_op.add_column(sa.Column("dealt_with_by_id", BigId, nullable=True))
        batch_op.create_foreign_key(
            "fk_outbound_messages_dealt_with_by_id", "officials", ["dealt_with_by_id"], ["id"]
        )
        batch_op.create_index(
            "ix_outbound_messages_attention",
            ["dealt_with_at", "settled_at"],
            unique=False,
            postgresql_where=sa.text("state IN ('failed', 'uncertain')"),
            sqlite_where=sa.text("state IN ('failed', 'uncertain')"),
        )

    op.create_table(
        "alerts",
        sa.Column("id", BigId, nullable=False),
        sa.Column("condition", sa.Text(), nullable=False),
        sa.Column("opened_at", UtcDateTime(), nullable=False),
        sa.Column("told_at", UtcDateTime(), nullable=True),
        sa.Column("closed_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_alerts"),
    )
    with op.batch_alter_table("alerts", schema=None) as batch_op:
        batch_op.create_index(
            "uq_alerts_one_open",
            ["condition"],
            unique=True,
            postgresql_where=sa.text("closed_at IS NULL"),
            sqlite_where=sa.text("closed_at IS NULL"),
        )


def downgrade() -> None:
    with op.batch_alter_table("alerts", schema=None) as batch_op:
        batch_op.drop_index("uq_alerts_one_open")

    op.drop_table("alerts")
    with op.batch_alter_table("outbound_messages", schema=None) as batch_op:
        batch_op.drop_index("ix_outbound_messages_attention")
        batch_op.drop_constraint("fk_outbound_messages_dealt_with_by_id", type_="foreignkey")
        batch_op.drop_column("dealt_with_by_id")
        batch_op.drop_column("dealt_with_at")
