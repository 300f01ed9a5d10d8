"""Marking what came of a booked person: one function over the table of allowed moves, and one that takes it back."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

import sqlalchemy as sa

from helpdesk.booking.attending.outcome_states import ALLOWED, Outcome, Reason
from helpdesk.booking.openings import COLUMNS, SOURCE, Opening, as_opening
from helpdesk.booking.persons import tidings
from helpdesk.booking.reminding.person_reminders import Standing, replan_person
from helpdesk.booking.states import LIVE, OpeningState
from helpdesk.booking.tables import attendances, booked_persons, bookings, openings
from helpdesk.clock import local_date
from helpdesk.people import audit
from helpdesk.people.tables import contacts
from helpdesk.places.working_days import working_days_after
from helpdesk.settings import Timetable
from helpdesk.store.upsert import upsert

a, p, b = attendances.c, booked_persons.c, bookings.c

WORKING_DAYS = {Outcome.TAKEN: 3, Outcome.TAKEN_WITH_CARD: 7}
"""Within how many the result is told (Decree 69/2024, Art. 13)."""

MARKED_UNTIL = timedelta(days=30)
"""How long after an opening a list on paper may still be typed in."""


_TOLD = sa.case(
    (contacts.c.erase_asked_at.is_not(None) | contacts.c.address.startswith("erased:"), None),
    else_=b.contact_id,
)
"""Whose phone is told what follows: nobody's who asked to be forgotten."""


class Marked(StrEnum):
    """What came of marking somebody."""

    DONE = "done"
    # It is so already: a second click, or another official was first.
    ALREADY = "already"
    # That does not follow from what she was marked as before.
    NOT_ALLOWED = "not_allowed"
    # Before the day of the opening, or long after it; taking back: not on the day on which it was marked.
    NOT_NOW = "not_now"
    # She is not booked there (any more), or it is not this official's to say.
    GONE = "gone"
    # Whether the day stands is not certain just now.
    CHANGING = "changing"
    CALLED_OFF = "called_off"


_NOT_HELD = {OpeningState.CHANGING: Marked.CHANGING, OpeningState.CANCELLED: Marked.CALLED_OFF}


@dataclass(frozen=True, slots=True)
class By:
    """Who says so: an official, with the commune and team that he may speak of (None: any); or she herself."""

    official_id: int | None
    commune_id: int | None = None
    team_id: int | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    booking_id: int
    contact_id: int | None
    opening: Opening
    state: Outcome | None
    was: Outcome | None
    reason: Reason | None
    result_by: date | None
    noticed_on: date | None
    marked_at: datetime | None


def mark(
    db: sa.Connection,
    booked_id: int,
    to: Outcome,
    *,
    by: By,
    now: datetime,
    timetable: Timetable,
    reason: Reason | None = None,
) -> Marked:
    """Note what came of a booked person, with what follows from it: reminders, and an entry in the audit.

    `reason` is kept for who was sent away, and left out for everybody else.
    """
    found = _held(db, booked_id, by)
    if found is None:
        return Marked.GONE
    if found.opening.state in _NOT_HELD:
        return _NOT_HELD[found.opening.state]
    reason = (reason or Reason.OTHER) if to is Outcome.SENT_AWAY else None
    if (found.state, found.reason) == (to, reason):
        return Marked.ALREADY
    if to not in ALLOWED[found.state]:
        return Marked.NOT_ALLOWED
    today = local_date(now)
    if not found.opening.day <= today <= found.opening.day + MARKED_UNTIL:
        return Marked.NOT_NOW
    result_by = found.result_by
    if to in WORKING_DAYS:
        result_by = working_days_after(db, found.opening.commune_id, found.opening.day, WORKING_DAYS[to])
    noticed_on = today if to is Outcome.NOTICED else found.noticed_on
    row = {
        "commune_id": found.opening.commune_id,
        "opening_id": found.opening.id,
        "booked_id": booked_id,
        "state": to.value,
        "was": found.state.value if found.state else None,
        "reason": reason.value if reason else None,
        "result_by": result_by,
        "noticed_on": noticed_on,
        "marked_at": now,
        "marked_by_id": by.official_id,
    }
    changed = ("state", "was", "reason", "result_by", "noticed_on", "marked_at", "marked_by_id")
    upsert(db, attendances, row, key=("booked_id",), update=changed)
    _note(db, found, booked_id, "attendance.mark", to=to, by=by, now=now, reason=reason)
    who = Standing(found.booking_id, booked_id, found.contact_id, found.opening, to, result_by, noticed_on)
    replan_person(db, who, now=now, timetable=timetable)
    tidings.replan_person(db, who, now=now, timetable=timetable)
    return Marked.DONE


def take_back(
    db: sa.Connection,
    booked_id: int,
    *,
    by: By,
    now: datetime,
    timetable: Timetable,
    what: Outcome | None = None,
) -> Marked:
    """Go back to what she was marked as before, or to not marked; only on the day on which it was marked.

    `what` is the mark that is taken back, so that a form sent twice takes back one; None: whichever it is.
    """
    found = _held(db, booked_id, by)
    if found is None or found.state is None or found.marked_at is None:
        return Marked.GONE
    if found.opening.state in _NOT_HELD:
        return _NOT_HELD[found.opening.state]
    if what not in (None, found.state):
        return Marked.ALREADY
    if local_date(found.marked_at) != local_date(now):
        return Marked.NOT_NOW
    mine = a.booked_id == booked_id
    to = found.was
    result_by = found.result_by if to in WORKING_DAYS or to is Outcome.NOTICED else None
    noticed_on = found.noticed_on if to is Outcome.NOTICED else None
    if to is None:
        db.execute(attendances.delete().where(mine))
    else:
        again = {"state": to.value, "was": None, "result_by": result_by, "noticed_on": noticed_on}
        # Why she was sent away at first is not kept twice.
        again["reason"] = Reason.OTHER.value if to is Outcome.SENT_AWAY else None
        db.execute(attendances.update().where(mine).values(**again, marked_by_id=by.official_id))
    _note(db, found, booked_id, "attendance.take_back", to=to, by=by, now=now)
    who = Standing(found.booking_id, booked_id, found.contact_id, found.opening, to, result_by, noticed_on)
    replan_person(db, who, now=now, timetable=timetable)
    tidings.replan_person(db, who, now=now, timetable=timetable)
    return Marked.DONE


def _held(db: sa.Connection, booked_id: int, by: By) -> _Found | None:
    """A booked person as she stands now, held until the transaction ends; None where `by` has no say in it."""
    db.execute(sa.select(p.id).where(p.id == booked_id).with_for_update()).all()
    query = (
        sa.select(
            b.id,
            _TOLD,
            a.state,
            a.was,
            a.reason,
            a.result_by,
            a.noticed_on,
            a.marked_at,
            *COLUMNS,
        )
        .select_from(
            booked_persons.join(bookings, b.id == p.booking_id)
            .join(SOURCE, openings.c.id == b.opening_id)
            .outerjoin(attendances, a.booked_id == p.id)
            .outerjoin(contacts, contacts.c.id == b.contact_id)
        )
        .where(p.id == booked_id, p.cancelled_at.is_(None), b.state.in_(LIVE))
    )
    row = db.execute(query).first()
    if row is None:
        return None
    booking_id, contact_id, state, was, reason, result_by, noticed_on, marked_at, *of_opening = row
    opening = as_opening(of_opening)
    if by.commune_id not in (None, opening.commune_id) or by.team_id not in (None, opening.team_id):
        return None
    return _Found(
        booking_id,
        contact_id,
        opening,
        Outcome(state) if state else None,
        Outcome(was) if was else None,
        Reason(reason) if reason else None,
        result_by,
        noticed_on,
        marked_at,
    )


def _note(
    db: sa.Connection,
    found: _Found,
    booked_id: int,
    action: str,
    *,
    to: Outcome | None,
    by: By,
    now: datetime,
    reason: Reason | None = None,
) -> None:
    detail = {
        "from": found.state.value if found.state else None,
        "to": to.value if to else None,
        "opening": found.opening.id,
        **({"reason": reason.value} if reason else {}),
    }
    audit.note(
        db,
        at=now,
        official_id=by.official_id,
        commune_id=found.opening.commune_id,
        action=action,
        subject=f"booked:{booked_id}",
        detail=detail,
    )
