"""helpdesk/conversation/leading/her_place/only_her_place.py: a place that is to be deleted is cancelled, and her data stay."""

import pytest

from tests.conversation.talk import book, bookings_of, say, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service


@on_sqlite
@pytest.mark.parametrize(
    "text",
    ["xoa giup toi lich thu 4 thoi, giu ten", "xoa lich thu 4 di", "xoa cho thu 4 giup toi", "xoa het lich"],
)
def test_who_would_have_her_place_deleted_is_asked_whether_it_is_cancelled(
    service: Service, text: str
) -> None:
    book(service)
    assert steps(say(service, text)) == ["cancel.sure"]
    say(service, "1")
    assert bookings_of(service) == []


@on_sqlite
@pytest.mark.parametrize("text", ["xoa thong tin cua toi", "xoa ten toi di", "xoa het"])
def test_who_would_have_her_data_deleted_is_asked_about_them(service: Service, text: str) -> None:
    book(service)
    assert steps(say(service, text)) == ["erase.sure"]


@on_sqlite
@pytest.mark.parametrize("text", ["xoa so dien thoai thoi, lich giu", "xoa ten, giu lich cho toi"])
def test_a_place_that_is_to_stay_is_not_cancelled(service: Service, text: str) -> None:
    book(service)
    assert "cancel" not in str(steps(say(service, text)))
