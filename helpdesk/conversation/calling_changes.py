"""What an official says who rings somebody because a day has changed."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import sqlalchemy as sa

from helpdesk.booking.bookings import Booking
from helpdesk.booking.changed_days.day_changes import find_change
from helpdesk.booking.changed_days.news import change_spoken_of
from helpdesk.booking.openings import opening as opening_by_id
from helpdesk.booking.openings import with_room
from helpdesk.booking.states import OpeningState
from helpdesk.conversation.actions.day_changed import told_facts
from helpdesk.conversation.actions.facts import booking_facts, place_facts
from helpdesk.conversation.engine.turns import Saying, Slot
from helpdesk.tickets.calls import Call

FLOW = "day_changed_call"


def sayings_of_changes(
    db: sa.Connection, calls: Sequence[Call], bookings: Mapping[int, Booking], *, now: datetime
) -> dict[int, Saying]:
    """What to say in calls about changed days, by call; a call about anything else is not in it, nor is one about a day
    that is being changed once more.
    """
    found = {}
    for call in calls:
        change_id = change_spoken_of(call.intent_key)
        booking = bookings.get(call.booking_id or 0)
        change = find_change(db, change_id) if change_id is not None and booking else None
        if change is None or booking is None or booking.opening.state is OpeningState.CHANGING:
            continue
        old, is_off = opening_by_id(db, change.opening_id), booking.opening.state is OpeningState.CANCELLED
        told = told_facts(change, old.day.isoformat(), place_facts(old.place_kind, old.place_name))
        step = "moved"
        if is_off:
            others = with_room(
                db, place_id=old.place_id, persons=booking.party, after=now, at_most=1, but_not=old.id
            )
            step = "choose" if others else "no_other"
        found[call.id] = Saying(FLOW, step, Slot.SAY, {**booking_facts(booking), **told})
    return found
