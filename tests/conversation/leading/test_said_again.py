"""helpdesk/conversation/leading/said_again.py: our last answer once more, and nothing changed by it. All are invented."""

import pytest

from helpdesk.people.tables import Reach
from tests.conversation.talk import book, contact_of, say, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service

AGAIN = [
    "noi lai di",
    "nhac lai",
    "gui lai tin vua roi",
    "nhan lai cho toi tin luc nay",
    "nhan tin lai cai luc nay cho con toi doc",
    "cau luc nay noi gi toi quen roi",
    "say that again",
]


@on_sqlite
@pytest.mark.parametrize("text", AGAIN)
def test_the_last_answer_is_said_again(service: Service, text: str) -> None:
    assert steps(say(service, "lam o dau", "mang gi")) == ["bring.list"]
    assert steps(say(service, text)) == ["bring.list"]


@on_sqlite
@pytest.mark.parametrize("text", AGAIN[:6])
def test_who_is_rung_is_rung_on(service: Service, text: str) -> None:
    say(service, "GOI THAY")
    assert steps(say(service, text)) == ["reach.will_ring"]
    assert contact_of(service).reach == Reach.CALL.value


@on_sqlite
def test_what_told_of_her_place_is_her_place(service: Service) -> None:
    book(service)
    assert steps(say(service, "noi lai di")) == ["my_booking.show"]


@on_sqlite
def test_the_open_question_is_asked_again(service: Service) -> None:
    assert steps(say(service, "DAT", "nhan lai tin vua roi")) == ["book.where"]


@on_sqlite
@pytest.mark.parametrize(
    "text", ["nhan tin lai", "goi lai", "lam lai the can cuoc", "nhac lai lich hen cho toi"]
)
def test_what_is_wished_again_is_another_thing(service: Service, text: str) -> None:
    say(service, "mang gi")
    assert steps(say(service, text)) != ["bring.list"]
