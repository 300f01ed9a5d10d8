"""helpdesk/booking/waiting_list/answering.py: a yes, a no, and both too late."""

import sqlalchemy as sa

from helpdesk.booking.bookings import live_bookings_of
from helpdesk.booking.capacity import raise_capacity
from helpdesk.booking.persons.own_phones import phones_of
from helpdesk.booking.states import OpeningState
from helpdesk.booking.waiting_list.answering import Answered, accept, decline
from helpdesk.booking.waiting_list.holding import HELD_FOR, end_due
from helpdesk.booking.waiting_list.waiting import join, waits_of
from helpdesk.booking.waiting_list.waiting_states import WaitState
from helpdesk.booking.waiting_list.waiting_tables import waits
from tests.support import builders
from tests.support.builders import PROXY, RESIDENT
from tests.support.recount import miscounted
from tests.support.waiting_village import TIMETABLE, Village


def test_a_yes_is_a_booking_of_those_who_were_named_and_takes_no_place_more(village: Village) -> None:
    wait = village.wait(RESIDENT, 2)
    village.free(2)
    offer = village.offer(wait)
    answered, booking = accept(
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
    said = [decline(village.db, offer.id, contact_id=offer.contact_id, now=village.now) for _ in "ab"]
    assert (said, village.taken()) == ([Answered.LEFT] * 2, 3)
    assert village.fitting() == [(next_one, village.visit.id)]


def test_who_waits_for_any_opening_declines_one_and_waits_on_for_others(village: Village) -> None:
    wait = village.wait(RESIDENT, anywhere=True)
    village.free(1)
    offer = village.offer(wait)
    assert (
        decline(village.db, offer.id, contact_id=offer.contact_id, now=village.now) is Answered.STILL_WAITING
    )
    assert village.fitting() == []  # not this one again
    assert raise_capacity(village.db, village.later.id, 6, now=village.now)
    assert village.fitting() == [(wait, village.later.id)]


def test_a_late_yes_books_while_there_is_room_and_not_after(village: Village) -> None:
    late, too_late = village.wait(RESIDENT), village.wait(PROXY)
    village.free(1)
    first = village.offer(late)
    village.clock.advance(HELD_FOR)
    end_due(village.db, first.id, now=village.now)
    second = village.offer(too_late)
    village.clock.advance(HELD_FOR)
    end_due(village.db, second.id, now=village.now)
    assert [village.accept(first), village.accept(second)] == [Answered.BOOKED, Answered.GONE]
    assert (village.taken(), miscounted(village.db)) == (5, [])


def test_a_late_yes_said_twice_is_one_booking(village: Village) -> None:
    late = village.wait(RESIDENT)
    village.free(1)
    offer = village.offer(late)
    village.clock.set(offer.until)
    end_due(village.db, offer.id, now=village.now)
    assert [village.accept(offer), village.accept(offer)] == [Answered.BOOKED] * 2
    assert (len(live_bookings_of(village.db, offer.contact_id, now=village.now)), village.taken()) == (1, 5)


def test_a_yes_while_a_day_may_still_be_given_back_keeps_the_places_for_her(village: Village) -> None:
    wait = village.wait(RESIDENT)
    village.free(1)
    offer = village.offer(wait)
    village.becomes(OpeningState.CHANGING)
    assert village.accept(offer) is Answered.CHANGING
    assert (village.taken(), village.state(wait)) == (5, WaitState.OFFERED)
    village.becomes(OpeningState.OPEN)
    assert village.accept(offer) is Answered.BOOKED
    assert (village.taken(), miscounted(village.db)) == (5, [])


def test_a_yes_to_what_was_called_off_books_nothing_and_loses_nothing(village: Village) -> None:
    wait = village.wait(RESIDENT)
    village.free(1)
    offer = village.offer(wait)
    village.becomes(OpeningState.CANCELLED)
    assert village.accept(offer) is Answered.GONE
    assert (village.taken(), miscounted(village.db)) == (4, [])


def test_phones_told_with_the_names_are_told_of_the_place(village: Village) -> None:
    joined = join(
        village.db,
        builders.persons(2),
        contact_id=village.contact(RESIDENT),
        commune_id=village.place.commune_id,
        place_id=village.place.id,
        opening=village.visit,
        phones={1: "+84912345677"},
        now=village.now,
    )
    village.free(2)
    offer = village.offer(joined or 0)
    assert offer.people == tuple(builders.persons(2))
    answered, booking = accept(
        village.db, offer.id, contact_id=offer.contact_id, now=village.now, timetable=TIMETABLE
    )
    assert answered is Answered.BOOKED
    assert booking is not None
    assert phones_of(village.db, [booking.id]) == {booking.people[1].id: "+84912345677"}
