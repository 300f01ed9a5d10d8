"""The front door, and the choice of the pages' language."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from helpdesk.web.addresses import own_page
from helpdesk.web.current import runtime
from helpdesk.web.language import keep_language

home = Blueprint("home", __name__)


@home.get("/")
def front() -> ResponseReturnValue:
    """Where to go: for officials their pages; in development a page that also leads to the simulated phone."""
    if runtime().settings.in_production:
        return redirect(url_for("desk.openings.coming"))
    return render_template("home.html")


@home.get("/favicon.ico")
def icon() -> ResponseReturnValue:
    """Browsers ask here for the icon of a page that names none."""
    return redirect(url_for("static", filename="icon.svg"), code=301)


@home.get("/language/<code>")
def language(code: str) -> ResponseReturnValue:
    """Show the pages in Vietnamese ("vi") or English ("en") from now on, and go back to where one was."""
    back = redirect(own_page(request.args.get("next")) or "/", code=303)
    return keep_language(back, code, secure=runtime().settings.in_production)
