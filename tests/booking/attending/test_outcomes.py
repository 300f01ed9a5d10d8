"""helpdesk/booking/attending/outcomes.py and person_reminders.py: what came of a booked person, and what she is told of it."""

from datetime import date, datetime, time, timedelta

import pytest
import sqlalchemy as sa

from helpdesk.booking.attending.attendance import attendance_in, attendance_of
from helpdesk.booking.attending.outcome_states import ALLOWED, Outcome, Reason
from helpdesk.booking.attending.outcomes import By, Marked, mark, take_back
from helpdesk.booking.bookings import Booking
from helpdesk.booking.changed_days.day_changes import call_off, postpone
from helpdesk.booking.changed_days.faults import CannotChange, NewDay, Wrong
from helpdesk.booking.changed_days.states import Reason as Why
from helpdesk.booking.changes import cancel, move
from helpdesk.booking.openings import Opening
from helpdesk.booking.openings import opening as opening_by_id
from helpdesk.booking.parting import split
from helpdesk.booking.persons import own_phones, tidings
from helpdesk.booking.states import ReminderState
from helpdesk.booking.tables import attendances, booked_persons, bookings, openings, reminders
from helpdesk.clock import FixedClock, at_local
from helpdesk.people.contacts import change
from helpdesk.people.tables import audit_entries
from helpdesk.places.communes import Place
from helpdesk.places.tables import closed_days
from helpdesk.settings import Timetable
from tests.support import builders
from tests.support.at_once import at_once
from tests.support.recount import miscounted

DAY = date(2026, 12, 9)
"""A Wednesday."""

r = reminders.c


@pytest.fixture
def place(db: sa.Connection) -> Place:
    return builders.place(db, builders.commune(db))


@pytest.fixture
def visit(db: sa.Connection, place: Place) -> Opening:
    return builders.opening(db, place, day=DAY)


@pytest.fixture
def held(db: sa.Connection, visit: Opening, clock: FixedClock) -> Booking:
    made = builders.booking(db, visit, now=clock.now(), people=2)
    clock.set(_on(9, time(9, 0)))
    return made


def _on(day: int, at: time = time(11, 0)) -> datetime:
    return at_local(date(2026, 12, day), at)


def _booked(db: sa.Connection, booking: Booking) -> list[int]:
    own = booked_persons.c
    query = sa.select(own.id).where(own.booking_id == booking.id).order_by(own.id)
    return list(db.execute(query).scalars())


def _mark(
    db: sa.Connection,
    booked_id: int,
    to: Outcome,
    clock: FixedClock,
    *,
    by: By | None = None,
    reason: Reason | None = None,
) -> Marked:
    return mark(db, booked_id, to, by=by or By(None), now=clock.now(), timetable=Timetable(), reason=reason)


def _take_back(db: sa.Connection, booked_id: int, clock: FixedClock) -> Marked:
    return take_back(db, booked_id, by=By(None), now=clock.now(), timetable=Timetable())


def _of_person(db: sa.Connection, booked_id: int) -> list[tuple[str, datetime, datetime, str]]:
    query = sa.select(r.kind, r.due_at, r.useful_until, r.state).where(r.whose == booked_id)
    return [tuple(row) for row in db.execute(query.order_by(r.due_at, r.kind))]


def _reach(db: sa.Connection, booked_id: int, to: Outcome | None, clock: FixedClock) -> None:
    """Bring a person who was not marked to where a test begins."""
    ways: dict[Outcome | None, list[Outcome]] = {
        None: [],
        Outcome.NOTICED: [Outcome.TAKEN, Outcome.NOTICED],
        Outcome.ACTIVATED: [Outcome.TAKEN, Outcome.ACTIVATED],
    }
    for step in ways.get(to, [to] if to else []):
        assert _mark(db, booked_id, step, clock) is Marked.DONE


@pytest.mark.parametrize("before", [None, *Outcome])
def test_only_the_moves_of_the_table_are_made(
    db: sa.Connection, visit: Opening, clock: FixedClock, before: Outcome | None
) -> None:
    several = _booked(db, builders.booking(db, visit, now=clock.now(), people=len(Outcome)))
    clock.set(_on(9, time(9, 0)))
    for booked, to in zip(several, Outcome, strict=True):
        _reach(db, booked, before, clock)
        expected = Marked.DONE if to in ALLOWED[before] else Marked.NOT_ALLOWED
        if before is to:
            expected = Marked.ALREADY
        assert _mark(db, booked, to, clock) is expected
        (one,) = attendance_of(db, [booked])
        assert one.outcome is (to if expected is Marked.DONE else before)


def test_each_mark_is_in_the_audit_by_ids_without_names(
    db: sa.Connection, held: Booking, clock: FixedClock
) -> None:
    (booked, _) = _booked(db, held)
    officer = builders.officer(db, held.opening.commune_id, now=clock.now())
    _mark(db, booked, Outcome.SENT_AWAY, clock, by=By(officer), reason=Reason.NO_CARD)
    _take_back(db, booked, clock)
    query = sa.select(audit_entries.c.action, audit_entries.c.subject, audit_entries.c.detail)
    detail = {"opening": held.opening.id}
    assert [tuple(row) for row in db.execute(query.order_by(audit_entries.c.id))] == [
        (
            "attendance.mark",
            f"booked:{booked}",
            {**detail, "from": None, "to": "sent_away", "reason": "no_card"},
        ),
        ("attendance.take_back", f"booked:{booked}", {**detail, "from": "sent_away", "to": None}),
    ]


def test_a_slip_is_taken_back_step_by_step_on_its_day_and_not_later(
    db: sa.Connection, held: Booking, clock: FixedClock
) -> None:
    (booked, other) = _booked(db, held)
    for to in (Outcome.CAME, Outcome.TAKEN):
        _mark(db, booked, to, clock)
    found = []
    for _ in range(2):
        assert _take_back(db, booked, clock) is Marked.DONE
        found += [one.outcome for one in attendance_of(db, [booked])]
    assert found == [Outcome.CAME, None]
    assert _take_back(db, booked, clock) is Marked.GONE
    _mark(db, other, Outcome.ABSENT, clock)
    clock.advance(timedelta(days=1))
    assert _take_back(db, other, clock) is Marked.NOT_NOW


def test_nobody_is_marked_before_the_day_nor_long_after(
    db: sa.Connection, held: Booking, clock: FixedClock
) -> None:
    (booked, _) = _booked(db, held)
    found = []
    for day in (DAY - timedelta(1), DAY + timedelta(31), DAY + timedelta(30)):
        clock.set(at_local(day, time(8, 0)))
        found.append(_mark(db, booked, Outcome.ABSENT, clock))
    assert found == [Marked.NOT_NOW, Marked.NOT_NOW, Marked.DONE]


def test_no_official_marks_in_another_commune_or_for_another_team(
    db: sa.Connection, held: Booking, clock: FixedClock
) -> None:
    (booked, _) = _booked(db, held)
    commune = held.opening.commune_id
    for by in (By(None, commune + 1), By(None, commune, team_id=7)):
        assert _mark(db, booked, Outcome.CAME, clock, by=by) is Marked.GONE
    assert _mark(db, booked, Outcome.CAME, clock, by=By(None, commune)) is Marked.DONE


def test_who_was_cancelled_is_not_marked(db: sa.Connection, held: Booking, clock: FixedClock) -> None:
    (booked, other) = _booked(db, held)
    cancel(db, held, person_ids=[held.people[0].id], now=clock.now())
    assert _mark(db, booked, Outcome.ABSENT, clock) is Marked.GONE
    assert _mark(db, other, Outcome.ABSENT, clock) is Marked.DONE


def test_two_officials_at_once_mark_once(database: sa.Engine, clock: FixedClock) -> None:
    with database.begin() as db:
        visit = builders.opening(db, builders.place(db, builders.commune(db)), day=DAY)
        (booked,) = _booked(db, builders.booking(db, visit, now=clock.now()))
    clock.set(_on(9, time(9, 0)))

    def press(_number: int) -> Marked:
        with database.begin() as db:
            return _mark(db, booked, Outcome.TAKEN, clock)

    assert sorted(at_once(4, press)) == [Marked.ALREADY] * 3 + [Marked.DONE]
    with database.connect() as db:
        assert db.execute(sa.select(sa.func.count()).select_from(attendances)).scalar() == 1
        assert [kind for kind, *_ in _of_person(db, booked)] == ["result", "result_again"]


def test_who_did_not_come_is_told_the_day_after_for_three_days(
    db: sa.Connection, held: Booking, clock: FixedClock
) -> None:
    (booked, other) = _booked(db, held)
    _mark(db, booked, Outcome.ABSENT, clock)
    assert _of_person(db, booked) == [("no_show", _on(10), _on(13), "waiting")]
    assert _of_person(db, other) == [], "who was not marked is not spoken to"


def test_a_list_typed_in_late_waits_until_a_slip_can_be_taken_back(
    db: sa.Connection, held: Booking, clock: FixedClock
) -> None:
    (booked, other) = _booked(db, held)
    clock.set(_on(11, time(15, 0)))
    _mark(db, booked, Outcome.ABSENT, clock)
    assert _of_person(db, booked) == [("no_show", _on(11, time(15, 10)), _on(13), "waiting")]
    _take_back(db, booked, clock)
    assert _of_person(db, booked) == []
    clock.set(_on(13))
    _mark(db, other, Outcome.ABSENT, clock)
    assert _of_person(db, other) == [], "after three days nobody is reminded of it"


def test_who_came_late_after_all_is_told_nothing(db: sa.Connection, held: Booking, clock: FixedClock) -> None:
    (booked, _) = _booked(db, held)
    _mark(db, booked, Outcome.ABSENT, clock)
    _mark(db, booked, Outcome.CAME, clock)
    assert _of_person(db, booked) == []


def test_what_was_said_once_is_not_said_again_however_often_it_is_marked(
    db: sa.Connection, held: Booking, clock: FixedClock
) -> None:
    (booked, _) = _booked(db, held)
    _mark(db, booked, Outcome.ABSENT, clock)
    db.execute(reminders.update().where(r.whose == booked).values(state=ReminderState.SENT.value))
    for _ in range(2):
        _take_back(db, booked, clock)
        _mark(db, booked, Outcome.ABSENT, clock)
    assert [row[0::3] for row in _of_person(db, booked)] == [("no_show", "sent")]


@pytest.mark.parametrize(
    ("to", "result_by"), [(Outcome.TAKEN, date(2026, 12, 14)), (Outcome.TAKEN_WITH_CARD, date(2026, 12, 18))]
)
def test_the_result_is_asked_after_three_or_seven_working_days_and_once_more(
    db: sa.Connection, held: Booking, clock: FixedClock, to: Outcome, result_by: date
) -> None:
    (booked, _) = _booked(db, held)
    _mark(db, booked, to, clock)
    (one,) = attendance_of(db, [booked])
    assert one.result_by == result_by
    after = [at_local(result_by + timedelta(days), time(11, 0)) for days in (1, 5, 12)]
    assert _of_person(db, booked) == [
        ("result", after[0], after[1], "waiting"),
        ("result_again", after[1], after[2], "waiting"),
    ]


def test_holidays_and_closed_days_are_no_working_days_and_the_commune_knows_best(
    db: sa.Connection, place: Place, clock: FixedClock
) -> None:
    # Thursday 31 December; New Year is on Friday; the commune is closed on Monday and works on Saturday.
    visit = builders.opening(db, place, day=date(2026, 12, 31))
    (booked,) = _booked(db, builders.booking(db, visit, now=clock.now()))
    for day, works in ((date(2027, 1, 4), False), (date(2027, 1, 2), True)):
        row = {"commune_id": place.commune_id, "day": day, "reason": "lũ", "works": works}
        db.execute(closed_days.insert().values(row))
    clock.set(at_local(date(2026, 12, 31), time(10, 0)))
    _mark(db, booked, Outcome.TAKEN, clock)
    (one,) = attendance_of(db, [booked])
    assert one.result_by == date(2027, 1, 6)


def test_the_notice_ends_the_question_and_begins_the_seven_days(
    db: sa.Connection, held: Booking, clock: FixedClock
) -> None:
    (booked, _) = _booked(db, held)
    _mark(db, booked, Outcome.TAKEN, clock)
    clock.set(_on(15, time(12, 0)))
    _mark(db, booked, Outcome.NOTICED, clock)
    assert _of_person(db, booked) == [("activate", _on(18), _on(22), "waiting")]
    _mark(db, booked, Outcome.ACTIVATED, clock)
    assert _of_person(db, booked) == []


def test_a_booking_without_a_phone_is_marked_and_nobody_is_told(
    db: sa.Connection, held: Booking, clock: FixedClock
) -> None:
    officer = builders.officer(db, held.opening.commune_id, now=clock.now())
    own = bookings.c.id == held.id
    db.execute(bookings.update().where(own).values(contact_id=None, official_id=officer))
    (booked, _) = _booked(db, held)
    assert _mark(db, booked, Outcome.ABSENT, clock) is Marked.DONE
    assert _of_person(db, booked) == []


def test_who_asked_to_be_forgotten_is_marked_and_told_nothing(
    db: sa.Connection, held: Booking, clock: FixedClock
) -> None:
    assert held.contact_id is not None
    change(db, held.contact_id, erase_asked_at=clock.now())
    (booked, _) = _booked(db, held)
    assert _mark(db, booked, Outcome.TAKEN, clock) is Marked.DONE
    assert _of_person(db, booked) == []


def test_nobody_is_marked_at_an_opening_that_is_called_off_or_may_be(
    db: sa.Connection, held: Booking, clock: FixedClock
) -> None:
    own, booked = openings.c.id == held.opening.id, _booked(db, held)[0]
    _mark(db, booked, Outcome.CAME, clock)
    for state, refused in (("changing", Marked.CHANGING), ("cancelled", Marked.CALLED_OFF)):
        db.execute(openings.update().where(own).values(state=state))
        assert _mark(db, booked, Outcome.ABSENT, clock) is refused
        assert _take_back(db, booked, clock) is refused
    assert [one.outcome for one in attendance_of(db, [booked])] == [Outcome.CAME]


def test_a_mark_taken_back_twice_by_one_form_takes_back_one(
    db: sa.Connection, held: Booking, clock: FixedClock
) -> None:
    (booked, _) = _booked(db, held)
    for to in (Outcome.CAME, Outcome.TAKEN):
        _mark(db, booked, to, clock)
    said = [
        take_back(db, booked, by=By(None), now=clock.now(), timetable=Timetable(), what=Outcome.TAKEN)
        for _ in range(2)
    ]
    assert said == [Marked.DONE, Marked.ALREADY]
    assert [one.outcome for one in attendance_of(db, [booked])] == [Outcome.CAME]


def test_who_goes_to_another_opening_is_not_marked_there_and_not_told_of_the_old_one(
    db: sa.Connection, held: Booking, place: Place, clock: FixedClock
) -> None:
    later = builders.opening(db, place, day=DAY + timedelta(days=7))
    (absent, other) = _booked(db, held)
    _mark(db, absent, Outcome.ABSENT, clock)
    assert move(db, held, later, now=clock.now(), timetable=Timetable()) is not None
    there = {one.booked_id: one.outcome for one in attendance_in(db, [later.id])}
    assert there == {absent: None, other: None}
    assert _of_person(db, absent) == []


def test_who_parts_from_the_others_leaves_her_mark_behind_and_they_keep_theirs(
    db: sa.Connection, held: Booking, place: Place, clock: FixedClock
) -> None:
    later = builders.opening(db, place, day=DAY + timedelta(days=7))
    for booked, to in zip(_booked(db, held), (Outcome.SENT_AWAY, Outcome.TAKEN), strict=True):
        _mark(db, booked, to, clock, reason=Reason.NO_CARD if to is Outcome.SENT_AWAY else None)
    assert split(db, held, [held.people[0].id], later, now=clock.now(), timetable=Timetable()) is not None
    marked = [[one.outcome for one in attendance_in(db, [day.id])] for day in (later, held.opening)]
    assert marked == [[None], [Outcome.TAKEN]]


def test_whoever_was_served_stays_where_that_was_and_the_others_of_the_household_move_on(
    db: sa.Connection, held: Booking, place: Place, clock: FixedClock
) -> None:
    later = builders.opening(db, place, day=DAY + timedelta(days=7))
    served, other = _booked(db, held)
    _mark(db, served, Outcome.TAKEN, clock)
    gone_on = move(db, held, later, now=clock.now(), timetable=Timetable())
    assert gone_on is not None
    assert (gone_on.id != held.id, [one.id for one in gone_on.people]) == (True, [held.people[1].id])
    marked = [
        [(one.booked_id, one.outcome) for one in attendance_in(db, [day.id])] for day in (held.opening, later)
    ]
    assert marked == [[(served, Outcome.TAKEN)], [(other, None)]]
    assert [opening_by_id(db, day.id).taken for day in (held.opening, later)] == [1, 1]
    # Of those who are left nobody has anywhere to go.
    for refused in (
        move(db, held, later, now=clock.now(), timetable=Timetable()),
        split(db, held, [held.people[0].id], later, now=clock.now(), timetable=Timetable()),
    ):
        assert refused is None
    assert miscounted(db) == []


def test_whoever_was_there_is_not_cancelled_and_nobody_is_told_that_she_was(
    db: sa.Connection, held: Booking, clock: FixedClock
) -> None:
    came, _ = _booked(db, held)
    clock.set(_on(9, time(7, 0)))
    own_phones.give(db, held, held.people[0].id, "+84912345699", now=clock.now(), timetable=Timetable())
    for one in tidings.due(db, now=clock.now(), at_most=9):
        assert tidings.take(db, one, wanted=True, now=clock.now())
    _mark(db, came, Outcome.CAME, clock)
    assert [cancel(db, held, now=clock.now()) for _ in range(2)] == [1, 1]
    assert [one.booked_id for one in attendance_in(db, [held.opening.id])] == [came]
    assert tidings.due(db, now=clock.now(), at_most=9) == []


def test_a_day_on_which_somebody_is_marked_is_not_called_off_nor_put_off(
    db: sa.Connection, held: Booking, clock: FixedClock
) -> None:
    visit, undo_for = held.opening, timedelta(minutes=10)
    day = NewDay.of(visit, DAY + timedelta(days=7))
    clock.set(_on(9, time(7, 0)))
    (booked, _) = _booked(db, held)
    _mark(db, booked, Outcome.CAME, clock)
    with pytest.raises(CannotChange) as called_off:
        call_off(
            db,
            visit.id,
            reason=Why.RAIN,
            moves_on=False,
            official_id=None,
            now=clock.now(),
            undo_for=undo_for,
        )
    with pytest.raises(CannotChange) as put_off:
        postpone(db, visit.id, day, reason=Why.RAIN, official_id=None, now=clock.now(), undo_for=undo_for)
    assert (called_off.value.wrong, put_off.value.wrong) == ((Wrong.MARKED,), (Wrong.MARKED,))
    _take_back(db, booked, clock)
    assert call_off(
        db, visit.id, reason=Why.RAIN, moves_on=False, official_id=None, now=clock.now(), undo_for=undo_for
    )


def test_who_was_served_is_not_cancelled_and_who_did_not_come_is(
    db: sa.Connection, held: Booking, clock: FixedClock
) -> None:
    (served, absent) = _booked(db, held)
    _mark(db, served, Outcome.TAKEN, clock)
    _mark(db, absent, Outcome.ABSENT, clock)
    assert cancel(db, held, now=clock.now()) == 1
    left = [(one.booked_id, one.outcome) for one in attendance_in(db, [held.opening.id])]
    assert left == [(served, Outcome.TAKEN)]
