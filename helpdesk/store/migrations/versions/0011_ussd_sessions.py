"""USSD sessions: which page of which answer is before her"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from helpdesk.store.types import BigId, JsonData, UtcDateTime

revision: str = "0011"
down_revision: str | None = "0010"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "ussd_sessions",
        sa.Column("id", BigId, nullable=False),
        sa.Column("gateway_id", BigId, nullable=False),
        sa.Column("session_id", sa.Text(), nullable=False),
        sa.Column("contact_id", BigId, nullable=False),
        sa.Column("last_turn", sa.Integer(), nullable=False),
        sa.Column("page", sa.SmallInteger(), nullable=False),
        sa.Column("seen", sa.SmallInteger(), nullable=False),
        sa.Column("asked", sa.Text(), nullable=True),
        sa.Column("resuming", sa.Boolean(), nullable=False),
        sa.Column("shown", JsonData, nullable=False),
        sa.Column("ended_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name="fk_ussd_sessions_contact_id"),
        sa.ForeignKeyConstraint(["gateway_id"], ["gateways.id"], name="fk_ussd_sessions_gateway_id"),
        sa.PrimaryKeyConstraint("id", name="pk_ussd_sessions"),
        sa.UniqueConstraint("gateway_id", "session_id", name="uq_ussd_sessions_gateway_id_session_id"),
    )
    op.create_index("ix_ussd_sessions_contact_id", "ussd_sessions", ["contact_id"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_ussd_sessions_contact_id", table_name="ussd_sessions")
    op.drop_table("ussd_sessions")
