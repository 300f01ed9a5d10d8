"""What an official says who rings somebody because a day has changed."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import sqlalchemy as sa

from helpdesk.booking.bookings import Booking
from helpdesk.booking.changed_days.day_changes import changes_by_id
from helpdesk.booking.changed_days.news import change_spoken_of
from helpdesk.booking.openings import coming_at, openings_by_id
from helpdesk.booking.states import OpeningState
from helpdesk.conversation.actions.facts import booking_facts, place_facts
from helpdesk.conversation.actions.news.day_changed import told_facts
from helpdesk.conversation.engine.turns import Saying, Slot
from helpdesk.tickets.calls import Call

FLOW = "day_changed_call"


def sayings_of_changes(
    db: sa.Connection, calls: Sequence[Call], bookings: Mapping[int, Booking], *, now: datetime
) -> dict[int, Saying]:
    """What to say in calls about changed days, by call; a call about anything else is not in it, nor is one about a day
    that is being changed once more.
    """
    spoken_of = {call.id: change_spoken_of(call.intent_key) for call in calls}
    changes = changes_by_id(db, {id_ for id_ in spoken_of.values() if id_ is not None})
    openings = openings_by_id(db, {change.opening_id for change in changes.values()})
    coming = coming_at(db, {opening.place_id for opening in openings.values()}, after=now)
    found = {}
    for call in calls:
        change, booking = changes.get(spoken_of[call.id] or 0), bookings.get(call.booking_id or 0)
        if change is None or booking is None or booking.opening.state is OpeningState.CHANGING:
            continue
        old, is_off = openings[change.opening_id], booking.opening.state is OpeningState.CANCELLED
        told = told_facts(change, old.day.isoformat(), place_facts(old.place_kind, old.place_name))
        step = "moved"
        if is_off:
            others = [one for one in coming[old.place_id] if one.free >= booking.party and one.id != old.id]
            step = "choose" if others else "no_other"
        found[call.id] = Saying(FLOW, step, Slot.SAY, {**booking_facts(booking), **told})
    return found
