"""helpdesk/conversation/understanding/people/who_stays.py: who of those named for a booking is left. All are invented."""

import pytest

from helpdesk.conversation.understanding.people.who_stays import who_stays

MAI, CO, DONG = ["Ho Van Mai", 1985], ["Ho Thi Co", 1990], ["Y Dong", None]
ASKED = {"forget": ["people", "persons"]}


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        ("chi dat cho ho thi co thoi", [CO]),
        ("chi ho thi co thoi", [CO]),
        ("chi dat cho Ho Thi Co", [CO]),
        ("chỉ Hồ Thị Cò", [CO]),
        ("thôi chỉ đặt cho Y Đông nhé", [DONG]),
        ("chỉ Mai và Y Đông thôi", [MAI, DONG]),
        ("only Ho Van Mai 1985 please", [MAI]),
    ],
)
def test_the_others_are_left_out(text: str, stays: list[list[object]]) -> None:
    assert who_stays(text, {"people": [MAI, CO, DONG]}) == ASKED | {"people": stays}


@pytest.mark.parametrize("text", ["chi mot nguoi thoi", "chỉ 2 người thôi", "mot nguoi thoi", "chi toi thoi"])
def test_where_it_is_not_said_who_that_is_she_is_asked(text: str) -> None:
    assert who_stays(text, {"people": [MAI, CO, DONG]}) == ASKED


def test_who_spoke_of_nine_and_says_that_these_are_all_has_named_everybody() -> None:
    assert who_stays("chi 2 nguoi thoi", {"people": [MAI, CO], "persons": 9}) == {"forget": ["persons"]}


@pytest.mark.parametrize(
    "text",
    ["chi ho thi co", "chị Hồ Thị Cò thôi", "chi dat cho ho van tam thoi", "chi can mang gi", "thoi", "1"],
)
def test_an_elder_sister_a_stranger_and_a_question_leave_nobody_out(text: str) -> None:
    assert who_stays(text, {"people": [MAI, CO]}) is None


def test_where_only_one_is_named_nobody_is_left_out() -> None:
    assert who_stays("chi ho thi co thoi", {"people": [CO]}) is None
    assert who_stays("chi ho thi co thoi", {}) is None


@pytest.mark.parametrize(
    "text",
    [
        "một mình tôi thôi",
        "đồng ý mình tôi",
        "vợ tôi không đi, mình tôi thôi",
        "chi toi thoi",
        "minh tui di thoi",
    ],
)
def test_she_alone_is_who_said_that_she_is_it_and_else_she_is_asked(text: str) -> None:
    told = {"people": [MAI, CO], "relations": [["Ho Van Mai", "self"], ["Ho Thi Co", "wife"]]}
    assert who_stays(text, told) == ASKED | {"people": [MAI]}
    assert who_stays(text, {"people": [MAI, CO]}) == ASKED


def test_she_alone_with_her_name_is_that_one_and_of_one_nobody_is_left_out() -> None:
    assert who_stays("minh toi thoi, co", {"people": [MAI, CO]}) == ASKED | {"people": [CO]}
    assert who_stays("minh toi thoi, Ho Van Tam", {"people": [MAI, CO]}) is None
    assert who_stays("dong y minh toi", {"people": [MAI]}) is None
