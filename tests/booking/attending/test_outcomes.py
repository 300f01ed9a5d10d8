"""helpdesk/booking/attending/outcomes.py and person_reminders.py: what came of a booked person, and what she is told of it."""

from datetime import date, time, timedelta

import pytest
import sqlalchemy as sa

from helpdesk.booking.attending.attendance import attendance_of
from helpdesk.booking.attending.outcome_states import ALLOWED, Outcome, Reason
from helpdesk.booking.attending.outcomes import By, Marked, take_back
from helpdesk.booking.bookings import Booking
from helpdesk.booking.changes import cancel
from helpdesk.booking.openings import Opening
from helpdesk.booking.states import ReminderState
from helpdesk.booking.tables import attendances, bookings, openings, reminders
from helpdesk.clock import FixedClock, at_local
from helpdesk.people.contacts import change
from helpdesk.people.tables import audit_entries
from helpdesk.places.communes import Place
from helpdesk.places.tables import closed_days
from helpdesk.settings import Timetable
from tests.booking.attending.marks import DAY, booked_in, marked_as, on, r, reminders_of, taken_back
from tests.support import builders
from tests.support.at_once import at_once


def _reach(db: sa.Connection, booked_id: int, to: Outcome | None, clock: FixedClock) -> None:
    """Bring a person who was not marked to where a test begins."""
    ways: dict[Outcome | None, list[Outcome]] = {
        None: [],
        Outcome.NOTICED: [Outcome.TAKEN, Outcome.NOTICED],
        Outcome.ACTIVATED: [Outcome.TAKEN, Outcome.ACTIVATED],
    }
    for step in ways.get(to, [to] if to else []):
        assert marked_as(db, booked_id, step, clock) is Marked.DONE


@pytest.mark.parametrize("before", [None, *Outcome])
def test_only_the_moves_of_the_table_are_made(
    db: sa.Connection, visit: Opening, clock: FixedClock, before: Outcome | None
) -> None:
    several = booked_in(db, builders.booking(db, visit, now=clock.now(), people=len(Outcome)))
    clock.set(on(9, time(9, 0)))
    for booked, to in zip(several, Outcome, strict=True):
        _reach(db, booked, before, clock)
        expected = Marked.DONE if to in ALLOWED[before] else Marked.NOT_ALLOWED
        if before is to:
            expected = Marked.ALREADY
        assert marked_as(db, booked, to, clock) is expected
        (one,) = attendance_of(db, [booked])
        assert one.outcome is (to if expected is Marked.DONE else before)


def test_each_mark_is_in_the_audit_by_ids_without_names(
    db: sa.Connection, held: Booking, clock: FixedClock
) -> None:
    (booked, _) = booked_in(db, held)
    officer = builders.officer(db, held.opening.commune_id, now=clock.now())
    marked_as(db, booked, Outcome.SENT_AWAY, clock, by=By(officer), reason=Reason.NO_CARD)
    taken_back(db, booked, clock)
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
    (booked, other) = booked_in(db, held)
    for to in (Outcome.CAME, Outcome.TAKEN):
        marked_as(db, booked, to, clock)
    found = []
    for _ in range(2):
        assert taken_back(db, booked, clock) is Marked.DONE
        found += [one.outcome for one in attendance_of(db, [booked])]
    assert found == [Outcome.CAME, None]
    assert taken_back(db, booked, clock) is Marked.GONE
    marked_as(db, other, Outcome.ABSENT, clock)
    clock.advance(timedelta(days=1))
    assert taken_back(db, other, clock) is Marked.NOT_NOW


def test_nobody_is_marked_before_the_day_nor_long_after(
    db: sa.Connection, held: Booking, clock: FixedClock
) -> None:
    (booked, _) = booked_in(db, held)
    found = []
    for day in (DAY - timedelta(1), DAY + timedelta(31), DAY + timedelta(30)):
        clock.set(at_local(day, time(8, 0)))
        found.append(marked_as(db, booked, Outcome.ABSENT, clock))
    assert found == [Marked.NOT_NOW, Marked.NOT_NOW, Marked.DONE]


def test_nobody_has_failed_to_come_before_it_begins(
    db: sa.Connection, held: Booking, clock: FixedClock
) -> None:
    (booked, other) = booked_in(db, held)
    clock.set(held.opening.starts_at - timedelta(minutes=1))
    assert marked_as(db, booked, Outcome.ABSENT, clock) is Marked.NOT_BEGUN
    assert marked_as(db, booked, Outcome.CAME, clock) is Marked.DONE
    assert marked_as(db, other, Outcome.ABSENT, clock) is Marked.NOT_BEGUN
    clock.set(held.opening.starts_at)
    assert marked_as(db, other, Outcome.ABSENT, clock) is Marked.DONE


def test_no_official_marks_in_another_commune_or_for_another_team(
    db: sa.Connection, held: Booking, clock: FixedClock
) -> None:
    (booked, _) = booked_in(db, held)
    commune = held.opening.commune_id
    for by in (By(None, commune + 1), By(None, commune, team_id=7)):
        assert marked_as(db, booked, Outcome.CAME, clock, by=by) is Marked.GONE
    assert marked_as(db, booked, Outcome.CAME, clock, by=By(None, commune)) is Marked.DONE


def test_who_was_cancelled_is_not_marked(db: sa.Connection, held: Booking, clock: FixedClock) -> None:
    (booked, other) = booked_in(db, held)
    cancel(db, held, person_ids=[held.people[0].id], now=clock.now())
    assert marked_as(db, booked, Outcome.ABSENT, clock) is Marked.GONE
    assert marked_as(db, other, Outcome.ABSENT, clock) is Marked.DONE


def test_two_officials_at_once_mark_once(database: sa.Engine, clock: FixedClock) -> None:
    with database.begin() as db:
        visit = builders.opening(db, builders.place(db, builders.commune(db)), day=DAY)
        (booked,) = booked_in(db, builders.booking(db, visit, now=clock.now()))
    clock.set(on(9, time(9, 0)))

    def press(_number: int) -> Marked:
        with database.begin() as db:
            return marked_as(db, booked, Outcome.TAKEN, clock)

    assert sorted(at_once(4, press)) == [Marked.ALREADY] * 3 + [Marked.DONE]
    with database.connect() as db:
        assert db.execute(sa.select(sa.func.count()).select_from(attendances)).scalar() == 1
        assert [kind for kind, *_ in reminders_of(db, booked)] == ["result", "result_again"]


def test_who_did_not_come_is_told_the_day_after_for_three_days(
    db: sa.Connection, held: Booking, clock: FixedClock
) -> None:
    (booked, other) = booked_in(db, held)
    marked_as(db, booked, Outcome.ABSENT, clock)
    assert reminders_of(db, booked) == [("no_show", on(10), on(13), "waiting")]
    assert reminders_of(db, other) == [], "who was not marked is not spoken to"


def test_a_list_typed_in_late_waits_until_a_slip_can_be_taken_back(
    db: sa.Connection, held: Booking, clock: FixedClock
) -> None:
    (booked, other) = booked_in(db, held)
    clock.set(on(11, time(15, 0)))
    marked_as(db, booked, Outcome.ABSENT, clock)
    assert reminders_of(db, booked) == [("no_show", on(11, time(15, 10)), on(13), "waiting")]
    taken_back(db, booked, clock)
    assert reminders_of(db, booked) == []
    clock.set(on(13))
    marked_as(db, other, Outcome.ABSENT, clock)
    assert reminders_of(db, other) == [], "after three days nobody is reminded of it"


def test_who_came_late_after_all_is_told_nothing(db: sa.Connection, held: Booking, clock: FixedClock) -> None:
    (booked, _) = booked_in(db, held)
    marked_as(db, booked, Outcome.ABSENT, clock)
    marked_as(db, booked, Outcome.CAME, clock)
    assert reminders_of(db, booked) == []


def test_what_was_said_once_is_not_said_again_however_often_it_is_marked(
    db: sa.Connection, held: Booking, clock: FixedClock
) -> None:
    (booked, _) = booked_in(db, held)
    marked_as(db, booked, Outcome.ABSENT, clock)
    db.execute(reminders.update().where(r.whose == booked).values(state=ReminderState.SENT.value))
    for _ in range(2):
        taken_back(db, booked, clock)
        marked_as(db, booked, Outcome.ABSENT, clock)
    assert [row[0::3] for row in reminders_of(db, booked)] == [("no_show", "sent")]


@pytest.mark.parametrize(
    ("to", "result_by"), [(Outcome.TAKEN, date(2026, 12, 14)), (Outcome.TAKEN_WITH_CARD, date(2026, 12, 18))]
)
def test_the_result_is_asked_after_three_or_seven_working_days_and_once_more(
    db: sa.Connection, held: Booking, clock: FixedClock, to: Outcome, result_by: date
) -> None:
    (booked, _) = booked_in(db, held)
    marked_as(db, booked, to, clock)
    (one,) = attendance_of(db, [booked])
    assert one.result_by == result_by
    after = [at_local(result_by + timedelta(days), time(11, 0)) for days in (1, 5, 12)]
    assert reminders_of(db, booked) == [
        ("result", after[0], after[1], "waiting"),
        ("result_again", after[1], after[2], "waiting"),
    ]


def test_holidays_and_closed_days_are_no_working_days_and_the_commune_knows_best(
    db: sa.Connection, place: Place, clock: FixedClock
) -> None:
    # Thursday 31 December; New Year is on Friday; the commune is closed on Monday and works on Saturday.
    visit = builders.opening(db, place, day=date(2026, 12, 31))
    (booked,) = booked_in(db, builders.booking(db, visit, now=clock.now()))
    for day, works in ((date(2027, 1, 4), False), (date(2027, 1, 2), True)):
        row = {"commune_id": place.commune_id, "day": day, "reason": "lũ", "works": works}
        db.execute(closed_days.insert().values(row))
    clock.set(at_local(date(2026, 12, 31), time(10, 0)))
    marked_as(db, booked, Outcome.TAKEN, clock)
    (one,) = attendance_of(db, [booked])
    assert one.result_by == date(2027, 1, 6)


def test_the_notice_ends_the_question_and_begins_the_seven_days(
    db: sa.Connection, held: Booking, clock: FixedClock
) -> None:
    (booked, _) = booked_in(db, held)
    marked_as(db, booked, Outcome.TAKEN, clock)
    clock.set(on(15, time(12, 0)))
    marked_as(db, booked, Outcome.NOTICED, clock)
    assert reminders_of(db, booked) == [("activate", on(18), on(22), "waiting")]
    marked_as(db, booked, Outcome.ACTIVATED, clock)
    assert reminders_of(db, booked) == []


def test_a_booking_without_a_phone_is_marked_and_nobody_is_told(
    db: sa.Connection, held: Booking, clock: FixedClock
) -> None:
    officer = builders.officer(db, held.opening.commune_id, now=clock.now())
    own = bookings.c.id == held.id
    db.execute(bookings.update().where(own).values(contact_id=None, official_id=officer))
    (booked, _) = booked_in(db, held)
    assert marked_as(db, booked, Outcome.ABSENT, clock) is Marked.DONE
    assert reminders_of(db, booked) == []


def test_who_asked_to_be_forgotten_is_marked_and_told_nothing(
    db: sa.Connection, held: Booking, clock: FixedClock
) -> None:
    assert held.contact_id is not None
    change(db, held.contact_id, erase_asked_at=clock.now())
    (booked, _) = booked_in(db, held)
    assert marked_as(db, booked, Outcome.TAKEN, clock) is Marked.DONE
    assert reminders_of(db, booked) == []


def test_nobody_is_marked_at_an_opening_that_is_called_off_or_may_be(
    db: sa.Connection, held: Booking, clock: FixedClock
) -> None:
    own, booked = openings.c.id == held.opening.id, booked_in(db, held)[0]
    marked_as(db, booked, Outcome.CAME, clock)
    for state, refused in (("changing", Marked.CHANGING), ("cancelled", Marked.CALLED_OFF)):
        db.execute(openings.update().where(own).values(state=state))
        assert marked_as(db, booked, Outcome.ABSENT, clock) is refused
        assert taken_back(db, booked, clock) is refused
    assert [one.outcome for one in attendance_of(db, [booked])] == [Outcome.CAME]


def test_a_mark_taken_back_twice_by_one_form_takes_back_one(
    db: sa.Connection, held: Booking, clock: FixedClock
) -> None:
    (booked, _) = booked_in(db, held)
    for to in (Outcome.CAME, Outcome.TAKEN):
        marked_as(db, booked, to, clock)
    said = [
        take_back(db, booked, by=By(None), now=clock.now(), timetable=Timetable(), what=Outcome.TAKEN)
        for _ in range(2)
    ]
    assert said == [Marked.DONE, Marked.ALREADY]
    assert [one.outcome for one in attendance_of(db, [booked])] == [Outcome.CAME]
