"""helpdesk/conversation/actions/questions/bring.py: what to bring is said for her own case."""

from dataclasses import replace
from typing import Any

import pytest
import sqlalchemy as sa

from helpdesk.booking.bookings import Booking
from helpdesk.booking.persons.needs import Need
from helpdesk.booking.services import Service
from helpdesk.clock import FixedClock
from helpdesk.conversation.actions.questions.bring import GENERAL, what_all_bring, what_to_bring
from helpdesk.conversation.actions.questions.own_case import CARD, CHILD, EXPIRED, SIM, WHO
from tests.support import builders
from tests.support.one_database import on_sqlite


@pytest.fixture
def held(db: sa.Connection, clock: FixedClock) -> Booking:
    """Two adults, in December 2026."""
    return builders.booking(db, builders.some_opening(db, now=clock.now()), now=clock.now(), people=2)


def of(held: Booking, *years: int | None, needs: tuple[Need, ...] = (), card: bool = False) -> Booking:
    """The booking for persons of these years."""
    people = tuple(replace(held.people[0], birth_year=year, needs=needs) for year in years)
    return replace(held, people=people, service=Service.LEVEL2_CARD if card else Service.LEVEL2)


@on_sqlite
@pytest.mark.parametrize(
    ("years", "more", "items"),
    [
        ([1954, None], {}, GENERAL),
        ([2012], {}, GENERAL),
        ([2013], {}, ("child_card", "with_parent", "parent_phone")),
        ([2013, 2018], {"card": True}, ("child_papers", "with_parent", "parent_phone")),
        ([1985, 2018], {}, (*GENERAL, "with_parent")),
        ([1985], {"card": True}, ("papers", "phone")),
        ([1985], {"needs": (Need.OWN_SIM,)}, ("card", "sim_first")),
        ([1985], {"needs": (Need.LENT_PHONE,)}, GENERAL),
        ([1985, 2018], {"card": True, "needs": (Need.OWN_SIM,)}, ("papers", "sim_first", "with_parent")),
    ],
)
def test_it_is_told_from_years_service_and_needs(
    held: Booking, years: list[int | None], more: dict[str, Any], items: tuple[str, ...]
) -> None:
    assert what_to_bring(of(held, *years, **more)) == items


def test_of_several_bookings_it_is_said_together(held: Booking) -> None:
    child, card = of(held, 2016), of(held, 1985, card=True)
    assert what_all_bring([of(held, 1954), of(held, 1985)]) == GENERAL
    assert what_all_bring([child, child]) == what_to_bring(child)
    assert what_all_bring([of(held, 1954), child, card]) == ("papers", "phone", "with_parent")
    assert what_all_bring([of(held, 1985), of(held, 1990)], {CARD: EXPIRED}) == GENERAL


def test_what_she_answered_in_the_steps_is_hers_alone(held: Booking) -> None:
    answers = {CARD: EXPIRED, SIM: 1}
    assert what_to_bring(of(held, 1985), answers) == ("papers", "sim_first")
    assert what_to_bring(of(held, 1985, 1990), answers) == GENERAL
    assert what_to_bring(of(held, None), {WHO: CHILD}) == ("child_card", "with_parent", "parent_phone")
