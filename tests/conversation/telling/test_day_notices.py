"""helpdesk/conversation/telling/day_notices.py and the flows of changed days: each contact is told once, and asked.

The bookings are for Wednesday 2, Friday 4 or Monday 7 December at the centre of Thượng Trạch; it is Tuesday 1, 9:00.
"""

from datetime import date, datetime, time, timedelta

import sqlalchemy as sa

from helpdesk.booking.bookings import Booking
from helpdesk.booking.changed_days.day_changes import DayChange, undo
from helpdesk.booking.changed_days.effect import due_changes, take_effect
from helpdesk.booking.changed_days.faults import NewDay
from helpdesk.booking.changed_days.roll import Wants, roll
from helpdesk.booking.changed_days.states import Reason
from helpdesk.booking.changed_days.tables import changed_bookings
from helpdesk.booking.openings import opening as opening_by_id
from helpdesk.booking.reminding.reaching import change_reach
from helpdesk.booking.tables import openings
from helpdesk.conversation.calls.what_to_say import what_to_say
from helpdesk.people.contacts import hold
from helpdesk.people.tables import Reach
from helpdesk.tickets.calls import Call, open_calls
from tests.conversation.talk import asked, book, bookings_of, say, steps, written
from tests.support import changed_days
from tests.support.at_once import at_once
from tests.support.builders import PROXY, RESIDENT
from tests.support.changed_days import UNDO_FOR
from tests.support.service import Service

SATURDAY = date(2026, 12, 5)


def put_off(
    service: Service, booked: Booking, *, to: date = SATURDAY, reason: Reason = Reason.RAIN
) -> DayChange:
    now = service.clock.now()
    with service.engine.begin() as db:
        # Saturdays are closed days: the afternoon of the Friday stands for any new day.
        day = (
            NewDay(date(2026, 12, 4), time(13), time(16)) if to == SATURDAY else NewDay.of(booked.opening, to)
        )
        return changed_days.put_off(db, booked.opening.id, day, now=now, reason=reason)


def called_off(service: Service, booked: Booking, *, moves_on: bool = False) -> DayChange:
    with service.engine.begin() as db:
        return changed_days.called_off(db, booked.opening.id, now=service.clock.now(), moves_on=moves_on)


def later(service: Service, by: timedelta = UNDO_FOR) -> int:
    service.clock.advance(by)
    return service.sweep("change_days")


def leave(service: Service) -> None:
    """What waits has left for the phones."""
    service.sweep("send")


def notices(service: Service) -> list[list[str]]:
    return [steps(text) for text in written(service, "notice")]


def told(service: Service) -> list[str]:
    with service.engine.connect() as db:
        return list(db.execute(sa.select(changed_bookings.c.told).order_by(changed_bookings.c.id)).scalars())


def calls(service: Service) -> list[Call]:
    with service.engine.connect() as db:
        return open_calls(db, now=service.clock.now())


def _said_of(answer: str) -> str:
    """The step that is told, of whichever flow."""
    (names,) = steps(answer)
    (step,) = {name.split(".")[1] for name in names.split("|")}
    return step


def full_elsewhere(service: Service, booked: Booking) -> None:
    """No other opening has room."""
    with service.engine.begin() as db:
        others = openings.c.id != booked.opening.id
        db.execute(openings.update().where(others).values(taken=openings.c.capacity))


def test_put_off_she_is_told_once_and_keeps_the_new_day(service: Service) -> None:
    booked = book(service)
    put_off(service, booked)
    assert (service.sweep("change_days"), later(service), service.sweep("change_days")) == (0, 2, 0)
    (text,) = written(service, "notice")
    assert steps(text) == ["day_changed.moved"]
    pieces = ["thu tu 2/12", "do mua lu", "thu sau 4/12", booked.code]
    assert [piece in text for piece in pieces] == [True] * 4
    leave(service)
    answer = say(service, "1")
    assert steps(answer) == ["day_changed.see_you"]
    assert "thu sau 4/12" in answer
    (now_booked,) = bookings_of(service)
    assert (now_booked.state.value, now_booked.opening.day) == ("coming", date(2026, 12, 4))


def test_who_keeps_the_new_day_for_a_child_is_told_what_a_child_brings(service: Service) -> None:
    put_off(service, book(service, names="HO THI MAI 2016"))
    later(service)
    leave(service)
    answer = say(service, "1")
    assert steps(answer) == ["day_changed.see_you"]
    assert answer.endswith("Nho mang: the cua chau, cha me di cung chau, may co SIM ten cha me.")


def test_put_off_she_chooses_another_day_or_cancels(service: Service) -> None:
    booked = book(service)
    book(service, who=PROXY)
    put_off(service, booked)
    assert later(service) == 3
    leave(service)
    assert steps(say(service, "2")) == ["reschedule.to_when"]
    assert steps(say(service, "2")) == ["reschedule.moved"]
    assert steps(say(service, "3", who=PROXY)) == ["cancel.sure"]
    assert steps(say(service, "1", who=PROXY)) == ["cancel.gone"]
    (chosen,) = bookings_of(service)
    assert (chosen.opening.day > date(2026, 12, 4), bookings_of(service, PROXY)) == (True, [])


def test_called_off_she_chooses_among_the_next_days(service: Service) -> None:
    booked = book(service)
    called_off(service, booked)
    assert later(service) == 2
    (text,) = written(service, "notice")
    assert steps(text)[0] == "day_changed.choose"
    assert "1 thu sau 4/12" in text
    leave(service)
    assert "buoi nay da huy" in say(service, "XEM")
    assert len(bookings_of(service)) == 1


def test_called_off_and_chosen_she_is_moved_and_reminded(service: Service) -> None:
    booked = book(service)
    called_off(service, booked)
    later(service)
    leave(service)
    assert steps(say(service, "1")) == ["day_changed.moved_on"]
    (now_booked,) = bookings_of(service)
    assert (now_booked.id, now_booked.opening.day) == (booked.id, date(2026, 12, 4))
    with service.engine.connect() as db:
        assert opening_by_id(db, booked.opening.id).taken == 0


def test_called_off_with_nothing_else_she_waits_or_cancels(service: Service) -> None:
    booked = book(service)
    book(service, who=PROXY)
    full_elsewhere(service, booked)
    called_off(service, booked)
    assert later(service) == 3
    assert notices(service) == [["day_changed.no_other"]]
    leave(service)
    assert steps(say(service, "1")) == ["day_changed.waits"]
    assert steps(say(service, "2", who=PROXY)) == ["cancel.sure"]
    assert steps(say(service, "1", who=PROXY)) == ["cancel.gone"]
    with service.engine.connect() as db:
        waits = db.execute(
            sa.select(changed_bookings.c.waits_since).order_by(changed_bookings.c.id)
        ).scalars()
        assert [since is not None for since in waits] == [True, False]


def test_called_off_and_moved_on_she_is_told_where_to(service: Service) -> None:
    booked = book(service)
    called_off(service, booked, moves_on=True)
    assert later(service) == 2
    (text,) = written(service, "notice")
    assert steps(text) == ["day_changed.moved"]
    assert "thu sau 4/12" in text


def test_undone_nobody_hears_of_it(service: Service) -> None:
    booked = book(service)
    change = put_off(service, booked)
    with service.engine.begin() as db:
        assert undo(db, change.id, official_id=None, now=service.clock.now())
    assert (later(service), written(service, "notice")) == (0, [])
    assert service.sweep("remind") == 0
    assert later(service, timedelta(hours=2)) == 0
    assert service.sweep("remind") == 1, "what was held back is said: today at 11 for tomorrow"


def test_a_reminder_that_waits_is_taken_back_and_said_again_when_it_is_undone(service: Service) -> None:
    booked = book(service)
    service.clock.advance(timedelta(hours=2))
    assert service.sweep("remind") == 1
    change = put_off(service, booked)
    leave(service)
    assert service.text(RESIDENT.phone, "cam on") != []
    assert service.sweep("remind") == 0
    with service.engine.begin() as db:
        undo(db, change.id, official_id=None, now=service.clock.now())
    assert service.sweep("remind") == 1


def test_what_was_asked_about_the_old_day_is_not_asked_again(service: Service) -> None:
    booked = book(service)
    service.clock.advance(timedelta(hours=2))
    service.sweep("remind")
    leave(service)
    assert asked(service) == ("reminder", "one")
    put_off(service, booked)
    later(service)
    leave(service)
    assert asked(service) == ("day_changed", "moved")
    assert steps(say(service, "1")) == ["day_changed.see_you"]
    assert asked(service) is None


def test_changed_once_more_before_it_left_only_the_newest_is_said(service: Service) -> None:
    booked = book(service)
    put_off(service, booked)
    later(service)
    (first,) = bookings_of(service)
    second = put_off(service, first, to=date(2026, 12, 8))
    assert told(service) == ["waiting"], "taken back: it may be undone"
    assert later(service) == 2
    assert told(service) == ["overtaken", "texted"]
    leave(service)
    arrived = [text for text in written(service, "notice") if "thu ba 8/12" in text]
    assert (len(arrived), asked(service)) == (1, ("day_changed", "moved"))
    with service.engine.connect() as db:
        left = db.execute(
            sa.text("SELECT count(*) FROM outbound_messages WHERE kind = 'notice' AND state = 'sent'")
        ).scalar()
    assert (left, second.to_opening_id) == (1, bookings_of(service)[0].opening.id)


def test_the_second_change_undone_the_first_is_told_after_all(service: Service) -> None:
    booked = book(service)
    put_off(service, booked)
    later(service)
    second = put_off(service, bookings_of(service)[0], to=date(2026, 12, 8))
    assert service.sweep("change_days") == 0
    with service.engine.begin() as db:
        undo(db, second.id, official_id=None, now=service.clock.now())
    assert service.sweep("change_days") == 1
    leave(service)
    assert told(service) == ["texted"]


def test_who_does_not_read_is_rung_and_the_official_knows_what_to_say(service: Service) -> None:
    booked = book(service)
    with service.engine.begin() as db:
        change_reach(db, hold(db, booked.contact_id or 0), Reach.CALL, now=service.clock.now())
    put_off(service, booked)
    assert later(service) == 2
    assert (written(service, "notice"), told(service)) == ([], ["rung"])
    with service.engine.connect() as db:
        (spoken,) = what_to_say(db, service.runtime.house, calls(service))
    assert ["hoãn do mưa lũ" in spoken.words, "thứ sáu 4/12" in spoken.words] == [True, True]


def test_who_wants_no_texts_is_rung_for_this(service: Service) -> None:
    booked = book(service)
    say(service, "TC")
    called_off(service, booked)
    assert later(service) == 2
    assert (written(service, "notice"), told(service), len(calls(service))) == ([], ["rung"], 1)
    with service.engine.connect() as db:
        (spoken,) = what_to_say(db, service.runtime.house, calls(service))
    assert "đừng đến hôm đó" in spoken.words


def test_the_neighbour_is_told_and_can_hand_it_back(service: Service) -> None:
    booked = book(service)
    say(service, f"bao cho hang xom {PROXY.phone}")
    service.sweep("remind")
    say(service, "1", who=PROXY)
    put_off(service, booked)
    assert later(service) == 2
    texts = written(service, "notice", PROXY)
    assert steps(texts[-1]) == ["day_changed_neighbour.moved"]
    leave(service)
    assert steps(say(service, "2", who=PROXY)) == [
        "day_changed_neighbour.officer_rings|reminder_neighbour.officer_rings"
    ]
    assert (told(service), len(calls(service))) == (["rung"], 1)


def test_at_night_only_what_is_soon_leaves(service: Service) -> None:
    soon, far = book(service, opening=1), book(service, opening=3, who=PROXY)
    service.clock.set(datetime(2026, 12, 1, 22))  # noqa: DTZ001 - commune time
    for booked in (soon, far):
        called_off(service, booked)
    assert later(service) == 3
    leave(service)
    assert (len(written(service, "notice")), written(service, "notice", PROXY)) == (1, [])
    assert asked(service) == ("day_changed", "choose")
    with service.engine.connect() as db:
        sent = db.execute(sa.text("SELECT state FROM outbound_messages WHERE kind = 'notice'")).scalars()
        assert list(sent) == ["sent"]
    service.clock.set(datetime(2026, 12, 2, 7))  # noqa: DTZ001 - commune time
    assert (service.sweep("change_days"), len(written(service, "notice", PROXY))) == (1, 1)


def test_two_sweeps_at_once_tell_each_once(service: Service) -> None:
    booked = book(service)
    book(service, who=PROXY)
    put_off(service, booked)
    service.clock.advance(UNDO_FOR)
    assert sum(at_once(3, lambda _number: service.sweep("change_days"))) == 3
    assert (len(written(service, "notice")), len(written(service, "notice", PROXY))) == (1, 1)


def test_yes_to_a_reminder_of_a_day_that_was_called_off_confirms_nothing(service: Service) -> None:
    booked = book(service)
    service.clock.advance(timedelta(hours=2))
    service.sweep("remind")
    leave(service)
    called_off(service, booked)
    service.clock.advance(UNDO_FOR)
    with service.engine.begin() as db:  # it takes effect, and she is not told yet
        now = service.clock.now()
        for change_id in due_changes(db, now=now):
            take_effect(db, change_id, now=now, timetable=service.runtime.house.timetable)
    assert "da huy hoac da doi" in say(service, "1")
    assert bookings_of(service)[0].state.value == "booked"


def test_called_off_the_neighbour_stops_her_and_an_official_rings_for_another_day(service: Service) -> None:
    booked = book(service)
    say(service, f"bao cho hang xom {PROXY.phone}")
    service.sweep("remind")
    say(service, "1", who=PROXY)
    called_off(service, booked)
    assert later(service) == 3
    assert steps(written(service, "notice", PROXY)[-1]) == ["day_changed_neighbour.called_off"]
    assert (told(service), len(calls(service))) == (["rung"], 1)
    leave(service)
    assert service.sweep("change_days") == 0


def test_nobody_is_told_that_a_place_on_a_day_that_was_called_off_is_kept(service: Service) -> None:
    booked = book(service)
    full_elsewhere(service, booked)
    called_off(service, booked)
    later(service)
    leave(service)
    assert steps(say(service, "DOI")) == ["reschedule.none_yet"]
    assert _said_of(say(service, "khong")) == "called_off"
    assert _said_of(say(service, "XEM", "3")) == "called_off"
    assert _said_of(say(service, "HUY", "khong")) == "called_off"
    assert [one.id for one in bookings_of(service)] == [booked.id]


def test_who_asks_herself_to_wait_for_a_new_day_stands_on_the_officials_list_as_waiting(
    service: Service,
) -> None:
    booked = book(service)
    full_elsewhere(service, booked)
    change = called_off(service, booked)
    later(service)
    leave(service)
    assert steps(say(service, "DOI")) == ["reschedule.none_yet"]
    answer = say(service, "1")
    assert (steps(answer), "thu tu 2/12" in answer) == (["awaits_new_day.waits"], True)
    with service.engine.connect() as db:
        assert [line.wants for line in roll(db, change)] == [Wants.WAITS]


def test_days_after_a_day_that_was_called_off_its_booking_is_found_and_cancelled(service: Service) -> None:
    booked = book(service)
    full_elsewhere(service, booked)
    called_off(service, booked)
    later(service)
    leave(service)
    service.clock.set(booked.opening.ends_at + timedelta(days=5))
    assert steps(say(service, "HUY")) == ["cancel.sure"]
    assert steps(say(service, "1")) == ["cancel.gone"]
    assert bookings_of(service) == []
