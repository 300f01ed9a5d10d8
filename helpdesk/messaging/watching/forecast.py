"""When what waits will have left: by the pace of a gateway, its daily limit, and sending hours. An estimate."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from math import ceil

import sqlalchemy as sa

from helpdesk.clock import at_local, local, local_date
from helpdesk.messaging.gateways import Gateway
from helpdesk.messaging.policy.daily_limit import allowance
from helpdesk.messaging.policy.sending_hours import CLOSES, next_allowed
from helpdesk.messaging.states import Kind, State
from helpdesk.messaging.tables import gateways, outbound_messages

g, m = gateways.c, outbound_messages.c

FURTHEST = timedelta(days=30)
"""Beyond this nobody needs to know exactly."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """What waits for a gateway (messages, and texts as they are counted), what left today, and when all has.

    `done_at` is None where nothing waits, or beyond FURTHEST.
    """

    gateway: Gateway
    messages: int
    texts: int
    today: int
    done_at: datetime | None

    @property
    def left_today(self) -> int | None:
        """How many texts that we start may leave today still; None: there is no limit."""
        per_day = self.gateway.per_day
        return None if per_day is None else max(0, allowance(per_day, Kind.NOTICE) - self.today)

    @property
    def full(self) -> bool:
        """Whether something has to wait for tomorrow because of the limit."""
        left = self.left_today
        return left is not None and self.texts > left


def forecasts(
    db: sa.Connection, ways: Collection[Gateway], *, now: datetime, more: int = 0, more_texts: int = 0
) -> list[Forecast]:
    """What waits, by gateway, also for its hour; with so many messages `more` for each of them."""
    ids = [way.id for way in ways]
    queued = m.state == sa.literal(State.QUEUED.value, literal_execute=True)
    texts = sa.func.sum(sa.case((m.segments > 1, m.segments), else_=1))
    query = sa.select(m.gateway_id, sa.func.count(), texts).where(queued, m.gateway_id.in_(ids))
    waiting = {row[0]: (int(row[1]), int(row[2])) for row in db.execute(query.group_by(m.gateway_id))}
    counts = sa.select(g.id, g.counted + g.answered).where(g.id.in_(ids), g.counted_on == local_date(now))
    today = {row[0]: int(row[1]) for row in db.execute(counts)}
    found = []
    for way in ways:
        messages, number = waiting.get(way.id, (0, 0))
        messages, number = messages + more, number + more_texts
        gone = today.get(way.id, 0)
        found.append(
            Forecast(
                way,
                messages,
                number,
                gone,
                _done_at(way, messages=messages, texts=number, today=gone, now=now),
            )
        )
    return found


def _done_at(way: Gateway, *, messages: int, texts: int, today: int, now: datetime) -> datetime | None:
    """Day by day: as many as the pace allows until sending hours close, and the limit of that day."""
    if not messages:
        return None
    each = max(1.0, texts / messages)
    at, left, gone = next_allowed(now), messages, today
    if local_date(at) != local_date(now):
        gone = 0
    while at - now < FURTHEST:
        closes = at_local(local(at).date(), CLOSES)
        by_pace = int((closes - at).total_seconds() / 60 * way.pace_per_minute)
        room = by_pace
        if way.per_day is not None:
            room = min(by_pace, int(max(0, allowance(way.per_day, Kind.NOTICE) - gone) / each))
        if left <= room:
            return at + timedelta(minutes=ceil(left / way.pace_per_minute))
        left -= max(0, room)
        at, gone = next_allowed(at_local(local(at).date() + timedelta(days=1), time())), 0
    return None
