"""helpdesk/booking/sample_end.py: what goes with the sample, and whom it may leave waiting."""

from datetime import timedelta

import sqlalchemy as sa

from helpdesk.booking import sample
from helpdesk.booking.sample_end import SampleEnd, end_sample
from helpdesk.booking.tables import bookings, openings
from helpdesk.clock import FixedClock, local_date
from helpdesk.messaging.outbox import post
from helpdesk.messaging.tables import outbound_messages
from helpdesk.places import sample as sample_places
from helpdesk.places.communes import all_communes, all_places
from tests.support import builders


def test_all_of_it_goes_and_who_has_a_booking_to_come_is_named(db: sa.Connection, clock: FixedClock) -> None:
    sample_places.load(db)
    sample.load(db, today=local_date(clock.now()))
    place = all_places(db)[0]
    coming = builders.opening(db, place, day=local_date(clock.now()) + timedelta(days=60))
    over = builders.opening(db, place, day=local_date(clock.now()) - timedelta(days=1))
    builders.booking(db, coming, now=clock.now())
    proxy = builders.contact(db, builders.PROXY, now=clock.now())
    builders.booking(db, over, now=clock.now() - timedelta(days=2), contact_id=proxy.id)
    draft = builders.draft(builders.gateway(db), due_at=clock.now())
    message = post(db, draft, now=clock.now())
    db.execute(outbound_messages.update().values(commune_id=place.commune_id))
    count = db.execute(sa.select(sa.func.count()).select_from(openings)).scalar_one()

    gone = end_sample(db, now=clock.now())

    assert gone == SampleEnd(("Thượng Trạch", "Dân Hóa"), 25, count, (builders.RESIDENT.phone,))
    assert (all_communes(db), all_places(db)) == ([], [])
    assert db.execute(sa.select(bookings.c.id)).all() == []
    row = db.execute(sa.select(outbound_messages).where(outbound_messages.c.id == message)).one()
    assert (row.state, row.code, row.commune_id) == ("dropped", "sample_ended", None)


def test_where_there_is_no_sample_nothing_goes(db: sa.Connection, clock: FixedClock) -> None:
    builders.place(db, builders.commune(db))
    assert end_sample(db, now=clock.now()) == SampleEnd()
    assert len(all_places(db)) == 1
