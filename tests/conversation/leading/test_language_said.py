"""Who says how she would be written to has it at once; a word that may be another one is asked about."""

import pytest

from helpdesk.text.folding import fold
from helpdesk.tickets.tables import tickets
from tests.conversation.talk import count, say, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service

WHAT_IT_IS = "Định danh điện tử mức 2."


@on_sqlite
@pytest.mark.parametrize(
    "text",
    [
        "viet co dau nhe",
        "tieng viet co dau",
        "nhắn có dấu",
        "with accents",
        "nhan tin co dau giup toi",
        "tin co dau",
    ],
)
def test_who_asks_for_accents_has_them(service: Service, text: str) -> None:
    told = say(service, text)
    assert (steps(fold(told)), told.endswith(WHAT_IT_IS)) == (["accents.done"], True)


@on_sqlite
@pytest.mark.parametrize("text", ["viet khong dau", "nhắn tin không dấu", "without accents", "no accents"])
def test_who_wants_none_has_none(service: Service, text: str) -> None:
    say(service, "viet co dau")
    told = say(service, text)
    assert (steps(told), told.endswith("Dinh danh dien tu muc 2.")) == (["accents.done"], True)


@on_sqlite
@pytest.mark.parametrize("text", ["co dau", "khong dau", "accents"])
def test_what_may_mean_something_else_is_asked_about(service: Service, text: str) -> None:
    assert steps(say(service, text)) == ["accents.which"]


@on_sqlite
def test_where_officials_are_asked_it_is_no_question_for_them(service: Service) -> None:
    assert steps(say(service, "gap can bo", "viet khong dau"))[0] == "accents.done"
    assert count(service, tickets) == 0
