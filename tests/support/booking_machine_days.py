"""Days that are put off and called off, as rules: see booking_machine.py."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import Bundle, MultipleResults, multiple, rule

from helpdesk.booking.changed_days import day_changes
from helpdesk.booking.changed_days.effect import due_changes, take_effect
from helpdesk.booking.changed_days.faults import CannotChange, NewDay
from helpdesk.booking.openings import opening
from helpdesk.clock import local_date
from tests.support.booking_machine import PLACES, BookingMachine
from tests.support.booking_model import told_by
from tests.support.changed_days import UNDO_FOR, called_off, put_off


class DaysMachine(BookingMachine):
    """An opening is put off or called off, taken back in time, or it takes effect. Nobody's place is lost by any of it."""

    changing: Bundle[int] = Bundle("changing")

    @rule(target=changing, at=PLACES, days=st.integers(1, 6))
    def postpone(self, at: int, days: int) -> MultipleResults[int] | int:
        now = self.clock.now()
        with self.engine.begin() as db:
            there = opening(db, self.opening_at(at))
            day = max(there.day, local_date(now)) + timedelta(days=days)
            try:
                made = put_off(db, there.id, NewDay.of(there, day), now=now)
            except CannotChange:
                return multiple()
        self.nobody_moved()
        return made.id

    @rule(target=changing, at=PLACES, moves_on=st.booleans())
    def call_off(self, at: int, moves_on: bool) -> MultipleResults[int] | int:
        with self.engine.begin() as db:
            try:
                made = called_off(db, self.opening_at(at), now=self.clock.now(), moves_on=moves_on)
            except CannotChange:
                return multiple()
        self.nobody_moved()
        return made.id

    @rule(change_id=changing)
    def undo(self, change_id: int) -> None:
        with self.engine.begin() as db:
            day_changes.undo(db, change_id, official_id=None, now=self.clock.now())
        self.nobody_moved()

    @rule(at=PLACES, moves_on=st.booleans())
    def call_off_and_undo(self, at: int, moves_on: bool) -> None:
        """As if it had never been said."""
        with self.engine.connect() as db:
            before = told_by(db)
        change_id = self.call_off(at, moves_on)
        if isinstance(change_id, int):
            self.undo(change_id)
        with self.engine.connect() as db:
            assert told_by(db) == before

    @rule()
    def take_effect(self) -> None:
        self.clock.advance(UNDO_FOR)
        everybody = self.model.everybody()
        now = self.clock.now()
        with self.engine.begin() as db:
            for change_id in due_changes(db, now=now):
                assert take_effect(
                    db,
                    change_id,
                    now=now,
                    timetable=self.runtime.settings.timetable,
                    chance=self.chance,
                )
        self.take_over()
        assert self.model.everybody() == everybody
