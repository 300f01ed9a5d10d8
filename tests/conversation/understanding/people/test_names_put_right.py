"""helpdesk/conversation/understanding/people/names_put_right.py: a name or a year put right is nobody more. All are invented."""

import pytest

from helpdesk.conversation.understanding.people.names_put_right import (
    PutRight,
    named_rightly,
    names_put_right,
)

TWO = [("Ho Van A", 1985), ("Ho Thi B", 1990)]


def right(text: str, people: list[tuple[str, int | None]] | None = None) -> PutRight | None:
    return named_rightly(text, people or TWO, this_year=2026)


@pytest.mark.parametrize(
    "text",
    [
        "doi Ho Thi B thanh Ho Thi Bong",
        "khong phai Ho Thi B ma la Ho Thi Bong",
        "không phải Ho Thi B 1990, Ho Thi Bong",
        "ten la Ho Thi Bong chu khong phai Ho Thi B",
        "Ho Thi Bong moi dung",
        "nham roi, Ho Thi Bong moi dung nhe",
        "toi ten Ho Thi Bong",
        "Ho Thi B la Ho Thi Bong moi dung",
        "thay Ho Thi B bang Ho Thi Bong",
        "bong chu khong phai b",
        "sai roi, khong phai b ma la bong",
        "doi b thanh bong",
    ],
)
def test_one_of_them_is_called_otherwise_and_keeps_her_year(text: str) -> None:
    assert right(text) == PutRight(1, "Ho Thi Bong", 1990)


@pytest.mark.parametrize(
    "text",
    [
        "Ho Van A khong phai 1985 ma 1986",
        "Ho Van A sinh 1986 chu khong phai 1985",
        "Ho Van A 1986 moi dung",
        "sua nam sinh Ho Van A 1985 thanh 1986",
    ],
)
def test_one_of_them_was_born_in_another_year(text: str) -> None:
    assert right(text) == PutRight(0, "Ho Van A", 1986)


def test_a_name_is_kept_as_she_spells_it() -> None:
    assert right("sửa Ho Van A thành Hồ Văn Ánh 1986 nhé") == PutRight(0, "Hồ Văn Ánh", 1986)


@pytest.mark.parametrize(
    "text",
    [
        "họ Cao chứ không phải họ Hồ",
        "ho cao chu khong phai ho ho",
        "không phải họ Hồ mà là họ Cao",
        "họ Cao chứ",
    ],
)
def test_her_surname_is_put_right_and_nobody_is_added(text: str) -> None:
    assert right(text, [("Ho Van Binh", 1967)]) == PutRight(0, "Cao Van Binh", 1967)


@pytest.mark.parametrize(
    "text",
    [
        "Ho Thi Co",
        "Y Dong",
        "them Ho Van Mai",
        "toi ten Ho Van Mai",
        "doi Ho Van A sang thu 6",
        "chuyen Ho Van A sang ban tuoc",
        "khong phai Ho Van A ma la vo toi",
        "Ho Van A khong di duoc",
        "Ho Van Thanh",
    ],
)
def test_who_is_only_named_or_moved_is_not_put_right(text: str) -> None:
    assert right(text) is None


def test_in_a_booking_the_others_stay_and_in_doubt_all_are_asked_for() -> None:
    people = {"people": [["Ho Van A", 1985], ["Ho Thi B", 1990]]}
    assert names_put_right("Ho Thi Bong moi dung", people, this_year=2026) == {
        "forget": ["people"],
        "people": [["Ho Van A", 1985], ["Ho Thi Bong", 1990]],
    }
    assert names_put_right("Y Nuong moi dung", people, this_year=2026) == {"forget": ["people"]}


def test_the_phone_beside_her_name_goes_with_her() -> None:
    booking = {"people": [["Ho Van A", 1985]], "phones": [["Ho Van A", "+84912345678"]]}
    assert names_put_right("doi Ho Van A thanh Ho Van An", booking, this_year=2026) == {
        "forget": ["people"],
        "people": [["Ho Van An", 1985]],
        "phones": [["Ho Van An", "+84912345678"]],
    }
