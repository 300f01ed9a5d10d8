"""Tables of what openings are made from: a centre's office hours, and how a commune plans its visits."""

from enum import StrEnum

import sqlalchemy as sa

from helpdesk.store.base import id_column, metadata, ref
from helpdesk.store.types import JsonData


class ByHours(StrEnum):
    """What an opening that was made from office hours has to do with them; others have nothing to do with them.

    KEPT: it follows them while nobody is booked. TAKEN_BACK: it was called off because they, or a closed day, say so,
    and comes back with them. What a person calls off stays KEPT and called off: the calendar leaves it.
    """

    KEPT = "kept"
    TAKEN_BACK = "taken_back"


office_hours = sa.Table(
    "office_hours",
    metadata,
    id_column(),
    ref("commune_id", "communes.id"),
    ref("place_id", "places.id"),
    # ISO 8601: Monday is 1, Sunday 7. One row is a half day, and the break lies between two rows.
    sa.Column("weekday", sa.SmallInteger(), nullable=False),
    sa.Column("opens", sa.Time(), nullable=False),
    sa.Column("closes", sa.Time(), nullable=False),
    sa.Column("capacity", sa.SmallInteger(), nullable=False),
    sa.Column("services", JsonData, nullable=False, default=list),
    sa.Column("finishes_level2", sa.Boolean(), nullable=False, default=False),
    sa.UniqueConstraint("place_id", "weekday", "opens"),
    sa.CheckConstraint("weekday BETWEEN 1 AND 7", name="weekday_known"),
    sa.CheckConstraint("closes > opens", name="closes_after_opening"),
    sa.CheckConstraint("capacity > 0", name="room_for_someone"),
)

visit_plans = sa.Table(
    "visit_plans",
    metadata,
    id_column(),
    ref("commune_id", "communes.id", unique=True),
    sa.Column("per_week", sa.SmallInteger(), nullable=False),
    # ISO weekdays on which the team goes out, the first choice first.
    sa.Column("weekdays", JsonData, nullable=False),
    sa.Column("opens", sa.Time(), nullable=False),
    sa.Column("closes", sa.Time(), nullable=False),
    sa.Column("capacity", sa.SmallInteger(), nullable=False),
    # Whether an officer with the biometric kit comes along, unless a visit says otherwise.
    sa.Column("finishes_level2", sa.Boolean(), nullable=False, default=False),
    ref("team_id", "teams.id", null=True),
    sa.CheckConstraint("per_week BETWEEN 0 AND 14", name="per_week_sane"),
    sa.CheckConstraint("closes > opens", name="closes_after_opening"),
    sa.CheckConstraint("capacity > 0", name="room_for_someone"),
)
