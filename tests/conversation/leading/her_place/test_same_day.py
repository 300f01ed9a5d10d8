"""helpdesk/conversation/leading/her_place/same_day.py: one of hers on the day of another, and what is asked of a place."""

import pytest

from tests.conversation.talk import bookings_of, say, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service


@on_sqlite
@pytest.mark.parametrize("said", ["cho hồ pot đi cùng ngày với mẹ", "cho ho pot di cung ngay voi y thom"])
def test_he_moves_to_her_day_when_it_is_agreed_to(service: Service, said: str) -> None:
    say(service, "dk y thom 1971 thuong trach 4/12", "1")
    say(service, "dk ho pot 1990 thuong trach 9/12", "1")
    assert say(service, said).startswith("Doi sang thu sau 4/12")
    say(service, "1")
    assert {one.opening.day.isoformat() for one in bookings_of(service)} == {"2026-12-04"}


@on_sqlite
def test_somebody_more_on_the_day_of_her_booking_is_asked_for_no_day(service: Service) -> None:
    say(service, "dk ho van a 1985 thuong trach thu 4", "1")
    assert "Ho Van X 1990" in (asked := say(service, "dk ho van x 1990 cung ngay voi toi"))
    assert "thu tu 2/12" in asked


@on_sqlite
@pytest.mark.parametrize("said", ["được chưa", "thế có chắc không", "danh sách tôi gửi có ai rồi"])
def test_whether_it_is_so_is_answered_by_her_place(service: Service, said: str) -> None:
    say(service, "dk ho van a 1985 thuong trach thu 4", "1")
    assert steps(say(service, said))[0].startswith("my_booking")


@on_sqlite
def test_nobody_of_hers_comes_to_any_of_her_days(service: Service) -> None:
    say(service, "dk ho van xi 1961 thuong trach thu 4", "1")
    say(service, "dk y tu 1963 thuong trach thu 6", "1")
    assert steps(say(service, "thôi cả nhà tôi không đi nữa")) == ["cancel.sure_every"]
