"""What residents left for an official: questions, calls to return, requests to be forgotten."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from helpdesk.people import audit
from helpdesk.retention.erasure import erase
from helpdesk.store.engine import reading
from helpdesk.tickets import tickets as tickets_room
from helpdesk.tickets.tables import TicketKind
from helpdesk.web.current import runtime
from helpdesk.web.desk.gate import needs, signed_in
from helpdesk.web.desk.permissions import Permission
from helpdesk.web.language import say

tickets = Blueprint("tickets", __name__, url_prefix="/tickets")


@tickets.get("")
@needs(Permission.TICKETS)
def waiting() -> ResponseReturnValue:
    """The open tickets, the longest waiting first."""
    here, account = runtime(), signed_in()
    with reading(here.engine) as db:
        found = tickets_room.open_tickets(db, commune_id=account.commune_id)
    return render_template("desk/tickets.html", tickets=found, now=here.clock.now())


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
