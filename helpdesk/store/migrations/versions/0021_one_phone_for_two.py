"""Several persons of one booking may have one phone of their own"""

from collections.abc import Sequence

import sqlalchemy as sa
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
    # Of several persons of a booking on one phone only the newest can be told there.
    phones = sa.table("own_phones", *map(sa.column, ("id", "booking_id", "address")))
    told = sa.table("tidings", sa.column("own_phone_id"))
    newest = sa.select(sa.func.max(phones.c.id)).group_by(phones.c.booking_id, phones.c.address)
    too_many = sa.select(phones.c.id).where(phones.c.id.not_in(newest))
    op.execute(sa.delete(told).where(told.c.own_phone_id.in_(too_many)))
    op.execute(sa.delete(phones).where(phones.c.id.not_in(newest)))
    with op.batch_alter_table("own_phones", schema=None) as batch_op:
        batch_op.drop_constraint(AFTER, type_="unique")
        batch_op.create_unique_constraint(BEFORE, ["booking_id", "address"])
