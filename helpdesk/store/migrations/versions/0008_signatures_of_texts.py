"""Who signed which text, and facts whose signature is whole"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from helpdesk.store.types import BigId, UtcDateTime

revision: str = "0008"
down_revision: str | None = "0007"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "text_signatures",
        sa.Column("id", BigId, nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("flow", sa.Text(), nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("slot", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("wording", sa.Text(), nullable=False),
        sa.Column("signed_by", sa.Text(), nullable=False),
        sa.Column("official_id", BigId, nullable=True),
        sa.Column("signed_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["official_id"], ["officials.id"], name="fk_text_signatures_official_id"),
        sa.PrimaryKeyConstraint("id", name="pk_text_signatures"),
        sa.UniqueConstraint("fingerprint", name="uq_text_signatures_fingerprint"),
    )
    with op.batch_alter_table("commune_facts", schema=None) as batch_op:
        batch_op.create_check_constraint(
            op.f("ck_commune_facts_signed_whole"), sa.text("(signed_by IS NULL) = (signed_at IS NULL)")
        )


def downgrade() -> None:
    with op.batch_alter_table("commune_facts", schema=None) as batch_op:
        batch_op.drop_constraint(op.f("ck_commune_facts_signed_whole"), type_="check")
    op.drop_table("text_signatures")
