"""Office hours, how visits are planned, and days worked although they are holidays"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from helpdesk.store.types import BigId

revision: str = "0014"
down_revision: str | None = "0013"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_JSON = sa.JSON(none_as_null=True).with_variant(
    postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), "postgresql"
)


def upgrade() -> None:
    op.create_table(
        "office_hours",
        sa.Column("id", BigId, nullable=False),
        sa.Column("commune_id", BigId, nullable=False),
        sa.Column("place_id", BigId, nullable=False),
        sa.Column("weekday", sa.SmallInteger(), nullable=False),
        sa.Column("opens", sa.Time(), nullable=False),
        sa.Column("closes", sa.Time(), nullable=False),
        sa.Column("capacity", sa.SmallInteger(), nullable=False),
        sa.Column("services", _JSON, nullable=False),
        sa.Column("finishes_level2", sa.Boolean(), nullable=False),
        sa.CheckConstraint("weekday BETWEEN 1 AND 7", name=op.f("ck_office_hours_weekday_known")),
        sa.CheckConstraint("closes > opens", name=op.f("ck_office_hours_closes_after_opening")),
        sa.CheckConstraint("capacity > 0", name=op.f("ck_office_hours_room_for_someone")),
        sa.ForeignKeyConstraint(["commune_id"], ["communes.id"], name="fk_office_hours_commune_id"),
        sa.ForeignKeyConstraint(["place_id"], ["places.id"], name="fk_office_hours_place_id"),
        sa.PrimaryKeyConstraint("id", name="pk_office_hours"),
        sa.UniqueConstraint("place_id", "weekday", "opens", name="uq_office_hours_place_id_weekday_opens"),
    )
    op.create_table(
        "visit_plans",
        sa.Column("id", BigId, nullable=False),
        sa.Column("commune_id", BigId, nullable=False),
        sa.Column("per_week", sa.SmallInteger(), nullable=False),
        sa.Column("weekdays", _JSON, nullable=False),
        sa.Column("opens", sa.Time(), nullable=False),
        sa.Column("closes", sa.Time(), nullable=False),
        sa.Column("capacity", sa.SmallInteger(), nullable=False),
        sa.Column("finishes_level2", sa.Boolean(), nullable=False),
        sa.Column("team_id", BigId, nullable=True),
        sa.CheckConstraint("per_week BETWEEN 0 AND 14", name=op.f("ck_visit_plans_per_week_sane")),
        sa.CheckConstraint("closes > opens", name=op.f("ck_visit_plans_closes_after_opening")),
        sa.CheckConstraint("capacity > 0", name=op.f("ck_visit_plans_room_for_someone")),
        sa.ForeignKeyConstraint(["commune_id"], ["communes.id"], name="fk_visit_plans_commune_id"),
        sa.ForeignKeyConstraint(["team_id"], ["teams.id"], name="fk_visit_plans_team_id"),
        sa.PrimaryKeyConstraint("id", name="pk_visit_plans"),
        sa.UniqueConstraint("commune_id", name="uq_visit_plans_commune_id"),
    )
    with op.batch_alter_table("openings", schema=None) as batch_op:
        batch_op.add_column(sa.Column("by_hours", sa.Text(), nullable=True))
        batch_op.create_check_constraint(
            op.f("ck_openings_by_hours_known"), "by_hours IN ('kept', 'taken_back')"
        )
    with op.batch_alter_table("closed_days", schema=None) as batch_op:
        batch_op.add_column(sa.Column("works", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    with op.batch_alter_table("closed_days", schema=None) as batch_op:
        batch_op.drop_column("works")
    with op.batch_alter_table("openings", schema=None) as batch_op:
        batch_op.drop_constraint(op.f("ck_openings_by_hours_known"), type_="check")
        batch_op.drop_column("by_hours")
    op.drop_table("visit_plans")
    op.drop_table("office_hours")
