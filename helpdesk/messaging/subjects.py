"""What messages that we start are about, so that they can be taken back while they wait."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from helpdesk.messaging.delivery.settling import drop
from helpdesk.messaging.states import State
from helpdesk.messaging.tables import message_subjects, outbound_messages

m, s = outbound_messages.c, message_subjects.c

WITHDRAWN = "withdrawn"
"""The code of a message that was taken back before it left."""

_NOT_SETTLED = [state.value for state in (State.QUEUED, State.SENDING, State.UNCERTAIN)]


@dataclass(frozen=True, slots=True)
class Subject:
    """What a message is about, e.g. "booking:12". `said` is what of it is said, for whoever must say it again."""

    name: str
    said: str = ""


def note_subjects(db: sa.Connection, message_id: int, about: Sequence[Subject]) -> None:
    """Write down what a message is about."""
    if about:
        rows = [
            {"message_id": message_id, "subject": subject.name, "said": subject.said} for subject in about
        ]
        db.execute(message_subjects.insert(), rows)


def subjects_of(db: sa.Connection, message_id: int) -> tuple[Subject, ...]:
    """What a message is about, in the order in which it was written down."""
    query = sa.select(s.subject, s.said).where(s.message_id == message_id).order_by(s.id)
    return tuple(Subject(*row) for row in db.execute(query))


def last_told(
    db: sa.Connection, contact_id: int, beginnings: Sequence[str], *, since: datetime
) -> str | None:
    """What was said last to a contact that begins with one of these, in a message that was not taken back; None: nothing."""
    query = (
        sa.select(s.said)
        .join(outbound_messages, m.id == s.message_id)
        .where(m.contact_id == contact_id, m.created_at >= since, m.state != State.DROPPED.value)
        .where(sa.or_(*(s.said.startswith(one, autoescape=True) for one in beginnings)))
        .order_by(m.id.desc(), s.id.desc())
        .limit(1)
    )
    said: str | None = db.execute(query).scalar()
    return said


def waiting_about(db: sa.Connection, name: str) -> list[str]:
    """What is said of `name` in messages that wait, the oldest first."""
    query = (
        sa.select(s.said)
        .join(outbound_messages, m.id == s.message_id)
        .where(s.subject == name, m.state == State.QUEUED.value)
        .order_by(s.id)
    )
    return list(db.execute(query).scalars())


def withdraw(db: sa.Connection, name: str, *, now: datetime) -> tuple[Subject, ...]:
    """Take back every message about `name` that has not left; all that was to be said in them.

    Of several subjects in one message that is the others', too: whoever withdraws lets them be said again, and may
    under the same intent, for it was never said. A worker that claims one at the same moment is waited for: either it
    leaves, or it is taken back. One that is in the provider's hands is not tried again, unless it is about others too.
    """
    query = (
        sa.select(m.id, m.state, m.intent_key)
        .where(m.id.in_(sa.select(s.message_id).where(s.subject == name)), m.state.in_(_NOT_SETTLED))
        .order_by(m.id)
        .with_for_update()
    )
    taken_back: list[Subject] = []
    for row in db.execute(query).all():
        about = subjects_of(db, row.id)
        if row.state == State.QUEUED.value:
            key = f"{WITHDRAWN}:{row.id}:{row.intent_key}"
            if drop(db, row.id, reason=WITHDRAWN, now=now, intent_key=key):
                taken_back += about
        elif {subject.name for subject in about} == {name}:
            db.execute(outbound_messages.update().where(m.id == row.id).values(useful_until=now))
    return tuple(taken_back)
