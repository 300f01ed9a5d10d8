"""Who of a booking of several goes to another day: those she names, and nobody who is to stay."""

import re
from typing import Any

from helpdesk.booking.bookings import Booking, live_bookings, live_bookings_of
from helpdesk.conversation.actions.her_place.spoken_of import WHOM_UNSAID
from helpdesk.conversation.actions.making.choosing import THERE
from helpdesk.conversation.engine.state import State
from helpdesk.conversation.leading.on_the_way.drafts import BOOKS
from helpdesk.conversation.leading.spoken import Spoken
from helpdesk.conversation.understanding.bookings.one_text import SINCE
from helpdesk.conversation.understanding.people.who_goes_who_stays import (
    keeps_kin_unnamed,
    said_of_who_goes,
    who_goes_who_stays,
)
from helpdesk.conversation.understanding.reading import read
from helpdesk.conversation.understanding.understand import DAY_SAID, PART_SAID, PEOPLE_SAID, Understood
from helpdesk.text.folding import matching_key

RESCHEDULE = "reschedule"
_OTHERWISE = (None, BOOKS, "visit_when", RESCHEDULE)
"""What such a text is understood as without the names."""

SEVERAL = 2
_MOVES = re.compile(
    r"\b(?:doi|chuyen|move|change|sang|qua)\b|\b(?:di|den|len|lam)(?: (?:vao|hom|ngay|bua))* (?:thu|ngay|mai|mot|t[2-7]|[0-9])"
)
_MAY_MOVE = re.compile(r"\b(?:doi|chuyen|sang|qua|move|change|van|giu|tru)\b")


def with_who_moves(spoken: Spoken, understood: Understood, state: State | None) -> Understood:
    """A wish to move those of her booking whom she names, and the day; the question whom, where somebody is to stay of whom
    it is not clear who that is. Her bookings are looked up only where a text may be about that."""
    if understood.answer is not None or (state is not None and state.flow == BOOKS):
        return understood
    listed = state is not None and state.flow == RESCHEDULE
    if not listed and not (
        _MAY_MOVE.search(spoken.key) and (understood.intent in _OTHERWISE or RESCHEDULE in understood.doubt)
    ):
        return understood
    for booking in _hers(spoken, state):
        going = _going(spoken.text, booking, listed=listed)
        if going == [] and state is not None and days_listed(state):
            return Understood(intent=RESCHEDULE, facts=somebody_of(spoken, state))
        if going is not None:
            return Understood(intent=RESCHEDULE, facts={**_whom(booking, going), **_when(spoken)})
    return understood


def days_listed(state: State | None) -> bool:
    """Whether days are before her for one booking that she moves."""
    return state is not None and state.flow == RESCHEDULE and state.answers.get("booking_id") is not None


def somebody_of(spoken: Spoken, state: State) -> dict[str, Any]:
    """Facts of the wish that somebody of the booking moves for which days are listed: who, is asked first."""
    there = {THERE: state.answers[THERE]} if state.answers.get(THERE) else {}
    return {WHOM_UNSAID: True, "booking_ids": [state.answers["booking_id"]], **there, **_when(spoken)}


def _hers(spoken: Spoken, state: State | None) -> list[Booking]:
    scene, ids = spoken.scene, state.answers.get("booking_ids") if state is not None else None
    if ids:
        booked = live_bookings(scene.db, ids, contact_id=scene.contact.id, now=scene.now)
    else:
        booked = live_bookings_of(scene.db, scene.contact.id, now=scene.now)
    return [booking for booking in booked if booking.party >= SEVERAL]


def _going(text: str, booking: Booking, *, listed: bool) -> list[int] | None:
    """The places of those who go; empty where it is not said so that it is clear; None where nothing is said of some."""
    if not listed and not _MOVES.search(matching_key(said_of_who_goes(text))):
        return None
    names = [person.name for person in booking.people]
    going, staying = who_goes_who_stays(text, names)
    if keeps_kin_unnamed(text, names):
        return []
    if staying and not going:
        going = [at for at in range(len(names)) if at not in staying]
    return going if 0 < len(going) < len(names) else None


def _whom(booking: Booking, going: list[int]) -> dict[str, Any]:
    if not going:
        return {WHOM_UNSAID: True}
    people = [booking.people[at] for at in going]
    return {PEOPLE_SAID: [[one.name, one.birth_year] for one in people]}


def _when(spoken: Spoken) -> dict[str, Any]:
    said = read(said_of_who_goes(spoken.text), today=spoken.here.today, places=())
    day, since = (one.isoformat() if one is not None else None for one in (said.date, said.since))
    when = ((DAY_SAID, day), (PART_SAID, said.part_of_day), (SINCE, since))
    return {name: value for name, value in when if value}
