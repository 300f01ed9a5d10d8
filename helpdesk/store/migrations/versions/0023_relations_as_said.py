"""What a person is to whoever booked for her is kept in the word that was said: mother, wife, son or daughter"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0023"
down_revision: str | None = "0022"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_EARLIER = "relation IN ('self', 'spouse', 'child', 'parent', 'relative', 'neighbour')"
_NOW = (
    "relation IN ('self', 'wife', 'husband', 'son_or_daughter', 'grandchild', 'mother', 'father', 'grandfather',"
    " 'grandmother', 'older_brother', 'older_sister', 'younger_sibling', 'spouse', 'child', 'parent', 'relative',"
    " 'neighbour')"
)
_WIDER = (
    "UPDATE booked_persons SET relation = CASE"
    " WHEN relation IN ('wife', 'husband') THEN 'spouse'"
    " WHEN relation IN ('son_or_daughter', 'grandchild') THEN 'child'"
    " WHEN relation IN ('mother', 'father', 'grandfather', 'grandmother') THEN 'parent'"
    " ELSE 'relative' END"
    " WHERE relation NOT IN ('self', 'spouse', 'child', 'parent', 'relative', 'neighbour')"
)


def upgrade() -> None:
    _relations(_NOW)


def downgrade() -> None:
    op.execute(_WIDER)
    _relations(_EARLIER)


def _relations(known: str) -> None:
    with op.batch_alter_table("booked_persons", schema=None) as batch_op:
        batch_op.drop_constraint(op.f("ck_booked_persons_relation_known"), type_="check")
        batch_op.create_check_constraint(op.f("ck_booked_persons_relation_known"), sa.text(known))
