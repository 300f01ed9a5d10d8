"""Reminders: rows with a due time. This room says what is due and for whom; `conversation` says it."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa

from helpdesk.booking.bookings import Booking
from helpdesk.booking.openings import Opening
from helpdesk.booking.retracting import hold, retract, subject
from helpdesk.booking.states import ReminderState
from helpdesk.booking.tables import reminders
from helpdesk.clock import at_local
from helpdesk.messaging.subjects import Subject
from helpdesk.settings import Timetable

r = reminders.c


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of reminder: when it falls due, until when it is of use, and the flow that says it."""

    name: str
    due_at: Callable[[Opening, Timetable], datetime]
    useful_until: Callable[[Opening, Timetable], datetime]
    flow: str


def _before(days: int) -> Callable[[Opening, Timetable], datetime]:
    return lambda opening, timetable: at_local(opening.day - timedelta(days=days), timetable.day_before)


KINDS = (
    # Remind early: phones in villages without power are off for days.
    Kind("three_days", due_at=_before(3), useful_until=_before(1), flow="reminder"),
    Kind(
        "day_before",
        due_at=_before(1),
        useful_until=lambda opening, _: opening.starts_at,
        flow="reminder",
    ),
)


_PLAN = reminders.insert()


def replan(db: sa.Connection, booking: Booking, *, now: datetime, timetable: Timetable) -> None:
    """Write the reminders of a booking anew, for the opening it was moved to; none that waits tells of the old one."""
    db.execute(reminders.delete().where(r.booking_id == booking.id))
    retract(db, booking.id, now=now, again=False)
    plan(db, booking, now=now, timetable=timetable)


def plan(db: sa.Connection, booking: Booking, *, now: datetime, timetable: Timetable) -> None:
    """Write the reminders of a new booking; a kind whose time is past already is left out."""
    rows = [
        {
            "booking_id": booking.id,
            "contact_id": booking.contact_id,
            "commune_id": booking.opening.commune_id,
            "kind": kind.name,
            "due_at": due_at,
            "useful_until": kind.useful_until(booking.opening, timetable),
            "state": ReminderState.WAITING.value,
        }
        for kind in KINDS
        if (due_at := kind.due_at(booking.opening, timetable)) > now
    ]
    if rows and booking.contact_id is not None:
        db.execute(_PLAN, rows)


def drop(db: sa.Connection, booking_id: int, *, now: datetime) -> None:
    """The booking is cancelled: nobody wants its reminders any more, nor the one that waits in the outbox."""
    waiting = (r.booking_id == booking_id) & (r.state == ReminderState.WAITING.value)
    db.execute(reminders.update().where(waiting).values(state=ReminderState.DROPPED.value, settled_at=now))
    retract(db, booking_id, now=now, again=False)


def reword(db: sa.Connection, booking_id: int, *, now: datetime) -> None:
    """The booking is for fewer persons: a reminder that waits in the outbox is said anew with what is so now."""
    hold(db, booking_id)
    retract(db, booking_id, now=now, again=True)


def contacts_due(
    db: sa.Connection, *, now: datetime, at_most: int, but_not: Collection[int] = ()
) -> list[int]:
    """Contacts for whom a reminder is due, the longest due first; of so many reminders at most."""
    # Not grouped in SQL: SQLite would then walk all reminders by contact instead of the due ones by time.
    query = (
        sa.select(r.contact_id)
        .where(r.state == ReminderState.WAITING.value, r.due_at <= now, r.contact_id.not_in(but_not))
        .order_by(r.due_at, r.id)
        .limit(at_most)
    )
    return list(dict.fromkeys(db.execute(query).scalars()))


@dataclass(frozen=True, slots=True)
class Due:
    """A reminder taken to be said now."""

    booking_id: int
    kind: str
    due_at: datetime
    useful_until: datetime

    @property
    def key(self) -> str:
        """Names this reminder for good. Not by its id: SQLite gives the id of a row that was deleted to a new one."""
        return f"{self.booking_id}:{self.about.said}"

    @property
    def about(self) -> Subject:
        """What a message that says it is about."""
        return subject(self.booking_id, self.kind, self.due_at)


def take_due(db: sa.Connection, contact_id: int, *, now: datetime, wanted: bool) -> Sequence[Due]:
    """Take a contact's due reminders, each by one caller only, the longest due first.

    Those no longer of use are dropped on the way; all of them where nothing is `wanted` any more.
    """
    due = (r.contact_id == contact_id) & (r.state == ReminderState.WAITING.value) & (r.due_at <= now)
    useful = sa.case(
        (sa.and_(r.useful_until > now, sa.literal(wanted)), ReminderState.SENT.value),
        else_=ReminderState.DROPPED.value,
    )
    taken = db.execute(
        reminders.update()
        .where(due)
        .values(state=useful, settled_at=now)
        .returning(r.booking_id, r.kind, r.due_at, r.useful_until, r.state)
    )
    said = [Due(*row[:-1]) for row in taken if row.state == ReminderState.SENT.value]
    return sorted(said, key=lambda due: (due.due_at, due.booking_id))
