"""helpdesk/conversation/leading/her_place/one_more.py: who wants to come as well touches nobody's place. All are invented."""

from datetime import datetime

import pytest

from tests.conversation.talk import asked, bookings_of, say, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service

COUPLE = "dk ho van a 1985 va vo toi y cuc 1990 thuong trach thu 2"


@on_sqlite
@pytest.mark.parametrize(
    "said",
    ["em toi cung di nua", "vo toi cung di nua nha", "con gái tôi đi nữa được không", "me toi cung muon lam"],
)
def test_who_comes_as_well_joins_and_nothing_is_cancelled(service: Service, said: str) -> None:
    say(service, "dk ho van a 1985 thuong trach thu 4", "1")
    assert steps(say(service, said)) == ["booking_more.who_joins"]
    say(service, "y lan 1995", "1")
    assert [[one.name for one in booking.people] for booking in bookings_of(service)] == [
        ["Ho Van A", "Y Lan"]
    ]


@on_sqlite
def test_on_another_day_she_is_booked_and_the_first_place_stays(service: Service) -> None:
    say(service, "dk ho thi nhai 1985 thuong trach thu 4", "1")
    say(service, "chong toi cung muon di ma thu 6 duoc khong", "ho van xuoi 1979")
    say(service, "1")
    held = {one.people[0].name: one.opening.day.isoformat() for one in bookings_of(service)}
    assert held == {"Ho Thi Nhai": "2026-12-02", "Ho Van Xuoi": "2026-12-04"}


@on_sqlite
@pytest.mark.parametrize(("chosen", "days"), [("1", ["2026-12-02", "2026-12-04"]), ("2", ["2026-12-04"])])
def test_where_she_may_be_the_one_who_is_booked_it_is_asked(
    service: Service, chosen: str, days: list[str]
) -> None:
    say(service, "dk y cuc 1985 thuong trach thu 4", "1")
    assert steps(say(service, "vo toi di thu 6 duoc khong")) == ["more_or_moves.which"]
    if "Dat cho ai" in say(service, chosen):
        say(service, "y lan 1995")
    say(service, "1")
    assert sorted(one.opening.day.isoformat() for one in bookings_of(service)) == days


@on_sqlite
def test_of_several_bookings_it_is_asked_as_well_and_all_are_kept(service: Service) -> None:
    say(service, "dk y cuc 1985 thuong trach thu 4", "1")
    say(service, "dk y nuong 1990 thuong trach thu 6", "1")
    assert steps(say(service, "con trai toi muon lam thu 2")) == ["more_or_moves.which_of_several"]
    say(service, "3")
    assert (len(bookings_of(service)), asked(service)) == (2, None)


@on_sqlite
def test_one_of_those_who_are_booked_moves_alone_or_is_shown_her_place(service: Service) -> None:
    say(service, COUPLE, "1")
    assert say(service, "vo toi di thu 6 duoc khong").startswith("Doi cho Y Cuc 1990 sang thu sau")
    say(service, "2")
    assert steps(say(service, "vo toi cung di"))[0].startswith("my_booking")


@on_sqlite
def test_said_to_a_reminder_the_reminder_is_asked_again(service: Service) -> None:
    say(service, "dk ho van a 1985 thuong trach thu 2", "1")
    service.clock.set(datetime(2026, 12, 4, 11))  # noqa: DTZ001 - commune time
    assert service.sweep("remind") == 1
    say(service, "vo toi cung di", "y lan 1990", "1")
    assert asked(service) == ("reminder", "one")


@on_sqlite
@pytest.mark.parametrize("said", ["vo toi khong di nua", "me toi di rung roi", "em di thu 6 duoc khong"])
def test_what_says_something_else_adds_nobody(service: Service, said: str) -> None:
    say(service, "dk ho van a 1985 thuong trach thu 4", "1")
    assert not steps(say(service, said))[0].startswith(("booking_more", "more_or_moves", "book."))
