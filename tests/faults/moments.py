"""The moments of a step of work: before each statement, before and after each commit, and what the step tells itself."""

import re
from collections.abc import Callable
from typing import Any

import sqlalchemy as sa

_TABLE = re.compile(r"\b(?:INTO|UPDATE|FROM)\s+(\w+)")


class Moments:
    """Counts moments and tells each by its name; calls `strike` at the one numbered `fatal`, before what it names."""

    def __init__(self, tell: Callable[[str], None], *, fatal: int | None, strike: Callable[[], None]) -> None:
        self._tell, self._fatal, self._strike = tell, fatal, strike
        self._passed = 0
        self._committed = False

    def come(self, name: str) -> None:
        """It is about to happen."""
        self._tell(name)
        if self._passed == self._fatal:
            self._strike()
        self._passed += 1

    def watch(self, engine: sa.Engine) -> None:
        """Let every statement ("INSERT attempts"), "BEGIN", "COMMIT" and "committed" of an engine be a moment."""
        sa.event.listen(engine, "begin", lambda _db: self.come("BEGIN"))
        sa.event.listen(engine, "before_cursor_execute", self._statement)
        sa.event.listen(engine, "commit", self._commit)
        # A connection goes back to the pool when its transaction has ended: the first moment after a commit.
        sa.event.listen(engine, "checkin", self._given_back)

    def _statement(self, _db: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        verb = statement.split(maxsplit=1)[0]
        table = _TABLE.search(statement)
        if verb != "BEGIN":  # SQLite's own, which the event of that name has told
            self.come(f"{verb} {table[1]}" if table else verb)

    def _commit(self, _db: Any) -> None:
        self.come("COMMIT")
        self._committed = True

    def _given_back(self, *_connection: Any) -> None:
        if self._committed:
            self._committed = False
            self.come("committed")
