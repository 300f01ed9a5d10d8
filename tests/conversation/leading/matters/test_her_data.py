"""helpdesk/conversation/leading/matters/her_data.py: who asks what is kept of her is told, and not asked whether to delete it."""

import pytest

from tests.conversation.talk import asked, book, bookings_of, choose, say, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service

QUESTIONS = (
    "thong tin cua toi co an toan khong",
    "có ai lấy thông tin của tôi không",
    "ai giu ten toi",
    "ai xem duoc ten toi",
    "nhan xoa de lam gi",
    "xoa la gi",
    "sao phai xoa",
    "sao biet so dien thoai cua toi",
    "lay so dien thoai cua toi lam gi",
    "luu lau khong",
    "hoi ten lam gi",
    "toi khong muon luu so dien thoai",
    "dong y luu ten nhung khong luu so",
)


@on_sqlite
@pytest.mark.parametrize("text", QUESTIONS)
def test_she_is_told_what_is_kept_and_keeps_her_place(service: Service, text: str) -> None:
    book(service)
    assert steps(say(service, text)) == ["what_is_kept.told"]
    # A word that would have been a yes to deleting it all.
    say(service, "co")
    (booking,) = bookings_of(service)
    assert booking.state == "booked"


def test_at_the_consent_that_is_asked_again_behind_it(service: Service) -> None:
    choose(service)
    assert steps(say(service, "xoa la gi"))[0] == "what_is_kept.told"
    assert asked(service) == ("book", "consent")


@on_sqlite
@pytest.mark.parametrize(
    "text", ["luu lam gi", "xa luu de lam gi", "luu nhung gi", "luu so dien thoai lam gi"]
)
def test_who_asks_at_the_consent_what_it_is_kept_for_is_told_and_books_with_the_next_yes(
    service: Service, text: str
) -> None:
    choose(service)
    assert steps(say(service, text))[0] == "what_is_kept.told"
    say(service, "1")
    assert len(bookings_of(service)) == 1


@on_sqlite
@pytest.mark.parametrize("text", ["how long do you keep it", "what do you keep"])
def test_in_english_too(service: Service, text: str) -> None:
    book(service)
    assert say(service, text).startswith("Kept: name, birth year, phone")


@on_sqlite
def test_at_the_names_that_are_asked_again_behind_it(service: Service) -> None:
    say(service, "DAT", "1", "1")
    assert steps(say(service, "hoi ten lam gi"))[0] == "what_is_kept.told"
    assert asked(service) == ("book", "who")


@on_sqlite
@pytest.mark.parametrize(
    "text",
    ["XOA", "xoa thong tin", "xoa thong tin cua toi di", "xoas het thong tin cua tui", "delete my data"],
)
def test_a_wish_is_a_wish(service: Service, text: str) -> None:
    say(service, text)
    assert asked(service) == ("erase", "sure")


def test_what_has_no_word_of_deleting_in_it_never_asks_whether_to(service: Service) -> None:
    say(service, "DAT", "1", "1")
    say(service, "de toi hoi ten da")
    assert asked(service) == ("book", "who")


@on_sqlite
@pytest.mark.parametrize("text", ["dat lai", "Đặt lại chỗ", "dat lai cho toi", "dat buoi khac"])
def test_the_words_that_our_own_texts_use_for_booking_again_book(service: Service, text: str) -> None:
    book(service)
    say(service, "HUY", "1")
    assert steps(say(service, text)) == ["book.where"]


@pytest.mark.parametrize("text", ["toi ten Dung, dung oi giup toi", "toi ten Dung, giup toi", "em ten Thoi"])
def test_a_name_that_sounds_like_stop_deletes_nothing(service: Service, text: str) -> None:
    assert "erase" not in str(steps(say(service, text)))


@pytest.mark.parametrize(
    "text", ["dung luu ten toi nua", "xoa ten toi di", "khong luu thong tin cua toi nua"]
)
def test_a_wish_to_be_deleted_is_asked_about_or_told_what_is_kept(service: Service, text: str) -> None:
    assert steps(say(service, text))[0] in ("erase.sure", "what_is_kept.tell")


@on_sqlite
@pytest.mark.parametrize("text", ["giu kin cho toi", "dung ghi ten toi nhe", "dung luu so cua toi"])
def test_who_wants_nothing_written_down_begins_no_booking(service: Service, text: str) -> None:
    assert steps(say(service, text)) == ["what_is_kept.told"]
