"""Who on the waiting list is next: for which places that are free, and whose waiting is over."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa

from helpdesk.booking.openings import TAKES_NEW, offers_service
from helpdesk.booking.states import OpeningState
from helpdesk.booking.tables import openings
from helpdesk.booking.waiting_list.waiting import move_wait
from helpdesk.booking.waiting_list.waiting_states import OfferState, WaitState
from helpdesk.booking.waiting_list.waiting_tables import offers, waits
from helpdesk.people.tables import contacts

w, o, f = waits.c, openings.c, offers.c

LEAST_NOTICE = timedelta(hours=2)
"""Nobody is offered a place later than this before the opening: she has to hear of it, answer, and come."""

_WAITING = w.state == sa.literal(WaitState.WAITING.value, literal_execute=True)
# What she waits for. Made once: it costs as much as asking.
_WANTED = openings.alias("wanted")
_HELD = f.state == sa.literal(OfferState.HELD.value, literal_execute=True)


@dataclass(frozen=True, slots=True)
class Fitting:
    """Somebody who waits, and an opening with places for her whole party."""

    wait_id: int
    contact_id: int
    opening_id: int


def fitting(
    db: sa.Connection, *, now: datetime, at_most: int, but_not: Collection[int] = ()
) -> list[Fitting]:
    """Who may be offered what is free now: the first in the queue first, of each the next opening first.

    Not: who was offered this opening before and did not take it, to whom places are held at this moment, who opted out, and those of
    `but_not`, by contact. Who waits for an opening that was called off may have any other of the place; who waits for
    a service only what is for that. It costs what waits, whatever the number of bookings.
    """
    called_off = _WANTED.c.state == OpeningState.CANCELLED.value
    will_do = w.opening_id.is_(None) | (w.opening_id == o.id) | called_off
    offered_before = sa.exists().where(
        f.wait_id == w.id, f.opening_id == o.id, f.state != OfferState.WITHDRAWN.value
    )
    asked_now = sa.exists().where(f.contact_id == w.contact_id, _HELD)
    query = (
        sa.select(w.id, w.contact_id, o.id)
        .join_from(waits, openings, o.place_id == w.place_id)
        .join(contacts, contacts.c.id == w.contact_id)
        .outerjoin(_WANTED, _WANTED.c.id == w.opening_id)
        .where(
            _WAITING,
            w.ends_at > now,
            w.people.is_not(None),
            w.contact_id.not_in(but_not),
            contacts.c.opted_out_at.is_(None),
            TAKES_NEW,
            o.starts_at > now + LEAST_NOTICE,
            o.taken + w.party <= o.capacity,
            will_do,
            w.service.is_(None) | offers_service(w.service),
            ~offered_before,
            ~asked_now,
        )
        # Not by the key itself: SQLite would then walk all that ever waited in its order, not those who wait now.
        .order_by(w.id + 0, o.starts_at)
        .limit(at_most)
    )
    return [Fitting(*row) for row in db.execute(query)]


def waits_over(db: sa.Connection, *, now: datetime, at_most: int) -> list[int]:
    """Waits whose time is over and whose names are still kept; not while places are held for them."""
    over = w.people.is_not(None) & (w.ends_at <= now) & (w.state != WaitState.OFFERED.value)
    query = sa.select(w.id).where(over).order_by(w.ends_at).limit(at_most)
    return list(db.execute(query).scalars())


def end_wait(db: sa.Connection, wait_id: int, *, now: datetime) -> bool:
    """The opening has begun, or she has waited for too long: it is over, and her names go. Whether she was waiting."""
    expired = move_wait(db, wait_id, WaitState.EXPIRED, now=now)
    db.execute(waits.update().where(w.id == wait_id).values(people=None))
    return expired
