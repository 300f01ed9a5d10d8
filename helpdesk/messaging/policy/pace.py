"""The pace of a gateway: so many messages a minute, however many workers send.

`free_at` says when the gateway may send next. It may lie behind the clock by BURST at most: what was not used in the
last seconds can be made up for, so that a sweep every ten seconds does not halve the pace.
"""

from datetime import datetime, timedelta

import sqlalchemy as sa

from helpdesk.messaging.policy.daily_limit import counted
from helpdesk.messaging.tables import gateways

BURST = timedelta(seconds=15)

_LONGEST = timedelta(minutes=1)

g = gateways.c


IS_FREE = sa.or_(
    g.free_at.is_(None), g.free_at <= sa.bindparam("now"), g.free_at > sa.bindparam("longest_pause_from_now")
)
"""The condition that a gateway's pace allows a message now; with the parameters `at(now)`.

No pace asks for a longer pause than a minute: `free_at` beyond that was written before the clock was put back.
"""


def at(now: datetime) -> dict[str, datetime]:
    """The parameters of IS_FREE."""
    return {"now": now, "longest_pause_from_now": now + _LONGEST}


def take_turn(
    db: sa.Connection,
    gateway_id: int,
    *,
    free_at: datetime | None,
    pace_per_minute: int,
    now: datetime,
    texts: int = 1,
) -> bool:
    """Use the gateway's next turn for so many texts, and count them; False when another worker just used it."""
    earliest = now - BURST
    put_back = free_at is not None and free_at > now + _LONGEST
    begins = earliest if free_at is None or put_back else max(free_at, earliest)
    following = begins + timedelta(minutes=1) / max(1, pace_per_minute)
    unchanged = g.free_at.is_(None) if free_at is None else g.free_at == free_at
    used = gateways.update().where(g.id == gateway_id, unchanged)
    taken = db.execute(used.values(free_at=following, **counted(now, texts=texts)))
    return taken.rowcount == 1
