"""Offers: places of an opening that are, or were, held for somebody on the waiting list.

Held in `holding`, answered in `answering`. Places that are held are counted in `openings.taken` like those that are
booked, taken by the same conditional update, so nobody can have them twice. Locks are taken in one order: contact,
wait, offer, opening.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from helpdesk.booking.openings import Opening, find_opening
from helpdesk.booking.waiting_list.waiting import Wait, hold_wait
from helpdesk.booking.waiting_list.waiting_states import OfferState
from helpdesk.booking.waiting_list.waiting_tables import offers, waits
from helpdesk.messaging.subjects import Subject

f, w = offers.c, waits.c

_HELD = f.state == sa.literal(OfferState.HELD.value, literal_execute=True)


@dataclass(frozen=True, slots=True)
class Offer:
    """Places of an opening that are, or were, held for somebody; `people` as she named them when she joined."""

    id: int
    wait_id: int
    contact_id: int
    party: int
    state: OfferState
    made_at: datetime
    until: datetime
    booking_id: int | None
    people: tuple[tuple[str, int | None], ...]
    opening: Opening

    @property
    def subject(self) -> Subject:
        """What a message that says it is about, by which it is taken back."""
        return Subject(subject_name(self.id), "offer")

    @property
    def key(self) -> str:
        """Names it for good. Not by its id alone: SQLite gives the id of a row that was deleted to a new one."""
        return f"offer:{self.id}:{self.made_at:%Y%m%dT%H%M%S}"


def subject_name(offer_id: int) -> str:
    """The name under which messages about an offer are withdrawn, e.g. "offer:12"."""
    return f"offer:{offer_id}"


def held_in(db: sa.Connection, opening_id: int) -> list[Offer]:
    """The offers that hold places in an opening, the first to lapse first."""
    return sorted(_find(db, f.opening_id == opening_id, _HELD), key=lambda offer: (offer.until, offer.id))


def held_by_id(db: sa.Connection, ids: Collection[int]) -> dict[int, Offer]:
    """Those of `ids` that hold places, by id."""
    return {offer.id: offer for offer in _find(db, f.id.in_(ids), _HELD)} if ids else {}


def held_for(db: sa.Connection, wait_id: int) -> Offer | None:
    """What is held for who waits."""
    found = _find(db, f.wait_id == wait_id, _HELD)
    return found[0] if found else None


def held_of(db: sa.Connection, contact_id: int) -> Offer | None:
    """What is held for a contact; one thing at a time."""
    found = _find(db, f.contact_id == contact_id, _HELD)
    return found[0] if found else None


def offer_by_id(db: sa.Connection, offer_id: int) -> Offer | None:
    """One offer, whatever became of it."""
    found = _find(db, f.id == offer_id)
    return found[0] if found else None


def hold_offer(db: sa.Connection, offer_id: int) -> tuple[Offer | None, Wait | None]:
    """An offer and its wait as they are now, held until the transaction ends."""
    wait_id = db.execute(sa.select(f.wait_id).where(f.id == offer_id)).scalar()
    if wait_id is None:
        return None, None
    wait = hold_wait(db, wait_id)
    db.execute(sa.select(f.id).where(f.id == offer_id).with_for_update()).all()
    return offer_by_id(db, offer_id), wait


def _find(db: sa.Connection, *conditions: sa.ColumnElement[bool]) -> list[Offer]:
    columns = (
        f.id,
        f.wait_id,
        f.contact_id,
        f.party,
        f.state,
        f.made_at,
        f.until,
        f.booking_id,
        f.opening_id,
    )
    query = (
        sa.select(*columns, w.people)
        .join_from(offers, waits, w.id == f.wait_id)
        .where(*conditions)
        .order_by(f.id)
    )
    found = [_offer(db, row) for row in db.execute(query).all()]
    return [offer for offer in found if offer is not None]


def _offer(db: sa.Connection, row: Sequence[Any]) -> Offer | None:
    *values, opening_id, people = row
    values[4] = OfferState(values[4])
    where = find_opening(db, opening_id)
    named = tuple((name, year) for name, year, *_ in people or ())
    return Offer(*[*values, named, where]) if where else None
