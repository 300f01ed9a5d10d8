"""Rounds of village visits: proposed, changed by the official, published; and how the commune plans them."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import sqlalchemy as sa
from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from helpdesk.booking.horizon import last_day
from helpdesk.booking.hours.calendar import on_closed_days
from helpdesk.booking.hours.office_hours import MOST_PERSONS
from helpdesk.booking.visits.planning import MOST_WEEKS, WEEKS, propose, villages_of
from helpdesk.booking.visits.publishing import CannotPublish, are_open, publish
from helpdesk.booking.visits.visit_plans import MOST_A_WEEK, VisitPlan, keep_plan, plan_of
from helpdesk.people.audit import note
from helpdesk.people.tables import teams
from helpdesk.places.communes import Commune
from helpdesk.spreadsheets.cells import number, time_of_day
from helpdesk.spreadsheets.faults import CellFault
from helpdesk.store.engine import reading
from helpdesk.web.current import runtime
from helpdesk.web.desk.access.gate import needs, signed_in
from helpdesk.web.desk.access.own_communes import own_commune, own_communes
from helpdesk.web.desk.access.permissions import Permission
from helpdesk.web.desk.days.visit_forms import VisitRow, blank, shown, told, typed, visit_of
from helpdesk.web.language import say

planning = Blueprint("planning", __name__, url_prefix="/plan")

REFUSED = 422


@planning.get("")
@needs(Permission.PLANNING)
def proposed() -> ResponseReturnValue:
    """What is proposed for the next weeks, of each commune of this official, in rows to be changed and published."""
    with reading(runtime().engine) as db:
        return _page(db)


@planning.post("/<int:commune_id>")
@needs(Permission.PLANNING)
def publish_rows(commune_id: int) -> ResponseReturnValue:
    """Open the ticked rows for booking, all or none; with what is wrong beside each row."""
    here, account = runtime(), signed_in()
    with here.transaction(nudge=False) as db:
        commune = own_commune(db, commune_id)
        rows = typed(request.form)
        chosen = [row for row in rows if row.chosen]
        villages, team_id = villages_of(db, commune_id), plan_of(db, commune_id).team_id
        visits = [visit_of(row, villages, team_id=team_id) for row in chosen]
        sound = [visit for visit in visits if visit is not None]
        made: list[int] = []
        if len(sound) == len(visits):
            try:
                made = publish(db, commune_id, sound, official_id=account.id, now=here.clock.now())
            except CannotPublish as wrong:
                if are_open(db, commune_id, sound):  # the button was pressed twice
                    flash(say("Các buổi này đã mở rồi.", "These visits are open already."))
                    return redirect(url_for("desk.openings.coming", all=""), code=303)
                for fault in wrong.faults:
                    chosen[fault.at].problems.append(told(fault.wrong))
        if any(row.problems for row in chosen):
            return _page(db, commune, rows), REFUSED
    if not made:
        flash(say("Chưa chọn buổi nào.", "No visit was ticked."))
        return redirect(url_for("desk.planning.proposed"), code=303)
    flash(say(f"Đã mở {len(made)} buổi để bà con đặt chỗ.", f"{len(made)} visits are open for booking."))
    return redirect(url_for("desk.openings.coming", all=""), code=303)


@planning.post("/<int:commune_id>/habits")
@needs(Permission.PLANNING)
def keep_habits(commune_id: int) -> ResponseReturnValue:
    """Keep how the commune plans its visits."""
    here, account = runtime(), signed_in()
    with here.transaction(nudge=False) as db:
        own_commune(db, commune_id)
        before = plan_of(db, commune_id)
        after = _habits(db, before)
        if after is not None and after != before:
            keep_plan(db, after)
            note(
                db,
                at=here.clock.now(),
                official_id=account.id,
                commune_id=commune_id,
                action="visits.planned_otherwise",
                subject=f"commune:{commune_id}",
                detail={
                    "per_week": after.per_week,
                    "weekdays": list(after.weekdays),
                    "kit": after.finishes_level2,
                },
            )
    if after is None:
        flash(
            say(
                "Chưa lưu: cần ít nhất một ngày trong tuần, giờ kết thúc sau giờ bắt đầu, số người từ 1 đến 500.",
                "Not saved: it takes a weekday, an end after its beginning, and 1 to 500 persons.",
            )
        )
    else:
        flash(say("Đã lưu.", "Saved."))
    return redirect(url_for("desk.planning.proposed"), code=303)


def _habits(db: sa.Connection, before: VisitPlan) -> VisitPlan | None:
    form = request.form
    known = {str(row.id) for row in _teams(db, before.commune_id)}
    team = form.get("team", "")
    try:
        plan = replace(
            before,
            per_week=number(form.get("per_week", "")),
            weekdays=tuple(sorted({number(word) for word in form.getlist("weekday")})),
            opens=time_of_day(form.get("from", "")),
            closes=time_of_day(form.get("to", "")),
            capacity=number(form.get("capacity", "")),
            finishes_level2="kit" in form,
            team_id=int(team) if team in known else None,
        )
    except CellFault:
        return None
    sane = plan.per_week <= MOST_A_WEEK and 1 <= plan.capacity <= MOST_PERSONS and plan.opens < plan.closes
    return plan if sane and plan.weekdays and set(plan.weekdays) <= set(range(1, 8)) else None


def _teams(db: sa.Connection, commune_id: int) -> Sequence[Any]:
    query = sa.select(teams.c.id, teams.c.name).where(teams.c.commune_id == commune_id).order_by(teams.c.name)
    return db.execute(query).all()


def _page(db: sa.Connection, mended: Commune | None = None, rows: list[VisitRow] | None = None) -> str:
    """The page; one commune's rows are as they were typed."""
    now = runtime().clock.now()
    weeks = min(max(request.args.get("weeks", WEEKS, type=int), 1), MOST_WEEKS)
    sections = []
    for commune in own_communes(db):
        plan = plan_of(db, commune.id)
        if rows is not None and mended is not None and commune.id == mended.id:
            own = rows
        else:
            own = [*map(shown, propose(db, plan, now=now, weeks=weeks)), blank(plan)]
        sections.append(
            {
                "commune": commune,
                "plan": plan,
                "rows": own,
                "villages": villages_of(db, commune.id),
                "teams": _teams(db, commune.id),
                "on_closed_days": on_closed_days(db, commune.id, now=now),
            }
        )
    return render_template("desk/planning.html", sections=sections, weeks=weeks, last=last_day(now=now))
