"""helpdesk/conversation/understanding/bookings/several_bookings.py: one text that asks for two bookings."""

from datetime import date

import pytest

from helpdesk.conversation.understanding.bookings.several_bookings import SAID_TOO, several_bookings

A, B, C = ["Ho Van A", 1980], ["Ho Thi B", 1990], ["Ho Thi C", 1970]
WEDNESDAY, FRIDAY = "2026-12-02", "2026-12-04"


@pytest.mark.parametrize(
    ("text", "bookings"),
    [
        ("dk Ho Van A 1980 thu 4, Ho Thi B 1990 thu 6", [([A], WEDNESDAY), ([B], FRIDAY)]),
        ("dk thu 4 Ho Van A 1980, thu 6 Ho Thi B 1990", [([A], WEDNESDAY), ([B], FRIDAY)]),
        ("Ho Van A 1980, Ho Thi C 1970 thu 4; Ho Thi B 1990 thu 6", [([A, C], WEDNESDAY), ([B], FRIDAY)]),
        ("dk thu 4 Ho Van A 1980 Ho Thi C 1970, thu 6 Ho Thi B 1990", [([A, C], WEDNESDAY), ([B], FRIDAY)]),
        ("dk thu 4 Ho Van A 1980, Ho Thi B 1990 thu 6", [([A], WEDNESDAY), ([B], FRIDAY)]),
        ("dk Ho Van A 1980, Ho Thi B 1990 thu 6", None),
        ("dk Ho Van A 1980 thu 6 Ho Thi B 1990 thu 6", None),
        ("dk Ho Van A 1980 thu 4", None),
    ],
)
def test_each_day_goes_with_its_own_people(text: str, bookings: list[tuple[object, str]] | None) -> None:
    found = several_bookings(text, today=date(2026, 12, 1), places=())
    said = None if found is None else [(one["people"], one["day"]) for one in (found, *found[SAID_TOO])]
    assert said == bookings
