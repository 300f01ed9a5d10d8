"""What who has a place asks about its day: whether it takes place, whether she may come at an hour, what she forgot."""

from collections.abc import Mapping
from typing import Any

from helpdesk.booking.bookings import live_bookings
from helpdesk.booking.states import OpeningState
from helpdesk.conversation.actions.facts import booking_facts
from helpdesk.conversation.actions.questions.bring import bring_fact, what_to_bring
from helpdesk.conversation.engine.turns import Happened
from helpdesk.conversation.house import Scene

ASKED = "asked_of_day"
"""Among the answers: what she asks, one of AS_PLANNED, IN_ITS_HOURS, NOT_THEN, FORGOTTEN and QUEUE."""

AS_PLANNED, IN_ITS_HOURS, NOT_THEN = "as_planned", "in_its_hours", "not_then"
FORGOTTEN, QUEUE = "forgotten", "queue"
KINDS = (AS_PLANNED, IN_ITS_HOURS, NOT_THEN, FORGOTTEN, QUEUE)


def about_her_day(scene: Scene, answers: Mapping[str, Any]) -> Happened:
    """What she asks (ASKED) of the first of the bookings that are spoken of; `called_off` where its day is; `none` where
    there is none any more."""
    found = live_bookings(scene.db, answers["booking_ids"], contact_id=scene.contact.id, now=scene.now)
    if not found:
        return Happened("none")
    if found[0].opening.state is OpeningState.CANCELLED:
        return Happened("called_off")
    bring = bring_fact(what_to_bring(found[0], answers))
    return Happened(answers[ASKED], {**booking_facts(found[0]), **bring})
