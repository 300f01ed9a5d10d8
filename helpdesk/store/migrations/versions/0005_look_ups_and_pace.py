"""Look-ups of messages we never learned of, and the pace of gateways"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from helpdesk.store.types import UtcDateTime

revision: str = "0005"
down_revision: str | None = "0004"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    with op.batch_alter_table("gateways", schema=None) as batch_op:
        batch_op.add_column(sa.Column("free_at", UtcDateTime(), nullable=True))

    with op.batch_alter_table("outbound_messages", schema=None) as batch_op:
        batch_op.add_column(sa.Column("look_up_at", UtcDateTime(), nullable=True))
        batch_op.add_column(sa.Column("look_ups", sa.SmallInteger(), nullable=False, server_default="0"))
        batch_op.create_index("ix_outbound_messages_recipient", ["recipient"], unique=False)
        batch_op.create_index(
            "ix_outbound_messages_look_ups",
            ["look_up_at"],
            unique=False,
            postgresql_where=sa.text("look_up_at IS NOT NULL"),
            sqlite_where=sa.text("look_up_at IS NOT NULL"),
        )


def downgrade() -> None:
    with op.batch_alter_table("outbound_messages", schema=None) as batch_op:
        batch_op.drop_index("ix_outbound_messages_look_ups")
        batch_op.drop_index("ix_outbound_messages_recipient")
        batch_op.drop_column("look_ups")
        batch_op.drop_column("look_up_at")

    with op.batch_alter_table("gateways", schema=None) as batch_op:
        batch_op.drop_column("free_at")
