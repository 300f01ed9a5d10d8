"""Commune facts: what only the commune knows, and whether someone signed for it."""

from collections.abc import Mapping

import sqlalchemy as sa

from helpdesk.places.tables import commune_facts


def facts_of(db: sa.Connection, commune_id: int | None, *, signed_only: bool) -> Mapping[str, str]:
    """The facts that may be told for a commune, by key. Unsigned ones count only outside production."""
    if commune_id is None:
        return {}
    query = sa.select(commune_facts.c.key, commune_facts.c.text).where(
        commune_facts.c.commune_id == commune_id
    )
    if signed_only:
        query = query.where(commune_facts.c.signed_at.is_not(None))
    return {row.key: row.text for row in db.execute(query)}
