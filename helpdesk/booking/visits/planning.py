"""Rounds of village visits, proposed: who has waited longest and asks most comes first. Nothing here writes."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

import sqlalchemy as sa

from helpdesk.booking.horizon import MOST_DAYS_AHEAD
from helpdesk.booking.states import OpeningState
from helpdesk.booking.tables import openings
from helpdesk.booking.visits.asking import asking
from helpdesk.booking.visits.visit_plans import VisitPlan
from helpdesk.clock import local_date
from helpdesk.places.closed_days import closures
from helpdesk.places.communes import Place, all_places
from helpdesk.places.tables import PlaceKind, places

WEEKS = 4
"""How many weeks are planned at a time unless somebody says otherwise: a notice that reaches a phone that is often off."""

MOST_WEEKS = (MOST_DAYS_AHEAD - 6) // 7
"""Whole weeks from next Monday, which may be seven days away."""

NEVER = 365
"""A village that was never visited counts as one that has waited so many days."""

A_PERSON = 3
"""Each person who asks counts as so many days of waiting."""

MOST_FOR_ASKING = 60
"""Asking brings a village forward by so many days at most, so that one where nobody texts has its turn, too."""

o = openings.c


@dataclass(frozen=True, slots=True)
class Visit:
    """A visit that may be. `last` is the visit before it, None if there was none; `asking` counts people."""

    place_id: int
    place_name: str
    day: date
    opens: time
    closes: time
    capacity: int
    finishes_level2: bool
    team_id: int | None
    last: date | None = None
    asking: int = 0


def villages_of(db: sa.Connection, commune_id: int) -> list[Place]:
    """The villages of a commune."""
    return [place for place in all_places(db, commune_id=commune_id) if place.kind is PlaceKind.VILLAGE]


def first_monday(today: date) -> date:
    """The Monday from which on visits are planned: of next week, this week's people have been told."""
    return today + timedelta(days=7 - today.weekday())


def propose(db: sa.Connection, plan: VisitPlan, *, now: datetime, weeks: int = WEEKS) -> list[Visit]:
    """Visits for `weeks` weeks from next Monday, beside those that are planned already, in the order of their days.

    In each week as many as the commune goes out for, on its weekdays; where one is closed, on another working day.
    The longest-waiting village goes first, brought forward by those who ask; each comes once before any comes twice.
    """
    villages = villages_of(db, plan.commune_id)
    visited = _visits(db, plan.commune_id)
    asked = asking(db, plan.commune_id, now=now)
    monday = first_monday(local_date(now))
    closed = closures(db, plan.commune_id, [monday + timedelta(days=n) for n in range(7 * weeks)])
    last = {place_id: max(days) for place_id, days in visited.items()}
    found = []
    for day in _free_days(plan, monday, weeks, closed, visited):
        if not villages:
            break
        village = max(
            villages, key=lambda place: (_weight(day, last.get(place.id), asked[place.id]), -place.id)
        )
        found.append(_visit(plan, village, day, last.get(village.id), asked[village.id]))
        last[village.id] = day
        asked[village.id] = 0  # they are served
    return found


def _visits(db: sa.Connection, commune_id: int) -> Mapping[int, list[date]]:
    """The days on which each village was visited or will be."""
    query = (
        sa.select(o.place_id, o.day)
        .join_from(openings, places, places.c.id == o.place_id)
        .where(
            o.commune_id == commune_id,
            o.state == OpeningState.OPEN.value,
            places.c.kind == PlaceKind.VILLAGE.value,
        )
    )
    found: dict[int, list[date]] = defaultdict(list)
    for place_id, day in db.execute(query):
        found[place_id].append(day)
    return found


def _free_days(
    plan: VisitPlan,
    monday: date,
    weeks: int,
    closed: Collection[date],
    visited: Mapping[int, Sequence[date]],
) -> Iterator[date]:
    """The days, one for each visit that is wanted and not there yet."""
    taken = Counter(day for days in visited.values() for day in set(days))
    for week in range(weeks):
        first = monday + timedelta(days=7 * week)
        days = [day for weekday in _order(plan) if (day := first + timedelta(days=weekday - 1)) not in closed]
        there = sum(taken[first + timedelta(days=n)] for n in range(7))
        wanted = max(0, plan.per_week - there)
        # Days without a visit first; where all have one, a second visit on the same day.
        by_load = sorted(days, key=lambda day: taken[day])
        yield from sorted((by_load * (wanted // max(1, len(days)) + 1))[:wanted])


def _order(plan: VisitPlan) -> Sequence[int]:
    """ISO weekdays: those of the commune, then the other weekdays from Monday to Friday."""
    return tuple(dict.fromkeys((*plan.weekdays, *range(1, 6))))


def _weight(day: date, last: date | None, people: int) -> int:
    waited = NEVER if last is None else (day - last).days
    return waited + min(A_PERSON * people, MOST_FOR_ASKING)


def _visit(plan: VisitPlan, village: Place, day: date, last: date | None, people: int) -> Visit:
    return Visit(
        village.id,
        village.name,
        day,
        plan.opens,
        plan.closes,
        plan.capacity,
        plan.finishes_level2,
        plan.team_id,
        last,
        people,
    )
