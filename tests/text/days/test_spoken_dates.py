"""helpdesk/text/days/spoken_dates.py with its parts: the day and the part of day a text speaks of. Today is Tuesday, 1 Dec 2026."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.text.days.spoken_dates import find_when
from helpdesk.text.tokens import tokens_of
from tests.text import vietnamese

TODAY = date(2026, 12, 1)


def when(text: str, today: date = TODAY) -> tuple[str | None, str | None]:
    found = find_when(tokens_of(text), today=today, taken=set())
    return (found.day.isoformat() if found.day else None), found.part_of_day


def day(text: str, today: date = TODAY) -> str | None:
    return when(text, today)[0]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("25/12", "2026-12-25"),
        ("ngay maii", "2026-12-02"),
        ("thang 12 ngay 10", "2026-12-10"),
        ("hom 15", "2026-12-15"),
        ("ngày hai lăm", "2026-12-25"),
        ("hai ngay nua", "2026-12-03"),
        ("the day after tomorrow", "2026-12-03"),
        ("on the 10th", "2026-12-10"),
        ("10 Dec 2pm", "2026-12-10"),
        ("next week Friday", "2026-12-11"),
        ("Friday next week", "2026-12-11"),
        ("thu 5 tuan sao", "2026-12-10"),
        ("thuu 5", "2026-12-03"),
        ("thu 6: Ho Van A", "2026-12-04"),
        ("2 nguoi thu 6", "2026-12-04"),
        ("nguoi thu 6", None),
        ("25-12", "2026-12-25"),
        ("25.12", "2026-12-25"),
        ("25/12/26", "2026-12-25"),
        ("ngay 25/12/2026", "2026-12-25"),
        ("ngày 25 tháng 12", "2026-12-25"),
        ("25 thang 12 nam 2026", "2026-12-25"),
        ("ngay 25", "2026-12-25"),
        ("ngay 25 thang sau", "2027-01-25"),
        ("1/12", "2026-12-01"),
        ("30/11", "2027-11-30"),
        ("5/1", "2027-01-05"),
        ("25 Dec", "2026-12-25"),
        ("December 25", "2026-12-25"),
    ],
)
def test_day_before_month_the_next_such_day(text: str, meant: str) -> None:
    assert day(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("thứ 4 không được, thứ 6 được", "2026-12-04"),
        ("bận thứ 4 rồi, cho qua thứ 6", "2026-12-04"),
        ("thứ 4 tuần sau tôi bận, cho thứ 6", "2026-12-11"),
        ("trừ thứ 4, lấy thứ 6", "2026-12-04"),
        ("đổi từ 4/12 sang 9/12", "2026-12-09"),
        ("chuyen thu 4 tuan nay qua thu 6 tuan sau", "2026-12-11"),
        ("doi sang thu 4 sang", "2026-12-02"),
        # She says no other: whether it is wished or not, her text tells.
        ("không đi thứ 6", "2026-12-04"),
        ("thứ 6 ngày 11", "2026-12-11"),
        ("thu 4 ban tuoc", "2026-12-02"),
    ],
)
def test_a_day_on_which_somebody_does_not_come_is_none_beside_another(text: str, meant: str) -> None:
    assert day(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("thu 4", "2026-12-02"),
        ("thu 6 may gio", "2026-12-04"),
        ("not Friday, Monday", "2026-12-07"),
        ("khong phai thu 6 ma thu 2", "2026-12-07"),
        ("thứ 2 chứ không phải thứ 6", "2026-12-07"),
        ("khong, thu 6", "2026-12-04"),
        ("t4", "2026-12-02"),
        ("thứ tư", "2026-12-02"),
        ("thứ năm này", "2026-12-03"),
        ("thu 3", "2026-12-01"),
        ("thu 2", "2026-12-07"),
        ("cn", "2026-12-06"),
        ("chủ nhật", "2026-12-06"),
        ("thu 2 tuan sau", "2026-12-07"),
        ("tuan toi, thu 6", "2026-12-11"),
        ("chu nhat tuan sau", "2026-12-13"),
        ("thu 4 9/12", "2026-12-09"),
        ("on Thursday", "2026-12-03"),
    ],
)
def test_a_weekday_is_of_this_week_or_the_next_one_that_comes(text: str, meant: str) -> None:
    assert day(text) == meant


def test_on_a_saturday_a_weekday_is_of_the_week_that_comes() -> None:
    saturday = date(2026, 11, 21)
    assert day("thu 4", saturday) == day("thu 4 tuan sau", saturday) == "2026-11-25"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("hôm nay", "2026-12-01"),
        ("bua ni", "2026-12-01"),
        ("mai", "2026-12-02"),
        ("ngày mai", "2026-12-02"),
        ("tomorrow", "2026-12-02"),
        ("ngày kia", "2026-12-03"),
        ("ngay mot", "2026-12-03"),
        ("mốt", "2026-12-03"),
        ("3 ngay nua", "2026-12-04"),
    ],
)
def test_days_are_counted_from_today(text: str, meant: str) -> None:
    assert day(text) == meant


@pytest.mark.parametrize(
    "text", ["cho toi mot cho", "dat cho toi mot lich", "cho tui một suất", "dk mot nguoi"]
)
def test_one_place_is_no_day_after_tomorrow(text: str) -> None:
    assert day(text) is None


@pytest.mark.parametrize(
    "text",
    [
        *("mung 5", "mồng 5 tết", "ram nay", "16 thang gieng", "16/1 am lich", "ngay 5 am lich"),
        *("tuan sau", "cuoi tuan", "dau thang", "mai mot", "mai kia", "hom nao cung duoc", "next Thursday"),
        *("30/2", "31/4", "32/1", "20/11/2026", "thu 2 tuan nay", "thu 8"),
        *(
            "thu 4 hoac thu 5",
            "thu 5 9/12",
            "9/12 hay 10/12",
            "2-3 nguoi",
            "lan thu hai",
            "qua 7 ngay",
            "",
            "mot nguoi",
        ),
    ],
)
def test_lunar_vague_impossible_and_contradicting_is_no_day(text: str) -> None:
    assert day(text) is None


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("s mai", "morning"),
        ("c t6", "afternoon"),
        ("fri am", "morning"),
        ("m2: 10h t7", "morning"),
        ("sang mai", "morning"),
        ("buổi chiều thứ 5", "afternoon"),
        ("8h thu 5", "morning"),
        ("luc 14h", "afternoon"),
        ("2h chieu", "afternoon"),
        ("7 ruoi sang thu 7", "morning"),
        ("2h thu 5", "afternoon"),
        ("tomorrow morning", "morning"),
        ("19h", None),
        ("doi sang thu 5", None),
        ("sang ten sim", None),
        ("sáng hoặc chiều thứ 5", None),
        ("khoa mot chieu", None),
        ("thu 5", None),
    ],
)
def test_the_part_of_the_day(text: str, part: str | None) -> None:
    assert when(text)[1] == part


def test_a_date_of_birth_is_no_day_to_come() -> None:
    found = find_when(tokens_of("15/12/26 ho thi vang 24/5/1985"), today=TODAY, taken=set())
    assert found.day == date(2026, 12, 15)
    assert list(found.births.values()) == [1985]


@given(vietnamese.texts(), st.dates())
def test_any_text_is_read_on_any_day_and_never_for_the_past(text: str, today: date) -> None:
    found = find_when(tokens_of(text), today=today, taken=set())
    assert found.day is None or found.day >= today
