"""helpdesk/conversation/telling/sweeps.py and starting.py: reminders, and questions that nobody answered.

The booking is for Monday 7 December: reminders on Friday 4 and on Sunday 6, at 11:00.
"""

import json
from datetime import date, datetime, timedelta

import pytest
import sqlalchemy as sa

from helpdesk.booking.states import BookingState
from helpdesk.booking.tables import reminders
from helpdesk.conversation.tables import conversations
from helpdesk.messaging.gateways import active
from helpdesk.messaging.tables import gateways, outbound_messages
from helpdesk.people import neighbours
from helpdesk.people.contacts import meet
from tests.conversation.talk import (
    asked,
    book,
    bookings_of,
    choose,
    contact_of,
    conversation,
    say,
    steps,
    written,
)
from tests.support import builders
from tests.support.at_once import at_once
from tests.support.builders import LEADER, PROXY, RESIDENT
from tests.support.one_database import on_sqlite
from tests.support.service import Service

MONDAY = 3
"""The third opening that is offered."""

LABELS = ("1 ", "2 ", "3 ")


def _at(service: Service, day: int, hour: int, minute: int = 0) -> None:
    service.clock.set(datetime(2026, 12, day, hour, minute))  # noqa: DTZ001 - commune time


def _remind(service: Service, day: int, hour: int = 11, minute: int = 0) -> int:
    _at(service, day, hour, minute)
    return service.sweep("remind")


def test_a_booking_is_reminded_of_three_days_and_one_day_before(service: Service) -> None:
    booked = book(service, opening=MONDAY)
    counts = {}
    for day in (3, 4, 5, 6, 7):
        for hour in (7, 10, 11, 12, 20):
            if said := _remind(service, day, hour):
                counts[day, hour] = said
    assert counts == {(4, 11): 1, (6, 11): 1}
    texts = written(service, "reminder")
    assert [steps(text) for text in texts] == [["reminder.one"]] * 2
    assert all(booked.code in text and "thu hai 7/12" in text for text in texts)


def test_it_leaves_the_way_she_last_came_and_not_after_it_is_of_use(service: Service) -> None:
    book(service, opening=MONDAY)
    _remind(service, 6)
    with service.engine.connect() as db:
        m = outbound_messages.c
        query = sa.select(gateways.c.channel, m.recipient, m.due_at, m.useful_until, m.kind, m.state)
        row = db.execute(query.join(gateways).where(m.kind == "reminder")).one()
    starts_at = bookings_of(service)[0].opening.starts_at
    assert tuple(row) == (
        "simulator",
        RESIDENT.phone,
        service.clock.now(),
        starts_at,
        "reminder",
        "queued",
    )
    service.sweep("send")
    with service.engine.connect() as db:
        states = db.execute(sa.select(m.state).where(m.kind == "reminder")).scalars().all()
    assert states == ["sent"]


@pytest.mark.parametrize(
    ("reply", "spoken"),
    [("1", "reminder.see_you"), ("2", "cancel.sure"), ("3", "reschedule.to_when")],
)
def test_she_answers_that_she_comes_cancels_or_changes(service: Service, reply: str, spoken: str) -> None:
    book(service, opening=MONDAY)
    _remind(service, 4)
    assert steps(say(service, reply)) == [spoken]
    (booking,) = bookings_of(service)
    assert booking.state is (BookingState.COMING if reply == "1" else BookingState.BOOKED)


def test_who_said_that_she_comes_is_reminded_the_day_before_all_the_same(service: Service) -> None:
    book(service, opening=MONDAY)
    _remind(service, 4)
    say(service, "1")
    assert _remind(service, 6) == 1


def test_several_bookings_of_one_phone_are_one_message_and_1_is_for_all(service: Service) -> None:
    made = [
        book(service, opening=MONDAY, names=names, who=PROXY)
        for names in ("Ho Van Ba 1960", "Ho Thi Tu 1962, Ho Van Nam 1964", "Ho Thi Sau 1966")
    ]
    assert _remind(service, 4) == 1
    (text,) = written(service, "reminder", PROXY)
    assert steps(text) == ["reminder.several"]
    assert all(booking.code in text for booking in made)
    assert steps(say(service, "1", who=PROXY)) == ["reminder.see_you"]
    assert [booking.state for booking in bookings_of(service, PROXY)] == [BookingState.COMING] * 3


def test_what_was_cancelled_is_not_reminded_of(service: Service) -> None:
    book(service, opening=MONDAY)
    kept = book(service, opening=MONDAY, names="Ho Van Ba 1960")
    question = say(service, "HUY")
    (line,) = [line for line in question.splitlines() if line.startswith(LABELS)][:1]
    assert "thu hai 7/12" in line
    say(service, "1", "1")
    assert [booking.id for booking in bookings_of(service)] == [kept.id]
    assert _remind(service, 4) == 1
    assert steps(written(service, "reminder")[0]) == ["reminder.one"]
    say(service, "HUY", "1")
    assert bookings_of(service) == []
    assert _remind(service, 6) == 0


def test_a_booking_that_was_moved_is_reminded_of_its_new_day(service: Service) -> None:
    book(service, opening=1)  # Wednesday: too soon for the first reminder
    assert _remind(service, 1, 11) == 1
    assert steps(say(service, "3")) == ["reschedule.to_when"]
    assert steps(say(service, "2")) == ["reschedule.moved"]
    (moved,) = bookings_of(service)
    assert moved.opening.day.day == 7
    assert [_remind(service, day) for day in (2, 3, 4, 5, 6)] == [0, 0, 1, 0, 1]
    assert ["thu hai 7/12" in text for text in written(service, "reminder")] == [False, True, True]


def test_two_sweeps_at_once_say_it_once(service: Service) -> None:
    for who in (RESIDENT, PROXY):
        book(service, opening=MONDAY, who=who)
    _at(service, 4, 11)
    assert sum(at_once(4, lambda _number: service.sweep("remind"))) == 2
    assert [len(written(service, "reminder", who)) for who in (RESIDENT, PROXY)] == [1, 1]


def test_nobody_is_asked_at_night_what_she_would_see_in_the_morning(service: Service) -> None:
    """The machine was off from before eleven until late in the evening, and she is in the middle of something."""
    book(service, opening=MONDAY)
    _at(service, 4, 10)
    choose(service, opening=MONDAY, names="Ho Van Ba 1960")
    assert _remind(service, 4, 21, 30) == 0
    assert steps(say(service, "1")) == ["book.booked"], "her 1 is for what she was asked"
    assert _remind(service, 5, 6, 59) == 0
    assert _remind(service, 5, 7) == 1


def test_who_opted_out_is_not_reminded_and_books_all_the_same(service: Service) -> None:
    book(service, opening=MONDAY)
    assert steps(say(service, "TC")) == ["opt_out.still_booked"]
    assert [say(service, text) for text in ("TC", "xyz abc", "cam on")] == ["", "", ""]
    assert [_remind(service, day) for day in (4, 6)] == [0, 0]
    assert written(service, "reminder") == []
    with service.engine.connect() as db:
        assert set(db.execute(sa.select(reminders.c.state)).scalars()) == {"dropped"}
    assert steps(choose(service, names="Ho Van Ba 1960")) == ["book.confirm"]
    assert steps(say(service, "1")) == ["book.booked", "book.no_reminder"], "she is told so"
    assert steps(say(service, "XEM")) == ["my_booking.which"]
    assert steps(say(service, "NHAN TIN")) == ["opt_in.welcome"]


def test_who_opts_out_before_a_reminder_leaves_does_not_get_it(service: Service) -> None:
    book(service, opening=MONDAY)
    assert _remind(service, 4) == 1
    say(service, "TC")
    service.sweep("send")
    with service.engine.connect() as db:
        m = outbound_messages.c
        row = db.execute(sa.select(m.state, m.code).where(m.kind == "reminder")).one()
    assert tuple(row) == ("dropped", "opted_out")


def test_a_reminder_suspends_a_question_in_mid_booking_and_gives_way_again(service: Service) -> None:
    book(service, opening=MONDAY)
    _at(service, 4, 10)
    question = choose(service, opening=2, names="Ho Van Ba 1960")
    _remind(service, 4)
    assert asked(service) == ("reminder", "one")
    answer = say(service, "1")
    assert steps(answer) == ["reminder.see_you", "book.confirm"]
    assert answer.endswith(question)
    assert len(bookings_of(service)) == 1
    assert steps(say(service, "1")) == ["book.booked"]
    assert len(bookings_of(service)) == 2


def test_a_name_texted_while_a_reminder_lies_on_top_goes_to_the_question_below(service: Service) -> None:
    book(service, opening=MONDAY)
    _at(service, 4, 10)
    say(service, "DAT", "1", "2")
    assert asked(service) == ("book", "who")
    _remind(service, 4)
    assert steps(say(service, "Ho Van Ba 1960")) == ["book.confirm"]
    assert steps(say(service, "1")) == ["book.booked"]


@on_sqlite
@pytest.mark.parametrize("text", ["ok", "dong y", "vang a", "co", "Dung", "Dat", "3 nguoi"])
def test_a_yes_to_a_reminder_is_never_taken_for_a_yes_to_the_booking_below(
    service: Service, text: str
) -> None:
    book(service, opening=MONDAY)
    _at(service, 4, 10)
    choose(service, opening=MONDAY, names="Ho Van Ba 1960")
    _remind(service, 4)
    say(service, text)
    assert len(bookings_of(service)) == 1


def test_neither_is_a_yes_to_a_reminder_a_question_to_the_officials(service: Service) -> None:
    book(service, opening=MONDAY)
    _at(service, 4, 10)
    assert steps(say(service, "gap can bo")) == ["human.how"]
    _remind(service, 4)
    assert "human.noted" not in steps(say(service, "vang a"))
    assert steps(say(service, "the cua toi bao gio co")) == ["human.noted"]


def test_one_whose_conversation_is_broken_keeps_nobody_else_waiting(service: Service) -> None:
    for who in (RESIDENT, PROXY):
        book(service, opening=MONDAY, who=who)
        say(service, "menu", who=who)
    with service.engine.begin() as db:
        hers = conversations.c.contact_id == meet(db, RESIDENT.phone, now=service.clock.now()).id
        db.execute(conversations.update().where(hers).values(state={"version": 99}))
    with pytest.raises(ExceptionGroup, match="1 failed, 1 did not"):
        _remind(service, 4)
    assert [len(written(service, "reminder", who)) for who in (RESIDENT, PROXY)] == [0, 1]
    with service.engine.begin() as db:
        db.execute(conversations.update().where(hers).values(state=None))
    assert service.sweep("remind") == 1, "it was not lost"


def test_a_reminder_that_fails_keeps_no_neighbour_waiting(service: Service) -> None:
    book(service, opening=MONDAY)
    with service.engine.begin() as db:
        hers = meet(db, RESIDENT.phone, now=service.clock.now()).id
        broken = conversations.update().where(conversations.c.contact_id == hers)
        db.execute(broken.values(state={"version": 99}))
        helped = builders.contact(db, LEADER, now=service.clock.now()).id
        neighbours.name(db, helped, PROXY.phone, now=service.clock.now())
    with pytest.raises(ExceptionGroup, match="1 failed, 0 did not"):
        _remind(service, 4)
    assert len(written(service, "notice", PROXY)) == 1


def test_on_a_one_way_gateway_no_question_is_opened(service: Service) -> None:
    with service.engine.begin() as db:
        contact = builders.contact(db, now=service.clock.now())
        monday = builders.opening(
            db, builders.place(db, builders.commune(db, "Trường Sơn")), day=date(2026, 12, 7)
        )
        builders.booking(db, monday, now=service.clock.now(), contact_id=contact.id)
        db.execute(gateways.update().values(two_way=False))
    house = service.runtime.house
    with service.engine.connect() as db:
        house.gateways = active(db)
    assert _remind(service, 4) == 1
    (text,) = written(service, "reminder")
    assert not any(line.startswith(LABELS) for line in text.splitlines())
    assert conversation(service) is None


def test_a_question_unanswered_for_three_days_is_forgotten_with_the_names_in_it(service: Service) -> None:
    choose(service, names="Ho Thi Mai 1954")
    assert "Mai" in json.dumps(conversation(service).state)
    service.clock.advance(timedelta(days=3))
    assert service.sweep("forget") == 0
    service.clock.advance(timedelta(seconds=1))
    assert service.sweep("forget") == 1
    row = conversation(service)
    assert (row.state, row.flow, row.step, row.asked_at) == (None, "book", None, None), (
        "but for what it was about"
    )
    assert service.sweep("forget") == 0


def test_an_answer_begins_the_three_days_anew(service: Service) -> None:
    choose(service)
    service.clock.advance(timedelta(days=2))
    say(service, "mang theo gi")
    service.clock.advance(timedelta(days=2))
    assert service.sweep("forget") == 0
    assert asked(service) == ("book", "consent")


def test_a_reminder_does_not_prolong_the_life_of_names_below_it(service: Service) -> None:
    book(service, opening=MONDAY, names="Ho Van Ba 1960")
    _at(service, 3, 13)
    choose(service, opening=2, names="Ho Thi Mai 1954")
    _remind(service, 4)
    _remind(service, 6)
    assert "Mai" in json.dumps(conversation(service).state)
    _at(service, 6, 13, 1)
    assert service.sweep("forget") == 1
    assert "Mai" not in json.dumps(conversation(service).state)
    assert conversation(service).suspended_at is None
    assert service.sweep("forget") == 0
    assert steps(say(service, "1")) == ["reminder.see_you"], "the reminder itself is still to be answered"


def test_hundreds_of_unanswered_questions_are_forgotten_in_one_sweep(service: Service) -> None:
    with service.engine.begin() as db:
        row = {"edition": service.runtime.house.script.edition, "not_understood": 0}
        state = {"version": 1, "flow": "menu", "step": "menu", "answers": {}, "tries": 0, "trail": []}
        at = service.clock.now()
        for n in range(450):
            contact = meet(db, f"+84912{n:06}", now=at)
            values = {**row, "contact_id": contact.id, "state": {**state, "below": []}, "asked_at": at}
            db.execute(conversations.insert().values(**values, changed_at=at))
    service.clock.advance(timedelta(days=4))
    assert service.sweep("forget") == 450


def test_forgetting_and_answering_at_once_books_nothing_either_way(service: Service) -> None:
    choose(service, opening=MONDAY)
    service.clock.advance(timedelta(days=4))

    def either(number: int) -> object:
        return service.sweep("forget") if number else steps(say(service, "1"))

    spoken, _closed = at_once(2, either)
    assert spoken == ["which_topic.too_late"]
    assert bookings_of(service) == []
    assert contact_of(service).consented_at is None
