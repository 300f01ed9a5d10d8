"""Weeks and months that are said without a day: with which day they begin."""

from datetime import date

import pytest

from helpdesk.text.days.vague_days import first_day_said

TUESDAY = date(2026, 12, 1)


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("tuần sau", "2026-12-07"),
        ("doi qua tuan toi cho toi", "2026-12-07"),
        ("qua tuan toi moi ranh", "2026-12-07"),
        ("tuan nay ban, tuan sau", "2026-12-07"),
        ("tuần sau nữa", "2026-12-14"),
        ("2 tuần nữa", "2026-12-14"),
        ("next week", "2026-12-07"),
        ("tuan nay", "2026-11-30"),
        ("tháng sau", "2027-01-01"),
    ],
)
def test_a_week_begins_with_its_monday_and_a_month_with_its_first(text: str, begins: str) -> None:
    assert first_day_said(text, today=TUESDAY) == date.fromisoformat(begins)


@pytest.mark.parametrize(
    "text",
    ["thu 6 tuan sau", "cuoi thang", "cuoi tuan", "sau tet", "2 tuan", "di ray ca tuan", "12 thang toi"],
)
def test_a_day_of_it_the_end_of_it_and_how_long_are_no_beginning(text: str) -> None:
    assert first_day_said(text, today=TUESDAY) is None


def test_the_month_behind_december_and_a_day_at_the_end_of_the_calendar() -> None:
    assert first_day_said("thang sau", today=date(2026, 1, 31)) == date(2026, 2, 1)
    assert first_day_said("tuan sau", today=date.max) is None
    assert first_day_said("thang sau", today=date.max) is None
