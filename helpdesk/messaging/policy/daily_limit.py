"""The daily limit of a gateway: so many texts a day (commune time), as the plan of a SIM has it.

An operator counts segments, and so is it counted here: a message of two is two texts. When the limit is near, what can
wait gives way: lists first, which are on paper, too; then reminders, of which there are two; then notices. The last
part is for answers alone: who has texted waits for hers now, and tomorrow it is of no use. What does not leave today
waits, and leaves tomorrow if it is of use then.
"""

from collections.abc import Mapping
from datetime import datetime, time
from typing import Any

import sqlalchemy as sa

from helpdesk.clock import at_local, local_date
from helpdesk.messaging.states import Kind, State
from helpdesk.messaging.tables import gateways, outbound_messages
from helpdesk.store.recent import first_since

g, m = gateways.c, outbound_messages.c

SHARE = {Kind.REPLY: 100, Kind.NOTICE: 90, Kind.REMINDER: 80, Kind.LIST: 70}
"""Up to what percentage of the day's texts each kind may go. Answers are perhaps half of all there are; a tenth at the
end of a day on which everything is late is an evening's worth of them."""

_REACHED = [state.value for state in (State.HANDED_OVER, State.SENT, State.DELIVERED)]


def allowance(per_day: int, kind: Kind) -> int:
    """How many of the day's texts may have left when one of this kind has."""
    return per_day * SHARE[kind] // 100


def texts_of(segments: int) -> int:
    """What a message counts for; one that has no segments (an e-mail) counts once."""
    return max(1, segments)


_COUNTS = sa.case((m.segments > 1, m.segments), else_=1)
_MAY_GO_TO = g.per_day * sa.case({kind.value: share for kind, share in SHARE.items()}, value=m.kind)

MAY_STILL = sa.or_(
    g.per_day.is_(None),
    g.counted_on.is_(None),
    g.counted_on != sa.bindparam("today", type_=sa.Date()),
    (g.counted + g.answered + _COUNTS) * 100 <= _MAY_GO_TO,
)
"""The condition that its gateway's daily limit allows a message now; with the parameter `today`."""


def at_their_limit(db: sa.Connection, *, now: datetime) -> set[int]:
    """The gateways (by id) that have sent today's share of reminders: what can wait waits for tomorrow."""
    sent = (g.counted + g.answered + 2) * 100 > g.per_day * SHARE[Kind.REMINDER]
    query = sa.select(g.id).where(g.per_day.is_not(None), g.counted_on == local_date(now), sent)
    return set(db.execute(query).scalars())


def counted(now: datetime, *, texts: int) -> Mapping[str, Any]:
    """The values that count so many texts more of today."""
    today = local_date(now)
    same_day = g.counted_on == today
    return {
        "counted_on": today,
        "counted": sa.case((same_day, g.counted + texts), else_=texts),
        "answered": sa.case((same_day, g.answered), else_=0),
    }


def count_answers(db: sa.Connection, *, now: datetime) -> None:
    """Count the answers that left on the wire of a request today, where there is a limit.

    They are no worker's to hold back, and counting them in every turn would have all turns wait for one row.
    """
    limited = list(db.execute(sa.select(g.id).where(g.per_day.is_not(None), g.active)).scalars())
    if not limited:
        return
    today = local_date(now)
    first = first_since(db, m.id, m.created_at, at_local(today, time()))
    on_the_wire = (m.id >= first) & m.in_reply_to.is_not(None) & (m.attempts == 0) & m.state.in_(_REACHED)
    query = sa.select(m.gateway_id, sa.func.sum(_COUNTS)).where(on_the_wire, m.gateway_id.in_(limited))
    found = {row[0]: int(row[1]) for row in db.execute(query.group_by(m.gateway_id))}
    for gateway_id in limited:
        answers = found.get(gateway_id, 0)
        fresh = g.counted_on.is_(None) | (g.counted_on != today)
        changed = fresh | (g.answered != answers)
        values = {
            "counted_on": today,
            "counted": sa.case((fresh, 0), else_=g.counted),
            "answered": answers,
        }
        if answers:
            db.execute(gateways.update().where(g.id == gateway_id, changed).values(values))
