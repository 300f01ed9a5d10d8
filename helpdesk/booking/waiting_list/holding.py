"""Holding places for who waits, for a limited time, and giving back what nobody wanted."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from helpdesk.booking.openings import give_back_places, take_places
from helpdesk.booking.openings import opening as opening_by_id
from helpdesk.booking.states import OpeningState
from helpdesk.booking.tables import openings
from helpdesk.booking.waiting_list.offers import Offer, held_for, hold_offer, offer_by_id, subject_name
from helpdesk.booking.waiting_list.one_after_another import next_in_turn
from helpdesk.booking.waiting_list.waiting import Wait, hold_wait, move_wait
from helpdesk.booking.waiting_list.waiting_states import OfferState, WaitState, offers_that_may
from helpdesk.booking.waiting_list.waiting_tables import offers
from helpdesk.messaging.policy.sending_hours import after_sending_time
from helpdesk.messaging.subjects import withdraw
from helpdesk.people.tables import contacts
from helpdesk.tickets import calls

f, o = offers.c, openings.c

HELD_FOR = timedelta(hours=4)
"""How long places are held, counted in sending hours. Phones are off where there is no power and on again at noon or
in the evening: an hour would pass most of them by, a whole day would leave nothing for the next in the queue."""

MOST_OFFERS = 3
"""Offers somebody lets go by before she is no longer asked: whoever did not want or hear three has found another way."""

_HELD = f.state == sa.literal(OfferState.HELD.value, literal_execute=True)


def make_offer(db: sa.Connection, wait_id: int, opening_id: int, *, now: datetime) -> Offer | None:
    """Hold places of an opening for who waits; None, and nothing changed, when they or she are not there any more.

    What was withdrawn from her, because the opening was called off or she could not be told, is offered again in its
    own row. The caller holds the contact.
    """
    wait = hold_wait(db, wait_id)
    if wait is None or wait.state is not WaitState.WAITING:
        return None
    if take_places(db, opening_id, wait.party, now=now) is None:
        return None
    move_wait(db, wait.id, WaitState.OFFERED, now=now)
    where = opening_by_id(db, opening_id)
    row = {
        "commune_id": where.commune_id,
        "wait_id": wait.id,
        "contact_id": wait.contact_id,
        "opening_id": where.id,
        "party": wait.party,
        "state": OfferState.HELD.value,
        "made_at": now,
        "until": min(after_sending_time(now, HELD_FOR), where.starts_at),
    }
    withdrawn = (
        (f.wait_id == wait.id) & (f.opening_id == where.id) & f.state.in_(offers_that_may(OfferState.HELD))
    )
    again = offers.update().where(withdrawn).values(**row, settled_at=None)
    made = db.execute(again.returning(f.id)).scalar()
    if made is None:
        made = db.execute(offers.insert().values(row).returning(f.id)).scalar_one()
    return offer_by_id(db, made)


def due(db: sa.Connection, *, now: datetime, at_most: int, but_not: Collection[int] = ()) -> list[int]:
    """Offers that are held and should not be any more: out of time, called off or closed, or to somebody who opted out.

    It costs what is held: openings and contacts are looked up for that only, whatever a planner thinks of joins.
    """
    query = sa.select(f.id, f.until, f.opening_id, f.contact_id).where(_HELD).order_by(f.until, f.id)
    held = db.execute(query).all()
    if not held:
        return []
    openings_held = o.id.in_({row.opening_id for row in held})
    # Of one that is being changed the offer stays: it may be undone.
    off = (o.state == OpeningState.CANCELLED.value) | o.closed_since.is_not(None)
    called_off = sa.select(o.id).where(openings_held, off)
    asked = contacts.c.id.in_({row.contact_id for row in held})
    silent = sa.select(contacts.c.id).where(asked, contacts.c.opted_out_at.is_not(None))
    gone, deaf = set(db.execute(called_off).scalars()), set(db.execute(silent).scalars())
    over = [row.id for row in held if row.until <= now or row.opening_id in gone or row.contact_id in deaf]
    return [offer_id for offer_id in over if offer_id not in but_not][:at_most]


def end_due(db: sa.Connection, offer_id: int, *, now: datetime) -> bool:
    """Give back the places of an offer whose time is over; False where it has been answered meanwhile."""
    offer, wait = hold_offer(db, offer_id)
    if offer is None or wait is None or offer.state is not OfferState.HELD:
        return False
    opted_out = db.execute(
        sa.select(contacts.c.opted_out_at).where(contacts.c.id == offer.contact_id)
    ).scalar_one()
    called_off = offer.opening.state is OpeningState.CANCELLED or offer.opening.closed_since is not None
    if not called_off and opted_out is None and offer.until > now:
        return False
    to = OfferState.WITHDRAWN if called_off or opted_out is not None else OfferState.LAPSED
    end_offer(db, offer, to, now=now)
    # Who opted out stays on the list, and is offered nothing while she is told nothing.
    put_back(db, offer, wait, to, now=now)
    return True


def withdraw_offer(db: sa.Connection, offer_id: int, *, now: datetime) -> bool:
    """Take back an offer that could not be said; she stays on the list. False where it is not held any more."""
    offer, wait = hold_offer(db, offer_id)
    if offer is None or wait is None or offer.state is not OfferState.HELD:
        return False
    end_offer(db, offer, OfferState.WITHDRAWN, now=now)
    move_wait(db, wait.id, WaitState.WAITING, now=now)
    return True


def end_held_of(db: sa.Connection, wait: Wait, to: OfferState, *, now: datetime) -> None:
    """End what is held for who waits, if anything is."""
    held = held_for(db, wait.id)
    if held is not None:
        end_offer(db, held, to, now=now)


def end_offer(db: sa.Connection, offer: Offer, to: OfferState, *, now: datetime) -> bool:
    """End an offer of which nothing came: its places are given back, once, and what tells of it is taken back."""
    if not move_offer(db, offer.id, to, now=now):
        return False
    give_back_places(db, offer.opening.id, offer.party)
    withdraw(db, subject_name(offer.id), now=now)
    calls.withdraw_of_offer(db, offer.id, now=now)
    return True


def move_offer(db: sa.Connection, offer_id: int, to: OfferState, *, now: datetime, **values: Any) -> bool:
    """The one place where an offer changes its state."""
    moved = db.execute(
        offers.update()
        .where(f.id == offer_id, f.state.in_(offers_that_may(to)))
        .values(state=to.value, settled_at=now, **values)
    )
    return moved.rowcount == 1


def put_back(db: sa.Connection, offer: Offer, wait: Wait, why: OfferState, *, now: datetime) -> None:
    """Where she is after an offer of which nothing came.

    Who waits for any opening of the place waits on, for others, until she has let MOST_OFFERS go by; and so does who
    waits for one that was called off. Who waits for this one is off the list: what was let go by once is not offered
    again; a late yes is heard still.
    """
    if offer.opening.starts_at <= now:
        to = WaitState.WAITING if wait.any_will_do else WaitState.EXPIRED
    elif why is OfferState.WITHDRAWN:
        to = WaitState.WAITING
    elif not wait.any_will_do or _let_go_by(db, wait.id) >= MOST_OFFERS:
        to = WaitState.PASSED
    else:
        to = WaitState.WAITING
    move_wait(db, wait.id, to, now=now)
    if to is WaitState.PASSED and wait.called_off and wait.opening_id is not None:
        next_in_turn(db, contact_id=wait.contact_id, opening_id=wait.opening_id)


def _let_go_by(db: sa.Connection, wait_id: int) -> int:
    by = (OfferState.DECLINED.value, OfferState.LAPSED.value)
    query = sa.select(sa.func.count()).select_from(offers).where(f.wait_id == wait_id, f.state.in_(by))
    return int(db.execute(query).scalar_one())
