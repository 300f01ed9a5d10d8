"""A text that says no more than that somebody is to be put down is a booking; with any other word it is not by rule."""

from datetime import date

import pytest

from helpdesk.conversation.understanding.bookings.puts_down import only_puts_down
from helpdesk.conversation.understanding.reading import read
from helpdesk.conversation.understanding.taken_apart import take_apart
from helpdesk.places.sample import without_database

MONDAY, PLACES = date(2026, 11, 23), tuple(without_database())


@pytest.mark.parametrize(
    ("text", "day", "part", "party"),
    [
        ("DK THU 4", "2026-11-25", None, 1),
        ("dang ky thu 4", "2026-11-25", None, 1),
        ("đăng ký thứ tư", "2026-11-25", None, 1),
        ("đk t4", "2026-11-25", None, 1),
        ("ddawng kys thuws 4", "2026-11-25", None, 1),
        ("dang ky ngay mai", "2026-11-24", None, 1),
        ("dk sang mai", "2026-11-24", "morning", 1),
        ("dk 8h sang mai", "2026-11-24", "morning", 1),
        ("dki t5 tuan sau", "2026-12-03", None, 1),
        ("dky chieu thu 6", "2026-11-27", "afternoon", 1),
        ("DANG KI BUA MOT", "2026-11-25", None, 1),
        ("dk bữa ni", "2026-11-23", None, 1),
        ("dat thu 4", "2026-11-25", None, 1),
        ("dat mai nha", "2026-11-24", None, 1),
        ("đặt chỗ ngày mai", "2026-11-24", None, 1),
        ("giu cho tui thu 4", "2026-11-25", None, 1),
        ("lay so thu 4", "2026-11-25", None, 1),
        ("tui dk vo chong tui thu 4 nghe", "2026-11-25", None, 2),
        ("dk 3 nguoi", None, None, 3),
        ("dk chieu", None, "afternoon", 1),
        ("book tomorrow morning", "2026-11-24", "morning", 1),
    ],
)
def test_a_word_of_booking_and_when_or_how_many_books(
    text: str, day: str | None, part: str | None, party: int
) -> None:
    reading = read(text, today=MONDAY, places=PLACES)
    said = (reading.intent, reading.sure, reading.date and reading.date.isoformat(), reading.part_of_day)
    assert (*said, reading.party) == ("book", True, day, part, party)


@pytest.mark.parametrize("text", ["dk tuan sau", "dk ram", "dk 30/2", "dat cho cha lo", "dk vo chong"])
def test_a_day_to_be_asked_for_a_place_or_a_couple_books_too(text: str) -> None:
    reading = read(text, today=MONDAY, places=PLACES)
    assert (reading.intent, reading.sure) == ("book", True)


@pytest.mark.parametrize(
    "text",
    [
        "toi dang ky thu 4 roi",
        "da dk thu 4",
        "tôi đã đăng ký ngày mai rồi",
        "dk thu 4 co can mang gi khong",
        "dk sim thu 4",
        "dang ky 4g",
        "dk 3g thu 4",
        "dang ky ho tich",
        "dk o dau",
        "mai dat lai mat khau",
        "đất thứ 4",
        "Đạt mai",
        "thu 4 dc khong",
        "huy thu 4",
        "can i register my two kids",
        "dang ky muc 2",
        "thu 4",
    ],
)
def test_any_other_word_or_nothing_beside_it_makes_it_another_text(text: str) -> None:
    assert not only_puts_down(take_apart(text, MONDAY, PLACES))
