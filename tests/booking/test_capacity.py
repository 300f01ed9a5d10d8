"""helpdesk/booking/capacity.py: more places."""

import sqlalchemy as sa

from helpdesk.booking.capacity import raise_capacity
from helpdesk.booking.openings import opening
from helpdesk.clock import FixedClock
from tests.support import builders


def test_more_places_are_never_fewer(db: sa.Connection, clock: FixedClock) -> None:
    visit = builders.some_opening(db, now=clock.now(), capacity=5)
    tried = [raise_capacity(db, visit.id, capacity, now=clock.now()) for capacity in (4, 5, 7, 501)]
    assert (tried, opening(db, visit.id).capacity) == ([False, False, True, False], 7)
    clock.set(visit.starts_at)
    assert not raise_capacity(db, visit.id, 9, now=clock.now())
