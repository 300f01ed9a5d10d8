"""What each booked person comes for and needs, her number that day, and who may be the same person"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from helpdesk.store.types import BigId, UtcDateTime

revision: str = "0015"
down_revision: str | None = "0014"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_JSON = sa.JSON(none_as_null=True).with_variant(
    postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), "postgresql"
)

# Who is booked already gets a number in the order in which the bookings were made, and the count goes on from there.
_NUMBER_ALL = """
UPDATE booked_persons SET number = numbered.place FROM (
  SELECT p.id, row_number() OVER (PARTITION BY b.opening_id ORDER BY p.id) AS place
  FROM booked_persons p JOIN bookings b ON b.id = p.booking_id WHERE p.cancelled_at IS NULL
) AS numbered WHERE numbered.id = booked_persons.id
"""


def upgrade() -> None:
    with op.batch_alter_table("openings", schema=None) as batch_op:
        batch_op.add_column(sa.Column("numbered", sa.Integer(), nullable=False, server_default="0"))
    with op.batch_alter_table("bookings", schema=None) as batch_op:
        batch_op.add_column(sa.Column("service", sa.Text(), nullable=False, server_default="level2"))
        batch_op.create_check_constraint(
            op.f("ck_bookings_service_known"),
            "service IN ('level2', 'level2_card', 'update_info', 'online_declaration')",
        )
        batch_op.create_index("ix_bookings_code", ["code"], unique=False)
    with op.batch_alter_table("booked_persons", schema=None) as batch_op:
        batch_op.add_column(sa.Column("number", sa.SmallInteger(), nullable=False, server_default="0"))
        batch_op.add_column(sa.Column("needs", _JSON, nullable=False, server_default="[]"))
        batch_op.add_column(sa.Column("relation", sa.Text(), nullable=True))
        batch_op.create_check_constraint(op.f("ck_booked_persons_number_not_negative"), "number >= 0")
        batch_op.create_check_constraint(
            op.f("ck_booked_persons_relation_known"),
            "relation IN ('self', 'spouse', 'child', 'parent', 'relative', 'neighbour')",
        )
    op.execute(_NUMBER_ALL)
    op.execute("UPDATE openings SET numbered = taken")
    _create_own_phones()
    op.create_table(
        "code_tries",
        sa.Column("id", BigId, nullable=False),
        sa.Column("contact_id", BigId, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("tries", sa.SmallInteger(), nullable=False),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name="fk_code_tries_contact_id"),
        sa.PrimaryKeyConstraint("id", name="pk_code_tries"),
        sa.UniqueConstraint("contact_id", name="uq_code_tries_contact_id"),
    )
    op.create_table(
        "same_person_verdicts",
        sa.Column("id", BigId, nullable=False),
        sa.Column("commune_id", BigId, nullable=False),
        sa.Column("first_id", BigId, nullable=False),
        sa.Column("second_id", BigId, nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("official_id", BigId, nullable=False),
        sa.Column("decided_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint("first_id < second_id", name=op.f("ck_same_person_verdicts_smaller_first")),
        sa.CheckConstraint(
            "verdict IN ('same', 'different')", name=op.f("ck_same_person_verdicts_verdict_known")
        ),
        sa.ForeignKeyConstraint(["commune_id"], ["communes.id"], name="fk_same_person_verdicts_commune_id"),
        sa.ForeignKeyConstraint(["first_id"], ["persons.id"], name="fk_same_person_verdicts_first_id"),
        sa.ForeignKeyConstraint(["second_id"], ["persons.id"], name="fk_same_person_verdicts_second_id"),
        sa.ForeignKeyConstraint(
            ["official_id"], ["officials.id"], name="fk_same_person_verdicts_official_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_same_person_verdicts"),
        sa.UniqueConstraint("first_id", "second_id", name="uq_same_person_verdicts_first_id_second_id"),
    )
    op.create_index("ix_same_person_verdicts_second_id", "same_person_verdicts", ["second_id"])


def _create_own_phones() -> None:
    op.create_table(
        "own_phones",
        sa.Column("id", BigId, nullable=False),
        sa.Column("booking_id", BigId, nullable=False),
        sa.Column("person_id", BigId, nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("given_by_id", BigId, nullable=True),
        sa.Column("official_id", BigId, nullable=True),
        sa.Column("given_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["booking_id"], ["bookings.id"], name="fk_own_phones_booking_id"),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name="fk_own_phones_person_id"),
        sa.ForeignKeyConstraint(["given_by_id"], ["contacts.id"], name="fk_own_phones_given_by_id"),
        sa.ForeignKeyConstraint(["official_id"], ["officials.id"], name="fk_own_phones_official_id"),
        sa.PrimaryKeyConstraint("id", name="pk_own_phones"),
        sa.UniqueConstraint("booking_id", "address", name="uq_own_phones_booking_id_address"),
    )
    for column in ("person_id", "address", "given_by_id"):
        op.create_index(f"ix_own_phones_{column}", "own_phones", [column])
    op.create_table(
        "tidings",
        sa.Column("id", BigId, nullable=False),
        sa.Column("own_phone_id", BigId, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("due_at", UtcDateTime(), nullable=False),
        sa.Column("useful_until", UtcDateTime(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("settled_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint("state IN ('waiting', 'sent', 'dropped')", name=op.f("ck_tidings_state_known")),
        sa.ForeignKeyConstraint(["own_phone_id"], ["own_phones.id"], name="fk_tidings_own_phone_id"),
        sa.PrimaryKeyConstraint("id", name="pk_tidings"),
        sa.UniqueConstraint("own_phone_id", "kind", name="uq_tidings_own_phone_id_kind"),
    )
    waiting = sa.text("state = 'waiting'")
    op.create_index("ix_tidings_due", "tidings", ["due_at"], sqlite_where=waiting, postgresql_where=waiting)


def downgrade() -> None:
    for table in ("same_person_verdicts", "code_tries", "tidings", "own_phones"):
        op.drop_table(table)
    with op.batch_alter_table("booked_persons", schema=None) as batch_op:
        batch_op.drop_constraint(op.f("ck_booked_persons_relation_known"), type_="check")
        batch_op.drop_constraint(op.f("ck_booked_persons_number_not_negative"), type_="check")
        for column in ("relation", "needs", "number"):
            batch_op.drop_column(column)
    with op.batch_alter_table("bookings", schema=None) as batch_op:
        batch_op.drop_index("ix_bookings_code")
        batch_op.drop_constraint(op.f("ck_bookings_service_known"), type_="check")
        batch_op.drop_column("service")
    with op.batch_alter_table("openings", schema=None) as batch_op:
        batch_op.drop_column("numbered")
