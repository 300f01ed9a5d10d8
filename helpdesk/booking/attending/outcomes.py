"""Marking what came of a booked person: one function over the table of allowed moves, and one that takes it back."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

import sqlalchemy as sa

from helpdesk.booking.attending.attendance import Attendance, attendance_of
from helpdesk.booking.attending.outcome_states import ALLOWED, Outcome, Reason
from helpdesk.booking.persons import tidings
from helpdesk.booking.reminding.person_reminders import Standing, replan_person
from helpdesk.booking.states import OpeningState
from helpdesk.booking.tables import attendances, booked_persons, bookings
from helpdesk.clock import local_date
from helpdesk.people import audit
from helpdesk.places.working_days import working_days_after
from helpdesk.settings import Timetable
from helpdesk.store.upsert import upsert

a, p = attendances.c, booked_persons.c

WORKING_DAYS = {Outcome.TAKEN: 3, Outcome.TAKEN_WITH_CARD: 7}
"""Within how many the result is told (Decree 69/2024, Art. 13)."""

MARKED_UNTIL = timedelta(days=30)
"""How long after an opening a list on paper may still be typed in."""


class Marked(StrEnum):
    """What came of marking somebody."""

    DONE = "done"
    # It is so already: a second click, or another official was first.
    ALREADY = "already"
    # That does not follow from what she was marked as before.
    NOT_ALLOWED = "not_allowed"
    # Nobody has failed to come before it begins.
    NOT_BEGUN = "not_begun"
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
    if (found.outcome, found.reason) == (to, reason):
        return Marked.ALREADY
    if to not in ALLOWED[found.outcome]:
        return Marked.NOT_ALLOWED
    today = local_date(now)
    if not found.opening.day <= today <= found.opening.day + MARKED_UNTIL:
        return Marked.NOT_NOW
    if to is Outcome.ABSENT and now < found.opening.starts_at:
        return Marked.NOT_BEGUN
    result_by = found.result_by
    if to in WORKING_DAYS:
        result_by = working_days_after(db, found.opening.commune_id, found.opening.day, WORKING_DAYS[to])
    noticed_on = today if to is Outcome.NOTICED else found.noticed_on
    row = {
        "commune_id": found.opening.commune_id,
        "opening_id": found.opening.id,
        "booked_id": booked_id,
        "state": to.value,
        "was": found.outcome.value if found.outcome else None,
        "reason": reason.value if reason else None,
        "result_by": result_by,
        "noticed_on": noticed_on,
        "marked_at": now,
        "marked_by_id": by.official_id,
    }
    changed = ("state", "was", "reason", "result_by", "noticed_on", "marked_at", "marked_by_id")
    upsert(db, attendances, row, key=("booked_id",), update=changed)
    _note(db, found, booked_id, "attendance.mark", to=to, by=by, now=now, reason=reason)
    who = Standing(found.booking_id, booked_id, found.told_id, found.opening, to, result_by, noticed_on)
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
    if found is None or found.outcome is None or found.marked_at is None:
        return Marked.GONE
    if found.opening.state in _NOT_HELD:
        return _NOT_HELD[found.opening.state]
    if what not in (None, found.outcome):
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
    who = Standing(found.booking_id, booked_id, found.told_id, found.opening, to, result_by, noticed_on)
    replan_person(db, who, now=now, timetable=timetable)
    tidings.replan_person(db, who, now=now, timetable=timetable)
    return Marked.DONE


def _held(db: sa.Connection, booked_id: int, by: By) -> Attendance | None:
    """A booked person as she stands now, held until the transaction ends; None where `by` has no say in it.

    Her booking before her, as everywhere: whoever calls the day off waits for this, and sees that she was marked.
    """
    hers = sa.select(p.booking_id).where(p.id == booked_id).scalar_subquery()
    db.execute(sa.select(bookings.c.id).where(bookings.c.id == hers).with_for_update(key_share=True)).all()
    db.execute(sa.select(p.id).where(p.id == booked_id).with_for_update()).all()
    for found in attendance_of(db, [booked_id]):
        opening = found.opening
        own_commune = by.commune_id in (None, opening.commune_id)
        return found if own_commune and by.team_id in (None, opening.team_id) else None
    return None


def _note(
    db: sa.Connection,
    found: Attendance,
    booked_id: int,
    action: str,
    *,
    to: Outcome | None,
    by: By,
    now: datetime,
    reason: Reason | None = None,
) -> None:
    detail = {
        "from": found.outcome.value if found.outcome else None,
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
