"""The calendar: openings at the centres are kept some weeks ahead, as office hours and closed days will have it.

What the calendar makes follows the hours while nobody is booked. Where somebody is, nothing is taken back and no hour
changes: that is postponing, which people do; the calendar only says where hours and bookings contradict each other,
and lets nobody new be booked there (`closing`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from helpdesk.booking.hours.closing import close_to_new
from helpdesk.booking.hours.office_hours import HalfDay, half_days
from helpdesk.booking.openings import COLUMNS, SOURCE, Opening, as_opening
from helpdesk.booking.states import OpeningState
from helpdesk.booking.tables import openings
from helpdesk.booking.visits.planning_tables import ByHours
from helpdesk.clock import at_local, local_date
from helpdesk.places.closed_days import closures
from helpdesk.places.tables import communes
from helpdesk.store.upsert import insert_if_new

WEEKS_AHEAD = 8
"""How far ahead centres can be booked."""

o = openings.c
Key = tuple[int, datetime]
"""A place and the moment at which it opens: no place opens twice at one."""


@dataclass(slots=True)
class Kept:
    """What keeping the calendar did, in openings; `contradicted` are booked ones that the hours would not have.

    `closed` stand on a closed day, or in hours that are gone, and take nobody new: visits, too.
    """

    opened: int = 0
    changed: int = 0
    taken_back: int = 0
    contradicted: list[Opening] = field(default_factory=list)
    closed: list[Opening] = field(default_factory=list)
    outside: set[int] = field(default_factory=set)

    @property
    def moved(self) -> int:
        """How many openings are other than before."""
        return self.opened + self.changed + self.taken_back


def keep_centres_open(
    db: sa.Connection, *, now: datetime, commune_id: int | None = None, weeks: int = WEEKS_AHEAD
) -> Kept:
    """Make, change and take back the centres' openings of the next `weeks`, of one commune or of all.

    To run it twice changes nothing. A half day in which something else stands already, called off or not, is left.
    """
    kept = Kept()
    hours: dict[int, list[HalfDay]] = {}
    for half in half_days(db, commune_id=commune_id):
        hours.setdefault(half.commune_id, []).append(half)
    followed = sa.select(o.commune_id).where(o.day >= local_date(now), o.by_hours.is_not(None)).distinct()
    if commune_id is not None:
        followed = followed.where(o.commune_id == commune_id)
    for one in sorted({*hours, *db.execute(followed).scalars()}):
        _keep(db, one, hours.get(one, []), now=now, weeks=weeks, kept=kept)
    kept.closed = close_to_new(db, kept.outside, commune_id=commune_id, now=now)
    return kept


def hold_calendar(db: sa.Connection, commune_id: int) -> None:
    """Let nobody else plan openings of this commune until the transaction ends."""
    db.execute(
        sa.select(communes.c.id).where(communes.c.id == commune_id).with_for_update(key_share=True)
    ).all()


def _keep(
    db: sa.Connection,
    commune_id: int,
    hours: Sequence[HalfDay],
    *,
    now: datetime,
    weeks: int,
    kept: Kept,
) -> None:
    hold_calendar(db, commune_id)
    wanted = _wanted(db, commune_id, hours, now=now, weeks=weeks)
    there = _there(db, commune_id, {half.place_id for half in hours}, now=now)
    for key, (opening, by_hours) in there.items():
        if by_hours is not None:
            _follow(db, opening, by_hours, wanted.get(key), there, kept)
    new = [row for key, row in wanted.items() if key not in there and _free(row, there)]
    if new:
        kept.opened += len(insert_if_new(db, openings, new, returning=(o.id,)).all())


def _wanted(
    db: sa.Connection, commune_id: int, hours: Sequence[HalfDay], *, now: datetime, weeks: int
) -> dict[Key, dict[str, Any]]:
    """The openings that the hours ask for, from now on."""
    today = local_date(now)
    days = [today + timedelta(days=n) for n in range(7 * weeks)]
    closed = closures(db, commune_id, days)
    found = {}
    for day in days:
        for half in hours:
            if day.isoweekday() == half.weekday and day not in closed:
                row = _row(half, day)
                if row["starts_at"] > now:
                    found[half.place_id, row["starts_at"]] = row
    return found


def _row(half: HalfDay, day: date) -> dict[str, Any]:
    return {
        "commune_id": half.commune_id,
        "place_id": half.place_id,
        "team_id": None,
        "day": day,
        "starts_at": at_local(day, half.opens),
        "ends_at": at_local(day, half.closes),
        "services": [service.value for service in half.services],
        "capacity": half.capacity,
        "taken": 0,
        "finishes_level2": half.finishes_level2,
        "state": OpeningState.OPEN.value,
        "sample": False,
        "by_hours": ByHours.KEPT.value,
    }


def _there(
    db: sa.Connection, commune_id: int, place_ids: set[int], *, now: datetime
) -> dict[Key, tuple[Opening, ByHours | None]]:
    """What stands from now on at these places, and what was made from hours that are gone."""
    query = (
        sa.select(*COLUMNS, o.by_hours)
        .select_from(SOURCE)
        .where(
            o.commune_id == commune_id,
            o.day >= local_date(now),
            o.starts_at > now,
            o.place_id.in_(place_ids) | o.by_hours.is_not(None),
        )
        .order_by(o.starts_at)
    )
    found = {}
    for *values, by_hours in db.execute(query):
        opening = as_opening(values)
        found[opening.place_id, opening.starts_at] = opening, ByHours(by_hours) if by_hours else None
    return found


def _free(row: Mapping[str, Any], there: Mapping[Key, tuple[Opening, ByHours | None]]) -> bool:
    """Whether nothing else stands in this time; what was taken back stands in nobody's way."""
    return not any(
        opening.place_id == row["place_id"]
        and opening.starts_at < row["ends_at"]
        and row["starts_at"] < opening.ends_at
        for opening, by_hours in there.values()
        if by_hours is not ByHours.TAKEN_BACK
    )


def _follow(
    db: sa.Connection,
    opening: Opening,
    by_hours: ByHours,
    wanted: Mapping[str, Any] | None,
    there: Mapping[Key, tuple[Opening, ByHours | None]],
    kept: Kept,
) -> None:
    """Have an opening that was made from hours follow them."""
    if by_hours is ByHours.TAKEN_BACK:
        if wanted is not None and _free(wanted, there):
            kept.opened += _set(db, opening, wanted, state=OpeningState.CANCELLED)
    elif opening.state is not OpeningState.OPEN:
        return
    elif wanted is None:
        back = {"state": OpeningState.CANCELLED.value, "by_hours": ByHours.TAKEN_BACK.value}
        done = _set(db, opening, back, state=OpeningState.OPEN)
        kept.taken_back += done
        if not done:
            kept.contradicted.append(opening)
            kept.outside.add(opening.id)
    elif not _is_as(opening, wanted):
        done = _set(db, opening, wanted, state=OpeningState.OPEN)
        kept.changed += done
        if not done and not _only_for_more(db, opening, wanted, kept):
            kept.contradicted.append(opening)


def _is_as(opening: Opening, wanted: Mapping[str, Any]) -> bool:
    return (
        opening.ends_at,
        opening.capacity,
        opening.finishes_level2,
        [service.value for service in opening.services],
    ) == (wanted["ends_at"], wanted["capacity"], wanted["finishes_level2"], wanted["services"])


def _set(db: sa.Connection, opening: Opening, values: Mapping[str, Any], *, state: OpeningState) -> int:
    """Change an opening, if it is still in this state and nobody is booked; how many were changed."""
    untouched = (o.id == opening.id) & (o.state == state.value) & (o.taken == 0)
    return db.execute(openings.update().where(untouched).values(dict(values))).rowcount


def _only_for_more(db: sa.Connection, opening: Opening, wanted: Mapping[str, Any], kept: Kept) -> bool:
    """Of a booked opening only the capacity follows, never below those booked; whether that makes it as wanted."""
    fits = (o.id == opening.id) & (o.taken <= wanted["capacity"]) & (o.capacity != wanted["capacity"])
    done = db.execute(openings.update().where(fits).values(capacity=wanted["capacity"])).rowcount
    kept.changed += done
    others = {**wanted, "capacity": opening.capacity}
    return _is_as(opening, others) and (done > 0 or opening.capacity == wanted["capacity"])


def on_closed_days(db: sa.Connection, commune_id: int, *, now: datetime) -> list[tuple[Opening, str]]:
    """Openings to come that stand on a closed day, with the reason: somebody is to postpone or call them off."""
    query = (
        sa.select(*COLUMNS)
        .select_from(SOURCE)
        .where(
            o.commune_id == commune_id,
            o.day >= local_date(now),
            o.starts_at > now,
            o.state == OpeningState.OPEN.value,
        )
        .order_by(o.starts_at)
    )
    coming = [as_opening(row) for row in db.execute(query)]
    closed = closures(db, commune_id, {opening.day for opening in coming})
    return [(opening, closed[opening.day]) for opening in coming if opening.day in closed]
