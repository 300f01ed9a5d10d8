"""helpdesk/conversation/leading/matters/needs_somebody.py: who knows nothing is offered a person, and takes it in her words."""

import pytest

from helpdesk.tickets.tables import tickets
from tests.conversation.talk import count, say, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service


@on_sqlite
@pytest.mark.parametrize(
    "text",
    ["toi khong biet gi het", "toi so lam", "ai chi giup toi", "con ai giup khong", "co ai huong dan khong"],
)
def test_who_knows_nothing_is_offered_a_person_and_no_list(service: Service, text: str) -> None:
    assert steps(say(service, text)) == ["human.how"]
    assert count(service, tickets) == 0


@on_sqlite
def test_who_would_help_is_a_yes_to_the_offer_of_a_person(service: Service) -> None:
    say(service, "asdf qwer", "zzzt hhh")
    assert steps(say(service, "ai chi giup")) == ["callback.noted"]


@on_sqlite
@pytest.mark.parametrize("text", ["con gi nua khong", "vay la xong a", "can mang gi nua khong"])
def test_whether_there_is_anything_else_is_no_no(service: Service, text: str) -> None:
    say(service, "lam de duoc gi")
    assert steps(say(service, text)) == ["now_what.offer"]


@on_sqlite
@pytest.mark.parametrize("text", ["ai lam duoc", "khong biet mat khau", "ai lam muc 2 duoc"])
def test_other_questions_with_the_same_words_are_answered(service: Service, text: str) -> None:
    assert "human.how" not in steps(say(service, text))
