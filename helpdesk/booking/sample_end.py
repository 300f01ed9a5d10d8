"""The end of the sample: what goes with it when a real commune is added, and whom it may leave waiting."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from helpdesk.booking.sample import remove_sample
from helpdesk.booking.states import LIVE
from helpdesk.booking.tables import bookings, openings
from helpdesk.messaging.delivery.settling import drop
from helpdesk.messaging.states import State
from helpdesk.messaging.tables import outbound_messages
from helpdesk.people.tables import contacts
from helpdesk.places.tables import communes, places


@dataclass(frozen=True, slots=True)
class SampleEnd:
    """What was taken away. `waiting` are the addresses of contacts who had a booking there still to come."""

    communes: tuple[str, ...] = ()
    places: int = 0
    openings: int = 0
    waiting: tuple[str, ...] = ()


def end_sample(db: sa.Connection, *, now: datetime) -> SampleEnd:
    """Take the sample communes away with all that hangs on them; what was to be sent of them is sent no more.

    Bookings go, too: nobody will be at an opening that was invented. Who holds one still to come is told to the
    operator, because in development, too, a real gateway may have been tried by somebody real.
    """
    sample = sa.select(communes.c.id).where(communes.c.sample)
    names = db.execute(sa.select(communes.c.name).where(communes.c.sample).order_by(communes.c.id))
    gone = SampleEnd(
        communes=tuple(names.scalars()),
        places=_count(db, places, places.c.commune_id.in_(sample)),
        openings=_count(db, openings, openings.c.commune_id.in_(sample)),
        waiting=_waiting(db, now=now),
    )
    m = outbound_messages.c
    queued = sa.select(m.id).where(m.commune_id.in_(sample), m.state == State.QUEUED.value)
    for message_id in db.execute(queued).scalars().all():
        drop(db, message_id, reason="sample_ended", now=now)
    remove_sample(db)
    return gone


def _count(db: sa.Connection, table: sa.Table, which: sa.ColumnElement[bool]) -> int:
    return int(db.execute(sa.select(sa.func.count()).select_from(table).where(which)).scalar_one())


def _waiting(db: sa.Connection, *, now: datetime) -> tuple[str, ...]:
    query = (
        sa.select(contacts.c.address)
        .join(bookings, bookings.c.contact_id == contacts.c.id)
        .join(openings, openings.c.id == bookings.c.opening_id)
        .join(communes, communes.c.id == openings.c.commune_id)
        .where(communes.c.sample, openings.c.ends_at > now, bookings.c.state.in_(LIVE))
        .distinct()
        .order_by(contacts.c.address)
    )
    return tuple(db.execute(query).scalars())
