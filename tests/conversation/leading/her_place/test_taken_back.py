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
        "ay chet nham, toi van di, dung huy",
        "khong huy nua, toi van di",
        "a thoi toi di duoc, dat lai cho toi",
        "a nham roi can bo oi",
        "chồng tôi bảo đi, cho tui giữ lại chỗ cũ nhe",
        "con tui khỏe rồi, mai đi được",
        "toi co huy dau, ai bao toi huy",
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


@on_sqlite
@pytest.mark.parametrize("text", ["khi nao lam lai duoc", "bua mo co nua can bo", "dat lai buoi khac"])
def test_who_asks_when_again_behind_her_cancelling_has_the_days_for_the_same_people(
    service: Service, text: str
) -> None:
    book(service)
    say(service, "HUY", "1")
    assert steps(say(service, text)) == ["book.noted", "book.which_opening"]


@on_sqlite
@pytest.mark.parametrize("text", ["cam on", "thoi khong di nua", "ok"])
def test_a_kind_word_behind_it_books_nothing(service: Service, text: str) -> None:
    book(service)
    say(service, "HUY", "1")
    assert "book." not in str(steps(say(service, text)))


@on_sqlite
def test_another_place_that_she_has_does_not_hide_the_one_she_cancelled(service: Service) -> None:
    book(service, names="Ho Van A 1985")
    say(service, "dk ho thi b 1990 trung tam thuong trach thu 6", "1")
    say(service, "huy cho cua ho van a", "1")
    assert say(service, "nham, dung huy").startswith("Dat cho Ho Van A 1985")


@on_sqlite
@pytest.mark.parametrize(
    "text", ["nham, ho thi b van di", "thoi vo toi van di duoc", "dung huy nua, ca hai deu di"]
)
def test_one_who_was_taken_off_joins_again(service: Service, text: str) -> None:
    book(service, names="Ho Van A 1985, Ho Thi B 1990")
    say(service, "huy cho ho thi b", "1")
    assert say(service, text).startswith("Them Ho Thi B 1990 vao cho")
    say(service, "1")
    (booking,) = bookings_of(service)
    assert sorted(one.name for one in booking.people) == ["Ho Thi B", "Ho Van A"]


@on_sqlite
@pytest.mark.parametrize(
    "text", ["toi di duoc", "toi doi y, cho toi dat lai thu 4", "giữ lại thứ 4 cho tui nhe", "toi doi y roi"]
)
def test_who_is_asked_whether_to_cancel_and_takes_it_back_keeps_it(service: Service, text: str) -> None:
    book(service, opening=1)
    say(service, "HUY")
    assert "cancel.kept" in steps(say(service, text))[0].split("|")
    assert len(bookings_of(service)) == 1


@on_sqlite
@pytest.mark.parametrize(
    "text",
    [
        "thoi toi van di thu 4",
        "toi khong muon doi nua, de nguyen",
        "cứ để thứ 4 đi",
        "thu 4 cung duoc roi",
        "van di thu 4 nhu cu",
    ],
)
def test_who_has_the_days_before_her_and_stays_with_hers_keeps_it(service: Service, text: str) -> None:
    book(service, opening=1)
    say(service, "DOI")
    assert "reschedule.kept" in steps(say(service, text))[0].split("|")


@on_sqlite
def test_the_day_on_which_she_cannot_come_is_not_kept(service: Service) -> None:
    book(service, opening=1)
    say(service, "doi sang thu 6")
    assert "reschedule.kept" not in str(steps(say(service, "thu 4 toi khong di duoc")))


@on_sqlite
@pytest.mark.parametrize(
    "text", ["khong phai, toi khong muon doi", "thoi nhu cu di", "lấy lại ngày cũ giúp tui"]
)
def test_who_moved_and_takes_it_back_has_the_days_with_the_old_one(service: Service, text: str) -> None:
    book(service, opening=1)
    say(service, "doi sang thu 6", "1")
    told = say(service, text)
    assert steps(told) == ["reschedule.to_when"]
    assert told.splitlines()[1].startswith("1 thu tu 2/12")


@on_sqlite
def test_the_echo_of_what_she_cancelled_is_agreed_to_in_the_same_words(service: Service) -> None:
    book(service)
    say(service, "HUY", "1", "a nham roi can bo oi", "toi van di nhe")
    assert len(bookings_of(service)) == 1
