"""Messages that failed or of which nobody knows whether they arrived, each with what an official can do about it."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from helpdesk.messaging.gateways import active
from helpdesk.messaging.watching.attention import Troubled, open_count, troubled
from helpdesk.messaging.watching.forecast import Forecast, forecasts
from helpdesk.messaging.watching.seeing_to import deal_with, send_again, way_for
from helpdesk.people import audit
from helpdesk.reports.spoken_of import SpokenOf, spoken_of
from helpdesk.store.engine import reading
from helpdesk.web.current import runtime
from helpdesk.web.desk.access.gate import needs, signed_in
from helpdesk.web.desk.access.permissions import Permission
from helpdesk.web.language import say

messages = Blueprint("messages", __name__, url_prefix="/messages")

AT_MOST = 100
"""Messages on the page, the latest; more than that is no work for the telephone but for the operator."""


@messages.get("")
@needs(Permission.MESSAGES)
def waiting() -> ResponseReturnValue:
    """What waits to be seen to, the latest first."""
    here, account = runtime(), signed_in()
    with reading(here.engine) as db:
        found = troubled(db, now=here.clock.now(), commune_id=account.commune_id, at_most=AT_MOST)
        about = spoken_of(db, [message.intent for message in found])
        count = open_count(db, commune_id=account.commune_id)
        waits = _waits(db, account.commune_id)
    again = {message.id for message in found if _may_go_again(message, about)}
    return render_template(
        "desk/messages.html", messages=found, about=about, again=again, count=count, waits=waits
    )


def _waits(db: sa.Connection, commune_id: int | None) -> list[Forecast]:
    """What waits to leave for phones, and when it will have; of gateways where something waits, or that have a limit."""
    here = runtime()
    own = (None, commune_id) if commune_id is not None else None
    ways = [way for way in active(db) if way.reaches_phones and (own is None or way.commune_id in own)]
    found = forecasts(db, ways, now=here.clock.now())
    return [one for one in found if one.messages or one.gateway.per_day is not None]


@messages.post("/<int:message_id>/told")
@needs(Permission.MESSAGES)
def told(message_id: int) -> ResponseReturnValue:
    """Mark a message as dealt with: the official told the person otherwise. A second click changes nothing."""
    here, account = runtime(), signed_in()
    with here.transaction(nudge=False) as db:
        message = _own(db, message_id)
        done = message is not None and deal_with(db, message, official_id=account.id, now=here.clock.now())
        if message is not None and done:
            _note(db, message, "message.told")
    return _back(say("Đã đánh dấu là đã báo.", "Marked as told.") if done else None)


@messages.post("/<int:message_id>/again")
@needs(Permission.MESSAGES)
def again(message_id: int) -> ResponseReturnValue:
    """Send a message once more, because this official decided so. A second click sends nothing."""
    here, account = runtime(), signed_in()
    sent: int | None = None
    with here.transaction() as db:
        message = _own(db, message_id)
        if message is not None and _may_go_again(message, spoken_of(db, [message.intent])):
            ways = here.house.gateways
            sent = send_again(db, message, official_id=account.id, ways=ways, now=here.clock.now())
            if sent is not None:
                _note(db, message, "message.again", {"sent_as": sent})
    return _back(say("Tin đang được gửi lại.", "The message is being sent again.") if sent else None)


def _may_go_again(message: Troubled, about: Mapping[str, SpokenOf]) -> bool:
    holds = about[message.intent].holds if message.intent in about else True
    return message.again and holds and way_for(message, runtime().house.gateways) is not None


def _own(db: sa.Connection, message_id: int) -> Troubled | None:
    """The message, where it waits and is this official's business."""
    here, account = runtime(), signed_in()
    found = troubled(db, now=here.clock.now(), commune_id=account.commune_id, only=message_id)
    return found[0] if found else None


def _note(db: sa.Connection, message: Troubled, action: str, detail: Mapping[str, Any] | None = None) -> None:
    here, account = runtime(), signed_in()
    audit.note(
        db,
        at=here.clock.now(),
        official_id=account.id,
        commune_id=message.commune_id,
        action=action,
        subject=f"message:{message.id}",
        detail=detail or {},
    )


def _back(done: str | None) -> ResponseReturnValue:
    flash(
        done
        or say(
            "Tin này không còn trong danh sách, hoặc không gửi lại được.",
            "This message is no longer on the list, or cannot be sent again.",
        )
    )
    return redirect(url_for("desk.messages.waiting"), code=303)


def count_for_the_bar() -> int:
    """How many messages wait for the official of this request, for the link to them."""
    with reading(runtime().engine) as db:
        return open_count(db, commune_id=signed_in().commune_id)
