"""helpdesk/booking/waiting_list/holding.py: places held for a while, and given back."""

from datetime import timedelta

from helpdesk.booking.capacity import raise_capacity
from helpdesk.booking.openings import take_places
from helpdesk.booking.states import OpeningState
from helpdesk.booking.waiting_list.answering import Answered
from helpdesk.booking.waiting_list.holding import (
    HELD_FOR,
    MOST_OFFERS,
    due,
    end_due,
    make_offer,
    withdraw_offer,
)
from helpdesk.booking.waiting_list.waiting_queue import LEAST_NOTICE
from helpdesk.booking.waiting_list.waiting_states import OfferState, WaitState
from helpdesk.people.contacts import change
from tests.support import builders
from tests.support.builders import PROXY, RESIDENT
from tests.support.recount import miscounted
from tests.support.waiting_village import Village


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
    assert make_offer(village.db, wait, village.visit.id, now=village.now) is None
    assert (village.taken(), village.state(wait)) == (4, WaitState.WAITING)


def test_what_is_not_answered_in_time_lapses_once(village: Village) -> None:
    wait, next_one = village.wait(RESIDENT), village.wait(PROXY)
    village.free(1)
    offer = village.offer(wait)
    village.clock.advance(HELD_FOR - timedelta(seconds=1))
    assert due(village.db, now=village.now, at_most=9) == []
    village.clock.advance(timedelta(seconds=1))
    assert due(village.db, now=village.now, at_most=9) == [offer.id]
    ended = [end_due(village.db, offer.id, now=village.now) for _ in "ab"]
    assert (ended, village.taken(), village.state(wait)) == ([True, False], 4, WaitState.PASSED)
    assert village.fitting() == [(next_one, village.visit.id)]


def test_who_lets_offers_go_by_again_and_again_is_no_longer_asked(village: Village) -> None:
    wait = village.wait(RESIDENT, anywhere=True)
    more = [
        builders.opening(village.db, village.place, day=village.later.day + timedelta(days=days))
        for days in range(1, MOST_OFFERS + 1)
    ]
    for one in more:
        offer = village.offer(wait, one)
        village.clock.advance(timedelta(days=1))
        assert end_due(village.db, offer.id, now=village.now)
    assert village.state(wait) is WaitState.PASSED


def test_what_is_called_off_is_taken_back_and_who_waited_for_it_may_have_another(village: Village) -> None:
    wait = village.wait(RESIDENT)
    village.free(1)
    offer = village.offer(wait)
    village.becomes(OpeningState.CANCELLED)
    assert due(village.db, now=village.now, at_most=9) == [offer.id]
    assert end_due(village.db, offer.id, now=village.now)
    assert (village.taken(), village.state(wait)) == (4, WaitState.WAITING)
    assert raise_capacity(village.db, village.later.id, 6, now=village.now)
    assert village.fitting() == [(wait, village.later.id)]


def test_while_a_day_may_still_be_given_back_its_offers_stand(village: Village) -> None:
    wait = village.wait(RESIDENT)
    village.free(1)
    offer = village.offer(wait)
    village.becomes(OpeningState.CHANGING)
    assert due(village.db, now=village.now, at_most=9) == []
    assert not end_due(village.db, offer.id, now=village.now)
    assert (village.taken(), village.state(wait)) == (5, WaitState.OFFERED)


def test_who_opts_out_stays_on_the_list_and_nothing_is_held_for_her(village: Village) -> None:
    wait, next_one = village.wait(RESIDENT), village.wait(PROXY)
    village.free(1)
    offer = village.offer(wait)
    change(village.db, offer.contact_id, opted_out_at=village.now)
    assert end_due(village.db, offer.id, now=village.now)
    assert (village.taken(), village.state(wait)) == (4, WaitState.WAITING)
    change(village.db, village.contact(PROXY), opted_out_at=village.now)
    assert (village.fitting(), village.state(next_one)) == ([], WaitState.WAITING)


def test_places_are_held_until_the_opening_begins_at_most(village: Village) -> None:
    wait = village.wait(RESIDENT)
    village.clock.set(village.visit.starts_at - LEAST_NOTICE - timedelta(minutes=1))
    village.free(1)
    assert village.fitting() == [(wait, village.visit.id)]
    assert village.offer(wait).until == village.visit.starts_at


def test_what_was_called_off_and_is_held_after_all_is_offered_to_her_again(village: Village) -> None:
    wait = village.wait(RESIDENT)
    village.free(1)
    first = village.offer(wait)
    village.becomes(OpeningState.CANCELLED)
    assert end_due(village.db, first.id, now=village.now)
    assert village.fitting() == []
    village.becomes(OpeningState.OPEN)
    assert village.fitting() == [(wait, village.visit.id)]
    village.clock.advance(timedelta(hours=1))
    second = village.offer(wait)
    assert (second.state, second.made_at, village.taken()) == (OfferState.HELD, village.now, 5)
    assert second.key != first.key  # else nobody would be told
    assert village.accept(second) is Answered.BOOKED
    assert (village.taken(), miscounted(village.db)) == (5, [])


def test_what_could_not_be_said_is_offered_again_and_what_she_let_go_by_is_not(village: Village) -> None:
    wait = village.wait(RESIDENT, anywhere=True)
    village.free(1)
    assert withdraw_offer(village.db, village.offer(wait).id, now=village.now)
    assert (village.taken(), village.fitting()) == (4, [(wait, village.visit.id)])
    again = village.offer(wait)
    village.clock.set(again.until)
    assert end_due(village.db, again.id, now=village.now)
    assert (village.taken(), village.fitting()) == (4, [])
