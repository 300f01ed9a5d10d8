"""Dates as residents read them."""

from datetime import date, time, timedelta

import pytest

from helpdesk.text.days.vietnamese_dates import spoken_date, spoken_hours, spoken_time, weekday_name
from helpdesk.text.folding import fold

MONDAY = date(2026, 11, 23)


def test_a_week_begins_with_the_second_day() -> None:
    week = [weekday_name(MONDAY + timedelta(days=day)) for day in range(7)]

    assert week == ["thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật"]


@pytest.mark.parametrize(
    ("day", "spoken"),
    [
        (date(2026, 11, 25), "thứ tư 25/11"),
        (date(2026, 12, 6), "chủ nhật 6/12"),
        (date(2027, 1, 1), "thứ sáu 1/1"),
    ],
)
def test_dates_are_said_day_first_without_the_year(day: date, spoken: str) -> None:
    assert spoken_date(day) == spoken


def test_a_date_is_folded_like_any_text() -> None:
    assert fold(spoken_date(MONDAY)) == "thu hai 23/11"


@pytest.mark.parametrize(
    ("at", "spoken"), [(time(7, 30), "7h30"), (time(11), "11h"), (time(13, 5), "13h05"), (time(0), "0h")]
)
def test_minutes_are_said_only_when_there_are_any(at: time, spoken: str) -> None:
    assert spoken_time(at) == spoken


def test_hours_are_said_from_and_to() -> None:
    assert spoken_hours(time(7, 30), time(11)) == "7h30-11h"
