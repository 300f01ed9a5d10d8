"""Since when a question has been suspended"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from helpdesk.store.types import UtcDateTime

revision: str = "0003"
down_revision: str | None = "0002"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    with op.batch_alter_table("conversations", schema=None) as batch_op:
        batch_op.add_column(sa.Column("suspended_at", UtcDateTime(), nullable=True))
        batch_op.create_index("ix_conversations_suspended_at", ["suspended_at"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("conversations", schema=None) as batch_op:
        batch_op.drop_index("ix_conversations_suspended_at")
        batch_op.drop_column("suspended_at")
