"""All that is said to residents, flow by flow, for an official to read and sign as it stands."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from helpdesk.conversation.script.model import BASE_LANGUAGE, Script
from helpdesk.conversation.script.printing.sheet_texts import SheetText, page_mark, sheet_texts, title_of
from helpdesk.conversation.signing import sign_texts, signatures
from helpdesk.people import audit
from helpdesk.store.engine import reading
from helpdesk.text.folding import fold
from helpdesk.web.current import runtime
from helpdesk.web.desk.access.gate import needs, signed_in
from helpdesk.web.desk.access.permissions import Permission
from helpdesk.web.language import say

texts = Blueprint("texts", __name__, url_prefix="/texts")


@texts.get("")
@needs(Permission.TEXTS)
def flows() -> ResponseReturnValue:
    """Every flow with how many of its texts are signed."""
    here, language = runtime(), _language()
    with reading(here.engine) as db:
        signed = signatures(db)
    script = here.house.script
    pages = [
        (
            {"name": flow, "title": title_of(script, flow)},
            len(page),
            sum(text.fingerprint in signed for text in page),
        )
        for flow, page in _pages(script, language).items()
    ]
    return render_template("desk/texts.html", pages=pages, spoken=language, languages=script.languages)


@texts.get("/<flow>")
@needs(Permission.TEXTS)
def one_flow(flow: str) -> ResponseReturnValue:
    """The texts of a flow as they are read and as they are sent, each with its signature."""
    here, language = runtime(), _language()
    page = _page(here.house.script, flow, language)
    with reading(here.engine) as db:
        signed = signatures(db)
    return render_template(
        "desk/flow_texts.html",
        flow={"name": flow, "title": title_of(here.house.script, flow)},
        texts=page,
        signed=signed,
        all_signed=all(text.fingerprint in signed for text in page),
        mark=page_mark(page),
        spoken=language,
        fold=fold,
    )


@texts.post("/<flow>/sign")
@needs(Permission.TEXTS)
def sign_page(flow: str) -> ResponseReturnValue:
    """Sign all texts of a flow as the page showed them, in the name of whoever is logged in."""
    here, account, language = runtime(), signed_in(), _language()
    page = _page(here.house.script, flow, language)
    new = 0
    if page_mark(page) == request.form.get("mark"):
        with here.transaction(nudge=False) as db:
            now = here.clock.now()
            new = sign_texts(db, page, by=account.name, now=now, official_id=account.id)
            if new:
                audit.note(
                    db,
                    at=now,
                    official_id=account.id,
                    commune_id=account.commune_id,
                    action="texts.signed",
                    subject=f"flow:{flow}",
                    detail={"by": account.name, "texts": [text.mark for text in page]},
                )
    flash(
        say(f"{account.name} đã ký {new} lời nhắn.", f"{new} texts signed by {account.name}.")
        if new
        else say(
            "Chưa ký: lời nhắn đã đổi hoặc đã có người ký. Xem lại bên dưới.",
            "Not signed: the texts were changed or signed meanwhile. See below.",
        )
    )
    return redirect(url_for("desk.texts.one_flow", flow=flow, language=language), code=303)


def _language() -> str:
    """The language of the texts that is asked for; only one that is spoken."""
    asked = request.args.get("language", BASE_LANGUAGE)
    if asked not in runtime().house.script.languages:
        abort(404)
    return asked


def _pages(script: Script, language: str) -> dict[str, list[SheetText]]:
    pages: dict[str, list[SheetText]] = {}
    for text in sheet_texts(script, language):
        pages.setdefault(text.flow, []).append(text)
    return pages


def _page(script: Script, flow: str, language: str) -> list[SheetText]:
    page = _pages(script, language).get(flow)
    if page is None:
        abort(404)
    return page
