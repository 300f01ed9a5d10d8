"""One booking on the desk: who is in it and what each needs; and booking for somebody who has no phone."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import sqlalchemy as sa
from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from helpdesk.booking import changes, tables
from helpdesk.booking.bookings import Booking, live_by_id
from helpdesk.booking.openings import Opening, find_opening, hold_openings, with_room
from helpdesk.booking.persons import own_phones
from helpdesk.booking.persons.needs import LABELS as NEED_LABELS
from helpdesk.booking.persons.needs import RELATIONS, Need, Relation, needs_of, relation_of
from helpdesk.booking.persons.telling_needs import note_needs, note_relation
from helpdesk.booking.services import LABELS as SERVICE_LABELS
from helpdesk.booking.services import Service
from helpdesk.booking.states import OpeningState
from helpdesk.conversation import by_office
from helpdesk.people import audit
from helpdesk.reports.opening_list import arrival_of
from helpdesk.store.engine import reading
from helpdesk.text.phone_numbers import national
from helpdesk.web.current import runtime
from helpdesk.web.desk.accounts import Account
from helpdesk.web.desk.booking_forms import BLANK_ROWS, PersonRow, phone_typed, typed, whole
from helpdesk.web.desk.gate import needs, signed_in
from helpdesk.web.desk.permissions import Permission
from helpdesk.web.language import language, say
from helpdesk.web.row_ids import row_id

bookings = Blueprint("bookings", __name__)

TWICE = timedelta(minutes=2)
"""Within which the same form is the same booking: a slow line, and the button pressed once more."""

MOVES_SHOWN = 12
"""Openings that a booking, or a part of it, can be moved to from its page."""


@bookings.get("/openings/<int:opening_id>/book")
@needs(Permission.BOOKINGS)
def walk_in(opening_id: int) -> ResponseReturnValue:
    """A form to book for who stands here, or asked somebody to, and has no phone."""
    with reading(runtime().engine) as db:
        opening = _own_opening(db, opening_id)
    return _form(opening, [PersonRow() for _ in range(BLANK_ROWS)])


@bookings.post("/openings/<int:opening_id>/book")
@needs(Permission.BOOKINGS)
def book(opening_id: int) -> ResponseReturnValue:
    """Book; the form comes back as it was typed with what is wrong."""
    here, account = runtime(), signed_in()
    rows = typed(request.form)
    with here.transaction() as db:
        opening = _own_opening(db, opening_id)
        if not whole(rows):
            return _form(opening, rows), 422
        people = [row for row in rows if row.name]
        now = here.clock.now()
        hold_openings(db, opening.id)
        again = _just_made(db, opening, people, now=now)
        if again is not None:  # the button was pressed twice
            return _to(again.id)
        made = changes.book(
            db,
            opening,
            [(row.name, row.year) for row in people],
            official_id=account.id,
            service=_service(request.form.get("service", "")),
            needs={place: row.needs for place, row in enumerate(people)},
            now=now,
            timetable=here.settings.timetable,
        )
        if made is None:
            rows[0].problems.append(
                say(
                    f"Không còn đủ chỗ: buổi này còn {opening.free} chỗ.",
                    f"Not enough places: {opening.free} are left.",
                )
            )
            return _form(opening, rows), 422
        for row, person in zip(people, made.people, strict=True):
            if row.relation:
                note_relation(db, made.id, person.id, row.relation, now=now)
            if row.phone:
                _give_phone(db, made, person.id, row.phone, now=now)
        _note(db, made, "booking.make", now=now)
    flash(say(f"Đã đặt chỗ, mã {made.code}.", f"Booked, code {made.code}."))
    return _to(made.id)


def _just_made(
    db: sa.Connection, opening: Opening, people: Sequence[PersonRow], *, now: datetime
) -> Booking | None:
    """What this official has booked there for the very same people a moment ago."""
    b, wanted = tables.bookings.c, [(row.name, row.year) for row in people]
    mine = (b.opening_id == opening.id) & (b.official_id == signed_in().id) & (b.made_at > now - TWICE)
    made = live_by_id(db, db.execute(sa.select(b.id).where(mine)).scalars().all()).values()
    same = (one for one in made if [(her.name, her.birth_year) for her in one.people] == wanted)
    return next(same, None)


def _form(opening: Opening, rows: Sequence[PersonRow]) -> str:
    chosen = request.form.get("service") or Service.LEVEL2.value
    return render_template(
        "desk/walk_in.html",
        opening=opening,
        rows=rows,
        services=[(one.value, _service_name(one)) for one in opening.services],
        chosen_service=chosen,
        needs=_needs(),
        relations=_relations(),
    )


@bookings.get("/bookings/<int:booking_id>")
@needs(Permission.BOOKINGS)
def shown(booking_id: int) -> ResponseReturnValue:
    """Who is in a booking, with all that an official may change of it."""
    here = runtime()
    with reading(here.engine) as db:
        booking = _own(db, booking_id)
        others = with_room(
            db,
            place_id=booking.opening.place_id,
            persons=1,
            after=here.clock.now(),
            at_most=MOVES_SHOWN,
            but_not=booking.opening.id,
        )
        phones = own_phones.phones_of(db, [booking_id])
    return render_template(
        "desk/booking.html",
        booking=booking,
        opening=booking.opening,
        phone=national(booking.address) if booking.address else None,
        phones={person: national(address) for person, address in phones.items()},
        arrival=arrival_of(booking.opening, booking.numbers),
        service=_service_name(booking.service),
        others=others,
        needs=_needs(),
        relations=_relations(),
        to_come=_to_come(booking),
    )


@bookings.post("/bookings/<int:booking_id>/persons/<int:person_id>")
@needs(Permission.BOOKINGS)
def change_person(booking_id: int, person_id: int) -> ResponseReturnValue:
    """What a person needs, what she is to whoever booked, and her own phone."""
    here, now = runtime(), runtime().clock.now()
    phone = phone_typed(request.form.get("phone", ""))
    with here.transaction() as db:
        booking = _own(db, booking_id)
        noted = note_needs(db, booking_id, person_id, needs_of(request.form.getlist("needs")), now=now)
        note_relation(db, booking_id, person_id, relation_of(request.form.get("relation")), now=now)
        if not noted:
            flash(_gone())
            return _to(booking_id)
        if phone and own_phones.phones_of(db, [booking_id]).get(person_id) != phone:
            _give_phone(db, booking, person_id, phone, now=now)
        _note(db, booking, "booking.needs", now=now, person=person_id)
    if request.form.get("phone", "").strip() and phone is None:
        flash(say("Đã ghi, trừ số máy: số chưa đúng.", "Noted, but for the phone: that is no number."))
    else:
        flash(say("Đã ghi.", "Noted."))
    return _to(booking_id)


def _give_phone(db: sa.Connection, booking: Booking, person_id: int, phone: str, *, now: datetime) -> None:
    given = own_phones.give(
        db,
        booking,
        person_id,
        phone,
        official_id=signed_in().id,
        now=now,
        timetable=runtime().settings.timetable,
    )
    if given is own_phones.Giving.TOO_MANY:
        flash(
            say(
                f"Số {national(phone)} đã được báo nhiều chỗ trong tuần: gọi báo giúp.",
                f"{national(phone)} was told of many bookings this week: please ring.",
            )
        )


@bookings.post("/bookings/<int:booking_id>/persons/<int:person_id>/cancel")
@needs(Permission.BOOKINGS)
def cancel_person(booking_id: int, person_id: int) -> ResponseReturnValue:
    """Take one person out of a booking; the place is free at once, and whoever booked by phone is told."""
    here, now = runtime(), runtime().clock.now()
    with here.transaction() as db:
        booking = _own(db, booking_id)
        if person_id not in {her.id for her in booking.people}:  # the button was pressed twice
            flash(say("Người này không còn trong lượt đặt.", "This person is no longer in the booking."))
            return _to(booking_id)
        left = by_office.cancel_person(db, here.house, booking, person_id)
        _note(db, booking, "booking.cancel", now=now, person=person_id)
    here.nudge("offers")
    flash(say("Đã trả chỗ của người này.", "This person's place is free again.") + _told(booking))
    if left:
        return _to(booking_id)
    return redirect(url_for("desk.openings.shown_list", opening_id=booking.opening.id), code=303)


@bookings.post("/bookings/<int:booking_id>/add")
@needs(Permission.BOOKINGS)
def add_person(booking_id: int) -> ResponseReturnValue:
    """One more person in the same opening."""
    here, now = runtime(), runtime().clock.now()
    (row, *_) = typed(request.form)
    with here.transaction() as db:
        booking = _own(db, booking_id)
        joined = None
        there = row.name and (row.name, row.year) in [(her.name, her.birth_year) for her in booking.people]
        if there:
            row.problems.append(
                say("Người này đã có trong lượt đặt.", "This person is in the booking already.")
            )
        elif whole([row]):
            people = [(row.name, row.year)]
            joined = by_office.add_people(db, here.house, booking, people, needs={0: row.needs})
        if joined:
            _note(db, booking, "booking.add", now=now, person=joined.people[-1].id)
    if joined:
        flash(say("Đã thêm người.", "Added."))
    else:
        problem = row.problems[0] if row.problems else say("Không còn chỗ.", "No place is left.")
        flash(problem)
    return _to(booking_id)


@bookings.post("/bookings/<int:booking_id>/move")
@needs(Permission.BOOKINGS)
def move(booking_id: int) -> ResponseReturnValue:
    """Move the ticked persons, or all, to another opening; whoever booked by phone is told."""
    here, now = runtime(), runtime().clock.now()
    chosen = {id_ for one in request.form.getlist("person") if (id_ := row_id(one)) is not None}
    wanted = row_id(request.form.get("opening", ""))
    with here.transaction() as db:
        booking = _own(db, booking_id)
        to = find_opening(db, wanted) if wanted is not None else None
        if to is None or to.commune_id != booking.opening.commune_id or not chosen:
            flash(say("Chọn người và buổi.", "Choose persons and a date."))
            return _to(booking_id)
        moved = by_office.move_people(db, here.house, booking, chosen, to)
        if moved is not None:
            _note(db, moved, "booking.move", now=now)
    if moved is None:
        flash(
            say("Buổi đó không còn đủ chỗ. Chỗ cũ vẫn giữ.", "Not enough places there. Nothing was changed.")
        )
        return _to(booking_id)
    flash(say(f"Đã chuyển, mã {moved.code}.", f"Moved, code {moved.code}.") + _told(moved))
    return _to(moved.id)


def _told(booking: Booking) -> str:
    """That whoever booked by phone hears of it without this official."""
    if booking.address is None:
        return ""
    return say(
        " Người đặt được báo bằng tin nhắn hoặc cuộc gọi ở Việc cần làm.",
        " Whoever booked is told by a text, or is on the list of calls to make.",
    )


def _own(db: sa.Connection, booking_id: int) -> Booking:
    """The booking, or 404: whether another commune's exists is no business of this official."""
    booking = live_by_id(db, [booking_id]).get(booking_id)
    if booking is None or not _is_own(signed_in(), booking.opening):
        abort(404)
    return booking


def _own_opening(db: sa.Connection, opening_id: int) -> Opening:
    opening = find_opening(db, opening_id)
    if opening is None or not _is_own(signed_in(), opening):
        abort(404)
    return opening


def _is_own(account: Account, opening: Opening) -> bool:
    return account.commune_id in (None, opening.commune_id)


def _to_come(booking: Booking) -> bool:
    """Whether it can be changed still."""
    opening = booking.opening
    return opening.starts_at > runtime().clock.now() and opening.state is OpeningState.OPEN


def _service(word: str) -> Service | None:
    return Service(word) if word in set(Service) else None


def _service_name(service: Service) -> str:
    label = SERVICE_LABELS[service]
    return label.english if language() == "en" else label.vietnamese


def _needs() -> list[tuple[Need, str]]:
    english = language() == "en"
    return [(need, label.english if english else label.vietnamese) for need, label in NEED_LABELS.items()]


def _relations() -> list[tuple[Relation, str]]:
    return [(relation, names[language() == "en"]) for relation, names in RELATIONS.items()]


def _note(
    db: sa.Connection, booking: Booking, action: str, *, now: datetime, person: int | None = None
) -> None:
    audit.note(
        db,
        at=now,
        official_id=signed_in().id,
        commune_id=booking.opening.commune_id,
        action=action,
        subject=f"booking:{booking.id}",
        detail={"person": person} if person else {},
    )


def _gone() -> str:
    return say("Người này không còn trong lượt đặt.", "This person is not booked any more.")


def _to(booking_id: int) -> Response:
    return redirect(url_for("desk.bookings.shown", booking_id=booking_id), code=303)
