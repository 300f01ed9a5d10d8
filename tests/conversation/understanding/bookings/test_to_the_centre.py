"""helpdesk/conversation/understanding/bookings/to_the_centre.py: who wants to go to the commune, and does not say where that is."""

import pytest

from helpdesk.conversation.understanding.bookings.to_the_centre import goes_to_centre, lives_and_goes
from helpdesk.text.folding import matching_key


@pytest.mark.parametrize(
    "text",
    [
        "ra xã thì sớm hơn à",
        "rua thi ra trung tam",
        "len xa lam",
        "cho toi lam o trung tam",
        "xuống ủy ban được không",
    ],
)
def test_who_goes_to_the_commune_goes_to_its_centre(text: str) -> None:
    assert goes_to_centre(matching_key(text))


@pytest.mark.parametrize(
    "text",
    [
        "ra xa xa khong",
        "toi khong ra xa duoc",
        "tu ban tuoc ra xa bao xa",
        "ra xa may cay",
        "nha toi o xa lam",
        "ban tuoc",
    ],
)
def test_who_asks_how_far_it_is_and_who_cannot_go_does_not(text: str) -> None:
    assert not goes_to_centre(matching_key(text))


def test_a_village_may_be_no_more_than_where_she_lives() -> None:
    assert lives_and_goes("nha toi o ban tuoc muon ra xa lam")
    assert not lives_and_goes("dat cho toi ban tuoc thu 4")
