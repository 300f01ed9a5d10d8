"""helpdesk/conversation/leading/on_the_way/still_booking.py: a booking is not dropped by chance. All are invented."""

import pytest

from tests.conversation.talk import asked, say
from tests.support.one_database import on_sqlite
from tests.support.service import Service

BOOKS = "dk Ho Van Be 2015 trung tam xa thuong trach thu 4"


@on_sqlite
def test_a_question_leaves_it_open(service: Service) -> None:
    say(service, BOOKS, "me no di cung co can dat khong")
    assert asked(service) == ("book", "consent")


@on_sqlite
@pytest.mark.parametrize("text", ["huy", "toi khong dat nua", "thoi khong dat nua"])
def test_who_lets_it_be_says_so(service: Service, text: str) -> None:
    say(service, BOOKS, text)
    assert asked(service) != ("book", "consent")
