"""helpdesk/conversation/leading/she_cannot_come.py: why she may not come, said to no question. All persons are invented."""

import pytest

from tests.conversation.talk import asked, book, say
from tests.support.service import Service


@pytest.mark.parametrize("text", ["xe hong roi", "chau om roi", "nuoc lut lon qua"])
def test_whoever_has_a_place_is_asked_what_is_to_become_of_it(service: Service, text: str) -> None:
    book(service)
    say(service, text)
    assert asked(service) == ("cannot_come", "one")


@pytest.mark.parametrize("text", ["xe hong roi", "chau om roi"])
def test_who_has_none_is_asked_nothing_of_it(service: Service, text: str) -> None:
    say(service, text)
    assert (asked(service) or ("",))[0] != "cannot_come"


@pytest.mark.parametrize("text", ["ban tuoc", "bao gio co", "o dau", "mua sim o dau"])
def test_a_village_and_a_question_are_no_reason(service: Service, text: str) -> None:
    book(service)
    say(service, text)
    assert (asked(service) or ("",))[0] != "cannot_come"
