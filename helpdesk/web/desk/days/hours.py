"""Office hours and closed days of a commune: what openings at the centre are made from."""

from collections.abc import Sequence
from datetime import date, timedelta

import sqlalchemy as sa
from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from helpdesk.booking.hours.calendar import WEEKS_AHEAD, Kept, keep_centres_open, on_closed_days
from helpdesk.booking.hours.office_hours import (
    LONGEST_MINUTES,
    MOST_PERSONS,
    HalfDay,
    add,
    half_days,
    minutes,
    overlap,
    take_away,
)
from helpdesk.booking.openings import Opening
from helpdesk.booking.services import LABELS, needs_kit, service_called
from helpdesk.clock import local, local_date
from helpdesk.people.audit import note
from helpdesk.places.closed_day_table import open_again, say_of
from helpdesk.places.closed_days import national_holiday, said_of, to_be_confirmed
from helpdesk.places.communes import Place, centres
from helpdesk.spreadsheets.cells import day as day_of
from helpdesk.spreadsheets.cells import number, time_of_day, words
from helpdesk.spreadsheets.faults import CellFault
from helpdesk.store.engine import reading
from helpdesk.web.current import runtime
from helpdesk.web.desk.access.gate import needs, signed_in
from helpdesk.web.desk.access.own_communes import own_commune, own_communes
from helpdesk.web.desk.access.permissions import Permission
from helpdesk.web.language import say

hours = Blueprint("hours", __name__, url_prefix="/hours")

SHOWN_AHEAD = timedelta(days=120)
"""How far ahead holidays and closed days are shown: Tết is planned for in autumn."""

LONGEST_REASON = 200

MOST_NAMED = 5
"""Openings that a flash names."""


@hours.get("")
@needs(Permission.PLANNING)
def week() -> ResponseReturnValue:
    """The week of each commune of this official, and the days to come that are other than their weekday."""
    here = runtime()
    today = local_date(here.clock.now())
    coming = [today + timedelta(days=n) for n in range(SHOWN_AHEAD.days)]
    with reading(here.engine) as db:
        sections = [
            {
                "commune": commune,
                "centres": centres(db, commune_id=commune.id),
                "half_days": half_days(db, commune_id=commune.id),
                "days": _days(said_of(db, commune.id, coming), coming),
                "on_closed_days": on_closed_days(db, commune.id, now=here.clock.now()),
            }
            for commune in own_communes(db)
        ]
    return render_template(
        "desk/hours.html", sections=sections, labels=LABELS, weeks=WEEKS_AHEAD, today=today
    )


def _days(said: dict[date, tuple[bool, str]], coming: Sequence[date]) -> list[dict[str, object]]:
    found = []
    for day in coming:
        holiday = national_holiday(day)
        if day in said or holiday:
            works, reason = said.get(day, (False, holiday))
            unsure = day not in said and to_be_confirmed(day)
            found.append({"day": day, "works": works, "reason": reason, "own": day in said, "unsure": unsure})
    return found


@hours.post("/<int:commune_id>")
@needs(Permission.PLANNING)
def add_half_days(commune_id: int) -> ResponseReturnValue:
    """Write a half day on each of the ticked weekdays."""
    with runtime().transaction(nudge=False) as db:
        own_commune(db, commune_id)
        there = half_days(db, commune_id=commune_id)
        new, problem = _read(centres(db, commune_id=commune_id), there)
        if problem is None:
            for half in new:
                add(db, half)
            problem = _kept(db, commune_id, "office_hours.added", [half.weekday for half in new])
    flash(problem)
    return _back(commune_id)


def _read(own: Sequence[Place], there: Sequence[HalfDay]) -> tuple[list[HalfDay], str | None]:
    """The half days that the form means, or what is wrong with it."""
    form = request.form
    centre = next((place for place in own if str(place.id) == form.get("place")), own[0] if own else None)
    if centre is None:
        return [], say(
            "Xã chưa có trung tâm trong danh sách nơi.", "The commune has no centre among its places."
        )
    services = tuple(service for word in form.getlist("service") if (service := service_called(word)))
    try:
        weekdays = sorted({number(word) for word in form.getlist("weekday")})
        opens, closes = time_of_day(form.get("from", "")), time_of_day(form.get("to", ""))
        capacity = number(form.get("capacity", ""))
    except CellFault:
        weekdays = []
    if not weekdays or not services or not set(weekdays) <= set(range(1, 8)):
        return [], say(
            "Chưa lưu: chọn thứ, giờ, số người và ít nhất một việc.",
            "Not saved: choose weekdays, hours, persons and at least one service.",
        )
    if not 0 < minutes(closes) - minutes(opens) <= LONGEST_MINUTES:
        return [], say(
            "Chưa lưu: mỗi dòng là một buổi, sáng và chiều ghi riêng, giờ nghỉ ở giữa.",
            "Not saved: a row is one half day; morning and afternoon are two, with the break between them.",
        )
    if not 1 <= capacity <= MOST_PERSONS:
        return [], say("Chưa lưu: số người từ 1 đến 500.", "Not saved: 1 to 500 persons.")
    kit = needs_kit(services)
    new = [
        HalfDay(centre.commune_id, centre.id, at, opens, closes, capacity, services, kit) for at in weekdays
    ]
    if any(overlap(half, old) and half.opens != old.opens for half in new for old in there):
        return [], say(
            "Chưa lưu: giờ này chồng lên buổi đã có. Bỏ buổi cũ trước.",
            "Not saved: the hours overlap what is there. Take that away first.",
        )
    return new, None


@hours.post("/<int:commune_id>/<int:half_day_id>/remove")
@needs(Permission.PLANNING)
def remove_half_day(commune_id: int, half_day_id: int) -> ResponseReturnValue:
    """Take a half day away; its openings go, where nobody is booked."""
    with runtime().transaction(nudge=False) as db:
        own_commune(db, commune_id)
        if take_away(db, half_day_id, commune_id=commune_id):
            message = _kept(db, commune_id, "office_hours.removed", [half_day_id])
        else:
            message = say("Buổi này không còn.", "It is not there any more.")
    flash(message)
    return _back(commune_id)


@hours.post("/<int:commune_id>/days")
@needs(Permission.PLANNING)
def say_of_day(commune_id: int) -> ResponseReturnValue:
    """Keep that a day is closed, or worked although it is a holiday; or take back what was said."""
    with runtime().transaction(nudge=False) as db:
        own_commune(db, commune_id)
        message = _say_of_day(db, commune_id)
    flash(message)
    return _back(commune_id)


def _say_of_day(db: sa.Connection, commune_id: int) -> str:
    form = request.form
    try:
        which = day_of(form.get("day", ""))
        reason = words(form.get("reason", ""))[:LONGEST_REASON]
    except CellFault:
        return say("Chưa lưu: chọn ngày.", "Not saved: choose a day.")
    what = form.get("what")
    if what == "nothing":
        open_again(db, commune_id, which)
    elif not reason:
        return say("Chưa lưu: ghi lý do.", "Not saved: say why.")
    else:
        say_of(db, commune_id, which, reason=reason, works=what == "works")
    return _kept(db, commune_id, "closed_day.said", [which.isoformat(), what or "closed"])


def _kept(db: sa.Connection, commune_id: int, action: str, detail: Sequence[object]) -> str:
    """Note the deed, have the openings follow, and say what became of them."""
    here = runtime()
    now = here.clock.now()
    note(
        db,
        at=now,
        official_id=signed_in().id,
        commune_id=commune_id,
        action=action,
        subject=f"commune:{commune_id}",
        detail={"what": list(detail)},
    )
    return _said(keep_centres_open(db, now=now, commune_id=commune_id))


def _said(kept: Kept) -> str:
    done = say(
        f"Đã lưu. Lịch {WEEKS_AHEAD} tuần tới: thêm {kept.opened} buổi, sửa {kept.changed}, bỏ {kept.taken_back}.",
        f"Saved. In the next {WEEKS_AHEAD} weeks: {kept.opened} openings more, {kept.changed} changed, {kept.taken_back} taken back.",
    )
    changed = [one for one in kept.contradicted if one.id not in kept.outside]
    if changed:
        done += " " + say(
            f"Đã có người đặt nên giữ giờ cũ: {_named(changed)}.",
            f"These have bookings and keep their hours: {_named(changed)}.",
        )
    if kept.closed:
        done += " " + say(
            f"Không nhận thêm ai, cần hoãn, hủy hoặc báo bà con: {_named(kept.closed)}.",
            f"Nobody new is booked here; postpone, call off or tell people: {_named(kept.closed)}.",
        )
    return done


def _named(found: Sequence[Opening]) -> str:
    """The first of them by place, day, and how many are booked; the rest as a number: a flash is kept in a cookie."""
    told = [
        f"{opening.place_name} {local(opening.starts_at):%H:%M} {opening.day:%d/%m} ({say('đã đặt', 'booked')} {opening.taken})"
        for opening in found[:MOST_NAMED]
    ]
    more = len(found) - len(told)
    return ", ".join(told) + (say(f" và {more} buổi nữa", f" and {more} more") if more else "")


def _back(commune_id: int) -> ResponseReturnValue:
    return redirect(url_for("desk.hours.week", _anchor=f"commune-{commune_id}"), code=303)
