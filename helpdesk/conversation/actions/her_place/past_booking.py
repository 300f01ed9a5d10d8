"""The action that says what became of a booking that she has no more: nobody who had one is told that there was none."""

from collections.abc import Mapping
from typing import Any

from helpdesk.booking.last_booking import booked_with, last_booking
from helpdesk.booking.persons.own_phones import booked_on
from helpdesk.booking.states import OpeningState
from helpdesk.conversation.actions.facts import booking_facts, opening_facts
from helpdesk.conversation.actions.making.booking import NOTED
from helpdesk.conversation.engine.turns import Happened
from helpdesk.conversation.house import Scene
from helpdesk.conversation.understanding.bookings.one_text import DAY, OPENING, PART, PLACE
from helpdesk.conversation.understanding.understand import DAY_SAID, PART_SAID

DROPPED = "draft_dropped"
"""The answer that is there where she says that she cancels what was not booked yet."""


def what_became(scene: Scene, answers: Mapping[str, Any]) -> Happened:
    """What became of the booking spoken of, else of her last one: `cancelled`, `done` (somebody was served), `past`.

    `never`: she had none. `dropped`: she had only begun to book. `told_here`: somebody else booked, and this phone is
    that of one booked: she sees her place; to change it takes the code and a birth year, as from any other phone.
    `gone_by`: it is over, nobody was there, and the same may be booked for once more.
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
    facts = opening_facts(found.opening)
    if found.cancelled or found.served:
        return Happened("cancelled" if found.cancelled else "done", facts)
    people = [[*one] for one in booked_with(scene.db, found.id)]
    if not people:
        return Happened("past", facts)
    again = {"booking_people": people, "place_id": found.opening.place_id}
    return Happened("gone_by", {**facts, "people": {"people": people}, **again})


def book_for_the_same(_scene: Scene, answers: Mapping[str, Any]) -> Happened:
    """Go on to a booking of those whose day is over, at the same place, on the day that she said if she said one."""
    people = answers["booking_people"]
    kept = {"people": people, NOTED: len(people), PLACE: answers["place_id"], OPENING: None}
    return Happened("ready", {**kept, DAY: answers.get(DAY_SAID), PART: answers.get(PART_SAID)})
