"""helpdesk/people/contacts.py."""

import threading
from datetime import timedelta

import sqlalchemy as sa

from helpdesk.clock import FixedClock
from helpdesk.people.contacts import Contact, change, hold, meet
from helpdesk.people.tables import contacts

RESIDENT, NEIGHBOUR = "+84912345678", "+84987654321"
_PATIENCE = 20.0


def test_a_new_contact_is_met_with_what_holds_for_everyone(db: sa.Connection, clock: FixedClock) -> None:
    met = meet(db, RESIDENT, now=clock.now())
    assert met == Contact(
        id=met.id,
        address=RESIDENT,
        language="vi",
        accents=False,
        reach="text",
        commune_id=None,
        place_id=None,
        opted_out_at=None,
        consented_at=None,
    )


def test_a_known_contact_keeps_what_she_chose(db: sa.Connection, clock: FixedClock) -> None:
    first = meet(db, RESIDENT, now=clock.now())
    change(db, first.id, accents=True, reach="call")
    clock.advance(timedelta(days=3))
    again = meet(db, RESIDENT, now=clock.now())
    assert (again.id, again.accents, again.reach) == (first.id, True, "call")
    row = db.execute(sa.select(contacts)).one()
    assert (row.created_at, row.last_seen_at) == (clock.now() - timedelta(days=3), clock.now())


def test_changing_a_contact_changes_no_other(db: sa.Connection, clock: FixedClock) -> None:
    resident, neighbour = (meet(db, phone, now=clock.now()) for phone in (RESIDENT, NEIGHBOUR))
    change(db, resident.id, opted_out_at=clock.now())
    assert hold(db, resident.id).opted_out_at == clock.now()
    assert hold(db, neighbour.id).opted_out_at is None


def test_two_texts_of_one_phone_at_once_are_taken_in_turn(database: sa.Engine, clock: FixedClock) -> None:
    order: list[str] = []
    met, may_end = threading.Event(), threading.Event()

    def first() -> None:
        with database.begin() as db:
            meet(db, RESIDENT, now=clock.now())
            order.append("first met")
            met.set()
            may_end.wait(_PATIENCE)
            order.append("first ends")

    def second() -> None:
        met.wait(_PATIENCE)
        with database.begin() as db:
            meet(db, RESIDENT, now=clock.now())
            order.append("second met")

    threads = [threading.Thread(target=work) for work in (first, second)]
    for thread in threads:
        thread.start()
    assert met.wait(_PATIENCE)
    # Time for the second to overtake, were there nothing to hold it.
    threads[1].join(0.3)
    may_end.set()
    for thread in threads:
        thread.join(_PATIENCE)
    assert order == ["first met", "first ends", "second met"]
    with database.begin() as db:
        assert db.execute(sa.select(sa.func.count()).select_from(contacts)).scalar_one() == 1


def test_a_conversation_that_we_start_waits_for_a_turn_of_the_same_contact(
    database: sa.Engine, clock: FixedClock
) -> None:
    with database.begin() as db:
        contact = meet(db, RESIDENT, now=clock.now())
    order: list[str] = []
    held = threading.Event()

    def reminder() -> None:
        held.wait(_PATIENCE)
        with database.begin() as db:
            seen = hold(db, contact.id)
            order.append(f"reminder sees accents {seen.accents}")

    thread = threading.Thread(target=reminder)
    thread.start()
    with database.begin() as db:
        meet(db, RESIDENT, now=clock.now())
        held.set()
        thread.join(0.3)
        change(db, contact.id, accents=True)
        order.append("turn ends")
    thread.join(_PATIENCE)
    assert order == ["turn ends", "reminder sees accents True"]
