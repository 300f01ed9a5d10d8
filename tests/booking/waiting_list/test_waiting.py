"""helpdesk/booking/waiting_list/waiting.py: joining, and how long one waits."""

from datetime import timedelta

from helpdesk.booking.waiting_list.waiting import MOST_WAITS, join, queue_for
from tests.support import builders
from tests.support.builders import PROXY, RESIDENT
from tests.support.waiting_village import Village


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
