"""helpdesk/conversation/leading/matters/told_otherwise_again.py: a neighbour is not to be troubled any more."""

from tests.conversation.talk import say, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service


@on_sqlite
def test_who_wants_no_neighbour_told_any_more_is_asked_how_then(service: Service) -> None:
    say(service, "nho ong truong ban nhan giup 0987654321")
    assert steps(say(service, "thoi ko nho ong ay nua")) == ["reach.how"]


@on_sqlite
def test_who_never_named_one_has_nothing_to_change(service: Service) -> None:
    assert steps(say(service, "thoi ko nho ong ay nua")) != ["reach.how"]


@on_sqlite
def test_who_wants_to_be_told_herself_after_all_is_texted(service: Service) -> None:
    say(service, "nho ong truong ban nhan giup 0987654321")
    assert steps(say(service, "thoi bao cho toi thoi")) == ["reach.will_text"]
