"""Commune facts: what only the commune knows, where it is from, and whether someone signed for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from helpdesk.places.tables import commune_facts, communes
from helpdesk.store.upsert import upsert
from helpdesk.text.folding import typographic

f = commune_facts.c

LONGEST_SOURCE = 200
"""Characters of a fact's source: who or what says so, not what it says."""


@dataclass(frozen=True, slots=True)
class Fact:
    """What a commune says of itself under a key. Unsigned: `signed_by` and `signed_at` are None."""

    commune_id: int
    key: str
    text: str
    source: str
    signed_by: str | None = None
    signed_at: datetime | None = None

    @property
    def signed(self) -> bool:
        """Whether somebody signed for this text."""
        return self.signed_at is not None


_COLUMNS = (f.commune_id, f.key, f.text, f.source, f.signed_by, f.signed_at)


def facts_of(db: sa.Connection, commune_id: int | None, *, signed_only: bool) -> Mapping[str, str]:
    """The facts that may be told for a commune, by key. Unsigned ones count only outside production."""
    if commune_id is None:
        return {}
    query = sa.select(f.key, f.text).where(f.commune_id == commune_id)
    if signed_only:
        query = query.where(f.signed_at.is_not(None))
    return {row.key: row.text for row in db.execute(query)}


@dataclass(frozen=True, slots=True)
class ToldEverywhere:
    """What may be told without knowing the commune: `alike` in all of them, by key; of what is in `apart` at least one
    commune tells something, and not all of them the same."""

    alike: Mapping[str, str]
    apart: frozenset[str]


def told_everywhere(db: sa.Connection, *, signed_only: bool) -> ToldEverywhere:
    """The facts of all communes together; where there is one commune only, its facts."""
    all_of_them = sa.select(sa.func.count()).select_from(communes).scalar_subquery()
    least, most = sa.func.min(f.text), sa.func.max(f.text)
    query = sa.select(f.key, least, (least == most) & (sa.func.count() == all_of_them)).group_by(f.key)
    if signed_only:
        query = query.where(f.signed_at.is_not(None))
    rows = db.execute(query).all()
    alike = {key: text for key, text, everywhere in rows if everywhere}
    return ToldEverywhere(alike, frozenset(key for key, _, _ in rows) - alike.keys())


def known_facts(db: sa.Connection, commune_id: int) -> dict[str, Fact]:
    """Every fact of a commune by its key, signed or not."""
    query = sa.select(*_COLUMNS).where(f.commune_id == commune_id).order_by(f.key)
    return {row.key: Fact(*row) for row in db.execute(query)}


def all_facts(db: sa.Connection) -> dict[tuple[int, str], Fact]:
    """Every fact of every commune, by commune and key."""
    query = sa.select(*_COLUMNS).order_by(f.commune_id, f.key)
    return {(row.commune_id, row.key): Fact(*row) for row in db.execute(query)}


def may_bring_its_signature(fact: Fact, before: Fact) -> bool:
    """Whether a signature that comes with a text was given to that text: one for the text before was not."""
    if fact.text == before.text or fact.signed_at is None or before.signed_at is None:
        return True
    return fact.signed_at > before.signed_at


def in_one_line(text: str) -> str:
    """A text as facts are kept: NFC, plain quotes and dashes, single spaces."""
    return " ".join(typographic(text).split())


def write_fact(db: sa.Connection, fact: Fact) -> None:
    """Keep a fact in place of what the commune said before. Who does so says so in the audit (`people`)."""
    row = {column.name: getattr(fact, column.name) for column in _COLUMNS}
    changed = ("text", "source", "signed_by", "signed_at")
    upsert(db, commune_facts, row, key=("commune_id", "key"), update=changed)


def sign_text(db: sa.Connection, fact: Fact, *, by: str, at: datetime) -> bool:
    """Sign the text as it was read; False where it has been changed, or signed, since."""
    as_read = (f.commune_id == fact.commune_id) & (f.key == fact.key) & (f.text == fact.text)
    statement = commune_facts.update().where(as_read & f.signed_at.is_(None))
    return db.execute(statement.values(signed_by=by, signed_at=at)).rowcount == 1


def delete_fact(db: sa.Connection, commune_id: int, key: str) -> None:
    """Forget what a commune said under a key: the fallback is said from now on."""
    db.execute(commune_facts.delete().where((f.commune_id == commune_id) & (f.key == key)))
