"""Tables of the reports room."""

from enum import StrEnum

import sqlalchemy as sa

from helpdesk.store.base import id_column, metadata, one_of, ref, when, word
from helpdesk.store.types import JsonData


class Audience(StrEnum):
    """Who a list is for."""

    OFFICER = "officer"
    LEADER = "leader"


lists = sa.Table(
    "lists",
    metadata,
    id_column(),
    ref("commune_id", "communes.id"),
    ref("opening_id", "openings.id"),
    word("audience"),
    sa.Column("version", sa.SmallInteger(), nullable=False),
    when("made_at"),
    # What stood on it, so that a correction can say what changed.
    sa.Column("rows", JsonData, nullable=False),
    # Which change of the day it says; None: the day stands.
    ref("change_id", "day_changes.id", null=True),
    sa.UniqueConstraint("opening_id", "audience", "version"),
    one_of("audience", Audience),
)
