"""helpdesk/conversation/actions/her_place/people_in_booking.py: who joins a booking and has a place already. All are invented."""

from tests.conversation.talk import asked, bookings_of, say
from tests.support.one_database import on_sqlite
from tests.support.service import Service

BOOKED = "dk Ho Van Ba 1985 trung tam xa thuong trach thu 4"


def _names(service: Service) -> list[str]:
    (booking,) = bookings_of(service)
    return [one.name for one in booking.people]


def _joins(service: Service, names: str) -> str:
    say(service, BOOKED, "1", "them nguoi")
    return say(service, names)


def test_who_is_in_the_booking_already_is_told_and_not_refused(service: Service) -> None:
    told = _joins(service, "ho van ba 1985")
    assert asked(service) == ("booking_more", "in_already")
    assert told.startswith("Ho Van Ba 1985 da co cho ma ")
    say(service, "2")
    assert _names(service) == ["Ho Van Ba"]


def test_two_of_one_name_may_both_come(service: Service) -> None:
    _joins(service, "ho van ba")
    assert asked(service) == ("booking_more", "in_already")
    say(service, "1")
    assert _names(service) == ["Ho Van Ba", "Ho Van Ba"]


def test_the_others_join_alone(service: Service) -> None:
    _joins(service, "ho van ba 1985, ho thi cuc 1990")
    assert asked(service) == ("booking_more", "some_in_already")
    say(service, "3")
    assert asked(service) == ("booking_more", "join_them")
    say(service, "1")
    assert _names(service) == ["Ho Van Ba", "Ho Thi Cuc"]


@on_sqlite
def test_who_names_another_one_then_means_that_one(service: Service) -> None:
    _joins(service, "ho van ba 1985")
    say(service, "ho thi cuc 1990", "1")
    assert _names(service) == ["Ho Van Ba", "Ho Thi Cuc"]


@on_sqlite
def test_a_name_taken_back_joins_nobody(service: Service) -> None:
    _joins(service, "ho van mai 1985")
    say(service, "nham, ho thi cuc 1990", "1")
    assert _names(service) == ["Ho Van Ba", "Ho Thi Cuc"]


@on_sqlite
def test_a_year_said_at_the_question_is_of_who_joins(service: Service) -> None:
    _joins(service, "ho thi cuc")
    assert "Ho Thi Cuc 1990" in say(service, "1990")
    say(service, "1")
    (booking,) = bookings_of(service)
    assert [(one.name, one.birth_year) for one in booking.people] == [
        ("Ho Van Ba", 1985),
        ("Ho Thi Cuc", 1990),
    ]
