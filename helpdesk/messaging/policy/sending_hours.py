"""When messages that we start may leave: 07:00–21:00 in the commune, every day."""

from datetime import datetime, timedelta

from helpdesk.clock import at_local, local
from helpdesk.messaging.states import Kind
from helpdesk.settings import SENDING_CLOSES, SENDING_OPENS

OPENS, CLOSES = SENDING_OPENS, SENDING_CLOSES

BOUND = frozenset({Kind.REMINDER, Kind.NOTICE})
"""What keeps to them. An answer was asked for; lists go to officials, who set their hours themselves."""


def next_allowed(moment: datetime) -> datetime:
    """`moment` itself inside sending hours, else when they next open (UTC)."""
    there = local(moment)
    if there.time() < OPENS:
        return at_local(there.date(), OPENS)
    if there.time() >= CLOSES:
        return at_local(there.date() + timedelta(days=1), OPENS)
    return moment


def after_sending_time(moment: datetime, span: timedelta) -> datetime:
    """When `span` of sending hours has passed since `moment` (UTC): nights do not count, for nobody is told then."""
    at = next_allowed(moment)
    while span > (left := at_local(local(at).date(), CLOSES) - at):
        span -= left
        at = next_allowed(at + left)
    return at + span


def may_leave_at(moment: datetime, *, kind: Kind, due_at: datetime) -> datetime:
    """When a message that was due at `due_at` may leave, not before `moment` (UTC).

    One that was due at night was meant for the night: a notice about an opening within 24 hours.
    """
    meant_for_the_night = next_allowed(due_at) != due_at
    return moment if kind not in BOUND or meant_for_the_night else next_allowed(moment)
