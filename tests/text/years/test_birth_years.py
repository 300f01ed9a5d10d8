"""Birth years of two and four digits, and within dates."""

import pytest

from helpdesk.text.years.birth_years import dates_as_years, full_year


@pytest.mark.parametrize(
    ("digits", "year"),
    [
        ("1985", 1985),
        ("1900", 1900),
        ("2026", 2026),
        ("85", 1985),
        ("00", 2000),
        ("05", 2005),
        ("26", 2026),
        ("27", 1927),
        ("99", 1999),
        ("2027", None),
        ("1899", None),
        ("5", None),
        ("123", None),
        ("12345", None),
        ("", None),
        ("²5", None),
    ],
)
def test_nobody_is_born_in_the_future(digits: str, year: int | None) -> None:
    assert full_year(digits, this_year=2026) == year


def test_the_century_turns_with_the_year() -> None:
    assert full_year("27", this_year=2026) == 1927
    assert full_year("27", this_year=2027) == 2027
    assert full_year("99", this_year=2100) == 2099


@pytest.mark.parametrize(
    "written", ["12/3/1985", "12-03-1985", "12.3.1985", "3/1985", "12 3 1985", "12 03 1985"]
)
def test_a_date_of_birth_says_its_year(written: str) -> None:
    assert dates_as_years(f"Ho Van A {written}, Y Cuc").split() == ["Ho", "Van", "A", "1985", ",", "Y", "Cuc"]


def test_a_short_date_of_birth_says_its_short_year() -> None:
    assert dates_as_years("12/3/85").split() == ["85"]


@pytest.mark.parametrize(
    "text", ["Ho Van A 1985", "044 190 001234", "0912 345 678", "1. Ho Van A 2. Ho Thi B"]
)
def test_other_numbers_are_no_dates(text: str) -> None:
    assert dates_as_years(text) == text


def test_a_day_and_a_month_without_a_year_are_no_year() -> None:
    assert dates_as_years("Ho Van A 4/12").split() == ["Ho", "Van", "A"]
    assert dates_as_years("25/11").strip() == ""
    assert dates_as_years("Ho Van A 12/85").split()[-1] == "85"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Ho Van A sinh 15 thang 3 nam 1985", "Ho Van A 1985"),
        ("Ho Van A sinh ngày 15 tháng 3 năm 1985", "Ho Van A 1985"),
        ("Ho Van A 15 thang 3 1985", "Ho Van A 1985"),
        ("Ho Van A sinh thang 3 nam 1985", "Ho Van A 1985"),
        ("Ho Thi Thang 8 nam 1990", "Ho Thi Thang 8 nam 1990"),
    ],
)
def test_a_date_of_birth_may_be_spelled_out(text: str, left: str) -> None:
    assert " ".join(dates_as_years(text).split()) == left
