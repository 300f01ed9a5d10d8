"""Signatures of texts, kept by the fingerprint of the words: a text that is changed has none."""

from collections.abc import Iterable, Mapping
from datetime import datetime

import sqlalchemy as sa

from helpdesk.conversation.script.model import Script
from helpdesk.conversation.script.printing.sheet_texts import SheetText, Signature, sheet_texts
from helpdesk.conversation.tables import text_signatures
from helpdesk.store.upsert import insert_if_new

t = text_signatures.c


def signatures(db: sa.Connection) -> dict[str, Signature]:
    """Every signature there is, also of texts that are no longer said, by fingerprint."""
    query = sa.select(t.fingerprint, t.signed_by, t.signed_at)
    return {row.fingerprint: Signature(row.signed_by, row.signed_at) for row in db.execute(query)}


def sign_texts(
    db: sa.Connection, texts: Iterable[SheetText], *, by: str, now: datetime, official_id: int | None = None
) -> int:
    """Sign texts as they are; how many had no signature before. The first to sign a text stays its signer."""
    rows = [
        {
            "fingerprint": text.fingerprint,
            "flow": text.flow,
            "step": text.step,
            "slot": text.slot,
            "language": text.language,
            "wording": text.said,
            "signed_by": by,
            "official_id": official_id,
            "signed_at": now,
        }
        for text in texts
    ]
    known = signatures(db)
    new = [row for row in rows if row["fingerprint"] not in known]
    if new:
        insert_if_new(db, text_signatures, new)
    return len(new)


def unsigned_by_flow(script: Script, signed: Mapping[str, Signature]) -> tuple[dict[str, int], int]:
    """How many texts nobody has signed, by flow, in all languages that are offered; and how many texts there are."""
    counts: dict[str, int] = {}
    total = 0
    for language in script.languages:
        for text in sheet_texts(script, language):
            total += 1
            if text.fingerprint not in signed:
                counts[text.flow] = counts.get(text.flow, 0) + 1
    return counts, total
