"""helpdesk/conversation/leading/on_the_way/any_room.py: who asks whether there is room is shown the days that have some."""

import pytest

from tests.conversation.talk import asked, say
from tests.support.one_database import on_sqlite
from tests.support.service import Service

ASKS = ["thu 6 thuong trach con may cho", "trung tam thuong trach con cho khong", "thuong trach het cho chua"]


@on_sqlite
@pytest.mark.parametrize("text", ASKS)
def test_the_days_with_room_are_the_answer(service: Service, text: str) -> None:
    assert "1 thu tu 2/12" in say(service, text)
    assert asked(service) == ("book", "which_opening")


@on_sqlite
def test_where_the_list_is_open_it_is_no_no(service: Service) -> None:
    say(service, "dat", "1")
    assert "1 thu tu 2/12" in say(service, "con cho khong")
    assert asked(service) == ("book", "which_opening")


@on_sqlite
def test_a_week_that_is_asked_about_is_the_one_that_is_listed(service: Service) -> None:
    say(service, "tuan sau co lam khong")
    assert "1 thu hai 7/12" in say(service, "1")
    assert asked(service) == ("book", "which_opening")


@on_sqlite
def test_the_days_are_asked_for_in_other_words_as_well(service: Service) -> None:
    say(service, "ngay nao con cho")
    assert asked(service) == ("book", "where")


@on_sqlite
@pytest.mark.parametrize("text", ["mai thi sao", "thu 6 thi sao", "the tuan sau thi rang"])
def test_a_day_that_is_asked_about_is_nobody_to_be_booked(service: Service, text: str) -> None:
    say(service, text)
    assert asked(service) == ("book", "where")
    assert "Sao" not in say(service, "1")
