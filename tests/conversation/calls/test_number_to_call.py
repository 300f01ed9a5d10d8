"""helpdesk/conversation/calls/number_to_call.py: a phone that she names is the one that is rung."""

import pytest
import sqlalchemy as sa

from helpdesk.people.tables import Reach
from helpdesk.tickets.tables import tickets
from tests.conversation.talk import contact_of, say, speaks, steps
from tests.support.builders import RESIDENT
from tests.support.one_database import on_sqlite
from tests.support.service import Service


def _written(service: Service) -> list[tuple[str, str]]:
    with service.engine.connect() as db:
        rows = db.execute(sa.select(tickets.c.kind, tickets.c.text).order_by(tickets.c.id))
        return [tuple(row) for row in rows]


@pytest.mark.parametrize(
    "text",
    ["goi cho toi so 0912000444", "goi lai cho me toi so 0912000444, may nay muon", "goi so 0912.000.444"],
)
def test_the_number_named_stands_on_the_ticket_and_is_repeated(service: Service, text: str) -> None:
    answer = say(service, text)
    assert (steps(answer), "0912000444" in answer) == (["callback.noted_elsewhere"], True)
    assert _written(service) == [("callback", f"Gọi số 0912000444. {text}")]


def test_without_a_number_or_with_her_own_this_phone_is_rung(service: Service) -> None:
    assert steps(say(service, "GOI LAI")) == ["callback.noted"]
    assert steps(say(service, f"goi lai cho toi so {RESIDENT.phone}")) == ["callback.noted"]
    assert _written(service) == [("callback", "")]


def test_who_cannot_read_and_asks_to_be_rung_is_rung_now_and_from_now_on(service: Service) -> None:
    assert speaks(say(service, "toi khong biet chu, goi cho toi"), "reach.will_ring_now")
    assert (contact_of(service).reach, _written(service)) == (Reach.CALL.value, [("callback", "")])


def test_who_cannot_read_may_name_another_phone_as_well(service: Service) -> None:
    text = "toi khong biet chu, goi cho toi so 0912000444"
    assert speaks(say(service, text), "reach.will_ring_there")
    assert _written(service) == [("callback", f"Gọi số 0912000444. {text}")]


@on_sqlite
@pytest.mark.parametrize(
    "text",
    [
        "may goi lai cho toi di toi o ban khong co song chi ra dau doc moi co song luc sang som",
        "so nay la may cua chau, goi buoi toi",
        "ba muon can bo goi vo may toi ve chuyen cai the",
        "toi muon noi chuyen bang dien thoai",
        "xin cho cong an xa goi lai so nay co viec gap",
    ],
)
def test_a_plain_order_to_ring_is_taken_with_all_that_is_told_beside_it(service: Service, text: str) -> None:
    assert steps(say(service, text)) == ["callback.noted"]
    assert _written(service) == [("callback", text)]


@on_sqlite
@pytest.mark.parametrize(
    "text", ["goi cho toi lam muc 2 duoc khong", "dung goi cho toi", "nguoi la goi cho toi hoi ma otp"]
)
def test_what_only_speaks_of_calls_orders_none(service: Service, text: str) -> None:
    say(service, text)
    assert _written(service) == []


@on_sqlite
def test_what_she_told_before_stands_on_the_ticket_once(service: Service) -> None:
    before = ["can bo xa lam an kieu gi hen hoai khong lam", "toi di 3 lan roi deu bao may hong"]
    say(service, *before, "goi cho toi ngay")
    told = f"goi cho toi ngay\nĐã nhắn trước: {before[0]} / {before[1]}"
    assert _written(service) == [("callback", told)]
    say(service, "goi lai")
    assert _written(service) == [("callback", told)]


@on_sqlite
def test_another_phone_named_behind_the_request_is_the_one_that_is_rung(service: Service) -> None:
    say(service, "goi lai cho toi luc 5h chieu")
    assert steps(say(service, "goi so 0912000444 cua con toi")) == ["callback.noted_elsewhere"]
    assert steps(say(service, "bao gio moi goi")) == ["still_to_call.tell"]
    assert "0912000444" in _written(service)[0][1]
