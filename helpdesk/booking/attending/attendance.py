"""Who was booked into an opening, person by person, and what came of each so far."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from helpdesk.booking.attending.outcome_states import Outcome, Reason
from helpdesk.booking.openings import COLUMNS, SOURCE, Opening, as_opening
from helpdesk.booking.persons.needs import Relation, relation_of
from helpdesk.booking.states import LIVE
from helpdesk.booking.tables import attendances, booked_persons, bookings, openings
from helpdesk.people.tables import contacts, persons

a, p, b = attendances.c, booked_persons.c, bookings.c

_TOLD = sa.case(
    (contacts.c.erase_asked_at.is_not(None) | contacts.c.address.startswith("erased:"), None),
    else_=b.contact_id,
)
"""Whose phone is told what follows: nobody's who asked to be forgotten."""


@dataclass(frozen=True, slots=True)
class Attendance:
    """One booked person and what came of her; `outcome` None: not marked. `phone` is the one the booking was made from,
    `told_id` its contact where what follows is told there.

    `marked_by_id` None with an outcome: she said so herself.
    """

    booked_id: int
    booking_id: int
    code: str
    contact_id: int | None
    told_id: int | None
    phone: str | None
    person_id: int
    name: str
    birth_year: int | None
    relation: Relation | None
    outcome: Outcome | None
    was: Outcome | None
    reason: Reason | None
    result_by: date | None
    noticed_on: date | None
    marked_at: datetime | None
    marked_by_id: int | None
    opening: Opening


def attendance_in(db: sa.Connection, opening_ids: Iterable[int]) -> list[Attendance]:
    """All who are booked into the openings, in the order in which they were booked."""
    return _find(db, b.opening_id.in_(list(opening_ids)))


def attendance_of(db: sa.Connection, booked_ids: Iterable[int]) -> list[Attendance]:
    """Those of the booked persons who are not cancelled, in the order in which they were booked."""
    return _find(db, p.id.in_(list(booked_ids)))


def with_codes(
    db: sa.Connection,
    codes: Iterable[str],
    *,
    first: date,
    last: date,
    commune_id: int | None,
    team_id: int | None,
) -> list[Attendance]:
    """All who are booked under one of the codes on days from `first` to `last`; of one commune or team where named."""
    here: list[sa.ColumnElement[bool]] = [openings.c.day.between(first, last), b.code.in_(list(codes))]
    here += [openings.c.commune_id == commune_id] if commune_id is not None else []
    here += [openings.c.team_id == team_id] if team_id is not None else []
    return _find(db, *here)


def _find(db: sa.Connection, *conditions: sa.ColumnElement[bool]) -> list[Attendance]:
    query = (
        sa.select(
            p.id,
            b.id,
            b.code,
            b.contact_id,
            _TOLD,
            contacts.c.address,
            persons.c.id,
            persons.c.name,
            persons.c.birth_year,
            p.relation,
            a.state,
            a.was,
            a.reason,
            a.result_by,
            a.noticed_on,
            a.marked_at,
            a.marked_by_id,
            *COLUMNS,
        )
        .select_from(
            booked_persons.join(bookings, b.id == p.booking_id)
            .join(persons, persons.c.id == p.person_id)
            .join(SOURCE, openings.c.id == b.opening_id)
            .outerjoin(contacts, contacts.c.id == b.contact_id)
            .outerjoin(attendances, a.booked_id == p.id)
        )
        .where(*conditions, p.cancelled_at.is_(None), b.state.in_(LIVE))
        .order_by(b.id, p.id)
    )
    return [_attendance(row) for row in db.execute(query)]


def _attendance(row: Sequence[Any]) -> Attendance:
    booked_id, booking_id, code, contact_id, told_id, phone, person_id, name, birth_year, *told = row
    relation, state, was, reason, *rest = told
    result_by, noticed_on, marked_at, marked_by_id, *opening = rest
    return Attendance(
        booked_id,
        booking_id,
        code,
        contact_id,
        told_id,
        phone,
        person_id,
        name,
        birth_year,
        relation_of(relation),
        Outcome(state) if state else None,
        Outcome(was) if was else None,
        Reason(reason) if reason else None,
        result_by,
        noticed_on,
        marked_at,
        marked_by_id,
        as_opening(opening),
    )
