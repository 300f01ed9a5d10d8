"""Time as an input: every room is handed a clock; nothing else reads the wall clock."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

COMMUNE_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
"""The one zone of both communes: UTC+7, no summer time. Storage is UTC; this is for the edge."""


class Clock(Protocol):
    """Anything that can say what time it is."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)


@dataclass
class FixedClock:
    """A clock that stands still until it is moved: tests, chat scripts and `tick --at`."""

    at: datetime

    def __post_init__(self) -> None:
        self.set(self.at)

    def now(self) -> datetime:
        return self.at

    def set(self, at: datetime) -> None:
        """Move to `at`; a time without a zone is commune time."""
        self.at = as_utc(at)

    def advance(self, by: timedelta) -> None:
        """Let `by` pass."""
        self.at += by


def in_our_time(moment: datetime) -> datetime:
    """The moment as it is, if somebody may mean it; raises ValueError outside 2000-2099.

    At the ends of the calendar there is no day before or after, which every timetable counts on.
    """
    if not 2000 <= moment.year <= 2099:
        raise ValueError(f"the year {moment.year} is not between 2000 and 2099")
    return moment


def as_utc(moment: datetime) -> datetime:
    """The moment in UTC; one without a zone is read as commune time."""
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=COMMUNE_ZONE)
    return moment.astimezone(UTC)


def local(moment: datetime) -> datetime:
    """The moment in commune time."""
    return moment.astimezone(COMMUNE_ZONE)


def local_date(moment: datetime) -> date:
    """The date that a calendar in the commune shows at this moment."""
    return local(moment).date()


def at_local(day: date, at: time) -> datetime:
    """The UTC moment at which commune clocks show `at` on `day`."""
    return datetime.combine(day, at, COMMUNE_ZONE).astimezone(UTC)
