"""The whole purge: everything whose time to be kept is over, a batch to a transaction."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import sqlalchemy as sa

from helpdesk.clock import local_date
from helpdesk.people.tables import contacts
from helpdesk.retention.erasure import erase
from helpdesk.retention.limits import ERASED_UNASKED, Limits
from helpdesk.retention.texts import forget_due
from helpdesk.retention.visits import forget_visits
from helpdesk.store.engine import reading

BATCH = 500
_LIST_FILE = re.compile(r"(\d{4}-\d{2}-\d{2})_.+\.(?:csv|html)")


@dataclass(frozen=True, slots=True)
class Purged:
    """How many texts were looked at, openings forgotten, contacts erased, and list files deleted."""

    texts: int
    visits: int
    erased: int
    files: int

    @property
    def total(self) -> int:
        """All of it."""
        return self.texts + self.visits + self.erased + self.files


def purge(engine: sa.Engine, *, now: datetime, limits: Limits, outgoing: Path) -> Purged:
    """Forget what is due by `now`. Cut short or run twice at once, it has only done a part of the same."""

    def repeated(batch: Callable[[sa.Connection], int]) -> int:
        total = 0
        while True:
            with engine.begin() as db:
                done = batch(db)
            total += done
            if done < BATCH:
                return total

    return Purged(
        texts=repeated(lambda db: forget_due(db, now=now, limits=limits, at_most=BATCH)),
        visits=repeated(lambda db: forget_visits(db, now=now, limits=limits, at_most=BATCH)),
        erased=_erase_overdue(engine, now=now),
        files=_delete_files(outgoing, before=local_date(now - limits.kept)),
    )


def _erase_overdue(engine: sa.Engine, *, now: datetime) -> int:
    overdue = contacts.c.erase_asked_at <= now - ERASED_UNASKED
    with reading(engine) as db:
        due = (
            db.execute(sa.select(contacts.c.id).where(overdue).order_by(contacts.c.erase_asked_at))
            .scalars()
            .all()
        )
    erased = 0
    for contact_id in due:
        with engine.begin() as db:
            erased += erase(db, contact_id, official_id=None, now=now)
    return erased


def _delete_files(folder: Path, *, before: date) -> int:
    """Delete finished lists of days before; other files in the folder are nobody's business here."""
    if not folder.is_dir():
        return 0
    gone = 0
    for path in folder.iterdir():
        named = _LIST_FILE.fullmatch(path.name)
        if named and named[1] < before.isoformat():
            path.unlink(missing_ok=True)
            gone += 1
    return gone
