"""helpdesk/booking/recount.py: the counters are held against the rows every night."""

from datetime import datetime, timedelta

import pytest
import sqlalchemy as sa

from helpdesk.booking.changes import cancel
from helpdesk.booking.openings import Opening
from helpdesk.booking.recount import (
    COUNTERS,
    KEPT,
    SHOWN,
    Difference,
    Recount,
    count_anew,
    in_words,
    is_due,
    keep,
    keep_once,
    last_recount,
)
from helpdesk.booking.tables import bookings, openings
from helpdesk.booking.waiting_list.holding import make_offer
from helpdesk.booking.waiting_list.waiting import join
from helpdesk.booking.waiting_list.waiting_tables import recounts
from helpdesk.clock import FixedClock
from helpdesk.messaging.watching.alerts import findings
from helpdesk.people.tables import audit_entries
from tests.support import builders
from tests.support.at_once import at_once
from tests.support.builders import PROXY


@pytest.fixture
def visit(db: sa.Connection, clock: FixedClock) -> Opening:
    """Six of ten places are booked, two were cancelled, and one is held for who waits."""
    opening = builders.some_opening(db, now=clock.now(), capacity=10)
    builders.booking(db, opening, now=clock.now(), people=3)
    fewer = builders.booking(db, opening, now=clock.now(), people=4)
    cancel(db, fewer, person_ids=[fewer.people[0].id], now=clock.now())
    gone = builders.booking(db, opening, now=clock.now(), people=1)
    cancel(db, gone, now=clock.now())
    waiting = join(
        db,
        builders.persons(1),
        contact_id=builders.contact(db, PROXY, now=clock.now()).id,
        commune_id=opening.commune_id,
        place_id=opening.place_id,
        opening=opening,
        now=clock.now(),
    )
    assert waiting is not None
    assert make_offer(db, waiting, opening.id, now=clock.now()) is not None
    return opening


def found(db: sa.Connection, clock: FixedClock) -> Recount:
    return count_anew(db, now=clock.now())


def miscount(db: sa.Connection, visit: Opening, taken: int) -> None:
    db.execute(openings.update().where(openings.c.id == visit.id).values(taken=taken))


def test_what_is_booked_and_what_is_held_makes_what_is_taken(
    db: sa.Connection, visit: Opening, clock: FixedClock
) -> None:
    assert visit.id
    assert found(db, clock) == Recount(clock.now(), openings=1, bookings=3, differences=())


@pytest.mark.parametrize("taken", [6, 8])
def test_a_place_lost_or_given_twice_is_found(
    db: sa.Connection, visit: Opening, clock: FixedClock, taken: int
) -> None:
    miscount(db, visit, taken)
    assert found(db, clock).differences == (Difference(f"opening:{visit.id}", visit.commune_id, taken, 7),)


def test_a_booking_of_another_number_is_found(db: sa.Connection, visit: Opening, clock: FixedClock) -> None:
    first = db.execute(sa.select(sa.func.min(bookings.c.id))).scalar_one()
    db.execute(bookings.update().where(bookings.c.id == first).values(party=5))
    assert found(db, clock).differences == (Difference(f"booking:{first}", visit.commune_id, 5, 3),)


def test_a_cancelled_booking_with_persons_in_it_is_found(
    db: sa.Connection, visit: Opening, clock: FixedClock
) -> None:
    first = db.execute(sa.select(sa.func.min(bookings.c.id))).scalar_one()
    db.execute(bookings.update().where(bookings.c.id == first).values(state="cancelled"))
    wrong = {each.subject for each in found(db, clock).differences}
    assert wrong == {f"booking:{first}", f"opening:{visit.id}"}


def test_it_is_done_once_a_night(db: sa.Connection, clock: FixedClock) -> None:
    done = []
    for day, hour, minute in (
        (1, 9, 0),
        (1, 23, 0),
        (2, 2, 29),
        (2, 2, 30),
        (2, 2, 31),
        (3, 1, 0),
        (3, 9, 0),
    ):
        clock.set(datetime(2026, 12, day, hour, minute))  # noqa: DTZ001 - commune time
        if is_due(db, now=clock.now()):
            keep(db, found(db, clock))
            done.append((day, hour, minute))
    assert done == [(1, 9, 0), (2, 2, 30), (3, 9, 0)]


def test_workers_that_count_at_once_keep_one_result_of_a_night(
    database: sa.Engine, clock: FixedClock
) -> None:
    def count_and_keep(_number: int) -> bool:
        with database.connect() as db:
            counted = count_anew(db, now=clock.now())
        with database.begin() as db:
            return keep_once(db, counted)

    assert sorted(at_once(4, count_and_keep)) == [False, False, False, True]
    clock.advance(timedelta(days=1))
    assert count_and_keep(0)


def test_what_it_found_is_kept_told_and_audited_and_nothing_is_mended(
    db: sa.Connection, visit: Opening, clock: FixedClock
) -> None:
    miscount(db, visit, 5)
    keep(db, found(db, clock))
    last = last_recount(db)
    assert last is not None
    assert in_words(last.differences) == f"opening {visit.id} says 5, counted are 7"
    told = {condition.name: wrong for condition, wrong in findings(db, now=clock.now(), also=(COUNTERS,))}
    assert told["counters"] == in_words(last.differences)
    entry = db.execute(sa.select(audit_entries.c.action, audit_entries.c.subject)).one()
    assert tuple(entry) == ("recount.differs", f"opening:{visit.id}")
    assert db.execute(sa.select(openings.c.taken)).scalar_one() == 5


def test_a_night_without_differences_ends_the_alert(
    db: sa.Connection, visit: Opening, clock: FixedClock
) -> None:
    miscount(db, visit, 5)
    keep(db, found(db, clock))
    miscount(db, visit, 7)
    clock.advance(timedelta(days=1))
    keep(db, found(db, clock))
    told = {one.name: wrong for one, wrong in findings(db, now=clock.now(), also=(COUNTERS,))}
    assert told["counters"] is None


def test_old_results_go_and_many_differences_are_cut_short(db: sa.Connection, clock: FixedClock) -> None:
    commune_id = builders.commune(db)
    many = tuple(Difference(f"opening:{number}", commune_id, 1, 2) for number in range(SHOWN + 5))
    keep(db, Recount(clock.now(), 99, 0, many))
    assert in_words(many).endswith("; and 22 more")
    last = last_recount(db)
    assert last is not None
    assert len(last.differences) == SHOWN
    clock.advance(KEPT + timedelta(seconds=1))
    keep(db, Recount(clock.now(), 99, 0, ()))
    assert db.execute(sa.select(sa.func.count()).select_from(recounts)).scalar_one() == 1
