"""A phone to try the service with: the conversation of a number, both ways, and a form to text."""

import secrets

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from helpdesk.messaging.thread import thread
from helpdesk.runtime import SIMULATOR_NUMBER
from helpdesk.store.engine import reading
from helpdesk.text.phone_numbers import canonical, is_number, national
from helpdesk.web.current import runtime
from helpdesk.web.webhooks.texts import take_text

phone = Blueprint("phone", __name__, url_prefix="/phone")

SUGGESTED = "0912345678"
"""The number in the form at first; invented."""

AT_MOST = 200
"""Texts on the page, the last ones."""


@phone.get("")
def conversation() -> ResponseReturnValue:
    """What a number was told and told us; without a number, the question which."""
    asked = request.args.get("number", "").strip()
    number = canonical(asked)
    if not asked or not is_number(number):
        return render_template("phone/choose.html", asked=asked, suggested=asked or SUGGESTED)
    with reading(runtime().engine) as db:
        said = thread(db, number, at_most=AT_MOST)
    return render_template(
        "phone/conversation.html",
        number=number,
        shown=national(number),
        said=said,
        ours=SIMULATOR_NUMBER,
        message_id=secrets.token_hex(8),
    )


@phone.post("")
def text() -> ResponseReturnValue:
    """Text as `POST /channels/simulator` does, with the same fields, then show the conversation.

    The form carries the id of its message: sent twice, it counts once.
    """
    take_text(runtime(), runtime().channels["simulator"])
    return redirect(
        url_for("phone.conversation", number=national(request.form["from"]), _anchor="last"), code=303
    )
