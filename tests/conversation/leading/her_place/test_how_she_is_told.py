"""helpdesk/conversation/leading/her_place/how_she_is_told.py: who has borrowed the phone asks how she is reminded."""

import pytest

from tests.conversation.talk import asked, book, say
from tests.support.one_database import on_sqlite
from tests.support.service import Service


@on_sqlite
@pytest.mark.parametrize(
    "text",
    [
        "toi tra may roi, nhac toi bang cach nao",
        "máy này mượn, nhắc tui kiểu chi",
        "toi khong co may thi bao toi sao",
    ],
)
def test_she_is_asked_how(service: Service, text: str) -> None:
    book(service)
    say(service, text)
    assert asked(service) == ("reach", "how")


@on_sqlite
@pytest.mark.parametrize(
    "text", ["lam sao bao mat khau cho con", "nhan tin cho vo toi biet", "nhac lai cau hoi"]
)
def test_nothing_else_asks_how(service: Service, text: str) -> None:
    book(service)
    say(service, text)
    assert asked(service) != ("reach", "how")
