"""Lists as a page to print on A4: for the officials' pages and for the folder of finished lists alike.

The page brings its style along and asks for nothing from elsewhere. A server with a Content-Security-Policy
allows that style by STYLE_SOURCE.
"""

import base64
import hashlib
from collections.abc import Sequence
from pathlib import Path

import jinja2
from markupsafe import Markup

from helpdesk.reports.differences import Difference, told
from helpdesk.reports.opening_list import (
    OpeningList,
    arrival,
    day,
    edition,
    hours,
    level2,
    needs_told,
    other_service,
    place_name,
    relation_name,
    service_name,
    totals,
)

_TEMPLATES = Path(__file__).parent / "templates"

_STYLE = (_TEMPLATES / "opening_list.css").read_text(encoding="utf-8")

STYLE_SOURCE = f"'sha256-{base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()}'"
"""What `style-src` must name for the page to be styled (CSP level 3, 2.3.1)."""

_environment = jinja2.Environment(
    loader=jinja2.FileSystemLoader(_TEMPLATES),
    autoescape=True,
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_environment.filters.update(
    arrival=arrival,
    day=day,
    edition=edition,
    hours=hours,
    level2=level2,
    needs_told=needs_told,
    other_service=other_service,
    place_name=place_name,
    relation_name=relation_name,
    service_name=service_name,
    totals=totals,
    told=told,
)


def render(lists: Sequence[OpeningList], found: Difference | None = None) -> str:
    """A whole HTML document; each list begins on a sheet of its own.

    With what was `found` to differ from an earlier version, for one list only: it is told above and marked beside
    the names.
    """
    template = _environment.get_template("opening_list.html")
    # Our own file, and a hash of exactly this text allows it: it must not be escaped.
    style = Markup(_STYLE)  # noqa: S704
    return template.render(lists=lists, style=style, found=found)
