"""The action that says what became of a booking that she has no more: nobody who had one is told that there was none."""

from collections.abc import Mapping
from typing import Any

from helpdesk.booking.last_booking import last_booking
from helpdesk.booking.persons.own_phones import booked_on
from helpdesk.booking.states import OpeningState
from helpdesk.conversation.actions.facts import booking_facts, opening_facts
from helpdesk.conversation.engine.turns import Happened
from helpdesk.conversation.house import Scene

DROPPED = "draft_dropped"
"""The answer that is there where she says that she cancels what was not booked yet."""


def what_became(scene: Scene, answers: Mapping[str, Any]) -> Happened:
    """What became of the booking spoken of, else of her last one: `cancelled`, `done` (somebody was served), `past`.

    `never`: she had none. `dropped`: she had only begun to book. `told_here`: somebody else booked, and this phone is
    that of one booked: she sees her place; to change it takes the code and a birth year, as from any other phone.
    """
    if answers.get(DROPPED):
        return Happened("dropped")
    one = answers.get("booking_id")
    ids = [one] if isinstance(one, int) else list(answers.get("booking_ids") or ())
    if not ids and (hers := booked_on(scene.db, scene.contact.address, now=scene.now)) is not None:
        if hers.opening.state is OpeningState.CANCELLED:
            return Happened("cancelled", opening_facts(hers.opening))
        # Which booking it is is kept from what follows: it would change it.
        facts = {key: value for key, value in booking_facts(hers).items() if key != "booking_id"}
        return Happened("told_here", facts)
    found = last_booking(scene.db, scene.contact.id, ids=ids)
    if found is None:
        return Happened("never")
    outcome = "cancelled" if found.cancelled else "done" if found.served else "past"
    return Happened(outcome, opening_facts(found.opening))
