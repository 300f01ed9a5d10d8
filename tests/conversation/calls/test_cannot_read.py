"""helpdesk/conversation/calls/cannot_read.py: the reason before the wish to be told otherwise."""

import pytest
import sqlalchemy as sa

from helpdesk.conversation.calls.cannot_read import told_otherwise
from helpdesk.conversation.understanding.understand import Understood
from helpdesk.tickets.tables import tickets
from tests.conversation.talk import book, count, say, steps
from tests.support.service import Service


def test_the_wish_behind_the_reason_is_understood() -> None:
    said = told_otherwise("không biết chữ, nhắn cho hàng xóm giúp")
    assert said == Understood(intent="reach", facts={"reach_said": "neighbour"})
    named = told_otherwise("toi khong biet chu, nho nhan cho ong truong ban 0912000111")
    assert named is not None
    assert named.facts == {"reach_said": "neighbour", "neighbour_said": "+84912000111"}


@pytest.mark.parametrize(
    "text",
    [
        "toi mu chu",
        "mắt kém",
        "khong doc duoc tin nhan",
        "cannot read",
        "toi bi mu khong doc duoc",
        "hem biet chu nhieu, hong hieu",
        "toi mu ca hai mat chau toi nhan tin giup",
        "toi khong thay duong",
    ],
)
def test_the_reason_alone_asks_how_she_wants_to_be_told(text: str) -> None:
    assert told_otherwise(text) == Understood(intent="reach")


@pytest.mark.parametrize(
    "text", ["khong co the", "chua co tin nhan bao ket qua", "khong quet duoc chip", "Mat 1990"]
)
def test_other_texts_are_left_to_the_understanding(text: str) -> None:
    assert told_otherwise(text) is None


def test_with_nothing_booked_she_is_rung_now_for_nobody_would_ring_her_otherwise(service: Service) -> None:
    assert steps(say(service, "toi khong biet chu")) == ["reach.how"]
    assert steps(say(service, "1")) == ["reach.will_ring_now"]
    assert count(service, tickets) == 1


def test_who_has_a_place_is_rung_about_that(service: Service) -> None:
    book(service)
    assert steps(say(service, "toi khong biet chu", "1")) == ["reach.will_ring"]
    assert count(service, tickets) == 0


def test_who_cannot_read_and_tells_much_is_offered_a_person_and_her_words_go_along(service: Service) -> None:
    told = "toi khong biet chu nho con go ho nha co 3 dua con khong co dien thoai can mang gi khi nao doi den"
    assert steps(say(service, told)) == ["human.how"]
    assert steps(say(service, "1")) == ["callback.noted"]
    with service.engine.connect() as db:
        assert db.execute(sa.select(tickets.c.text)).scalar_one() == f"Đã nhắn trước: {told}"


def test_who_cannot_read_still_books() -> None:
    assert (
        told_otherwise("toi khong biet chu dat cho cho toi Ho Thi A 1960 trung tam thuong trach thu 4 nhe")
        is None
    )
