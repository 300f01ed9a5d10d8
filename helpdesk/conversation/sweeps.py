"""Sweeps of conversations: reminders that are due, and questions that nobody answered."""

from datetime import timedelta

import sqlalchemy as sa

from helpdesk.booking.reminders import contacts_due, take_due
from helpdesk.conversation import store
from helpdesk.conversation.engine.advance import advance
from helpdesk.conversation.engine.turns import Ended, Expired
from helpdesk.conversation.house import House
from helpdesk.conversation.starting import Errand, start
from helpdesk.conversation.tables import conversations
from helpdesk.messaging.states import Kind
from helpdesk.people.contacts import hold
from helpdesk.store.engine import reading

UNANSWERED = timedelta(days=3)
"""How long a question stays open, and with it names that nobody has consented to keep yet (design: three days)."""

BATCH = 200
"""Contacts looked at per query of a sweep."""


def remind_due(engine: sa.Engine, house: House) -> int:
    """Say every due reminder, one message per contact; the number of messages written."""
    said = 0
    while True:
        with reading(engine) as db:
            due = contacts_due(db, now=house.clock.now(), at_most=BATCH)
        if not due:
            return said
        for contact_id in due:
            said += _remind(engine, house, contact_id)


def _remind(engine: sa.Engine, house: House, contact_id: int) -> int:
    with engine.begin() as db:
        contact = hold(db, contact_id)
        wanted = contact.opted_out_at is None
        due = take_due(db, contact_id, now=house.clock.now(), wanted=wanted)
        if not due:
            return 0
        errand = Errand(
            flow="reminder",
            facts={"booking_ids": sorted({reminder.booking_id for reminder in due})},
            kind=Kind.REMINDER,
            intent_key="reminder:" + ",".join(reminder.key for reminder in due),
            useful_until=max(reminder.useful_until for reminder in due),
        )
        return 1 if start(db, contact, errand, house) is not None else 0


def expire_unanswered(engine: sa.Engine, house: House) -> int:
    """Close questions that were not answered for too long, with all that was said towards them; how many."""
    before = house.clock.now() - UNANSWERED
    c = conversations.c
    with reading(engine) as db:
        query = sa.select(c.contact_id).where(c.asked_at < before).limit(BATCH)
        old = list(db.execute(query).scalars())
    closed = 0
    for contact_id in old:
        with engine.begin() as db:
            hold(db, contact_id)
            conversation = store.load(db, contact_id)
            if conversation.state is None or conversation.asked_at is None or conversation.asked_at >= before:
                continue  # answered meanwhile
            structure = house.structure(db, conversation.edition)
            result = advance(structure, conversation.state, Expired())
            state = None if isinstance(result, Ended) else result.state
            edition = conversation.edition or house.script.edition
            store.save(db, contact_id, state, edition=edition, now=house.clock.now())
            closed += 1
    return closed
