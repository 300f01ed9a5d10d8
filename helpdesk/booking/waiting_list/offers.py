"""Offers: places that came free, held for a limited time for the first on the waiting list whose party fits.

Places that are held are counted in `openings.taken` like those that are booked, taken by the same conditional update,
so nobody can have them twice. Locks are taken in one order: contact, wait, offer, opening.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from random import Random
from typing import Any

import sqlalchemy as sa

from helpdesk.booking.bookings import Booking, live_by_id
from helpdesk.booking.changes import book
from helpdesk.booking.codes import CHANCE
from helpdesk.booking.openings import Opening, find_opening, give_back_places, take_places
from helpdesk.booking.openings import opening as opening_by_id
from helpdesk.booking.persons.needs import Need
from helpdesk.booking.services import Service
from helpdesk.booking.states import OpeningState
from helpdesk.booking.tables import openings
from helpdesk.booking.waiting_list.waiting import Wait, hold_wait, move_wait
from helpdesk.booking.waiting_list.waiting_states import OfferState, WaitState, offers_that_may
from helpdesk.booking.waiting_list.waiting_tables import offers, waits
from helpdesk.messaging.sending_hours import after_sending_time
from helpdesk.messaging.subjects import Subject, withdraw
from helpdesk.people.tables import contacts
from helpdesk.settings import Timetable
from helpdesk.tickets import calls

f, w, o = offers.c, waits.c, openings.c

HELD_FOR = timedelta(hours=4)
"""How long places are held, counted in sending hours. Phones are off where there is no power and on again at noon or
in the evening: an hour would pass most of them by, a whole day would leave nothing for the next in the queue."""

MOST_OFFERS = 3
"""Offers somebody lets go by before she is no longer asked: whoever did not want or hear three has found another way."""

_HELD = f.state == sa.literal(OfferState.HELD.value, literal_execute=True)


class Answered(StrEnum):
    """What came of a yes or a no to an offer."""

    BOOKED = "booked"
    # The places have gone to somebody else, or the opening is no longer to be had.
    GONE = "gone"
    # Declined; she is not on the list any more, or still is for other openings of the place.
    LEFT = "left"
    STILL_WAITING = "still_waiting"
    # The opening is being called off or put off, which may be undone: her places are held on.
    CHANGING = "changing"


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


def make_offer(db: sa.Connection, wait_id: int, opening_id: int, *, now: datetime) -> Offer | None:
    """Hold places of an opening for who waits; None, and nothing changed, when they or she are not there any more.

    The caller holds the contact.
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
    made = db.execute(offers.insert().values(row).returning(f.id)).scalar_one()
    return offer_by_id(db, made)


def accept(
    db: sa.Connection,
    offer_id: int,
    *,
    contact_id: int,
    now: datetime,
    timetable: Timetable,
    chance: Random = CHANCE,
    service: Service | None = None,
    needs: Mapping[int, Collection[Need]] | None = None,
) -> tuple[Answered, Booking | None]:
    """Make the offer a booking; the caller holds the contact, and has her consent. `service`, `needs`: see `book`.

    A late yes books as well while there are places and her names are kept. The places that are held are given back
    and booked under one lock of the opening, so nobody comes between.
    """
    offer, wait = _hold(db, offer_id)
    if offer is None or wait is None or offer.contact_id != contact_id:
        return Answered.GONE, None
    if offer.booking_id is not None:  # said twice
        there = live_by_id(db, [offer.booking_id]).get(offer.booking_id)
        return (Answered.BOOKED, there) if there else (Answered.GONE, None)
    held = offer.state is OfferState.HELD
    if not wait.people or wait.state not in (WaitState.WAITING, WaitState.OFFERED, WaitState.PASSED):
        return Answered.GONE, None
    if held and offer.opening.state is OpeningState.CHANGING:
        return Answered.CHANGING, None
    if held:
        give_back_places(db, offer.opening.id, offer.party)
    made = book(
        db,
        offer.opening,
        wait.people,
        contact_id=contact_id,
        now=now,
        timetable=timetable,
        chance=chance,
        service=wait.service or service,
        needs=needs,
    )
    if made is None:
        if held:  # called off, or begun
            _move(db, offer.id, OfferState.WITHDRAWN, now=now)
            _put_back(db, offer, wait, OfferState.WITHDRAWN, now=now)
        return Answered.GONE, None
    if held:
        _move(db, offer.id, OfferState.ACCEPTED, now=now, booking_id=made.id)
        calls.withdraw_of_offer(db, offer.id, now=now)
    else:
        # Said twice, a late yes is the same booking.
        db.execute(offers.update().where(f.id == offer.id).values(booking_id=made.id))
        if wait.state is WaitState.OFFERED:
            # A late yes to an earlier offer, while another one is held for her: that goes to the next.
            _end_held_of(db, wait, OfferState.DECLINED, now=now)
    move_wait(db, wait.id, WaitState.BOOKED, now=now)
    return Answered.BOOKED, made


def decline(db: sa.Connection, offer_id: int, *, contact_id: int, now: datetime) -> Answered:
    """Her no: the places go to the next. Who waits for any opening of the place goes on waiting."""
    offer, wait = _hold(db, offer_id)
    if offer is None or wait is None or offer.contact_id != contact_id:
        return Answered.LEFT
    if offer.state is OfferState.HELD:
        _end(db, offer, OfferState.DECLINED, now=now)
        _put_back(db, offer, wait, OfferState.DECLINED, now=now)
    still = db.execute(sa.select(w.state).where(w.id == wait.id)).scalar_one()
    return Answered.STILL_WAITING if still == WaitState.WAITING.value else Answered.LEFT


def due(db: sa.Connection, *, now: datetime, at_most: int, but_not: Collection[int] = ()) -> list[int]:
    """Offers that are held and should not be any more: out of time, called off, or to somebody who opted out.

    It costs what is held: openings and contacts are looked up for that only, whatever a planner thinks of joins.
    """
    query = sa.select(f.id, f.until, f.opening_id, f.contact_id).where(_HELD).order_by(f.until, f.id)
    held = db.execute(query).all()
    if not held:
        return []
    openings_held = o.id.in_({row.opening_id for row in held})
    # Of one that is being changed the offer stays: it may be undone.
    called_off = sa.select(o.id).where(openings_held, o.state == OpeningState.CANCELLED.value)
    asked = contacts.c.id.in_({row.contact_id for row in held})
    silent = sa.select(contacts.c.id).where(asked, contacts.c.opted_out_at.is_not(None))
    gone, deaf = set(db.execute(called_off).scalars()), set(db.execute(silent).scalars())
    over = [row.id for row in held if row.until <= now or row.opening_id in gone or row.contact_id in deaf]
    return [offer_id for offer_id in over if offer_id not in but_not][:at_most]


def end_due(db: sa.Connection, offer_id: int, *, now: datetime) -> bool:
    """Give back the places of an offer whose time is over; False where it has been answered meanwhile."""
    offer, wait = _hold(db, offer_id)
    if offer is None or wait is None or offer.state is not OfferState.HELD:
        return False
    opted_out = db.execute(
        sa.select(contacts.c.opted_out_at).where(contacts.c.id == offer.contact_id)
    ).scalar_one()
    called_off = offer.opening.state is OpeningState.CANCELLED
    if not called_off and opted_out is None and offer.until > now:
        return False
    to = OfferState.WITHDRAWN if called_off or opted_out is not None else OfferState.LAPSED
    _end(db, offer, to, now=now)
    if opted_out is not None:
        move_wait(db, wait.id, WaitState.LEFT, now=now)
    else:
        _put_back(db, offer, wait, to, now=now)
    return True


def withdraw_offer(db: sa.Connection, offer_id: int, *, now: datetime) -> bool:
    """Take back an offer that could not be said; she stays on the list. False where it is not held any more."""
    offer, wait = _hold(db, offer_id)
    if offer is None or wait is None or offer.state is not OfferState.HELD:
        return False
    _end(db, offer, OfferState.WITHDRAWN, now=now)
    move_wait(db, wait.id, WaitState.WAITING, now=now)
    return True


def leave(db: sa.Connection, wait_id: int, *, now: datetime) -> bool:
    """Take somebody off the list, and give back what is held for her; False where she is not on it any more."""
    wait = hold_wait(db, wait_id)
    if wait is None:
        return False
    _end_held_of(db, wait, OfferState.WITHDRAWN, now=now)
    return move_wait(db, wait.id, WaitState.LEFT, now=now)


def leave_all(db: sa.Connection, contact_id: int, *, now: datetime) -> int:
    """Take a contact off every list, and forget the names that were kept of those that passed; how many lists."""
    mine = sa.select(w.id).where(w.contact_id == contact_id).order_by(w.id)
    left = sum(leave(db, wait_id, now=now) for wait_id in db.execute(mine).scalars().all())
    db.execute(waits.update().where(w.contact_id == contact_id).values(people=None))
    return left


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


def _hold(db: sa.Connection, offer_id: int) -> tuple[Offer | None, Wait | None]:
    """An offer and its wait as they are now, held until the transaction ends."""
    wait_id = db.execute(sa.select(f.wait_id).where(f.id == offer_id)).scalar()
    if wait_id is None:
        return None, None
    wait = hold_wait(db, wait_id)
    db.execute(sa.select(f.id).where(f.id == offer_id).with_for_update()).all()
    return offer_by_id(db, offer_id), wait


def _end_held_of(db: sa.Connection, wait: Wait, to: OfferState, *, now: datetime) -> None:
    held = held_for(db, wait.id)
    if held is not None:
        _end(db, held, to, now=now)


def _end(db: sa.Connection, offer: Offer, to: OfferState, *, now: datetime) -> bool:
    """End an offer of which nothing came: its places are given back, once, and what tells of it is taken back."""
    if not _move(db, offer.id, to, now=now):
        return False
    give_back_places(db, offer.opening.id, offer.party)
    withdraw(db, subject_name(offer.id), now=now)
    calls.withdraw_of_offer(db, offer.id, now=now)
    return True


def _move(db: sa.Connection, offer_id: int, to: OfferState, *, now: datetime, **values: Any) -> bool:
    """The one place where an offer changes its state."""
    moved = db.execute(
        offers.update()
        .where(f.id == offer_id, f.state.in_(offers_that_may(to)))
        .values(state=to.value, settled_at=now, **values)
    )
    return moved.rowcount == 1


def _put_back(db: sa.Connection, offer: Offer, wait: Wait, why: OfferState, *, now: datetime) -> None:
    """Where she is after an offer of which nothing came.

    Who waits for any opening of the place waits on, for others, until she has let MOST_OFFERS go by; and so does who
    waits for one that was called off. Who waits for this one is off the list: what was let go by once is not offered
    again; a late yes is heard still.
    """
    if offer.opening.starts_at <= now:
        to = WaitState.EXPIRED if wait.opening_id is not None else WaitState.WAITING
    elif why is OfferState.WITHDRAWN:
        to = WaitState.WAITING
    elif wait.opening_id is not None or _let_go_by(db, wait.id) >= MOST_OFFERS:
        to = WaitState.PASSED
    else:
        to = WaitState.WAITING
    move_wait(db, wait.id, to, now=now)


def _let_go_by(db: sa.Connection, wait_id: int) -> int:
    by = (OfferState.DECLINED.value, OfferState.LAPSED.value)
    query = sa.select(sa.func.count()).select_from(offers).where(f.wait_id == wait_id, f.state.in_(by))
    return int(db.execute(query).scalar_one())


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
    named = tuple((name, year) for name, year in people or ())
    return Offer(*[*values, named, where]) if where else None
