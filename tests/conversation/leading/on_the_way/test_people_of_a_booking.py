"""Ages said before names, and two of one name, in a booking. All are invented."""

import pytest

from tests.conversation.talk import bookings_of, say, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service


@pytest.mark.parametrize(
    "texts",
    [
        ("dat cho con toi 5 tuoi ten Y Na o ban tuoc 29/12",),
        ("dat cho chau 5 tuoi ban tuoc 29/12", "Y Na"),
        ("dat cho ban tuoc 29/12", "con toi 5 tuoi ten Y Na"),
    ],
)
def test_a_child_under_six_by_its_age_has_level_1_only(service: Service, texts: tuple[str, ...]) -> None:
    answer = say(service, *texts)
    assert "book.under_six" in steps(answer)[0].split("|")
    assert answer.startswith("Y Na 2021 chua du 6 tuoi")


def test_an_age_is_of_nobody_where_two_are_named(service: Service) -> None:
    say(service, "dat cho chau 5 tuoi ban tuoc 29/12", "Y Na, Ho Van Mai 1980", "1")
    (booking,) = bookings_of(service)
    assert [(one.name, one.birth_year) for one in booking.people] == [("Y Na", None), ("Ho Van Mai", 1980)]


@pytest.mark.parametrize(
    "texts",
    [
        ("dk Ho Van Mai, Ho Van Mai, Y Dong ban tuoc 29/12",),
        ("dat cho ban tuoc 29/12", "Ho Van Mai, Ho Van Mai, Y Dong"),
    ],
)
def test_a_name_that_stands_twice_counts_once_and_she_is_told(
    service: Service, texts: tuple[str, ...]
) -> None:
    assert steps(say(service, *texts)) == ["book.same_name", "book.consent"]
    say(service, "Ho Van Mai 1960, Ho Van Mai 1985", "1")
    (booking,) = bookings_of(service)
    assert [(one.name, one.birth_year) for one in booking.people] == [
        ("Ho Van Mai", 1960),
        ("Y Dong", None),
        ("Ho Van Mai", 1985),
    ]


def test_the_day_after_tomorrow_is_no_first_line(service: Service) -> None:
    say(service, "DAT", "1")
    assert steps(say(service, "mốt")) == ["book.no_opening"]


@on_sqlite
@pytest.mark.parametrize("text", ["đổi từ 4/12 sang 9/12", "sang 9/12 chứ không đi 4/12 nữa"])
def test_a_day_said_where_names_are_asked_for_is_the_day_and_nobody(service: Service, text: str) -> None:
    say(service, "dat thuong trach thu 6", text, "ho pot 1990", "1")
    (booking,) = bookings_of(service)
    assert (booking.opening.day.isoformat(), booking.people[0].name) == ("2026-12-09", "Ho Pot")
