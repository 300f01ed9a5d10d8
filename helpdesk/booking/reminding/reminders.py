"""Reminders: rows with a due time. This room says what is due and for whom; `conversation` says it.

What kinds there are stands in `reminder_kinds`; those of persons are planned in `person_reminders`.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa

from helpdesk.booking.bookings import Booking
from helpdesk.booking.reminding.reminder_kinds import BY_NAME, KINDS, OF_BOOKINGS, Flows
from helpdesk.booking.reminding.retracting import hold, retract, subject
from helpdesk.booking.states import OpeningState, ReminderState
from helpdesk.booking.tables import bookings, openings, reminders
from helpdesk.messaging.subjects import Subject
from helpdesk.settings import Timetable

r = reminders.c

LATER = timedelta(hours=3)
"""After which another question is asked of somebody who was asked one just now."""

_CHANGING = (
    sa.exists()
    .where(
        bookings.c.id == r.booking_id,
        openings.c.id == bookings.c.opening_id,
        openings.c.state == OpeningState.CHANGING.value,
    )
    .correlate(reminders)
)
"""That nobody knows yet whether the day stands: its reminders wait until that is certain."""

_PLAN = reminders.insert()
_OF_BOOKINGS = [kind.name for kind in OF_BOOKINGS]
_ORDER = {kind.name: place for place, kind in enumerate(KINDS)}


def replan(db: sa.Connection, booking: Booking, *, now: datetime, timetable: Timetable) -> None:
    """Write the reminders of a booking anew, for the opening it was moved to; none that waits tells of the old one."""
    db.execute(reminders.delete().where(r.booking_id == booking.id, r.kind.in_(_OF_BOOKINGS)))
    retract(db, booking.id, now=now, again=False)
    plan(db, booking, now=now, timetable=timetable)


def plan(db: sa.Connection, booking: Booking, *, now: datetime, timetable: Timetable) -> None:
    """Write the reminders of a new booking; a kind whose time is past already is left out."""
    opening, hour = booking.opening, timetable.day_before
    rows = [
        {
            "booking_id": booking.id,
            "contact_id": booking.contact_id,
            "commune_id": opening.commune_id,
            "kind": kind.name,
            "whose": 0,
            "due_at": due_at,
            "useful_until": kind.useful_until(opening.day, hour, starts_at=opening.starts_at),
            "state": ReminderState.WAITING.value,
        }
        for kind in OF_BOOKINGS
        if (due_at := kind.due_at(opening.day, hour)) > now
    ]
    if rows and booking.contact_id is not None:
        db.execute(_PLAN, rows)


def drop(db: sa.Connection, booking_id: int, *, now: datetime) -> None:
    """The booking is cancelled: nobody wants its reminders any more, nor the one that waits in the outbox."""
    waiting = (r.booking_id == booking_id) & (r.state == ReminderState.WAITING.value)
    db.execute(reminders.update().where(waiting).values(state=ReminderState.DROPPED.value, settled_at=now))
    retract(db, booking_id, now=now, again=False)


def drop_all(db: sa.Connection, contact_id: int, *, now: datetime) -> None:
    """The contact wants to be forgotten: nothing more is asked of her, of openings that are over neither."""
    waiting = (r.contact_id == contact_id) & (r.state == ReminderState.WAITING.value)
    for booking_id in db.execute(sa.select(r.booking_id).where(waiting).distinct()).scalars().all():
        drop(db, booking_id, now=now)


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
        .where(~_CHANGING)
        .order_by(r.due_at, r.id)
        .limit(at_most)
    )
    return list(dict.fromkeys(db.execute(query).scalars()))


def next_due(db: sa.Connection, contact_id: int) -> datetime | None:
    """When a contact is reminded of a booking next (UTC); None where nothing is planned any more."""
    waiting = (r.contact_id == contact_id) & (r.state == ReminderState.WAITING.value)
    first = sa.select(sa.func.min(r.due_at)).where(waiting, r.kind.in_(_OF_BOOKINGS))
    return db.execute(first).scalar()


@dataclass(frozen=True, slots=True)
class Due:
    """A reminder taken to be said now; `whose` is the booked person it is about, 0 where it is all of the booking."""

    booking_id: int
    kind: str
    whose: int
    due_at: datetime
    useful_until: datetime

    @property
    def key(self) -> str:
        """Names this reminder for good. Not by its id: SQLite gives the id of a row that was deleted to a new one."""
        return f"{self.booking_id}:{self.about.said}"

    @property
    def about(self) -> Subject:
        """What a message that says it is about."""
        return subject(self.booking_id, self.kind, self.due_at, whose=self.whose)

    @property
    def flows(self) -> Flows:
        """The flows that say it."""
        return BY_NAME[self.kind].flows


def take_due(db: sa.Connection, contact_id: int, *, now: datetime, wanted: bool) -> Sequence[Due]:
    """Take a contact's due reminders, each by one caller only, the longest due first.

    Those no longer of use, or of a kind that is no more, are dropped on the way; all of them where nothing is `wanted`
    any more.
    """
    due = (r.contact_id == contact_id) & (r.state == ReminderState.WAITING.value) & (r.due_at <= now)
    due &= ~_CHANGING
    known = sa.and_(r.useful_until > now, r.kind.in_(list(BY_NAME)), sa.literal(wanted))
    useful = sa.case((known, ReminderState.SENT.value), else_=ReminderState.DROPPED.value)
    taken = db.execute(
        reminders.update()
        .where(due)
        .values(state=useful, settled_at=now)
        .returning(r.booking_id, r.kind, r.whose, r.due_at, r.useful_until, r.state)
    )
    said = [Due(*row[:-1]) for row in taken if row.state == ReminderState.SENT.value]
    return sorted(said, key=lambda due: (due.due_at, due.booking_id, _ORDER[due.kind], due.whose))


def together(due: Iterable[Due]) -> list[list[Due]]:
    """What one message can say, in the order in which it is asked: an answer must belong to one question."""
    groups: dict[str, list[Due]] = {}
    for one in sorted(due, key=lambda one: _ORDER[one.kind]):
        groups.setdefault(one.flows.herself, []).append(one)
    return list(groups.values())


def put_off(db: sa.Connection, due: Iterable[Due], *, now: datetime) -> None:
    """Let what was taken wait again, until later the same day; the caller took it in this transaction."""
    for one in due:
        mine = (r.booking_id == one.booking_id) & (r.kind == one.kind) & (r.whose == one.whose)
        again = {"state": ReminderState.WAITING.value, "settled_at": None, "due_at": now + LATER}
        db.execute(reminders.update().where(mine).values(again))
