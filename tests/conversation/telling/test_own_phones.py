"""helpdesk/conversation/telling/own_phones.py: who did not book herself is told on her own phone."""

from datetime import time, timedelta

import pytest
import sqlalchemy as sa

from helpdesk.booking.attending.outcome_states import Outcome
from helpdesk.booking.bookings import Booking
from helpdesk.booking.changes import move
from helpdesk.booking.openings import from_day
from helpdesk.booking.persons.own_phones import MOST_MOVED
from helpdesk.clock import at_local
from helpdesk.messaging.tables import outbound_messages
from helpdesk.people.persons import Person, person_named
from helpdesk.people.tables import persons
from helpdesk.text.segments import measure
from tests.conversation.marks import attendances, mark_as
from tests.conversation.talk import book, bookings_of, contact_of, count, say, speaks, steps, written
from tests.support.builders import PROXY, RESIDENT, Someone
from tests.support.invariants import Findings, notices_once
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


def test_what_she_is_to_bring_is_for_her_own_case(service: Service) -> None:
    book(service, names="Ho Van Doan 1979, Ho Thi Nam 2016", who=PROXY)
    say(service, "XEM", "4", "2", "2", "0912 345 677", who=PROXY)
    service.sweep("remind")
    (text,) = written(service, "notice", HER)
    assert "Mang the cua chau, cha me di cung chau, may co SIM ten cha me." in text


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
    to_and_fro(service, 8, every=timedelta(minutes=5))
    said = [text for text in written(service, "notice", HER) if text != told]
    assert len(said) == MOST_MOVED


def test_moved_twice_within_a_minute_she_goes_where_she_is_booked(service: Service, told: str) -> None:
    to_and_fro(service, 2, every=timedelta(seconds=10))
    (booking,) = bookings_of(service, PROXY)
    away, back = [text for text in written(service, "notice", HER) if text != told]
    assert ("thu tu 2/12" in away, "thu tu 2/12" in back) == (False, True)
    assert booking.code in back


def test_who_was_reminded_and_is_moved_is_reminded_of_the_new_day_too(service: Service, told: str) -> None:
    (booking,) = bookings_of(service, PROXY)
    the_day_before(service, booking)
    to_and_fro(service, 1, every=timedelta(minutes=5))
    (moved,) = bookings_of(service, PROXY)
    the_day_before(service, moved)
    first, second = written(service, "reminder", HER)
    assert ("thu tu 2/12" in first, "thu tu 2/12" in second) == (True, False)
    findings = Findings()
    with service.engine.connect() as db:
        notices_once(db, findings)
    assert findings.faults == []


def test_what_was_taken_back_before_it_left_is_said_when_the_number_is_put_right_again(
    service: Service,
) -> None:
    book(service, names="Ho Van Doan 1979, Ho Thi Nam 1990", opening=3, who=PROXY)
    wrong = Someone("Không ai", "+84912345678")
    for someone in (HER, wrong, HER):
        noted = say(service, "XEM", "4", "2", "2", someone.phone, who=PROXY)
        assert steps(noted) == ["booking_more.phone_noted"]
        assert service.sweep("remind") == 1
        service.clock.advance(timedelta(seconds=10))
    m = outbound_messages.c
    left = sa.select(m.recipient).where(m.kind == "notice", m.state == "queued")
    with service.engine.connect() as db:
        assert db.execute(left).scalars().all() == [HER.phone]


def the_day_before(service: Service, booking: Booking) -> None:
    """It is late in the morning of the day before a booking, and what is due is said."""
    service.clock.set(at_local(booking.opening.day - timedelta(days=1), time(11, 5)))
    service.sweep("remind")
    service.sweep("send")


def to_and_fro(service: Service, times: int, *, every: timedelta) -> None:
    """The proxy's booking goes to the next opening and back again, and what is due is said each time."""
    (booking,) = bookings_of(service, PROXY)
    here = booking.opening
    for number in range(times):
        service.clock.advance(every)
        with service.engine.begin() as db:
            coming = from_day(db, here.day, commune_id=here.commune_id, at_most=9)
            there = next(one for one in coming if one.place_id == here.place_id and one.day > here.day)
            to, now = (here if number % 2 else there), service.clock.now()
            moved = move(db, booking, to, now=now, timetable=service.runtime.settings.timetable)
        assert moved is not None
        booking = moved
        service.sweep("remind")
        service.sweep("send")


def test_one_who_cannot_be_told_keeps_nobody_else_waiting(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    book(service, names="Ho Van Doan 1979, Ho Thi Nam 1990", who=PROXY)
    other = "0912345644"
    for person, number in (("1", other), ("2", HER.phone)):
        say(service, "XEM", "4", "2", person, number, who=PROXY)

    def fails(db: sa.Connection, person_id: int) -> Person:
        found = person_named(db, person_id)
        if found.name == "Ho Van Doan":
            raise RuntimeError(person_id)
        return found

    monkeypatch.setattr("helpdesk.conversation.telling.own_phones.person_named", fails)
    with pytest.raises(ExceptionGroup):
        service.sweep("remind")
    assert len(written(service, "notice", HER)) == 1


def test_two_of_a_family_with_one_phone_get_one_text_that_names_both(service: Service) -> None:
    book(service, names="Ho Van Doan 1979, Ho Thi Nam 1990, Ho Van Sau 2005", who=PROXY)
    for person in ("2", "3"):
        assert steps(say(service, "XEM", "4", "2", person, HER.phone, who=PROXY)) == [
            "booking_more.phone_noted"
        ]
    assert service.sweep("remind") == 1
    (text,) = written(service, "notice", HER)
    assert text.startswith(
        "Ho Thi Nam 1990, Ho Van Sau 2005 duoc dat cho: thu tu 2/12, den 7h30-8h30, so 2-3, "
    )
    assert measure(text).segments <= 2
    # One of them is cancelled before it has left: the other is told all the same, and alone.
    say(service, "HUY", "Ho Van Sau", "1", who=PROXY)
    assert service.sweep("remind") == 1
    assert written(service, "notice", HER)[-1].startswith("Ho Thi Nam 1990 duoc dat cho")
    states = outbound_messages.c.recipient == HER.phone, outbound_messages.c.state == "dropped"
    assert count(service, outbound_messages, *states) == 1


def test_what_follows_the_visit_is_said_on_her_own_phone_too(service: Service, told: str) -> None:
    (booking,) = bookings_of(service, PROXY)
    hers = next(one for one in attendances(service, booking) if one.name == "Ho Thi Nam")
    service.clock.set(booking.opening.starts_at)
    mark_as(service, hers, Outcome.TAKEN)
    service.clock.set(at_local(booking.opening.day + timedelta(days=6), time(11)))
    service.sweep("remind")
    assert written(service, "reminder", HER)[-1].startswith("Hom thu tu 2/12 Ho Thi Nam 1990 da lam muc 2. ")
    mark_as(service, hers, Outcome.NOTICED)
    service.clock.advance(timedelta(days=3))
    service.sweep("remind")
    assert written(service, "reminder", HER)[-1].startswith("Ho Thi Nam 1990: kich hoat VNeID trong 7 ngay")
    before = len(written(service, "reminder", HER))
    mark_as(service, hers, Outcome.ACTIVATED)
    service.clock.advance(timedelta(days=9))
    service.sweep("remind")
    assert len(written(service, "reminder", HER)) == before


def test_who_was_marked_absent_by_a_slip_is_told_nothing_on_her_phone(service: Service, told: str) -> None:
    (booking,) = bookings_of(service, PROXY)
    hers = next(one for one in attendances(service, booking) if one.name == "Ho Thi Nam")
    service.clock.set(booking.opening.starts_at)
    before = written(service, "reminder", HER)
    mark_as(service, hers, Outcome.ABSENT)
    mark_as(service, hers, Outcome.CAME)
    service.clock.set(at_local(booking.opening.day + timedelta(days=1), time(11)))
    service.sweep("remind")
    assert written(service, "reminder", HER) == before


def test_on_her_own_phone_she_sees_her_place_and_changes_it_only_with_the_code_and_a_year(
    service: Service, told: str
) -> None:
    (booking,) = bookings_of(service, PROXY)
    for asked in ("XEM", "HUY", "DOI"):
        shown = say(service, asked, who=HER)
        assert steps(shown) == ["past_booking.told_here"], asked
        assert (booking.code in shown, "Ho Thi Nam 1990" in shown) == (True, True)
        assert "Doan" not in shown
        assert measure(shown).segments <= 2
    say(service, "1", who=HER)
    assert [one.party for one in bookings_of(service, PROXY)] == [2]
    assert steps(say(service, f"{booking.code} 1990", who=HER)) == ["my_booking.show"]
    (nothing,) = steps(say(service, "XEM", who=RESIDENT))
    assert nothing.startswith("my_booking.none_yet")
