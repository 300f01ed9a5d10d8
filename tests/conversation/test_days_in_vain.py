"""A day that cannot be had is never dropped without a word: lunar, impossible, too wide, over, or not in that part of it."""

import pytest

from tests.conversation.talk import asked, book, bookings_of, say, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service

AN = "Ho Van An 1980"
CENTRE = "trung tam xa thuong trach"
UNCLEAR = "Xin ba con nhan ro ngay duong lich, vi du 9/12"
NO_DAYS = (
    "mong 5",
    "ram thang nay",
    "am lich",
    "16 thang gieng",
    "31/2",
    "cuoi thang",
    "14 âm",
    "sau tet",
)


@on_sqlite
@pytest.mark.parametrize("text", NO_DAYS)
def test_a_day_that_is_none_of_the_calendar_is_asked_for_where_days_are_listed(
    service: Service, text: str
) -> None:
    listed = say(service, "DAT", "1")
    answer = say(service, text)
    assert answer.splitlines() == [f"{UNCLEAR}.", *listed.splitlines()]


def test_however_many_of_them_come_the_days_stay_open(service: Service) -> None:
    say(service, "DAT", "1", "31/2", "cuoi thang", "ram", "mong 5", "thang sau")
    assert asked(service) == ("book", "which_opening")


@on_sqlite
@pytest.mark.parametrize("text", NO_DAYS)
def test_in_one_text_with_all_the_rest_only_the_day_is_asked_for(service: Service, text: str) -> None:
    assert say(service, f"dk {AN} {CENTRE} {text}").splitlines()[0] == f"{UNCLEAR}."
    assert asked(service) == ("book", "which_opening")


@pytest.mark.parametrize("text", ["ram", "mong 5 duoc khong", "31/2", "doi sang ram"])
def test_instead_of_consent_it_opens_the_days_again(service: Service, text: str) -> None:
    say(service, f"dk {AN} {CENTRE} thu 6")
    assert say(service, text).splitlines()[0] == f"{UNCLEAR}."
    assert asked(service) == ("book", "which_opening")
    assert bookings_of(service) == []


def test_a_day_that_is_over_is_said_to_be_over(service: Service) -> None:
    assert "Ngay thu sau 20/11 da qua." in say(service, f"dk {AN} {CENTRE} 20/11")
    assert asked(service) == ("book", "which_opening")


def test_an_afternoon_where_there_is_only_a_morning_is_said_before_the_echo(service: Service) -> None:
    told = say(service, f"dk {AN} {CENTRE} chieu thu 4")
    assert "Khong co buoi chieu thu tu 2/12, chi co 7h30-11h." in told.splitlines()
    assert steps(told)[-1] == "book.consent"


@on_sqlite
@pytest.mark.parametrize(
    ("week", "first"),
    [("tuan sau", "thu hai 7/12"), ("tuan sau nua", "thu hai 14/12"), ("thang sau", "thu hai 4/1")],
)
def test_a_week_or_a_month_lists_its_days(service: Service, week: str, first: str) -> None:
    say(service, "DAT", "1")
    assert say(service, week).splitlines()[1].startswith(f"1 {first} ")
    assert say(service, f"dk {AN} {CENTRE} {week}").splitlines()[-3].startswith(f"1 {first} ")


def test_a_booking_is_not_moved_there_either_and_she_is_told(service: Service) -> None:
    book(service)
    assert say(service, "doi sang ram").splitlines()[0] == f"{UNCLEAR}, hoac nhan so."
    assert asked(service) == ("reschedule", "to_when")
    assert say(service, "31/2") == f"{UNCLEAR}, hoac nhan so."
    assert say(service, "20/11") == "Ngay thu sau 20/11 da qua."
    assert asked(service) == ("reschedule", "to_when")


def test_a_day_without_an_opening_is_named_when_a_booking_is_to_be_moved_there(service: Service) -> None:
    book(service)
    assert say(service, "doi sang thu 5").splitlines()[0] == "Thu nam 3/12 khong co buoi khac con cho."
    assert asked(service) == ("reschedule", "to_when")


@on_sqlite
@pytest.mark.parametrize("text", ["thu 4 tuan sau", "9/12", "thu 6"])
def test_a_day_of_the_calendar_is_none_of_these(service: Service, text: str) -> None:
    assert steps(say(service, f"dk {AN} {CENTRE} {text}")) == ["book.consent"]
