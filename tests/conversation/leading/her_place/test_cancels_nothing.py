"""helpdesk/conversation/leading/her_place/cancels_nothing.py: a denial, a name and an "if" open no question to cancel."""

import pytest

from tests.conversation.talk import asked, book, bookings_of, contact_of, say, steps
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


@on_sqlite
@pytest.mark.parametrize("text", ["toi gap anh Huy", "anh Huy can bo co o do khong"])
def test_an_officer_called_huy_is_no_wish_to_cancel(service: Service, text: str) -> None:
    book(service)
    assert "cancel.sure" not in steps(say(service, text))


@on_sqlite
def test_who_is_booked_may_be_called_huy(service: Service) -> None:
    book(service, names="Ho Van Huy 1990")
    for text in ("Huy di duoc roi", "Huy bi om"):
        assert "cancel.sure" not in steps(say(service, text))
    assert steps(say(service, "Huy")) == ["cancel.sure"]


@on_sqlite
@pytest.mark.parametrize("text", ["co phai huy khong", "sao lai huy cua toi", "lich cua toi bi huy roi a"])
def test_whether_hers_is_cancelled_is_told_by_her_place(service: Service, text: str) -> None:
    book(service)
    assert steps(say(service, text)) == ["my_booking.show"]


@on_sqlite
@pytest.mark.parametrize("text", ["dung xoa thong tin cua toi", "ai bao xoa", "khong phai xoa, hoi thoi"])
def test_who_does_not_delete_is_not_asked_whether_she_does(service: Service, text: str) -> None:
    book(service)
    assert steps(say(service, text)) == ["not_deleted.tell"]
    say(service, "XOA")
    assert steps(say(service, text)) == ["erase.kept"]
    assert len(bookings_of(service)) == 1


@on_sqlite
@pytest.mark.parametrize(
    "text", ["toi khong muon ngung nhan tin", "dung ngung tin nhan nhe", "khong phai tu choi"]
)
def test_who_does_not_stop_our_messages_has_them_still(service: Service, text: str) -> None:
    assert steps(say(service, text)) == ["still_texts.tell"]
    assert contact_of(service).opted_out_at is None


@on_sqlite
@pytest.mark.parametrize("text", ["khong muon nhan tin nua", "TC", "dung nhan tin nua"])
def test_who_stops_them_has_stopped_them(service: Service, text: str) -> None:
    say(service, text)
    assert contact_of(service).opted_out_at is not None
