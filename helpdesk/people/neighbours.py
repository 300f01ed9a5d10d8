"""Neighbours who take messages for somebody who cannot read them: asked once, and never without their own yes."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

import sqlalchemy as sa

from helpdesk.people.tables import Helping, Reach, contacts, neighbours
from helpdesk.store.upsert import insert_if_new

MOST_NAMED = 3
"""Neighbours that one contact may have asked within NAMED_WITHIN: nobody sends strangers our questions in numbers."""

NAMED_WITHIN = timedelta(days=30)

n = neighbours.c


class Naming(StrEnum):
    """What came of naming a neighbour."""

    NAMED = "named"
    AGREED = "agreed"
    REFUSED = "refused"
    TOO_MANY = "too_many"


def name(db: sa.Connection, contact_id: int, address: str, *, now: datetime) -> Naming:
    """Note that a neighbour (canonical number) is to be asked. Who was asked before is not asked again."""
    query = sa.select(n.address, n.state, n.wanted_at).where(n.contact_id == contact_id)
    before = db.execute(query).all()
    known = {row.address: Helping(row.state) for row in before}
    if address in known:
        return _AS_IT_STANDS[known[address]]
    if sum(row.wanted_at > now - NAMED_WITHIN for row in before) >= MOST_NAMED:
        return Naming.TOO_MANY
    row = {"contact_id": contact_id, "address": address, "state": Helping.WANTED.value, "wanted_at": now}
    insert_if_new(db, neighbours, row)
    return Naming.NAMED


_AS_IT_STANDS = {
    Helping.WANTED: Naming.NAMED,
    Helping.ASKED: Naming.NAMED,
    Helping.AGREED: Naming.AGREED,
    Helping.DECLINED: Naming.REFUSED,
    Helping.ENDED: Naming.REFUSED,
}


@dataclass(frozen=True, slots=True)
class ToAsk:
    """A neighbour who was named and is still to be asked, and the contact who named him."""

    id: int
    contact_id: int
    address: str


def to_ask(db: sa.Connection, *, at_most: int, but_not: Collection[int] = ()) -> list[ToAsk]:
    """Who is to be asked but for these, the longest waiting first."""
    query = (
        sa.select(n.id, n.contact_id, n.address)
        .where(n.state == sa.literal(Helping.WANTED.value, literal_execute=True), n.id.not_in(but_not))
        .order_by(n.wanted_at, n.id)
        .limit(at_most)
    )
    return [ToAsk(*row) for row in db.execute(query)]


def note_asked(db: sa.Connection, neighbour: ToAsk, *, neighbour_id: int, now: datetime) -> bool:
    """Note that he is being asked, as the contact `neighbour_id`; False where another was quicker."""
    waiting = (n.id == neighbour.id) & (n.state == Helping.WANTED.value)
    asked = {"state": Helping.ASKED.value, "neighbour_id": neighbour_id, "asked_at": now}
    return db.execute(neighbours.update().where(waiting).values(asked)).rowcount == 1


def is_asked(db: sa.Connection, contact_id: int, neighbour_id: int) -> bool:
    """Whether he has a question about her before him."""
    own = (n.contact_id == contact_id) & (n.neighbour_id == neighbour_id)
    return db.execute(sa.select(n.id).where(own, n.state == Helping.ASKED.value)).first() is not None


def answer(db: sa.Connection, contact_id: int, neighbour_id: int, *, agrees: bool, now: datetime) -> bool:
    """Keep his answer; False where nobody asks him any more. His yes takes the place of an earlier neighbour's."""
    own = (n.contact_id == contact_id) & (n.neighbour_id == neighbour_id)
    state = Helping.AGREED if agrees else Helping.DECLINED
    said = neighbours.update().where(own, n.state == Helping.ASKED.value)
    if db.execute(said.values(state=state.value, answered_at=now)).rowcount == 0:
        return False
    if agrees:
        others = (n.contact_id == contact_id) & (n.neighbour_id != neighbour_id)
        ended = neighbours.update().where(others, n.state == Helping.AGREED.value)
        db.execute(ended.values(state=Helping.ENDED.value, answered_at=now))
    return True


def end(db: sa.Connection, contact_id: int, neighbour_id: int, *, now: datetime) -> bool:
    """He helps no more; False where he did not."""
    own = (n.contact_id == contact_id) & (n.neighbour_id == neighbour_id)
    ended = neighbours.update().where(own, n.state == Helping.AGREED.value)
    return db.execute(ended.values(state=Helping.ENDED.value, answered_at=now)).rowcount == 1


def helps(db: sa.Connection, contact_id: int, neighbour_id: int) -> bool:
    """Whether he takes her messages."""
    own = (n.contact_id == contact_id) & (n.neighbour_id == neighbour_id)
    return db.execute(sa.select(n.id).where(own, n.state == Helping.AGREED.value)).first() is not None


def helped_by(db: sa.Connection, neighbour_id: int) -> int | None:
    """The contact whose messages he takes, the one he agreed to last; None for who takes nobody's."""
    query = (
        sa.select(n.contact_id)
        .where(n.neighbour_id == neighbour_id, n.state == Helping.AGREED.value)
        .order_by(n.answered_at.desc(), n.id.desc())
        .limit(1)
    )
    found: int | None = db.execute(query).scalar()
    return found


def helper_of(db: sa.Connection, contact_id: int) -> int | None:
    """The contact who takes her messages: he agreed, is texted himself, and has not opted out; else None."""
    query = (
        sa.select(n.neighbour_id)
        .join(contacts, contacts.c.id == n.neighbour_id)
        .where(n.contact_id == contact_id, n.state == Helping.AGREED.value)
        .where(contacts.c.reach == Reach.TEXT.value, contacts.c.opted_out_at.is_(None))
        .order_by(n.answered_at.desc(), n.id.desc())
        .limit(1)
    )
    found: int | None = db.execute(query).scalar()
    return found


def forget(db: sa.Connection, contact_id: int) -> None:
    """Forget whom she named, and that anybody named her."""
    address = sa.select(contacts.c.address).where(contacts.c.id == contact_id).scalar_subquery()
    mine = (n.contact_id == contact_id) | (n.neighbour_id == contact_id) | (n.address == address)
    db.execute(neighbours.delete().where(mine))
