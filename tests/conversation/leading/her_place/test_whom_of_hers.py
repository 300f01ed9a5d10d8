"""helpdesk/conversation/leading/her_place/whom_of_hers.py: a wish about one of those she has booked concerns that one."""

import pytest

from tests.conversation.talk import book, bookings_of, choose, say, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service

HOUSEHOLD = "Ho Van A 1985, Ho Thi Be 1990, Ho Thi Co 1991"


def _parties(service: Service) -> list[list[str]]:
    return sorted([person.name for person in booking.people] for booking in bookings_of(service))


@on_sqlite
@pytest.mark.parametrize(
    "wish",
    [
        "Ho Thi Be doi sang thu 6",
        "chi Be doi sang thu 6",
        "ho thi be doi sang thu 6",
        "doi cho Ho Thi Be sang thu 6",
        "doi cho Be sang thu 6 4/12",
        "Ho Thi Be ban, doi sang thu 6",
    ],
)
def test_who_is_named_moves_alone(service: Service, wish: str) -> None:
    book(service, names=HOUSEHOLD)
    asked = say(service, wish)
    assert (steps(asked), "Ho Thi Be 1990" in asked) == (["reschedule.that_day_apart"], True)
    assert steps(say(service, "1")) == ["reschedule.parted"]
    assert _parties(service) == [["Ho Thi Be"], ["Ho Van A", "Ho Thi Co"]]


def test_everybody_moves_where_she_wants_that_after_all(service: Service) -> None:
    book(service, names=HOUSEHOLD)
    assert steps(say(service, "chi Be doi sang thu 6", "4")) == ["reschedule.to_when"]
    assert steps(say(service, "1")) == ["reschedule.moved"]
    assert _parties(service) == [["Ho Van A", "Ho Thi Be", "Ho Thi Co"]]


def test_nobody_named_is_all_of_them(service: Service) -> None:
    book(service, names=HOUSEHOLD)
    assert steps(say(service, "doi cho sang thu 6")) == ["reschedule.that_day"]


def test_one_booked_alone_moves_as_ever(service: Service) -> None:
    book(service, names="Ho Thi Be 1990")
    assert steps(say(service, "chi Be doi sang thu 6")) == ["reschedule.that_day"]


@on_sqlite
@pytest.mark.parametrize("wish", ["xoa ten Ho Thi Be", "xoa ten chi Be", "Xóa Hồ Thị Bé"])
def test_deleting_a_name_that_is_booked_is_cancelling_it_and_asked_back(service: Service, wish: str) -> None:
    book(service, names=HOUSEHOLD)
    asked = say(service, wish)
    assert (steps(asked), "Ho Thi Be 1990" in asked) == (["cancel.sure_for"], True)
    assert steps(say(service, "1")) == ["cancel.fewer"]
    assert _parties(service) == [["Ho Van A", "Ho Thi Co"]]


def test_deleting_any_other_name_or_all_asks_for_deletion(service: Service) -> None:
    book(service, names=HOUSEHOLD)
    assert [steps(say(service, wish)) for wish in ("xoa ten Y Cuc", "2", "XOA")] == [
        ["erase.sure"],
        ["erase.kept"],
        ["erase.sure"],
    ]


def test_a_day_for_a_booking_that_is_being_made_stays_with_it(service: Service) -> None:
    book(service, names="Ho Thi Be 1990")
    choose(service, opening=1, names="Ho Thi Be 1990, Ho Thi Co 1991")
    assert not any("reschedule" in step for step in steps(say(service, "doi cho Ho Thi Be sang thu 6")))


@on_sqlite
@pytest.mark.parametrize("wish", ["huy het tru be", "thoi huy, giu Ho Thi Be"])
def test_all_but_the_one_who_is_kept_are_cancelled(service: Service, wish: str) -> None:
    book(service, names=HOUSEHOLD)
    assert say(service, wish).endswith("cho Ho Van A 1985, Ho Thi Co 1991?\n1 Huy\n2 Giu")


@on_sqlite
@pytest.mark.parametrize(
    "wish", ["huy Ho Thi Be, Ho Thi Co", "bỏ ho thi co với ho thi be", "rút tên Ho Thi Be, Ho Thi Co"]
)
def test_nobody_of_two_who_are_taken_off_is_lost(service: Service, wish: str) -> None:
    book(service, names=HOUSEHOLD)
    assert say(service, wish).endswith("cho Ho Thi Be 1990, Ho Thi Co 1991?\n1 Huy\n2 Giu")


def test_of_two_with_one_name_she_chooses_who_goes(service: Service) -> None:
    book(service, names="Ho Van A 1960, Ho Van A 1988")
    assert steps(say(service, "huy ho van a")) == ["cancel.who"]
    assert steps(say(service, "1988")) == ["cancel.fewer"]
    [left] = bookings_of(service)
    assert [one.birth_year for one in left.people] == [1960]
