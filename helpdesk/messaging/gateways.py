"""Gateways: the configured ways in and out, each a channel with its number, commune and capabilities."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from helpdesk.channels.contract import Capabilities
from helpdesk.messaging.tables import gateways
from helpdesk.store.upsert import insert_if_new

EMAIL = "email"
"""The channel that reaches officials' mailboxes, and no phone."""

USSD = "ussd"
"""How the name of every channel ends whose residents dial, such as "africastalking/ussd". A gateway that has no other
answers and starts nothing."""


FIRST_PACE = {"twilio": 60, "simulator": 60_000, EMAIL: 600}
"""Messages a minute of a new gateway: one a second is what a long code at Twilio carries (its documentation)."""

MOST_PACE = 60_000
"""Messages a minute beyond which a pace is a slip of the pen."""

MOST_PER_SEGMENT = 1_000_000
"""Dong for a segment beyond which a price is one, too."""

LEAST_PER_DAY, MOST_PER_DAY = 10, 1_000_000
"""Texts a day between which a limit makes sense: of fewer nothing could be kept for answers."""


class CannotChange(Exception):
    """What a gateway was to become cannot be, in words for the operator."""


@dataclass(frozen=True, slots=True)
class Gateway:
    """One way in and out. `commune_id` is None where it serves every commune.

    `free_text`: else it takes registered wordings only. `bulk`: lists may leave by it. `brand_name`: its address is
    a name, so nobody can answer. `vnd_per_segment`: None where nobody has said what it costs. `per_day`: texts a day,
    each segment counted; None where there is no limit.
    """

    id: int
    channel: str
    address: str
    commune_id: int | None
    two_way: bool
    pace_per_minute: int
    free_text: bool = True
    bulk: bool = True
    brand_name: bool = False
    vnd_per_segment: int | None = None
    per_day: int | None = None
    active: bool = True

    @property
    def reaches_phones(self) -> bool:
        """Whether a phone can be texted by it."""
        return self.channel != EMAIL and not is_dialled(self.channel)


def is_dialled(channel: str) -> bool:
    """Whether a channel is USSD."""
    return channel.endswith(USSD)


_COLUMNS = [gateways.c[name] for name in Gateway.__slots__]


def ensure(
    db: sa.Connection, *, channel: str, address: str, capabilities: Capabilities | None = None
) -> None:
    """Make the first row of a gateway that the environment names; an existing one is left as it is.

    It begins as its channel says it can; without `capabilities` it takes everything.
    """
    row = {
        "channel": channel,
        "address": address,
        "two_way": capabilities.two_way if capabilities else channel != EMAIL,
        "free_text": capabilities.free_text if capabilities else True,
        # What mail servers hold against bulk is advertising; lists go to a few officials.
        "bulk": capabilities.bulk_allowed if capabilities and channel != EMAIL else True,
        "brand_name": bool(capabilities and not capabilities.numeric_sender and channel != EMAIL),
        "pace_per_minute": FIRST_PACE.get(channel, 60),
        "active": True,
    }
    insert_if_new(db, gateways, row)


def active(db: sa.Connection) -> list[Gateway]:
    """All gateways in use, the oldest first."""
    return [way for way in known(db) if way.active]


def known(db: sa.Connection) -> list[Gateway]:
    """All gateways there are or were, the oldest first."""
    return [Gateway(*row) for row in db.execute(sa.select(*_COLUMNS).order_by(gateways.c.id))]


def change(db: sa.Connection, way: Gateway, **values: Any) -> None:
    """Change what a gateway may do: fields of `Gateway` by name. Counts for the next message that leaves.

    Raises CannotChange, and changes nothing.
    """
    if values.get("two_way") and way.brand_name:
        raise CannotChange(f"{way.address} is a name: nobody can text to it, so it is one-way")
    if way.channel == EMAIL and {"two_way", "free_text", "bulk"} & set(values):
        raise CannotChange(
            "an e-mail gateway carries lists one way and any text; only its pace and daily limit can be set"
        )
    if not LEAST_PER_DAY <= (values.get("per_day") or LEAST_PER_DAY) <= MOST_PER_DAY:
        raise CannotChange(f"the daily limit must be from {LEAST_PER_DAY} to {MOST_PER_DAY} texts, or none")
    if not 1 <= values.get("pace_per_minute", 1) <= MOST_PACE:
        raise CannotChange(f"the pace must be from 1 to {MOST_PACE} messages a minute")
    if not 0 <= (values.get("vnd_per_segment") or 0) <= MOST_PER_SEGMENT:
        raise CannotChange(f"the price must be from 0 to {MOST_PER_SEGMENT} dong")
    db.execute(gateways.update().where(gateways.c.id == way.id).values(**values))


def pick(ways: Sequence[Gateway], *, channel: str | None = None, commune_id: int | None = None) -> Gateway:
    """The gateway to use: of this channel where one is named, else one that reaches phones; the commune's own
    before a shared one, and of these one that she can answer, in any words, before others.

    Raises LookupError when there is none.
    """
    fitting = [way for way in ways if (way.reaches_phones if channel is None else way.channel == channel)]
    own = [way for way in fitting if commune_id is not None and way.commune_id == commune_id]
    shared = [way for way in fitting if way.commune_id is None]
    chosen = own or shared or fitting
    if not chosen:
        raise LookupError(f"no gateway for channel {channel or 'any phone'}")
    return max(chosen, key=lambda way: (way.two_way, way.free_text))
