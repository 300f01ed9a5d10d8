"""Asking neighbours who were named: one question each, by day, under their own lock and never in her turn."""

from collections.abc import Collection
from datetime import timedelta

import sqlalchemy as sa

from helpdesk.conversation.house import House
from helpdesk.conversation.telling.one_by_one import one_by_one, unless_failed
from helpdesk.conversation.telling.starting import Errand, start, way_to
from helpdesk.messaging.policy.sending_hours import next_allowed
from helpdesk.messaging.states import Kind
from helpdesk.people import neighbours
from helpdesk.people.contacts import meet
from helpdesk.people.neighbours import ToAsk
from helpdesk.people.tables import Reach

BATCH = 100

OF_USE = timedelta(days=2)
"""After which a question that did not leave is not asked any more."""


def ask_named(engine: sa.Engine, house: House) -> int:
    """Ask those who were named and are still to be asked, each once; how many questions were written.

    Raises ExceptionGroup when some could not be asked, after all the others were.
    """
    now = house.clock.now()
    if next_allowed(now) > now:
        return 0

    def named(db: sa.Connection, failed: Collection[ToAsk]) -> list[ToAsk]:
        return neighbours.to_ask(db, at_most=BATCH, but_not=[one.id for one in failed])

    return unless_failed(*one_by_one(engine, named, lambda db, one: _ask(db, house, one)))


def _ask(db: sa.Connection, house: House, neighbour: ToAsk) -> int:
    now = house.clock.now()
    contact = meet(db, neighbour.address, now=now)
    if not neighbours.note_asked(db, neighbour, neighbour_id=contact.id, now=now):
        return 0
    can_agree = contact.opted_out_at is None and contact.reach == Reach.TEXT.value
    if not can_agree or not way_to(db, contact, house).two_way:
        # He wants no texts, or could not answer one: that is no agreement, and she is rung.
        neighbours.answer(db, neighbour.contact_id, contact.id, agrees=False, now=now)
        return 0
    errand = Errand(
        flow="neighbour",
        facts={"helped_id": neighbour.contact_id},
        kind=Kind.NOTICE,
        intent_key=f"neighbour:{neighbour.contact_id}:{contact.id}:{now:%Y%m%dT%H%M}",
        useful_until=now + OF_USE,
    )
    return 1 if start(db, contact, errand, house) is not None else 0
