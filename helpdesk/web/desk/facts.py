"""What only the commune knows: each fact with its source and signature, to be written, and then signed."""

from dataclasses import dataclass

import sqlalchemy as sa
from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from helpdesk.conversation.script.checking.fact_wording import declared_facts, wrong_with
from helpdesk.people.fact_changes import history, sign, tell, withdraw
from helpdesk.places.fact_table import Declared
from helpdesk.places.facts import LONGEST_SOURCE, Fact, in_one_line, known_facts
from helpdesk.store.engine import reading
from helpdesk.text.folding import fold
from helpdesk.web.current import runtime
from helpdesk.web.desk.access.gate import needs, signed_in
from helpdesk.web.desk.access.own_communes import own_commune, own_communes
from helpdesk.web.desk.access.permissions import Permission
from helpdesk.web.language import say

facts = Blueprint("facts", __name__, url_prefix="/facts")

REFUSED = 422
CHANGED_SINCE = 409
LATEST = 10
"""Entries of a fact's history on its page."""

_EXAMPLE = ", ví dụ "


@dataclass(frozen=True, slots=True)
class Shown:
    """A fact on a page: what is asked for, an example of it, its room, and what the commune says, if anything."""

    key: str
    asked: str
    example: str
    longest: int
    fact: Fact | None

    @property
    def sent(self) -> str:
        """The text as residents get it."""
        return fold(self.fact.text) if self.fact else ""


@facts.get("")
@needs(Permission.FACTS)
def told() -> ResponseReturnValue:
    """Every fact that texts may name, of each commune of this official; what wants attention is counted."""
    here = runtime()
    declared = declared_facts(here.house.script)
    with reading(here.engine) as db:
        shown = [
            (
                commune,
                [_shown(key, one, known.get(key)) for key, one in declared.items()],
            )
            for commune in own_communes(db)
            for known in (known_facts(db, commune.id),)
        ]
    return render_template(
        "desk/facts.html", communes=shown, held_back=here.house.signed_facts_only, several=len(shown) > 1
    )


@facts.get("/<int:commune_id>/<key>")
@needs(Permission.FACTS)
def one(commune_id: int, key: str) -> ResponseReturnValue:
    """One fact with its form and its history."""
    with reading(runtime().engine) as db:
        return _page(db, commune_id, key)


@facts.post("/<int:commune_id>/<key>")
@needs(Permission.FACTS)
def write(commune_id: int, key: str) -> ResponseReturnValue:
    """Keep what was written; a changed text loses its signature. An empty text takes the fact back."""
    here = runtime()
    text, source = (in_one_line(request.form.get(name, "")) for name in ("text", "source"))
    with here.transaction(nudge=False) as db:
        own_commune(db, commune_id)
        declared = declared_facts(here.house.script)
        if key not in declared:
            abort(404)
        before = known_facts(db, commune_id).get(key)
        if (before.text if before else "") != request.form.get("before", ""):
            problem = say(
                "Có người vừa sửa nội dung này. Xem lại rồi hãy lưu.",
                "Somebody has just changed this. Look at it again before you save.",
            )
            return _page(db, commune_id, key, problems=[problem]), CHANGED_SINCE
        problems = _problems(key, text, source)
        if problems:
            return _page(db, commune_id, key, problems=problems, entered=(text, source)), REFUSED
        done = _keep(db, Fact(commune_id, key, text, source), before)
    flash(done)
    return redirect(url_for("desk.facts.told", _anchor=_anchor(commune_id, key)), code=303)


def _keep(db: sa.Connection, fact: Fact, before: Fact | None) -> str:
    """Write it down; what is said of that."""
    here, account = runtime(), signed_in()
    now = here.clock.now()
    if fact.text:
        after = tell(db, fact, official_id=account.id, now=now)
        if after.signed:
            return say("Đã lưu.", "Saved.")
        return say("Đã lưu. Chưa có người ký xác nhận.", "Saved. Nobody has signed it yet.")
    if before is not None:
        withdraw(db, before, official_id=account.id, now=now)
    return say("Đã bỏ nội dung này.", "This is told no longer.")


def _problems(key: str, text: str, source: str) -> list[str]:
    if not text:
        return []
    found = [say(wrong.vietnamese, wrong.english) for wrong in wrong_with(runtime().house.script, key, text)]
    if not source:
        found.append(
            say("Ghi rõ nguồn: ai hoặc văn bản nào cho biết.", "Say the source: who or what says so.")
        )
    if len(source) > LONGEST_SOURCE:
        found.append(
            say(
                f"Nguồn dài {len(source)} ký tự, chỉ được {LONGEST_SOURCE}.",
                f"The source has {len(source)} characters, there is room for {LONGEST_SOURCE}.",
            )
        )
    return found


@facts.post("/<int:commune_id>/<key>/sign")
@needs(Permission.FACTS)
def sign_fact(commune_id: int, key: str) -> ResponseReturnValue:
    """Sign the text that the page showed, in the name of whoever is logged in. A second click changes nothing."""
    here, account = runtime(), signed_in()
    with here.transaction(nudge=False) as db:
        own_commune(db, commune_id)
        fact = known_facts(db, commune_id).get(key)
        as_read = fact is not None and fact.text == request.form.get("text", "")
        done = (
            fact is not None
            and as_read
            and sign(db, fact, by=account.name, official_id=account.id, now=here.clock.now())
        )
    flash(
        say(f"{account.name} đã ký xác nhận.", f"Signed by {account.name}.")
        if done
        else say(
            "Chưa ký: nội dung đã đổi hoặc đã có người ký. Xem lại bên dưới.",
            "Not signed: it was changed or signed meanwhile. See below.",
        )
    )
    return redirect(url_for("desk.facts.told", _anchor=_anchor(commune_id, key)), code=303)


def _page(
    db: sa.Connection,
    commune_id: int,
    key: str,
    *,
    problems: list[str] | None = None,
    entered: tuple[str, str] | None = None,
) -> str:
    commune = own_commune(db, commune_id)
    declared = declared_facts(runtime().house.script)
    if key not in declared:
        abort(404)
    fact = known_facts(db, commune_id).get(key)
    text, source = entered or ((fact.text, fact.source) if fact else ("", ""))
    return render_template(
        "desk/fact.html",
        commune=commune,
        shown=_shown(key, declared[key], fact),
        text=text,
        source=source,
        problems=problems or [],
        history=history(db, commune_id, key, at_most=LATEST),
        longest_source=LONGEST_SOURCE,
    )


def _shown(key: str, declared: Declared, fact: Fact | None) -> Shown:
    asked, _, example = declared.about.partition(_EXAMPLE)
    return Shown(key, asked[:1].upper() + asked[1:], example, declared.longest, fact)


def _anchor(commune_id: int, key: str) -> str:
    return f"{key}-{commune_id}"
