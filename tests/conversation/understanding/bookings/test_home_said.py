"""helpdesk/conversation/understanding/bookings/home_said.py: a village where somebody lives. Persons are invented samples."""

import pytest

from helpdesk.conversation.understanding.bookings.home_said import beside_what_is_chosen, without_homes
from helpdesk.conversation.understanding.bookings.one_text import DAY, OPENING, PEOPLE, PLACE
from tests.conversation.understanding.questions import PLACES

ALL = list(PLACES.values())
CHOSEN = {PLACE: 1, OPENING: 5}
SAID = {PEOPLE: [["Ho Van Cuc", 1970]], PLACE: 9}


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("ho van cuc ban tuoc, y lan ban tuoc", "ho van cuc, , y lan, "),
        ("ho van cuc 1970 o ban tuoc", "ho van cuc 1970, "),
        ("toi o ban co do, ten ho van cuc", "toi, , ten ho van cuc"),
        ("Ho Thi Ban 1970", "Ho Thi Ban 1970"),
        ("ho van cuc 1970", "ho van cuc 1970"),
    ],
)
def test_a_home_is_no_part_of_a_name(text: str, left: str) -> None:
    assert without_homes(text, ALL) == left


def test_a_home_beside_a_name_changes_no_place_that_was_chosen() -> None:
    facts = beside_what_is_chosen("ho van cuc 1970 ban tuoc", SAID, CHOSEN, ALL)
    assert facts == {PEOPLE: SAID[PEOPLE]}


@pytest.mark.parametrize(
    ("text", "said", "answers"),
    [
        ("ho van cuc 1970 ban tuoc", SAID, {}),
        ("ho van cuc 1970 ban tuoc", {PLACE: 9}, CHOSEN),
        ("ho van cuc 1970, lam o ban tuoc", SAID, CHOSEN),
        ("ho van cuc 1970, doi sang ban tuoc", SAID, CHOSEN),
        ("ho van cuc 1970 ban tuoc 29/12", {**SAID, DAY: "2026-12-29"}, CHOSEN),
    ],
)
def test_where_she_wants_to_go_counts(text: str, said: dict[str, object], answers: dict[str, int]) -> None:
    assert beside_what_is_chosen(text, said, answers, ALL) == said
