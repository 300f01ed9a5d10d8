"""helpdesk/conversation/leading/matters/what_a_word_means.py: words of our own texts may be asked about at any moment."""

import pytest

from tests.conversation.talk import asked, book, say, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service


@on_sqlite
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("otp la gi", "what_it_means.otp"),
        ("ma otp la cai chi", "what_it_means.otp"),
        ("la gi vay passcode", "what_it_means.passcode"),
        ("vneid la chi", "what_it_means.vneid"),
        ("muc 1 la chi khac muc 2 cho mo", "what_it_means.level_2"),
        ("the con han la rang? coi o mo", "what_it_means.valid"),
        ("the xanh la the gi", "what_it_means.card"),
        ("mat khau la gi", "what_it_means.password"),
        ("app la gi", "what_it_means.vneid"),
        ("nfc la the nao", "what_it_means.nfc"),
        ("email la gi vay", "what_it_means.email"),
    ],
)
def test_the_word_is_told_in_plain_ones(service: Service, text: str, told: str) -> None:
    assert steps(say(service, text)) == [told]


@on_sqlite
def test_the_words_of_her_confirmation_are_told(service: Service) -> None:
    book(service)
    assert steps(say(service, "so 1 la so chi")) == ["what_it_means.number"]
    assert steps(say(service, "7h30-8h30 la sao")) == ["what_it_means.come_at"]
    assert steps(say(service, "lam duoc muc 2 nghia la rang")) == ["not_that_day.tell"]


@on_sqlite
def test_the_question_with_the_word_stands_behind_it(service: Service) -> None:
    say(service, "BUOC", "1")
    for text in ("the la the nao vay", "the xanh la the gi"):
        assert steps(say(service, text)) == ["what_it_means.card", "steps.card"]
    assert asked(service) == ("steps", "card")


@on_sqlite
@pytest.mark.parametrize("text", ["quen passcode", "mat the can cuoc", "co ai hoi otp", "the het han"])
def test_what_asks_for_no_meaning_is_answered_as_before(service: Service, text: str) -> None:
    assert not steps(say(service, text))[0].startswith("what_it_means")
