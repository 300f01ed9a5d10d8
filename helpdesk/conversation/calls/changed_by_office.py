"""What an official says who rings somebody because the office, or somebody who knows the code, cancelled or moved her booking."""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa

from helpdesk.conversation.actions.news.changed_by_office import look_up, office_change
from helpdesk.conversation.engine.turns import Saying, Slot
from helpdesk.conversation.telling.changed_by_others import BY_OTHERS, Change
from helpdesk.tickets.calls import Call

FLOW = "changed_by_office_call"


def sayings_by_office(
    db: sa.Connection, calls: Sequence[Call], *, now: datetime
) -> dict[int, tuple[tuple[str, ...], Saying]]:
    """The names and what to say, by call; a call about anything else, or that is of no use any more, is not in it."""
    found = {}
    told_of = [
        (call, call.booking_id, Change.of(call.intent_key))
        for call in calls
        if call.intent_key.startswith(BY_OTHERS) and call.booking_id is not None and call.due_by > now
    ]
    known = look_up(db, [(booking_id, change) for _, booking_id, change in told_of])
    for call, booking_id, change in told_of:
        told = office_change(known, booking_id, change, contact_id=call.contact_id)
        if told.outcome == "none":
            continue
        about = told.facts["people" if told.outcome == "moved" else "gone"]["people"]
        names = tuple(name for name, _year in about)
        found[call.id] = (names, Saying(FLOW, told.outcome, Slot.SAY, told.facts))
    return found
