"""When texts are to be forgotten, and visits that are"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from helpdesk.store.types import UtcDateTime

revision: str = "0010"
down_revision: str | None = "0009"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_TEXTS = ("inbound_messages", "outbound_messages")


def upgrade() -> None:
    for table in _TEXTS:
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.add_column(sa.Column("forget_at", UtcDateTime(), nullable=True))
            batch_op.create_index(
                f"ix_{table}_forget",
                ["forget_at"],
                unique=False,
                postgresql_where=sa.text("forget_at IS NOT NULL"),
                sqlite_where=sa.text("forget_at IS NOT NULL"),
            )
    # What is there already is looked at soon, and then kept or forgotten like the rest.
    op.execute("UPDATE inbound_messages SET forget_at = received_at")
    op.execute("UPDATE outbound_messages SET forget_at = created_at")

    with op.batch_alter_table("openings", schema=None) as batch_op:
        batch_op.add_column(sa.Column("forgotten_at", UtcDateTime(), nullable=True))
        batch_op.create_index(
            "ix_openings_forget",
            ["day"],
            unique=False,
            postgresql_where=sa.text("forgotten_at IS NULL"),
            sqlite_where=sa.text("forgotten_at IS NULL"),
        )
    op.create_index(
        "ix_contacts_erase",
        "contacts",
        ["erase_asked_at"],
        postgresql_where=sa.text("erase_asked_at IS NOT NULL"),
        sqlite_where=sa.text("erase_asked_at IS NOT NULL"),
    )


def downgrade() -> None:
    op.drop_index("ix_contacts_erase", table_name="contacts")
    with op.batch_alter_table("openings", schema=None) as batch_op:
        batch_op.drop_index("ix_openings_forget")
        batch_op.drop_column("forgotten_at")
    for table in _TEXTS:
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.drop_index(f"ix_{table}_forget")
            batch_op.drop_column("forget_at")
