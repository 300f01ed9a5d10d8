"""Who seems to be booked twice: pairs to look at, and what an official found out about each."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from helpdesk.booking.persons.double_bookings import decide, pairs
from helpdesk.booking.persons.own_phones import phones_beside
from helpdesk.booking.persons.person_tables import Verdict
from helpdesk.people import audit
from helpdesk.store.engine import reading
from helpdesk.text.phone_numbers import national
from helpdesk.web.current import runtime
from helpdesk.web.desk.access.gate import needs, signed_in
from helpdesk.web.desk.access.own_communes import own_commune, own_communes
from helpdesk.web.desk.access.permissions import Permission
from helpdesk.web.language import say

same_persons = Blueprint("same_persons", __name__, url_prefix="/same-persons")


@same_persons.get("")
@needs(Permission.BOOKINGS)
def looked_through() -> ResponseReturnValue:
    """The pairs of one's own commune, or of each."""
    here = runtime()
    with reading(here.engine) as db:
        found = [(one, pairs(db, commune_id=one.id, now=here.clock.now())) for one in own_communes(db)]
        phones = phones_beside(db, [at for _, own in found for pair in own for _, at in pair.both])
    return render_template(
        "desk/same_persons.html",
        found=found,
        phones=phones,
        national=national,
    )


@same_persons.post("/<int:commune_id>/<int:first_id>/<int:second_id>")
@needs(Permission.BOOKINGS)
def decided(commune_id: int, first_id: int, second_id: int) -> ResponseReturnValue:
    """Write down whether two are one; only of a pair that is on the page."""
    here, account = runtime(), signed_in()
    now = here.clock.now()
    # Looked through before anything is written: a whole commune takes too long to have turns wait for it.
    with reading(here.engine) as db:
        own_commune(db, commune_id)
        shown = {pair.ids for pair in pairs(db, commune_id=commune_id, now=now)}
    word = request.form.get("verdict", "")
    if word not in set(Verdict):
        abort(400)
    verdict = Verdict(word)
    if (first_id, second_id) not in shown:
        flash(say("Hai người này không còn trong danh sách.", "These two are not on the list any more."))
        return redirect(url_for("desk.same_persons.looked_through"), code=303)
    with here.transaction(nudge=False) as db:
        decide(
            db,
            (first_id, second_id),
            verdict,
            commune_id=commune_id,
            official_id=account.id,
            now=now,
        )
        audit.note(
            db,
            at=now,
            official_id=account.id,
            commune_id=commune_id,
            action=f"person.{verdict}",
            subject=f"person:{first_id}",
            detail={"other": second_id},
        )
    flash(
        say("Đã ghi: cùng một người.", "Noted: one person.")
        if verdict is Verdict.SAME
        else say("Đã ghi: hai người khác nhau.", "Noted: two people.")
    )
    return redirect(url_for("desk.same_persons.looked_through"), code=303)
