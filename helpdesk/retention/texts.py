"""Texts that nobody needs any more are emptied; that there was a message, and what became of it, stays countable."""

from datetime import datetime

import sqlalchemy as sa

from helpdesk.messaging.states import State
from helpdesk.messaging.tables import (
    attachments,
    inbound_messages,
    message_subjects,
    outbound_messages,
    understanding_marks,
)
from helpdesk.people.tables import contacts
from helpdesk.retention.limits import Limits

i, o = inbound_messages.c, outbound_messages.c

ON_THE_WAY = (State.QUEUED.value, State.SENDING.value, State.HANDED_OVER.value, State.UNCERTAIN.value)
"""Of these the text is still needed: to send it, or to find it with the provider."""


def forget_due(db: sa.Connection, *, now: datetime, limits: Limits, at_most: int) -> int:
    """Look at texts whose time has come, at most so many of each direction; how many were looked at.

    Every text is looked at early, when names may stand in it to whose keeping nobody has agreed. Where there is a
    consent it gets its whole time.
    """
    return _heard(db, now=now, limits=limits, at_most=at_most) + _told(
        db, now=now, limits=limits, at_most=at_most
    )


def _heard(db: sa.Connection, *, now: datetime, limits: Limits, at_most: int) -> int:
    query = (
        sa.select(i.id, i.received_at, contacts.c.consented_at)
        .join(contacts, contacts.c.id == i.contact_id)
        .where(i.forget_at <= now)
        .order_by(i.forget_at)
        .limit(at_most)
    )
    found = db.execute(query).all()
    later = {row.id: row.received_at + limits.kept for row in found if row.consented_at is not None}
    gone = [row.id for row in found if later.get(row.id, now) <= now]
    empty_heard(db, i.id.in_(gone))
    _put_off(db, inbound_messages, {id_: at for id_, at in later.items() if at > now})
    return len(found)


def _told(db: sa.Connection, *, now: datetime, limits: Limits, at_most: int) -> int:
    query = (
        sa.select(o.id, o.created_at, o.contact_id, o.state, contacts.c.consented_at)
        .outerjoin(contacts, contacts.c.id == o.contact_id)
        .where(o.forget_at <= now)
        .order_by(o.forget_at)
        .limit(at_most)
    )
    found = db.execute(query).all()
    # To officials we write lists: names that were agreed to.
    agreed = {row.id for row in found if row.contact_id is None or row.consented_at is not None}
    later = {row.id: row.created_at + limits.kept for row in found if row.id in agreed}
    # One that somebody must still see to keeps its words a week at a time.
    waiting = {row.id for row in found if row.state in ON_THE_WAY}
    later |= {id_: now + (limits.kept / 52) for id_ in waiting if later.get(id_, now) <= now}
    empty_told(db, o.id.in_([row.id for row in found if later.get(row.id, now) <= now]))
    _put_off(db, outbound_messages, {id_: at for id_, at in later.items() if at > now})
    return len(found)


def empty_heard(db: sa.Connection, which: sa.ColumnElement[bool]) -> None:
    """Empty the texts that came in for which `which` holds."""
    db.execute(inbound_messages.update().where(which).values(text="", forget_at=None))


def empty_marks(db: sa.Connection, which: sa.ColumnElement[bool]) -> None:
    """Empty what officials marked of the texts that came in for which `which` holds; that there was a mark stays."""
    heard = sa.select(i.id).where(which)
    marked = understanding_marks.c.inbound_id.in_(heard)
    db.execute(understanding_marks.update().where(marked).values(text=""))


def empty_told(db: sa.Connection, which: sa.ColumnElement[bool]) -> None:
    """Empty the texts that went out for which `which` holds, with what was attached to them."""
    ids = db.execute(sa.select(o.id).where(which)).scalars().all()
    if not ids:
        return
    for table in (attachments, message_subjects):
        db.execute(table.delete().where(table.c.message_id.in_(ids)))
    db.execute(outbound_messages.update().where(o.id.in_(ids)).values(text="", forget_at=None))


def _put_off(db: sa.Connection, table: sa.Table, until: dict[int, datetime]) -> None:
    if until:
        put = table.update().where(table.c.id == sa.bindparam("row")).values(forget_at=sa.bindparam("at"))
        db.execute(put, [{"row": id_, "at": at} for id_, at in until.items()])
