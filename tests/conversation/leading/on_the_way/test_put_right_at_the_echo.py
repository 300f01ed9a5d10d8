"""What is put right at the echo of a booking: who, when born, and where. All are invented."""

import pytest

from tests.conversation.talk import bookings_of, say, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service

HERS = "dk ho van mai 1985 trung tam thuong trach thu 4"
TWO = "dk ho van mai 1985, ho thi co 1990 ban tuoc 29/12"


def booked(service: Service) -> list[tuple[str, list[tuple[str, int | None]]]]:
    return [
        (booking.opening.place_name, [(one.name, one.birth_year) for one in booking.people])
        for booking in bookings_of(service)
    ]


@pytest.mark.parametrize("text", ["o ban tuoc moi dung", "thoi lai ban tuoc", "a thoi ban tuoc co"])
def test_a_village_put_right_changes_this_booking_and_keeps_the_names(service: Service, text: str) -> None:
    say(service, HERS)
    assert steps(say(service, text)) == ["book.only_other"]
    say(service, "1", "1", "1")
    assert booked(service) == [("Tuộc", [("Ho Van Mai", 1985)])]


def test_a_day_chosen_where_visits_were_looked_up_in_the_middle_is_for_that_booking(service: Service) -> None:
    say(service, HERS, "khi nao can bo ve ban tuoc")
    assert steps(say(service, "1")) == ["book.consent"]
    say(service, "1", "1")
    assert booked(service) == [("Tuộc", [("Ho Van Mai", 1985)])]


def test_whether_a_village_has_a_day_is_a_question_and_moves_nothing(service: Service) -> None:
    say(service, HERS, "ban tuoc co khong", "dat", "1", "1")
    assert booked(service) == [("Thượng Trạch", [("Ho Van Mai", 1985)])]


def test_only_one_of_two_is_booked_if_she_says_so(service: Service) -> None:
    say(service, TWO, "chi dat cho ho thi co thoi", "1")
    assert booked(service) == [("Tuộc", [("Ho Thi Co", 1990)])]


@pytest.mark.parametrize("text", ["sinh 1985", "quen nam sinh 1985", "41 tuoi"])
def test_a_year_said_after_the_echo_is_hers(service: Service, text: str) -> None:
    say(service, "dk ho van mai ban tuoc 29/12", text, "1")
    assert booked(service) == [("Tuộc", [("Ho Van Mai", 1985)])]


@pytest.mark.parametrize(
    "text",
    [
        "sai roi ban tuoc chu khong phai thuong trach",
        "khong phai thuong trach, ban tuoc",
        "khong phai thuong trach ma la ban tuoc",
    ],
)
def test_of_two_villages_the_one_ruled_out_is_not_meant(service: Service, text: str) -> None:
    say(service, "dk ho van mai 1985 trung tam thuong trach 29/12", text, "1")
    assert booked(service) == [("Tuộc", [("Ho Van Mai", 1985)])]


@pytest.mark.parametrize("text", ["doi ho thi co thanh ho thi cong", "Ho Thi Cong moi dung"])
def test_a_name_put_right_is_nobody_more(service: Service, text: str) -> None:
    say(service, TWO, text, "1")
    assert booked(service) == [("Tuộc", [("Ho Van Mai", 1985), ("Ho Thi Cong", 1990)])]


@pytest.mark.parametrize(
    "text",
    [
        "khong phai Ho Van Mai ma la Ho Van Mait",
        "doi Ho Van Mai thanh Ho Van Mait",
        "ten toi la Ho Van Mait khong phai Ho Van Mai",
        "ghi nham ten roi, phai la Ho Van Mait",
        "toi ten Ho Van Mait",
        "Ho Van Mait moi dung",
    ],
)
def test_who_has_a_place_and_is_called_otherwise_is_nobody_more(service: Service, text: str) -> None:
    say(service, HERS, "1")
    assert steps(say(service, text)) == ["fix_names.sure"]
    say(service, "1")
    assert booked(service) == [("Thượng Trạch", [("Ho Van Mait", 1985)])]


def test_who_is_not_like_anybody_booked_joins(service: Service) -> None:
    say(service, HERS, "1")
    # A name alone may say who texts: her place is shown, where others may be added.
    assert steps(say(service, "toi ten Ho Thi Co")) == ["my_booking.show"]
    say(service, "3")
    assert steps(say(service, "them Ho Thi Co")) == ["booking_more.join_them"]


@pytest.mark.parametrize("text", ["Ho Van Mai 1985", "Ho Van Mai", "them Ho Van Mai 1985"])
def test_who_has_a_place_already_is_told_of_it_and_not_booked_twice(service: Service, text: str) -> None:
    say(service, HERS, "1")
    answer = say(service, text)
    assert (steps(answer), "Ho Van Mai 1985" in answer) == (["my_booking.show"], True)
    assert booked(service) == [("Thượng Trạch", [("Ho Van Mai", 1985)])]


def test_another_of_the_same_name_and_another_year_joins(service: Service) -> None:
    say(service, HERS, "1")
    assert steps(say(service, "Ho Van Mai 1960")) == ["booking_more.join_them"]


@on_sqlite
@pytest.mark.parametrize("text", ["thay ho thi hai bang y ba 1970", "bo ho thi hai, them y ba 1970"])
def test_one_instead_of_another_is_nobody_more(service: Service, text: str) -> None:
    say(service, "dk ho van mot 1950, ho thi hai 1952 trung tam xa thuong trach thu 6", text, "1")
    (booking,) = bookings_of(service)
    assert [person.name for person in booking.people] == ["Ho Van Mot", "Y Ba"]


@on_sqlite
def test_who_is_ill_is_left_out_of_the_echo(service: Service) -> None:
    say(
        service,
        "dk ho van mot 1950, ho thi hai 1952 trung tam xa thuong trach thu 6",
        "ho thi hai om roi",
        "1",
    )
    (booking,) = bookings_of(service)
    assert [person.name for person in booking.people] == ["Ho Van Mot"]


@on_sqlite
@pytest.mark.parametrize("text", ["doi sang cho vo toi", "vo toi chu khong phai toi"])
def test_somebody_else_instead_of_her_is_asked_for_and_she_is_not_booked(service: Service, text: str) -> None:
    say(service, "dk ho van mot 1950 trung tam xa thuong trach thu 6", text, "Ho Thi B 1990", "1")
    (booking,) = bookings_of(service)
    assert [person.name for person in booking.people] == ["Ho Thi B"]
