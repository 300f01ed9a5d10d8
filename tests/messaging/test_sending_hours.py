"""helpdesk/messaging/sending_hours.py: 07:00–21:00 in the commune."""

from datetime import datetime

import pytest

from helpdesk.clock import as_utc
from helpdesk.messaging.sending_hours import next_allowed


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
