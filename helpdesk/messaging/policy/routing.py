"""Whether a gateway may carry a message, asked when it is about to leave, and which other one may."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from helpdesk.messaging.gateways import EMAIL, Gateway, active, is_dialled
from helpdesk.messaging.states import Kind
from helpdesk.messaging.templates import as_registered, templates_of

SIMULATOR = "simulator"
"""The channel of the simulated phone: what was meant for it goes to no real one, and the other way round."""

BULK = frozenset({Kind.LIST})
"""What leaves only where bulk is allowed: several messages at once, which get an ordinary SIM blocked."""

NO_TEMPLATE = "no_template"
NO_BULK = "no_bulk"
NO_GATEWAY = "no_gateway"
"""Why no gateway may carry a message: its code then. See trouble.py for what an official is told."""


@dataclass(frozen=True, slots=True)
class Way:
    """The gateway that may carry a message, and the words in which it may."""

    gateway_id: int
    text: str


def takes_anything(row: sa.Row[Any]) -> bool:
    """Whether the gateway of a claimed row may carry it as it is; the rule, and no further question."""
    return bool(row.active and row.free_text and (row.bulk or Kind(row.kind) not in BULK))


def way_of(db: sa.Connection, row: sa.Row[Any], *, channels: Collection[str] | None) -> Way | str:
    """How a message may leave: by its own gateway, else by another one of its commune, else by a shared one.

    The reason why not, where there is none. `channels` are those that are on; None: all are.
    """
    ways = active(db)
    here = [way for way in ways if way.id == row.gateway_id]
    others = [way for way in ways if way.id != row.gateway_id and _may_replace(way, row, channels)]
    others.sort(key=lambda way: way.commune_id is None)
    reasons = []
    for way in (*here, *others):
        found = _by(db, way, row)
        if isinstance(found, Way):
            return found
        reasons.append(found)
    return reasons[0] if reasons else NO_GATEWAY


def _may_replace(way: Gateway, row: sa.Row[Any], channels: Collection[str] | None) -> bool:
    on = (channels is None or way.channel in channels) and not is_dialled(way.channel)
    medium = (way.channel == EMAIL, way.channel == SIMULATOR) == (
        row.channel == EMAIL,
        row.channel == SIMULATOR,
    )
    near = row.commune_id is None or way.commune_id in (None, row.commune_id)
    return on and medium and near


def _by(db: sa.Connection, way: Gateway, row: sa.Row[Any]) -> Way | str:
    if Kind(row.kind) in BULK and not way.bulk:
        return NO_BULK
    if way.free_text:
        return Way(way.id, row.text)
    text = as_registered(row.text, templates_of(db, way.id), sender=way.address)
    return NO_TEMPLATE if text is None else Way(way.id, text)
