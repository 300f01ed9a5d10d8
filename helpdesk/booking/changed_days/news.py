"""Who is to be told that a day has changed, and of whom it is known that they were: one row for each booking."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa

from helpdesk.booking.bookings import Booking, live_by_id
from helpdesk.booking.changed_days.day_changes import DayChange, find_change
from helpdesk.booking.changed_days.states import ToldState, sources_of
from helpdesk.booking.changed_days.tables import changed_bookings, day_changes
from helpdesk.booking.openings import Opening
from helpdesk.booking.openings import opening as opening_by_id
from helpdesk.booking.reminding.retracting import DAY_CHANGED, subject_name
from helpdesk.booking.states import OpeningState
from helpdesk.booking.tables import bookings, openings
from helpdesk.messaging.subjects import Subject

n, d = changed_bookings.c, day_changes.c

_OF_A_CHANGE = re.compile(r"day_changed(?:_back)?:(\d+):")

SOON = timedelta(hours=24)
"""News of an opening within this may leave at night: she would set out before the morning's texts."""

# Built once: asked every minute, and building it costs more than running it.
_OLD, _NOW_AT = openings.alias("old"), openings.alias("now_at")
_TO_TELL = (
    sa.select(n.contact_id, n.change_id)
    .join(day_changes, d.id == n.change_id)
    .join(bookings, bookings.c.id == n.booking_id)
    .join(_OLD, _OLD.c.id == d.opening_id)
    .join(_NOW_AT, _NOW_AT.c.id == bookings.c.opening_id)
    .where(
        n.told == sa.literal(ToldState.WAITING.value, literal_execute=True),
        n.contact_id.is_not(None),
        n.contact_id.not_in(sa.bindparam("but_not", expanding=True)),
        _NOW_AT.c.state != OpeningState.CHANGING.value,
    )
    .order_by(_OLD.c.starts_at, n.id)
    .limit(sa.bindparam("at_most"))
)
_TO_TELL_BY_NIGHT = _TO_TELL.where(
    sa.or_(
        *(
            sa.and_(at.c.starts_at > sa.bindparam("now"), at.c.starts_at <= sa.bindparam("soon"))
            for at in (_OLD, _NOW_AT)
        )
    )
)


@dataclass(frozen=True, slots=True)
class News:
    """What one contact is to be told of a change: her bookings that were `moved`, and those she has to choose for."""

    change: DayChange
    old: Opening
    moved: tuple[Booking, ...]
    left: tuple[Booking, ...]

    def useful_until(self, bookings_told: Sequence[Booking], *, now: datetime) -> datetime:
        """Until when it is worth telling: the new day, or until she would have come; a day at least, for she may call."""
        latest = max(booking.opening.starts_at for booking in bookings_told)
        return max(latest, now + SOON)

    def about(self, booking: Booking) -> Subject:
        """What a message or a call that tells it is about."""
        return Subject(subject_name(booking.id), f"{DAY_CHANGED}{self.change.id}")


def change_spoken_of(intent_key: str) -> int | None:
    """The change that a call tells of, or that a neighbour could not pass on; None for a call about anything else."""
    about = _OF_A_CHANGE.match(intent_key)
    return int(about[1]) if about else None


def to_tell(
    db: sa.Connection, *, now: datetime, by_night: bool, at_most: int, but_not: Collection[int] = ()
) -> list[tuple[int, int]]:
    """Who waits to be told, as (contact, change), what is soonest first; by night only what is SOON.

    Nobody whose new day is being changed once more: she is told when that is certain.
    """
    query = _TO_TELL_BY_NIGHT if by_night else _TO_TELL
    asked = {"but_not": list(but_not), "at_most": at_most} | (
        {"now": now, "soon": now + SOON} if by_night else {}
    )
    return list(dict.fromkeys((int(row[0]), int(row[1])) for row in db.execute(query, asked)))


def take_news(db: sa.Connection, contact_id: int, change_id: int) -> News | None:
    """What is to be told to a contact, held by the caller; None where that was told, or there is nothing any more.

    Whoever moved or cancelled by herself since knows.
    """
    change = find_change(db, change_id)
    mine = (n.contact_id == contact_id) & (n.change_id == change_id) & (n.told == ToldState.WAITING.value)
    rows = db.execute(
        sa.select(n.booking_id, n.to_opening_id).where(mine).order_by(n.id).with_for_update()
    ).all()
    if change is None or not rows:
        return None
    live = live_by_id(db, [row.booking_id for row in rows])
    moved: list[Booking] = []
    left: list[Booking] = []
    gone: list[int] = []
    for booking_id, to_id in rows:
        booking = live.get(booking_id)
        if booking is None or booking.opening.id != (to_id or change.opening_id):
            gone.append(booking_id)
        elif booking.opening.state is not OpeningState.CHANGING:
            (moved if to_id else left).append(booking)
    note_told(db, change.id, gone, ToldState.OVERTAKEN, now=None)
    if not moved and not left:
        return None
    return News(change, opening_by_id(db, change.opening_id), tuple(moved), tuple(left))


def note_told(
    db: sa.Connection,
    change_id: int,
    booking_ids: Collection[int],
    told: ToldState,
    *,
    now: datetime | None,
    message_id: int | None = None,
    official_id: int | None = None,
) -> int:
    """Note how some bookings' people learn of a change, from wherever they may go there; how many were noted."""
    if not booking_ids:
        return 0
    which = (n.change_id == change_id) & n.booking_id.in_(booking_ids) & n.told.in_(sources_of(told))
    values: dict[str, object] = {"told": told.value, "told_at": now}
    if message_id is not None:
        values["message_id"] = message_id
    if official_id is not None:
        values["told_by_id"] = official_id
    return db.execute(changed_bookings.update().where(which).values(values)).rowcount


def note_waits(db: sa.Connection, change_id: int, booking_ids: Collection[int], *, now: datetime) -> int:
    """They would rather wait for a new day at the same place; how many were noted."""
    which = (n.change_id == change_id) & n.booking_id.in_(booking_ids) & n.to_opening_id.is_(None)
    return db.execute(changed_bookings.update().where(which).values(waits_since=now)).rowcount
