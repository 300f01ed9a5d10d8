"""People to be rung about a booking, because they do not read what we would text."""

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from helpdesk.people import audit
from helpdesk.tickets import calls as calls_room
from helpdesk.tickets.calls import MOST_TRIES, Tried
from helpdesk.web.current import runtime
from helpdesk.web.desk.access.gate import needs, signed_in
from helpdesk.web.desk.access.permissions import Permission
from helpdesk.web.language import say

calls = Blueprint("calls", __name__, url_prefix="/calls")


@calls.post("/<int:call_id>/told")
@needs(Permission.TICKETS)
def told(call_id: int) -> ResponseReturnValue:
    """She was rung and knows."""
    here, account = runtime(), signed_in()
    with here.transaction(nudge=False) as db:
        now = here.clock.now()
        done = calls_room.told(db, call_id, official_id=account.id, commune_id=account.commune_id, now=now)
        if done:
            audit.note(
                db,
                at=now,
                official_id=account.id,
                commune_id=account.commune_id,
                action="call.told",
                subject=f"call:{call_id}",
                detail={},
            )
    flash(say("Đã ghi: đã gọi.", "Noted as called.") if done else _gone())
    return redirect(url_for("desk.tickets.waiting"), code=303)


@calls.post("/<int:call_id>/not-reached")
@needs(Permission.TICKETS)
def not_reached(call_id: int) -> ResponseReturnValue:
    """Nobody answered; to be tried again later."""
    here, account = runtime(), signed_in()
    with here.transaction(nudge=False) as db:
        tried = calls_room.not_reached(
            db,
            call_id,
            tries_before=_tries_seen(),
            official_id=account.id,
            commune_id=account.commune_id,
            now=here.clock.now(),
        )
    flash(_gone() if tried is None else _noted(tried))
    return redirect(url_for("desk.tickets.waiting"), code=303)


def _noted(tried: Tried) -> str:
    if not tried.counted:
        return say(
            f"Lần này không tính thêm: trước đó đã ghi {tried.tries} lần không gặp. Danh sách dưới đây là mới.",
            f"Not counted: {tried.tries} call(s) in vain were noted before. The list below is up to date.",
        )
    if tried.tries >= MOST_TRIES:
        return say(
            f"Đã gọi {tried.tries} lần không gặp. Xin nhờ người cùng bản báo giúp.",
            f"Not reached {tried.tries} times. Please ask somebody of the village to pass it on.",
        )
    return say("Đã ghi: chưa gặp, gọi lại sau.", "Noted: not reached, try again later.")


def _tries_seen() -> int:
    """How many the page showed; -1, which none has, where the form does not say or says what no column holds."""
    seen = request.form.get("tries", -1, type=int)
    return seen if 0 <= seen < 2**15 else -1


def _gone() -> str:
    return say("Việc này không còn trong danh sách.", "This is no longer on the list.")
