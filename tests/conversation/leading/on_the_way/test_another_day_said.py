"""helpdesk/conversation/leading/on_the_way/another_day_said.py: another day, said in a sentence. All are invented."""

import pytest

from tests.conversation.talk import asked, bookings_of, say, speaks
from tests.support.one_database import on_sqlite
from tests.support.service import Service

ECHO = "dk ho van a 1985 thuong trach thu 4"


@on_sqlite
@pytest.mark.parametrize(
    "said",
    [
        "thu 6 tot hon, thu 4 ban",
        "a khoan, thu 4 toi ban, thu 6 duoc khong",
        "con om, thu 6 moi di duoc",
        "vo toi noi di thu 6",
    ],
)
def test_behind_the_echo_it_is_the_day_that_she_wants(service: Service, said: str) -> None:
    assert "thu sau 4/12" in say(service, ECHO, said)
    say(service, "1")
    assert [one.opening.day.isoformat() for one in bookings_of(service)] == ["2026-12-04"]


@on_sqlite
def test_where_names_are_asked_for_it_is_the_day_as_well(service: Service) -> None:
    say(service, "dat thuong trach thu 4", "vo toi noi di thu 6")
    assert asked(service) == ("book", "who")
    assert "thu sau 4/12" in say(service, "ho van a 1985")


@on_sqlite
def test_next_week_is_listed_and_not_the_one_in_which_she_cannot_come(service: Service) -> None:
    assert "1 thu hai 7/12" in say(service, ECHO, "tuan sau di duoc khong, tuan nay ban dam cuoi")


@on_sqlite
@pytest.mark.parametrize("said", ["toi ban thu 4", "khong di duoc thu 4"])
def test_of_a_day_that_does_not_do_the_others_are_listed(service: Service, said: str) -> None:
    say(service, ECHO, said)
    assert asked(service) == ("book", "which_opening")


@on_sqlite
@pytest.mark.parametrize(
    "said", ["buoi sang toi phai di ray", "toi ban buoi sang", "chieu co lam khong, sang toi ban"]
)
def test_who_cannot_come_in_the_morning_is_told_that_there_is_no_afternoon(
    service: Service, said: str
) -> None:
    assert say(service, "dat thuong trach thu 4", said).startswith("Khong co buoi chieu thu tu 2/12")


@on_sqlite
def test_a_month_is_kept_for_the_day_that_follows(service: Service) -> None:
    assert "1 thu hai 4/1" in say(service, "dk ho van a 1985 thuong trach", "sang thang 1")
    assert "8/1" in say(service, "khoang ngay 10")


@on_sqlite
@pytest.mark.parametrize("said", ["the thu 7", "the thu 2 tuan sau"])
def test_then_is_no_card(service: Service, said: str) -> None:
    answer = say(service, "dk ho van a 1985 thuong trach", said)
    assert ("thu bay 5/12" in answer, "thu hai 7/12" in answer) == ("7" in said, True)


@on_sqlite
def test_what_is_asked_of_a_day_moves_nothing(service: Service) -> None:
    say(service, ECHO, "thu 6 can bo co lam viec khong")
    assert speaks(say(service, "1"), "book.booked")
    assert [one.opening.day.isoformat() for one in bookings_of(service)] == ["2026-12-02"]
