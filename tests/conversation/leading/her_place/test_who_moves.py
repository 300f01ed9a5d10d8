"""helpdesk/conversation/leading/her_place/who_moves.py: of a booking of several only those move who are named, and nobody unsaid."""

import pytest

from tests.conversation.talk import bookings_of, say, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service

THREE = "dk ho van binh 1985, ho thi lan 1990, ho van tam 2000 thuong trach thu 4"


def _parties(service: Service) -> list[list[str]]:
    return sorted(sorted(person.name for person in booking.people) for booking in bookings_of(service))


@on_sqlite
@pytest.mark.parametrize(
    "wish",
    ["lan va tam doi sang thu 6", "binh giu nguyen, con lai doi thu 6", "doi sang thu 6 tru ong binh"],
)
def test_those_named_move_and_the_others_stay(service: Service, wish: str) -> None:
    say(service, THREE, "1")
    asked = say(service, wish)
    assert asked.startswith("Doi cho Ho Thi Lan 1990, Ho Van Tam 2000 sang thu sau")
    assert steps(say(service, "1")) == ["reschedule.parted"]
    assert _parties(service) == [["Ho Thi Lan", "Ho Van Tam"], ["Ho Van Binh"]]


@on_sqlite
def test_whom_she_does_not_name_is_asked_for(service: Service) -> None:
    say(service, THREE, "1")
    assert steps(say(service, "toi doi sang thu 6, vo toi van thu 4")) == ["reschedule.who"]


@on_sqlite
def test_a_name_said_to_the_list_of_days_moves_her_alone(service: Service) -> None:
    say(service, THREE, "1", "doi")
    assert say(service, "lan thoi, thu 6").startswith("Doi cho Ho Thi Lan 1990 sang thu sau")
    say(service, "1")
    assert _parties(service) == [["Ho Thi Lan"], ["Ho Van Binh", "Ho Van Tam"]]


@on_sqlite
def test_a_wish_without_a_name_is_for_all_and_says_so(service: Service) -> None:
    say(service, THREE, "1")
    asked = say(service, "doi sang thu 6")
    assert "Ho Van Binh 1985" in asked
