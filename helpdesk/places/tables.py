"""Tables of the places room."""

from enum import StrEnum

import sqlalchemy as sa

from helpdesk.store.base import id_column, metadata, one_of, ref, when, word
from helpdesk.store.types import JsonData


class PlaceKind(StrEnum):
    """What a place is."""

    CENTRE = "centre"
    VILLAGE = "village"


communes = sa.Table(
    "communes",
    metadata,
    id_column(),
    word("code", unique=True),
    word("name"),
    sa.Column("sample", sa.Boolean(), nullable=False, default=False),
)

places = sa.Table(
    "places",
    metadata,
    id_column(),
    ref("commune_id", "communes.id"),
    word("code", unique=True),
    word("kind"),
    word("name"),
    # Other spellings and former names, matched like the name itself.
    sa.Column("aliases", JsonData, nullable=False, default=list),
    sa.Column("sample", sa.Boolean(), nullable=False, default=False),
    sa.UniqueConstraint("commune_id", "name"),
    one_of("kind", PlaceKind),
)

closed_days = sa.Table(
    "closed_days",
    metadata,
    id_column(),
    ref("commune_id", "communes.id"),
    sa.Column("day", sa.Date(), nullable=False),
    word("reason"),
    # The other way round: offices work, although the weekday or a national holiday says otherwise.
    sa.Column("works", sa.Boolean(), nullable=False, default=False, server_default=sa.false()),
    sa.UniqueConstraint("commune_id", "day"),
)

commune_facts = sa.Table(
    "commune_facts",
    metadata,
    id_column(),
    ref("commune_id", "communes.id"),
    word("key"),
    word("text"),
    word("source"),
    # In production only a signed fact reaches a citizen.
    word("signed_by", null=True),
    when("signed_at", null=True),
    sa.UniqueConstraint("commune_id", "key"),
    sa.CheckConstraint("(signed_by IS NULL) = (signed_at IS NULL)", name="signed_whole"),
)
