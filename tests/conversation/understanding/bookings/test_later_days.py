"""A later day that stands in no calendar, told from the days that do."""

from datetime import date

import pytest

from helpdesk.conversation.understanding.bookings.later_days import day_after_tomorrow, puts_off_to_later
from helpdesk.text.folding import matching_key


@pytest.mark.parametrize(
    "text",
    [
        "bữa sau tui xuống",
        "để hôm khác",
        "đợt sau tôi đi",
        "vài hôm nữa",
        "mai mốt",
        "ra Tết tôi đi",
        "thứ 4 sau",
    ],
)
def test_it_is_put_off_to_some_later_day(text: str) -> None:
    assert puts_off_to_later(matching_key(text), hers=date(2026, 12, 2), today=date(2026, 12, 1))


@pytest.mark.parametrize(
    "text", ["thứ sáu tôi đi", "thứ 4 tôi đi", "mai tôi đi", "hôm đó tôi đi", "7 ngày", "1 buổi"]
)
def test_a_day_of_the_calendar_is_none(text: str) -> None:
    assert not puts_off_to_later(matching_key(text), hers=date(2026, 12, 2), today=date(2026, 12, 1))


@pytest.mark.parametrize("text", ["mai mốt tôi đi", "mấy bữa nữa tui đến"])
def test_some_days_from_now_is_no_later_than_a_day_in_weeks(text: str) -> None:
    assert not puts_off_to_later(matching_key(text), hers=date(2026, 12, 29), today=date(2026, 12, 1))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("mốt tôi xuống", 3),
        ("mai lên rẫy, mốt tui mới đi", 3),
        ("một mình tôi đi", None),
        ("cho một người đi", None),
    ],
)
def test_the_day_after_tomorrow_is_known_by_who_goes_then(text: str, day: int | None) -> None:
    found = day_after_tomorrow(matching_key(text), today=date(2026, 12, 1))
    assert found == (date(2026, 12, day) if day else None)
