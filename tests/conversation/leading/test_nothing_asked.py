"""helpdesk/conversation/leading/nothing_asked.py: who waits, has enough, or sent it by mistake wants nothing now. All are invented."""

import pytest

from tests.conversation.talk import book, bookings_of, say, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service

LET_BE = ["let_be.as_you_wish"]


@on_sqlite
@pytest.mark.parametrize("text", ["doi cho toi mot lat", "cho chut", "doi ti nua nhe"])
def test_who_asks_us_to_wait_changes_no_day(service: Service, text: str) -> None:
    before = book(service)
    assert steps(say(service, text)) == LET_BE
    (booking,) = bookings_of(service)
    assert booking.opening.id == before.opening.id


@on_sqlite
def test_who_has_enough_is_let_be_and_asked_about_a_place_that_she_has(service: Service) -> None:
    assert steps(say(service, "thoi khong lam nua phien qua")) == LET_BE
    book(service)
    assert steps(say(service, "thoi khong lam nua phien qua")) == ["cannot_come.one"]


@on_sqlite
def test_a_text_for_somebody_else_is_one_by_mistake(service: Service) -> None:
    assert steps(say(service, "me oi chieu nay me ve chua")) == ["unknown.short_menu"]
    assert steps(say(service, "a nham so")) == LET_BE


@on_sqlite
def test_good_wishes_are_thanked_for(service: Service) -> None:
    assert steps(say(service, "chuc can bo suc khoe")) == ["thanks.welcome"]


@on_sqlite
@pytest.mark.parametrize("text", ["doi sang thu 6", "doi ngay cho toi"])
def test_who_would_change_the_day_is_asked_which(service: Service, text: str) -> None:
    book(service)
    assert steps(say(service, text))[0].startswith(("reschedule", "cannot_come"))


@on_sqlite
@pytest.mark.parametrize("text", ["khong phai cai do", "khong cai nao"])
def test_who_refuses_an_answer_is_asked_what_she_means(service: Service, text: str) -> None:
    say(service, "mang gi")
    assert steps(say(service, text)) == ["unknown.short_menu"]


@on_sqlite
def test_who_greets_in_lao_is_asked_for_her_language(service: Service) -> None:
    assert steps(say(service, "sabaidee")) == ["language.which"]
