"""What officials do in the simulated month: put a visit off and call one off, mark who came, ring, close what is open."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from functools import partial

import sqlalchemy as sa

from bench.simulated_provider import Killed
from bench.simulated_ringers import Ringers
from bench.simulated_week import Week
from helpdesk.booking.attending.attendance import attendance_in
from helpdesk.booking.attending.outcome_states import Outcome
from helpdesk.booking.attending.outcome_states import Reason as WhySentAway
from helpdesk.booking.attending.outcomes import By, mark
from helpdesk.booking.changed_days import day_changes
from helpdesk.booking.changed_days.faults import CannotChange, NewDay
from helpdesk.booking.changed_days.states import Reason as WhyChanged
from helpdesk.booking.openings import Opening, from_day, on_day
from helpdesk.clock import at_local, local_date
from helpdesk.people.tables import Role, officials
from helpdesk.places.tables import PlaceKind
from helpdesk.tickets import calls, tickets

UNDO_FOR = timedelta(minutes=10)

OUTCOMES = {Outcome.TAKEN: 74, Outcome.TAKEN_WITH_CARD: 6, Outcome.SENT_AWAY: 6, Outcome.ABSENT: 14}
"""What becomes of a hundred who are booked: assumed, as nobody has counted them in the communes yet."""


class Officials:
    """The officials of both communes; `week` is the stretch of time that they act in.

    Of the `ringers` they book who is called back, in the transaction that closes her call-back.
    """

    def __init__(self, week: Week, ringers: Ringers) -> None:
        self.ringers = ringers
        self.week, self.runtime, self.random = week, week.runtime, week.random
        o = officials.c
        with self.runtime.engine.connect() as db:
            own = sa.select(o.commune_id, o.id).where(o.role == Role.OFFICER.value)
            self.officers: dict[int, int] = {row[0]: row[1] for row in db.execute(own)}

    def plan(self, days: int) -> None:
        """Plan what they do on each day, and the three visits that do not take place as they were published."""
        today = local_date(self.week.clock.now())
        for number in range(days):
            day = today + timedelta(days=number)
            for at, act in (
                (time(9), self._ring),
                (time(14), self._ring),
                (time(16), self._close),
                (time(17, 30), self._mark),
            ):
                self.week.at(at_local(day, at), self._acting(act))
        with self.runtime.engine.connect() as db:
            coming = from_day(db, today, at_most=999)
        visits = [one for one in coming if one.place_kind is PlaceKind.VILLAGE]
        if len(visits) < 6:
            raise RuntimeError("too few visits were published")
        postponed, called_off, taken_back = visits[2], visits[4], visits[5]
        self._plan_change(postponed, time(15), lambda: self._postpone(postponed))
        self._plan_change(called_off, time(10), lambda: self._call_off(called_off))
        self._plan_change(taken_back, time(11), lambda: self._call_off_and_undo(taken_back))

    def _plan_change(self, visit: Opening, at: time, act: Callable[[], object]) -> None:
        self.week.at(at_local(visit.day - timedelta(days=1), at), self._acting(act))

    def _acting(self, act: Callable[[], object]) -> Callable[[], None]:
        def acted() -> None:
            try:
                act()
            except Killed:  # the page did not answer: pressed once more
                self.week.later(60, acted)

        return acted

    def _postpone(self, visit: Opening) -> None:
        for days in range(2, 9):
            try:
                self._change(visit, day=visit.day + timedelta(days=days))
            except CannotChange:
                continue
            self.week.journal.note("postponed", visit.id, days)
            return
        raise RuntimeError("no day was free to put a visit off to")

    def _change(self, visit: Opening, *, day: date) -> None:
        with self.runtime.engine.begin() as db:
            day_changes.postpone(
                db,
                visit.id,
                NewDay.of(visit, day),
                reason=WhyChanged.RAIN,
                official_id=self.officers[visit.commune_id],
                now=self._now,
                undo_for=UNDO_FOR,
            )

    def _call_off(self, visit: Opening) -> int:
        with self.runtime.engine.begin() as db:
            change = day_changes.call_off(
                db,
                visit.id,
                reason=WhyChanged.LANDSLIDE,
                moves_on=False,
                official_id=self.officers[visit.commune_id],
                now=self._now,
                undo_for=UNDO_FOR,
            )
        self.week.journal.note("called off", visit.id)
        return change.id

    def _call_off_and_undo(self, visit: Opening) -> None:
        change_id = self._call_off(visit)
        self.week.later(300, self._acting(lambda: self._undo(change_id, visit.commune_id)))

    def _undo(self, change_id: int, commune_id: int) -> None:
        with self.runtime.engine.begin() as db:
            done = day_changes.undo(db, change_id, official_id=self.officers[commune_id], now=self._now)
        self.week.journal.note("undone", change_id, done)

    def _mark(self) -> None:
        """Who came today, from the list on paper."""
        with self.runtime.engine.connect() as db:
            today = [one.id for one in on_day(db, local_date(self._now))]
            booked = attendance_in(db, today)
        outcomes, weights = list(OUTCOMES), list(OUTCOMES.values())
        for one in booked:
            to = self.random.choices(outcomes, weights)[0]
            with self.runtime.engine.begin() as db:
                done = mark(
                    db,
                    one.booked_id,
                    to,
                    by=By(self.officers[one.opening.commune_id]),
                    now=self._now,
                    timetable=self.runtime.settings.timetable,
                    reason=WhySentAway.NO_CARD if to is Outcome.SENT_AWAY else None,
                )
            self.week.journal.note("marked", one.booked_id, to.value, done.value)

    def _ring(self) -> None:
        """Four of five who are rung answer."""
        with self.runtime.engine.connect() as db:
            waiting = calls.open_calls(db, now=self._now)
        for call in waiting:
            answered, officer = self.random.random() < 0.8, self.officers[call.commune_id]
            said = calls.told if answered else partial(calls.not_reached, tries_before=call.tries)
            with self.runtime.engine.begin() as db:
                said(db, call.id, official_id=officer, commune_id=None, now=self._now)

    def _close(self) -> None:
        """Every question is answered on its day; who wants to be forgotten is left for the end of the month."""
        with self.runtime.engine.connect() as db:
            waiting = tickets.open_tickets(db)
        for ticket in waiting:
            with self.runtime.engine.begin() as db:
                officer = self.officers[ticket.commune_id or min(self.officers)]
                tickets.close(db, ticket.id, official_id=officer, commune_id=None, now=self._now)
                booked = self.ringers.called_back(db, ticket.address, self.officers)
            if booked is not None:
                self.ringers.seen_to(ticket.address, booked)

    @property
    def _now(self) -> datetime:
        return self.week.clock.now()
