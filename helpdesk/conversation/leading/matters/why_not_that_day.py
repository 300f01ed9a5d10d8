"""Why level 2 cannot be finished on some dates, asked of one that stands before her."""

import re

from helpdesk.conversation.leading.said import Onward, Said
from helpdesk.conversation.leading.turned_aside import tells

NOT_THAT_DAY = "not_that_day"
"""The flow that says why level 2 cannot be finished on some dates."""

NAMES_DATES = frozenset(
    {"book", "wait", "visit_when", "my_booking", "reschedule", "reminder", "offer", "cannot_come"}
)
"""Flows whose questions say of dates whether level 2 can be finished there."""

_WHY_NOT = re.compile(
    r"\b(?:sao|vi sao|tai sao|rang)\b.*\b(?:chua|khong|ko) lam (?:duoc )?muc (?:2|hai)\b|\b(?:chua|khong|ko) lam (?:duoc )?muc (?:2|hai)\b.*\b(?:la sao|la gi|nghia|vi sao|the nao|sao)\b"
    r"|\bwhy\b.*\b(?:level 2|not possible)\b|\bnot possible\b.*\b(?:why|mean)\b"
)


def why_not_that_day(said: Said) -> Onward | None:
    """Why level 2 cannot be finished on a date that stands before her; elsewhere it may be about her own account."""
    if not _WHY_NOT.search(said.key):
        return None
    state = said.state
    if state is not None and state.flow in NAMES_DATES:
        return tells(said, NOT_THAT_DAY)
    hers = said.hers
    booked_so = any(not booking.opening.finishes_level2 for booking in hers)
    return tells(said, NOT_THAT_DAY) if booked_so else None
