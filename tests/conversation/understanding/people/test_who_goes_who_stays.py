"""Whom of those who are booked a wish is about, and who stays."""

import pytest

from helpdesk.conversation.understanding.people.who_goes_who_stays import (
    keeps_kin_unnamed,
    said_of_who_goes,
    who_goes_who_stays,
)

NAMES = ("Hồ Văn Bình", "Hồ Thị Lan", "Hồ Văn Tám")


@pytest.mark.parametrize(
    ("text", "going", "staying"),
    [
        ("đổi Lan sang thứ 6, Bình vẫn thứ 4", [1], [0]),
        ("lan va tam doi sang thu 6", [1, 2], []),
        ("binh giu nguyen, con lai doi thu 6", [1, 2], [0]),
        ("huy lan voi tam, binh van di", [1, 2], [0]),
        ("huy het tru binh", [], [0]),
        ("bo lan, them ho thi hoa 1992", [1], []),
        ("huy cho thi lan", [1], []),
        ("doi cho ho van binh sang thu 6", [0], []),
        ("doi lan nua sang thu 6", [], []),
        ("doi sang thu 6", [], []),
        ("huy het di", [], []),
        ("đổi sang thứ 6, trừ ông Bình với chị Lan", [], [0, 1]),
        ("Đổi cho chị Lan sang thứ 6, còn anh Bình vẫn đi thứ 4", [1], [0]),
        ("ho thi lan chuyen qua thu 6 nhung ho van binh giu nguyen", [1], [0]),
        ("lan thoi, thu 6", [1], []),
        ("lan nay doi sang thu 6", [], []),
    ],
)
def test_each_clause_says_who_goes_or_stays(text: str, going: list[int], staying: list[int]) -> None:
    assert who_goes_who_stays(text, NAMES) == (going, staying)


@pytest.mark.parametrize("text", ["doi sang thu 6", "mai doi sang thu 6", "chieu mai huy giup toi"])
def test_a_day_is_nobody(text: str) -> None:
    assert who_goes_who_stays(text, ("Hồ Thị Mai", "Hồ Văn Sáu", "Y Thu")) == ([], [])


def test_a_name_of_two_is_nobodys() -> None:
    assert who_goes_who_stays("huy cho lan", ("Hồ Thị Lan", "Y Lan")) == ([], [])


def test_where_to_is_what_is_said_of_those_who_go() -> None:
    assert said_of_who_goes("doi lan sang thu 6, binh van thu 4") == "doi lan sang thu 6"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("toi doi sang thu 6, vo toi van thu 4", True),
        ("doi sang thu 6 tru me toi", True),
        ("doi sang thu 6 tru ong binh", False),
        ("toi van di thu 4", False),
        ("cho toi doi sang thu 6", False),
    ],
)
def test_who_stays_may_be_told_by_kin_alone(text: str, kept: bool) -> None:
    assert keeps_kin_unnamed(text, NAMES) == kept
