"""helpdesk/conversation/leading/her_place/taken_back.py: what she has just let be, cancelled or nearly cancelled is hers after all."""

import pytest

from tests.conversation.talk import book, bookings_of, say, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service


@on_sqlite
@pytest.mark.parametrize(
    "text",
    [
        "oi nham, dung huy",
        "chet nham roi dung huy",
        "dat lai nhu cu",
        "thoi van dat",
        "a nham, dat di",
        "khôi phục lại cho tôi",
        "lam lai cho cu",
    ],
)
def test_what_was_cancelled_just_now_is_echoed_and_booked_again(service: Service, text: str) -> None:
    before = book(service, names="Ho Van A 1985, Ho Thi B 1990")
    say(service, "HUY", "1")
    if bookings_of(service):
        say(service, "1")
    assert bookings_of(service) == []
    assert steps(say(service, text)) == ["book.confirm"]
    say(service, "1")
    [again] = bookings_of(service)
    assert again.opening == before.opening
    assert [one.name for one in again.people] == ["Ho Van A", "Ho Thi B"]


@on_sqlite
def test_whoever_still_comes_keeps_what_she_was_about_to_cancel(service: Service) -> None:
    book(service)
    say(service, "HUY")
    assert "cancel.kept" in steps(say(service, "a khong, toi van di"))[0].split("|")
    assert len(bookings_of(service)) == 1


@on_sqlite
def test_nothing_is_made_of_it_where_nothing_was_cancelled(service: Service) -> None:
    assert steps(say(service, "oi nham, dung huy")) == ["not_cancelled.tell"]
    assert steps(say(service, "a nham, dat di")) == ["book.where"]
