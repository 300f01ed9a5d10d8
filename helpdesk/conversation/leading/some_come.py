"""Where several are booked, or about to be, and only some of them come: the others alone are asked about."""

from collections.abc import Sequence
from typing import Any

from helpdesk.booking.bookings import Booking, live_bookings, live_bookings_of
from helpdesk.conversation.engine.state import State
from helpdesk.conversation.house import Scene
from helpdesk.conversation.leading.drafts import BOOKS
from helpdesk.conversation.leading.spoken import Spoken
from helpdesk.conversation.understanding.one_text import FORGET, PEOPLE, PERSONS
from helpdesk.conversation.understanding.only_some import may_say_who_comes, says_who_does_not, who_comes_only
from helpdesk.conversation.understanding.understand import IN_THE_MIDDLE, PEOPLE_SAID, Understood
from helpdesk.conversation.understanding.which_booked import KEPT_SAID

OFFERS = "offer"
"""The flow that offers places to who waits: for all of them together."""

SHORTEST = 3
"""Words of a text that says who comes."""


def only_some_come(spoken: Spoken) -> Understood | None:
    """Who comes of those she books or has booked: who does not is left out of the echo, or asked about by her name."""
    state = spoken.state
    if len(spoken.key.split()) < SHORTEST:
        return None
    if state is not None and state.flow == BOOKS:
        people: Sequence[Any] = state.answers.get(PEOPLE) or ()
        comes = who_comes_only(spoken.key, [str(one[0]) for one in people])
        if comes is None:
            return None
        return Understood(
            intent=BOOKS, facts={FORGET: [PEOPLE, PERSONS], PEOPLE: [[*people[at]] for at in comes]}
        )
    if state is not None and state.flow == OFFERS:
        return _of_an_offer(spoken, state)
    return _of_a_booking(spoken, state)


def _of_an_offer(spoken: Spoken, state: State) -> Understood | None:
    """No yes and no no: what is offered is offered to all who wait together."""
    named = state.answers.get("named") or state.answers.get("people") or {}
    people = named.get("people", ()) if isinstance(named, dict) else ()
    some = who_comes_only(spoken.key, [str(one[0]) for one in people])
    return IN_THE_MIDDLE if some is not None else None


def _of_a_booking(spoken: Spoken, state: State | None) -> Understood | None:
    if not may_say_who_comes(spoken.key):
        return None  # before her bookings are looked up
    for booking in _spoken_of(spoken.scene, state):
        comes = who_comes_only(spoken.key, [person.name for person in booking.people])
        if comes is not None:
            told = [[one.name, one.birth_year] for one in booking.people]
            if says_who_does_not(spoken.key):
                # She may want another day for her.
                return Understood(
                    intent="cancel",
                    facts={PEOPLE_SAID: [told[at] for at in range(len(told)) if at not in comes]},
                )
            return Understood(intent="cancel", facts={KEPT_SAID: [told[at] for at in comes]})
    return None


def _spoken_of(scene: Scene, state: State | None) -> list[Booking]:
    ids = state.answers.get("booking_ids") if state is not None else None
    if ids:
        return live_bookings(scene.db, ids, contact_id=scene.contact.id, now=scene.now)
    return live_bookings_of(scene.db, scene.contact.id, now=scene.now)
