"""What came of each text, what becomes of questions, and texts that officials found misunderstood"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from helpdesk.store.types import BigId, UtcDateTime

revision: str = "0013"
down_revision: str | None = "0012"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_NOTED = ("outcome", "flow", "step", "said", "language")


def upgrade() -> None:
    with op.batch_alter_table("inbound_messages", schema=None) as batch_op:
        for column in _NOTED:
            batch_op.add_column(sa.Column(column, sa.Text(), nullable=True))
        batch_op.create_index("ix_inbound_messages_contact", ["contact_id", "received_at"], unique=False)
        batch_op.drop_index("ix_inbound_messages_contact_id")
    op.create_table(
        "question_events",
        sa.Column("id", BigId, nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("commune_id", BigId, nullable=True),
        sa.Column("flow", sa.Text(), nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.CheckConstraint("event IN ('asked', 'expired')", name=op.f("ck_question_events_event_known")),
        sa.ForeignKeyConstraint(["commune_id"], ["communes.id"], name="fk_question_events_commune_id"),
        sa.PrimaryKeyConstraint("id", name="pk_question_events"),
    )
    op.create_table(
        "understanding_marks",
        sa.Column("id", BigId, nullable=False),
        sa.Column("inbound_id", BigId, nullable=False),
        sa.Column("commune_id", BigId, nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("understood", sa.Text(), nullable=False),
        sa.Column("meant", sa.Text(), nullable=False),
        sa.Column("marked_at", UtcDateTime(), nullable=False),
        sa.Column("official_id", BigId, nullable=False),
        sa.ForeignKeyConstraint(["commune_id"], ["communes.id"], name="fk_understanding_marks_commune_id"),
        sa.ForeignKeyConstraint(
            ["inbound_id"], ["inbound_messages.id"], name="fk_understanding_marks_inbound_id"
        ),
        sa.ForeignKeyConstraint(["official_id"], ["officials.id"], name="fk_understanding_marks_official_id"),
        sa.PrimaryKeyConstraint("id", name="pk_understanding_marks"),
        sa.UniqueConstraint("inbound_id", name="uq_understanding_marks_inbound_id"),
    )


def downgrade() -> None:
    op.drop_table("understanding_marks")
    op.drop_table("question_events")
    with op.batch_alter_table("inbound_messages", schema=None) as batch_op:
        batch_op.create_index("ix_inbound_messages_contact_id", ["contact_id"], unique=False)
        batch_op.drop_index("ix_inbound_messages_contact")
        for column in _NOTED:
            batch_op.drop_column(column)
