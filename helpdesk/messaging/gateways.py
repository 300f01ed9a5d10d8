"""Gateways: the configured ways in and out, each a channel with its number, commune and capabilities."""

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from helpdesk.messaging.tables import gateways
from helpdesk.store.upsert import insert_if_new

EMAIL = "email"
"""The channel that reaches officials' mailboxes, and no phone."""


FIRST_PACE = {"twilio": 60, "simulator": 60_000, EMAIL: 600}
"""Messages a minute of a new gateway: one a second is what a long code at Twilio carries (its documentation)."""


@dataclass(frozen=True, slots=True)
class Gateway:
    """One way in and out. `commune_id` is None where it serves every commune."""

    id: int
    channel: str
    address: str
    commune_id: int | None
    two_way: bool
    pace_per_minute: int

    @property
    def reaches_phones(self) -> bool:
        """Whether a phone number is an address here."""
        return self.channel != EMAIL


_COLUMNS = [
    gateways.c[name] for name in ("id", "channel", "address", "commune_id", "two_way", "pace_per_minute")
]


def ensure(db: sa.Connection, *, channel: str, address: str) -> None:
    """Make the first row of a gateway that the environment names; an existing one is left as it is."""
    row = {
        "channel": channel,
        "address": address,
        "two_way": channel != EMAIL,
        "free_text": True,
        "bulk": False,
        "pace_per_minute": FIRST_PACE.get(channel, 60),
        "active": True,
    }
    insert_if_new(db, gateways, row)


def active(db: sa.Connection) -> list[Gateway]:
    """All gateways in use, the oldest first."""
    query = sa.select(*_COLUMNS).where(gateways.c.active).order_by(gateways.c.id)
    return [Gateway(*row) for row in db.execute(query)]


def pick(ways: Sequence[Gateway], *, channel: str | None = None, commune_id: int | None = None) -> Gateway:
    """The gateway to use: of this channel where one is named, else one that reaches phones; the commune's own
    before a shared one.

    Raises LookupError when there is none.
    """
    fitting = [way for way in ways if (way.reaches_phones if channel is None else way.channel == channel)]
    own = [way for way in fitting if commune_id is not None and way.commune_id == commune_id]
    shared = [way for way in fitting if way.commune_id is None]
    chosen = own or shared or fitting
    if not chosen:
        raise LookupError(f"no gateway for channel {channel or 'any phone'}")
    return chosen[0]
