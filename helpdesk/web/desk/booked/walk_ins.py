"""Booking on the desk for somebody who has no phone."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import groupby
from typing import NamedTuple

import sqlalchemy as sa
from flask import Blueprint, flash, render_template, request
from flask.typing import ResponseReturnValue

from helpdesk.booking import changes, tables
from helpdesk.booking.openings import Opening, hold_openings
from helpdesk.booking.services import Service
from helpdesk.people.tables import persons
from helpdesk.store.engine import reading
from helpdesk.web.current import runtime
from helpdesk.web.desk.access.gate import needs, signed_in
from helpdesk.web.desk.access.guards import A_WORKING_DAY
from helpdesk.web.desk.access.own_openings import own_opening
from helpdesk.web.desk.access.permissions import Permission
from helpdesk.web.desk.booked.booked_here import (
    give_phone,
    needs_named,
    note,
    relations_named,
    service_name,
    to_booking,
)
from helpdesk.web.desk.booked.booking_forms import BLANK_ROWS, PersonRow, typed, whole
from helpdesk.web.desk.booked.no_room import why_none
from helpdesk.web.language import say

walk_ins = Blueprint("walk_ins", __name__)


class Made(NamedTuple):
    """A booking that was made before."""

    id: int
    code: str


TWICE = timedelta(minutes=2)
"""Within which the same people are the same booking: a slow line, and the button pressed once more.

A form knows when it was opened, too: sent again by the back button, however much later, it is what it booked before.
"""


@walk_ins.get("/openings/<int:opening_id>/book")
@needs(Permission.BOOKINGS)
def walk_in(opening_id: int) -> ResponseReturnValue:
    """A form to book for who stands here, or asked somebody to, and has no phone."""
    with reading(runtime().engine) as db:
        opening = own_opening(db, opening_id)
    return _form(opening, [PersonRow() for _ in range(BLANK_ROWS)])


@walk_ins.post("/openings/<int:opening_id>/book")
@needs(Permission.BOOKINGS)
def book(opening_id: int) -> ResponseReturnValue:
    """Book; the form comes back as it was typed with what is wrong."""
    here, account = runtime(), signed_in()
    rows = typed(request.form)
    with here.transaction() as db:
        opening = own_opening(db, opening_id)
        if not whole(rows):
            return _form(opening, rows), 422
        people = [row for row in rows if row.name]
        now = here.clock.now()
        hold_openings(db, opening.id)
        again = _just_made(db, opening, people, now=now)
        if again is not None:  # the button was pressed twice, or the form sent again
            flash(say(f"Đã đặt từ trước, mã {again.code}.", f"Booked before, code {again.code}."))
            return to_booking(again.id)
        made = changes.book(
            db,
            opening,
            [(row.name, row.year) for row in people],
            official_id=account.id,
            service=_service(request.form.get("service", "")),
            needs={place: row.needs for place, row in enumerate(people)},
            relations={place: row.relation for place, row in enumerate(people) if row.relation},
            now=now,
            timetable=here.settings.timetable,
        )
        if made is None:
            rows[0].problems.append(why_none(opening, len(people), now=now))
            return _form(opening, rows), 422
        for row, person in zip(people, made.people, strict=True):
            if row.phone:
                give_phone(db, made, person.id, row.phone, now=now)
        note(db, made, "booking.make", now=now)
    flash(say(f"Đã đặt chỗ, mã {made.code}.", f"Booked, code {made.code}."))
    return to_booking(made.id)


def _just_made(
    db: sa.Connection, opening: Opening, people: Sequence[PersonRow], *, now: datetime
) -> Made | None:
    """Id and code of what this official has booked for all these people: there and as it is, a moment ago; or since the
    form was opened, whatever was changed in it or however it was moved since."""
    b, n, p = tables.bookings.c, tables.booked_persons.c, persons.c
    opened = _opened(now)
    mine = (b.commune_id == opening.commune_id) & (b.official_id == signed_in().id)
    query = (
        sa.select(b.id, b.code, b.opening_id, b.made_at, p.name, p.birth_year, n.cancelled_at)
        .join_from(tables.bookings, tables.booked_persons, n.booking_id == b.id)
        .join(persons, p.id == n.person_id)
        .where(mine, b.made_at >= min(opened, now - TWICE + timedelta.resolution))
        .order_by(b.id)
    )
    wanted = Counter((row.name, row.year) for row in people)
    for (booking_id, code), rows in groupby(db.execute(query), key=lambda row: (row.id, row.code)):
        booked = list(rows)
        named = Counter((row.name, row.birth_year) for row in booked)
        as_it_was = booked[0].opening_id == opening.id and not any(row.cancelled_at for row in booked)
        if (wanted <= named) if booked[0].made_at >= opened else (as_it_was and wanted == named):
            return Made(booking_id, code)
    return None


def _opened(now: datetime) -> datetime:
    """When the form of the request was opened, within one login; `now` where it does not say."""
    try:
        said = datetime.fromisoformat(request.form.get("opened", ""))
    except ValueError:
        return now
    return max(said, now - A_WORKING_DAY) if said.tzinfo is not None else now


def _form(opening: Opening, rows: Sequence[PersonRow]) -> str:
    chosen = request.form.get("service") or Service.LEVEL2.value
    return render_template(
        "desk/walk_in.html",
        opening=opening,
        opened=runtime().clock.now().isoformat(),
        rows=rows,
        services=[(one.value, service_name(one)) for one in opening.services],
        chosen_service=chosen,
        needs=needs_named(),
        relations=relations_named,
    )


def _service(word: str) -> Service | None:
    return Service(word) if word in set(Service) else None
