"""helpdesk/messaging/policy/sending_hours.py: 07:00–21:00 in the commune."""

from datetime import datetime, timedelta

import pytest

from helpdesk.clock import as_utc
from helpdesk.messaging.policy.sending_hours import after_sending_time, next_allowed


def _at(text: str) -> datetime:
    return as_utc(datetime.fromisoformat(text))


@pytest.mark.parametrize(
    ("moment", "leaves"),
    [
        ("2026-12-01T00:00", "2026-12-01T07:00"),
        ("2026-12-01T06:59:59", "2026-12-01T07:00"),
        ("2026-12-01T07:00", "2026-12-01T07:00"),
        ("2026-12-01T20:59:59", "2026-12-01T20:59:59"),
        ("2026-12-01T21:00", "2026-12-02T07:00"),
        ("2026-12-31T23:59", "2027-01-01T07:00"),
        ("2026-12-06T12:00", "2026-12-06T12:00"),  # a Sunday is a day like others
    ],
)
def test_it_leaves_at_once_by_day_and_in_the_morning_by_night(moment: str, leaves: str) -> None:
    assert next_allowed(_at(moment)) == _at(leaves)


@pytest.mark.parametrize(
    ("since", "hours", "until"),
    [
        ("2026-12-01T09:00", 4, "2026-12-01T13:00"),
        ("2026-12-01T17:00", 4, "2026-12-01T21:00"),
        ("2026-12-01T19:30", 4, "2026-12-02T09:30"),
        ("2026-12-01T23:00", 4, "2026-12-02T11:00"),
        ("2026-12-01T05:00", 4, "2026-12-01T11:00"),
        ("2026-12-01T12:00", 28, "2026-12-03T12:00"),
    ],
)
def test_time_in_which_one_can_be_told_does_not_pass_at_night(since: str, hours: int, until: str) -> None:
    assert after_sending_time(_at(since), timedelta(hours=hours)) == _at(until)
