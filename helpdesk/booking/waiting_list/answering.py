"""What somebody answers to an offer: a yes is a booking, a no gives the places to the next."""

from collections.abc import Collection, Mapping
from datetime import datetime
from enum import StrEnum
from random import Random

import sqlalchemy as sa

from helpdesk.booking.bookings import Booking, live_by_id
from helpdesk.booking.changes import book, move
from helpdesk.booking.codes import CHANCE
from helpdesk.booking.openings import Opening, give_back_places, hold_openings
from helpdesk.booking.openings import opening as opening_by_id
from helpdesk.booking.persons.needs import Need
from helpdesk.booking.persons.own_phones import give_all
from helpdesk.booking.services import Service
from helpdesk.booking.states import OpeningState
from helpdesk.booking.waiting_list.holding import end_held_of, end_offer, move_offer, put_back
from helpdesk.booking.waiting_list.offers import Offer, hold_offer
from helpdesk.booking.waiting_list.still_booked import stands_in_a_changing_day, still_booked
from helpdesk.booking.waiting_list.waiting import Wait, move_wait
from helpdesk.booking.waiting_list.waiting_states import OfferState, WaitState
from helpdesk.booking.waiting_list.waiting_tables import offers, waits
from helpdesk.settings import Timetable
from helpdesk.tickets import calls

f, w = offers.c, waits.c


class Answered(StrEnum):
    """What came of a yes or a no to an offer."""

    BOOKED = "booked"
    # The places have gone to somebody else, or the opening is no longer to be had.
    GONE = "gone"
    # Declined; she is not on the list any more, or still is for other openings of the place.
    LEFT = "left"
    STILL_WAITING = "still_waiting"
    # The opening, or the day of her booking, is being called off or put off, which may be undone: held on for her.
    CHANGING = "changing"


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

    How many persons one phone may hold (`held_places.MOST_HELD`) is not looked at here: who answers by text is asked by
    the conversation before this, and an official who answers for her may go beyond it.
    """
    offer, wait = hold_offer(db, offer_id)
    if offer is None or wait is None or offer.contact_id != contact_id:
        return Answered.GONE, None
    if offer.booking_id is not None:  # said twice
        there = live_by_id(db, [offer.booking_id]).get(offer.booking_id)
        return (Answered.BOOKED, there) if there else (Answered.GONE, None)
    held = offer.state is OfferState.HELD
    if not wait.people or wait.state not in (WaitState.WAITING, WaitState.OFFERED, WaitState.PASSED):
        return Answered.GONE, None
    if held and (offer.opening.state is OpeningState.CHANGING or stands_in_a_changing_day(db, wait)):
        return Answered.CHANGING, None
    standing = still_booked(db, wait)
    if standing is not None:
        hold_openings(db, standing.opening.id, offer.opening.id)
    if held:
        give_back_places(db, offer.opening.id, offer.party)
    if standing is not None:
        # Her day was called off: its booking goes where she is offered places, with its code and all told of it.
        if not _takes(opening_by_id(db, offer.opening.id), standing.party, now=now):
            return _gone(db, offer, wait, now=now)
        _settle(db, offer, wait, booking_id=standing.id, now=now)
        moved = move(db, standing, offer.opening, now=now, timetable=timetable, chance=chance)
        return (Answered.BOOKED, moved) if moved is not None else (Answered.GONE, None)
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
        relations=wait.relations,
    )
    if made is None:
        return _gone(db, offer, wait, now=now)
    _settle(db, offer, wait, booking_id=made.id, now=now)
    _note_phones(db, made, wait, now=now, timetable=timetable)
    return Answered.BOOKED, made


def _takes(opening: Opening, party: int, *, now: datetime) -> bool:
    return opening.state is OpeningState.OPEN and opening.starts_at > now and opening.free >= party


def _gone(db: sa.Connection, offer: Offer, wait: Wait, *, now: datetime) -> tuple[Answered, None]:
    """There are no such places: the opening was called off, or has begun, or a late yes was too late."""
    if offer.state is OfferState.HELD:
        move_offer(db, offer.id, OfferState.WITHDRAWN, now=now)
        put_back(db, offer, wait, OfferState.WITHDRAWN, now=now)
    return Answered.GONE, None


def _settle(db: sa.Connection, offer: Offer, wait: Wait, *, booking_id: int, now: datetime) -> None:
    """Note what came of the offer; she waits no more."""
    if offer.state is OfferState.HELD:
        move_offer(db, offer.id, OfferState.ACCEPTED, now=now, booking_id=booking_id)
        calls.withdraw_of_offer(db, offer.id, now=now)
    else:
        # Said twice, a late yes is the same booking.
        db.execute(offers.update().where(f.id == offer.id).values(booking_id=booking_id))
        if wait.state is WaitState.OFFERED:
            # A late yes to an earlier offer, while another one is held for her: that goes to the next.
            end_held_of(db, wait, OfferState.DECLINED, now=now)
    move_wait(db, wait.id, WaitState.BOOKED, now=now)


def _note_phones(
    db: sa.Connection, made: Booking, wait: Wait, *, now: datetime, timetable: Timetable
) -> None:
    """The phones that were told with the names, in whose order they are booked."""
    numbers = {made.people[at].id: phone for at, phone in wait.phones.items()}
    if numbers:
        give_all(db, made, numbers, by_contact_id=wait.contact_id, now=now, timetable=timetable)


def decline(db: sa.Connection, offer_id: int, *, contact_id: int, now: datetime) -> Answered:
    """Her no: the places go to the next. Who waits for any opening of the place goes on waiting."""
    offer, wait = hold_offer(db, offer_id)
    if offer is None or wait is None or offer.contact_id != contact_id:
        return Answered.LEFT
    if offer.state is OfferState.HELD:
        end_offer(db, offer, OfferState.DECLINED, now=now)
        put_back(db, offer, wait, OfferState.DECLINED, now=now)
    still = db.execute(sa.select(w.state).where(w.id == wait.id)).scalar_one()
    return Answered.STILL_WAITING if still == WaitState.WAITING.value else Answered.LEFT
