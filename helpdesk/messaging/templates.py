"""Registered wordings: what may leave through a gateway that takes no free text.

A wording stands as the provider registered it: words, {placeholders} for what differs from message to message, and
the sender's name in it, as Vietnamese operators demand. Ours need not say the name: it is put where the wording has it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from helpdesk.messaging.tables import message_templates
from helpdesk.text.folding import fold

t = message_templates.c

_BLANK = re.compile(r"\{[^{}]*\}")

FEWEST_LETTERS = 10
"""A wording that has fewer letters of its own would let any text through."""


@dataclass(frozen=True, slots=True)
class Template:
    """A registered wording; `provider_id` is what the provider calls it, where it calls it something."""

    wording: str
    provider_id: str | None = None
    id: int = 0


def templates_of(db: sa.Connection, gateway_id: int) -> list[Template]:
    """The wordings registered for a gateway, the oldest first."""
    query = sa.select(t.wording, t.provider_id, t.id).where(t.gateway_id == gateway_id).order_by(t.id)
    return [Template(*row) for row in db.execute(query)]


def register(db: sa.Connection, gateway_id: int, templates: Iterable[Template], *, now: datetime) -> int:
    """Add wordings to a gateway; one that is there already gets the provider's id. How many are new."""
    there = {template.wording: template for template in templates_of(db, gateway_id)}
    new = 0
    for template in templates:
        if template.wording in there:
            same = (t.gateway_id == gateway_id) & (t.wording == template.wording)
            db.execute(message_templates.update().where(same).values(provider_id=template.provider_id))
            continue
        row = {"gateway_id": gateway_id, "wording": template.wording, "provider_id": template.provider_id}
        db.execute(message_templates.insert().values(**row, added_at=now))
        there[template.wording] = template
        new += 1
    return new


def remove(db: sa.Connection, gateway_id: int, template_id: int) -> bool:
    """Take a wording away; False when the gateway has none of this id."""
    own = (t.gateway_id == gateway_id) & (t.id == template_id)
    return db.execute(message_templates.delete().where(own)).rowcount == 1


def why_not(wording: str, *, sender: str | None) -> str | None:
    """Why a wording cannot be a registered one, in words for the operator; None when it can.

    `sender` is the name that must be in it (Twilio's rules for Viet Nam); None for a number.
    """
    letters = sum(char.isalpha() for char in _BLANK.sub("", wording))
    if letters < FEWEST_LETTERS:
        return f"fewer than {FEWEST_LETTERS} letters outside the {{placeholders}}: any text would fit"
    if "{" in _BLANK.sub("", wording) or "}" in _BLANK.sub("", wording):
        return "a brace that is not closed, or not opened"
    if sender and sender.lower() not in wording.lower():
        return f"the sender's name {sender} is not in it: operators refuse such a template"
    return None


def as_registered(text: str, templates: Sequence[Template], *, sender: str) -> str | None:
    """The text as one of the wordings has it, with the sender's name where that has it; None when none fits.

    Where only its folded form fits, that is it: what was registered without accents leaves without them.
    """
    for words in dict.fromkeys((text, fold(text))):
        for template in templates:
            head, tail = _signature(template.wording, sender)
            if tail and words[-1:] == tail[0]:
                tail = tail[1:]  # the full stop before the name is ours already
            for whole in dict.fromkeys((words, f"{head}{words}{tail}")):
                if _fits(template.wording, whole):
                    return whole
    return None


def _signature(wording: str, sender: str) -> tuple[str, str]:
    """The sender's name with what parts it from the rest, where a wording begins or ends with it."""
    name = re.escape(sender)
    head = re.match(rf"\W*{name}\W*", wording, re.IGNORECASE)
    tail = re.search(rf"\W*{name}\W*$", wording, re.IGNORECASE)
    return head[0].partition("{")[0] if head else "", tail[0].rpartition("}")[2] if tail else ""


def _fits(wording: str, text: str) -> bool:
    """Whether the text is the wording with something on one line in each of its blanks.

    Each piece is looked for where it first can be: if any way fits, this one does, and it costs the text's length.
    """
    first, *pieces = _BLANK.split(wording)
    if not pieces:
        return text == wording
    if not text.startswith(first):
        return False
    at = len(first)
    last = pieces.pop()
    for piece in pieces:
        found = text.find(piece, at + 1)
        if found < 0 or "\n" in text[at:found]:
            return False
        at = found + len(piece)
    value = text[at : len(text) - len(last)]
    return bool(value) and "\n" not in value and text.endswith(last)
