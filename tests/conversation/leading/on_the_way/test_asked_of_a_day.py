"""helpdesk/conversation/leading/on_the_way/asked_of_a_day.py: what if they do not come, and must the others agree. Names are invented."""

import pytest

from tests.conversation.talk import asked, bookings_of, say, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service

TWO = "dk ho van b 1980, ho thi c 1985 trung tam thuong trach thu 4"


@on_sqlite
def test_who_asks_what_if_they_do_not_come_is_told_and_has_the_dates_still(service: Service) -> None:
    say(service, "khi mo can bo ve ban tuoc")
    assert steps(say(service, "neu khong ve thi sao"))[0] == "if_called_off.tell"
    assert asked(service) == ("visit_when", "here")


@on_sqlite
def test_without_dates_before_her_they_must_be_named(service: Service) -> None:
    assert steps(say(service, "neu doi khong ve thi lam sao")) == ["if_called_off.tell"]


@on_sqlite
@pytest.mark.parametrize("text", ["neu toi khong den thi sao", "khong ve duoc"])
def test_who_does_not_come_herself_is_not_meant(service: Service, text: str) -> None:
    assert steps(say(service, text))[:1] != ["if_called_off.tell"]


@pytest.mark.parametrize("text", ["ho co biet toi dk cho ho ko, co can ho dong y ko", "ho chua biet dau"])
def test_those_she_books_for_must_agree_and_nothing_is_booked_yet(service: Service, text: str) -> None:
    say(service, TWO)
    assert steps(say(service, text)) == ["others_agree.tell", "book.consent"]
    assert bookings_of(service) == []
