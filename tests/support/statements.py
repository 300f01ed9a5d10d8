"""Counting what a piece of work asks of the database."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa

_FRAME = ("BEGIN", "COMMIT", "ROLLBACK")


@contextmanager
def statements_of(engine: sa.Engine) -> Iterator[list[str]]:
    """Every statement that `engine` sends meanwhile, BEGIN and COMMIT aside."""
    seen: list[str] = []

    def note(_db: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if not statement.startswith(_FRAME):
            seen.append(statement)

    sa.event.listen(engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        sa.event.remove(engine, "before_cursor_execute", note)
