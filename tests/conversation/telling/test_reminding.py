"""helpdesk/conversation/telling/reminding.py, neighbours.py and calling.py: each reminder reaches her in exactly one way.

The booking is for Monday 7 December: reminders on Friday 4 and on Sunday 6, at 11:00.
"""

from datetime import datetime

import sqlalchemy as sa

from helpdesk.booking.changes import cancel
from helpdesk.booking.reminding.reaching import change_reach
from helpdesk.booking.states import BookingState
from helpdesk.booking.tables import reminders
from helpdesk.conversation.calls.what_to_say import what_to_say
from helpdesk.people.contacts import hold
from helpdesk.people.tables import Reach
from helpdesk.tickets.calls import Call, open_calls, told
from helpdesk.tickets.tables import call_tasks
from tests.conversation.talk import asked, book, bookings_of, contact_of, count, say, speaks, steps, written
from tests.support import builders
from tests.support.at_once import at_once
from tests.support.builders import PROXY, RESIDENT
from tests.support.service import Service

MONDAY = 3
"""The third opening that is offered."""


def at(service: Service, day: int, hour: int = 11) -> int:
    """Go to a moment of December and sweep; how much was said."""
    service.clock.set(datetime(2026, 12, day, hour))  # noqa: DTZ001 - commune time
    return service.sweep("remind")


def reached_by(service: Service, reach: Reach) -> None:
    """An official notes how she is told."""
    contact_id = contact_of(service).id
    with service.engine.begin() as db:
        change_reach(db, hold(db, contact_id), reach, now=service.clock.now())


def calls(service: Service) -> list[Call]:
    """The calls still to be made."""
    with service.engine.connect() as db:
        return open_calls(db, now=service.clock.now())


def agree(service: Service) -> None:
    """The proxy is named, asked and agrees."""
    assert steps(say(service, f"bao cho hang xom {PROXY.phone}")) == ["reach.will_ask"]
    assert service.sweep("remind") == 1
    assert steps(say(service, "1", who=PROXY)) == ["neighbour.thanks"]


def test_each_reminder_of_who_does_not_read_is_a_call_and_no_text(service: Service) -> None:
    booked = book(service, opening=MONDAY)
    reached_by(service, Reach.CALL)
    assert at(service, 4) == 1
    (first,) = calls(service)
    assert (first.booking_id, first.address) == (booked.id, RESIDENT.phone)
    assert at(service, 4, 12) == 0
    assert at(service, 6) == 1
    (second,) = calls(service)
    assert (second.id != first.id, second.due_by) == (True, booked.opening.starts_at)
    assert written(service, "reminder") == []


def test_what_to_say_names_who_where_when_what_to_bring_and_the_code(service: Service) -> None:
    booked = book(service, opening=MONDAY, names="Ho Thi Mai 1954")
    reached_by(service, Reach.CALL)
    at(service, 4)
    with service.engine.connect() as db:
        (spoken,) = what_to_say(db, service.runtime.house, calls(service))
    assert spoken.names == ("Ho Thi Mai",)
    pieces = ["Ho Thi Mai 1954", "Trung tâm xã Thượng Trạch", "thứ hai 7/12", "7h30-8h30", "thẻ căn cước"]
    assert [piece in spoken.words for piece in [*pieces, booked.code]] == [True] * 6


def test_two_sweeps_at_once_open_one_call(service: Service) -> None:
    book(service, opening=MONDAY)
    reached_by(service, Reach.CALL)
    service.clock.set(datetime(2026, 12, 4, 11))  # noqa: DTZ001 - commune time
    assert sum(at_once(4, lambda _number: service.sweep("remind"))) == 1
    assert count(service, call_tasks) == 1


def test_a_call_is_gone_with_the_booking_and_moves_with_it(service: Service) -> None:
    book(service, opening=1)
    reached_by(service, Reach.CALL)
    assert at(service, 1) == 1
    assert steps(say(service, "DOI")) == ["reschedule.to_when"]
    assert steps(say(service, "2")) == ["reschedule.moved"]
    assert calls(service) == []
    assert at(service, 4) == 1
    (call,) = calls(service)
    (booking,) = bookings_of(service)
    assert call.due_by < booking.opening.starts_at
    with service.engine.begin() as db:
        cancel(db, booking, now=service.clock.now())
    assert calls(service) == []
    assert at(service, 6) == 0


def test_what_was_said_by_call_is_not_texted_when_she_reads_again(service: Service) -> None:
    booked = book(service, opening=MONDAY)
    reached_by(service, Reach.CALL)
    at(service, 4)
    (call,) = calls(service)
    with service.engine.begin() as db:
        by = builders.officer(db, booked.opening.commune_id, now=service.clock.now())
        assert told(db, call.id, official_id=by, commune_id=None, now=service.clock.now())
    reached_by(service, Reach.TEXT)
    assert (service.sweep("remind"), written(service, "reminder")) == (0, [])


def test_what_waits_to_be_said_in_one_way_is_said_in_the_other(service: Service) -> None:
    book(service, opening=MONDAY)
    assert at(service, 4) == 1
    reached_by(service, Reach.CALL)
    assert service.sweep("remind") == 1
    assert len(calls(service)) == 1
    reached_by(service, Reach.TEXT)
    assert (calls(service), service.sweep("remind")) == ([], 1)
    service.sweep("send")
    assert len(service.text(RESIDENT.phone, "1")) == 1
    with service.engine.connect() as db:
        assert set(db.execute(sa.select(reminders.c.state)).scalars()) == {"sent", "waiting"}


def test_a_neighbour_gets_one_question_and_nobody_else_anything_until_he_agrees(service: Service) -> None:
    book(service, opening=MONDAY)
    say(service, f"bao cho hang xom {PROXY.phone}")
    assert [service.sweep("remind") for _ in range(3)] == [1, 0, 0]
    assert [steps(text) for text in written(service, "notice", PROXY)] == [["neighbour.may_we"]]
    assert asked(service, PROXY) == ("neighbour", "may_we")
    assert at(service, 4) == 1
    assert (written(service, "reminder"), written(service, "reminder", PROXY)) == ([], [])
    assert len(calls(service)) == 1


def test_who_agreed_gets_the_reminder_with_names_and_no_birth_years(service: Service) -> None:
    booked = book(service, opening=MONDAY, names="Ho Thi Mai 1954")
    agree(service)
    assert at(service, 4) == 1
    (text,) = written(service, "reminder", PROXY)
    assert steps(text) == ["reminder_neighbour.one"]
    assert ("Ho Thi Mai" in text, "1954" in text, booked.code in text) == (True, False, True)
    assert (written(service, "reminder"), calls(service)) == ([], [])


def test_he_cannot_tell_her_and_an_official_rings(service: Service) -> None:
    book(service, opening=MONDAY)
    agree(service)
    at(service, 4)
    assert speaks(say(service, "2", who=PROXY), "reminder_neighbour.officer_rings")
    assert [call.address for call in calls(service)] == [RESIDENT.phone]
    assert at(service, 6) == 1
    assert len(written(service, "reminder", PROXY)) == 2


def test_he_stops_and_from_then_on_she_is_rung(service: Service) -> None:
    book(service, opening=MONDAY)
    agree(service)
    at(service, 4)
    assert speaks(say(service, "3", who=PROXY), "reminder_neighbour.stopped")
    assert at(service, 6) == 1
    assert (len(written(service, "reminder", PROXY)), len(calls(service))) == (1, 1)


def test_a_neighbour_who_wants_no_texts_is_not_asked_and_she_is_rung(service: Service) -> None:
    say(service, "TC", who=PROXY)
    book(service, opening=MONDAY)
    say(service, f"bao cho hang xom {PROXY.phone}")
    assert service.sweep("remind") == 0
    assert written(service, "notice", PROXY) == []
    assert at(service, 4) == 1
    assert len(calls(service)) == 1


def test_what_waits_for_the_neighbour_is_taken_back_with_the_booking(service: Service) -> None:
    book(service, opening=MONDAY)
    agree(service)
    at(service, 4)
    say(service, "HUY", "1")
    service.sweep("send")
    assert service.text(PROXY.phone, "2") != []
    assert calls(service) == []


def test_nobody_asks_a_neighbour_at_night(service: Service) -> None:
    service.clock.set(datetime(2026, 12, 1, 21, 30))  # noqa: DTZ001 - commune time
    say(service, f"bao cho hang xom {PROXY.phone}")
    assert service.sweep("remind") == 0
    assert at(service, 2, 7) == 1


def test_her_own_number_is_no_neighbour(service: Service) -> None:
    assert steps(say(service, f"bao cho hang xom {RESIDENT.phone}")) == ["reach.other"]
    assert service.sweep("remind") == 0


def test_a_child_is_reminded_of_what_it_brings(service: Service) -> None:
    book(service, opening=MONDAY, names="Ho Thi Mai 2016")
    at(service, 4)
    (text,) = written(service, "reminder")
    assert steps(text) == ["reminder.one_case"]
    assert "Mang: the cua chau, cha me di cung chau, may co SIM ten cha me." in text
    assert steps(say(service, "1")) == ["reminder.see_you"]
    (booking,) = bookings_of(service)
    assert booking.state is BookingState.COMING


def test_a_yes_to_several_bookings_is_told_what_all_of_them_bring(service: Service) -> None:
    for names in ("Ho Thi Mai 2016", "Ho Van Nho 2017"):
        book(service, opening=MONDAY, names=names)
    at(service, 4)
    (text,) = written(service, "reminder")
    assert steps(text) == ["reminder.several"]
    assert say(service, "1").endswith("Nho mang: the cua chau, cha me di cung chau, may co SIM ten cha me.")


def test_a_neighbour_and_who_rings_say_what_a_child_brings(service: Service) -> None:
    book(service, opening=MONDAY, names="Ho Thi Mai 2016")
    agree(service)
    at(service, 4)
    (text,) = written(service, "reminder", PROXY)
    assert steps(text) == ["reminder_neighbour.one_case"]
    say(service, "2", who=PROXY)
    with service.engine.connect() as db:
        (spoken,) = what_to_say(db, service.runtime.house, calls(service))
    assert "Mang thẻ của cháu, cha mẹ đi cùng cháu" in spoken.words
