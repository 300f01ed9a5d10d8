"""What people do in conversations: figures of a period, and recent texts, masked, that an official can mark as wrong."""

import re
from collections import Counter
from collections.abc import Collection
from datetime import date, time, timedelta
from textwrap import shorten

import sqlalchemy as sa
from flask import Blueprint, Response, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from helpdesk.clock import at_local, local_date
from helpdesk.conversation.engine.structure import Ask
from helpdesk.conversation.script.model import Script
from helpdesk.messaging.states import Outcome
from helpdesk.people import audit
from helpdesk.places.communes import all_places
from helpdesk.reports.conversations import Figures, figures
from helpdesk.reports.formats import conversations_as_csv
from helpdesk.reports.heard import SHOWN, UNKNOWN, Heard, mark_wrong, marked_lines, recent
from helpdesk.store.engine import reading
from helpdesk.web.current import runtime
from helpdesk.web.desk.access.gate import needs, signed_in
from helpdesk.web.desk.access.permissions import Permission
from helpdesk.web.language import language, say

conversations = Blueprint("conversations", __name__, url_prefix="/conversations")

DAYS_SHOWN = 7
LONGEST = 366
"""Days that are counted at once."""

BEGINNING = date(2020, 1, 1)
"""Before it there was nothing to count."""

OPENING_LENGTH = 46
"""Characters of a step's text by which it is known in the table."""

_IN_BRACES = re.compile(r"\{\w+\}(?:, \{\w+\})*\.?")

ASKS_NAMES = frozenset({"people", "person"})
"""What a step expects that asks for names."""


@conversations.get("")
@needs(Permission.CONVERSATIONS)
def counted() -> ResponseReturnValue:
    """The figures of a period, by default of the last seven days."""
    first, last = _period()
    return render_template(
        "desk/conversations.html",
        first=first,
        last=last,
        today=local_date(runtime().clock.now()),
        found=_figures(first, last),
        titles=_titles(runtime().house.script),
        opens=_opens(runtime().house.script),
        Outcome=Outcome,
    )


@conversations.get("/report.csv")
@needs(Permission.CONVERSATIONS)
def downloaded() -> ResponseReturnValue:
    """The same figures for a spreadsheet."""
    first, last = _period()
    titles = _titles(runtime().house.script)
    text = conversations_as_csv.render(_figures(first, last), first=first, last=last, titles=titles)
    return _file(text, "text/csv", f"conversations_{first.isoformat()}_{last.isoformat()}.csv")


@conversations.get("/texts")
@needs(Permission.CONVERSATIONS)
def texts() -> ResponseReturnValue:
    """Recent texts in which a topic was looked for; with `?only=not_understood` those where none was found."""
    only = request.args.get("only", "")
    if only not in ("", *(outcome.value for outcome in SHOWN)):
        abort(404)
    with reading(runtime().engine) as db:
        found = _recent(db, outcomes=[Outcome(only)] if only else SHOWN)
    return render_template(
        "desk/heard_texts.html",
        texts=found,
        topics=_topics(runtime().house.script),
        only=only,
        Outcome=Outcome,
    )


@conversations.post("/texts/<int:message_id>/wrong")
@needs(Permission.CONVERSATIONS)
def wrong(message_id: int) -> ResponseReturnValue:
    """Mark a text as understood wrongly, with what it is about. A second mark corrects the first."""
    here, account = runtime(), signed_in()
    meant = request.form.get("meant", "")
    if meant not in _topics(here.house.script):
        abort(400)
    marked = False
    with here.transaction(nudge=False) as db:
        now = here.clock.now()
        for heard in _recent(db, only=message_id):
            marked = mark_wrong(
                db, heard, meant=meant, commune_id=account.commune_id, official_id=account.id, now=now
            )
            audit.note(
                db,
                at=now,
                official_id=account.id,
                commune_id=account.commune_id,
                action="text.marked" if marked else "text.unmarked",
                subject=f"inbound:{message_id}",
                detail={"understood": heard.understood, "meant": meant},
            )
    flash(
        say("Đã đánh dấu là hiểu sai.", "Marked as wrong.")
        if marked
        else say("Không đánh dấu: máy đã hiểu đúng như vậy.", "Not marked: it was understood just so.")
    )
    only = request.form.get("only", "")
    return redirect(url_for("desk.conversations.texts", only=only or None), code=303)


@conversations.get("/marked.jsonl")
@needs(Permission.CONVERSATIONS)
def marked() -> ResponseReturnValue:
    """The marked texts for whoever improves the understanding. That they left the house is written down."""
    here, account = runtime(), signed_in()
    with here.transaction(nudge=False) as db:
        lines = list(marked_lines(db, commune_id=account.commune_id))
        audit.note(
            db,
            at=here.clock.now(),
            official_id=account.id,
            commune_id=account.commune_id,
            action="text.download",
            subject="understanding_marks",
            detail={"texts": len(lines)},
        )
    return _file("".join(lines), "application/jsonl", "marked.jsonl")


def _period() -> tuple[date, date]:
    """The days that are asked for, the last not after today; 404 for what are none."""
    today = local_date(runtime().clock.now())
    if not request.args.get("first") and not request.args.get("last"):
        return today - timedelta(days=DAYS_SHOWN - 1), today
    try:
        last = date.fromisoformat(request.args.get("last") or today.isoformat())
        first = date.fromisoformat(request.args.get("first") or last.isoformat())
    except ValueError:
        abort(404)
    first, last = sorted((min(first, today), min(last, today)))
    if last < BEGINNING:
        abort(404)
    return max(first, last - timedelta(days=LONGEST - 1)), last


def _figures(first: date, last: date) -> Figures:
    since, until = (at_local(day, time()) for day in (first, last + timedelta(days=1)))
    with reading(runtime().engine) as db:
        return figures(db, since=since, until=until, commune_id=signed_in().commune_id)


def _recent(
    db: sa.Connection, *, outcomes: Collection[Outcome] = SHOWN, only: int | None = None
) -> list[Heard]:
    return recent(
        db,
        all_places(db),
        names_asked_at=_names_asked_at(runtime().house.script),
        commune_id=signed_in().commune_id,
        outcomes=outcomes,
        only=only,
    )


def _names_asked_at(script: Script) -> frozenset[tuple[str, str]]:
    return frozenset(
        (flow, name)
        for flow, its in script.structure.flows.items()
        for name, step in its.steps.items()
        if isinstance(step, Ask) and step.expect in ASKS_NAMES
    )


def _titles(script: Script) -> dict[str, str]:
    return {name: flow.title for name, flow in script.flows.items()}


def _opens(script: Script) -> dict[tuple[str, str], str]:
    """How each step's text begins, by flow and step, in the language of the page: an official knows it by its words."""
    spoken = (
        (flow, step) for flow, its in script.flows.items() for step, texts in its.texts.items() if texts.slots
    )
    return {
        step: _beginning(next(iter(script.texts(*step, language()).slots.values())).sms) for step in spoken
    }


def _beginning(wording: str) -> str:
    return shorten(_IN_BRACES.sub("…", wording), OPENING_LENGTH, placeholder=" …")


def _topics(script: Script) -> dict[str, str]:
    """What a text may be about, by topic with the title of its flow; last what is about nothing of ours."""
    found = {intent: flow.title for flow in script.flows.values() for intent in flow.intents}
    found.pop(UNKNOWN, None)
    flows = Counter(found.values())
    own = {
        intent: f"{title} ({intent})" if flows[title] > 1 else title
        for intent, title in sorted(found.items(), key=lambda item: item[1])
    }
    return {**own, UNKNOWN: say("Không thuộc việc của ta", "Nothing of ours")}


def _file(text: str, kind: str, name: str) -> Response:
    answer = Response(text, mimetype=kind)
    answer.headers.set("Content-Disposition", "attachment", filename=name)
    return answer
