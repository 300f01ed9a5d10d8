"""What came of who was booked, as rules: see booking_machine.py."""

import sqlalchemy as sa
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from helpdesk.booking.attending.outcome_states import ALLOWED, Outcome
from helpdesk.booking.attending.outcomes import By, Marked, mark, take_back
from helpdesk.booking.openings import opening
from helpdesk.booking.states import ReminderState
from helpdesk.booking.tables import attendances, booked_persons, bookings, reminders
from helpdesk.clock import local_date
from tests.support.booking_machine import BookingMachine

ANYBODY = By(None)


class OutcomesMachine(BookingMachine):
    """Who came is marked, and a slip is taken back; nobody loses a place by it."""

    @rule(
        booking_id=BookingMachine.booked,
        first=st.sampled_from(list(Outcome)),
        second=st.sampled_from(list(Outcome)),
    )
    def mark_on_the_day(self, booking_id: int, first: Outcome, second: Outcome) -> None:
        """Two clicks on the first person of a booking: the second as the table of moves allows it."""
        model = self.model.bookings[booking_id]
        if not model.live:
            return
        with self.engine.begin() as db:
            there = opening(db, model.opening_id)
            person = (booked_persons.c.booking_id == booking_id) & booked_persons.c.cancelled_at.is_(None)
            booked_id = db.execute(sa.select(sa.func.min(booked_persons.c.id)).where(person)).scalar_one()
            was = db.execute(
                sa.select(attendances.c.state).where(attendances.c.booked_id == booked_id)
            ).scalar()
            state = None if was is None else Outcome(was)
            for to in (first, second):
                done = mark(
                    db,
                    booked_id,
                    to,
                    by=ANYBODY,
                    now=self.clock.now(),
                    timetable=self.runtime.settings.timetable,
                )
                if done is Marked.DONE:
                    assert to in ALLOWED[state]
                    assert there.day <= local_date(self.clock.now())
                    state = to
                elif done is Marked.ALREADY:
                    assert to is state
        self.take_over()

    @rule(booking_id=BookingMachine.booked)
    def take_a_mark_back(self, booking_id: int) -> None:
        with self.engine.begin() as db:
            person = booked_persons.c.booking_id == booking_id
            booked_id = db.execute(sa.select(sa.func.min(booked_persons.c.id)).where(person)).scalar_one()
            timetable = self.runtime.settings.timetable
            take_back(db, booked_id, by=ANYBODY, now=self.clock.now(), timetable=timetable)
        self.take_over()

    @invariant()
    def nobody_is_marked_where_she_is_not_booked(self) -> None:
        a, p, b = attendances.c, booked_persons.c, bookings.c
        elsewhere = (
            sa.select(a.id)
            .join_from(attendances, booked_persons, p.id == a.booked_id)
            .join(bookings, b.id == p.booking_id)
            .where(a.opening_id != b.opening_id)
        )
        with self.engine.connect() as db:
            assert db.execute(elsewhere).all() == []

    @invariant()
    def nobody_waits_to_be_told_what_is_not_so(self) -> None:
        """A reminder of one person waits only while she is marked as what it is for, and is booked."""
        r, p, a = reminders.c, booked_persons.c, attendances.c
        stale = (
            sa.select(r.kind)
            .outerjoin_from(reminders, attendances, a.booked_id == r.whose)
            .join(booked_persons, p.id == r.whose)
            .where(r.whose > 0, r.state == ReminderState.WAITING.value, a.id.is_(None))
        )
        with self.engine.connect() as db:
            assert db.execute(stale).all() == []
