"""helpdesk/conversation/understanding/people/years_said.py: a birth year or an age by itself. All are invented."""

from collections.abc import Sequence

import pytest

from helpdesk.conversation.understanding.people.years_said import names_a_year_only, year_instead, years_said

MAI, CO = ["Ho Van Mai", None], ["Ho Thi Co", None]
WHOSE = {"unowned_years": True}


def _said(text: str, *people: Sequence[object]) -> object:
    found = years_said(text, {"people": people}, this_year=2026)
    return None if found is None else found.get("people", found)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("sinh 1985", 1985),
        ("1985", 1985),
        ("năm 1985", 1985),
        ("nam sinh 1985", 1985),
        ("toi sinh nam 1985", 1985),
        ("quen nam sinh 1985", 1985),
        ("quên năm sinh 1985", 1985),
        ("sn 85", 1985),
        ("12/3/1985", 1985),
        ("70 tuoi", 1956),
        ("tôi 70 tuổi", 1956),
        ("born 1985", 1985),
    ],
)
def test_it_is_the_year_of_whoever_has_none(text: str, year: int) -> None:
    assert _said(text, MAI) == [["Ho Van Mai", year]]
    assert _said(text, ["Y Dong", 1970], MAI) == [["Y Dong", 1970], ["Ho Van Mai", year]]


def test_a_name_beside_it_says_whose_it_is() -> None:
    assert _said("co sinh 1990", MAI, CO) == [MAI, ["Ho Thi Co", 1990]]


def test_as_many_years_as_are_missing_are_taken_in_order() -> None:
    assert _said("1985, 1990", MAI, CO) == [["Ho Van Mai", 1985], ["Ho Thi Co", 1990]]


@pytest.mark.parametrize(
    "text",
    ["1985 va 1990", "85 va 90", "sinh nam 85 va 90", "mai 1985 co 1990", "co 90 con mai 85", "1985, co 90"],
)
def test_years_of_two_in_one_text_are_each_the_one_of_whom_they_are(text: str) -> None:
    assert _said(text, MAI, CO) == [["Ho Van Mai", 1985], ["Ho Thi Co", 1990]]


@pytest.mark.parametrize("text", ["ghi them me toi 70 tuoi", "me toi 70 tuoi"])
def test_the_age_of_somebody_else_puts_nobodys_year_right(text: str) -> None:
    assert _said(text, ["Ho Van Mai", 1985]) is None


def test_he_is_the_one_who_is_booked() -> None:
    assert _said("no 5 tuoi", MAI) == [["Ho Van Mai", 2021]]


def test_ages_of_two_in_one_text_are_years() -> None:
    assert _said("7 tuoi va 5 tuoi", MAI, CO) == [["Ho Van Mai", 2019], ["Ho Thi Co", 2021]]


@pytest.mark.parametrize("text", ["ca hai sinh 1990", "deu 1990", "cung nam 1990"])
def test_one_year_may_be_everybodys(text: str) -> None:
    assert _said(text, MAI, CO) == [["Ho Van Mai", 1990], ["Ho Thi Co", 1990]]


def test_where_it_is_not_clear_whose_it_is_she_is_asked_and_nobody_is_forgotten() -> None:
    assert _said("1985", MAI, CO) == WHOSE


@pytest.mark.parametrize("text", ["Y Nam 1985", "85", "tre 5 tuoi co duoc khong", "thu 4", "ngay 9/12", ""])
def test_somebody_else_a_day_and_a_question_are_no_year_of_hers(text: str) -> None:
    assert _said(text, MAI) is None


def test_nobody_is_called_quen_nam() -> None:
    assert names_a_year_only("quen nam sinh 1985")
    assert not names_a_year_only("y quen 1985")


@pytest.mark.parametrize(
    "text",
    [
        "1985 la sai, 1958 moi dung",
        "sinh 1958 chu khong phai 1985",
        "khong phai 1985 ma la 1958",
        "không phải 85 mà 58",
        "58 chứ không phải 85",
        "sua 1985 thanh 1958",
    ],
)
def test_a_year_put_right_is_nobody_more(text: str) -> None:
    assert _said(text, ["Ho Van Mai", 1985], ["Y Dong", 1970]) == [["Ho Van Mai", 1958], ["Y Dong", 1970]]


BINH, LAN = ["Ho Van Binh", 1985], ["Ho Thi Lan", 1990]


@pytest.mark.parametrize(
    "text", ["1980 chứ", "nhầm, 1980 mới đúng", "à sinh 1980 cơ", "1980 nhé", "phải là 1980"]
)
def test_a_year_with_a_word_that_puts_it_right_is_hers_and_nobody_more(text: str) -> None:
    assert _said(text, BINH) == [["Ho Van Binh", 1980]]


@pytest.mark.parametrize(
    "text", ["ông bình sinh 1961", "à nhầm, hồ văn bình sinh 1961", "binh 1961 moi dung"]
)
def test_who_is_called_by_her_last_name_gets_another_year(text: str) -> None:
    assert _said(text, BINH, LAN) == [["Ho Van Binh", 1961], LAN]


@pytest.mark.parametrize("text", ["ơ mà à nhầm vợ tôi sinh 1983", "vo toi sinh nam 83"])
def test_who_is_told_by_what_she_is_to_her_gets_another_year(text: str) -> None:
    told = {"people": [BINH, LAN], "relations": [["Ho Van Binh", "self"], ["Ho Thi Lan", "wife"]]}
    found = years_said(text, told, this_year=2026)
    assert found is not None
    assert found["people"] == [BINH, ["Ho Thi Lan", 1983]]


def test_a_whole_name_with_another_year_may_be_one_more_of_that_name() -> None:
    assert _said("Ho Van Binh 1961", BINH, LAN) is None


@pytest.mark.parametrize(
    ("text", "whose", "year"),
    [
        ("ho van binh sinh 66", 0, 1966),
        ("à ông bình 66", 0, 1966),
        ("chị lan sinh 91", 1, 1991),
        ("không phải 85 mà 86", 0, 1986),
    ],
)
def test_two_digits_are_a_year_of_who_is_called_beside_them(text: str, whose: int, year: int) -> None:
    found = [list(one) for one in (BINH, LAN)]
    found[whose][1] = year
    assert _said(text, BINH, LAN) == found


@pytest.mark.parametrize("text", ["binh 66 nguoi", "66", "ong tam 66"])
def test_a_count_and_somebody_else_are_no_year_of_hers(text: str) -> None:
    assert _said(text, BINH, LAN) is None


@pytest.mark.parametrize(
    ("text", "put_right"),
    [
        ("nam sinh la 1984", (0, 1984)),
        ("năm sinh tôi 1984 không phải 1985", (0, 1984)),
        ("1985 khong phai, 1984", (0, 1984)),
        ("1985 khong phai 1984", (0, 1984)),
        ("nam sinh la 1985", None),
        ("1984", None),
        ("toi den 1984 lan roi", None),
    ],
)
def test_the_year_of_the_only_one_is_put_right(text: str, put_right: tuple[int, int] | None) -> None:
    assert year_instead(text, [("Ho Van A", 1985)], this_year=2026) == put_right


def test_a_whole_name_that_ends_in_a_word_of_kin_is_somebody_else() -> None:
    assert _said("Ho Thi Me 1950", ["Ho Van A", 1985]) is None
    assert _said("Ho Thi Me 1950", ["Ho Thi Me", None]) == [["Ho Thi Me", 1950]]
