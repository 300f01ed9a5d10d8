"""What an official does in a script: how a phone is told from now on, what came of a call, and a day that changes."""

from datetime import datetime, time, timedelta

import sqlalchemy as sa

from helpdesk.booking.attending.outcome_states import Outcome
from helpdesk.booking.bookings import live_bookings_of
from helpdesk.booking.changed_days.day_changes import call_off, changes_of, postpone, undo
from helpdesk.booking.changed_days.faults import NewDay
from helpdesk.booking.changed_days.states import ChangeState, Reason
from helpdesk.booking.openings import Opening
from helpdesk.booking.reminding.reaching import change_reach
from helpdesk.chat.marks import mark_last
from helpdesk.chat.office import OTHER_DAY, TAKES_OFF, change_booking
from helpdesk.chat.script import CHANGES
from helpdesk.people.contacts import meet
from helpdesk.people.tables import Reach, officials
from helpdesk.runtime import Runtime
from helpdesk.tickets.calls import not_reached, open_calls, told


def act(runtime: Runtime, address: str, done: str) -> None:
    """Do one of `script.DESK` as the first official would: "call", "text", "called", "not reached"; or one of
    `script.CHANGES` with a reason and, to put off, the new day ("postpones rain 2026-12-08"); or "undoes";
    or "marks" with what came of all whom this phone booked last; or "takes off", "other day" for her next booking.
    """
    now = runtime.clock.now()
    verb, *more = done.split()
    if verb == "marks":
        mark_last(runtime, address, Outcome(more[0]))
        return
    if done in (TAKES_OFF, OTHER_DAY):
        change_booking(runtime, address, done)
        return
    if verb in (*CHANGES, "undoes"):
        _change(runtime, address, verb, more)
        return
    with runtime.transaction(nudge=False) as db:
        contact = meet(db, address, now=now)
        if done in ("call", "text"):
            change_reach(db, contact, Reach(done), now=now)
            return
        official = int(db.execute(sa.select(officials.c.id).order_by(officials.c.id)).scalars().first() or 0)
        for call in [call for call in open_calls(db, now=now) if call.contact_id == contact.id][:1]:
            if done == "called":
                told(db, call.id, official_id=official, commune_id=None, now=now)
            else:
                not_reached(
                    db, call.id, tries_before=call.tries, official_id=official, commune_id=None, now=now
                )


def _change(runtime: Runtime, address: str, verb: str, more: list[str]) -> None:
    """Change the day on which this phone is booked next."""
    now, undo_for = runtime.clock.now(), timedelta(minutes=runtime.settings.undo_minutes)
    with runtime.transaction(nudge=False) as db:
        for booking in live_bookings_of(db, meet(db, address, now=now).id, now=now)[:1]:
            opening = booking.opening
            if verb == "undoes":
                for change in changes_of(db, opening.id):
                    if change.state is ChangeState.HELD:
                        undo(db, change.id, official_id=None, now=now)
            elif verb == "postpones":
                to = _new_day(opening, datetime.fromisoformat(more[1]))
                reason = Reason(more[0])
                postpone(db, opening.id, to, reason=reason, official_id=None, now=now, undo_for=undo_for)
            else:
                call_off(
                    db,
                    opening.id,
                    reason=Reason(more[0]),
                    moves_on=verb == "moves",
                    official_id=None,
                    now=now,
                    undo_for=undo_for,
                )


def _new_day(opening: Opening, at: datetime) -> NewDay:
    """At the same hours, or from that hour on for as long."""
    if at.time() == time():
        return NewDay.of(opening, at.date())
    ends = at + (opening.ends_at - opening.starts_at)
    return NewDay(at.date(), at.time(), ends.time())
