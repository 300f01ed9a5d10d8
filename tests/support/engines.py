"""Engines that are lent to one test after another: a statement that one of them had compiled is there for the next."""

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa

from helpdesk.store.engine import open_database

_free: dict[str, sa.Engine] = {}


@contextmanager
def engine_on(url: str) -> Iterator[sa.Engine]:
    """An engine on a database, without a connection; whoever listens to it hears no other test's statements."""
    standing = _free.pop(url, None) or open_database(url)
    try:
        # The same engine with no options of its own: listeners end with it, compiled statements do not.
        yield standing.execution_options()
    finally:
        standing.dispose()
        _free[url] = standing
