"""helpdesk/conversation/understanding/bookings/corrections.py: what changes the booking that is being made."""

from datetime import date
from typing import Any

import pytest

from helpdesk.conversation.understanding.bookings.corrections import correction
from helpdesk.conversation.understanding.reading import read

TODAY = date(2026, 12, 1)
THREE = [["Ho Van A", 1985], ["Ho Thi B", 1990], ["Y Nuong", 1960]]


def _changed(text: str, people: list[list[Any]] | None = None) -> dict[str, Any] | None:
    reading = read(text, today=TODAY, places=())
    return correction(text, reading, {"people": people or THREE[:1]}, today=TODAY)


@pytest.mark.parametrize(
    "text", ["thu 6 duoc khong", "khong, thu 6", "doi sang thu 6", "thứ 6 nhé", "ngày 4/12 thì sao"]
)
def test_a_day_that_is_named_is_taken(text: str) -> None:
    assert _changed(text) == {"day": "2026-12-04"}


@pytest.mark.parametrize(
    "text",
    [
        "wait, not friday, monday",
        "khong phai thu 6, thu 2",
        "không phải thứ 6 mà thứ 2",
        "not this Friday, Monday",
    ],
)
def test_of_two_days_the_one_that_is_ruled_out_is_not_meant(text: str) -> None:
    assert _changed(text) == {"day": "2026-12-07"}


@pytest.mark.parametrize("text", ["can we come in the afternoon", "chieu duoc khong", "buổi chiều nhé"])
def test_a_part_of_the_day_is_taken_where_the_day_is_known(text: str) -> None:
    reading = read(text, today=TODAY, places=())
    known = {"people": THREE, "day": "2026-12-04", "opening_id": 7}
    assert correction(text, reading, known, today=TODAY) == {"part_of_day": "afternoon"}


def test_a_part_of_no_day_changes_nothing() -> None:
    reading = read("buoi chieu nhe", today=TODAY, places=())
    assert correction("buoi chieu nhe", reading, {"people": THREE}, today=TODAY) is None


@pytest.mark.parametrize("text", ["doi buoi khac", "doi ngay", "sai ngày rồi", "another day"])
def test_a_day_that_is_not_named_is_asked_for(text: str) -> None:
    assert _changed(text) == {"forget": ["opening_id", "day", "part_of_day"]}


def test_one_name_of_one_is_put_right_and_keeps_its_year() -> None:
    assert _changed("ten la ho van c") == {"forget": ["people"], "people": [["Ho Van C", 1985]]}


def test_of_several_the_one_who_is_called_so_but_for_a_letter_is_put_right() -> None:
    two: list[list[Any]] = [["Ho Van Binh", 1967], ["Y Lan", 1970]]
    assert _changed("bà nhà tôi tên là y lành 1971", two) == {
        "forget": ["people"],
        "people": [["Ho Van Binh", 1967], ["Y Lành", 1971]],
    }


def test_of_several_the_one_that_is_alike_is_put_right() -> None:
    changed = _changed("sai ten, ho thi bong 1990", THREE)
    assert changed == {"forget": ["people"], "people": [THREE[0], ["Ho Thi Bong", 1990], THREE[2]]}


def test_where_it_is_not_clear_whose_name_all_are_asked_for() -> None:
    assert _changed("sua ten", THREE) == {"forget": ["people", "persons"]}


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("them 1 nguoi nua", 4),
        ("thêm vợ tôi nữa", 4),
        ("cho them hai nguoi nua", 5),
        ("con 1 nguoi nua", 4),
        ("add one more person", 4),
    ],
)
def test_of_somebody_more_the_name_is_still_to_come(text: str, persons: int) -> None:
    assert _changed(text, THREE) == {"persons": persons}


def test_somebody_is_taken_off_by_name() -> None:
    assert _changed("bo y nuong", THREE) == {"forget": ["people", "persons"], "people": THREE[:2]}


@pytest.mark.parametrize(
    "text", ["mai toi tra loi", "sai ten tren the can cuoc", "co mat tien khong", "cam on"]
)
def test_what_is_said_of_something_else_changes_nothing(text: str) -> None:
    assert _changed(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "ok nhung thu 6 nhe",
        "dong y nhung thu 6",
        "đồng ý nhưng ngày 4/12",
        "dong y ngay 4/12",
        "ok ma ngay 4/12 nhe can bo",
        "1 nhung ngay 4/12",
    ],
)
def test_a_day_beside_a_yes_is_the_day_that_is_agreed_to(text: str) -> None:
    assert _changed(text) == {"day": "2026-12-04"}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("duoc, sinh nam 1981 moi dung", [["Ho Van A", 1981]]),
        ("ok nhung sinh nam 1981 chu khong phai 1985", [["Ho Van A", 1981]]),
        ("ok, ten dung la Ho Van Anh", [["Ho Van Anh", 1985]]),
    ],
)
def test_a_slip_put_right_beside_a_yes_is_put_right(text: str, people: list[list[Any]]) -> None:
    assert _changed(text) == {"forget": ["people"], "people": people}
