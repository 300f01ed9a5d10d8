"""What a simulated month came to, counted in the database when it is over; and what must be true of it."""

from dataclasses import dataclass, field
from datetime import datetime

import sqlalchemy as sa

from bench.simulated_week import Figures
from helpdesk.booking.attending.outcome_states import TAKEN, Outcome
from helpdesk.booking.changed_days.states import ChangeKind, ChangeState
from helpdesk.booking.changed_days.tables import changed_bookings, day_changes
from helpdesk.booking.persons.person_tables import tidings
from helpdesk.booking.states import OpeningState, ReminderState
from helpdesk.booking.tables import attendances, booked_persons, bookings, openings
from helpdesk.booking.waiting_list.waiting_states import OfferState
from helpdesk.booking.waiting_list.waiting_tables import offers, waits
from helpdesk.messaging.states import State
from helpdesk.messaging.tables import outbound_messages
from helpdesk.people.tables import Helping, neighbours
from helpdesk.tickets.tables import missed_calls
from tests.support.marked_commune import strays
from tests.support.recount import miscounted

SERVED = {*(outcome.value for outcome in TAKEN), Outcome.NOTICED.value, Outcome.ACTIVATED.value}
"""What came of who went home with what she had come for."""

CAME = SERVED | {Outcome.CAME.value, Outcome.SENT_AWAY.value}


@dataclass
class MonthFigures:
    """All figures of a month; `broken` are invariants of bookings that do not hold, beside those of messages."""

    week: Figures
    contacts: int
    figures: dict[str, int] = field(default_factory=dict)
    broken: list[str] = field(default_factory=list)

    @property
    def faults(self) -> list[str]:
        """All that must not be."""
        return [*self.week.findings.faults, *self.broken]


def count_up(db: sa.Connection, week: Figures, *, contacts: int, wanted: int, now: datetime) -> MonthFigures:
    """Count what the tables say, and hold counters, communes and offers against it."""
    o, m = openings.c, outbound_messages.c
    came, absent = (_marked(db, states) for states in (CAME, {Outcome.ABSENT.value}))
    over = (o.ends_at <= now) & (o.state == OpeningState.OPEN.value)
    places, booked_there = db.execute(
        sa.select(
            sa.func.coalesce(sa.func.sum(o.capacity), 0), sa.func.coalesce(sa.func.sum(o.taken), 0)
        ).where(over)
    ).one()
    left = (State.SENT.value, State.DELIVERED.value, State.UNCERTAIN.value)
    sent = sa.select(
        sa.func.coalesce(sa.func.sum(m.segments), 0), sa.func.coalesce(sa.func.sum(m.estimated_vnd), 0)
    )
    segments, vnd = db.execute(sent.where(m.state.in_(left), m.contact_id.is_not(None))).one()
    served = _marked(db, SERVED)
    figures = {
        "texts in": week.texts,
        "texts out": week.taken,
        "bookings": _count(db, bookings),
        "persons booked": _count(db, booked_persons),
        "persons cancelled": _count(db, booked_persons, booked_persons.c.cancelled_at.is_not(None)),
        "came": came,
        "no-shows": absent,
        "missed calls": _count(db, missed_calls),
        "persons booked after a missed call": _count(
            db, booked_persons.join(bookings), bookings.c.contact_id.is_(None)
        ),
        "neighbours who agreed to tell": _count(
            db, neighbours, neighbours.c.state.in_((Helping.AGREED.value, Helping.ENDED.value))
        ),
        "told on phones of their own": _count(db, tidings, tidings.c.state == ReminderState.SENT.value),
        "put on the waiting list": _count(db, waits),
        "offers made": _count(db, offers),
        "offers accepted": _count(db, offers, offers.c.state == OfferState.ACCEPTED.value),
        "visits put off or called off": _count(
            db, day_changes, day_changes.c.state == ChangeState.IN_EFFECT.value
        ),
        "bookings moved by the postponed visit": _changed(db, ChangeKind.POSTPONED, moved=True),
        "bookings of the visit that was called off": _changed(db, ChangeKind.CANCELLED, moved=False),
        "places of openings that took place": int(places),
        "places wasted, never booked": int(places) - int(booked_there),
        "places wasted, booked and nobody came": int(booked_there) - came,
        "persons who wanted to come": wanted,
        "persons never served": wanted - served,
        "segments paid": int(segments),
        "dong at 500 a segment": int(vnd),
    }
    return MonthFigures(week, contacts, figures, [*miscounted(db), *strays(db), *_offers_amiss(db)])


def _count(db: sa.Connection, table: sa.FromClause, *conditions: sa.ColumnElement[bool]) -> int:
    return int(db.execute(sa.select(sa.func.count()).select_from(table).where(*conditions)).scalar_one())


def _marked(db: sa.Connection, states: set[str]) -> int:
    return _count(db, attendances, attendances.c.state.in_(states))


def _changed(db: sa.Connection, kind: ChangeKind, *, moved: bool) -> int:
    n = changed_bookings.c
    query = sa.select(sa.func.count()).join_from(
        changed_bookings, day_changes, day_changes.c.id == n.change_id
    )
    where_to = n.to_opening_id.is_not(None) if moved else sa.true()
    return int(db.execute(query.where(day_changes.c.kind == kind.value, where_to)).scalar_one())


def _offers_amiss(db: sa.Connection) -> list[str]:
    """Accepted offers without a booking of that contact, and bookings that come of two offers."""
    f = offers.c
    query = (
        sa.select(f.id, f.contact_id, f.booking_id, bookings.c.contact_id)
        .outerjoin_from(offers, bookings, bookings.c.id == f.booking_id)
        .where(f.state == OfferState.ACCEPTED.value)
    )
    rows = db.execute(query).all()
    wrong = [f"offer {row[0]} was accepted and is no booking of hers" for row in rows if row[1] != row[3]]
    doubled = len(rows) - len({row[2] for row in rows})
    return [*wrong, *([f"{doubled} bookings came of two offers"] if doubled else [])]
