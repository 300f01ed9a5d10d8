"""helpdesk/booking/capacity.py: more places."""

import sqlalchemy as sa

from helpdesk.booking.capacity import raise_capacity
from helpdesk.booking.openings import opening
from helpdesk.booking.tables import openings
from helpdesk.clock import FixedClock
from tests.support import builders


def test_more_places_are_never_fewer(db: sa.Connection, clock: FixedClock) -> None:
    visit = builders.some_opening(db, now=clock.now(), capacity=5)
    tried = [raise_capacity(db, visit.id, capacity, now=clock.now()) for capacity in (4, 5, 7, 501)]
    assert (tried, opening(db, visit.id).capacity) == ([False, False, True, False], 7)
    clock.set(visit.starts_at)
    assert not raise_capacity(db, visit.id, 9, now=clock.now())


def test_more_places_do_not_open_again_what_is_closed(db: sa.Connection, clock: FixedClock) -> None:
    o = openings.c
    visit = builders.some_opening(db, now=clock.now(), capacity=5)
    row = openings.update().where(o.id == visit.id)
    for capacity, closed_since, follows in ((7, None, None), (9, clock.now(), "kept")):
        db.execute(row.values(by_hours="kept", closed_since=closed_since))
        assert raise_capacity(db, visit.id, capacity, now=clock.now())
        assert db.execute(sa.select(o.by_hours).where(o.id == visit.id)).scalar() == follows
