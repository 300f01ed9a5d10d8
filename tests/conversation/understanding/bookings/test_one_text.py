"""helpdesk/conversation/understanding/bookings/one_text.py: how a text joins the booking that is open. All persons are invented."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from helpdesk.conversation.engine.turns import Heard
from helpdesk.conversation.understanding.bookings.one_text import facts_of, joined
from helpdesk.conversation.understanding.reading import read
from helpdesk.conversation.understanding.understand import understand
from helpdesk.places.sample import without_database
from tests.conversation.understanding.questions import WHO, wish

TODAY, PLACES = date(2026, 12, 1), tuple(without_database())

CA_ROONG, TUOC = 2, 4
OPEN = {
    "place_id": CA_ROONG,
    "opening_id": 7,
    "people": [["Ho Van A", 1985], ["Ho Thi B", 1990]],
    "day": "2026-12-02",
}


def test_others_at_another_place_set_the_open_booking_aside_and_say_so() -> None:
    said = {"place_id": TUOC, "people": [["Ho Van C", 1970]]}
    assert joined(OPEN, said) == {
        **said,
        "set_aside": {"people": [["Ho Van A", 1985], ["Ho Thi B", 1990]], "place_id": CA_ROONG},
    }


def test_of_whoever_is_named_again_nothing_is_set_aside() -> None:
    said: dict[str, Any] = {"place_id": TUOC, "people": [["HO VAN A", None], ["Ho Van C", 1970]]}
    assert joined(OPEN, said)["set_aside"] == {"people": [["Ho Thi B", 1990]], "place_id": CA_ROONG}


def test_the_same_people_at_another_place_are_no_second_booking() -> None:
    said: dict[str, Any] = {"place_id": TUOC, "people": [["Ho Van A", None], ["Ho Thi B", 1990]]}
    facts = joined(OPEN, said)
    assert (facts["place_id"], facts["people"], facts["day"]) == (TUOC, OPEN["people"], "2026-12-02")
    assert facts.keys().isdisjoint({"set_aside", "opening_id"})


def test_two_of_one_name_and_another_birth_year_are_two() -> None:
    said = {"place_id": TUOC, "people": [["Ho Van A", 1960], ["Ho Thi B", 1990]]}
    assert joined(OPEN, said)["set_aside"] == {"people": [["Ho Van A", 1985]], "place_id": CA_ROONG}


def test_where_nobody_was_named_before_nothing_is_set_aside() -> None:
    said = {"place_id": TUOC, "people": [["Ho Van C", 1970]]}
    assert joined({"place_id": CA_ROONG, "opening_id": 7}, said) == said


def test_it_is_told_once() -> None:
    aside = joined(OPEN, {"place_id": TUOC, "people": [["Ho Van C", 1970]]})
    assert "set_aside" not in joined(aside, {"day": "2026-12-04"})


@pytest.mark.parametrize(
    "text",
    [
        "DK HO THI B 1990 0912345678 CA ROONG 1 THU 4",
        "ca roong 1 thu 4, ho thi b 1990 sdt 0912 345 678",
        "đăng ký Hồ Thị B 1990 (0912.345.678) bản Cà Roòng 1 thứ 4",
    ],
)
def test_a_number_beside_a_name_is_her_own_phone(text: str) -> None:
    facts = facts_of(read(text, today=TODAY, places=PLACES))
    ((name, year),) = facts["people"]
    assert (year, facts["day"], facts["phones"]) == (1990, "2026-12-02", [[name, "+84912345678"]])


@pytest.mark.parametrize(
    "text", ["DK HO THI B 1990 CA ROONG 1, 0912345678", "dk ho thi b 1990, goi toi 0912345678"]
)
def test_a_number_elsewhere_is_nobodys(text: str) -> None:
    assert "phones" not in facts_of(read(text, today=TODAY, places=PLACES))


def test_a_number_in_groups_holds_no_birth_year_and_no_day() -> None:
    facts = facts_of(read("dk ho thi b 09 12 34 56 78 y leng", today=TODAY, places=PLACES))
    assert facts == {
        "place_id": facts["place_id"],
        "people": [["Ho Thi B", None]],
        "phones": [["Ho Thi B", "+84912345678"]],
    }


def test_where_names_are_asked_for_their_numbers_are_kept_beside_them() -> None:
    asked = replace(WHO, books=True)
    people = [["Huy", 1990], ["Mai", None]]
    assert understand("Huy 1990 0912345678, Mai", asked) == wish(
        "book", people=people, phones=[["Huy", "+84912345678"]]
    )
    heard = understand("Huy 1990 0912345678, Mai", WHO).answer
    assert heard == Heard("named", people, {"phones": [["Huy", "+84912345678"]]})


def test_numbers_join_what_was_said_before_and_the_last_one_counts() -> None:
    before: dict[str, Any] = {"people": [["Ho Van A", 1985]], "phones": [["Ho Van A", "+84912345678"]]}
    more: dict[str, Any] = {"people": [["Ho Thi B", None]], "phones": [["Ho Thi B", "+84987654321"]]}
    assert joined(before, more)["phones"] == [*before["phones"], *more["phones"]]
    other = {"people": [["ho van a", None]], "phones": [["ho van a", "+84987654321"]]}
    assert joined(before, other)["phones"] == other["phones"]
    assert joined(before, {"day": "2026-12-04"})["phones"] == before["phones"]
