"""Sessions: which page of which answer is before her, and what every turn was shown."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import sqlalchemy as sa

from helpdesk.conversation.tables import ussd_sessions
from helpdesk.store.upsert import upsert

LONGEST_WAIT = timedelta(seconds=180)
"""How long networks keep a session open for an answer: 120 to 180 s by operator. We hold nobody to it."""

c = ussd_sessions.c


@dataclass(frozen=True, slots=True)
class Session:
    """A session after its last turn. `page`, and `seen`, the furthest page of this text, count from 0; `asked` is the
    question before her, "flow.step"; `resuming`: whether to go on is asked; `shown` is [page, whether it went on] of
    each turn by its number."""

    last_turn: int
    page: int
    seen: int
    asked: str | None
    resuming: bool
    shown: Mapping[str, tuple[int, bool]] = field(default_factory=dict)
    ended_at: datetime | None = None

    @property
    def over(self) -> bool:
        """Whether the conversation asked nothing any more when this text was said."""
        return self.asked is None and not self.resuming


_KEY = ("gateway_id", "session_id")
_CHANGED = tuple(column.name for column in c if column.name not in ("id", *_KEY, "contact_id"))

_OF = sa.select(c.last_turn, c.page, c.seen, c.asked, c.resuming, c.shown, c.ended_at).where(
    c.gateway_id == sa.bindparam("gateway"), c.session_id == sa.bindparam("session")
)


def find(db: sa.Connection, gateway_id: int, session_id: str) -> Session | None:
    """The session as it was left; None for one that begins."""
    row = db.execute(_OF, {"gateway": gateway_id, "session": session_id}).first()
    return Session(*row) if row else None


def keep(db: sa.Connection, session: Session, *, gateway_id: int, session_id: str, contact_id: int) -> None:
    """Keep a session as it is now."""
    row = {"gateway_id": gateway_id, "session_id": session_id, "contact_id": contact_id}
    row |= {name: getattr(session, name) for name in _CHANGED}
    upsert(db, ussd_sessions, row, key=_KEY, update=_CHANGED)
