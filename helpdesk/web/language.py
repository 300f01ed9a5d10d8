"""The pages' two languages: Vietnamese first, English for whoever chose it by a link. The choice is a cookie."""

from datetime import date, datetime, timedelta

from flask import request
from werkzeug.wrappers import Response

from helpdesk.clock import local
from helpdesk.text.days import english_dates, vietnamese_dates

VIETNAMESE, ENGLISH = "vi", "en"
COOKIE = "language"
_A_YEAR = 365 * 24 * 3600


def language() -> str:
    """The language of the current request: "vi" unless "en" was chosen."""
    return ENGLISH if request.cookies.get(COOKIE) == ENGLISH else VIETNAMESE


def say(vietnamese: str, english: str) -> str:
    """One of two texts, by the language of the request. Both stand side by side wherever a page says something."""
    return english if language() == ENGLISH else vietnamese


def keep_language(response: Response, code: str, *, secure: bool) -> Response:
    """Remember the choice on this browser; anything but "en" is Vietnamese."""
    chosen = ENGLISH if code == ENGLISH else VIETNAMESE
    response.set_cookie(COOKIE, chosen, max_age=_A_YEAR, httponly=True, samesite="Lax", secure=secure)
    return response


def long_date(day: date) -> str:
    """The date with weekday and year: "thứ tư 25/11/2026", "Wednesday 25 Nov 2026"."""
    if language() == ENGLISH:
        return f"{english_dates.spoken_date(day)} {day.year}"
    return f"{vietnamese_dates.spoken_date(day)}/{day.year}"


def moment(at: datetime) -> str:
    """A moment in commune time: "9:05 1/12/2026", "9:05 1 Dec 2026"."""
    here = local(at)
    time_of_day = f"{here.hour}:{here.minute:02d}"
    if language() == ENGLISH:
        _, day_and_month = english_dates.spoken_date(here).split(" ", 1)
        return f"{time_of_day} {day_and_month} {here.year}"
    return f"{time_of_day} {here.day}/{here.month}/{here.year}"


def hours(starts_at: datetime, ends_at: datetime) -> str:
    """From when to when, in commune time: "7h30-11h", "7:30-11:00"."""
    start, end = local(starts_at).time(), local(ends_at).time()
    if language() == ENGLISH:
        return english_dates.spoken_hours(start, end)
    return vietnamese_dates.spoken_hours(start, end)


def clock_time(at: datetime) -> str:
    """The commune's clock at a moment, as a field of a form takes it: "07:30"."""
    return f"{local(at):%H:%M}"


def weekday_names() -> tuple[str, ...]:
    """Monday to Sunday: "Thứ hai", "Monday"."""
    monday = date(2024, 1, 1)
    days = [monday + timedelta(days=n) for n in range(7)]
    if language() == ENGLISH:
        return tuple(f"{day:%A}" for day in days)
    return tuple(vietnamese_dates.weekday_name(day).capitalize() for day in days)
