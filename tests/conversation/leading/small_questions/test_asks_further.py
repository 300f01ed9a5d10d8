"""helpdesk/conversation/leading/small_questions/asks_further.py: what "o dau", "bao lau" ask behind an answer. All are invented."""

import pytest

from tests.conversation.talk import book, say, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service

OPERATOR = ["at_the_operator.tell"]


@on_sqlite
@pytest.mark.parametrize(
    "text",
    ["lam sim o dau", "sim viettel lam o mo", "nha mang o mo", "lam sim het bao nhieu", "phai ra viettel a"],
)
def test_a_sim_is_the_operators(service: Service, text: str) -> None:
    assert steps(say(service, text)) == OPERATOR


@on_sqlite
@pytest.mark.parametrize("text", ["lam o dau", "o mo", "bao lau", "mat bao nhieu", "hoi ai"])
def test_behind_a_sim_it_is_asked_of_that(service: Service, text: str) -> None:
    assert steps(say(service, "sim khong chinh chu", text)) == OPERATOR


@on_sqlite
@pytest.mark.parametrize("text", ["o mo", "vay hoi ai", "bao lau"])
def test_behind_what_is_not_ours_it_is_not_either(service: Service, text: str) -> None:
    assert steps(say(service, "tien tro cap nguoi gia", text)) == ["other_matters.ask_elsewhere"]


@on_sqlite
def test_a_sim_that_was_shut_is_no_account(service: Service) -> None:
    say(service, "lap sim sang may khac gio khong goi duoc")
    assert steps(say(service, "sao khoa")) == OPERATOR


@on_sqlite
def test_behind_level_2_it_is_asked_of_level_2(service: Service) -> None:
    assert steps(say(service, "mang gi", "bao lau")) == ["duration.tell"]


@on_sqlite
def test_where_of_who_has_a_place_is_her_place(service: Service) -> None:
    book(service)
    assert steps(say(service, "mang gi", "o dau"))[0] == "my_booking.show"


@on_sqlite
@pytest.mark.parametrize("text", ["xin sim o dau", "sim dung ten toi roi lam muc 2 o dau"])
def test_a_free_sim_and_level_2_are_no_matter_of_an_operator(service: Service, text: str) -> None:
    assert steps(say(service, text)) != OPERATOR


def test_how_long_behind_an_offer_to_ring_has_the_offer_again(service: Service) -> None:
    assert steps(say(service, "muon dien thoai", "bao lau")) == ["loan_phone.offer"]


@on_sqlite
@pytest.mark.parametrize(
    ("before", "text", "told"),
    [
        ("mat the roi", "lam lai o mo", "card_place.tell"),
        ("mat the roi", "lay the o dau", "card_ready.tell"),
        ("toi lam the roi ma chua lay duoc the", "bao gio lay duoc the", "card_ready.tell"),
        ("da 1 thang chua co tin bao", "lay the o mo", "card_ready.tell"),
        ("mang gi", "o dau", "where.tell"),
        ("mang gi", "y la sao", "other_words.tell"),
    ],
)
def test_it_is_asked_of_what_was_answered(service: Service, before: str, text: str, told: str) -> None:
    assert steps(say(service, before, text)) == [told]


def test_what_means_nothing_before_anything_was_said(service: Service) -> None:
    assert steps(say(service, "la sao")) != ["other_words.tell"]


@on_sqlite
def test_in_english_too(service: Service) -> None:
    answer = say(service, "my sim is not in my name", "where do i get one")
    assert answer.startswith("SIMs are the operator's matter")
