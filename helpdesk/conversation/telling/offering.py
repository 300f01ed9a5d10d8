"""Offering places that came free: to the first on the waiting list whose party fits, by a text or a call."""

import sqlalchemy as sa

from helpdesk.booking.waiting_list import holding, offers
from helpdesk.booking.waiting_list.offers import Offer
from helpdesk.booking.waiting_list.waiting_queue import Fitting, end_wait, fitting, waits_over
from helpdesk.conversation.house import House
from helpdesk.conversation.telling.one_by_one import one_by_one, unless_failed
from helpdesk.conversation.telling.starting import Errand, start
from helpdesk.messaging.policy.sending_hours import next_allowed
from helpdesk.messaging.states import Kind
from helpdesk.people.contacts import Contact, hold
from helpdesk.people.tables import Reach
from helpdesk.store.engine import reading
from helpdesk.tickets.calls import NewCall, open_call

BATCH = 200


def offer_places(engine: sa.Engine, house: House) -> int:
    """End what was not answered in time, then offer what is free to who waits; the number of offers made.

    Offers are made in sending hours only: places would be held while nobody may be told. Raises ExceptionGroup when
    some could not be made or ended, after all the others were.
    """
    now = house.clock.now()
    _, failed = one_by_one(
        engine,
        lambda db, but_not: holding.due(db, now=now, at_most=BATCH, but_not=but_not),
        lambda db, offer_id: holding.end_due(db, offer_id, now=now),
    )
    _, stuck = one_by_one(
        engine,
        lambda db, _failed: waits_over(db, now=now, at_most=BATCH),
        lambda db, wait_id: end_wait(db, wait_id, now=now),
    )
    failed += stuck
    made = 0
    if next_allowed(now) == now:
        made = _offer_what_is_free(engine, house, failed)
    return unless_failed(made, failed)


def _offer_what_is_free(engine: sa.Engine, house: House, failed: list[Exception]) -> int:
    now = house.clock.now()
    passed_over: set[int] = set()
    made = 0
    while True:
        with reading(engine) as db:
            found = fitting(db, now=now, at_most=BATCH, but_not=passed_over)
        done = set[int]()
        for one in found:
            if one.contact_id in done:
                continue
            try:
                with engine.begin() as db:
                    if _offer(db, house, one):
                        done.add(one.contact_id)
            except Exception as error:  # noqa: BLE001 - raised by the caller, when the others have had their turn
                passed_over.add(one.contact_id)
                failed.append(error)
        made += len(done)
        if not done:
            # What was found could not be had: somebody else was quicker. The next sweep looks again.
            return made


def _offer(db: sa.Connection, house: House, one: Fitting) -> bool:
    now = house.clock.now()
    contact = hold(db, one.contact_id)
    if contact.opted_out_at is not None or offers.held_of(db, contact.id) is not None:
        return False
    offer = holding.make_offer(db, one.wait_id, one.opening_id, now=now)
    if offer is None:
        return False
    told = _tell(db, house, contact, offer)
    if not told:
        holding.withdraw_offer(db, offer.id, now=now)
    return told


def _tell(db: sa.Connection, house: House, contact: Contact, offer: Offer) -> bool:
    """Say it in the one way in which she is reached; an official rings who does not read, and answers for her."""
    if contact.reach == Reach.TEXT.value:
        errand = Errand(
            flow="offer",
            facts={"offer_id": offer.id},
            kind=Kind.NOTICE,
            intent_key=offer.key,
            useful_until=offer.until,
            about=(offer.subject,),
        )
        return start(db, contact, errand, house) is not None
    call = NewCall(
        commune_id=offer.opening.commune_id,
        contact_id=contact.id,
        booking_id=None,
        opening_id=offer.opening.id,
        intent_key=offer.key,
        said=offer.subject.said,
        due_by=offer.until,
        offer_id=offer.id,
    )
    return open_call(db, call, now=house.clock.now()) is not None
