"""Who waits for a new day, hers being called off, is offered what comes, and her booking goes there: never two beside
each other."""

from datetime import time, timedelta

import pytest
import sqlalchemy as sa

from helpdesk.booking.bookings import Booking
from helpdesk.booking.changed_days.day_changes import DayChange
from helpdesk.booking.changed_days.faults import NewDay
from helpdesk.booking.changed_days.roll import Wants, roll
from helpdesk.booking.openings import opening as opening_by_id
from helpdesk.booking.tables import openings
from helpdesk.booking.waiting_list import leaving
from helpdesk.booking.waiting_list.answering import Answered, accept
from helpdesk.booking.waiting_list.offers import held_in
from helpdesk.booking.waiting_list.waiting import queue_for, waits_of
from helpdesk.booking.waiting_list.waiting_states import WaitState
from helpdesk.booking.waiting_list.waiting_tables import offers, waits
from tests.conversation.talk import book, bookings_of, contact_of, say, speaks, steps, written
from tests.conversation.telling.test_day_notices import called_off, full_elsewhere, later, leave
from tests.support.builders import RESIDENT
from tests.support.changed_days import put_off
from tests.support.service import Service


def waits_for_a_new_day(service: Service, *ways: str) -> tuple[Booking, DayChange]:
    """She is booked, her day is called off, nothing else has room, and she would rather wait."""
    booked = book(service)
    full_elsewhere(service, booked)
    change = called_off(service, booked)
    later(service)
    leave(service)
    answer = say(service, *ways)
    assert speaks(answer, "day_changed.waits") or speaks(answer, "awaits_new_day.waits")
    return booked, change


def a_new_visit(service: Service, booked: Booking, *, places: int = 1) -> int:
    """The next opening at the place has room, as if just published; its id."""
    o = openings.c
    with service.engine.begin() as db:
        there = (o.place_id == booked.opening.place_id) & (o.starts_at > booked.opening.starts_at)
        first = db.execute(sa.select(o.id).where(there).order_by(o.starts_at).limit(1)).scalar_one()
        room = {"taken": 0, "numbered": 0, "capacity": places}
        db.execute(openings.update().where(o.id == first).values(room))
    return int(first)


def wants(service: Service, change: DayChange) -> list[Wants]:
    with service.engine.connect() as db:
        return [line.wants for line in roll(db, change)]


def waiting(service: Service) -> int:
    """The lists she is on."""
    with service.engine.connect() as db:
        return len(waits_of(db, contact_of(service, RESIDENT).id, now=service.clock.now()))


@pytest.mark.parametrize("ways", [("1",), ("DOI", "1")], ids=["asked", "by herself"])
def test_she_is_offered_a_new_visit_and_her_booking_goes_there(
    service: Service, ways: tuple[str, ...]
) -> None:
    booked, change = waits_for_a_new_day(service, *ways)
    assert (service.sweep("offers"), waiting(service)) == (0, 1)
    visit = a_new_visit(service, booked)
    with service.engine.connect() as db:
        there = opening_by_id(db, visit)
        assert [wait.people for wait in queue_for(db, there, now=service.clock.now())] == [
            (("Ho Thi Mai", 1954),)
        ]
    assert (service.sweep("offers"), service.sweep("offers")) == (1, 0)
    leave(service)
    assert steps(written(service, "notice")[-1])[0] == "offer.offered"
    answer = say(service, "1")
    assert (steps(answer), booked.code in answer) == (["offer.booked"], True)
    (now_booked,) = bookings_of(service)
    assert (now_booked.id, now_booked.opening.id, now_booked.people) == (booked.id, visit, booked.people)
    assert (waiting(service), wants(service, change)) == (0, [Wants.ELSEWHERE])
    with service.engine.connect() as db:
        taken = [opening_by_id(db, one).taken for one in (booked.opening.id, visit)]
        assert taken == [0, 1]


def test_who_declines_goes_on_waiting_with_her_booking_on_the_roll(service: Service) -> None:
    booked, change = waits_for_a_new_day(service, "1")
    visit = a_new_visit(service, booked)
    assert service.sweep("offers") == 1
    leave(service)
    assert steps(say(service, "2")) == ["offer.still_waiting"]
    assert (waiting(service), wants(service, change)) == (1, [Wants.WAITS])
    assert (service.sweep("offers"), [one.id for one in bookings_of(service)]) == (0, [booked.id])
    with service.engine.connect() as db:
        assert opening_by_id(db, visit).taken == 0


@pytest.mark.parametrize(
    ("texts", "left"),
    [(("DOI", "1"), Wants.ELSEWHERE), (("HUY", "1"), Wants.CANCELLED)],
    ids=["moves", "cancels"],
)
def test_whoever_goes_elsewhere_by_herself_waits_no_more_and_nothing_is_held_for_her(
    service: Service, texts: tuple[str, ...], left: Wants
) -> None:
    booked, change = waits_for_a_new_day(service, "1")
    visit = a_new_visit(service, booked, places=2)
    assert service.sweep("offers") == 1
    say(service, *texts)
    assert (waiting(service), wants(service, change)) == (0, [left])
    with service.engine.connect() as db:
        taken = 1 if left is Wants.ELSEWHERE else 0
        assert (held_in(db, visit), opening_by_id(db, visit).taken) == ([], taken)
    assert service.sweep("offers") == 0


def offered_the_next(service: Service, booked: Booking) -> int:
    """One place more at the next visits, offered to her; the offer is what she was told last."""
    visit = a_new_visit(service, booked)
    assert service.sweep("offers") == 1
    leave(service)
    assert steps(written(service, "notice")[-1])[0] == "offer.offered"
    return visit


def test_several_bookings_of_one_phone_are_offered_new_places_one_after_another(service: Service) -> None:
    first = book(service, names="Ho Van A 1980")
    second, change = waits_for_a_new_day(service, "1")
    assert (first.opening.id, wants(service, change)) == (second.opening.id, [Wants.WAITS, Wants.WAITS])
    for booked, left in ((first, [Wants.WAITS, Wants.ELSEWHERE]), (second, [Wants.ELSEWHERE] * 2)):
        assert waiting(service) == 1
        visit = offered_the_next(service, booked)
        offered = written(service, "notice")[-1]
        assert [her.name in offered for one in (first, second) for her in one.people] == [
            one is booked for one in (first, second)
        ]
        answer = say(service, "1")
        assert (steps(answer), booked.code in answer) == (["offer.booked"], True)
        assert {one.id: one.opening.id for one in bookings_of(service)}[booked.id] == visit
        assert wants(service, change) == left
    assert (waiting(service), len(bookings_of(service))) == (0, 2)


def lets_three_go_by(service: Service, booked: Booking) -> None:
    o = openings.c
    for turn in range(3):
        with service.engine.begin() as db:
            there = (o.place_id == booked.opening.place_id) & (o.starts_at > booked.opening.starts_at)
            ids = db.execute(sa.select(o.id).where(there).order_by(o.starts_at).limit(3)).scalars().all()
            room = {"taken": 0, "numbered": 0, "capacity": 1, "services": list(booked.opening.services)}
            db.execute(openings.update().where(o.id == ids[turn]).values(room))
        assert service.sweep("offers") == 1
        leave(service)
        assert steps(say(service, "2")) == [["offer.still_waiting"], ["offer.left"]][turn == 2]
        later(service, timedelta(days=1))


def test_when_one_has_let_its_offers_go_by_the_other_has_its_turn(service: Service) -> None:
    first = book(service, names="Ho Van A 1980")
    waits_for_a_new_day(service, "1")
    lets_three_go_by(service, first)
    with service.engine.connect() as db:
        (wait,) = waits_of(db, contact_of(service, RESIDENT).id, now=service.clock.now())
    assert wait.people == (("Ho Thi Mai", 1954),)


def test_when_one_is_taken_off_the_list_the_other_has_its_turn(service: Service) -> None:
    book(service, names="Ho Van A 1980")
    waits_for_a_new_day(service, "1")
    hers = contact_of(service, RESIDENT).id
    with service.engine.begin() as db:
        (wait,) = waits_of(db, hers, now=service.clock.now())
        assert wait.people == (("Ho Van A", 1980),)
        assert leaving.leave(db, wait.id, now=service.clock.now())
        (wait,) = waits_of(db, hers, now=service.clock.now())
    assert wait.people == (("Ho Thi Mai", 1954),)


def test_a_yes_while_her_old_day_is_being_put_off_books_nothing_beside_it(service: Service) -> None:
    booked, _ = waits_for_a_new_day(service, "1")
    offered_the_next(service, booked)
    new = NewDay(booked.opening.day + timedelta(days=20), time(7, 30), time(11))
    with service.engine.begin() as db:
        put_off(db, booked.opening.id, new, now=service.clock.now())
    said = say(service, "1", "1")
    assert (speaks(said, "offer.changing"), [one.id for one in bookings_of(service)]) == (True, [booked.id])


def test_a_late_yes_after_she_has_moved_by_herself_books_nothing_beside_it(service: Service) -> None:
    booked, _ = waits_for_a_new_day(service, "1")
    lets_three_go_by(service, booked)
    w, f = waits.c, offers.c
    hers = contact_of(service, RESIDENT).id
    with service.engine.connect() as db:
        assert db.execute(sa.select(w.state)).scalars().all() == [WaitState.PASSED.value]
        old = db.execute(sa.select(sa.func.max(f.id)).where(f.contact_id == hers)).scalar_one()
    say(service, "DOI", "1")
    (moved,) = bookings_of(service)
    assert (moved.id, moved.opening.id != booked.opening.id) == (booked.id, True)
    with service.engine.begin() as db:
        answered = accept(
            db, old, contact_id=hers, now=service.clock.now(), timetable=service.runtime.settings.timetable
        )
    assert answered == (Answered.GONE, None)
    assert [one.id for one in bookings_of(service)] == [booked.id]


def test_a_late_yes_while_her_booking_stands_in_the_old_day_moves_it(service: Service) -> None:
    booked, _ = waits_for_a_new_day(service, "1")
    lets_three_go_by(service, booked)
    f, hers = offers.c, contact_of(service, RESIDENT).id
    with service.engine.begin() as db:
        old = db.execute(sa.select(sa.func.max(f.id)).where(f.contact_id == hers)).scalar_one()
        answered, made = accept(
            db, old, contact_id=hers, now=service.clock.now(), timetable=service.runtime.settings.timetable
        )
    assert (answered, made and made.id) == (Answered.BOOKED, booked.id)
    assert [one.id for one in bookings_of(service)] == [booked.id]
