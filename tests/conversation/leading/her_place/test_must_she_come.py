"""helpdesk/conversation/leading/her_place/must_she_come.py: whether she is to come on a day. All are invented."""

import pytest

from tests.conversation.talk import asked, book, bookings_of, say, steps
from tests.conversation.telling.test_day_notices import called_off, later, leave
from tests.support.one_database import on_sqlite
from tests.support.service import Service

ASKS = [
    "mai co phai di khong",
    "ngay kia toi co phai len khong",
    "mai khong phai di a",
    "thu 6 co can den xa khong",
]


@on_sqlite
@pytest.mark.parametrize("text", ASKS)
def test_her_own_place_answers_and_nothing_is_moved(service: Service, text: str) -> None:
    before = book(service)
    assert steps(say(service, text)) == ["my_booking.show"]
    (booking,) = bookings_of(service)
    assert booking.opening.id == before.opening.id


@on_sqlite
@pytest.mark.parametrize(
    "text", ["nhung lich van con chu", "cho cua toi con khong", "lich hen co bi huy khong"]
)
def test_whether_it_stands_is_shown_also_to_who_wants_no_texts(service: Service, text: str) -> None:
    book(service)
    say(service, "TC")
    assert steps(say(service, text)) == ["my_booking.show"]
    assert steps(say(service, text)) == ["my_booking.show"]


@on_sqlite
@pytest.mark.parametrize("text", ASKS)
def test_who_has_none_is_told_so(service: Service, text: str) -> None:
    assert say(service, text).startswith("So nay chua dat cho nao.")


def test_news_that_it_was_called_off_is_said_once_more(service: Service) -> None:
    called_off(service, book(service))
    later(service)
    leave(service)
    assert steps(say(service, "mai khong phai di a"))[0] == "day_changed.choose"


@on_sqlite
@pytest.mark.parametrize("text", ["toi khong phai di nua", "phai di dau", "can di lam gi"])
def test_another_question_is_another_one(service: Service, text: str) -> None:
    book(service)
    assert steps(say(service, text)) != ["my_booking.show"]


@on_sqlite
@pytest.mark.parametrize(
    "text",
    [
        "vay la thu 6 ngay may",
        "thu 2 ngay may",
        "rứa là hôm mô",
        "tui đi ngày mô rứa",
        "ngay do la ngay may",
        "vay thu 4 nay khoi di ha",
        "vậy thứ tư tui khỏi xuống hỉ",
        "toi xoa mat tin nhan roi, ma so may",
        "mã của tui là gì",
    ],
)
def test_on_what_date_hers_is_and_whether_she_is_spared_the_old_one_is_shown_by_it(
    service: Service, text: str
) -> None:
    book(service)
    assert steps(say(service, text)) == ["my_booking.show"]


@on_sqlite
@pytest.mark.parametrize("text", ["ok", "vâng", "duoc roi", "cam on", "u, the thoi"])
def test_who_is_shown_her_place_and_says_that_it_is_well_is_not_shown_it_again(
    service: Service, text: str
) -> None:
    book(service)
    assert "kept" in str(steps(say(service, "XEM", text)))
    assert asked(service) is None


def test_of_who_has_no_place_a_date_is_none_of_hers(service: Service) -> None:
    assert "my_booking.show" not in steps(say(service, "thu 6 ngay may"))
