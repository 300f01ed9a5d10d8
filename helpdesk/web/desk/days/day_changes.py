"""Calling off and putting off an opening: what it would mean, the decision, undoing it, and who was told."""

from collections.abc import Sequence
from datetime import timedelta

import sqlalchemy as sa
from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from helpdesk.booking.bookings import live_by_id
from helpdesk.booking.changed_days.day_changes import DayChange, find_change, held_for, undo
from helpdesk.booking.changed_days.news import note_told
from helpdesk.booking.changed_days.preview import preview
from helpdesk.booking.changed_days.roll import changed_day, roll
from helpdesk.booking.changed_days.states import REASONS, ChangeState, Reason, ToldState
from helpdesk.booking.changes import cancel, move
from helpdesk.booking.horizon import last_day
from helpdesk.booking.openings import Opening, find_opening, with_room
from helpdesk.booking.states import OpeningState
from helpdesk.clock import local, local_date
from helpdesk.people import audit
from helpdesk.people.tables import officials
from helpdesk.store.engine import reading
from helpdesk.web.current import runtime
from helpdesk.web.desk.access.gate import needs, signed_in
from helpdesk.web.desk.access.own_openings import own_opening
from helpdesk.web.desk.access.permissions import Permission
from helpdesk.web.desk.booked.no_room import why_none
from helpdesk.web.desk.days.day_change_form import Refused
from helpdesk.web.desk.days.day_change_form import decide as carry_out
from helpdesk.web.language import say
from helpdesk.web.row_ids import row_id

day_changes = Blueprint("day_changes", __name__, url_prefix="/openings/<int:opening_id>/change")

REFUSED = 422
OTHERS = 8
"""Openings at the same place to which somebody can be moved from the roll."""


@day_changes.get("")
@needs(Permission.PLANNING)
def shown(opening_id: int) -> ResponseReturnValue:
    """What a change would mean, with the form for it; or what was decided, and who was told."""
    with reading(runtime().engine) as db:
        return _page(db, own_opening(db, opening_id))


@day_changes.post("")
@needs(Permission.PLANNING)
def decide(opening_id: int) -> ResponseReturnValue:
    """Call the opening off or put it off; held back for some minutes."""
    here, account = runtime(), signed_in()
    with here.transaction(nudge=False) as db:
        opening = own_opening(db, opening_id)
        try:
            change = carry_out(db, opening, official_id=account.id)
        except Refused as why:
            return _page(db, opening, problems=why.problems), REFUSED
    if change.takes_effect_at <= change.at:
        here.nudge("change_days")
        flash(say("Đã ghi, báo ngay cho bà con.", "Noted. Everybody is told at once."))
        return _back(opening_id)
    until = f"{local(change.takes_effect_at):%H:%M}"
    flash(
        say(
            f"Đã ghi. Đến {until} mới báo cho bà con; trước đó còn có thể hoàn tác.",
            f"Noted. Nobody is told before {until}; until then it can be undone.",
        )
    )
    return _back(opening_id)


@day_changes.post("/<int:change_id>/undo")
@needs(Permission.PLANNING)
def take_back(opening_id: int, change_id: int) -> ResponseReturnValue:
    """Take the change back, if it has not taken effect."""
    here, account = runtime(), signed_in()
    with here.transaction(nudge=False) as db:
        _own_change(db, opening_id, change_id)
        done = undo(db, change_id, official_id=account.id, now=here.clock.now())
        # The button was pressed twice, or by two.
        done = done or _own_change(db, opening_id, change_id).state is ChangeState.UNDONE
    flash(
        say("Đã hoàn tác, mọi thứ như cũ.", "Undone, everything is as it was.")
        if done
        else say(
            "Không hoàn tác được nữa: đã có hiệu lực.", "It cannot be undone any more: it has taken effect."
        )
    )
    return _back(opening_id)


@day_changes.post("/<int:change_id>/<int:booking_id>/told")
@needs(Permission.PLANNING)
def told(opening_id: int, change_id: int, booking_id: int) -> ResponseReturnValue:
    """Somebody told them otherwise: by telephone, or face to face."""
    here, account = runtime(), signed_in()
    with here.transaction(nudge=False) as db:
        change = _own_change(db, opening_id, change_id)
        now = here.clock.now()
        done = note_told(db, change.id, [booking_id], ToldState.TOLD, now=now, official_id=account.id)
        if done:
            _note(db, change, "day_change.told", booking_id)
    flash(say("Đã ghi: đã báo.", "Noted as told.") if done else _gone())
    return _back(opening_id)


@day_changes.post("/<int:change_id>/<int:booking_id>/move")
@needs(Permission.PLANNING)
def moved(opening_id: int, change_id: int, booking_id: int) -> ResponseReturnValue:
    """They have chosen another day, and the official writes it down; or want none."""
    here = runtime()
    with here.transaction(nudge=False) as db:
        change = _own_change(db, opening_id, change_id)
        booking = live_by_id(db, [booking_id]).get(booking_id)
        to = find_opening(db, row_id(request.form.get("to", "")) or 0)
        refused = _gone()
        if booking is None or booking.opening.id != opening_id:
            done = None
        elif request.form.get("to") == "none":
            cancel(db, booking, now=here.clock.now())
            done = say("Đã hủy chỗ này.", "Cancelled.")
        elif to is None or to.place_id != booking.opening.place_id:
            done = None
        elif move(db, booking, to, now=here.clock.now(), timetable=here.settings.timetable) is None:
            done, refused = None, why_none(to, booking.party, now=here.clock.now())
        else:
            done = say("Đã chuyển.", "Moved.")
        if done:
            now, account = here.clock.now(), signed_in()
            note_told(db, change.id, [booking_id], ToldState.TOLD, now=now, official_id=account.id)
            _note(db, change, "day_change.moved", booking_id)
    flash(done or refused)
    return _back(opening_id)


def _page(db: sa.Connection, opening: Opening, *, problems: Sequence[str] = ()) -> str:
    here = runtime()
    now = here.clock.now()
    undo_for = held_for(opening, now=now, undo_for=timedelta(minutes=here.settings.undo_minutes))
    day = changed_day(db, opening)
    lines = roll(db, day.change) if day and day.change.state is ChangeState.IN_EFFECT else []
    may_change = opening.state is OpeningState.OPEN and opening.starts_at > now
    waiting = opening.state is OpeningState.CANCELLED and opening.taken > 0
    others = with_room(
        db, place_id=opening.place_id, persons=1, after=now, at_most=OTHERS, but_not=opening.id
    )
    return render_template(
        "desk/day_change.html",
        opening=opening,
        day=day,
        lines=lines,
        others=others,
        by=_name(db, day.change.official_id) if day else None,
        seen=preview(db, opening, ways=here.house.gateways, now=now, undo_for=undo_for)
        if may_change or waiting
        else None,
        may_change=may_change,
        waiting=waiting,
        held=bool(day and day.change.state is ChangeState.HELD),
        undo_minutes=undo_for // timedelta(minutes=1),
        reasons=[(reason.value, reason_name(reason)) for reason in Reason],
        problems=problems,
        last=last_day(now=now),
        today=local_date(now),
        typed=request.form,
    )


def reason_name(reason: Reason) -> str:
    """Why, in the language of the request."""
    return say(REASONS[reason].vietnamese, REASONS[reason].english)


def _name(db: sa.Connection, official_id: int | None) -> str | None:
    if official_id is None:
        return None
    return db.execute(sa.select(officials.c.name).where(officials.c.id == official_id)).scalar()


def _own_change(db: sa.Connection, opening_id: int, change_id: int) -> DayChange:
    opening, change = own_opening(db, opening_id), find_change(db, change_id)
    if change is None or change.opening_id != opening.id:
        abort(404)
    return change


def _note(db: sa.Connection, change: DayChange, action: str, booking_id: int) -> None:
    audit.note(
        db,
        at=runtime().clock.now(),
        official_id=signed_in().id,
        commune_id=change.commune_id,
        action=action,
        subject=f"booking:{booking_id}",
        detail={"change": change.id},
    )


def _back(opening_id: int) -> ResponseReturnValue:
    return redirect(url_for("desk.day_changes.shown", opening_id=opening_id), code=303)


def _gone() -> str:
    return say("Việc này không còn trong danh sách.", "This is no longer on the list.")
