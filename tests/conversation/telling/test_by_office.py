"""helpdesk/conversation/telling/by_office.py and its flows: what an official changes, whoever booked by phone is told, once.

The bookings are for Wednesday 2, Friday 4 or Monday 7 December at the centre of Thượng Trạch; it is Tuesday 1, 9:00.
"""

from datetime import timedelta

import sqlalchemy as sa

from helpdesk.booking.bookings import Booking, live_by_id
from helpdesk.booking.openings import Opening, with_room
from helpdesk.booking.reminding.reaching import change_reach
from helpdesk.conversation.calls.what_to_say import what_to_say
from helpdesk.conversation.telling import by_office
from helpdesk.messaging.tables import outbound_messages
from helpdesk.people.contacts import change, hold
from helpdesk.people.tables import Reach
from helpdesk.reports.spoken_of import spoken_of
from helpdesk.tickets.calls import open_calls
from tests.conversation.talk import asked, book, bookings_of, contact_of, say, steps, written
from tests.support.builders import PROXY
from tests.support.service import Service

TWO = "Ho Thi Mai 1954, Ho Van Ta 1960"


def others(service: Service, booking: Booking) -> list[Opening]:
    """The next openings at the same place, of which none is its own."""
    with service.engine.connect() as db:
        old = booking.opening
        return with_room(
            db, place_id=old.place_id, persons=1, after=service.clock.now(), at_most=3, but_not=old.id
        )


def moved(service: Service, booking: Booking, *, people: int | None = None, to: int = 0) -> Booking:
    going = {person.id for person in booking.people[:people]}
    where = others(service, booking)[to]
    with service.runtime.transaction() as db:
        there = by_office.move_people(db, service.runtime.house, booking, going, where)
    assert there is not None
    return there


def cancelled(service: Service, booking: Booking, place: int = 0) -> int:
    with service.runtime.transaction() as db:
        return by_office.cancel_person(db, service.runtime.house, booking, booking.people[place].id)


def words(service: Service) -> list[str]:
    """Of the calls to be made."""
    with service.engine.connect() as db:
        found = open_calls(db, now=service.clock.now())
        return [spoken.words for spoken in what_to_say(db, service.runtime.house, found)]


def waiting(service: Service) -> list[str]:
    m = outbound_messages.c
    query = sa.select(m.text).where(m.kind == "notice", m.state == "queued").order_by(m.id)
    with service.engine.connect() as db:
        return list(db.execute(query).scalars())


def reached_by(service: Service, reach: Reach) -> None:
    her = contact_of(service)
    with service.engine.begin() as db:
        change_reach(db, hold(db, her.id), reach, now=service.clock.now())


def test_moved_she_is_told_once_and_says_that_she_comes(service: Service) -> None:
    there = moved(service, book(service))
    (text,) = written(service, "notice")
    assert steps(text)[0] == "changed_by_office.moved"
    assert [piece in text for piece in ("thu tu 2/12", "thu sau 4/12", there.code)] == [True] * 3
    service.sweep("send")
    assert steps(say(service, "1")) == ["changed_by_office.see_you"]
    assert [(one.id, one.state.value) for one in bookings_of(service)] == [(there.id, "coming")]
    assert (written(service, "notice"), words(service)) == ([text], [])


def test_moved_she_takes_another_day_or_cancels(service: Service) -> None:
    moved(service, book(service))
    moved(service, book(service, who=PROXY))
    service.sweep("send")
    assert steps(say(service, "2")) == ["reschedule.to_when"]
    assert steps(say(service, "3", who=PROXY)) == ["cancel.sure"]


def test_cancelled_she_is_told_who_is_and_what_is_left(service: Service) -> None:
    booking = book(service, names=TWO)
    assert cancelled(service, booking) == 1
    service.sweep("send")
    # Pressed twice, it is done and said once.
    assert cancelled(service, booking) == 1
    assert cancelled(service, booking, 1) == 0
    fewer, all_gone = written(service, "notice")
    assert (steps(fewer), steps(all_gone)) == (["changed_by_office.fewer"], ["changed_by_office.cancelled"])
    assert ("Ho Thi Mai" in fewer, "Con 1 nguoi" in fewer) == (True, True)
    assert ("Ho Van Ta" in all_gone, "Ho Thi Mai" in all_gone) == (True, False)


def test_what_has_not_left_is_taken_back_and_told_with_what_comes_after(service: Service) -> None:
    booking = book(service, names=TWO, opening=3)
    cancelled(service, moved(service, moved(service, booking), to=1))
    cancelled(service, booking, 1)
    (text,) = waiting(service)
    assert steps(text) == ["changed_by_office.cancelled"]
    assert ("Ho Thi Mai" in text, "Ho Van Ta" in text) == (True, True)


def test_of_a_move_that_was_not_told_each_part_hears_when_they_part(service: Service) -> None:
    booking = moved(service, book(service, names=TWO, opening=3))
    apart = moved(service, booking, people=1)
    texts = waiting(service)
    assert [steps(text)[0] for text in texts] == ["changed_by_office.moved"] * 2
    with service.engine.connect() as db:
        there = live_by_id(db, [booking.id, apart.id])
    for code in (apart.code, booking.code):
        assert sorted(code in text for text in texts) == [False, True]
    # Whoever she is, she was to come on Monday 7, and that is what she knows.
    assert ["7/12" in text for text in texts] == [True, True]
    assert [one.party for one in there.values()] == [1, 1]
    with service.runtime.transaction() as db:
        by_office.add_people(db, service.runtime.house, there[booking.id], [("Hồ Thị Già", None)], needs={})
    assert len(waiting(service)) == 2


def test_it_may_be_sent_again_until_the_booking_changes_once_more(service: Service) -> None:
    booking = moved(service, book(service, names=TWO))
    service.sweep("send")
    query = sa.select(outbound_messages.c.intent_key).where(outbound_messages.c.kind == "notice")
    with service.engine.connect() as db:
        (key,) = db.execute(query).scalars()
        about = spoken_of(db, [key])[key]
    assert (about.opening.id, about.holds) == (booking.opening.id, True)
    service.clock.advance(timedelta(minutes=1))
    cancelled(service, booking)
    with service.engine.connect() as db:
        assert not spoken_of(db, [key])[key].holds


def test_by_night_it_waits_for_the_morning_unless_she_would_set_out(service: Service) -> None:
    soon, later = book(service), book(service, who=PROXY, opening=3)
    service.clock.advance(timedelta(hours=13))
    moved(service, soon, to=1)
    cancelled(service, later)
    service.sweep("send")
    assert [steps(text) for text in waiting(service)] == [["changed_by_office.cancelled"]]
    service.clock.advance(timedelta(hours=10))
    service.sweep("send")
    assert waiting(service) == []


def test_who_does_not_read_or_wants_no_texts_is_rung(service: Service) -> None:
    booking, other = book(service, names=TWO, opening=3), book(service, who=PROXY, opening=3)
    reached_by(service, Reach.CALL)
    stopped = contact_of(service, PROXY)
    with service.engine.begin() as db:
        change(db, stopped.id, opted_out_at=service.clock.now())
    cancelled(service, booking)
    (one,) = words(service)
    assert "xã đã hủy chỗ của Ho Thi Mai 1954. Còn 1 người" in one
    cancelled(service, booking, 1)
    assert "đừng đến hôm đó" in words(service)[0]
    moved(service, other)
    assert "xã đã dời chỗ thứ hai 7/12" in "".join(words(service))
    assert (len(words(service)), written(service, "notice"), written(service, "notice", PROXY)) == (2, [], [])


def test_a_neighbour_passes_it_on_and_of_what_is_cancelled_an_official_rings(service: Service) -> None:
    booking = book(service, opening=3)
    say(service, f"Bao cho hang xom {PROXY.phone.replace('+84', '0')}")
    service.sweep("remind")
    say(service, "1", who=PROXY)
    there = moved(service, booking)
    told = written(service, "notice", PROXY)[-1]
    assert (steps(told)[0], words(service)) == ("changed_by_office_neighbour.moved", [])
    service.sweep("send")
    assert asked(service, PROXY) == ("changed_by_office_neighbour", "moved")
    assert steps(say(service, "2", who=PROXY)) == ["changed_by_office_neighbour.officer_rings"]
    assert len(words(service)) == 1
    cancelled(service, there)
    assert "đừng đến hôm đó" in words(service)[0]
    assert steps(written(service, "notice", PROXY)[-1]) == ["changed_by_office_neighbour.cancelled"]
