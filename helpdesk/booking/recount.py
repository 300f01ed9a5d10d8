"""The nightly recount: whether the counters say what the rows say.

`openings.taken` must be the persons who are booked and the places that are held; `bookings.party` the persons who
were not cancelled. What differs is shown, and never mended by itself (docs/decisions).
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, time, timedelta
from typing import Any

import sqlalchemy as sa

from helpdesk.booking.states import LIVE
from helpdesk.booking.tables import booked_persons, bookings, openings
from helpdesk.booking.waiting_list.waiting_states import OfferState
from helpdesk.booking.waiting_list.waiting_tables import offers, recounts
from helpdesk.clock import at_local, local, local_date
from helpdesk.messaging.watching.alerts import Condition
from helpdesk.people import audit
from helpdesk.store.taking_turns import RECOUNT, take_turns

o, b, p, f = openings.c, bookings.c, booked_persons.c, offers.c

AT = time(2, 30)
"""When it is done, commune time: nobody books then, and mornings begin with what it found."""

KEPT = timedelta(days=30)
"""How long results are kept."""

SHOWN = 20
"""Differences that are written down one by one; beyond that something is wrong altogether."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A counter that is not what is counted: `subject` is "opening:12" or "booking:17"."""

    subject: str
    commune_id: int
    stored: int
    counted: int


@dataclass(frozen=True, slots=True)
class Recount:
    """What a recount found; how many openings and bookings it looked at."""

    at: datetime
    openings: int
    bookings: int
    differences: tuple[Difference, ...]


def count_anew(db: sa.Connection, *, now: datetime) -> Recount:
    """Count everything once; each counter and its rows in one statement, so that no change comes between them."""
    return Recount(
        at=now,
        openings=_number(db, openings),
        bookings=_number(db, bookings),
        differences=(*_differing(db, "opening", _openings()), *_differing(db, "booking", _bookings())),
    )


def _openings() -> sa.Select[Any]:
    booked = (
        sa.select(b.opening_id.label("opening_id"), sa.func.count().label("persons"))
        .join_from(bookings, booked_persons, p.booking_id == b.id)
        .where(b.state.in_(LIVE), p.cancelled_at.is_(None))
        .group_by(b.opening_id)
        .subquery()
    )
    held = (
        sa.select(f.opening_id.label("opening_id"), sa.func.sum(f.party).label("persons"))
        .where(f.state == OfferState.HELD.value)
        .group_by(f.opening_id)
        .subquery()
    )
    counted = sa.func.coalesce(booked.c.persons, 0) + sa.func.coalesce(held.c.persons, 0)
    return (
        sa.select(o.id, o.commune_id, o.taken, counted)
        .outerjoin_from(openings, booked, booked.c.opening_id == o.id)
        .outerjoin(held, held.c.opening_id == o.id)
        .where(o.taken != counted)
        .order_by(o.id)
    )


def _bookings() -> sa.Select[Any]:
    persons = (
        sa.select(p.booking_id.label("booking_id"), sa.func.count().label("persons"))
        .where(p.cancelled_at.is_(None))
        .group_by(p.booking_id)
        .subquery()
    )
    counted = sa.func.coalesce(persons.c.persons, 0)
    # One that holds no places has nobody in it, and the other way round.
    return (
        sa.select(b.id, b.commune_id, b.party, counted)
        .outerjoin_from(bookings, persons, persons.c.booking_id == b.id)
        .where((b.party != counted) | (b.state.in_(LIVE) != (counted > 0)))
        .order_by(b.id)
    )


def _differing(db: sa.Connection, what: str, query: sa.Select[Any]) -> list[Difference]:
    return [
        Difference(f"{what}:{row[0]}", int(row[1]), int(row[2]), int(row[3])) for row in db.execute(query)
    ]


def _number(db: sa.Connection, table: sa.Table) -> int:
    return int(db.execute(sa.select(sa.func.count()).select_from(table)).scalar_one())


def is_due(db: sa.Connection, *, now: datetime) -> bool:
    """Whether this night's is still to be done."""
    tonight = at_local(local_date(now), AT)
    if local(now).time() < AT:
        tonight = at_local(local_date(now) - timedelta(days=1), AT)
    last = last_recount(db)
    return last is None or last.at < tonight


def keep_once(db: sa.Connection, found: Recount) -> bool:
    """Write down what this night's recount found; False, and nothing written, where another worker did meanwhile."""
    take_turns(db, RECOUNT)
    if not is_due(db, now=found.at):
        return False
    keep(db, found)
    return True


def keep(db: sa.Connection, found: Recount) -> None:
    """Write down what a recount found, the differences in the audit, too; forget results that are old."""
    shown = found.differences[:SHOWN]
    row = {
        "at": found.at,
        "openings": found.openings,
        "bookings": found.bookings,
        "differences": [asdict(each) for each in shown],
    }
    db.execute(recounts.insert().values(row))
    db.execute(recounts.delete().where(recounts.c.at < found.at - KEPT))
    for each in shown:
        audit.note(
            db,
            at=found.at,
            official_id=None,
            commune_id=each.commune_id,
            action="recount.differs",
            subject=each.subject,
            detail={"stored": each.stored, "counted": each.counted},
        )


def last_recount(db: sa.Connection) -> Recount | None:
    """What the last one found."""
    row = db.execute(
        sa.select(recounts).order_by(recounts.c.at.desc(), recounts.c.id.desc()).limit(1)
    ).first()
    if row is None:
        return None
    return Recount(row.at, row.openings, row.bookings, tuple(Difference(**each) for each in row.differences))


def in_words(differences: Sequence[Difference]) -> str:
    """One line: "opening 12 says 5, counted are 4; …"."""
    first = "; ".join(
        f"{each.subject.replace(':', ' ')} says {each.stored}, counted are {each.counted}"
        for each in differences[:3]
    )
    return first + (f"; and {len(differences) - 3} more" if len(differences) > 3 else "")


def _wrong(db: sa.Connection, _now: datetime, _is_open: bool) -> str | None:
    last = last_recount(db)
    return in_words(last.differences) if last and last.differences else None


COUNTERS = Condition(
    "counters",
    _wrong,
    "Places may be lost or given twice there: compare with the list, and tell whoever mends the program.",
)
"""What the operator is told of; it is over when a later recount finds nothing."""
