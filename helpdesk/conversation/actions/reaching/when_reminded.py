"""When somebody is reminded of her place, and how: what was planned, not a rule about it."""

from collections.abc import Mapping
from typing import Any

from helpdesk.booking.bookings import live_bookings_of
from helpdesk.booking.reminding.reminders import next_due
from helpdesk.clock import local_date
from helpdesk.conversation.engine.turns import Happened
from helpdesk.conversation.house import Scene
from helpdesk.people.tables import Reach

HOW = {Reach.TEXT: "texted", Reach.CALL: "rung", Reach.NEIGHBOUR: "through"}
"""Outcomes, by how she is told what we start."""


def when_reminded(scene: Scene, _answers: Mapping[str, Any]) -> Happened:
    """The day of her next reminder, by how she is reached; `silent`: she stopped it; `soon`: her day is so near that nothing
    more is planned; `unbooked`: there is nothing to be reminded of."""
    if not live_bookings_of(scene.db, scene.contact.id, now=scene.now):
        return Happened("unbooked")
    if scene.contact.opted_out_at is not None:
        return Happened("silent")
    due = next_due(scene.db, scene.contact.id)
    if due is None or due <= scene.now:
        return Happened("soon")
    return Happened(HOW[Reach(scene.contact.reach)], {"remind_on": {"date": local_date(due).isoformat()}})
