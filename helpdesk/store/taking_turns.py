"""Doing something one after the other, though no row stands for it that could be locked."""

import sqlalchemy as sa

RECOUNT = 0x636E74
"""Numbers of what is done in turn, among PostgreSQL's advisory locks; `migrate` has one, too."""


def take_turns(db: sa.Connection, what: int) -> None:
    """Wait until nobody else does `what` (one of the numbers above); the others then wait until this transaction ends.

    On SQLite nothing is to be done: a transaction that writes has the whole database to itself from its beginning.
    """
    if db.dialect.name == "postgresql":
        db.execute(sa.select(sa.func.pg_advisory_xact_lock(what)))
