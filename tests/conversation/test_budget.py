"""How many statements a turn may cost, BEGIN and COMMIT aside: menu 8, booking 20 whatever the number of persons."""

import pytest

from helpdesk.booking.tables import bookings
from tests.conversation.talk import choose, count, say, steps
from tests.support.builders import PROXY, RESIDENT
from tests.support.service import Service
from tests.support.statements import statements_of

NEIGHBOURS = ", ".join(f"Ho Van {letter} {1950 + n}" for n, letter in enumerate("ABCDEGHIK"))
NAMES = {1: "Ho Thi Mai 1954", 3: "Ho Thi Mai 1954, Ho Van Ba 1960, Ho Thi Tu 1962", 9: NEIGHBOURS}


def _cost(service: Service, text: str) -> tuple[list[str], int]:
    with statements_of(service.engine) as seen:
        answer = say(service, text)
    return steps(answer), len(seen)


@pytest.mark.parametrize("text", ["menu", "chao"])
def test_a_menu_turn(service: Service, text: str) -> None:
    first, known = _cost(service, text), _cost(service, text)
    assert first == known == (["menu.menu"], 5)


def test_a_step_on_from_the_menu(service: Service) -> None:
    say(service, "menu")
    assert _cost(service, "1") == (["steps.who"], 5)


@pytest.mark.parametrize("persons", [1, 3, 9])
def test_the_1_that_books(service: Service, persons: int) -> None:
    choose(service, names=NAMES[persons])
    first_time = _cost(service, "1")
    choose(service, names=NAMES[persons])
    known = _cost(service, "1")
    # A first time also keeps the consent (which was asked, when it was given) and remembers her commune.
    assert (first_time, known) == ((["book.booked"], 17), (["book.booked"], 12))
    assert count(service, bookings) == 2


def test_a_message_that_comes_again(service: Service) -> None:
    service.text(RESIDENT.phone, "menu", message_id="SM1")
    with statements_of(service.engine) as seen:
        service.text(RESIDENT.phone, "menu", message_id="SM1")
    assert len(seen) == 3


def test_a_turn_costs_the_same_however_much_was_said_before(service: Service) -> None:
    for n in range(30):
        say(service, "menu", who=(RESIDENT, PROXY)[n % 2])
    assert _cost(service, "menu") == (["menu.menu"], 5)
