"""helpdesk/conversation/leading/her_place/all_move.py: of who has two bookings both are moved, each when she says so."""

import pytest

from tests.conversation.talk import bookings_of, say, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service


def _days(service: Service) -> list[str]:
    return sorted(one.opening.day.isoformat() for one in bookings_of(service))


def _booked_twice(service: Service) -> None:
    say(service, "dk ho van xi 1961 thuong trach thu 4", "1")
    say(service, "dk y tu 1963 thuong trach thu 6", "1")


@on_sqlite
@pytest.mark.parametrize(
    "wish", ["chuyen het sang thu 6 tuan sau", "cả hai dời sang 11/12", "doi tat ca qua 11/12"]
)
def test_both_are_asked_about_one_behind_the_other(service: Service, wish: str) -> None:
    _booked_twice(service)
    assert "Ho Van Xi" in say(service, wish)
    second = say(service, "1")
    assert (steps(second), "Y Tu" in second) == (["reschedule.moved", "reschedule.that_day"], True)
    say(service, "1")
    assert _days(service) == ["2026-12-11", "2026-12-11"]


@on_sqlite
def test_asked_which_she_may_say_both_and_keep_one(service: Service) -> None:
    _booked_twice(service)
    assert steps(say(service, "doi sang 11/12")) == ["reschedule.which"]
    say(service, "ca hai", "2")
    say(service, "1")
    assert _days(service) == ["2026-12-02", "2026-12-11"]


@on_sqlite
def test_what_is_on_that_day_already_stays(service: Service) -> None:
    _booked_twice(service)
    assert "Ho Van Xi" in say(service, "doi het sang thu 6")
    assert steps(say(service, "1")) == ["reschedule.moved"]
    assert _days(service) == ["2026-12-04", "2026-12-04"]


@on_sqlite
def test_all_of_one_booking_are_that_booking(service: Service) -> None:
    say(service, "dk ho van xi 1961, y tu 1963 thuong trach thu 4", "1", "doi het sang thu 6")
    assert steps(say(service, "1")) == ["reschedule.moved"]
    assert _days(service) == ["2026-12-04"]
