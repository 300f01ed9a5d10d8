"""helpdesk/conversation/leading/her_place/said_to_reminders.py: who answers a reminder in words of her own is answered, and not reminded again."""

from datetime import datetime, time, timedelta

import pytest
import sqlalchemy as sa

from helpdesk.booking.attending.outcome_states import Outcome
from helpdesk.clock import at_local
from helpdesk.tickets.tables import tickets
from tests.conversation.marks import attendances, mark_as
from tests.conversation.talk import asked, book, bookings_of, say, speaks, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service

MONDAY = 3


def _reminded(service: Service) -> None:
    book(service, opening=MONDAY)
    service.clock.set(datetime(2026, 12, 4, 11))  # noqa: DTZ001 - commune time
    assert service.sweep("remind") == 1
    assert asked(service) == ("reminder", "one")


@on_sqlite
@pytest.mark.parametrize("text", ["toi den tre duoc khong", "den muon mot chut duoc khong"])
def test_who_comes_late_is_told_the_hours(service: Service, text: str) -> None:
    _reminded(service)
    told = say(service, text)
    assert steps(told) == ["coming.late"]
    assert "7h30-11h" in told
    assert speaks(say(service, "1"), "reminder.see_you")


@on_sqlite
@pytest.mark.parametrize("text", ["xe hong roi", "xe bi hu", "mua lon qua khong ra duoc"])
def test_a_broken_motorbike_keeps_her_away_as_rain_does(service: Service, text: str) -> None:
    _reminded(service)
    assert steps(say(service, text)) == ["cannot_come.one"]


@on_sqlite
@pytest.mark.parametrize("text", ["de coi da", "de toi xem da", "de hoi chong da", "chua biet"])
def test_who_will_see_keeps_her_place(service: Service, text: str) -> None:
    _reminded(service)
    assert "cannot_come.kept" in steps(say(service, text))[0]
    assert asked(service) == ("reminder", "one")
    assert len(bookings_of(service)) == 1


@on_sqlite
@pytest.mark.parametrize("text", ["den", "chac den duoc", "toi van di duoc"])
def test_who_comes_after_all_says_so_in_a_word(service: Service, text: str) -> None:
    _reminded(service)
    say(service, "xe hong roi")
    assert "cannot_come.kept" in steps(say(service, text))[0]
    assert len(bookings_of(service)) == 1


@on_sqlite
@pytest.mark.parametrize("text", ["den", "chac den duoc", "se di"])
def test_to_the_reminder_itself_it_is_the_yes(service: Service, text: str) -> None:
    _reminded(service)
    assert speaks(say(service, text), "reminder.see_you")


@on_sqlite
@pytest.mark.parametrize(
    "text", ["toi co den ma", "toi den roi ma khong ai lam", "sao bao toi khong den", "hôm qua tôi có đi mà"]
)
def test_who_was_marked_absent_and_came_reaches_an_official_and_no_new_day(
    service: Service, text: str
) -> None:
    _reminded(service)
    (booking,) = bookings_of(service)
    service.clock.set(booking.opening.starts_at)
    for one in attendances(service, booking):
        mark_as(service, one, Outcome.ABSENT)
    service.clock.set(at_local(booking.opening.day + timedelta(days=1), time(11, 30)))
    assert service.sweep("remind") == 1
    assert steps(say(service, text)) == ["says_she_came.noted"]
    with service.engine.connect() as db:
        assert db.execute(sa.select(tickets.c.text)).scalars().all() == [text]


@on_sqlite
@pytest.mark.parametrize("text", ["chieu toi den", "9h toi moi den duoc", "trua toi ra"])
def test_who_comes_at_an_hour_of_her_own_is_told_the_hours(service: Service, text: str) -> None:
    _reminded(service)
    assert steps(say(service, text)) == ["coming.late"]


def test_who_comes_if_it_does_not_rain_keeps_her_place(service: Service) -> None:
    _reminded(service)
    assert speaks(say(service, "den duoc neu khong mua"), "cannot_come.kept")
    assert len(bookings_of(service)) == 1


@on_sqlite
@pytest.mark.parametrize("text", ["xem", "mai co phai di khong"])
def test_a_reminder_whose_day_is_over_is_not_said_again(service: Service, text: str) -> None:
    _reminded(service)
    (booking,) = bookings_of(service)
    service.clock.set(booking.opening.ends_at + timedelta(hours=20))
    assert "reminder.one" not in steps(say(service, text))
    assert (asked(service) or ("",))[0] != "reminder"


@on_sqlite
@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("cap cuu vo toi sap de", "emergency.call_at_once"),
        ("toi cap cuu o vien khong di duoc", "cannot_come."),
    ],
)
def test_an_emergency_is_no_reason_to_stay_away(service: Service, text: str, first: str) -> None:
    _reminded(service)
    assert steps(say(service, text))[0].startswith(first)


@on_sqlite
@pytest.mark.parametrize("said", ["them 1 nguoi", "cho them vo toi di cung", "có đi, dẫn theo con"])
def test_somebody_more_joins_and_whether_they_come_is_asked_again(service: Service, said: str) -> None:
    _reminded(service)
    assert steps(say(service, said)) == ["booking_more.who_joins"]
    assert steps(say(service, "y the 1984")) == ["booking_more.join_them"]
    say(service, "1")
    assert ([one.party for one in bookings_of(service)], asked(service)) == ([2], ("reminder", "one"))
    assert speaks(say(service, "1"), "reminder.see_you")


@on_sqlite
@pytest.mark.parametrize("said", ["chở theo vợ y lan 1990 làm luôn", "y lan 1990"])
def test_who_is_named_then_is_asked_about_at_once_and_may_stay_at_home(service: Service, said: str) -> None:
    _reminded(service)
    assert steps(say(service, said)) == ["booking_more.join_them"]
    say(service, "2")
    assert ([one.party for one in bookings_of(service)], asked(service)) == ([1], ("reminder", "one"))


@on_sqlite
def test_her_own_name_said_to_a_reminder_adds_nobody(service: Service) -> None:
    _reminded(service)
    say(service, "ho thi mai 1954")
    assert asked(service) == ("reminder", "one")
