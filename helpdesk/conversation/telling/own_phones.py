"""Telling those who have a phone of their own and did not book themselves: by day, under their own lock, once each."""

from collections.abc import Collection

import sqlalchemy as sa

from helpdesk.booking.persons import own_phones, tidings
from helpdesk.booking.persons.tidings import NEWS, Due
from helpdesk.conversation.house import House
from helpdesk.conversation.telling.one_by_one import one_by_one, unless_failed
from helpdesk.conversation.telling.starting import Errand, start
from helpdesk.messaging.policy.sending_hours import next_allowed
from helpdesk.messaging.states import Kind
from helpdesk.people import contacts
from helpdesk.people.contacts import meet
from helpdesk.people.persons import person_named
from helpdesk.people.tables import Reach

BATCH = 200


def tell_own_phones(engine: sa.Engine, house: House) -> int:
    """Say all that is due on own phones; how many messages were written.

    Raises ExceptionGroup when something could not be said, after all else was.
    """
    now = house.clock.now()
    if next_allowed(now) > now:
        return 0

    def due(db: sa.Connection, failed: Collection[Due]) -> list[Due]:
        return tidings.due(db, now=now, at_most=BATCH, but_not=[one.id for one in failed])

    return unless_failed(*one_by_one(engine, due, lambda db, one: _tell(db, house, one)))


def _tell(db: sa.Connection, house: House, one: Due) -> int:
    """Tell her, unless she wants no messages or no texts: then whoever booked is told alone, as before.

    Two of one booking who have one phone get one text.
    """
    now = house.clock.now()
    contact = meet(db, one.address, now=now)
    wanted = contact.opted_out_at is None and contact.reach == Reach.TEXT.value
    together = tidings.take(db, one, wanted=wanted, now=now)
    if not together:
        return 0
    if contact.commune_id is None:
        contacts.change(db, contact.id, commune_id=one.commune_id)
        contact = contacts.hold(db, contact.id)
    named = []
    for each in together:
        own_phones.belongs_to(db, each.person_id, contact.id)
        person = person_named(db, each.person_id)
        named.append([person.name, person.birth_year])
    facts = {
        "told_booking_id": one.booking_id,
        "told_person_ids": [each.person_id for each in together],
        "told_booked_ids": [each.booked_id for each in together],
        "told_opening_id": one.opening_id,
        "told_names": named,
        "tiding": one.kind,
    }
    errand = Errand(
        flow="told_too",
        facts=facts,
        kind=Kind.NOTICE if one.kind in NEWS else Kind.REMINDER,
        intent_key=tidings.key_of(together),
        useful_until=max(each.useful_until for each in together),
        about=tuple(each.about for each in together),
    )
    return 1 if start(db, contact, errand, house) is not None else 0
