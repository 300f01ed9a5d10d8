"""helpdesk/conversation/leading/her_place/comes_that_day.py: the day of her place, said alone, says that she comes."""

from datetime import datetime

import pytest

from helpdesk.booking.states import BookingState
from tests.conversation.talk import book, bookings_of, say, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service

WEDNESDAY = 1


def _booked_for_tomorrow(service: Service, names: str = "Ho Van A 1985") -> None:
    book(service, opening=WEDNESDAY, names=names)
    service.clock.set(datetime(2026, 12, 1, 11))  # noqa: DTZ001 - commune time


@on_sqlite
@pytest.mark.parametrize("text", ["mai", "mai di", "mai toi di nhe", "thu 4 toi di", "sang mai ca nha ra"])
def test_the_day_of_her_place_alone_says_that_she_comes(service: Service, text: str) -> None:
    _booked_for_tomorrow(service)
    assert steps(say(service, text)) == ["coming.see_you"]
    assert len(bookings_of(service)) == 1


@on_sqlite
def test_in_the_afternoon_of_a_morning_she_is_told_until_when_it_is_open(service: Service) -> None:
    _booked_for_tomorrow(service)
    assert steps(say(service, "chieu mai toi di")) == ["coming.late"]


@on_sqlite
@pytest.mark.parametrize(
    "text", ["mai em di duoc khong", "thu 6 toi di", "mai vo toi di", "mai doi den khong", "huy mai"]
)
def test_another_day_another_person_and_a_question_are_none(service: Service, text: str) -> None:
    _booked_for_tomorrow(service)
    assert "coming.see_you" not in steps(say(service, text))


@on_sqlite
def test_who_has_no_place_that_day_is_not_expected(service: Service) -> None:
    assert "coming" not in str(steps(say(service, "mai toi di")))


@on_sqlite
@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("tuan sau toi moi xuong duoc", "thu hai 7/12"),
        ("bua sau toi xuong", "thu sau 4/12"),
        ("hôm sau tôi xuống nghe", "thu sau 4/12"),
        ("thu 4 sau toi di", "thu sau 4/12"),
        ("may bua nua tui moi len", "thu sau 4/12"),
        ("thang sau toi di", "thu hai 4/1"),
        ("mai mot toi di", "thu sau 4/12"),
    ],
)
def test_a_later_time_said_to_the_reminder_lists_the_days_and_holds_nobody_as_coming(
    service: Service, text: str, first: str
) -> None:
    _reminded_of_tomorrow(service)
    assert say(service, text).splitlines()[1].startswith(f"1 {first} ")
    assert [one.state for one in bookings_of(service)] == [BookingState.BOOKED]


@on_sqlite
@pytest.mark.parametrize("text", ["mot toi xuong", "mai toi len ray, mot toi xuong"])
def test_the_day_after_tomorrow_without_its_accent_is_no_yes(service: Service, text: str) -> None:
    _reminded_of_tomorrow(service)
    assert say(service, text).startswith("Thu nam 3/12 khong co buoi")
    assert [one.state for one in bookings_of(service)] == [BookingState.BOOKED]


@on_sqlite
@pytest.mark.parametrize("text", ["tuan nay toi di", "mot minh toi di", "hom do toi di"])
def test_her_own_week_and_one_alone_are_the_yes_still(service: Service, text: str) -> None:
    _reminded_of_tomorrow(service)
    assert steps(say(service, text)) == ["reminder.see_you"]


def _reminded_of_tomorrow(service: Service) -> None:
    _booked_for_tomorrow(service)
    assert service.sweep("remind") == 1
