"""What residents left for an official: questions, calls to return, requests to be forgotten."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from helpdesk.booking.bookings import live_bookings_of_each, live_by_id
from helpdesk.booking.reminding.reaching import change_reach
from helpdesk.clock import local_date
from helpdesk.conversation.calls.what_to_say import what_to_say
from helpdesk.people import audit
from helpdesk.people.contacts import hold
from helpdesk.people.tables import Reach
from helpdesk.retention.erasure import erase
from helpdesk.store.engine import reading
from helpdesk.tickets import calls as calls_room
from helpdesk.tickets import tickets as tickets_room
from helpdesk.tickets.tables import TicketKind
from helpdesk.web.current import runtime
from helpdesk.web.desk.access.gate import needs, signed_in
from helpdesk.web.desk.access.own_openings import sees
from helpdesk.web.desk.access.permissions import Permission
from helpdesk.web.language import say

tickets = Blueprint("tickets", __name__, url_prefix="/tickets")


@tickets.get("")
@needs(Permission.TICKETS)
def waiting() -> ResponseReturnValue:
    """Whom to ring about a booking, the most pressing first; and the open tickets, the longest waiting first."""
    here, account = runtime(), signed_in()
    with reading(here.engine) as db:
        now = here.clock.now()
        found = tickets_room.open_tickets(db, commune_id=account.commune_id)
        to_ring = calls_room.open_calls(db, commune_id=account.commune_id, now=now)
        calls = what_to_say(db, here.house, to_ring)
        hers = live_bookings_of_each(db, {ticket.contact_id for ticket in found}, now=now)
        of_calls = live_by_id(db, {call.booking_id for call in to_ring if call.booking_id is not None})
    return render_template(
        "desk/tickets.html",
        tickets=found,
        calls=calls,
        now=now,
        today=local_date(now),
        booked=lambda ticket: [one for one in hers.get(ticket.contact_id, ()) if sees(one.opening)],
        booking_of=lambda call: of_calls.get(call.booking_id),
    )


@tickets.post("/<int:ticket_id>/close")
@needs(Permission.TICKETS)
def close(ticket_id: int) -> ResponseReturnValue:
    """Mark a ticket as done. A second click finds it done and says so."""
    here, account = runtime(), signed_in()
    with here.transaction(nudge=False) as db:
        now = here.clock.now()
        closed = tickets_room.close(
            db, ticket_id, official_id=account.id, commune_id=account.commune_id, now=now
        )
        if closed:
            audit.note(
                db,
                at=now,
                official_id=account.id,
                commune_id=account.commune_id,
                action="ticket.close",
                subject=f"ticket:{ticket_id}",
                detail={},
            )
    if closed:
        flash(say("Đã đánh dấu xong.", "Marked as done."))
    else:
        flash(say("Việc này không còn trong danh sách.", "This is no longer on the list."))
    return redirect(url_for("desk.tickets.waiting"), code=303)


@tickets.post("/<int:ticket_id>/reach")
@needs(Permission.TICKETS)
def choose_reach(ticket_id: int) -> ResponseReturnValue:
    """Note how somebody wants to be told from now on, as she has said on the telephone: by call or by text."""
    here, account = runtime(), signed_in()
    wanted = request.form.get("reach")
    if wanted not in (Reach.CALL.value, Reach.TEXT.value):
        abort(400)
    with here.transaction(nudge=False) as db:
        now = here.clock.now()
        asked = [
            ticket
            for ticket in tickets_room.open_tickets(db, commune_id=account.commune_id)
            if ticket.id == ticket_id and ticket.kind is not TicketKind.ERASURE
        ]
        for ticket in asked:
            change_reach(db, hold(db, ticket.contact_id), Reach(wanted), now=now)
            audit.note(
                db,
                at=now,
                official_id=account.id,
                commune_id=account.commune_id,
                action="contact.reach",
                subject=f"contact:{ticket.contact_id}",
                detail={"reach": wanted},
            )
    if not asked:
        flash(say("Việc này không còn trong danh sách.", "This is no longer on the list."))
    elif wanted == Reach.CALL.value:
        flash(
            say(
                "Từ nay gọi điện cho số này, không nhắn tin.",
                "This number is called from now on, not texted.",
            )
        )
    else:
        flash(say("Từ nay nhắn tin cho số này.", "This number is texted from now on."))
    return redirect(url_for("desk.tickets.waiting"), code=303)


@tickets.post("/<int:ticket_id>/erase")
@needs(Permission.TICKETS)
def erase_now(ticket_id: int) -> ResponseReturnValue:
    """Carry out a request to erase; the ticket is closed with it."""
    here, account = runtime(), signed_in()
    with here.transaction(nudge=False) as db:
        asked = [
            ticket
            for ticket in tickets_room.open_tickets(db, commune_id=account.commune_id)
            if ticket.id == ticket_id and ticket.kind is TicketKind.ERASURE
        ]
        erased = [
            erase(db, ticket.contact_id, official_id=account.id, now=here.clock.now()) for ticket in asked
        ]
    if not asked:
        flash(say("Việc này không còn trong danh sách.", "This is no longer on the list."))
    elif not all(erased):
        flash(
            say(
                "Đang có tin nhắn gửi đi. Xin thử lại sau ít phút.",
                "A text is just leaving. Try again in a minute.",
            )
        )
    else:
        flash(say("Đã xóa dữ liệu của số này.", "The data of this number is erased."))
    return redirect(url_for("desk.tickets.waiting"), code=303)
