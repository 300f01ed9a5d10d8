"""What is to be said on the own phones of booked persons: rows with a due time.

Reminders are of a contact, who answers them. A phone that somebody else gave is no contact before something is said
there, and is never asked: so these rows are of the phone. When what falls due is the same for both, and stands in
`reminding.reminder_kinds`; beside that there is news.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Any

import sqlalchemy as sa

from helpdesk.booking.bookings import Booking
from helpdesk.booking.openings import Opening
from helpdesk.booking.persons.person_tables import own_phones, tidings
from helpdesk.booking.reminding.person_reminders import Standing, time_of
from helpdesk.booking.reminding.reminder_kinds import OF_BOOKINGS, OF_PERSONS
from helpdesk.booking.states import OpeningState, ReminderState
from helpdesk.booking.tables import booked_persons, bookings, openings
from helpdesk.messaging.states import State
from helpdesk.messaging.subjects import Subject, withdraw
from helpdesk.messaging.tables import message_subjects, outbound_messages
from helpdesk.settings import Timetable
from helpdesk.store.upsert import insert_if_new

A_DAY = timedelta(days=1)

p, t, n = own_phones.c, tidings.c, booked_persons.c

_OF_PERSONS = [kind.name for kind in OF_PERSONS]
_WAITING = t.state == sa.literal(ReminderState.WAITING.value, literal_execute=True)
_DROPPED = ReminderState.DROPPED.value
_SUBJECT = "own:"
_TO_THE_MICROSECOND = "%Y%m%dT%H%M%S%f"


class Tiding(StrEnum):
    """News of a place. What else is said on an own phone has the name of its kind of reminder."""

    BOOKED = "booked"
    MOVED = "moved"
    CANCELLED = "cancelled"


NEWS = frozenset(news.value for news in Tiding)


@dataclass(frozen=True, slots=True)
class Due:
    """Something to be said on an own phone of one person; `opening_id` is where her booking is, or was."""

    id: int
    own_phone_id: int
    kind: str
    due_at: datetime
    useful_until: datetime
    address: str
    booking_id: int
    person_id: int
    booked_id: int | None
    opening_id: int
    commune_id: int

    @property
    def about(self) -> Subject:
        """What a message that says it is about."""
        return subject(self.own_phone_id, self.kind, self.due_at)


def subject_name(own_phone_id: int) -> str:
    """The name under which messages on an own phone are withdrawn, e.g. "own:12"."""
    return f"{_SUBJECT}{own_phone_id}"


def subject(own_phone_id: int, kind: str, due_at: datetime) -> Subject:
    """What is said there of one kind at one time: a day that is put off is reminded of anew."""
    return Subject(subject_name(own_phone_id), f"{kind}:{due_at:{_TO_THE_MICROSECOND}}")


def key_of(together: Sequence[Due]) -> str:
    """Names for good what is said in one message, so that it is said once: she may be moved twice within a minute."""
    first, ids = together[0], ".".join(str(one.own_phone_id) for one in together)
    return f"{_SUBJECT}{first.booking_id}:{ids}:{first.kind}:{first.due_at:{_TO_THE_MICROSECOND}}"


def plan(
    db: sa.Connection,
    ids: Collection[int],
    opening: Opening,
    news: Tiding,
    *,
    at: datetime | None = None,
    now: datetime,
    timetable: Timetable,
) -> None:
    """Write on each of these phones the news that she is booked, or moved, to be said `at` a time or now, and her
    reminders still to come."""
    due = {
        news.value: (at or now, opening.starts_at),
        **_to_remind(opening, now=now, hour=timetable.day_before),
    }
    rows = [_row(id_, kind, *times) for id_ in ids for kind, times in due.items()]
    db.execute(tidings.insert(), rows)


def _to_remind(opening: Opening, *, now: datetime, hour: time) -> dict[str, tuple[datetime, datetime]]:
    """When each of the reminders still to come is due, and until when it is of use."""
    times = {
        kind.name: (
            kind.due_at(opening.day, hour),
            kind.useful_until(opening.day, hour, starts_at=opening.starts_at),
        )
        for kind in OF_BOOKINGS
    }
    return {name: when for name, when in times.items() if when[0] > now}


def _row(own_phone_id: int, kind: str, due_at: datetime, useful_until: datetime) -> dict[str, Any]:
    return {
        "own_phone_id": own_phone_id,
        "kind": kind,
        "due_at": due_at,
        "useful_until": useful_until,
        "state": ReminderState.WAITING.value,
        "settled_at": None,
    }


def plan_anew(db: sa.Connection, own_phone_id: int, news: Tiding, booking: Booking, **more: Any) -> None:
    """Write all of it anew, for another opening."""
    db.execute(tidings.delete().where(t.own_phone_id == own_phone_id))
    plan(db, [own_phone_id], booking.opening, news, **more)


def knows(db: sa.Connection, own_phone_id: int, opening: Opening) -> bool:
    """Whether it was said on this phone that her place is at this very time."""
    place = t.kind.in_((Tiding.BOOKED.value, Tiding.MOVED.value)) & (t.state == ReminderState.SENT.value)
    said = sa.select(t.useful_until).where(t.own_phone_id == own_phone_id, place)
    return opening.starts_at in db.execute(said).scalars().all()


def remind_anew(
    db: sa.Connection, own_phone_id: int, opening: Opening, *, now: datetime, timetable: Timetable
) -> None:
    """Write her reminders anew, and no news: she knows of her place."""
    db.execute(tidings.delete().where(t.own_phone_id == own_phone_id, t.kind.not_in(NEWS)))
    due = _to_remind(opening, now=now, hour=timetable.day_before)
    if due:
        db.execute(tidings.insert(), [_row(own_phone_id, kind, *times) for kind, times in due.items()])


def plan_cancelled(db: sa.Connection, ids: Collection[int], *, useful_until: datetime, now: datetime) -> None:
    """Write that the places of these phones are cancelled."""
    rows = [_row(id_, Tiding.CANCELLED.value, now, useful_until) for id_ in ids]
    if rows:
        insert_if_new(db, tidings, rows)


def replan_person(db: sa.Connection, who: Standing, *, now: datetime, timetable: Timetable) -> None:
    """What came of a booked person, or no longer did: what follows is said on her own phone, too, once.

    See `person_reminders.replan_person`; the caller holds the booked person.
    """
    hers = sa.select(n.person_id).where(n.id == who.booked_id).scalar_subquery()
    given = sa.select(p.id).where(p.booking_id == who.booking_id, p.person_id == hers)
    own_phone_id = db.execute(given.order_by(p.given_at.desc(), p.id.desc()).limit(1)).scalar()
    if own_phone_id is None:
        return
    wanted = {kind.name: kind for kind in OF_PERSONS if who.outcome in kind.outcomes}
    gone = (t.own_phone_id == own_phone_id) & t.kind.in_(_OF_PERSONS) & t.kind.not_in(list(wanted))
    if db.execute(sa.select(t.id).where(gone, t.state == ReminderState.SENT.value)).first():
        take_back(db, own_phone_id, now=now)
    db.execute(tidings.delete().where(gone, t.state != ReminderState.SENT.value))
    times = {name: time_of(kind, who, now=now, timetable=timetable) for name, kind in wanted.items()}
    rows = [_row(own_phone_id, name, *when) for name, when in times.items() if when is not None]
    if rows:
        insert_if_new(db, tidings, rows)


def drop_waiting(
    db: sa.Connection, ids: Collection[int], *, kinds: Collection[str] = (), now: datetime
) -> None:
    """Say nothing more of what waits on these phones; of `kinds` only, where some are named."""
    waiting = t.own_phone_id.in_(ids) & _WAITING
    if kinds:
        waiting &= t.kind.in_(kinds)
    db.execute(tidings.update().where(waiting).values(state=_DROPPED, settled_at=now))


def unsay(db: sa.Connection, own_phone_id: int, *, now: datetime) -> None:
    """It is not her phone: nothing more is said of her there, and what has not left does not count as said."""
    taken_back = take_back(db, own_phone_id, now=now)
    if taken_back:
        own = (t.own_phone_id == own_phone_id) & t.kind.in_(taken_back)
        db.execute(tidings.update().where(own).values(state=_DROPPED, settled_at=now))
    drop_waiting(db, [own_phone_id], now=now)


def forget(db: sa.Connection, own_phone_id: int, *, now: datetime) -> None:
    """The number itself goes: what has not left is taken back, and nothing is kept of what was said there."""
    take_back(db, own_phone_id, now=now)
    db.execute(tidings.delete().where(t.own_phone_id == own_phone_id))


def was_told(db: sa.Connection, own_phone_id: int, *, now: datetime) -> bool:
    """Whether news of a booking has left for her; what has not is taken back."""
    taken_back = take_back(db, own_phone_id, now=now)
    booked = (t.kind == Tiding.BOOKED.value) & (t.state == ReminderState.SENT.value)
    # That she is moved is due only where she was told before, whether or not it was said, or taken back.
    news = sa.select(t.kind).where(t.own_phone_id == own_phone_id, booked | (t.kind == Tiding.MOVED.value))
    told = set(db.execute(news).scalars())
    return bool(told - taken_back) or Tiding.MOVED.value in told


def take_back(db: sa.Connection, own_phone_id: int, *, now: datetime) -> set[str]:
    """Take back what has not left for her; which kinds. What the same messages say of others is said anew."""
    own = set()
    for about in withdraw(db, subject_name(own_phone_id), now=now):
        whose, kind = int(about.name.removeprefix(_SUBJECT)), about.said.partition(":")[0]
        if whose == own_phone_id:
            own.add(kind)
        else:
            _say_again(db, whose, kind, about)
    return own


def _say_again(db: sa.Connection, own_phone_id: int, kind: str, about: Subject) -> None:
    """What was said of her in a message that was taken back waits again, unless it is due at another time by now."""
    said = (t.own_phone_id == own_phone_id) & (t.kind == kind) & (t.state == ReminderState.SENT.value)
    for id_, due_at in db.execute(sa.select(t.id, t.due_at).where(said)).all():
        if subject(own_phone_id, kind, due_at) == about:
            again = {"state": ReminderState.WAITING.value, "settled_at": None}
            db.execute(tidings.update().where(t.id == id_).values(again))


def told_lately(db: sa.Connection, own_phone_id: int, *, now: datetime) -> int:
    """Messages about her booking that were written to her since A_DAY ago, but for those that were taken back."""
    m, s = outbound_messages.c, message_subjects.c
    query = (
        sa.select(sa.func.count(m.id.distinct()))
        .join(message_subjects, s.message_id == m.id)
        .where(
            s.subject == subject_name(own_phone_id),
            m.created_at > now - A_DAY,
            m.state != State.DROPPED.value,
        )
    )
    return int(db.execute(query).scalar_one())


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
        n.id,
        bookings.c.opening_id,
        bookings.c.commune_id,
    )
    # Outer joins, though there always is one: else SQLite walks all phones to find nothing due.
    .outerjoin(own_phones, p.id == t.own_phone_id)
    .outerjoin(booked_persons, (n.booking_id == p.booking_id) & (n.person_id == p.person_id))
    .outerjoin(bookings, bookings.c.id == p.booking_id)
    .outerjoin(openings, openings.c.id == bookings.c.opening_id)
    # While a day is being called off or put off nobody knows yet whether it stands.
    .where(openings.c.state != OpeningState.CHANGING.value)
)


def due(db: sa.Connection, *, now: datetime, at_most: int, but_not: Collection[int] = ()) -> list[Due]:
    """What is to be said on own phones but for these, the longest due first."""
    waiting = _DUE.where(_WAITING, t.due_at <= now, t.id.not_in(but_not))
    query = waiting.order_by(t.due_at, t.id).limit(at_most)
    return [Due(*row) for row in db.execute(query)]


def take(db: sa.Connection, one: Due, *, wanted: bool, now: datetime) -> list[Due]:
    """Take it to be said now, by one caller only, together with the same of others of the booking on the same phone.

    What is of no use any more, or not `wanted`, is dropped, and not among what is said.
    """
    same = (p.address == one.address) & (p.booking_id == one.booking_id) & (t.kind == one.kind)
    found = db.execute(_DUE.where(same, _WAITING, t.due_at <= now).order_by(t.id)).all()
    return [each for each in (Due(*row) for row in found) if _taken(db, each, wanted=wanted, now=now)]


def _taken(db: sa.Connection, one: Due, *, wanted: bool, now: datetime) -> bool:
    useful = wanted and one.useful_until > now
    state = ReminderState.SENT.value if useful else _DROPPED
    waiting = (t.id == one.id) & _WAITING & (t.due_at == one.due_at)
    taken = db.execute(tidings.update().where(waiting).values(state=state, settled_at=now))
    return taken.rowcount == 1 and useful
