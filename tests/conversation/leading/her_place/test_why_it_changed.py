"""helpdesk/conversation/leading/her_place/why_it_changed.py: why her day or her place was changed by others. All are invented."""

import pytest

from tests.conversation.talk import asked, book, say, steps
from tests.conversation.telling.test_day_notices import called_off, later, leave
from tests.support.one_database import on_sqlite
from tests.support.service import Service

ASKS = ["tai sao", "vi sao huy", "sao lai hoan", "sao doi ngay", "rang lai huy rua", "ly do gi", "why"]


@pytest.fixture
def off(service: Service) -> Service:
    """She is booked, her day is called off, and she has read so."""
    called_off(service, book(service))
    later(service)
    leave(service)
    return service


@on_sqlite
@pytest.mark.parametrize("text", ASKS)
def test_the_news_says_why_while_it_is_open(off: Service, text: str) -> None:
    assert steps(say(off, text))[0] == "day_changed.choose"


@pytest.mark.parametrize("text", ASKS)
def test_the_reason_is_told_behind_it_and_nothing_is_cancelled(off: Service, text: str) -> None:
    say(off, "1")
    answer = say(off, text)
    assert steps(answer) == ["why_it_changed.day"]
    assert "do sat lo duong" in answer
    assert asked(off) is None


@on_sqlite
@pytest.mark.parametrize("text", ["sao phai lam muc 2", "vi sao bi khoa", "sao chua lam duoc muc 2"])
def test_another_why_is_another_question(off: Service, text: str) -> None:
    say(off, "1")
    assert steps(say(off, text)) != ["why_it_changed.day"]


@on_sqlite
def test_who_was_told_of_no_change_asks_about_level_2(service: Service) -> None:
    book(service)
    assert steps(say(service, "tai sao")) != ["why_it_changed.person"]
