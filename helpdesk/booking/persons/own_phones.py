"""Phones of booked persons who did not book themselves: what is said there, to whom, and how often at most.

The number comes from somebody else, so little is sent to it: once that she is booked, moved or cancelled, and her
reminders; only so many numbers of one contact, and only so many bookings for one number.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

import sqlalchemy as sa

from helpdesk.booking.bookings import Booking
from helpdesk.booking.openings import Opening
from helpdesk.booking.persons.person_tables import own_phones, tidings
from helpdesk.booking.states import OpeningState, ReminderState
from helpdesk.booking.tables import bookings, openings
from helpdesk.clock import at_local
from helpdesk.messaging.states import State
from helpdesk.messaging.subjects import Subject, withdraw
from helpdesk.messaging.tables import message_subjects, outbound_messages
from helpdesk.people.tables import persons
from helpdesk.settings import Timetable
from helpdesk.store.upsert import insert_if_new

MOST_GIVEN = 10
"""Numbers that one contact may give within A_DAY: a village head books for nine neighbours."""

MOST_BOOKED = 3
"""Bookings within A_WEEK that one number is told of, whoever gave it."""

MOST_MOVED = 2
"""Moves within A_DAY that are told at once; where she goes in the end is told a day later, and in her reminders."""

A_DAY, A_WEEK = timedelta(days=1), timedelta(days=7)

p, t = own_phones.c, tidings.c


class Tiding(StrEnum):
    """What is said on an own phone."""

    BOOKED = "booked"
    MOVED = "moved"
    CANCELLED = "cancelled"
    THREE_DAYS = "three_days"
    DAY_BEFORE = "day_before"


NEWS = (Tiding.BOOKED, Tiding.MOVED, Tiding.CANCELLED)
_DAYS_BEFORE = {Tiding.THREE_DAYS: 3, Tiding.DAY_BEFORE: 1}


class Giving(StrEnum):
    """What came of giving a number."""

    NOTED = "noted"
    KNOWN = "known"
    TOO_MANY = "too_many"


@dataclass(frozen=True, slots=True)
class Due:
    """Something to be said on an own phone; `opening_id` is where her booking is, or was."""

    id: int
    own_phone_id: int
    kind: Tiding
    due_at: datetime
    useful_until: datetime
    address: str
    booking_id: int
    person_id: int
    opening_id: int
    commune_id: int

    @property
    def key(self) -> str:
        """Names this for good, so that it is said once; see `reminders.Due.key`."""
        return f"own:{self.booking_id}:{self.own_phone_id}:{self.kind}:{self.due_at:%Y%m%dT%H%M}"

    @property
    def about(self) -> Subject:
        """What a message that says it is about."""
        return Subject(f"own:{self.own_phone_id}", self.kind.value)


def give(
    db: sa.Connection,
    booking: Booking,
    person_id: int,
    address: str,
    *,
    by_contact_id: int | None = None,
    official_id: int | None = None,
    now: datetime,
    timetable: Timetable,
) -> Giving:
    """Note the phone (canonical number) of a booked person; KNOWN where this booking is told there anyway."""
    if address == booking.address:
        return Giving.KNOWN
    if by_contact_id is not None and _count(db, p.given_by_id == by_contact_id, now - A_DAY) >= MOST_GIVEN:
        return Giving.TOO_MANY
    if _count(db, p.address == address, now - A_WEEK) >= MOST_BOOKED:
        return Giving.TOO_MANY
    row = {
        "booking_id": booking.id,
        "person_id": person_id,
        "address": address,
        "given_by_id": by_contact_id,
        "official_id": official_id,
        "given_at": now,
    }
    made: int | None = insert_if_new(db, own_phones, row, returning=(p.id,)).scalar()
    if made is None:
        return Giving.KNOWN
    _silence_others(db, booking.id, person_id, made, now=now)
    _plan(db, [made], booking.opening, Tiding.BOOKED, now=now, timetable=timetable)
    return Giving.NOTED


def _silence_others(
    db: sa.Connection, booking_id: int, person_id: int, but_not: int, *, now: datetime
) -> None:
    """A number that was put right: on the wrong one nothing more is said of her."""
    query = sa.select(p.id).where(p.booking_id == booking_id, p.person_id == person_id, p.id != but_not)
    wrong = list(db.execute(query).scalars())
    for id_ in wrong:
        withdraw(db, f"own:{id_}", now=now)
    waiting = t.own_phone_id.in_(wrong) & (t.state == ReminderState.WAITING.value)
    db.execute(tidings.update().where(waiting).values(state=ReminderState.DROPPED.value, settled_at=now))


def _count(db: sa.Connection, which: sa.ColumnElement[bool], since: datetime) -> int:
    query = sa.select(sa.func.count()).where(which, p.given_at > since)
    return int(db.execute(query).scalar_one())


def _plan(
    db: sa.Connection,
    ids: Sequence[int],
    opening: Opening,
    news: Tiding,
    *,
    at: datetime | None = None,
    now: datetime,
    timetable: Timetable,
) -> None:
    due: dict[Tiding, datetime] = {news: at or now}
    for kind, days in _DAYS_BEFORE.items():
        at = at_local(opening.day - timedelta(days=days), timetable.day_before)
        if at > now:
            due[kind] = at
    rows = [
        {
            "own_phone_id": id_,
            "kind": kind.value,
            "due_at": at,
            "useful_until": opening.starts_at,
            "state": ReminderState.WAITING.value,
            "settled_at": None,
        }
        for id_ in ids
        for kind, at in due.items()
    ]
    db.execute(tidings.insert(), rows)


def replan(db: sa.Connection, booking: Booking, *, now: datetime, timetable: Timetable) -> None:
    """The booking is in another opening: who was told of the old one is told of the new, and reminded of that."""
    for id_ in _of(db, booking.id, None):
        news = Tiding.MOVED if _was_told(db, id_, now=now) else Tiding.BOOKED
        db.execute(tidings.delete().where(t.own_phone_id == id_))
        often = news is Tiding.MOVED and _told_lately(db, id_, now=now) > MOST_MOVED
        at = now + A_DAY if often else now
        _plan(db, [id_], booking.opening, news, at=at, now=now, timetable=timetable)


def _told_lately(db: sa.Connection, own_phone_id: int, *, now: datetime) -> int:
    """Messages about her booking that were written to her since A_DAY ago, but for those that were taken back."""
    m, s = outbound_messages.c, message_subjects.c
    query = (
        sa.select(sa.func.count(m.id.distinct()))
        .join(message_subjects, s.message_id == m.id)
        .where(s.subject == f"own:{own_phone_id}", m.created_at > now - A_DAY, m.state != State.DROPPED.value)
    )
    return int(db.execute(query).scalar_one())


def follow(
    db: sa.Connection,
    from_booking_id: int,
    person_ids: Collection[int],
    to: Booking,
    *,
    now: datetime,
    timetable: Timetable,
) -> None:
    """Some persons have gone to a booking of their own, and their phones with them."""
    hers = (p.booking_id == from_booking_id) & p.person_id.in_(person_ids)
    if db.execute(own_phones.update().where(hers).values(booking_id=to.id)).rowcount:
        replan(db, to, now=now, timetable=timetable)


def drop(db: sa.Connection, booking_id: int, *, person_ids: Collection[int] | None, now: datetime) -> None:
    """Persons of a booking (None: all) are cancelled: nothing is due any more, and who was told is told of that."""
    ids = _of(db, booking_id, person_ids)
    if not ids:
        return
    told = [id_ for id_ in ids if _was_told(db, id_, now=now)]
    waiting = t.own_phone_id.in_(ids) & (t.state == ReminderState.WAITING.value)
    db.execute(tidings.update().where(waiting).values(state=ReminderState.DROPPED.value, settled_at=now))
    until = (
        sa.select(openings.c.starts_at)
        .join(bookings, bookings.c.opening_id == openings.c.id)
        .where(bookings.c.id == booking_id)
    )
    useful_until = db.execute(until).scalar_one()
    for id_ in told:
        row = {"own_phone_id": id_, "kind": Tiding.CANCELLED.value, "state": ReminderState.WAITING.value}
        insert_if_new(db, tidings, {**row, "due_at": now, "useful_until": useful_until})


def _of(db: sa.Connection, booking_id: int, person_ids: Collection[int] | None) -> list[int]:
    """The newest number of each person: an earlier one was wrong."""
    query = sa.select(sa.func.max(p.id)).where(p.booking_id == booking_id).group_by(p.person_id)
    if person_ids is not None:
        query = query.where(p.person_id.in_(person_ids))
    return sorted(db.execute(query).scalars())


def _was_told(db: sa.Connection, own_phone_id: int, *, now: datetime) -> bool:
    """Whether news of a booking has left for her; what has not is taken back."""
    taken_back = {about.said for about in withdraw(db, f"own:{own_phone_id}", now=now)}
    booked = (t.kind == Tiding.BOOKED.value) & (t.state == ReminderState.SENT.value)
    # That she is moved is due only where she was told before, whether or not it was said, or taken back.
    news = sa.select(t.kind).where(t.own_phone_id == own_phone_id, booked | (t.kind == Tiding.MOVED.value))
    told = set(db.execute(news).scalars())
    return bool(told - taken_back) or Tiding.MOVED.value in told


_DUE = (
    sa.select(
        t.id,
        t.own_phone_id,
        t.kind,
        t.due_at,
        t.useful_until,
        p.address,
        p.booking_id,
        p.person_id,
        bookings.c.opening_id,
        bookings.c.commune_id,
    )
    # Outer joins, though there always is one: else SQLite walks all phones to find nothing due.
    .outerjoin(own_phones, p.id == t.own_phone_id)
    .outerjoin(bookings, bookings.c.id == p.booking_id)
    .outerjoin(openings, openings.c.id == bookings.c.opening_id)
    # While a day is being called off or put off nobody knows yet whether it stands.
    .where(openings.c.state != OpeningState.CHANGING.value)
)


def due(db: sa.Connection, *, now: datetime, at_most: int) -> list[Due]:
    """What is to be said on own phones, the longest due first."""
    query = (
        _DUE.where(
            t.state == sa.literal(ReminderState.WAITING.value, literal_execute=True),
            t.due_at <= now,
        )
        .order_by(t.due_at, t.id)
        .limit(at_most)
    )
    rows: Sequence[Sequence[Any]] = db.execute(query).all()
    return [Due(id_, own_phone_id, Tiding(kind), *rest) for id_, own_phone_id, kind, *rest in rows]


def take(db: sa.Connection, one: Due, *, wanted: bool, now: datetime) -> bool:
    """Take it to be said now, by one caller only; dropped, and False, where it is of no use or not `wanted`."""
    useful = wanted and one.useful_until > now
    state = ReminderState.SENT if useful else ReminderState.DROPPED
    waiting = (t.id == one.id) & (t.state == ReminderState.WAITING.value) & (t.due_at == one.due_at)
    taken = db.execute(tidings.update().where(waiting).values(state=state.value, settled_at=now))
    return taken.rowcount == 1 and useful


def belongs_to(db: sa.Connection, person_id: int, contact_id: int) -> None:
    """The phone of a person is this contact's from now on."""
    db.execute(persons.update().where(persons.c.id == person_id).values(contact_id=contact_id))


def phones_of(db: sa.Connection, booking_ids: Collection[int]) -> dict[int, str]:
    """The own phones of booked persons (canonical numbers), by person."""
    query = sa.select(p.person_id, p.address).where(p.booking_id.in_(booking_ids)).order_by(p.id)
    return {row.person_id: row.address for row in db.execute(query)}
