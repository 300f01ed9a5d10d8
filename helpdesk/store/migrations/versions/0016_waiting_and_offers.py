"""Who waits for a full opening, and places held for whom they were offered to"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from helpdesk.store.types import BigId, UtcDateTime

revision: str = "0016"
down_revision: str | None = "0015"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_JSON = sa.JSON(none_as_null=True).with_variant(
    postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), "postgresql"
)


def upgrade() -> None:
    op.create_table(
        "waits",
        sa.Column("id", BigId, nullable=False),
        sa.Column("commune_id", BigId, nullable=False),
        sa.Column("contact_id", BigId, nullable=False),
        sa.Column("place_id", BigId, nullable=False),
        sa.Column("opening_id", BigId, nullable=True),
        sa.Column("service", sa.Text(), nullable=True),
        sa.Column("party", sa.SmallInteger(), nullable=False),
        sa.Column("people", _JSON, nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("joined_at", UtcDateTime(), nullable=False),
        sa.Column("ends_at", UtcDateTime(), nullable=False),
        sa.Column("settled_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint("party > 0", name=op.f("ck_waits_for_someone")),
        sa.CheckConstraint(
            "state IN ('waiting', 'offered', 'booked', 'left', 'passed', 'expired')",
            name=op.f("ck_waits_state_known"),
        ),
        sa.ForeignKeyConstraint(["commune_id"], ["communes.id"], name="fk_waits_commune_id"),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name="fk_waits_contact_id"),
        sa.ForeignKeyConstraint(["place_id"], ["places.id"], name="fk_waits_place_id"),
        sa.ForeignKeyConstraint(["opening_id"], ["openings.id"], name="fk_waits_opening_id"),
        sa.PrimaryKeyConstraint("id", name="pk_waits"),
    )
    op.create_index("ix_waits_contact_id", "waits", ["contact_id"])
    _partial("ix_waits_queue", "waits", ["place_id", "id"], "state = 'waiting'")
    live = "state IN ('waiting', 'offered')"
    _partial("ix_waits_of_opening", "waits", ["opening_id"], live)
    _partial("ix_waits_to_end", "waits", ["ends_at"], "people IS NOT NULL")
    _partial("uq_waits_once_for_an_opening", "waits", ["contact_id", "opening_id"], live, unique=True)
    _partial(
        "uq_waits_once_for_a_place",
        "waits",
        ["contact_id", "place_id"],
        f"{live} AND opening_id IS NULL",
        unique=True,
    )
    op.create_table(
        "offers",
        sa.Column("id", BigId, nullable=False),
        sa.Column("commune_id", BigId, nullable=False),
        sa.Column("wait_id", BigId, nullable=False),
        sa.Column("contact_id", BigId, nullable=False),
        sa.Column("opening_id", BigId, nullable=False),
        sa.Column("party", sa.SmallInteger(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.Column("until", UtcDateTime(), nullable=False),
        sa.Column("settled_at", UtcDateTime(), nullable=True),
        sa.Column("booking_id", BigId, nullable=True),
        sa.CheckConstraint("party > 0", name=op.f("ck_offers_for_someone")),
        sa.CheckConstraint(
            "state IN ('held', 'accepted', 'declined', 'lapsed', 'withdrawn')",
            name=op.f("ck_offers_state_known"),
        ),
        sa.ForeignKeyConstraint(["commune_id"], ["communes.id"], name="fk_offers_commune_id"),
        sa.ForeignKeyConstraint(["wait_id"], ["waits.id"], name="fk_offers_wait_id"),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name="fk_offers_contact_id"),
        sa.ForeignKeyConstraint(["opening_id"], ["openings.id"], name="fk_offers_opening_id"),
        sa.ForeignKeyConstraint(["booking_id"], ["bookings.id"], name="fk_offers_booking_id"),
        sa.PrimaryKeyConstraint("id", name="pk_offers"),
        sa.UniqueConstraint("wait_id", "opening_id", name="uq_offers_wait_id_opening_id"),
    )
    _partial("ix_offers_held", "offers", ["until"], "state = 'held'")
    _partial("uq_offers_one_held", "offers", ["contact_id"], "state = 'held'", unique=True)
    op.create_table(
        "recounts",
        sa.Column("id", BigId, nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("openings", sa.Integer(), nullable=False),
        sa.Column("bookings", sa.Integer(), nullable=False),
        sa.Column("differences", _JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_recounts"),
    )
    op.create_index("ix_recounts_at", "recounts", ["at"])
    # A call may be about a place that is offered, before there is a booking.
    with op.batch_alter_table("call_tasks", schema=None) as batch_op:
        batch_op.alter_column("booking_id", existing_type=BigId, nullable=True)
        batch_op.add_column(sa.Column("offer_id", BigId, nullable=True))
        batch_op.create_foreign_key("fk_call_tasks_offer_id", "offers", ["offer_id"], ["id"])
    _partial(
        "uq_call_tasks_one_open_of_an_offer",
        "call_tasks",
        ["offer_id"],
        "state IN ('open', 'not_reached')",
        unique=True,
    )


def _partial(name: str, table: str, columns: list[str], where: str, *, unique: bool = False) -> None:
    condition = sa.text(where)
    op.create_index(name, table, columns, unique=unique, postgresql_where=condition, sqlite_where=condition)


def downgrade() -> None:
    op.drop_index("uq_call_tasks_one_open_of_an_offer", table_name="call_tasks")
    op.execute("DELETE FROM call_tasks WHERE booking_id IS NULL")
    with op.batch_alter_table("call_tasks", schema=None) as batch_op:
        batch_op.drop_constraint("fk_call_tasks_offer_id", type_="foreignkey")
        batch_op.drop_column("offer_id")
        batch_op.alter_column("booking_id", existing_type=BigId, nullable=False)
    op.drop_table("recounts")
    op.drop_table("offers")
    op.drop_table("waits")
