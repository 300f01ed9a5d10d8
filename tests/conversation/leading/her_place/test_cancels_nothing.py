"""helpdesk/conversation/leading/her_place/cancels_nothing.py: a denial, a name and an "if" open no question to cancel."""

import pytest

from tests.conversation.talk import asked, book, bookings_of, say, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service

TELLS = "not_cancelled.tell"


@on_sqlite
@pytest.mark.parametrize(
    "text",
    [
        "khong huy dau hoi thoi",
        "tui dau co bieu huy",
        "ai noi toi huy",
        "ten toi la Huy chu khong phai huy lich",
        "co phai toi huy dau, khong huy cho cua toi nha",
    ],
)
def test_who_does_not_cancel_is_not_asked_whether_she_does(service: Service, text: str) -> None:
    book(service)
    assert steps(say(service, text)) == [TELLS]
    assert asked(service) is None
    say(service, "1")
    assert len(bookings_of(service)) == 1


@on_sqlite
def test_what_comes_of_cancelling_is_told_and_nothing_cancelled(service: Service) -> None:
    book(service)
    assert steps(say(service, "neu toi huy thi co bi phat khong")) == ["if_cancelled.tell"]
    assert steps(say(service, "huy lich thi co sao khong")) == ["if_cancelled.tell"]
    assert steps(say(service, "huy roi dat lai duoc k")) == ["if_cancelled.tell"]
    assert len(bookings_of(service)) == 1


@on_sqlite
@pytest.mark.parametrize("text", ["huy giup toi", "hủy đây", "toi muon huy cho"])
def test_who_cancels_is_asked_as_before(service: Service, text: str) -> None:
    book(service)
    assert steps(say(service, text)) == ["cancel.sure"]


@on_sqlite
def test_a_name_that_is_called_is_no_command(service: Service) -> None:
    book(service)
    assert steps(say(service, "Huy oi")) == ["menu.menu"]
    assert steps(say(service, "Xoa oi")) == ["menu.menu"]
    assert steps(say(service, "Huy day, mai toi can mang gi"))[0] == "bring.list"


@on_sqlite
def test_the_deletion_is_not_asked_about_again_behind_an_answer(service: Service) -> None:
    book(service)
    say(service, "XOA")
    assert steps(say(service, "thang Xoa con toi co lam duoc khong")) == ["child.tell"]
    assert asked(service) is None
    say(service, "1")
    assert len(bookings_of(service)) == 1


@on_sqlite
def test_who_asks_what_deleting_is_may_still_answer(service: Service) -> None:
    say(service, "XOA")
    assert steps(say(service, "xoa la gi")) == ["what_is_kept.told", "erase.sure"]


@on_sqlite
@pytest.mark.parametrize(
    "text", ["can bo huy lich cua toi a", "lich cua toi bi huy roi ha", "xa huy buoi roi phai khong"]
)
def test_whether_her_place_was_cancelled_is_told_by_showing_it(service: Service, text: str) -> None:
    book(service)
    assert steps(say(service, text)) == ["my_booking.show"]
