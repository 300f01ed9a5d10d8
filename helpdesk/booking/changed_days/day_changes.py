"""Calling off and putting off an opening: held back for some minutes, in which it can be undone as if never said.

Meanwhile nobody is booked into the opening, and nothing is said about it: reminders wait, and what waits in the
outbox is taken back, to be said again if the change is undone. What a change does when it takes effect stands in
effect.py, who is told of it in news.py.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from helpdesk.booking.bookings import bookings_in
from helpdesk.booking.changed_days.faults import (
    CannotChange,
    NewDay,
    Wrong,
    faults_of_change,
    faults_of_new_day,
    somebody_marked,
    standing,
    to_take_over,
)
from helpdesk.booking.changed_days.states import CHANGE_MOVES, ChangeKind, ChangeState, Reason
from helpdesk.booking.changed_days.tables import day_changes
from helpdesk.booking.hours.calendar import hold_calendar
from helpdesk.booking.openings import Opening, hold_openings
from helpdesk.booking.openings import opening as opening_by_id
from helpdesk.booking.reminding.retracting import hold, retract
from helpdesk.booking.states import LIVE, OPENING_MOVES, OpeningState
from helpdesk.booking.tables import bookings, openings
from helpdesk.people.audit import note
from helpdesk.people.tables import contacts

d, o, b = day_changes.c, openings.c, bookings.c


@dataclass(frozen=True, slots=True)
class DayChange:
    """An opening that is called off, or put off to another one (`to_opening_id`). Times are UTC.

    `opening_was` and `to_was`: their states before; `to_was` is None where the new one was made for this.
    `moves_on`: who is booked gets the next places at the same place.
    """

    id: int
    commune_id: int
    opening_id: int
    kind: ChangeKind
    reason: Reason
    state: ChangeState
    opening_was: OpeningState
    to_opening_id: int | None
    to_was: OpeningState | None
    moves_on: bool
    at: datetime
    official_id: int | None
    takes_effect_at: datetime
    settled_at: datetime | None


_COLUMNS = [d[name] for name in DayChange.__slots__]


def _as_change(row: Sequence[Any]) -> DayChange:
    values = dict(zip(DayChange.__slots__, row, strict=True))
    values["kind"] = ChangeKind(values["kind"])
    values["reason"], values["state"] = Reason(values["reason"]), ChangeState(values["state"])
    values["opening_was"] = OpeningState(values["opening_was"])
    values["to_was"] = OpeningState(values["to_was"]) if values["to_was"] else None
    return DayChange(**values)


def changes_where(db: sa.Connection, *conditions: sa.ColumnElement[bool]) -> list[DayChange]:
    """The changes for which all conditions hold, the oldest first."""
    query = sa.select(*_COLUMNS).where(*conditions).order_by(d.id)
    return [_as_change(row) for row in db.execute(query)]


def find_change(db: sa.Connection, change_id: int) -> DayChange | None:
    """One change; None where there is none."""
    found = changes_where(db, d.id == change_id)
    return found[0] if found else None


def changes_by_id(db: sa.Connection, ids: Collection[int]) -> dict[int, DayChange]:
    """Those of the changes that there are, by id."""
    return {change.id: change for change in changes_where(db, d.id.in_(ids))} if ids else {}


def changes_of(db: sa.Connection, opening_id: int) -> list[DayChange]:
    """What was decided about an opening and not undone, the newest last."""
    return changes_where(db, d.opening_id == opening_id, d.state != ChangeState.UNDONE.value)


def held_for(opening: Opening, *, now: datetime, undo_for: timedelta) -> timedelta:
    """How long a change decided now is held back: `undo_for`, and not at all of what would begin before that is over.

    Who is on the road by then is told at once. A day that was called off already does not begin.
    """
    begins_before = opening.state is not OpeningState.CANCELLED and opening.starts_at <= now + undo_for
    return timedelta() if begins_before else undo_for


def postpone(
    db: sa.Connection,
    opening_id: int,
    to: NewDay,
    *,
    reason: Reason,
    official_id: int | None,
    now: datetime,
    undo_for: timedelta,
) -> DayChange:
    """Put an opening off to another day or hour, in effect after `held_for`. Raises CannotChange, with nothing written.

    The new day is an opening of its own, which nobody can book until then. One that begins there and then already is
    taken for it, if it has room for all.
    """
    opening = _held(db, opening_id, now=now)
    wrong = list(faults_of_new_day(db, opening, to, now=now))
    if wrong:
        raise CannotChange(*wrong)
    there = to_take_over(standing(db, opening, to), opening, to)
    to_id = there.id if there is not None else _make_new_day(db, opening, to)
    if there is not None and there.state is OpeningState.CANCELLED:
        move_opening(db, there.id, OpeningState.CHANGING)
    return _begin(
        db,
        opening,
        kind=ChangeKind.POSTPONED,
        reason=reason,
        to_opening_id=to_id,
        to_was=there.state.value if there is not None else None,
        moves_on=False,
        official_id=official_id,
        now=now,
        undo_for=undo_for,
    )


def call_off(
    db: sa.Connection,
    opening_id: int,
    *,
    reason: Reason,
    moves_on: bool,
    official_id: int | None,
    now: datetime,
    undo_for: timedelta,
) -> DayChange:
    """Call an opening off, in effect after `held_for`. Raises CannotChange, with nothing written.

    With `moves_on` whoever is booked gets the next places there are at the same place; who gets none, and everybody
    without it, is asked.
    """
    opening = _held(db, opening_id, now=now)
    if opening.state is OpeningState.CANCELLED:
        raise CannotChange(Wrong.NOTHING_LEFT)
    return _begin(
        db,
        opening,
        kind=ChangeKind.CANCELLED,
        reason=reason,
        to_opening_id=None,
        to_was=None,
        moves_on=moves_on,
        official_id=official_id,
        now=now,
        undo_for=undo_for,
    )


def undo(db: sa.Connection, change_id: int, *, official_id: int | None, now: datetime) -> bool:
    """Take a change back; False where it has taken effect, or was undone already. Everything is as it was before."""
    change = find_change(db, change_id)
    if change is None:
        return False
    hold_calendar(db, change.commune_id)
    hold_all(db, change.opening_id, change.to_opening_id)
    if not settle_change(db, change.id, ChangeState.UNDONE, now=now):
        return False
    move_opening(db, change.opening_id, change.opening_was)
    if change.to_opening_id is not None and change.to_was is None:
        forgotten = d.to_opening_id == change.to_opening_id
        db.execute(day_changes.update().where(forgotten).values(to_opening_id=None))
        db.execute(openings.delete().where(o.id == change.to_opening_id))
    elif change.to_opening_id is not None and change.to_was is OpeningState.CANCELLED:
        move_opening(db, change.to_opening_id, OpeningState.CANCELLED)
    _note(db, change, "opening.change_undone", official_id=official_id, now=now)
    return True


def settle_change(db: sa.Connection, change_id: int, to: ChangeState, *, now: datetime) -> bool:
    """Move a change to `to`; False when it may not go there from where it is: another was first."""
    sources = [state.value for state, targets in CHANGE_MOVES.items() if to in targets]
    moved = day_changes.update().where(d.id == change_id, d.state.in_(sources))
    return db.execute(moved.values(state=to.value, settled_at=now)).rowcount == 1


def move_opening(db: sa.Connection, opening_id: int, to: OpeningState) -> None:
    """The one place where people's decisions move an opening's state. The caller holds it and knows that it may."""
    sources = [state.value for state, targets in OPENING_MOVES.items() if to in targets]
    moved = openings.update().where(o.id == opening_id, o.state.in_(sources)).values(state=to.value)
    if db.execute(moved).rowcount != 1:
        raise ValueError(f"opening {opening_id} cannot become {to.value}")


def hold_all(db: sa.Connection, opening_id: int, *beside: int | None) -> None:
    """Lock an opening with all who are booked there, and openings beside it, until the transaction ends.

    In the order in which a turn locks them (contact, booking, opening), so that none of the two waits for the other.
    """
    booked = (b.opening_id == opening_id) & b.state.in_(LIVE)
    hers = sa.select(b.contact_id).where(booked, b.contact_id.is_not(None))
    db.execute(
        sa.select(contacts.c.id).where(contacts.c.id.in_(hers)).order_by(contacts.c.id).with_for_update()
    ).all()
    db.execute(sa.select(b.id).where(booked).order_by(b.id).with_for_update()).all()
    hold_openings(db, opening_id, *(id_ for id_ in beside if id_ is not None))


def _held(db: sa.Connection, opening_id: int, *, now: datetime) -> Opening:
    """The opening, held with all who are booked there, if it can be changed at all."""
    commune_id = opening_by_id(db, opening_id).commune_id
    hold_calendar(db, commune_id)
    hold_all(db, opening_id)
    opening = opening_by_id(db, opening_id)
    wrong = list(faults_of_change(opening, now=now))
    if opening.state is OpeningState.OPEN and somebody_marked(db, opening.id):
        wrong.append(Wrong.MARKED)
    if wrong:
        raise CannotChange(*wrong)
    return opening


def _make_new_day(db: sa.Connection, opening: Opening, to: NewDay) -> int:
    sample = sa.select(o.sample).where(o.id == opening.id).scalar_subquery()
    row = {
        "commune_id": opening.commune_id,
        "place_id": opening.place_id,
        "team_id": opening.team_id,
        "day": to.day,
        "starts_at": to.starts_at,
        "ends_at": to.ends_at,
        "services": [service.value for service in opening.services],
        "capacity": opening.capacity,
        "taken": 0,
        "finishes_level2": opening.finishes_level2,
        "state": OpeningState.CHANGING.value,
        "sample": sample,
    }
    return int(db.execute(openings.insert().values(row).returning(o.id)).scalar_one())


def _begin(
    db: sa.Connection,
    opening: Opening,
    *,
    kind: ChangeKind,
    reason: Reason,
    now: datetime,
    undo_for: timedelta,
    **values: Any,
) -> DayChange:
    """Write the change, close the opening for booking, and take back what waits to be said about it."""
    move_opening(db, opening.id, OpeningState.CHANGING)
    row = {
        "commune_id": opening.commune_id,
        "opening_id": opening.id,
        "kind": kind.value,
        "reason": reason.value,
        "state": ChangeState.HELD.value,
        "opening_was": opening.state.value,
        "at": now,
        "takes_effect_at": now + held_for(opening, now=now, undo_for=undo_for),
        **values,
    }
    made = int(db.execute(day_changes.insert().values(row).returning(d.id)).scalar_one())
    for booking in bookings_in(db, opening.id):
        hold(db, booking.id)
        # Calls stay with their tries: they are not shown while the opening changes.
        retract(db, booking.id, now=now, again=True, calls_too=False)
    (change,) = changes_where(db, d.id == made)
    action = "opening.postponed" if kind is ChangeKind.POSTPONED else "opening.called_off"
    _note(db, change, action, official_id=change.official_id, now=now)
    return change


def _note(
    db: sa.Connection, change: DayChange, action: str, *, official_id: int | None, now: datetime
) -> None:
    note(
        db,
        at=now,
        official_id=official_id,
        commune_id=change.commune_id,
        action=action,
        subject=f"opening:{change.opening_id}",
        detail={"change": change.id, "reason": change.reason.value, "to": change.to_opening_id},
    )
