"""Fewer indexes on what every turn writes: partial ones where most rows have nothing, none that only rare questions ask"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0019"
down_revision: str | None = "0018"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    for name in ("in_reply_to", "provider_id", "recipient"):
        op.drop_index(f"ix_outbound_messages_{name}", "outbound_messages")
    op.drop_index("ix_conversations_suspended_at", "conversations")
    for table, column, where in (
        ("outbound_messages", "provider_id", "provider_id IS NOT NULL"),
        ("outbound_messages", "recipient", "contact_id IS NULL"),
        ("conversations", "suspended_at", "suspended_at IS NOT NULL"),
    ):
        condition = sa.text(where)
        op.create_index(
            f"ix_{table}_{column}", table, [column], postgresql_where=condition, sqlite_where=condition
        )


def downgrade() -> None:
    for table, column in (
        ("outbound_messages", "provider_id"),
        ("outbound_messages", "recipient"),
        ("conversations", "suspended_at"),
    ):
        op.drop_index(f"ix_{table}_{column}", table)
    for name in ("in_reply_to", "provider_id", "recipient"):
        op.create_index(f"ix_outbound_messages_{name}", "outbound_messages", [name])
    op.create_index("ix_conversations_suspended_at", "conversations", ["suspended_at"])
