"""helpdesk/conversation/own_phones.py: who did not book herself is told on her own phone."""

from datetime import time, timedelta

import pytest

from helpdesk.booking.changes import move
from helpdesk.booking.openings import from_day
from helpdesk.booking.persons.own_phones import MOST_MOVED
from helpdesk.clock import at_local
from helpdesk.messaging.tables import outbound_messages
from helpdesk.people.tables import persons
from helpdesk.text.segments import measure
from tests.conversation.talk import book, bookings_of, contact_of, count, say, speaks, steps, written
from tests.support.builders import PROXY, RESIDENT, Someone
from tests.support.service import Service

HER = Someone("Hồ Thị Năm", "+84912345677")


@pytest.fixture
def told(service: Service) -> str:
    """A proxy books for two and gives the phone of the second; what she was told."""
    book(service, names="Ho Van Doan 1979, Ho Thi Nam 1990", who=PROXY)
    noted = say(service, "XEM", "4", "2", "2", "0912 345 677", who=PROXY)
    assert steps(noted) == ["booking_more.phone_noted"]
    assert service.sweep("remind") == 1
    service.sweep("send")
    (text,) = written(service, "notice", HER)
    return text


def test_she_is_told_of_her_own_place_and_of_nobody_elses(service: Service, told: str) -> None:
    (booking,) = bookings_of(service, PROXY)
    assert told.startswith("Ho Thi Nam 1990 duoc dat cho: thu tu 2/12, den 7h30-8h30, so 2, ")
    assert booking.code in told
    assert "Doan" not in told
    assert measure(told).segments <= 2
    assert service.sweep("remind") == 0
    hers = persons.c.contact_id == contact_of(service, HER).id
    assert count(service, persons, hers, persons.c.name == "Ho Thi Nam") == 1


def test_her_reminders_come_to_her_too(service: Service, told: str) -> None:
    service.clock.set(at_local(service.clock.now().date(), time(11, 5)))
    service.sweep("remind")
    (reminder,) = written(service, "reminder", HER)
    assert reminder.startswith("Nhac Ho Thi Nam 1990: thu tu 2/12")
    assert len(written(service, "reminder", PROXY)) == 1
    # Neither is the reminder a question that her "1" would answer.
    assert steps(say(service, "1", who=HER)) != ["reminder.see_you"]


def test_by_night_she_is_not_woken(service: Service) -> None:
    book(service, names="Ho Van Doan 1979, Ho Thi Nam 1990", opening=3, who=PROXY)
    service.clock.set(at_local(service.clock.now().date(), time(22, 0)))
    say(service, "XEM", "4", "2", "2", "0912345677", who=PROXY)
    assert (service.sweep("remind"), written(service, "notice", HER)) == (0, [])
    service.clock.advance(timedelta(hours=10))
    assert service.sweep("remind") == 1


def test_who_opted_out_is_left_alone(service: Service) -> None:
    say(service, "TC", who=HER)
    book(service, names="Ho Van Doan 1979, Ho Thi Nam 1990", who=PROXY)
    say(service, "XEM", "4", "2", "2", "0912345677", who=PROXY)
    before = count(service, outbound_messages)
    assert service.sweep("remind") == 0
    assert count(service, outbound_messages) == before


def test_who_is_taken_off_is_told_so_and_may_see_by_code_and_year_before(service: Service, told: str) -> None:
    (booking,) = bookings_of(service, PROXY)
    assert steps(say(service, f"{booking.code} 1990", who=HER)) == ["my_booking.show"]
    say(service, "HUY", "3", who=PROXY)
    service.sweep("remind")
    assert steps(written(service, "notice", HER)[-1])[0] == "told_too.cancelled"


def test_her_own_number_is_no_other_persons(service: Service) -> None:
    book(service)
    assert steps(say(service, "XEM", "4", "2", RESIDENT.phone)) == ["booking_more.phone_known"]
    assert speaks(say(service, "XEM", "4", "2", "khong co"), "booking_more.kept")


def test_who_does_not_remember_the_number_has_not_said_no_and_is_told_what_one_looks_like(
    service: Service,
) -> None:
    book(service)
    assert steps(say(service, "XEM", "4", "2", "khong nho")) == ["booking_more.no_number"]
    assert speaks(say(service, "khong co"), "booking_more.kept")


def test_moved_there_and_back_all_day_she_is_not_texted_without_end(service: Service, told: str) -> None:
    (booking,) = bookings_of(service, PROXY)
    here = booking.opening
    for move_number in range(8):
        service.clock.advance(timedelta(minutes=5))
        with service.engine.begin() as db:
            coming = from_day(db, here.day, commune_id=here.commune_id, at_most=9)
            there = next(one for one in coming if one.place_id == here.place_id and one.day > here.day)
            to, now = (here if move_number % 2 else there), service.clock.now()
            moved = move(db, booking, to, now=now, timetable=service.runtime.settings.timetable)
        assert moved is not None
        booking = moved
        service.sweep("remind")
        service.sweep("send")
    said = [text for text in written(service, "notice", HER) if text != told]
    assert len(said) == MOST_MOVED
