"""What `helpdesk doctor` says of gateways with a daily limit: what has left today, and when what waits will have."""

from collections.abc import Iterator

import sqlalchemy as sa

from helpdesk.clock import local
from helpdesk.messaging.gateways import active
from helpdesk.messaging.watching.forecast import forecasts
from helpdesk.runtime import Runtime


def limits(db: sa.Connection, runtime: Runtime) -> Iterator[tuple[bool, str]]:
    """One line for each gateway with a limit; it wants a look when something has to wait for tomorrow."""
    ways = [way for way in active(db) if way.per_day is not None]
    for found in forecasts(db, ways, now=runtime.clock.now()) if ways else ():
        line = f"gateway: {found.gateway.address} sent {found.today} of {found.gateway.per_day} texts today"
        if found.messages:
            line += f"; {found.messages} messages wait"
            line += f", the last leaves about {local(found.done_at):%Y-%m-%d %H:%M}" if found.done_at else ""
        yield not found.full, line
