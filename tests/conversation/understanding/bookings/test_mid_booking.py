"""helpdesk/conversation/understanding/bookings/mid_booking.py: what begins nothing else in the middle of a booking."""

import pytest

from helpdesk.conversation.understanding.bookings.mid_booking import asks_back, is_busy


@pytest.mark.parametrize(
    ("key", "busy"),
    [
        ("toi ban roi", True),
        ("ok nhung toi ban", True),
        ("hom do toi ban viec nha", True),
        ("ban tuoc", False),
        ("toi o ban y leng", False),
        ("ban nao", False),
    ],
)
def test_who_is_busy_names_no_village(key: str, busy: bool) -> None:
    assert is_busy(key) is busy


@pytest.mark.parametrize(
    ("key", "asks"),
    [
        ("xa luu lam gi", False),  # what is kept is told
        ("toi dat ho ho chua nho", True),
        ("sao chua lam duoc muc 2", True),
        ("dung huy", True),
        ("xoa het cho toi", False),
        ("huy cho", False),
    ],
)
def test_what_asks_back_is_no_wish(key: str, asks: bool) -> None:
    assert asks_back(key) is asks
