"""Dates and hours as residents read them: "thứ tư 25/11", "7h30-11h"."""

from datetime import date, time

_WEEKDAYS = ("thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật")


def weekday_name(day: date) -> str:
    """The weekday in accented lower case: "thứ hai" (Monday) to "chủ nhật" (Sunday)."""
    return _WEEKDAYS[day.weekday()]


def spoken_date(day: date) -> str:
    """Weekday, day and month, day first, without leading zeros or year: "thứ tư 25/11", "chủ nhật 6/12"."""
    return f"{weekday_name(day)} {day.day}/{day.month}"


def spoken_time(at: time) -> str:
    """Hour and minutes, minutes only when there are any: "7h30", "11h"; seconds are not said."""
    return f"{at.hour}h{at.minute:02d}" if at.minute else f"{at.hour}h"


def spoken_hours(start: time, end: time) -> str:
    """From when to when: "7h30-11h"."""
    return f"{spoken_time(start)}-{spoken_time(end)}"
