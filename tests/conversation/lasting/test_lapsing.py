"""helpdesk/conversation/lasting/lapsing.py: a late, a doubled and a homeless answer do nothing, and she is told so kindly."""

from datetime import datetime, timedelta

import pytest

from helpdesk.conversation.lasting.lapsing import UNANSWERED
from helpdesk.messaging.tables import inbound_messages
from tests.conversation.talk import asked, book, bookings_of, choose, conversation, count, say, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service


@pytest.mark.parametrize("swept", [True, False], ids=["swept", "not swept"])
def test_a_1_after_more_than_three_days_books_nothing_and_is_told_what_it_was_about(
    service: Service, *, swept: bool
) -> None:
    choose(service)
    service.clock.advance(UNANSWERED + timedelta(seconds=1))
    if swept:
        assert service.sweep("forget") == 1
    answer = say(service, "1")
    assert steps(answer) == ["which_topic.too_late"]
    assert answer.splitlines()[1:] == ["1 Dat cho", "2 Viec khac"]
    assert bookings_of(service) == []
    assert count(service, inbound_messages, inbound_messages.c.understood == "late") == 1
    assert steps(say(service, "1")) == ["book.where"], "and that 1 is for what was asked last"


def test_exactly_three_days_are_not_too_late(service: Service) -> None:
    choose(service, opening=3)
    service.clock.advance(UNANSWERED)
    service.sweep("forget")
    assert steps(say(service, "1")) == ["book.booked"]


def test_a_late_yes_cancels_nothing(service: Service) -> None:
    book(service)
    assert steps(say(service, "HUY")) == ["cancel.sure"]
    service.clock.advance(UNANSWERED + timedelta(hours=1))
    answer = say(service, "dong y")
    assert steps(answer) == ["which_topic.too_late"]
    assert "1 Huy cho" in answer


def test_a_late_1_to_a_reminder_is_offered_her_bookings(service: Service) -> None:
    book(service, opening=3)
    service.clock.set(datetime(2026, 12, 4, 11, 0))  # noqa: DTZ001 - commune time
    service.sweep("remind")
    assert asked(service) == ("reminder", "one")
    service.clock.advance(UNANSWERED + timedelta(hours=1))
    answer = say(service, "1")
    assert steps(answer) == ["which_topic.too_late"]
    assert "1 Xem cho da dat" in answer


def test_a_late_text_that_says_what_it_wants_is_taken_at_its_word(service: Service) -> None:
    choose(service)
    service.clock.advance(UNANSWERED + timedelta(hours=1))
    assert steps(say(service, "mang theo gi")) == ["bring.list"]
    assert steps(say(service, "1")) == ["which_topic.nothing_asked"], "by now something else was spoken of"


def test_a_doubled_yes_books_once_and_says_that_nothing_is_asked(service: Service) -> None:
    choose(service)
    assert steps(say(service, "1")) == ["book.booked"]
    again = say(service, "1")
    assert steps(again) == ["which_topic.nothing_asked"]
    assert again.splitlines()[1:] == ["1 Xem cho da dat", "2 Dat cho", "3 Viec khac"]
    assert len(bookings_of(service)) == 1
    assert steps(say(service, "1")) == ["my_booking.show"], "a third time it only shows"


@on_sqlite
@pytest.mark.parametrize("text", ["1", "so 2", "hai"])
def test_a_number_is_never_a_first_wish(service: Service, text: str) -> None:
    assert steps(say(service, text)) == ["which_topic.nothing_asked"]


@on_sqlite
@pytest.mark.parametrize("text", ["vang", "khong", "ok"])
def test_a_yes_or_a_no_to_nothing_gets_a_kind_word_once_and_then_silence(service: Service, text: str) -> None:
    assert steps(say(service, text)) == ["let_be.as_you_wish"]
    assert say(service, text) == ""


def test_who_opted_out_gets_silence_for_it(service: Service) -> None:
    say(service, "TC")
    assert say(service, "1") == ""


def test_what_is_not_understood_then_either_leads_to_a_person(service: Service) -> None:
    choose(service)
    service.clock.advance(UNANSWERED + timedelta(hours=1))
    assert steps(say(service, "1")) == ["which_topic.too_late"]
    assert say(service, "xyz abc").startswith("Xin loi, chua hieu.")
    assert asked(service) == ("which_topic", "too_late")
    assert steps(say(service, "xyz abc")) == ["stuck.offer"]


def test_what_it_was_about_is_forgotten_with_the_next_text(service: Service) -> None:
    choose(service)
    service.clock.advance(UNANSWERED + timedelta(hours=1))
    service.sweep("forget")
    assert conversation(service).flow == "book"
    say(service, "cam on")
    assert conversation(service).flow is None
