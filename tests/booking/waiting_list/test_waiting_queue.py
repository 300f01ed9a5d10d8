"""helpdesk/booking/waiting_list/waiting_queue.py: who is next, and whose waiting is over."""

from datetime import timedelta

from helpdesk.booking.services import Service
from helpdesk.booking.tables import openings
from helpdesk.booking.waiting_list.waiting import LONGEST, queue_for
from helpdesk.booking.waiting_list.waiting_queue import LEAST_NOTICE, end_wait, waits_over
from helpdesk.booking.waiting_list.waiting_states import WaitState
from tests.support import builders
from tests.support.builders import LEADER, PROXY, RESIDENT
from tests.support.waiting_village import Village


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


def test_who_waits_for_a_service_is_offered_only_what_is_for_it_and_keeps_nobody_else_waiting(
    village: Village,
) -> None:
    for_a_card = village.wait(PROXY, anywhere=True, service=Service.LEVEL2_CARD)
    behind = village.wait(RESIDENT, anywhere=True)
    village.free(1)
    assert village.fitting(at_most=1) == [(behind, village.visit.id)]
    queue = queue_for(village.db, village.visit, now=village.now)
    assert [one.id for one in queue] == [behind]
    with_cards = openings.update().where(openings.c.id == village.visit.id)
    village.db.execute(with_cards.values(services=["level2", "level2_card"]))
    assert village.fitting(at_most=1) == [(for_a_card, village.visit.id)]


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
