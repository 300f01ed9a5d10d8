"""Cancelling every booking that she has: "hủy hết", "hủy cả hai", of who has several."""

from collections.abc import Mapping
from typing import Any

from helpdesk.booking import changes
from helpdesk.booking.bookings import Booking, live_bookings_of
from helpdesk.conversation.actions.facts import people_facts
from helpdesk.conversation.engine.turns import Happened
from helpdesk.conversation.house import Scene
from helpdesk.conversation.understanding.bookings.which_booked import ALL_SAID, KEPT_SAID, OF_DAY, PLACES_SAID
from helpdesk.conversation.understanding.understand import CODE_SAID, PEOPLE_SAID

SEVERAL = 2
SAYS_WHICH = (CODE_SAID, PEOPLE_SAID, KEPT_SAID, OF_DAY, PLACES_SAID, "booking_id", "booking_ids")
"""Answers beside which "all" is all of one booking."""


def whether_every(scene: Scene, answers: Mapping[str, Any]) -> Happened:
    """Whether she wants all cancelled, names none of her bookings, and has several: `every`, with how many and for whom."""
    if not answers.get(ALL_SAID) or any(answers.get(name) for name in SAYS_WHICH):
        return Happened("one")
    hers = _hers(scene)
    if len(hers) < SEVERAL:
        return Happened("one")
    everybody = [person for booking in hers for person in booking.people]
    return Happened("every", {"count": len(hers), "people": people_facts(everybody)["people"]})


def cancel_every(scene: Scene, _answers: Mapping[str, Any]) -> Happened:
    """Cancel all bookings of this contact; `stay` where somebody was there already, and keeps hers."""
    left = [changes.cancel(scene.db, booking, now=scene.now) for booking in _hers(scene)]
    return Happened("stay" if any(left) else "cancelled", lasting=True)


def _hers(scene: Scene) -> list[Booking]:
    return live_bookings_of(scene.db, scene.contact.id, now=scene.now)
