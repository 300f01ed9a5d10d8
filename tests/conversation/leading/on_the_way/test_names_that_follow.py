"""More names behind those of a booking that is open, or that is made. All are invented."""

import pytest

from tests.conversation.talk import bookings_of, say, steps
from tests.support.service import Service

THREE = "toi dat cho 9 nguoi ban tuoc 29/12 Ho Van Mai 1980, Ho Thi Co 1983, Y Dong 1990"
MORE = "Ho Van Tam 1970, Y Nuong 1965, Dinh Cu 1950"


def booked(service: Service) -> list[tuple[str, int]]:
    return [(booking.opening.place_name, booking.party) for booking in bookings_of(service)]


@pytest.mark.parametrize("names", [MORE, "Ho Van Tam, Y Nuong, Dinh Cu"])
def test_names_behind_a_booking_may_join_it(service: Service, names: str) -> None:
    say(service, THREE, "1")
    assert steps(say(service, names)) == ["booking_more.join_them"]
    say(service, "1")
    assert booked(service) == [("Tuộc", 6)]


def test_or_are_booked_elsewhere_and_not_asked_for_again(service: Service) -> None:
    say(service, THREE, "1", MORE)
    assert steps(say(service, "3"))[-1] == "book.where"
    assert steps(say(service, "y leng", "1")) == ["book.confirm"]
    say(service, "1")
    assert sorted(booked(service)) == [("Tuộc", 3), ("Y Leng", 3)]


def test_names_with_another_place_do_not_join(service: Service) -> None:
    say(service, THREE, "1")
    assert steps(say(service, "Ho Van Tam 1970 ban y leng 8/12")) == ["book.confirm"]


@pytest.mark.parametrize("text", ["4 Dinh Cu", "4. ba Lan", "4) Ho Van Tam"])
def test_a_number_before_a_name_goes_on_with_the_list(service: Service, text: str) -> None:
    say(service, THREE, text, "1")
    assert booked(service) == [("Tuộc", 4)]


@pytest.mark.parametrize("text", ["con lai gui sau", "lat nua gui sau"])
def test_who_sends_the_others_later_is_asked_the_same_and_never_given_up(service: Service, text: str) -> None:
    say(service, THREE)
    for _ in range(3):
        assert steps(say(service, text)) == ["book.consent_part"]
    say(service, "1")
    assert booked(service) == [("Tuộc", 3)]


def test_more_names_at_that_question_join_together(service: Service) -> None:
    say(service, THREE, "1", MORE)
    assert steps(say(service, "Ho Van Tam 1970, Cao Thi Sau 1981")) == ["booking_more.join_them"]
    say(service, "1")
    assert booked(service) == [("Tuộc", 7)]
