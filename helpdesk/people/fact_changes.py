"""Changing what a commune says of itself, each change with its history: who, when, from what to what."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from helpdesk.people.audit import note
from helpdesk.people.tables import audit_entries, officials
from helpdesk.places.facts import (
    Fact,
    delete_fact,
    known_facts,
    may_bring_its_signature,
    sign_text,
    write_fact,
)

CHANGED, SIGNED, WITHDRAWN = "fact.changed", "fact.signed", "fact.withdrawn"


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of a fact's history. `who` is None where the operator did it at the command line."""

    at: datetime
    who: str | None
    action: str
    detail: dict[str, Any]


def tell(db: sa.Connection, fact: Fact, *, official_id: int | None, now: datetime) -> Fact:
    """Keep a fact; what is now kept. A text that is other than before keeps no signature of the one before.

    A signature that comes along counts, unless it was given before the text was changed.
    """
    before = known_facts(db, fact.commune_id).get(fact.key)
    after = _with_its_signature(fact, before)
    if after == before:
        return after
    write_fact(db, after)
    detail: dict[str, Any] = {"text": after.text, "source": after.source, "signed_by": after.signed_by}
    if before is not None:
        detail |= {"before": before.text, "lost_signature_of": None if after.signed else before.signed_by}
    _note(db, after, CHANGED, detail, official_id=official_id, now=now)
    return after


def _with_its_signature(fact: Fact, before: Fact | None) -> Fact:
    if before is None:
        return fact
    if fact.text == before.text and not fact.signed:
        return replace(fact, signed_by=before.signed_by, signed_at=before.signed_at)
    if not may_bring_its_signature(fact, before):
        return replace(fact, signed_by=None, signed_at=None)
    return fact


def sign(db: sa.Connection, fact: Fact, *, by: str, official_id: int | None, now: datetime) -> bool:
    """Sign a fact as it was read; False where its text has been changed, or signed, since."""
    done = sign_text(db, fact, by=by, at=now)
    if done:
        _note(db, fact, SIGNED, {"text": fact.text, "signed_by": by}, official_id=official_id, now=now)
    return done


def withdraw(db: sa.Connection, fact: Fact, *, official_id: int | None, now: datetime) -> None:
    """Take a fact back: its text is told no longer."""
    delete_fact(db, fact.commune_id, fact.key)
    _note(db, fact, WITHDRAWN, {"before": fact.text}, official_id=official_id, now=now)


def _note(
    db: sa.Connection,
    fact: Fact,
    action: str,
    detail: dict[str, Any],
    *,
    official_id: int | None,
    now: datetime,
) -> None:
    subject = f"fact:{fact.key}"
    note(
        db,
        at=now,
        official_id=official_id,
        commune_id=fact.commune_id,
        action=action,
        subject=subject,
        detail=detail,
    )


def history(db: sa.Connection, commune_id: int, key: str, *, at_most: int) -> list[Change]:
    """What was done to a fact, the latest first."""
    a = audit_entries.c
    query = (
        sa.select(a.at, officials.c.name, a.action, a.detail)
        .join_from(audit_entries, officials, officials.c.id == a.official_id, isouter=True)
        .where(a.commune_id == commune_id, a.subject == f"fact:{key}")
        .order_by(a.id.desc())
        .limit(at_most)
    )
    return [Change(*row) for row in db.execute(query)]
