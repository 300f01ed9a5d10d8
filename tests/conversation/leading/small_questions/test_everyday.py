"""Everyday questions of phones, the app, other offices, and what only officials know. All are invented."""

import pytest

from tests.conversation.talk import asked, say, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service


@on_sqlite
@pytest.mark.parametrize(
    ("text", "flow"),
    [
        ("di chup hinh mac ao gi", "ask_officials"),
        ("luc chup anh co phai mac ao trang khong", "ask_officials"),
        ("mot ngay lam duoc may nguoi", "ask_officials"),
        ("toi lam muc 2 nam ngoai roi nay co phai lam lai ko", "ask_officials"),
        ("lay chong doi ho khau roi co phai lam lai muc 2", "ask_officials"),
        ("di kham benh dung vneid duoc ko", "ask_officials"),
        ("vneid voi vssid giong nhau khong", "ask_officials"),
        ("khong co van tay thi sao, tay no bi cut", "fingerprints"),
        ("toi khong co dien thoai nao het", "no_phone"),
        ("nha toi khong ai co dien thoai ca, nhan nho may hang xom", "no_phone"),
        ("ban toi khong co song khong co dien thi lam sao nhan ma", "no_signal"),
        ("doi sim 3g len 4g", "at_the_operator"),
        ("con cua toi chet dien thoai roi, may khong len", "other_matters"),
        ("mat khau phai dat bao nhieu chu", "password_rules"),
        ("mat khau dat kieu chi", "password_rules"),
        ("vneid bao cap nhat la gi", "install"),
        ("tich hop bang lai xe vao vneid o dau", "papers_into_app"),
        ("chup anh the can cuoc gui qua day duoc khong", "no_photos"),
        ("tai app ve tu lam o nha duoc khong", "where"),
        ("tien nguoi gia cua me tui nhan qua dau", "other_matters"),
        ("bao gio ban tui co dien", "other_matters"),
        ("lich tiem chung o ban lom", "other_matters"),
    ],
)
def test_each_has_its_answer(service: Service, text: str, flow: str) -> None:
    assert {told.partition(".")[0] for told in steps(say(service, text))} == {flow}


@on_sqlite
@pytest.mark.parametrize(
    ("text", "flow"),
    [
        ("khong co dien thoai thong minh", "no_smartphone"),
        ("dien thoai toi khong len mang", "no_smartphone"),
        ("may cu hong, may moi dang nhap sao", "new_phone"),
        ("quen mat khau vneid lay lai the nao", "forgot_password"),
        ("duoc uu tien nguoi gia khong", "queue"),
        ("mat dien thoai roi", "lost_phone"),
    ],
)
def test_what_only_sounds_like_one_keeps_its_own_answer(service: Service, text: str, flow: str) -> None:
    assert {told.partition(".")[0] for told in steps(say(service, text))} == {flow}


def test_what_is_open_is_asked_again_behind_it(service: Service) -> None:
    say(service, "DAT")
    assert steps(say(service, "di chup hinh mac ao gi")) == ["ask_officials.tell", "book.where"]
    assert asked(service) == ("book", "where")
