"""helpdesk/conversation/understanding/one_text.py: how a text joins the booking that is open. All persons are invented."""

from typing import Any

from helpdesk.conversation.understanding.one_text import joined

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
