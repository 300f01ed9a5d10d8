"""After an opening: the next date for who could not come, the watch over the result, and over the activation.

The booking is for Wednesday 2 December at the centre of Thượng Trạch, seen from the day before.
"""

from datetime import datetime

import sqlalchemy as sa

from helpdesk.booking.attending.attendance import Attendance, attendance_in
from helpdesk.booking.attending.outcome_states import Outcome
from helpdesk.booking.attending.outcomes import By, mark
from helpdesk.booking.bookings import Booking
from helpdesk.booking.persons.needs import Need
from helpdesk.booking.reminding.reaching import change_reach
from helpdesk.booking.tables import reminders
from helpdesk.conversation.calls.what_to_say import what_to_say
from helpdesk.people.contacts import hold
from helpdesk.people.tables import Reach
from helpdesk.tickets.calls import open_calls
from tests.conversation.talk import asked, book, bookings_of, contact_of, say, speaks, steps, written
from tests.support.builders import PROXY, RESIDENT
from tests.support.service import Service


def at(service: Service, day: int, hour: int = 11, minute: int = 0) -> int:
    """Go to a moment of December and sweep; how much was said."""
    service.clock.set(datetime(2026, 12, day, hour, minute))  # noqa: DTZ001 - commune time
    return service.sweep("remind")


def marked(service: Service, booked: Booking, *outcomes: Outcome) -> None:
    """On the day itself the team marks the persons of a booking, in their order."""
    service.clock.set(datetime(2026, 12, 2, 9))  # noqa: DTZ001 - commune time
    for one, outcome in zip(persons(service, booked), outcomes, strict=True):
        with service.engine.begin() as db:
            house = service.runtime.house
            mark(db, one.booked_id, outcome, by=By(None), now=service.clock.now(), timetable=house.timetable)


def persons(service: Service, booked: Booking) -> list[Attendance]:
    """The persons of a booking and what came of each."""
    with service.engine.connect() as db:
        return [one for one in attendance_in(db, [booked.opening.id]) if one.booking_id == booked.id]


def outcomes(service: Service, booked: Booking) -> list[Outcome | None]:
    """What came of each."""
    return [one.outcome for one in persons(service, booked)]


def said(service: Service) -> list[list[str]]:
    """The steps of what we started with since her reminders before the day."""
    return [steps(text) for text in written(service, "reminder") if steps(text) != ["reminder.one"]]


def test_who_could_not_come_is_told_the_next_date_once_and_books_again(service: Service) -> None:
    booked = book(service, opening=1)
    marked(service, booked, Outcome.ABSENT)
    assert [at(service, 2, 20), at(service, 3), at(service, 3, 14)] == [0, 1, 0]
    assert said(service) == [["reminder_no_show.again"]]
    assert steps(say(service, "1")) == ["book.confirm"]
    assert speaks(say(service, "1"), "book.booked")
    (again,) = bookings_of(service)
    assert (again.opening.day.day, again.people[0].name) == (4, "Ho Thi Mai")


def test_she_may_choose_another_date_or_leave_it(service: Service) -> None:
    for booked in [book(service, opening=1, who=who) for who in (RESIDENT, PROXY)]:
        marked(service, booked, Outcome.ABSENT)
    assert at(service, 3) == 2
    assert steps(say(service, "3")) == ["book.which_opening"]
    assert steps(say(service, "thoi", who=PROXY)) == ["reminder_no_show.left"]
    assert asked(service, PROXY) is None


def test_who_was_not_marked_or_came_or_has_booked_again_hears_nothing(service: Service) -> None:
    first = book(service, opening=1, names="Ho Thi Mai 1954, Ho Van Nam 1980")
    marked(service, first, Outcome.ABSENT, Outcome.CAME)
    service.clock.set(datetime(2026, 12, 2, 12))  # noqa: DTZ001 - commune time
    book(service, opening=1, names="Ho Thi Mai 1954")  # Friday 4
    assert at(service, 3) == 1  # the reminder of the new booking
    assert said(service) == []


def test_only_those_absent_are_named(service: Service) -> None:
    booked = book(service, opening=1, names="Ho Thi Mai 1954, Ho Van Nam 1980")
    marked(service, booked, Outcome.CAME, Outcome.ABSENT)
    at(service, 3)
    (text,) = written(service, "reminder")[-1:]
    assert ("Ho Van Nam" in text, "Ho Thi Mai" in text) == (True, False)


def test_from_the_result_to_the_activation(service: Service) -> None:
    booked = book(service, opening=1)
    marked(service, booked, Outcome.TAKEN)
    assert [at(service, 7), at(service, 8), at(service, 9)] == [0, 1, 0]
    assert said(service) == [["reminder_result.one"]]
    assert steps(say(service, "da co roi")) == ["reminder_activation.done_yet"]
    assert outcomes(service, booked) == [Outcome.NOTICED]
    assert steps(say(service, "2")) == ["activate.tell"]
    assert [at(service, 11), at(service, 12)] == [0, 1]
    assert said(service)[1:] == [["reminder_activation.done_yet"]]
    assert steps(say(service, "da kich hoat")) == ["reminder_activation.well_done"]
    assert outcomes(service, booked) == [Outcome.ACTIVATED]
    assert [at(service, 13), at(service, 25)] == [0, 0]


def test_the_word_xong_ends_it(service: Service) -> None:
    booked = book(service, opening=1)
    marked(service, booked, Outcome.TAKEN)
    at(service, 8)
    say(service, "1")
    assert steps(say(service, "XONG")) == ["reminder_activation.well_done"]
    assert outcomes(service, booked) == [Outcome.ACTIVATED]
    assert [at(service, day) for day in (9, 12, 13, 20)] == [0, 0, 0, 0]


def test_no_result_yet_is_answered_and_asked_once_more(service: Service) -> None:
    booked = book(service, opening=1)
    marked(service, booked, Outcome.TAKEN)
    at(service, 8)
    assert steps(say(service, "chua")) == ["no_result.tell"]
    assert [at(service, 9), at(service, 12), at(service, 13), at(service, 25)] == [0, 1, 0, 0]
    assert said(service) == [["reminder_result.one"]] * 2


def test_help_with_the_activation_is_a_booking_with_the_names_that_are_known(service: Service) -> None:
    marked(service, book(service, opening=1), Outcome.TAKEN)
    at(service, 8)
    say(service, "1")
    assert steps(say(service, "3")) == ["book.which_opening"]
    assert steps(say(service, "1")) == ["book.confirm"]
    assert speaks(say(service, "1"), "book.booked")


def test_a_household_gets_one_message_and_says_who_has_it(service: Service) -> None:
    booked = book(service, opening=1, names="Ho Thi Mai 1954, Ho Van Nam 1980, Ho Van Tu 1983")
    marked(service, booked, Outcome.TAKEN, Outcome.TAKEN, Outcome.TAKEN_WITH_CARD)
    assert at(service, 8) == 1
    (text,) = written(service, "reminder")[-1:]
    assert [name in text for name in ("Ho Thi Mai", "Ho Van Nam", "Ho Van Tu")] == [True, True, False]
    assert steps(say(service, "3")) == ["reminder_result.which"]
    assert steps(say(service, "Nam")) == ["reminder_activation.done_yet"]
    assert outcomes(service, booked) == [Outcome.TAKEN, Outcome.NOTICED, Outcome.TAKEN_WITH_CARD]


def test_two_things_are_asked_one_after_the_other(service: Service) -> None:
    marked(service, book(service, opening=1), Outcome.TAKEN)
    at(service, 7, 12)
    at(service, 8, 10)
    book(service, opening=1)  # Wednesday 9 December: its reminder is due on the 8th, too
    assert at(service, 8) == 1
    assert said(service) == []
    say(service, "1")
    assert [at(service, 8, 13), at(service, 8, 14)] == [0, 1]
    assert said(service) == [["reminder_result.one"]]


def reached_by_call(service: Service) -> None:
    contact_id = contact_of(service).id
    with service.engine.begin() as db:
        change_reach(db, hold(db, contact_id), Reach.CALL, now=service.clock.now())


def spoken(service: Service) -> list[list[str]]:
    """The words of the calls to be made."""
    with service.engine.connect() as db:
        calls = open_calls(db, now=service.clock.now())
        return [steps_of_words(one.words) for one in what_to_say(db, service.runtime.house, calls)]


def steps_of_words(words: str) -> list[str]:
    found = {
        "no_show": "chưa đến được. Buổi sau tại Trung tâm xã Thượng Trạch: thứ sáu 4/12",
        "result": "Hỏi đã có tin báo kết quả chưa",
        "activate": "nhắc kích hoạt VNeID",
    }
    return [name for name, words_of in found.items() if words_of in words]


def test_who_does_not_read_is_rung_about_each_of_it_and_texted_nothing(service: Service) -> None:
    booked = book(service, opening=1, names="Ho Thi Mai 1954, Ho Van Nam 1980")
    reached_by_call(service)
    marked(service, booked, Outcome.ABSENT, Outcome.TAKEN)
    before = len(written(service, "reminder"))
    assert at(service, 3) == 1
    assert spoken(service) == [["no_show", "result"]]
    assert at(service, 8) == 1
    assert len(written(service, "reminder")) == before


def test_a_mark_taken_back_takes_back_the_call_and_the_text_that_waits(service: Service) -> None:
    booked = book(service, opening=1)
    reached_by_call(service)
    marked(service, booked, Outcome.ABSENT)
    at(service, 3)
    assert spoken(service) == [["no_show"]]
    (one,) = persons(service, booked)
    with service.engine.begin() as db:
        house = service.runtime.house
        now = service.clock.now()
        mark(db, one.booked_id, Outcome.CAME, by=By(None), now=now, timetable=house.timetable)
    assert spoken(service) == []


def test_a_neighbour_tells_her_or_an_official_rings(service: Service) -> None:
    booked = book(service, opening=1)
    say(service, f"bao cho hang xom {PROXY.phone}")
    service.sweep("remind")
    say(service, "1", who=PROXY)
    marked(service, booked, Outcome.ABSENT)
    assert at(service, 3) == 1
    text = written(service, "reminder", PROXY)[-1]
    assert steps(text) == ["reminder_after_neighbour.no_show"]
    assert ("Ho Thi Mai" in text, "1954" in text) == (True, False)
    assert steps(say(service, "2", who=PROXY)) == ["reminder_after_neighbour.officer_rings"]
    assert spoken(service) == [["no_show"]]


def test_who_opted_out_or_asked_to_be_forgotten_hears_nothing(service: Service) -> None:
    for booked in [book(service, opening=1, who=who) for who in (RESIDENT, PROXY)]:
        marked(service, booked, Outcome.TAKEN)
    service.clock.set(datetime(2026, 12, 3, 9))  # noqa: DTZ001 - commune time
    for who, word in ((RESIDENT, "TC"), (PROXY, "XOA")):
        say(service, word, "1", who=who)
    assert [at(service, day) for day in (3, 8, 12)] == [0, 0, 0]


def test_reminders_of_an_unknown_kind_are_dropped(service: Service) -> None:
    book(service, opening=3)
    with service.engine.begin() as db:
        db.execute(reminders.update().where(reminders.c.kind == "three_days").values(kind="of_tomorrow"))
    assert [at(service, 4), at(service, 6)] == [0, 1]
    with service.engine.connect() as db:
        states = db.execute(sa.select(reminders.c.state).order_by(reminders.c.due_at)).scalars().all()
    assert states == ["dropped", "sent"]


def test_help_with_the_activation_is_noted_as_a_lent_phone_for_each(service: Service) -> None:
    booked = book(service, opening=1, names="Ho Thi Mai 1954, Ho Van Nam 1980")
    marked(service, booked, Outcome.TAKEN, Outcome.TAKEN)
    at(service, 8)
    say(service, "1", "3", "1", "1")
    (helped,) = bookings_of(service)
    assert [person.needs for person in helped.people] == [(Need.LENT_PHONE,)] * 2


def test_a_reminder_of_a_day_that_is_over_is_not_asked_again(service: Service) -> None:
    booked = book(service, opening=1)
    assert at(service, 1) == 1
    assert asked(service) == ("reminder", "one")
    marked(service, booked, Outcome.ABSENT)
    at(service, 3)
    assert steps(say(service, "2")) == ["reminder_no_show.left"]
    assert asked(service) is None


def test_who_tells_why_she_could_not_come_hears_a_kind_word_and_may_still_book(service: Service) -> None:
    booked = book(service, opening=1)
    marked(service, booked, Outcome.ABSENT)
    assert at(service, 3) == 1
    assert steps(say(service, "hom qua toi om")) == ["reminder_no_show.left"]
    assert asked(service) == ("reminder_no_show", "again")
