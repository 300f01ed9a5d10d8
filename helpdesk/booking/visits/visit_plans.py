"""How a commune plans its visits: how many a week, on which weekdays, from when to when, for how many."""

from dataclasses import dataclass
from datetime import time

import sqlalchemy as sa

from helpdesk.booking.visits.planning_tables import visit_plans
from helpdesk.people.tables import teams
from helpdesk.store.upsert import upsert

v = visit_plans.c

MOST_A_WEEK = 14


@dataclass(frozen=True, slots=True)
class VisitPlan:
    """A commune's habits. `weekdays` are ISO (Monday is 1), the first choice first; `capacity` counts persons.

    Without a word of the commune: two villages a week, as Dân Hóa does, for 25 persons (20 to 30 households were in
    the press, October 2025), and no officer with the kit, for nobody may be promised one who was not named.
    """

    commune_id: int
    per_week: int = 2
    weekdays: tuple[int, ...] = (2, 4)
    opens: time = time(7, 30)
    closes: time = time(11, 0)
    capacity: int = 25
    finishes_level2: bool = False
    team_id: int | None = None


def plan_of(db: sa.Connection, commune_id: int) -> VisitPlan:
    """What the commune has said, or what is usual; the team is then its only one."""
    row = db.execute(
        sa.select(
            v.commune_id,
            v.per_week,
            v.weekdays,
            v.opens,
            v.closes,
            v.capacity,
            v.finishes_level2,
            v.team_id,
        ).where(v.commune_id == commune_id)
    ).first()
    if row is None:
        own = db.execute(sa.select(teams.c.id).where(teams.c.commune_id == commune_id)).scalars().all()
        return VisitPlan(commune_id, team_id=own[0] if len(own) == 1 else None)
    commune, per_week, weekdays, *rest = row
    return VisitPlan(commune, per_week, tuple(weekdays), *rest)


def keep_plan(db: sa.Connection, plan: VisitPlan) -> None:
    """Keep what a commune says. Raises ValueError for what cannot be; whoever asks people has looked before."""
    if not (0 <= plan.per_week <= MOST_A_WEEK and plan.weekdays and plan.opens < plan.closes):
        raise ValueError("a plan needs weekdays, an end after its beginning, and at most 14 visits a week")
    row = {
        "commune_id": plan.commune_id,
        "per_week": plan.per_week,
        "weekdays": list(dict.fromkeys(plan.weekdays)),
        "opens": plan.opens,
        "closes": plan.closes,
        "capacity": plan.capacity,
        "finishes_level2": plan.finishes_level2,
        "team_id": plan.team_id,
    }
    changed = tuple(name for name in row if name != "commune_id")
    upsert(db, visit_plans, row, key=("commune_id",), update=changed)
