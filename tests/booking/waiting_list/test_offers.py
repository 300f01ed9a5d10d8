"""helpdesk/booking/waiting_list/offers.py, waiting.py and waiting_queue.py: places that came free, held for who waits."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
import sqlalchemy as sa

from helpdesk.booking.bookings import live_bookings_of
from helpdesk.booking.capacity import raise_capacity
from helpdesk.booking.changes import cancel
from helpdesk.booking.openings import Opening, opening, take_places
from helpdesk.booking.states import OpeningState
from helpdesk.booking.tables import openings as openings_table
from helpdesk.booking.waiting_list import offers
from helpdesk.booking.waiting_list.offers import HELD_FOR, MOST_OFFERS, Answered, Offer
from helpdesk.booking.waiting_list.waiting import LONGEST, MOST_WAITS, join, queue_for, wait_by_id, waits_of
from helpdesk.booking.waiting_list.waiting_queue import LEAST_NOTICE, end_wait, fitting, waits_over
from helpdesk.booking.waiting_list.waiting_states import WaitState
from helpdesk.booking.waiting_list.waiting_tables import waits
from helpdesk.clock import FixedClock
from helpdesk.people.contacts import change
from helpdesk.people.tables import contacts
from helpdesk.places.communes import Place
from helpdesk.settings import Timetable
from tests.support import builders
from tests.support.builders import LEADER, OFFICER, PROXY, RESIDENT, Someone
from tests.support.recount import miscounted

TIMETABLE = Timetable()


@dataclass
class Village:
    """A village with a full visit of five places in a week and another in two, and who waits there."""

    db: sa.Connection
    clock: FixedClock
    place: Place
    visit: Opening
    later: Opening

    @property
    def now(self) -> datetime:
        return self.clock.now()

    def contact(self, who: Someone) -> int:
        return builders.contact(self.db, who, now=self.now).id

    def wait(self, who: Someone, persons: int = 1, *, anywhere: bool = False) -> int:
        joined = join(
            self.db,
            builders.persons(persons),
            contact_id=self.contact(who),
            commune_id=self.place.commune_id,
            place_id=self.place.id,
            opening=None if anywhere else self.visit,
            now=self.now,
        )
        assert joined is not None
        return joined

    def free(self, persons: int) -> None:
        """Persons of the visit cancel."""
        booked = next(one for one in live_bookings_of(self.db, self.contact(OFFICER), now=self.now))
        cancel(self.db, booked, person_ids=[one.id for one in booked.people[:persons]], now=self.now)

    def offer(self, wait_id: int, into: Opening | None = None) -> Offer:
        made = offers.make_offer(self.db, wait_id, (into or self.visit).id, now=self.now)
        assert made is not None
        return made

    def accept(self, offer: Offer) -> Answered:
        answered, _booking = offers.accept(
            self.db, offer.id, contact_id=offer.contact_id, now=self.now, timetable=TIMETABLE
        )
        return answered

    def taken(self, of: Opening | None = None) -> int:
        return opening(self.db, (of or self.visit).id).taken

    def state(self, wait_id: int) -> WaitState:
        wait = wait_by_id(self.db, wait_id)
        assert wait is not None
        return wait.state

    def fitting(self) -> list[tuple[int, int]]:
        return [(one.wait_id, one.opening_id) for one in fitting(self.db, now=self.now, at_most=50)]


@pytest.fixture
def village(db: sa.Connection, clock: FixedClock) -> Village:
    place = builders.place(db, builders.commune(db))
    visits = [
        builders.opening(db, place, day=(clock.now() + timedelta(days=days)).date(), capacity=5)
        for days in (7, 14)
    ]
    made = Village(db, clock, place, *visits)
    for visit in visits:
        builders.booking(db, visit, now=clock.now(), contact_id=made.contact(OFFICER), people=5)
    return made


def test_the_first_in_the_queue_whose_party_fits_is_next(village: Village) -> None:
    village.wait(PROXY, 3)
    mother, later = village.wait(RESIDENT, 2), village.wait(LEADER, 1)
    assert village.fitting() == []
    village.free(2)
    assert village.fitting() == [(mother, village.visit.id), (later, village.visit.id)]


def test_who_waits_for_any_opening_of_the_place_is_offered_the_next_one(village: Village) -> None:
    anywhere = village.wait(RESIDENT, anywhere=True)
    village.free(1)
    assert village.fitting() == [(anywhere, village.visit.id)]


def test_places_that_are_held_are_nobody_elses(village: Village) -> None:
    wait = village.wait(RESIDENT, 2)
    village.free(2)
    assert village.taken() == 3
    village.offer(wait)
    assert (village.taken(), village.state(wait)) == (5, WaitState.OFFERED)
    assert take_places(village.db, village.visit.id, 1, now=village.now) is None
    assert (village.fitting(), miscounted(village.db)) == ([], [])


def test_there_is_no_offer_where_the_places_are_gone_and_she_waits_on(village: Village) -> None:
    wait = village.wait(RESIDENT, 2)
    village.free(1)
    assert offers.make_offer(village.db, wait, village.visit.id, now=village.now) is None
    assert (village.taken(), village.state(wait)) == (4, WaitState.WAITING)


def test_a_yes_is_a_booking_of_those_who_were_named_and_takes_no_place_more(village: Village) -> None:
    wait = village.wait(RESIDENT, 2)
    village.free(2)
    offer = village.offer(wait)
    answered, booking = offers.accept(
        village.db, offer.id, contact_id=offer.contact_id, now=village.now, timetable=TIMETABLE
    )
    assert answered is Answered.BOOKED
    assert booking is not None
    assert [(one.name, one.birth_year) for one in booking.people] == builders.persons(2)
    assert (
        village.taken(),
        village.state(wait),
        waits_of(village.db, offer.contact_id, now=village.now),
    ) == (
        5,
        WaitState.BOOKED,
        [],
    )
    assert village.db.execute(sa.select(waits.c.people)).scalar() is None
    assert miscounted(village.db) == []


def test_a_yes_said_twice_is_one_booking(village: Village) -> None:
    wait = village.wait(RESIDENT)
    village.free(1)
    offer = village.offer(wait)
    assert [village.accept(offer), village.accept(offer)] == [Answered.BOOKED] * 2
    assert (len(live_bookings_of(village.db, offer.contact_id, now=village.now)), village.taken()) == (1, 5)


def test_a_no_gives_the_places_back_once_and_to_the_next(village: Village) -> None:
    wait, next_one = village.wait(RESIDENT, 2), village.wait(PROXY, 1)
    village.free(2)
    offer = village.offer(wait)
    said = [offers.decline(village.db, offer.id, contact_id=offer.contact_id, now=village.now) for _ in "ab"]
    assert (said, village.taken()) == ([Answered.LEFT] * 2, 3)
    assert village.fitting() == [(next_one, village.visit.id)]


def test_who_waits_for_any_opening_declines_one_and_waits_on_for_others(village: Village) -> None:
    wait = village.wait(RESIDENT, anywhere=True)
    village.free(1)
    offer = village.offer(wait)
    assert (
        offers.decline(village.db, offer.id, contact_id=offer.contact_id, now=village.now)
        is Answered.STILL_WAITING
    )
    assert village.fitting() == []  # not this one again
    assert raise_capacity(village.db, village.later.id, 6, now=village.now)
    assert village.fitting() == [(wait, village.later.id)]


def test_what_is_not_answered_in_time_lapses_once(village: Village) -> None:
    wait, next_one = village.wait(RESIDENT), village.wait(PROXY)
    village.free(1)
    offer = village.offer(wait)
    village.clock.advance(HELD_FOR - timedelta(seconds=1))
    assert offers.due(village.db, now=village.now, at_most=9) == []
    village.clock.advance(timedelta(seconds=1))
    assert offers.due(village.db, now=village.now, at_most=9) == [offer.id]
    ended = [offers.end_due(village.db, offer.id, now=village.now) for _ in "ab"]
    assert (ended, village.taken(), village.state(wait)) == ([True, False], 4, WaitState.PASSED)
    assert village.fitting() == [(next_one, village.visit.id)]


def test_a_late_yes_books_while_there_is_room_and_not_after(village: Village) -> None:
    late, too_late = village.wait(RESIDENT), village.wait(PROXY)
    village.free(1)
    first = village.offer(late)
    village.clock.advance(HELD_FOR)
    offers.end_due(village.db, first.id, now=village.now)
    second = village.offer(too_late)
    village.clock.advance(HELD_FOR)
    offers.end_due(village.db, second.id, now=village.now)
    assert [village.accept(first), village.accept(second)] == [Answered.BOOKED, Answered.GONE]
    assert (village.taken(), miscounted(village.db)) == (5, [])


def test_a_late_yes_said_twice_is_one_booking(village: Village) -> None:
    late = village.wait(RESIDENT)
    village.free(1)
    offer = village.offer(late)
    village.clock.set(offer.until)
    offers.end_due(village.db, offer.id, now=village.now)
    assert [village.accept(offer), village.accept(offer)] == [Answered.BOOKED] * 2
    assert (len(live_bookings_of(village.db, offer.contact_id, now=village.now)), village.taken()) == (1, 5)


def test_who_lets_offers_go_by_again_and_again_is_no_longer_asked(village: Village) -> None:
    wait = village.wait(RESIDENT, anywhere=True)
    more = [
        builders.opening(village.db, village.place, day=village.later.day + timedelta(days=days))
        for days in range(1, MOST_OFFERS + 1)
    ]
    for one in more:
        offer = village.offer(wait, one)
        village.clock.advance(timedelta(days=1))
        assert offers.end_due(village.db, offer.id, now=village.now)
    assert village.state(wait) is WaitState.PASSED


def test_what_is_called_off_is_taken_back_and_who_waited_for_it_may_have_another(village: Village) -> None:
    wait = village.wait(RESIDENT)
    village.free(1)
    offer = village.offer(wait)
    called_off = {"state": OpeningState.CANCELLED.value}
    village.db.execute(
        openings_table.update().where(openings_table.c.id == village.visit.id).values(called_off)
    )
    assert offers.due(village.db, now=village.now, at_most=9) == [offer.id]
    assert offers.end_due(village.db, offer.id, now=village.now)
    assert (village.taken(), village.state(wait)) == (4, WaitState.WAITING)
    assert raise_capacity(village.db, village.later.id, 6, now=village.now)
    assert village.fitting() == [(wait, village.later.id)]


def test_while_a_day_may_still_be_given_back_its_offers_stand(village: Village) -> None:
    wait = village.wait(RESIDENT)
    village.free(1)
    offer = village.offer(wait)
    changing = {"state": OpeningState.CHANGING.value}
    village.db.execute(
        openings_table.update().where(openings_table.c.id == village.visit.id).values(changing)
    )
    assert offers.due(village.db, now=village.now, at_most=9) == []
    assert not offers.end_due(village.db, offer.id, now=village.now)
    assert (village.taken(), village.state(wait)) == (5, WaitState.OFFERED)


def test_a_yes_while_a_day_may_still_be_given_back_keeps_the_places_for_her(village: Village) -> None:
    wait = village.wait(RESIDENT)
    village.free(1)
    offer = village.offer(wait)
    own = openings_table.update().where(openings_table.c.id == village.visit.id)
    village.db.execute(own.values(state=OpeningState.CHANGING.value))
    assert village.accept(offer) is Answered.CHANGING
    assert (village.taken(), village.state(wait)) == (5, WaitState.OFFERED)
    village.db.execute(own.values(state=OpeningState.OPEN.value))
    assert village.accept(offer) is Answered.BOOKED
    assert (village.taken(), miscounted(village.db)) == (5, [])


def test_a_yes_to_what_was_called_off_books_nothing_and_loses_nothing(village: Village) -> None:
    wait = village.wait(RESIDENT)
    village.free(1)
    offer = village.offer(wait)
    called_off = {"state": OpeningState.CANCELLED.value}
    village.db.execute(
        openings_table.update().where(openings_table.c.id == village.visit.id).values(called_off)
    )
    assert village.accept(offer) is Answered.GONE
    assert (village.taken(), miscounted(village.db)) == (4, [])


def test_who_opts_out_is_off_the_list_and_nothing_is_held_for_her(village: Village) -> None:
    wait, next_one = village.wait(RESIDENT), village.wait(PROXY)
    village.free(1)
    offer = village.offer(wait)
    change(village.db, offer.contact_id, opted_out_at=village.now)
    assert offers.end_due(village.db, offer.id, now=village.now)
    assert (village.taken(), village.state(wait)) == (4, WaitState.LEFT)
    change(village.db, village.contact(PROXY), opted_out_at=village.now)
    assert (village.fitting(), village.state(next_one)) == ([], WaitState.WAITING)


def test_leaving_gives_back_what_is_held_and_forgets_the_names(village: Village) -> None:
    wait = village.wait(RESIDENT, 2)
    village.free(2)
    offer = village.offer(wait)
    assert [offers.leave(village.db, wait, now=village.now) for _ in "ab"] == [True, False]
    assert (village.taken(), village.state(wait)) == (3, WaitState.LEFT)
    assert village.accept(offer) is Answered.GONE
    assert village.db.execute(sa.select(waits.c.people)).scalar() is None


def test_places_are_held_until_the_opening_begins_at_most(village: Village) -> None:
    wait = village.wait(RESIDENT)
    village.clock.set(village.visit.starts_at - LEAST_NOTICE - timedelta(minutes=1))
    village.free(1)
    assert village.fitting() == [(wait, village.visit.id)]
    assert village.offer(wait).until == village.visit.starts_at


def test_nobody_is_offered_what_begins_too_soon_to_come(village: Village) -> None:
    village.wait(RESIDENT)
    village.clock.set(village.visit.starts_at - LEAST_NOTICE)
    village.free(1)
    assert village.fitting() == []


def test_waiting_is_over_when_the_opening_begins(village: Village) -> None:
    wait = village.wait(RESIDENT)
    village.clock.set(village.visit.starts_at - timedelta(seconds=1))
    assert waits_over(village.db, now=village.now, at_most=9) == []
    village.clock.set(village.visit.starts_at)
    assert waits_over(village.db, now=village.now, at_most=9) == [wait]
    assert end_wait(village.db, wait, now=village.now)
    assert (village.state(wait), waits_over(village.db, now=village.now, at_most=9)) == (
        WaitState.EXPIRED,
        [],
    )


def test_waiting_for_a_place_is_over_after_two_months(village: Village) -> None:
    wait = village.wait(RESIDENT, anywhere=True)
    village.clock.advance(LONGEST)
    assert waits_over(village.db, now=village.now, at_most=9) == [wait]


def test_to_join_again_changes_who_comes_and_not_her_turn(village: Village) -> None:
    first, second = village.wait(RESIDENT, 1), village.wait(PROXY, 1)
    assert village.wait(RESIDENT, 2) == first
    queue = queue_for(village.db, village.visit, now=village.now)
    assert [(one.id, one.party) for one in queue] == [(first, 2), (second, 1)]


def test_one_phone_waits_on_a_few_lists_only(village: Village) -> None:
    for days in range(1, MOST_WAITS + 2):
        there = builders.opening(village.db, village.place, day=village.later.day + timedelta(days=days))
        joined = join(
            village.db,
            builders.persons(1),
            contact_id=village.contact(RESIDENT),
            commune_id=village.place.commune_id,
            place_id=village.place.id,
            opening=there,
            now=village.now,
        )
        assert (joined is None) == (days > MOST_WAITS)


def test_one_offer_at_a_time_is_held_for_a_phone(village: Village) -> None:
    first, second = village.wait(RESIDENT), village.wait(RESIDENT, anywhere=True)
    village.free(2)
    assert village.fitting() == [(first, village.visit.id), (second, village.visit.id)]
    village.offer(first)
    assert village.fitting() == []


def test_of_another_place_nothing_is_offered(village: Village) -> None:
    village.wait(RESIDENT, anywhere=True)
    elsewhere = builders.place(village.db, village.place.commune_id, "Tuộc")
    builders.opening(village.db, elsewhere, day=village.visit.day)
    assert village.fitting() == []


def test_more_places_are_never_fewer(village: Village) -> None:
    tried = [
        raise_capacity(village.db, village.visit.id, capacity, now=village.now) for capacity in (4, 5, 7, 501)
    ]
    assert (tried, opening(village.db, village.visit.id).capacity) == ([False, False, True, False], 7)
    village.clock.set(village.visit.starts_at)
    assert not raise_capacity(village.db, village.visit.id, 9, now=village.now)


def test_nothing_is_left_of_who_is_erased(village: Village) -> None:
    village.wait(RESIDENT)
    village.free(1)
    offers.leave_all(village.db, village.contact(RESIDENT), now=village.now)
    assert village.db.execute(sa.select(waits.c.people).where(waits.c.people.is_not(None))).all() == []
    assert village.db.execute(sa.select(contacts.c.id)).all() != []
