"""The roll of a changed day: of each booking that stood there, who was told, and what they want. Nobody drops out."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

import sqlalchemy as sa

from helpdesk.booking.bookings import Booking, live_by_id
from helpdesk.booking.changed_days.day_changes import DayChange, changes_where
from helpdesk.booking.changed_days.news import change_spoken_of
from helpdesk.booking.changed_days.states import ChangeState, ToldState
from helpdesk.booking.changed_days.tables import changed_bookings, day_changes
from helpdesk.booking.openings import COLUMNS, SOURCE, Opening, as_opening
from helpdesk.booking.persons.own_phones import phones_beside
from helpdesk.booking.states import LIVE, BookingState, OpeningState
from helpdesk.booking.tables import bookings, openings
from helpdesk.messaging.states import State
from helpdesk.messaging.tables import outbound_messages
from helpdesk.people.tables import contacts
from helpdesk.tickets.tables import CallState, call_tasks

n, d, o, b, c = changed_bookings.c, day_changes.c, openings.c, bookings.c, call_tasks.c


class Knows(StrEnum):
    """Whether they know of it."""

    YES = "yes"
    SENT = "sent"
    ON_THE_WAY = "on_the_way"
    TO_RING = "to_ring"
    TO_TELL = "to_tell"
    NOT_REACHED = "not_reached"


class Wants(StrEnum):
    """What became of the booking since."""

    COMING = "coming"
    KEEPS = "keeps"
    ELSEWHERE = "elsewhere"
    CHOOSING = "choosing"
    WAITS = "waits"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Line:
    """A booking of the roll; `phone` is the one it was made from, or that of one who is in it, where an official made it.

    `booking` is None where it holds no places any more. Where it is now stands in it.
    """

    booking_id: int
    code: str
    phone: str | None
    booking: Booking | None
    told: ToldState
    told_at: datetime | None
    knows: Knows
    wants: Wants

    @property
    def settled(self) -> bool:
        """Whether nothing is left to do: they know, and have a day or want none."""
        return self.wants is Wants.CANCELLED or (
            self.knows in (Knows.YES, Knows.SENT)
            and self.wants in (Wants.COMING, Wants.KEEPS, Wants.ELSEWHERE)
        )


def roll(db: sa.Connection, change: DayChange) -> list[Line]:
    """Everybody who was booked when it took effect: those to be seen to first, in the order of their bookings."""
    return _rolls(db, [change])[change.id]


def _rolls(db: sa.Connection, changes: Collection[DayChange]) -> dict[int, list[Line]]:
    """The same for several changes, by change; as many statements as for one."""
    by_id = {change.id: change for change in changes}
    query = (
        sa.select(n.change_id, n.booking_id, n.to_opening_id, n.told, n.told_at, n.waits_since)
        .add_columns(b.code, contacts.c.address, outbound_messages.c.state.label("message"))
        .join(bookings, b.id == n.booking_id)
        .outerjoin(contacts, contacts.c.id == n.contact_id)
        .outerjoin(outbound_messages, outbound_messages.c.id == n.message_id)
        .where(n.change_id.in_(by_id))
        .order_by(n.id)
    )
    rows = db.execute(query).all()
    ids = {row.booking_id for row in rows}
    live, calls = live_by_id(db, ids), _calls(db, ids)
    beside = phones_beside(db, live.values())
    found: dict[int, list[Line]] = {change_id: [] for change_id in by_id}
    for row in rows:
        booking, told = live.get(row.booking_id), ToldState(row.told)
        wants = _wants(booking, by_id[row.change_id], row.to_opening_id, waits=row.waits_since is not None)
        call = calls.get((row.change_id, row.booking_id))
        found[row.change_id].append(
            Line(
                booking_id=row.booking_id,
                code=booking.code if booking else row.code,
                phone=row.address or _phone_beside(booking, beside),
                booking=booking,
                told=told,
                told_at=row.told_at,
                knows=_knows(told, row.message, call, wants),
                wants=wants,
            )
        )
    return {change_id: sorted(lines, key=lambda line: line.settled) for change_id, lines in found.items()}


def _phone_beside(booking: Booking | None, beside: Mapping[int, str]) -> str | None:
    people = booking.people if booking else ()
    return next((beside[person.id] for person in people if person.id in beside), None)


def _wants(booking: Booking | None, change: DayChange, to_id: int | None, *, waits: bool) -> Wants:
    if booking is None:
        return Wants.CANCELLED
    if booking.opening.id == change.opening_id:
        return Wants.WAITS if waits else Wants.CHOOSING
    if booking.opening.id != to_id:
        return Wants.ELSEWHERE
    return Wants.COMING if booking.state is BookingState.COMING else Wants.KEEPS


def _knows(told: ToldState, message: str | None, call: CallState | None, wants: Wants) -> Knows:
    if told is ToldState.TOLD or wants in (Wants.COMING, Wants.WAITS, Wants.ELSEWHERE):
        return Knows.YES  # whoever has answered knows
    if told is ToldState.IN_PERSON:
        return Knows.TO_TELL
    if told is ToldState.RUNG:
        return Knows.YES if call is CallState.DONE else Knows.TO_RING
    if told is ToldState.TEXTED:
        if message == State.DELIVERED.value:
            return Knows.YES
        if message in (State.SENT.value, State.HANDED_OVER.value):
            return Knows.SENT
        return Knows.ON_THE_WAY if message in (State.QUEUED.value, State.SENDING.value) else Knows.NOT_REACHED
    return Knows.ON_THE_WAY if told is ToldState.WAITING else Knows.YES


def _calls(db: sa.Connection, booking_ids: Collection[int]) -> dict[tuple[int, int], CallState]:
    """The newest call about a changed day, withdrawn ones aside, by change and booking."""
    query = (
        sa.select(c.booking_id, c.state, c.intent_key)
        .where(c.booking_id.in_(booking_ids), c.state != CallState.WITHDRAWN.value)
        .order_by(c.id)
    )
    spoken = ((change_spoken_of(row.intent_key), row) for row in db.execute(query))
    return {
        (change_id, row.booking_id): CallState(row.state)
        for change_id, row in spoken
        if change_id is not None
    }


@dataclass(frozen=True, slots=True)
class ChangedDay:
    """An opening with the newest change that stands, the new day where there is one, and how many are not settled."""

    opening: Opening
    change: DayChange
    to: Opening | None
    open: int


def changed_days(
    db: sa.Connection,
    *,
    first: date,
    commune_id: int | None = None,
    team_id: int | None = None,
    earlier_too: bool = False,
) -> list[ChangedDay]:
    """The openings from a day on that are called off, put off or being changed, as people decided, the next first.

    With `earlier_too` also those before in which somebody is still booked who has not chosen.
    """
    # By their changes, which are few: openings and bookings are many.
    touched = sa.select(d.opening_id).where(d.state != ChangeState.UNDONE.value)
    concerns = o.day >= first
    if earlier_too:
        concerns |= sa.exists().where(b.opening_id == o.id, b.state.in_(LIVE))
    query = (
        sa.select(*COLUMNS)
        .select_from(SOURCE)
        .where(o.id.in_(touched), o.state != OpeningState.OPEN.value, concerns)
        .order_by(o.starts_at, o.id)
    )
    if commune_id is not None:
        query = query.where(o.commune_id == commune_id)
    if team_id is not None:
        query = query.where(o.team_id == team_id)
    found = [as_opening(row) for row in db.execute(query)]
    return _changed(db, found)


def changed_day(db: sa.Connection, opening: Opening) -> ChangedDay | None:
    """What became of an opening; None where it takes place, or was never touched by a person."""
    found = _changed(db, [opening]) if opening.state is not OpeningState.OPEN else []
    return found[0] if found else None


def _changed(db: sa.Connection, touched: Sequence[Opening]) -> list[ChangedDay]:
    """What became of each of these; as many statements for all of them as for one, and none for none."""
    if not touched:
        return []
    ids = [opening.id for opening in touched]
    stands = changes_where(db, d.opening_id.in_(ids), d.state != ChangeState.UNDONE.value)
    newest = {change.opening_id: change for change in stands}
    moved_to = {change.to_opening_id for change in newest.values()} - {None}
    query = sa.select(*COLUMNS).select_from(SOURCE).where(o.id.in_(moved_to))
    new_days = {opening.id: opening for opening in map(as_opening, db.execute(query))} if moved_to else {}
    rolls = _rolls(db, newest.values())
    return [
        ChangedDay(
            opening,
            change,
            new_days.get(change.to_opening_id or 0),
            sum(not line.settled for line in rolls[change.id]),
        )
        for opening in touched
        if (change := newest.get(opening.id)) is not None
    ]


def put_off_to(db: sa.Connection, opening_id: int) -> list[Opening]:
    """The openings that were put off to this one."""
    query = (
        sa.select(*COLUMNS)
        .select_from(SOURCE.join(day_changes, d.opening_id == o.id))
        .where(d.to_opening_id == opening_id, d.state == ChangeState.IN_EFFECT.value)
        .order_by(d.id)
    )
    return [as_opening(row) for row in db.execute(query)]
