"""How many came to each opening, and what came of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from helpdesk.booking.attending.outcome_states import Outcome, Reason
from helpdesk.booking.openings import COLUMNS, SOURCE, Opening, as_opening
from helpdesk.booking.states import LIVE, OpeningState
from helpdesk.booking.tables import attendances, booked_persons, bookings, openings

a, p, b, o = attendances.c, booked_persons.c, bookings.c, openings.c

PRESENT = frozenset(Outcome) - {Outcome.ABSENT}
"""Who is marked as one of these was there."""


@dataclass(frozen=True, slots=True)
class Figures:
    """An opening in persons: `outcomes` of those who are marked, and why some were sent away.

    `level2`: for how many level 2 was taken there, whatever they have said of the result since.
    """

    opening: Opening
    booked: int
    level2: int
    outcomes: Mapping[Outcome, int]
    reasons: Mapping[Reason, int]

    @property
    def came(self) -> int:
        """How many were there, whatever came of it."""
        return sum(count for outcome, count in self.outcomes.items() if outcome in PRESENT)

    @property
    def not_marked(self) -> int:
        """Of how many nobody has said whether they came."""
        return self.booked - sum(self.outcomes.values())

    def of(self, *outcomes: Outcome) -> int:
        """How many are marked as one of these."""
        return sum(self.outcomes.get(outcome, 0) for outcome in outcomes)


def attendance_figures(
    db: sa.Connection,
    *,
    first: date,
    last: date,
    commune_id: int | None = None,
    team_id: int | None = None,
) -> list[Figures]:
    """The openings with bookings from `first` to `last`, both included, the newest first; three statements."""
    here = [o.day.between(first, last), o.state == OpeningState.OPEN.value]
    here += [o.commune_id == commune_id] if commune_id is not None else []
    here += [o.team_id == team_id] if team_id is not None else []
    live = (b.state.in_(LIVE)) & p.cancelled_at.is_(None)
    there = booked_persons.join(bookings, b.id == p.booking_id).join(openings, o.id == b.opening_id)
    count = sa.func.count()
    booked = {
        opening_id: int(number)
        for opening_id, number in db.execute(
            sa.select(o.id, count).select_from(there).where(live, *here).group_by(o.id)
        )
    }
    outcomes: dict[int, dict[Outcome, int]] = {}
    reasons: dict[int, dict[Reason, int]] = {}
    level2: dict[int, int] = {}
    marked = there.join(attendances, a.booked_id == p.id)
    dossiers = sa.func.count(a.result_by)
    query = sa.select(o.id, a.state, a.reason, count, dossiers).select_from(marked).where(live, *here)
    for opening_id, state, reason, number, taken in db.execute(query.group_by(o.id, a.state, a.reason)):
        level2[opening_id] = level2.get(opening_id, 0) + int(taken)
        own = outcomes.setdefault(opening_id, {})
        own[Outcome(state)] = own.get(Outcome(state), 0) + int(number)
        if reason:
            reasons.setdefault(opening_id, {})[Reason(reason)] = int(number)
    found = sa.select(*COLUMNS).select_from(SOURCE).where(o.id.in_(booked))
    return [
        Figures(
            opening,
            booked[opening.id],
            level2.get(opening.id, 0),
            outcomes.get(opening.id, {}),
            reasons.get(opening.id, {}),
        )
        for opening in map(as_opening, db.execute(found.order_by(o.starts_at.desc(), o.id)))
    ]
