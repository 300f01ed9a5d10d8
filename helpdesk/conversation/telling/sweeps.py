"""Sweeps of conversations: reminders that are due, and questions that nobody answered."""

from collections.abc import Collection

import sqlalchemy as sa

from helpdesk.booking.reminding.reminders import contacts_due, take_due
from helpdesk.conversation.counting import note_expired
from helpdesk.conversation.house import House
from helpdesk.conversation.lasting import store
from helpdesk.conversation.lasting.lapsing import UNANSWERED, as_of
from helpdesk.conversation.tables import conversations
from helpdesk.conversation.telling.one_by_one import one_by_one, unless_failed
from helpdesk.conversation.telling.reminding import remind
from helpdesk.messaging.policy.sending_hours import next_allowed
from helpdesk.people.contacts import hold

BATCH = 200
"""Contacts looked at per query of a sweep."""

c = conversations.c


def remind_due(engine: sa.Engine, house: House) -> int:
    """Say every due reminder, in one message per contact or by calls to be made; the number of messages and calls.

    Not at night: the question would be open hours before she can see it, and her "1" to another would answer it.
    Raises ExceptionGroup when some contacts could not be told, after all the others were.
    """
    now = house.clock.now()
    if next_allowed(now) > now:
        return 0

    def due(db: sa.Connection, failed: Collection[int]) -> list[int]:
        return contacts_due(db, now=now, at_most=BATCH, but_not=failed)

    return unless_failed(*one_by_one(engine, due, lambda db, contact_id: _remind(db, house, contact_id)))


def _remind(db: sa.Connection, house: House, contact_id: int) -> int:
    contact = hold(db, contact_id)
    wanted = contact.opted_out_at is None
    due = take_due(db, contact_id, now=house.clock.now(), wanted=wanted)
    return remind(db, house, contact, due)


def expire_unanswered(engine: sa.Engine, house: House) -> int:
    """Close questions that were not answered for too long, with all that was said towards them; how many.

    What waits below a reminder counts from when it was asked itself. Raises ExceptionGroup like `remind_due`.
    """
    before = house.clock.now() - UNANSWERED

    def old(db: sa.Connection, failed: Collection[int]) -> list[int]:
        too_old = (c.asked_at < before) | (c.suspended_at < before)
        query = sa.select(c.contact_id).where(too_old, c.contact_id.not_in(failed)).limit(BATCH)
        return sorted(db.execute(query).scalars())

    return unless_failed(*one_by_one(engine, old, lambda db, contact_id: _expire(db, house, contact_id)))


def _expire(db: sa.Connection, house: House, contact_id: int) -> int:
    contact = hold(db, contact_id)
    conversation, now = store.load(db, contact_id), house.clock.now()
    left = as_of(db, house, conversation, now)
    if left is conversation:
        return 0  # answered meanwhile
    store.put(db, contact_id, left, now=now)
    note_expired(db, contact, conversation.state, left.state, now=now)
    return 1
