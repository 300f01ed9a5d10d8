"""Who wants what she has booked at another place: "đổi sang bản Tuộc", "không, tôi muốn ở bản Tuộc" where days are listed.

Level 2 is tied to no place, so that she may go anywhere; she is shown the days of that place, and none of the old one.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from helpdesk.booking.bookings import Booking
from helpdesk.clock import local_date
from helpdesk.conversation.actions.her_place.spoken_of import WHOM_UNSAID, persons_named
from helpdesk.conversation.actions.making.choosing import THERE
from helpdesk.conversation.engine.state import State
from helpdesk.conversation.engine.turns import Start
from helpdesk.conversation.leading.on_the_way.day_of_a_list import MOVES
from helpdesk.conversation.leading.said import ASK_WHICH_FROM, Onward, Said
from helpdesk.conversation.understanding.bookings.one_text import SINCE
from helpdesk.conversation.understanding.bookings.to_the_centre import (
    LONGEST,
    centre_of,
    goes_to_centre,
)
from helpdesk.conversation.understanding.bookings.village_put_right import rather_there
from helpdesk.conversation.understanding.reading import Reading, read
from helpdesk.conversation.understanding.understand import DAY_SAID, PART_SAID, PEOPLE_SAID
from helpdesk.conversation.understanding.words import any_word
from helpdesk.places.communes import all_places

WHOM = (PEOPLE_SAID, WHOM_UNSAID)
"""Facts that say that not everybody moves."""

SPEAK_OF_HERS = frozenset({"reminder", "cannot_come", "my_booking"})
"""Flows at whose questions another place is one for that booking."""

_GOES = re.compile(r"\b(?:ra|len|xuong|qua|sang|ve|vo|vao|den|di|doi|chuyen|lam)\b|^ban\b")

_MOVES_TO = re.compile(
    r"\b(?:doi|chuyen|dich|move|change)\b.*\b(?:sang|qua|ra|ve|len|xuong|den|toi|o|tai|to|at)\b (?:lam )?(?:ban|thon|lang|trung tam|xa|tt)?"
)


def moving_there(said: Said) -> Onward | None:
    """The days of that place for the booking that she moves; her booking stays where it is until she chooses one."""
    if said.understood.answer is not None or " " not in said.key or any_word(said.key) is not None:
        return None
    hers = _asked_about(said.state)
    cold = said.state is None or (said.state.flow in ASK_WHICH_FROM and not said.state.below)
    to_centre = goes_to_centre(said.key) and len(said.key.split()) <= LONGEST
    spoken_of = said.state is not None and said.state.flow in SPEAK_OF_HERS and not said.state.below
    spoken_of = spoken_of and _GOES.search(said.key) is not None and not said.key.endswith(" roi")
    if hers is None and not spoken_of and not (cold and (to_centre or _MOVES_TO.search(said.key))):
        return None
    places = all_places(said.scene.db)
    reading = read(said.text, today=local_date(said.scene.now), places=places)
    hers_named = said.understood.facts.get(PEOPLE_SAID) if said.understood.intent == MOVES else None
    if (reading.place is None and not to_centre) or (reading.people and not hers_named):
        return None
    if (
        (hers is not None or spoken_of)
        and not to_centre
        and not (_MOVES_TO.search(said.key) or rather_there(said.text, reading, places))
    ):
        return None
    booked = said.hers
    whom = {name: said.understood.facts[name] for name in WHOM if name in said.understood.facts}
    booked = [one for one in booked if persons_named(one, hers_named)] if hers_named else booked
    if reading.place is None and booked:
        reading = replace(reading, place=centre_of(booked[0].opening.place_id, places))
    return _begun(reading, booked, hers, whom)


def _asked_about(state: State | None) -> int | None:
    """The booking for which days are listed."""
    if state is None or state.flow != MOVES or not state.answers.get("booking_id"):
        return None
    return int(state.answers["booking_id"])


def _begun(
    reading: Reading, booked: list[Booking], hers: int | None, whom: Mapping[str, Any]
) -> Onward | None:
    elsewhere = [one for one in booked if hers in (None, one.id)]
    place = reading.place
    if place is None or not elsewhere:
        return None
    if any(one.opening.place_id == place.id for one in elsewhere):
        # One of several is there already: which of them is to go there is asked.
        ids = [one.id for one in elsewhere]
        return Onward(Start(MOVES, {"booking_ids": ids}), anew=True) if len(ids) > 1 else None
    facts: dict[str, Any] = {THERE: place.id, "booking_ids": [one.id for one in elsewhere], **whom}
    if reading.date is not None:
        facts[DAY_SAID] = reading.date.isoformat()
    if reading.part_of_day is not None:
        facts[PART_SAID] = reading.part_of_day
    if reading.since is not None:
        facts[SINCE] = reading.since.isoformat()
    return Onward(Start(MOVES, facts), anew=True)
