"""helpdesk/conversation/leading/her_place/some_come.py: "only one of us" is neither a yes nor a no for all."""

from datetime import datetime

import pytest

from helpdesk.conversation.understanding.people.only_some import who_comes_only
from tests.conversation.talk import book, bookings_of, contact_of, say, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service

TWO = "Ho Thi Co 1960, Y Dong 1990"
NAMES = ["Hồ Thị Cố", "Y Dong"]


@pytest.mark.parametrize(
    ("said", "comes"),
    [
        ("chi ba co den duoc", [0]),
        ("chi y dong di duoc thoi", [1]),
        ("u nhung chi ba co thoi", [0]),
        ("y dong khong di duoc", [0]),
        ("ho thi co bi om khong den duoc a", [1]),
        ("ba co voi y dong khong den duoc", None),
        ("chi ho van mai den duoc", None),
        ("toi khong di duoc", None),
        ("co khong di duoc", None),
        ("chi toi den duoc", None),
        ("vang toi den duoc", None),
    ],
)
def test_who_of_two_comes(said: str, comes: list[int] | None) -> None:
    assert who_comes_only(said, NAMES) == comes


@on_sqlite
@pytest.mark.parametrize(
    ("said", "leaves"),
    [
        ("chi ba co den duoc", "Y Dong"),
        ("y dong khong di duoc", "Y Dong"),
        ("chi y dong den duoc", "Ho Thi Co"),
    ],
)
def test_at_a_reminder_the_other_one_alone_is_asked_about(service: Service, said: str, leaves: str) -> None:
    book(service, opening=3, names=TWO)
    service.clock.set(datetime(2026, 12, 4, 11))  # noqa: DTZ001 - commune time
    assert service.sweep("remind") == 1
    asked = say(service, said)
    if steps(asked) == ["cannot_come.one"]:  # she may want another day, too
        asked = say(service, "1")
    assert (steps(asked), leaves in asked) == (["cancel.sure_for"], True)
    assert [booking.state.value for booking in bookings_of(service)] == ["booked"]
    assert steps(say(service, "1")) == ["cancel.fewer"]
    assert [person.name for booking in bookings_of(service) for person in booking.people] == [
        name for name in ("Ho Thi Co", "Y Dong") if name != leaves
    ]


@on_sqlite
@pytest.mark.parametrize(
    ("said", "stays"),
    [
        ("y dong khong di duoc", "Ho Thi Co"),
        ("u nhung chi ba co thoi", "Ho Thi Co"),
        ("chi y dong di duoc", "Y Dong"),
    ],
)
def test_before_the_consent_who_does_not_come_is_left_out_and_nothing_agreed(
    service: Service, said: str, stays: str
) -> None:
    asked = say(service, f"dk {TWO} trung tam thuong trach thu 4", said)
    assert (steps(asked), contact_of(service).consented_at) == (["book.consent"], None)
    say(service, "1")
    assert [person.name for booking in bookings_of(service) for person in booking.people] == [stays]


def test_after_she_has_booked_the_other_one_alone_is_asked_about(service: Service) -> None:
    book(service, names=TWO)
    assert steps(say(service, "y dong khong di duoc")) == ["cannot_come.one"]
    asked = say(service, "1")
    assert (steps(asked), "Y Dong" in asked) == (["cancel.sure_for"], True)


@on_sqlite
@pytest.mark.parametrize("text", ["chỉ tôi đi thôi", "một mình tôi thôi", "chi con 1 nguoi di thoi"])
def test_after_booking_fewer_than_all_are_asked_about_and_nobody_is_kept_unsaid(
    service: Service, text: str
) -> None:
    book(service, names=TWO)
    assert steps(say(service, text)) == ["cannot_come.one"]
    assert steps(say(service, "1")) == ["cancel.who"]


def test_who_said_which_of_them_she_is_is_asked_about_the_other_one(service: Service) -> None:
    say(service, "dk toi Ho Thi Co 1960, chong toi Y Dong 1990 trung tam thuong trach thu 4", "1")
    assert say(service, "chỉ tôi đi thôi").endswith("cho Y Dong 1990?\n1 Huy\n2 Giu")


@on_sqlite
@pytest.mark.parametrize("text", ["chỉ tôi đi thôi", "chi 1 nguoi thoi"])
def test_who_booked_for_herself_alone_cancels_nothing_by_it(service: Service, text: str) -> None:
    book(service)
    said = steps(say(service, text))
    assert not {"cannot_come.one", "cancel.sure", "cancel.who"} & set(said)


@on_sqlite
@pytest.mark.parametrize("said", ["tôi đi, y lan không đi", "y lan thì không", "chi ho van luc di thoi"])
def test_who_has_a_booking_of_her_own_is_the_one_who_does_not_come(service: Service, said: str) -> None:
    say(service, "dk ho van luc 1990 thuong trach thu 6", "1")
    say(service, "dk y lan 1970 thuong trach thu 4", "1")
    asked = say(service, said)
    if steps(asked) == ["cannot_come.one"]:
        asked = say(service, "1")
    assert (steps(asked), "Y Lan" in asked, "Ho Van Luc" in asked) == (["cancel.sure"], True, False)


@on_sqlite
@pytest.mark.parametrize("said", ["toi di, vo toi khong di", "chi minh toi di, vo khong di"])
def test_of_whom_it_is_not_clear_who_she_is_a_1_cancels_her_alone(service: Service, said: str) -> None:
    say(service, "dk ho thi b 1990, ho van a 1985 thuong trach thu 4", "1")
    assert steps(say(service, said)) == ["cancel.who"]
    say(service, "1")
    assert [one.name for booking in bookings_of(service) for one in booking.people] == ["Ho Van A"]


@on_sqlite
@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("thang c dau bung, bo no ra", "cancel.sure_for"),
        ("anh c thi huy", "cancel.sure_for"),
        ("hom do ho van c di lam xa, de c bua khac", "reschedule.to_when_apart"),
    ],
)
def test_one_of_several_is_taken_off_or_put_off(service: Service, said: str, asked: str) -> None:
    say(service, "dk ho van a 1985, ho thi b 1990, ho van c 2010 thuong trach thu 4", "1")
    answer = say(service, said)
    assert (steps(answer), "Ho Van C" in answer, "Ho Van A" in answer) == ([asked], True, False)
