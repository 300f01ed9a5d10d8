"""Taking back reminders that wait, in the outbox or as a call to be made, when what they say is no longer so."""

from datetime import datetime

import sqlalchemy as sa

from helpdesk.booking.changed_days.states import ToldState
from helpdesk.booking.changed_days.tables import changed_bookings
from helpdesk.booking.states import ReminderState
from helpdesk.booking.tables import reminders
from helpdesk.messaging.subjects import Subject, withdraw
from helpdesk.tickets import calls

r, n = reminders.c, changed_bookings.c

_BOOKING = "booking:"

DAY_CHANGED = "day_changed:"
"""How what is said of a booking begins when its day has changed; the change follows."""

ONE_BY_ONE = ","
"""Between what one call says of several persons of a booking."""


def subject(booking_id: int, kind: str, due_at: datetime, *, whose: int = 0) -> Subject:
    """What a reminder of a booking is about; every message that speaks of a booking names it like this.

    `whose`: the booked person, where it is about one of them alone.
    """
    of_one = f":{whose}" if whose else ""
    return Subject(subject_name(booking_id), f"{kind}:{due_at:%Y%m%dT%H%M}{of_one}")


def subject_name(booking_id: int) -> str:
    """The name under which messages about a booking are withdrawn, e.g. "booking:12"."""
    return f"{_BOOKING}{booking_id}"


def retract(
    db: sa.Connection, booking_id: int, *, now: datetime, again: bool, calls_too: bool = True
) -> None:
    """Take back every message about a booking that has not left, and every call that was not made.

    One message may speak of several bookings: the others' reminders wait again and are said anew at the next sweep,
    and with `again` this one's own. The caller has touched its reminders before, and so has waited for a sweep that
    is saying them: what that wrote is seen here. News of a changed day goes the same way.
    """
    taken_back = {about for about in withdraw(db, subject_name(booking_id), now=now) if _is_reminder(about)}
    rung = calls.withdraw(db, booking_id, now=now) if calls_too else ()
    taken_back |= {Subject(subject_name(booking_id), one) for said in rung for one in said.split(ONE_BY_ONE)}
    ids = {int(about.name.removeprefix(_BOOKING)) for about in taken_back}
    if not again:
        ids.discard(booking_id)
    if not ids:
        return
    _tell_of_the_day_again(db, taken_back, ids)
    query = (
        sa.select(r.id, r.booking_id, r.kind, r.due_at, r.whose)
        .where(r.booking_id.in_(ids), r.state == ReminderState.SENT.value)
        # Rows that another transaction holds belong to a booking that is being changed, which sees to its own.
        .with_for_update(skip_locked=True)
    )
    said = [
        row.id
        for row in db.execute(query)
        if subject(row.booking_id, row.kind, row.due_at, whose=row.whose) in taken_back
    ]
    waiting = {"state": ReminderState.WAITING.value, "settled_at": None}
    db.execute(reminders.update().where(r.id.in_(said)).values(waiting))


def _tell_of_the_day_again(db: sa.Connection, taken_back: set[Subject], ids: set[int]) -> None:
    """News of a changed day that was taken back before it left waits to be told again."""
    for about in taken_back:
        booking_id = int(about.name.removeprefix(_BOOKING))
        if not about.said.startswith(DAY_CHANGED) or booking_id not in ids:
            continue
        change_id = int(about.said.removeprefix(DAY_CHANGED))
        said = (n.change_id == change_id) & (n.booking_id == booking_id)
        said &= n.told.in_((ToldState.TEXTED.value, ToldState.RUNG.value))
        waiting = {"told": ToldState.WAITING.value, "told_at": None, "message_id": None}
        db.execute(changed_bookings.update().where(said).values(waiting))


def hold(db: sa.Connection, booking_id: int) -> None:
    """Wait for a sweep that is saying reminders of a booking now, so that what it writes is seen here."""
    db.execute(sa.select(r.id).where(r.booking_id == booking_id).with_for_update()).all()


def _is_reminder(about: Subject) -> bool:
    return about.name.startswith(_BOOKING) and bool(about.said)
