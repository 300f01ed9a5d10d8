"""helpdesk/conversation/leading/her_place/rather_then.py and whom_of_hers.py: another day in other words. All are invented."""

import pytest

from tests.conversation.talk import asked, book, bookings_of, say
from tests.support.one_database import on_sqlite
from tests.support.service import Service


@on_sqlite
@pytest.mark.parametrize("text", ["cho toi di thu 6", "thu 6 toi moi di duoc", "de toi len thu 6"])
def test_who_has_a_place_is_asked_whether_it_is_moved_to_that_day(service: Service, text: str) -> None:
    book(service)
    assert say(service, text).startswith("Doi sang thu sau 4/12")
    say(service, "1")
    (booking,) = bookings_of(service)
    assert booking.opening.day.isoformat() == "2026-12-04"


@on_sqlite
@pytest.mark.parametrize("text", ["sang 4/12 chứ không đi 2/12 nữa", "đổi từ 2/12 sang 4/12"])
def test_of_two_days_it_is_the_one_that_she_wants(service: Service, text: str) -> None:
    book(service)
    assert say(service, text).startswith("Doi sang thu sau 4/12")


@on_sqlite
@pytest.mark.parametrize("text", ["cho toi di thu 6", "thu 6 co lam khong", "dat cho vo toi di thu 6"])
def test_what_books_or_asks_is_no_move(service: Service, text: str) -> None:
    if text != "cho toi di thu 6":
        book(service)
    say(service, text)
    state = asked(service)
    assert state is None or state[0] != "reschedule"


@on_sqlite
@pytest.mark.parametrize("text", ["ho thi b ban roi, cho chi ay sang thu 6", "cho ba b di thu 6"])
def test_one_of_several_is_moved_alone(service: Service, text: str) -> None:
    book(service, names="Ho Van A 1985, Ho Thi B 1990, Ho Van C 2010")
    assert say(service, text).startswith("Doi cho Ho Thi B 1990 sang thu sau 4/12")


@on_sqlite
def test_one_of_several_is_cancelled_by_how_she_is_called(service: Service) -> None:
    book(service, names="Ho Van A 1985, Ho Thi B 1990, Ho Van C 2010")
    assert "cho Ho Van C 2010?" in say(service, "huy cho thang c")


@on_sqlite
@pytest.mark.parametrize("text", ["huy cho b va c", "huy cho ba b voi thang c"])
def test_two_of_several_are_cancelled_by_their_last_names(service: Service, text: str) -> None:
    book(service, names="Ho Van A 1985, Ho Thi B 1990, Ho Van C 2010")
    assert "cho Ho Thi B 1990, Ho Van C 2010?" in say(service, text)


@on_sqlite
def test_all_are_moved_to_the_day_she_says(service: Service) -> None:
    book(service, names="Ho Van A 1985, Ho Thi B 1990")
    say(service, "doi het sang thu 2", "1")
    (booking,) = bookings_of(service)
    assert (booking.opening.day.isoformat(), booking.party) == ("2026-12-07", 2)
