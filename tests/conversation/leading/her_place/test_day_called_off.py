"""helpdesk/conversation/leading/her_place/day_called_off.py: nobody is promised a place on a day that is off. All are invented."""

import pytest

from tests.conversation.talk import asked, book, bookings_of, say, steps
from tests.conversation.telling.test_day_notices import called_off, later, leave
from tests.support.service import Service


@pytest.fixture
def off(service: Service) -> Service:
    """She is booked, her day is called off, and she has read so."""
    called_off(service, book(service))
    later(service)
    leave(service)
    return service


@pytest.mark.parametrize(
    "text",
    ["bao gio lam lai", "khi nao lam lai", "ngay do co mua dau", "toi khong den duoc", "sao lai huy the"],
)
def test_what_she_asks_of_it_is_answered_by_the_days_once_more(off: Service, text: str) -> None:
    answer = say(off, text)
    assert steps(answer)[0] == "day_changed.choose"
    assert "1 thu sau 4/12" in answer
    assert asked(off) == ("day_changed", "choose")


def test_a_number_behind_it_is_the_day_of_that_list(off: Service) -> None:
    assert steps(say(off, "bao gio lam lai", "1")) == ["day_changed.moved_on"]


def test_who_waits_and_cannot_come_keeps_no_place_on_the_day_that_is_off(off: Service) -> None:
    say(off, "thoi")
    assert steps(say(off, "chau om khong di duoc")) == ["cannot_come.called_off"]
    assert steps(say(off, "3")) == ["awaits_new_day.waits"]
    assert len(bookings_of(off)) == 1
