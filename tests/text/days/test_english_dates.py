"""Dates of the English texts."""

from datetime import date, time, timedelta

from helpdesk.text.days.english_dates import spoken_date, spoken_hours, spoken_time, weekday_name


def test_a_week_begins_on_monday() -> None:
    week = [weekday_name(date(2026, 11, 23) + timedelta(days=day)) for day in range(7)]

    assert week == ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def test_months_have_names_so_that_5_12_is_not_the_twelfth_of_may() -> None:
    assert spoken_date(date(2026, 12, 5)) == "Saturday 5 Dec"
    assert spoken_date(date(2026, 11, 25)) == "Wednesday 25 Nov"


def test_hours_are_those_of_the_24_hour_clock() -> None:
    assert spoken_time(time(13, 5)) == "13:05"
    assert spoken_hours(time(7, 30), time(11)) == "7:30-11:00"
