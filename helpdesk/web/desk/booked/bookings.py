"""One booking on the desk: who is in it, what each needs, and all that an official may change of it."""

import sqlalchemy as sa
from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from helpdesk.booking.attending.served import served_in
from helpdesk.booking.bookings import Booked, Booking
from helpdesk.booking.changes import MAX_PARTY
from helpdesk.booking.openings import find_opening, with_room
from helpdesk.booking.persons import own_phones
from helpdesk.booking.persons.needs import needs_of, relation_of
from helpdesk.booking.persons.telling_needs import note_needs, note_relation
from helpdesk.booking.states import OpeningState
from helpdesk.clock import local_date
from helpdesk.conversation.telling import by_office
from helpdesk.store.engine import reading
from helpdesk.text.phone_numbers import national
from helpdesk.web.current import runtime
from helpdesk.web.desk.access.gate import needs
from helpdesk.web.desk.access.permissions import Permission
from helpdesk.web.desk.booked.as_shown import CHANGED_SINCE, FIELD, mark_of_booking, mark_of_person
from helpdesk.web.desk.booked.booked_here import (
    give_phone,
    needs_named,
    note,
    own_booking,
    relations_named,
    service_name,
    to_booking,
)
from helpdesk.web.desk.booked.booking_forms import phone_typed, same, typed, whole
from helpdesk.web.desk.booked.no_room import why_none, why_not_moved
from helpdesk.web.desk.booked.told_beside import arrival_told
from helpdesk.web.language import say
from helpdesk.web.row_ids import row_id

bookings = Blueprint("bookings", __name__)

MOVES_SHOWN = 12
"""Openings that a booking, or a part of it, can be moved to from its page."""


@bookings.get("/bookings/<int:booking_id>")
@needs(Permission.BOOKINGS)
def shown(booking_id: int) -> ResponseReturnValue:
    """Who is in a booking, with all that an official may change of it."""
    with reading(runtime().engine) as db:
        return _page(db, own_booking(db, booking_id))


def _page(db: sa.Connection, booking: Booking) -> str:
    now = runtime().clock.now()
    others = with_room(
        db,
        place_id=booking.opening.place_id,
        persons=1,
        after=now,
        at_most=MOVES_SHOWN,
        but_not=booking.opening.id,
    )
    phones = own_phones.phones_of(db, [booking.id])
    return render_template(
        "desk/booking.html",
        booking=booking,
        opening=booking.opening,
        phone=national(booking.address) if booking.address else None,
        phones={person: national(address) for person, address in phones.items()},
        as_shown={her.id: mark_of_person(her, phones.get(her.id)) for her in booking.people},
        whole_as_shown=mark_of_booking(booking),
        arrival=arrival_told(booking.opening, booking.numbers),
        service=service_name(booking.service),
        others=others,
        needs=needs_named(),
        relations=relations_named,
        to_come=_to_come(booking),
        on_its_day=booking.opening.day == local_date(now),
    )


def _changed_since(db: sa.Connection, booking: Booking) -> ResponseReturnValue:
    """The page as it is now, for whoever sent a form of an older one; nothing was written."""
    flash(
        say(
            "Chưa ghi: có người vừa sửa lượt đặt này. Xem lại rồi hãy làm.",
            "Not done: somebody has just changed this booking. Look at it again.",
        )
    )
    return _page(db, booking), CHANGED_SINCE


@bookings.post("/bookings/<int:booking_id>/persons/<int:person_id>")
@needs(Permission.BOOKINGS)
def change_person(booking_id: int, person_id: int) -> ResponseReturnValue:
    """What a person needs, what she is to whoever booked, and her own phone."""
    here, now = runtime(), runtime().clock.now()
    phone = phone_typed(request.form.get("phone", ""))
    with here.transaction() as db:
        booking = own_booking(db, booking_id)
        person = next((her for her in booking.people if her.id == person_id), None)
        if person is None:
            flash(_gone())
            return to_booking(booking_id)
        hers = own_phones.phones_of(db, [booking_id]).get(person_id)
        if _stands_so(person, hers):  # the button was pressed twice
            flash(say("Đã ghi.", "Noted."))
            return to_booking(booking_id)
        if request.form.get(FIELD) != mark_of_person(person, hers):
            return _changed_since(db, booking)
        note_needs(db, booking_id, person_id, needs_of(request.form.getlist("needs")), now=now)
        note_relation(db, booking_id, person_id, relation_of(request.form.get("relation")), now=now)
        gone = request.form.get("phone", "?").strip() == "" and own_phones.take_away(
            db, booking_id, person_id, now=now
        )
        if phone and hers != phone:
            give_phone(db, booking, person_id, phone, now=now)
        note(db, booking, "booking.needs", now=now, person=person_id)
    if request.form.get("phone", "").strip() and phone is None:
        flash(say("Đã ghi, trừ số máy: số chưa đúng.", "Noted, but for the phone: that is no number."))
    elif gone:
        flash(say("Đã ghi, đã bỏ số máy riêng.", "Noted, and her own phone taken away."))
    else:
        flash(say("Đã ghi.", "Noted."))
    return to_booking(booking_id)


def _stands_so(person: Booked, phone: str | None) -> bool:
    """Whether all that the form says of a person, `phone` her own, is kept already."""
    asked, form = request.form.get("phone", "?").strip(), request.form
    return (
        set(person.needs) == set(needs_of(form.getlist("needs")))
        and person.relation == relation_of(form.get("relation"))
        and (phone_typed(asked) == phone if phone else asked == "")
    )


@bookings.post("/bookings/<int:booking_id>/persons/<int:person_id>/cancel")
@needs(Permission.BOOKINGS)
def cancel_person(booking_id: int, person_id: int) -> ResponseReturnValue:
    """Take one person out of a booking; the place is free at once, and whoever booked by phone is told."""
    here, now = runtime(), runtime().clock.now()
    with here.transaction() as db:
        booking = own_booking(db, booking_id)
        if person_id not in {her.id for her in booking.people}:  # the button was pressed twice
            flash(_gone())
            return to_booking(booking_id)
        if request.form.get(FIELD) != mark_of_booking(booking):
            return _changed_since(db, booking)
        left = by_office.cancel_person(db, here.house, booking, person_id)
        if left < booking.party:
            note(db, booking, "booking.cancel", now=now, person=person_id)
    if left == booking.party:
        flash(
            say(
                "Không trả chỗ: người này đã được ghi là đến. Ghi nhầm thì sửa lại trong điểm danh trước.",
                "Not given back: this person was marked as having come. If that is a slip, take it back first.",
            )
        )
        return to_booking(booking_id)
    here.nudge("offers")
    flash(say("Đã trả chỗ của người này.", "This person's place is free again.") + _told(booking))
    if left:
        return to_booking(booking_id)
    return redirect(url_for("desk.openings.shown_list", opening_id=booking.opening.id), code=303)


@bookings.post("/bookings/<int:booking_id>/add")
@needs(Permission.BOOKINGS)
def add_person(booking_id: int) -> ResponseReturnValue:
    """One more person in the same opening."""
    here, now = runtime(), runtime().clock.now()
    (row, *_) = typed(request.form)
    with here.transaction() as db:
        booking = own_booking(db, booking_id)
        joined = None
        there = row.name and same(row.name, row.year) in {
            same(her.name, her.birth_year) for her in booking.people
        }
        if there:
            row.problems.append(
                say("Người này đã có trong lượt đặt.", "This person is in the booking already.")
            )
        elif _to_come(booking) and request.form.get(FIELD) != mark_of_booking(booking):
            return _changed_since(db, booking)
        elif whole([row]):
            people = [(row.name, row.year)]
            told = {0: row.relation} if row.relation else {}
            joined = by_office.add_people(
                db, here.house, booking, people, needs={0: row.needs}, relations=told
            )
            if joined is None:
                row.problems.append(_not_added(booking))
        if joined:
            note(db, booking, "booking.add", now=now, person=joined.people[-1].id)
    if joined:
        flash(say("Đã thêm người.", "Added."))
    else:
        flash(row.problems[0])
    return to_booking(booking_id)


@bookings.post("/bookings/<int:booking_id>/move")
@needs(Permission.BOOKINGS)
def move(booking_id: int) -> ResponseReturnValue:
    """Move the ticked persons, or all, to another opening; whoever booked by phone is told."""
    here, now = runtime(), runtime().clock.now()
    chosen = {id_ for one in request.form.getlist("person") if (id_ := row_id(one)) is not None}
    wanted = row_id(request.form.get("opening", ""))
    with here.transaction() as db:
        booking = own_booking(db, booking_id)
        to = find_opening(db, wanted) if wanted is not None else None
        if to is not None and to.commune_id != booking.opening.commune_id:
            to = None
        if to is None or not chosen or to.id == booking.opening.id:
            flash(why_not_moved(booking, chosen, to, now=now))
            return to_booking(booking_id)
        there = chosen & {her.id for her in booking.people}
        if there and _to_come(booking) and request.form.get(FIELD) != mark_of_booking(booking):
            return _changed_since(db, booking)
        served = chosen & served_in(db, booking_id)
        moved = by_office.move_people(db, here.house, booking, chosen, to) if chosen - served else None
        if moved is not None:
            note(db, moved, "booking.move", now=now)
    if served:
        flash(say("Người đã làm xong thì không chuyển.", "Whoever was served is not moved."))
    if served == chosen:
        return to_booking(booking_id)
    if moved is None:
        flash(why_not_moved(booking, chosen, to, now=now))
        return to_booking(booking_id)
    flash(say(f"Đã chuyển, mã {moved.code}.", f"Moved, code {moved.code}.") + _told(moved))
    return to_booking(moved.id)


def _told(booking: Booking) -> str:
    """That whoever booked by phone hears of it without this official."""
    if booking.address is None:
        return ""
    return say(
        " Người đặt được báo bằng tin nhắn hoặc cuộc gọi ở Việc cần làm.",
        " Whoever booked is told by a text, or is on the list of calls to make.",
    )


def _not_added(booking: Booking) -> str:
    if booking.party >= MAX_PARTY:
        return say(
            f"Một lượt đặt nhiều nhất {MAX_PARTY} người: đặt lượt khác.",
            f"A booking has {MAX_PARTY} persons at most: make another one.",
        )
    return why_none(booking.opening, 1, now=runtime().clock.now())


def _to_come(booking: Booking) -> bool:
    """Whether it can be changed still."""
    opening = booking.opening
    return opening.starts_at > runtime().clock.now() and opening.state is OpeningState.OPEN


def _gone() -> str:
    return say("Người này không còn trong lượt đặt.", "This person is not booked any more.")
