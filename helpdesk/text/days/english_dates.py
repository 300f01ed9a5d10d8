"""Dates and hours for the English texts: "Wednesday 25 Nov", "7:30-11:00"; no locale of the machine is used."""

from datetime import date, time

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def weekday_name(day: date) -> str:
    """The weekday: "Monday" to "Sunday"."""
    return _WEEKDAYS[day.weekday()]


def spoken_date(day: date) -> str:
    """Weekday, day and month, the month by name as 5/12 is read both ways in English: "Wednesday 25 Nov"."""
    return f"{weekday_name(day)} {day.day} {_MONTHS[day.month - 1]}"


def spoken_time(at: time) -> str:
    """Hour and minutes on the 24-hour clock: "7:30", "11:00"; seconds are not said."""
    return f"{at.hour}:{at.minute:02d}"


def spoken_hours(start: time, end: time) -> str:
    """From when to when: "7:30-11:00"."""
    return f"{spoken_time(start)}-{spoken_time(end)}"
