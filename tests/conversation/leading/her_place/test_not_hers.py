"""helpdesk/conversation/leading/her_place/not_hers.py, and what else is said to a reminder that is no yes for all. All are invented."""

from datetime import datetime

import pytest

from helpdesk.tickets.tables import tickets
from tests.conversation.talk import asked, book, bookings_of, count, say, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service

MONDAY = 3


def _reminded(service: Service, names: str = "Ho Van A 1985") -> None:
    book(service, opening=MONDAY, names=names)
    service.clock.set(datetime(2026, 12, 4, 11))  # noqa: DTZ001 - commune time
    assert service.sweep("remind") == 1


@on_sqlite
@pytest.mark.parametrize("text", ["nham so roi", "toi co dat dau", "so nay khong phai cua Ho Van A"])
def test_who_is_not_meant_is_heard_and_gives_nobodys_place_up(service: Service, text: str) -> None:
    _reminded(service)
    assert steps(say(service, text)) == ["not_hers.noted"]
    assert count(service, tickets) == 1
    assert len(bookings_of(service)) == 1


@on_sqlite
@pytest.mark.parametrize("text", ["khong biet nua", "khong phai hom nay a", "khong phai huy"])
def test_who_doubts_or_asks_is_no_stranger(service: Service, text: str) -> None:
    _reminded(service)
    say(service, "mua to qua")
    say(service, text)
    assert (count(service, tickets), len(bookings_of(service))) == (0, 1)


@on_sqlite
@pytest.mark.parametrize("text", ["ong A mat roi", "Ho Van A qua doi roi"])
def test_of_who_has_died_the_place_is_asked_about(service: Service, text: str) -> None:
    _reminded(service)
    assert say(service, text).startswith("Huy cho cua Ho Van A 1985")


@on_sqlite
@pytest.mark.parametrize("text", ["me toi mat sim roi", "toi mat the can cuoc"])
def test_what_is_lost_is_nobody(service: Service, text: str) -> None:
    _reminded(service)
    say(service, text)
    assert asked(service) == ("reminder", "one")


@on_sqlite
def test_fewer_than_are_booked_are_no_yes_for_all(service: Service) -> None:
    _reminded(service, "Ho Van A 1985, Ho Thi B 1990, Ho Van C 2010")
    assert steps(say(service, "co 2 nguoi di thoi")) == ["cannot_come.one"]
    say(service, "1", "Ho Thi B")
    (booking,) = bookings_of(service)
    assert [person.name for person in booking.people] == ["Ho Van A", "Ho Van C"]


@on_sqlite
def test_who_is_on_the_way_comes(service: Service) -> None:
    _reminded(service)
    say(service, "toi dang tren duong")
    (booking,) = bookings_of(service)
    assert booking.state == "coming"


@on_sqlite
@pytest.mark.parametrize(
    "text",
    ["chong toi chet roi co phai bao khong, vneid cua ong con", "me chong mat roi", "ba noi qua doi hom qua"],
)
def test_of_a_death_she_is_told_whom_to_ask(service: Service, text: str) -> None:
    assert steps(say(service, text)) == ["of_the_dead.tell"]
    assert steps(say(service, "khoa tai khoan ong ay di")) == ["of_the_dead.tell"]


@on_sqlite
def test_the_place_of_who_died_is_asked_about(service: Service) -> None:
    book(service, names="Ho Van A 1985")
    assert say(service, "ong Ho Van A mat hom qua roi").startswith("Huy cho cua Ho Van A 1985")


@on_sqlite
@pytest.mark.parametrize(
    "text",
    [
        "may toi chet roi",
        "con toi lam mat",
        "the cua con toi mat roi",
        "me toi mat sim roi",
        "chet roi quen mat khau",
    ],
)
def test_what_is_lost_or_broken_is_nobody_either(service: Service, text: str) -> None:
    assert steps(say(service, text)) != ["of_the_dead.tell"]


@on_sqlite
def test_a_name_that_is_booked_with_a_word_of_death_behind_it_is_nobody_more(service: Service) -> None:
    book(service, names="Ho Van A 1985")
    assert steps(say(service, "Ho Van A chet roi")) == ["cancel.sure"]
    assert len(bookings_of(service)[0].people) == 1
