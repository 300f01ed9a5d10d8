"""Several persons of one booking may have one phone of their own"""

from collections.abc import Sequence

from alembic import op

revision: str = "0021"
down_revision: str | None = "0019"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

BEFORE, AFTER = "uq_own_phones_booking_id_address", "uq_own_phones_booking_id_person_id_address"


def upgrade() -> None:
    with op.batch_alter_table("own_phones", schema=None) as batch_op:
        batch_op.drop_constraint(BEFORE, type_="unique")
        batch_op.create_unique_constraint(AFTER, ["booking_id", "person_id", "address"])


def downgrade() -> None:
    with op.batch_alter_table("own_phones", schema=None) as batch_op:
        batch_op.drop_constraint(AFTER, type_="unique")
        batch_op.create_unique_constraint(BEFORE, ["booking_id", "address"])
