"""Telling those who have a phone of their own and did not book themselves: by day, under their own lock, once each."""

import sqlalchemy as sa

from helpdesk.booking.persons import own_phones
from helpdesk.booking.persons.own_phones import NEWS, Due
from helpdesk.conversation.house import House
from helpdesk.conversation.starting import Errand, start
from helpdesk.messaging.sending_hours import next_allowed
from helpdesk.messaging.states import Kind
from helpdesk.people import contacts
from helpdesk.people.contacts import meet
from helpdesk.people.persons import person_named
from helpdesk.people.tables import Reach
from helpdesk.store.engine import reading

BATCH = 200


def tell_own_phones(engine: sa.Engine, house: House) -> int:
    """Say all that is due on own phones; how many messages were written."""
    now = house.clock.now()
    if next_allowed(now) > now:
        return 0
    written = 0
    while True:
        with reading(engine) as db:
            found = own_phones.due(db, now=now, at_most=BATCH)
        for one in found:
            with engine.begin() as db:
                written += _tell(db, house, one)
        if len(found) < BATCH:
            return written


def _tell(db: sa.Connection, house: House, one: Due) -> int:
    """Tell her, unless she wants no messages or no texts: then whoever booked is told alone, as before."""
    now = house.clock.now()
    contact = meet(db, one.address, now=now)
    wanted = contact.opted_out_at is None and contact.reach == Reach.TEXT.value
    if not own_phones.take(db, one, wanted=wanted, now=now):
        return 0
    if contact.commune_id is None:
        contacts.change(db, contact.id, commune_id=one.commune_id)
        contact = contacts.hold(db, contact.id)
    own_phones.belongs_to(db, one.person_id, contact.id)
    person = person_named(db, one.person_id)
    facts = {
        "told_booking_id": one.booking_id,
        "told_person_id": one.person_id,
        "told_opening_id": one.opening_id,
        "told_name": [person.name, person.birth_year],
        "tiding": one.kind.value,
    }
    errand = Errand(
        flow="told_too",
        facts=facts,
        kind=Kind.NOTICE if one.kind in NEWS else Kind.REMINDER,
        intent_key=one.key,
        useful_until=one.useful_until,
        about=(one.about,),
    )
    return 1 if start(db, contact, errand, house) is not None else 0
