"""Openings from today on, and the list of each: to look at, to print, for a spreadsheet."""

from datetime import timedelta

import sqlalchemy as sa
from flask import Blueprint, Response, render_template, request
from flask.typing import ResponseReturnValue

from helpdesk.booking.changed_days.roll import changed_day, changed_days, put_off_to
from helpdesk.booking.openings import from_day
from helpdesk.booking.states import OpeningState
from helpdesk.clock import local, local_date
from helpdesk.people import audit
from helpdesk.reports.formats import as_csv, as_html
from helpdesk.reports.listing import lists_of
from helpdesk.reports.opening_list import OpeningList
from helpdesk.store.engine import reading
from helpdesk.web.current import runtime
from helpdesk.web.desk.access.gate import needs, signed_in
from helpdesk.web.desk.access.own_openings import own_opening
from helpdesk.web.desk.access.permissions import Permission
from helpdesk.web.desk.booked.told_beside import arrival_told, told_beside
from helpdesk.web.desk.booked.waiting import queue_of
from helpdesk.web.security import policy

openings = Blueprint("openings", __name__)

SOON = timedelta(days=14)

AT_MOST = 200
"""Openings on the page: months of both communes."""


@openings.get("")
@needs(Permission.LISTS)
def coming() -> ResponseReturnValue:
    """The openings of today and of the next two weeks; with `?all` every one that is planned."""
    here, account = runtime(), signed_in()
    today = local_date(here.clock.now())
    with reading(here.engine) as db:
        found = from_day(db, today, commune_id=account.commune_id, team_id=account.team_id, at_most=AT_MOST)
        changed = changed_days(
            db, first=today, commune_id=account.commune_id, team_id=account.team_id, earlier_too=True
        )
    everything = "all" in request.args
    last = today + SOON
    return render_template(
        "desk/openings.html",
        today=today,
        now=here.clock.now(),
        of_today=[opening for opening in found if opening.day == today],
        later=[opening for opening in found if today < opening.day and (everything or opening.day <= last)],
        changed=changed,
        all=everything,
        several_communes=account.commune_id is None,
    )


@openings.get("/openings/<int:opening_id>")
@needs(Permission.LISTS)
def shown_list(opening_id: int) -> ResponseReturnValue:
    """The list of an opening on a screen of any width."""
    with reading(runtime().engine) as db:
        listing = _own_list(db, opening_id)
        opening = listing.opening
        day, put_off = changed_day(db, opening), put_off_to(db, opening_id)
        queue = queue_of(db, opening)
    return render_template(
        "desk/list.html",
        listing=listing,
        opening=opening,
        day=day,
        put_off=put_off,
        queue=queue,
        may_add=opening.starts_at > runtime().clock.now() and opening.state is OpeningState.OPEN,
        told_beside=lambda row: told_beside(opening, row),
        arrival=lambda party: arrival_told(opening, [row.number for row in party.rows]),
        may_change=opening.starts_at > runtime().clock.now() or day is not None,
    )


@openings.get("/openings/<int:opening_id>/sheet")
@needs(Permission.LISTS)
def printed_list(opening_id: int) -> ResponseReturnValue:
    """The list for paper, the same sheet as the file that is made the working day before."""
    with reading(runtime().engine) as db:
        listing = _own_list(db, opening_id)
    sheet = Response(as_html.render([listing]), mimetype="text/html")
    sheet.headers["Content-Security-Policy"] = policy(style=as_html.STYLE_SOURCE)
    return sheet


@openings.get("/openings/<int:opening_id>/list.csv")
@needs(Permission.LISTS)
def downloaded_list(opening_id: int) -> ResponseReturnValue:
    """The list for a spreadsheet. That it left the house is written down."""
    here, account = runtime(), signed_in()
    with here.transaction(nudge=False) as db:
        listing = _own_list(db, opening_id)
        audit.note(
            db,
            at=here.clock.now(),
            official_id=account.id,
            commune_id=listing.opening.commune_id,
            action="list.download",
            subject=f"opening:{opening_id}",
            detail={"persons": listing.persons},
        )
    opening = listing.opening
    name = f"{opening.day.isoformat()}_{listing.place_code}_{local(opening.starts_at):%H%M}.csv"
    answer = Response(as_csv.render([listing]), mimetype="text/csv")
    answer.headers.set("Content-Disposition", "attachment", filename=name)
    return answer


def _own_list(db: sa.Connection, opening_id: int) -> OpeningList:
    """The list as it stands, or 404: see `own_opening`."""
    opening = own_opening(db, opening_id)
    (listing,) = lists_of(db, [opening], now=runtime().clock.now())
    return listing
