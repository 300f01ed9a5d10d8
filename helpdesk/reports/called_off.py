"""Openings that were called off or put off, as officials are told: on every list of that day, and to its leaders."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from helpdesk.booking.bookings import Booking
from helpdesk.booking.changed_days.roll import ChangedDay, changed_day, changed_days, roll
from helpdesk.booking.changed_days.states import REASONS, ChangeState, ToldState
from helpdesk.booking.openings import Opening
from helpdesk.booking.states import OpeningState
from helpdesk.clock import local_date
from helpdesk.reports.opening_list import day, hours


@dataclass(frozen=True, slots=True)
class CalledOff:
    """A change that is in effect: its id, what is said of it, and who has no phone and must be told by somebody."""

    change_id: int
    words: str
    reason: str
    to: Opening | None
    to_tell: tuple[Booking, ...]


def what_became(db: sa.Connection, opening: Opening) -> str:
    """What stands on the list of an opening that does not take place: "BUỔI NÀY HỦY do mưa lũ"; empty for others."""
    found = changed_day(db, opening) if opening.state is not OpeningState.OPEN else None
    return _words(found) if found else ""


def called_off(db: sa.Connection, opening: Opening) -> CalledOff | None:
    """The change by which an opening does not take place; None where it does, or may still."""
    found = changed_day(db, opening)
    if found is None or found.change.state is not ChangeState.IN_EFFECT:
        return None
    to_tell = (
        line.booking
        for line in roll(db, found.change)
        if line.told is ToldState.IN_PERSON and line.booking is not None
    )
    reason = REASONS[found.change.reason].vietnamese
    return CalledOff(found.change.id, _words(found), reason, found.to, tuple(to_tell))


def still_to_begin(db: sa.Connection, *, now: datetime) -> list[Opening]:
    """The openings called off or put off for good that would not have begun yet."""
    found = changed_days(db, first=local_date(now))
    return [
        one.opening
        for one in found
        if one.change.state is ChangeState.IN_EFFECT and one.opening.starts_at > now
    ]


def _words(found: ChangedDay) -> str:
    reason = REASONS[found.change.reason].vietnamese
    if found.change.state is ChangeState.HELD:
        return f"BUỔI NÀY ĐANG HOÃN HOẶC HỦY do {reason}, chưa có hiệu lực"
    if found.to is not None:
        return f"BUỔI NÀY HOÃN do {reason}, sang {day(found.to)}, {hours(found.to)}"
    return f"BUỔI NÀY HỦY do {reason}"
