"""helpdesk/conversation/leading/her_place/which_of_hers.py: the booking, and whom in it, she speaks of; no other is cancelled."""

import pytest

from tests.conversation.talk import book, bookings_of, say, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service

THREE = "Ho Thi Co 1960, Y Dong 1990, Ho Van Mai 1980"


def _booked(service: Service) -> list[str]:
    return sorted(person.name for booking in bookings_of(service) for person in booking.people)


@on_sqlite
@pytest.mark.parametrize(
    ("wish", "stay"),
    [
        ("huy het chi giu Ho Van Mai", ["Ho Van Mai"]),
        ("huy tat ca tru Y Dong", ["Y Dong"]),
        ("huy cho Ho Thi Co va Y Dong", ["Ho Van Mai"]),
        ("huy Ho Thi Co, giu Ho Van Mai, Y Dong", ["Ho Van Mai", "Y Dong"]),
        ("giu Ho Van Mai, huy Y Dong, Ho Thi Co", ["Ho Van Mai"]),
        ("chi huy Y Dong", ["Ho Thi Co", "Ho Van Mai"]),
    ],
)
def test_who_is_to_stay_stays_and_who_is_to_go_goes(service: Service, wish: str, stay: list[str]) -> None:
    book(service, names=THREE)
    asked = say(service, wish)
    assert steps(asked) == ["cancel.sure_for"]
    assert [name in asked for name in stay] == [False] * len(stay)
    assert steps(say(service, "1")) == ["cancel.fewer"]
    assert _booked(service) == stay


@on_sqlite
@pytest.mark.parametrize(
    "wish", ["huy het", "huy tat ca", "huy ca 3 nguoi", "huy Ho Thi Co, Y Dong, Ho Van Mai"]
)
def test_all_of_them_are_asked_about_at_once(service: Service, wish: str) -> None:
    book(service, names=THREE)
    assert steps(say(service, wish)) == ["cancel.sure"]
    assert steps(say(service, "1")) == ["cancel.gone"]
    assert _booked(service) == []


def test_whoever_is_kept_and_not_booked_is_asked_about(service: Service) -> None:
    book(service, names=THREE)
    assert steps(say(service, "huy het chi giu Ho Van Xon")) == ["cancel.unlike"]
    assert len(_booked(service)) == 3


def _two_places(service: Service) -> None:
    book(service, names="Ho Van A 1985")
    say(service, "dk y dong 1990 ban tuoc", "1", "1")
    assert _booked(service) == ["Ho Van A", "Y Dong"]


@on_sqlite
@pytest.mark.parametrize(
    ("texts", "left"),
    [
        (["huy cho ban tuoc"], "Ho Van A"),
        (["huy", "ban tuoc"], "Ho Van A"),
        (["huy", "cho o tuoc"], "Ho Van A"),
        (["huy", "trung tam"], "Y Dong"),
    ],
)
def test_a_place_says_which_booking_is_cancelled(service: Service, texts: list[str], left: str) -> None:
    _two_places(service)
    assert steps(say(service, *texts)) == ["cancel.sure"]
    assert steps(say(service, "1")) == ["cancel.gone"]
    assert _booked(service) == [left]


def test_a_place_says_which_booking_is_shown(service: Service) -> None:
    _two_places(service)
    assert "Y Dong" in say(service, "xem", "ban tuoc")


def test_a_place_says_which_booking_is_moved_and_where_to_is_none(service: Service) -> None:
    _two_places(service)
    assert "Tuoc" in say(service, "doi", "ban tuoc")
    assert steps(say(service, "giu nguyen", "doi sang ban tuoc")) == ["reschedule.which"]


@on_sqlite
@pytest.mark.parametrize(
    "said", ["toi khong huy", "dung huy cho toi", "xin dung huy nhe", "khong muon huy dau"]
)
def test_who_does_not_want_to_cancel_is_shown_what_she_has(service: Service, said: str) -> None:
    book(service, names="Ho Van A 1985")
    assert steps(say(service, said)) == ["my_booking.show"]


@on_sqlite
@pytest.mark.parametrize("said", ["dung huy Ho Thi Co", "khong huy Ho Thi Co", "do not cancel Ho Thi Co"])
def test_who_is_not_to_be_cancelled_is_shown_and_nobody_else_is_cancelled(
    service: Service, said: str
) -> None:
    book(service, names=THREE)
    assert steps(say(service, said)) == ["my_booking.show"]
    assert len(_booked(service)) == 3


@on_sqlite
def test_of_two_bookings_that_one_is_shown(service: Service) -> None:
    _two_places(service)
    told = say(service, "dung huy Ho Van A")
    assert steps(told) == ["my_booking.show"]
    assert ["Ho Van A" in told, "Y Dong" in told] == [True, False]


def _two(service: Service) -> None:
    book(service, names="Ho Van A 1985")
    say(service, "dk Ho Thi B 1990 trung tam xa thuong trach thu 6", "1")


@on_sqlite
def test_the_day_says_which_is_cancelled(service: Service) -> None:
    _two(service)
    assert say(service, "huy thu 6").startswith("Huy cho cua Ho Thi B 1990: thu sau 4/12")


@on_sqlite
def test_the_day_says_which_is_moved_and_to_when(service: Service) -> None:
    _two(service)
    assert say(service, "doi thu 6 sang thu 2").startswith("Doi sang thu hai 7/12")
    say(service, "1")
    days = {one.people[0].name: one.opening.day.isoformat() for one in bookings_of(service)}
    assert days == {"Ho Van A": "2026-12-02", "Ho Thi B": "2026-12-07"}


@on_sqlite
def test_who_cancels_all_is_told_that_another_one_stands(service: Service) -> None:
    _two(service)
    told = say(service, "huy het", "3", "1", "1")
    assert told.endswith("Con 1 cho khac chua huy. Huy tiep: nhan HUY.")


@on_sqlite
@pytest.mark.parametrize("wish", ["huy het", "huy ca hai luon", "huy het di toi khong di nua"])
def test_who_cancels_all_of_several_is_asked_once_about_all(service: Service, wish: str) -> None:
    _two(service)
    assert steps(say(service, wish)) == ["cancel.sure_every"]
    assert len(bookings_of(service)) == 2
    assert steps(say(service, "1")) == ["cancel.every_gone"]
    assert bookings_of(service) == []


@on_sqlite
@pytest.mark.parametrize("wish", ["huy", "doi"])
@pytest.mark.parametrize("whose", ["cua vo toi", "ho thi b", "cho ba b"])
def test_one_of_those_listed_is_chosen_by_who_is_in_it(service: Service, wish: str, whose: str) -> None:
    say(service, "dk ho van a 1985 thuong trach thu 4", "1")
    say(service, "dk vo toi ho thi b 1990 thuong trach thu 6", "1")
    assert "Ho Van A" in say(service, wish)
    say(service, whose, "1")
    say(service, "1")
    kept = [one for one in bookings_of(service) if one.people[0].name == "Ho Van A"]
    assert [one.opening.day.isoformat() for one in kept] == ["2026-12-02"]
    assert [one.opening.day.isoformat() for one in bookings_of(service)] != ["2026-12-02", "2026-12-04"]
