"""Who of a booking of several goes to another day: those she names, and nobody who is to stay."""

import re
from typing import Any

from helpdesk.booking.bookings import Booking, live_bookings, live_bookings_of
from helpdesk.conversation.actions.moving_some import WHOM_UNSAID
from helpdesk.conversation.engine.state import State
from helpdesk.conversation.leading.drafts import BOOKS
from helpdesk.conversation.leading.spoken import Spoken
from helpdesk.conversation.understanding.reading import read
from helpdesk.conversation.understanding.understand import DAY_SAID, PART_SAID, PEOPLE_SAID, Understood
from helpdesk.conversation.understanding.who_moves import SEVERAL, Moves, names_some, who_moves

MOVES = "reschedule"
_OTHERWISE = (None, BOOKS, "visit_when", MOVES)
"""What such a text is understood as without the names."""

_MAY_MOVE = re.compile(r"\b(?:doi|chuyen|sang|qua|move|change|van|giu|tru)\b")


def with_who_moves(spoken: Spoken, understood: Understood, state: State | None) -> Understood:
    """A wish to move those of her booking whom she names, and the day; the question whom, where somebody is to stay of whom
    it is not clear who that is. Her bookings are looked up only where a text may be about that."""
    if understood.answer is not None or (state is not None and state.flow == BOOKS):
        return understood
    listed = state is not None and state.flow == MOVES
    if not listed and not (
        _MAY_MOVE.search(spoken.key) and (understood.intent in _OTHERWISE or MOVES in understood.doubt)
    ):
        return understood
    for booking in _hers(spoken, state):
        found = _going(spoken.text, booking, listed=listed)
        if found is not None:
            return Understood(intent=MOVES, facts={**_whom(booking, found), **_when(spoken, found.where_to)})
    return understood


def _hers(spoken: Spoken, state: State | None) -> list[Booking]:
    scene, ids = spoken.scene, state.answers.get("booking_ids") if state is not None else None
    if ids:
        booked = live_bookings(scene.db, ids, contact_id=scene.contact.id, now=scene.now)
    else:
        booked = live_bookings_of(scene.db, scene.contact.id, now=scene.now)
    return [booking for booking in booked if booking.party >= SEVERAL]


def _going(text: str, booking: Booking, *, listed: bool) -> Moves | None:
    names = [person.name for person in booking.people]
    found = who_moves(text, names)
    if found is not None or not listed:
        return found
    # Where the days are listed, a name says who goes: "Lan thôi, thứ 6".
    some = names_some(text, names)
    return Moves(some, text) if some else None


def _whom(booking: Booking, found: Moves) -> dict[str, Any]:
    if found.unclear:
        return {WHOM_UNSAID: True}
    people = [booking.people[at] for at in found.going]
    return {PEOPLE_SAID: [[one.name, one.birth_year] for one in people]}


def _when(spoken: Spoken, where_to: str) -> dict[str, Any]:
    said = read(where_to, today=spoken.here.today, places=())
    day = said.date.isoformat() if said.date is not None else None
    return {name: value for name, value in ((DAY_SAID, day), (PART_SAID, said.part_of_day)) if value}
