"""Who waits for an opening and what is offered to whom: taken off the list, answered for, more places added."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from helpdesk.booking.bookings import Booking, live_by_id
from helpdesk.booking.capacity import raise_capacity
from helpdesk.booking.openings import Opening
from helpdesk.booking.persons.double_bookings import Again
from helpdesk.booking.persons.held_places import held_from
from helpdesk.booking.waiting_list import answering
from helpdesk.booking.waiting_list.answering import Answered
from helpdesk.booking.waiting_list.leaving import leave
from helpdesk.booking.waiting_list.offers import Offer, held_in, offer_by_id
from helpdesk.booking.waiting_list.waiting import Wait, queue_for, wait_by_id
from helpdesk.booking.waiting_list.waiting_states import OfferState
from helpdesk.conversation.actions.making.booked_again import found_again
from helpdesk.people import audit
from helpdesk.people.contacts import hold
from helpdesk.spreadsheets.cells import number
from helpdesk.spreadsheets.faults import CellFault
from helpdesk.text.phone_numbers import national
from helpdesk.tickets import calls
from helpdesk.web.current import runtime
from helpdesk.web.desk.access.accounts import Account
from helpdesk.web.desk.access.gate import needs, signed_in
from helpdesk.web.desk.access.own_openings import own_opening, sees
from helpdesk.web.desk.access.permissions import Permission
from helpdesk.web.language import say
from helpdesk.web.row_ids import row_id

waiting = Blueprint("waiting", __name__)


@dataclass(frozen=True, slots=True)
class InQueue:
    """Somebody who waits for an opening, and what of it is held for her."""

    wait: Wait
    offer: Offer | None


def queue_of(db: sa.Connection, opening: Opening) -> list[InQueue]:
    """Who waits for an opening, the first in the queue first."""
    held = {offer.wait_id: offer for offer in held_in(db, opening.id)}
    return [InQueue(wait, held.get(wait.id)) for wait in queue_for(db, opening, now=runtime().clock.now())]


@waiting.post("/openings/<int:opening_id>/capacity")
@needs(Permission.PLANNING)
def add_places(opening_id: int) -> ResponseReturnValue:
    """More places in an opening; who waits for them is asked at once."""
    here, account = runtime(), signed_in()
    try:
        wanted = number(request.form.get("capacity", ""))
    except CellFault:
        wanted = 0
    with here.transaction(nudge=False) as db:
        opening = own_opening(db, opening_id)
        now = here.clock.now()
        raised = raise_capacity(db, opening.id, wanted, now=now)
        if raised:
            detail = {"from": opening.capacity, "to": wanted}
            _note(db, account, opening.commune_id, "opening.capacity", f"opening:{opening.id}", detail)
    if raised:
        here.nudge("offers")
        flash(say(f"Buổi này nay có {wanted} chỗ.", f"There are {wanted} places now."))
    else:
        flash(
            say(
                "Chưa đổi: số chỗ mới phải nhiều hơn hiện nay, nhiều nhất 500, và buổi chưa bắt đầu.",
                "Not changed: it takes more places than now, at most 500, and an opening to come.",
            )
        )
    return _to_list(opening_id)


@waiting.post("/waiting/<int:wait_id>/leave")
@needs(Permission.PLANNING)
def take_off(wait_id: int) -> ResponseReturnValue:
    """Take somebody off the list; what is held for her goes to the next."""
    here, account = runtime(), signed_in()
    with here.transaction(nudge=False) as db:
        wait = wait_by_id(db, wait_id)
        if wait is None or account.commune_id not in (None, wait.commune_id):
            abort(404)
        hold(db, wait.contact_id)
        left = leave(db, wait.id, now=here.clock.now())
        if left:
            _note(db, account, wait.commune_id, "wait.leave", f"wait:{wait.id}", {})
    if left:
        here.nudge("offers")
    flash(_taken_off(wait) if left else _gone())
    back = row_id(request.form.get("opening", ""))
    return redirect(url_for("desk.openings.coming"), code=303) if back is None else _to_list(back)


@waiting.post("/offers/<int:offer_id>/accept")
@needs(Permission.TICKETS)
def accept(offer_id: int) -> ResponseReturnValue:
    """She said yes on the telephone: booked, and the code is read out to her.

    Where one of those named has a place already, she is asked about that first, as she is when she texts.
    """
    here, account = runtime(), signed_in()
    with here.transaction() as db:
        offer = _own_offer(db, offer_id)
        contact = hold(db, offer.contact_id)
        agreed = contact.consented_at is not None
        booking: Booking | None = None
        again = _again(db, offer) if agreed and "anyway" not in request.form else ()
        if again:
            seen = _seen_here(db, again)
            return render_template(
                "desk/offer_again.html",
                offer=offer,
                name=offer.people[(seen or again)[0].place][0],
                held=seen[0].held if seen else None,
                from_page=request.form.get("from", ""),
            )
        if agreed:
            _note_called(db, offer, account)
            _, booking = answering.accept(
                db,
                offer.id,
                contact_id=offer.contact_id,
                now=here.clock.now(),
                timetable=here.settings.timetable,
            )
        if booking is not None:
            _note(db, account, offer.opening.commune_id, "offer.accept", f"offer:{offer.id}", {})
    if not agreed:
        flash(
            say(
                "Người này chưa đồng ý cho xã lưu tên: chỉ nhận qua tin nhắn được.",
                "She has not agreed that names are kept: only she can accept, by text.",
            )
        )
    elif booking is None:
        flash(_gone())
    else:
        flash(
            say(
                f"Đã đặt chỗ. Xin đọc mã cho bà con: {booking.code}.",
                f"Booked. Please read the code to her: {booking.code}.",
            )
        )
    return _back(offer)


def _again(db: sa.Connection, offer: Offer) -> Sequence[Again]:
    """Who of those named has a place already, booked from the same phone, while places are held for her."""
    if offer.state is not OfferState.HELD:
        return ()
    held = held_from(db, offer.contact_id, now=runtime().clock.now())
    return found_again(held, offer.opening, offer.people, {}, phone=offer.contact_id)


def _seen_here(db: sa.Connection, again: Sequence[Again]) -> Sequence[Again]:
    """Those of places that this official sees: what she has booked in another commune stays there, but that she has."""
    theirs = live_by_id(db, [one.held.booking_id for one in again])
    seen = {booking.id for booking in theirs.values() if sees(booking.opening)}
    return [one for one in again if one.held.booking_id in seen]


@waiting.post("/offers/<int:offer_id>/decline")
@needs(Permission.TICKETS)
def decline(offer_id: int) -> ResponseReturnValue:
    """She said no on the telephone: the places go to the next."""
    here, account = runtime(), signed_in()
    with here.transaction(nudge=False) as db:
        hold(db, _own_offer(db, offer_id).contact_id)
        offer = _own_offer(db, offer_id)  # as it is now that nobody else answers it
        taken = None if offer.booking_id is None else live_by_id(db, [offer.booking_id]).get(offer.booking_id)
        _note_called(db, offer, account)
        answered = answering.decline(db, offer.id, contact_id=offer.contact_id, now=here.clock.now())
        declined = offer.state is OfferState.HELD
        if declined:
            _note(db, account, offer.opening.commune_id, "offer.decline", f"offer:{offer.id}", {})
    here.nudge("offers")
    if taken is not None:  # somebody else has pressed yes for her meanwhile, or she has texted it
        flash(_is_booked(taken))
    elif not declined:
        flash(_gone())
    elif answered is Answered.STILL_WAITING:
        flash(
            say("Đã nhường người sau; vẫn chờ buổi khác.", "It goes to the next; she waits for another date.")
        )
    else:
        flash(say("Đã nhường người sau.", "It goes to the next."))
    return _back(offer)


def _own_offer(db: sa.Connection, offer_id: int) -> Offer:
    offer = offer_by_id(db, offer_id)
    if offer is None or not sees(offer.opening):
        abort(404)
    return offer


def _note_called(db: sa.Connection, offer: Offer, account: Account) -> None:
    """Whoever knows her answer has rung her."""
    now = runtime().clock.now()
    for call in _calls_about(db, offer):
        calls.told(db, call, official_id=account.id, commune_id=account.commune_id, now=now)


def _calls_about(db: sa.Connection, offer: Offer) -> Sequence[int]:
    now = runtime().clock.now()
    return [call.id for call in calls.open_calls(db, now=now) if call.offer_id == offer.id]


def _note(
    db: sa.Connection,
    account: Account,
    commune_id: int,
    action: str,
    subject: str,
    detail: Mapping[str, object],
) -> None:
    audit.note(
        db,
        at=runtime().clock.now(),
        official_id=account.id,
        commune_id=commune_id,
        action=action,
        subject=subject,
        detail=detail,
    )


def _taken_off(wait: Wait) -> str:
    """She was told that she will hear when there is room, and no text takes that back."""
    phone = national(wait.address)
    return say(
        f"Đã bỏ tên khỏi danh sách chờ. Không có tin nhắn gửi đi: xin gọi {phone} báo giúp.",
        f"Taken off the waiting list. No text goes out: please ring {phone}.",
    )


def _is_booked(booking: Booking) -> str:
    return say(
        f"Không nhường: chỗ này đã nhận rồi, mã {booking.code}. Nếu bà con thôi, trả chỗ ở lượt đặt đó.",
        f"Not given on: the place is taken already, code {booking.code}. To give it back, cancel that booking.",
    )


def _gone() -> str:
    return say("Việc này không còn trong danh sách.", "This is no longer on the list.")


def _to_list(opening_id: int) -> Response:
    return redirect(url_for("desk.openings.shown_list", opening_id=opening_id), code=303)


def _back(offer: Offer) -> Response:
    """Where the button was pressed: the calls to make, or the opening's page."""
    if request.form.get("from") == "calls":
        return redirect(url_for("desk.tickets.waiting"), code=303)
    return _to_list(offer.opening.id)
