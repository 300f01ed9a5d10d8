"""Texts of residents without names and numbers: for an official who sees whether they were understood, and marks those
that were not, and for whoever improves the understanding."""

import json
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from helpdesk.clock import local_date
from helpdesk.messaging.states import Outcome
from helpdesk.messaging.tables import inbound_messages, understanding_marks
from helpdesk.places.communes import Place
from helpdesk.places.masking import NAME, masked
from helpdesk.store.upsert import upsert

i, w = inbound_messages.c, understanding_marks.c

SHOWN = (Outcome.UNDERSTOOD, Outcome.ASKED, Outcome.NOT_UNDERSTOOD)
"""Outcomes of texts in which a topic was looked for; answers to a question have none."""

UNKNOWN = "unknown"
"""The topic of a text that is about nothing we can do anything about."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A text as others may read it. `understood` is a topic, "unknown" where there was none; `meant` what an official
    said that it is about, None where nobody has marked it."""

    id: int
    at: datetime
    text: str
    language: str
    understood: str
    outcome: Outcome
    flow: str | None
    meant: str | None


def recent(
    db: sa.Connection,
    places: Sequence[Place],
    *,
    names_asked_at: Collection[tuple[str, str]],
    commune_id: int | None = None,
    outcomes: Collection[Outcome] = SHOWN,
    at_most: int = 50,
    only: int | None = None,
) -> list[Heard]:
    """The latest texts that are still kept, of all or of a commune and of no known one; with `only` that one.

    `names_asked_at`: flows and steps that ask for names; what is said there is shown as a name whole.
    """
    query = (
        sa.select(inbound_messages, w.meant)
        .outerjoin(understanding_marks, w.inbound_id == i.id)
        .where(i.outcome.in_([outcome.value for outcome in outcomes]), i.text != "")
        .order_by(i.id.desc())
        .limit(at_most)
    )
    if commune_id is not None:
        query = query.where((i.commune_id == commune_id) | i.commune_id.is_(None))
    if only is not None:
        query = query.where(i.id == only)
    return [
        Heard(
            id=row.id,
            at=row.received_at,
            text=NAME
            if (row.flow, row.step) in names_asked_at
            else masked(row.text, places, this_year=local_date(row.received_at).year),
            language=row.language or "vi",
            understood=row.understood or UNKNOWN,
            outcome=Outcome(row.outcome),
            flow=row.flow,
            meant=row.meant,
        )
        for row in db.execute(query)
    ]


def mark_wrong(
    db: sa.Connection, heard: Heard, *, meant: str, commune_id: int | None, official_id: int, now: datetime
) -> bool:
    """Write down that a text was understood wrongly and is about `meant`; a second mark corrects the first.

    False, and nothing is written, where it was understood to be just that.
    """
    if heard.outcome is Outcome.UNDERSTOOD and heard.understood == meant:
        db.execute(understanding_marks.delete().where(w.inbound_id == heard.id))
        return False
    row = {
        "inbound_id": heard.id,
        "commune_id": commune_id,
        "text": heard.text,
        "language": heard.language,
        "understood": heard.understood,
        "meant": meant,
        "marked_at": now,
        "official_id": official_id,
    }
    columns = ("text", "meant", "marked_at", "official_id")
    upsert(db, understanding_marks, row, key=("inbound_id",), update=columns)
    return True


def marked_lines(db: sa.Connection, *, commune_id: int | None = None) -> Iterator[str]:
    """The marked texts as JSON lines like those of the collection that the understanding is measured by: `text`, `style`,
    `intent`; no text twice. Names in them are stars."""
    query = sa.select(w.text, w.language, w.meant).where(w.text != "").order_by(w.id)
    if commune_id is not None:
        query = query.where((w.commune_id == commune_id) | w.commune_id.is_(None))
    seen = set[str]()
    for text, language, meant in db.execute(query):
        if text not in seen:
            seen.add(text)
            line = {"text": text, "style": _style(text, language), "intent": meant}
            yield json.dumps(line, ensure_ascii=False) + "\n"


def _style(text: str, language: str) -> str:
    """As near as can be told by itself: who learns from the lines looks at them anyway."""
    if language == "en":
        return "english"
    letters = unicodedata.normalize("NFD", text)
    accented = any(unicodedata.combining(letter) for letter in letters) or "đ" in text.casefold()
    if text.isupper():
        return "shouted"
    return "accented" if accented else "unaccented"
