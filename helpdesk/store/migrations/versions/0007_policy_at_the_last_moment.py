"""What gateways may carry and cost, registered wordings, and what messages are about"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from helpdesk.store.types import BigId, UtcDateTime

revision: str = "0007"
down_revision: str | None = "0006"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    with op.batch_alter_table("gateways", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("brand_name", sa.Boolean(), nullable=False, server_default=sa.false()),
        )
        batch_op.add_column(sa.Column("vnd_per_segment", sa.Integer(), nullable=True))
    # Lists left through every gateway until now; and a name at Twilio takes no replies, whatever was written.
    op.execute("UPDATE gateways SET bulk = true")
    op.execute(
        "UPDATE gateways SET brand_name = true, two_way = false, free_text = false"
        " WHERE channel = 'twilio' AND lower(address) <> upper(address)"
    )
    with op.batch_alter_table("gateways", schema=None) as batch_op:
        batch_op.create_check_constraint(
            op.f("ck_gateways_nobody_answers_a_name"), sa.text("NOT (brand_name AND two_way)")
        )

    with op.batch_alter_table("outbound_messages", schema=None) as batch_op:
        batch_op.add_column(sa.Column("estimated_vnd", sa.Integer(), nullable=True))

    op.create_table(
        "message_templates",
        sa.Column("id", BigId, nullable=False),
        sa.Column("gateway_id", BigId, nullable=False),
        sa.Column("wording", sa.Text(), nullable=False),
        sa.Column("provider_id", sa.Text(), nullable=True),
        sa.Column("added_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["gateway_id"], ["gateways.id"], name="fk_message_templates_gateway_id"),
        sa.PrimaryKeyConstraint("id", name="pk_message_templates"),
        sa.UniqueConstraint("gateway_id", "wording", name="uq_message_templates_gateway_id_wording"),
    )

    op.create_table(
        "message_subjects",
        sa.Column("id", BigId, nullable=False),
        sa.Column("message_id", BigId, nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["message_id"], ["outbound_messages.id"], name="fk_message_subjects_message_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_message_subjects"),
        sa.UniqueConstraint(
            "message_id", "subject", "said", name="uq_message_subjects_message_id_subject_said"
        ),
    )
    with op.batch_alter_table("message_subjects", schema=None) as batch_op:
        batch_op.create_index("ix_message_subjects_subject", ["subject"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("message_subjects", schema=None) as batch_op:
        batch_op.drop_index("ix_message_subjects_subject")

    op.drop_table("message_subjects")
    op.drop_table("message_templates")
    with op.batch_alter_table("outbound_messages", schema=None) as batch_op:
        batch_op.drop_column("estimated_vnd")

    with op.batch_alter_table("gateways", schema=None) as batch_op:
        batch_op.drop_constraint(op.f("ck_gateways_nobody_answers_a_name"), type_="check")
        batch_op.drop_column("vnd_per_segment")
        batch_op.drop_column("brand_name")
