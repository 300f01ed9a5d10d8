"""helpdesk/booking/hours/closing.py: where it is closed nobody new is booked, and who is booked stays."""

from datetime import time, timedelta

import pytest
import sqlalchemy as sa

from helpdesk.booking.bookings import bookings_in
from helpdesk.booking.changes import book, move
from helpdesk.booking.hours import office_hours
from helpdesk.booking.hours.calendar import keep_centres_open
from helpdesk.booking.hours.office_hours import HalfDay, half_days, take_away
from helpdesk.booking.openings import Opening, opening, place_offers, with_room
from helpdesk.booking.services import WITHOUT_KIT, Service
from helpdesk.booking.tables import openings
from helpdesk.booking.waiting_list import holding, waiting
from helpdesk.booking.waiting_list.waiting_queue import fitting
from helpdesk.clock import FixedClock, local_date
from helpdesk.places.closed_day_table import open_again, say_of
from helpdesk.places.communes import Place
from helpdesk.places.tables import PlaceKind
from helpdesk.settings import Timetable
from tests.support import builders

TIMETABLE = Timetable()


@pytest.fixture
def village(db: sa.Connection) -> Place:
    return builders.place(db, builders.commune(db))


@pytest.fixture
def visit(db: sa.Connection, clock: FixedClock, village: Place) -> Opening:
    return builders.opening(db, village, day=local_date(clock.now()) + timedelta(days=7), capacity=3)


def _close(db: sa.Connection, visit: Opening, clock: FixedClock) -> list[Opening]:
    say_of(db, visit.commune_id, visit.day, reason="lũ", works=False)
    return keep_centres_open(db, now=clock.now(), commune_id=visit.commune_id).closed


def _offered(db: sa.Connection, place: Place, clock: FixedClock) -> list[int]:
    found = with_room(db, place_id=place.id, persons=1, after=clock.now(), at_most=9)
    return [one.id for one in found]


@pytest.mark.parametrize("booked", [0, 2])
def test_a_visit_on_a_day_that_is_closed_takes_nobody_new_and_keeps_who_is_booked(
    db: sa.Connection, clock: FixedClock, village: Place, visit: Opening, booked: int
) -> None:
    contact = builders.contact(db, now=clock.now())
    if booked:
        builders.booking(db, visit, now=clock.now(), people=booked)
    assert [one.id for one in _close(db, visit, clock)] == [visit.id]
    assert (_offered(db, village, clock), opening(db, visit.id).free) == ([], 0)
    assert not place_offers(db, village.id, Service.LEVEL2, after=clock.now())
    named = [("Hồ Thị Mẩu", 1980)]
    made = book(db, visit, named, contact_id=contact.id, now=clock.now(), timetable=TIMETABLE)
    assert made is None
    other = builders.opening(db, village, day=visit.day + timedelta(days=1))
    theirs = builders.booking(db, other, now=clock.now())
    assert move(db, theirs, visit, now=clock.now(), timetable=TIMETABLE) is None
    assert sum(one.party for one in bookings_in(db, visit.id)) == booked


def test_to_keep_the_calendar_again_changes_nothing_and_a_day_that_is_worked_after_all_takes_new_ones(
    db: sa.Connection, clock: FixedClock, village: Place, visit: Opening
) -> None:
    _close(db, visit, clock)
    since = opening(db, visit.id).closed_since
    clock.advance(timedelta(hours=1))
    assert [one.id for one in keep_centres_open(db, now=clock.now()).closed] == [visit.id]
    assert opening(db, visit.id).closed_since == since
    open_again(db, visit.commune_id, visit.day)
    assert keep_centres_open(db, now=clock.now()).closed == []
    assert (_offered(db, village, clock), opening(db, visit.id).free) == ([visit.id], 3)


def test_who_waits_is_offered_nothing_there_and_what_is_held_for_her_is_given_back(
    db: sa.Connection, clock: FixedClock, village: Place, visit: Opening
) -> None:
    contact = builders.contact(db, now=clock.now())
    wait = waiting.join(
        db,
        builders.persons(1),
        contact_id=contact.id,
        commune_id=village.commune_id,
        place_id=village.id,
        now=clock.now(),
    )
    (found,) = fitting(db, now=clock.now(), at_most=9)
    offer = holding.make_offer(db, found.wait_id, visit.id, now=clock.now())
    assert wait is not None
    assert offer is not None
    _close(db, visit, clock)
    assert holding.due(db, now=clock.now(), at_most=9) == [offer.id]
    assert holding.end_due(db, offer.id, now=clock.now())
    assert (opening(db, visit.id).taken, fitting(db, now=clock.now(), at_most=9)) == (0, [])


def test_a_half_day_that_is_gone_keeps_who_is_booked_and_takes_nobody_new_until_it_is_back(
    db: sa.Connection, clock: FixedClock
) -> None:
    centre = builders.place(db, builders.commune(db), "Thượng Trạch", kind=PlaceKind.CENTRE)
    half = HalfDay(
        centre.commune_id, centre.id, 3, time(7, 30), time(11), 9, WITHOUT_KIT, finishes_level2=False
    )
    office_hours.add(db, half)
    keep_centres_open(db, now=clock.now(), weeks=2)
    first, _ = with_room(db, place_id=centre.id, persons=1, after=clock.now(), at_most=9)
    builders.booking(db, first, now=clock.now(), people=2)
    (stored,) = half_days(db, commune_id=centre.commune_id)
    take_away(db, stored.id, commune_id=centre.commune_id)
    kept = keep_centres_open(db, now=clock.now(), weeks=2)
    assert ([one.id for one in kept.closed], _offered(db, centre, clock)) == ([first.id], [])
    assert (opening(db, first.id).capacity, opening(db, first.id).taken) == (9, 2)
    office_hours.add(db, half)
    assert keep_centres_open(db, now=clock.now(), weeks=2).closed == []
    assert first.id in _offered(db, centre, clock)
    assert db.execute(sa.select(openings.c.id).where(openings.c.closed_since.is_not(None))).all() == []
