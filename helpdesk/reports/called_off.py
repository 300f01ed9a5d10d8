"""Openings that were called off or put off, as officials are told: on every list of that day, and to its leaders."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from helpdesk.booking.bookings import Booking
from helpdesk.booking.changed_days.day_changes import DayChange
from helpdesk.booking.changed_days.roll import ChangedDay, changed_day, changed_days, roll
from helpdesk.booking.changed_days.states import REASONS, ChangeState, ToldState
from helpdesk.booking.openings import Opening
from helpdesk.booking.states import OpeningState
from helpdesk.clock import local_date
from helpdesk.reports.opening_list import day, hours


@dataclass(frozen=True, slots=True)
class CalledOff:
    """A change that is in effect, what is said of it and why, and the new day, if there is one."""

    change: DayChange
    words: str
    reason: str
    to: Opening | None


def what_became(db: sa.Connection, opening: Opening) -> str:
    """What stands on the list of an opening that does not take place: "BUỔI NÀY HỦY do mưa lũ"; empty for others."""
    found = changed_day(db, opening) if opening.state is not OpeningState.OPEN else None
    return _words(found) if found else ""


def still_to_begin(db: sa.Connection, *, now: datetime) -> list[tuple[Opening, CalledOff]]:
    """The openings called off or put off for good that would not have begun yet, each with the change."""
    return [
        (
            one.opening,
            CalledOff(one.change, _words(one), REASONS[one.change.reason].vietnamese, one.to),
        )
        for one in changed_days(db, first=local_date(now))
        if one.change.state is ChangeState.IN_EFFECT and one.opening.starts_at > now
    ]


def without_a_phone(db: sa.Connection, change: DayChange) -> list[Booking]:
    """The bookings of whom somebody must tell that the day has changed."""
    return [
        line.booking
        for line in roll(db, change)
        if line.told is ToldState.IN_PERSON and line.booking is not None
    ]


def _words(found: ChangedDay) -> str:
    reason = REASONS[found.change.reason].vietnamese
    if found.change.state is ChangeState.HELD:
        return f"BUỔI NÀY ĐANG HOÃN HOẶC HỦY do {reason}, chưa có hiệu lực"
    if found.to is not None:
        return f"BUỔI NÀY HOÃN do {reason}, sang {day(found.to)}, {hours(found.to)}"
    return f"BUỔI NÀY HỦY do {reason}"
