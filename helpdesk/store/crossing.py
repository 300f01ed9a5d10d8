"""Transactions that crossed: each held what the other waited for, and the database ended one of them."""

import sqlalchemy as sa

CROSSED = frozenset({"40P01", "40001"})
"""SQLSTATE deadlock_detected and serialization_failure (PostgreSQL, Appendix A): of such a transaction nothing is left,
and it may be taken once more as it was. SQLite has one writer at a time, and none to cross with."""


def crossed(error: sa.exc.DBAPIError) -> bool:
    """Whether the database ended a transaction only because of another one at the same moment."""
    return getattr(error.orig, "sqlstate", None) in CROSSED
