"""How far ahead a place can be open: one number for every way in which a day comes in."""

from datetime import date, datetime, timedelta

from helpdesk.clock import local_date

MOST_DAYS_AHEAD = 180
"""Half a year. Rounds of villages are planned for some weeks, centres open for eight: a day beyond this is a slip of
the keyboard in the year, and who is booked there would be told to come in a year that nobody lives to see."""


def last_day(*, now: datetime) -> date:
    """The last day on which a place can be open, as of now."""
    return local_date(now) + timedelta(days=MOST_DAYS_AHEAD)


def too_far(day: date, *, now: datetime) -> bool:
    """Whether a day lies beyond it."""
    return day > last_day(now=now)


def a_year_before(day: date) -> date:
    """The same day of the year before; 28 February for the 29th. Whoever names the day of a year that is nearly over
    and means it is read as the next such day, which nobody means."""
    return day.replace(year=day.year - 1, day=28 if (day.month, day.day) == (2, 29) else day.day)
