"""When messages that we start may leave: 07:00–21:00 in the commune, every day."""

from datetime import datetime, time, timedelta

from helpdesk.clock import at_local, local

OPENS = time(7, 0)
CLOSES = time(21, 0)


def next_allowed(moment: datetime) -> datetime:
    """`moment` itself inside sending hours, else when they next open (UTC)."""
    there = local(moment)
    if there.time() < OPENS:
        return at_local(there.date(), OPENS)
    if there.time() >= CLOSES:
        return at_local(there.date() + timedelta(days=1), OPENS)
    return moment
