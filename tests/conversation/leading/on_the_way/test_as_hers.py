"""helpdesk/conversation/leading/on_the_way/as_hers.py: for others the place and the day that she has herself."""

import pytest

from tests.conversation.talk import book, say, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service


@on_sqlite
@pytest.mark.parametrize(
    "texts",
    [
        ("dat cho cho me toi nua, cung ngay voi toi", "Ho Thi Gia 1949"),
        ("đặt cho hàng xóm cùng buổi với tui", "Ho Thi Gia 1949"),
        ("DAT", "Ho Thi Gia 1949, cung buoi do luon"),
        ("DAT", "1", "cung ngay voi toi", "Ho Thi Gia 1949"),
    ],
)
def test_neither_place_nor_day_is_asked_again(service: Service, texts: tuple[str, ...]) -> None:
    book(service, opening=1)
    told = say(service, *texts)
    assert "Ho Thi Gia 1949" in told
    assert "thu tu 2/12" in told
    assert steps(told)[0] in ("book.confirm", "booking_more.join_them")


@on_sqlite
def test_of_two_days_at_her_place_she_chooses(service: Service) -> None:
    book(service, opening=1)
    say(service, "dk ho thi b 1990 trung tam thuong trach thu 6", "1")
    assert steps(say(service, "dat cho me toi, cung ngay voi toi")) == ["book.which_opening"]


@on_sqlite
def test_of_who_has_no_place_it_says_nothing(service: Service) -> None:
    assert steps(say(service, "dat cho me toi, cung ngay voi toi"))[-1] == "book.where"
