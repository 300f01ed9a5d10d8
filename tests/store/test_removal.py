"""helpdesk/store/removal.py."""

import sqlalchemy as sa

import helpdesk.runtime  # noqa: F401 - imports the tables of every room
from helpdesk.booking.tables import booked_persons, bookings, openings, reminders
from helpdesk.clock import FixedClock
from helpdesk.people.contacts import change
from helpdesk.people.tables import contacts, persons
from helpdesk.places.tables import places
from helpdesk.store.removal import remove
from tests.support import builders


def _counts(db: sa.Connection, *tables: sa.Table) -> list[int]:
    return [int(db.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()) for table in tables]


def test_what_cannot_be_without_a_row_goes_with_it_and_nothing_else(
    db: sa.Connection, clock: FixedClock
) -> None:
    kept = builders.booking(db, builders.some_opening(db, now=clock.now()), now=clock.now(), people=2)
    place = builders.place(db, builders.commune(db, "Dân Hóa"), "Lòm")
    gone = builders.opening(db, place, day=kept.opening.day)
    builders.booking(db, gone, now=clock.now(), people=3)
    remove(db, openings, openings.c.id == gone.id)
    assert _counts(db, openings, bookings, booked_persons, reminders) == [1, 1, 2, 2]
    assert _counts(db, persons, contacts) == [5, 1], "who was booked is still somebody"
    assert db.execute(sa.select(bookings.c.id)).scalar() == kept.id


def test_what_can_be_without_it_is_set_free(db: sa.Connection, clock: FixedClock) -> None:
    village = builders.place(db, builders.commune(db))
    resident = builders.contact(db, now=clock.now())
    change(db, resident.id, commune_id=village.commune_id, place_id=village.id)
    remove(db, places, places.c.id == village.id)
    left = db.execute(sa.select(contacts.c.commune_id, contacts.c.place_id)).one()
    assert tuple(left) == (village.commune_id, None)


def test_to_remove_nothing_is_to_do_nothing(db: sa.Connection, clock: FixedClock) -> None:
    builders.booking(db, builders.some_opening(db, now=clock.now()), now=clock.now())
    remove(db, openings, openings.c.id < 0)
    assert _counts(db, openings, bookings) == [1, 1]
