"""Where several are booked, or about to be, and only some of them come: the others alone are asked about."""

import re
from collections.abc import Sequence
from typing import Any

from helpdesk.booking.bookings import Booked, Booking, live_bookings, live_bookings_of
from helpdesk.booking.persons.needs import Relation
from helpdesk.booking.waiting_list.offers import offer_by_id
from helpdesk.conversation.actions.her_place.spoken_of import WHOM_UNSAID
from helpdesk.conversation.actions.waits.some_of_offer import SOME_SAID
from helpdesk.conversation.engine.limits import STUCK_FLOW
from helpdesk.conversation.engine.state import State
from helpdesk.conversation.engine.turns import Start
from helpdesk.conversation.house import Scene
from helpdesk.conversation.leading.her_place.said_to_reminders import CANNOT_COME, REMINDER
from helpdesk.conversation.leading.on_the_way.day_of_a_list import MOVES
from helpdesk.conversation.leading.on_the_way.drafts import BOOKS
from helpdesk.conversation.leading.said import ASK_WHICH_FROM, Onward, Said
from helpdesk.conversation.leading.spoken import Spoken
from helpdesk.conversation.understanding.bookings.later_days import some_other_day
from helpdesk.conversation.understanding.bookings.one_text import FORGET, PEOPLE, PERSONS
from helpdesk.conversation.understanding.bookings.which_booked import KEPT_SAID
from helpdesk.conversation.understanding.people.left_out import CLAUSES, left_out, may_stay_away, stays_away
from helpdesk.conversation.understanding.people.only_some import (
    how_many_take,
    may_say_who_comes,
    says_who_does_not,
    who_comes_only,
    who_takes,
)
from helpdesk.conversation.understanding.people.who_stays import says_she_alone
from helpdesk.conversation.understanding.people.years_said import years_said
from helpdesk.conversation.understanding.reading import read
from helpdesk.conversation.understanding.understand import PEOPLE_SAID, Understood
from helpdesk.text.folding import matching_key

OFFERS = "offer"
"""The flow that offers places to who waits: for all of them together."""

CANCELS = "cancel"
"""The flow that cancels, which is asked about."""

_NO_MORE = re.compile(r"\b(?:chi|thoi|con|only|just)\b")
"""Where nothing is asked, "2 người" alone is none of hers."""

SEVERAL = 2
SHORTEST = 3
"""Words of a text that says who comes."""


def only_some_come(spoken: Spoken) -> Understood | None:
    """Who comes of those she books or has booked: who does not is left out of the echo, or asked about by her name."""
    state = spoken.state
    if state is not None and state.flow == OFFERS:
        return _of_an_offer(spoken, state)
    if len(spoken.key.split()) < SHORTEST:
        return None
    making = _made_now(state)
    if making is not None:
        return _of_those_named(spoken, making.answers.get(PEOPLE) or ())
    return _of_a_booking(spoken, state)


def _made_now(state: State | None) -> State | None:
    """The booking that she makes, also where it waits under the offer of a person."""
    frames = (state, *state.below)[: 2 if state.flow == STUCK_FLOW else 1] if state is not None else ()
    return next((frame for frame in frames if frame.flow == BOOKS), None)


def _of_those_named(spoken: Spoken, people: Sequence[Any]) -> Understood | None:
    names = [str(one[0]) for one in people]
    comes = who_comes_only(spoken.key, names)
    if comes is None:
        gone = left_out(spoken.text, names)
        if gone is None:
            return None
        comes = [at for at in range(len(names)) if at not in gone] if gone else []
    stays = _with_years_said(spoken, [[*people[at]] for at in comes])
    # Somebody is taken off, and not said whom: the names are asked for once more.
    named = {PEOPLE: [*stays, *_new_ones(spoken, names)]} if stays else {}
    return Understood(intent=BOOKS, facts={FORGET: [PEOPLE, PERSONS], **named})


def _with_years_said(spoken: Spoken, people: list[list[Any]]) -> list[list[Any]]:
    """Those who stay, with a year that another part of the text puts right: "Y Chen sinh 1971, còn ông Lê bỏ"."""
    for clause in CLAUSES.split(spoken.text):
        said = years_said(clause, {PEOPLE: people}, this_year=spoken.here.today.year)
        people = said[PEOPLE] if said is not None and PEOPLE in said else people
    return people


def _new_ones(spoken: Spoken, names: Sequence[str]) -> list[list[Any]]:
    """Who is named beside that with her birth year, and was not before: "chị C không đi, Hồ Thị F 1990 đi thay"."""
    known = {matching_key(name) for name in names}
    said = read(spoken.text, today=spoken.here.today, places=()).people
    return [
        [one.name, one.birth_year] for one in said if one.birth_year and matching_key(one.name) not in known
    ]


def _of_an_offer(spoken: Spoken, state: State) -> Understood | None:
    """No yes for all who wait together, and no no."""
    people = waiting_for(spoken.scene, state)
    if len(people) < SEVERAL:
        return None
    some = who_takes(spoken.key, [name for name, _ in people])
    if some is not None:
        return Understood(facts={SOME_SAID: [[*people[at]] for at in some]})
    many = how_many_take(spoken.key)
    return Understood(facts={SOME_SAID: many}) if many is not None and many < len(people) else None


def waiting_for(scene: Scene, state: State) -> Sequence[tuple[str, int | None]]:
    """For whom places are held by the offer that is open, (name, birth year)."""
    offer = offer_by_id(scene.db, state.answers["offer_id"]) if state.answers.get("offer_id") else None
    return offer.people if offer is not None and offer.contact_id == scene.contact.id else ()


def fewer_come(said: Said) -> Onward | None:
    """How many of those who are booked come, or that she comes alone: who does not is asked, or known from what she said
    that they are, and nobody is noted as coming."""
    state = said.state
    cold = state is None or (state.flow in ASK_WHICH_FROM and not state.below)
    reminded = state is not None and state.flow == REMINDER
    if not (cold or reminded) or said.understood.answer is not None:
        return None
    alone = says_she_alone(said.text)
    many = how_many_take(said.key) if reminded or _NO_MORE.search(said.key) else None
    if many is None and not alone:
        return None
    booked = _spoken_of(said.scene, state if reminded else None)
    if len(booked) != 1 or (1 if alone else many or 1) >= booked[0].party:
        return None
    herself = [one for one in booked[0].people if one.relation is Relation.SELF]
    if alone and len(herself) == 1:
        return Onward(Start(CANCELS, {KEPT_SAID: [[herself[0].name, herself[0].birth_year]]}), anew=True)
    return Onward(Start(CANNOT_COME, {"booking_ids": [booked[0].id], WHOM_UNSAID: True}), anew=True)


def taken_by_some(said: Said) -> Onward | None:
    """An offer that she takes for some of those who wait: she is asked whether for them alone."""
    state, some = said.state, said.understood.facts.get(SOME_SAID)
    if state is None or state.flow != OFFERS or some is None:
        return None
    facts = {"offer_id": state.answers.get("offer_id"), SOME_SAID: some}
    return Onward(Start(OFFERS, facts, below=state.below), anew=True)


def _of_a_booking(spoken: Spoken, state: State | None) -> Understood | None:
    if not may_say_who_comes(spoken.key) and not may_stay_away(spoken.key):
        return None  # before her bookings are looked up
    scene = spoken.scene
    asked = _spoken_of(scene, state)
    for booking in asked:
        if (found := _who_of(spoken.key, booking.people)) is not None:
            return found
    every = asked if state is None else live_bookings_of(scene.db, scene.contact.id, now=scene.now)
    if len(every) < SEVERAL:
        return None
    # "Tôi đi, Y Lan không đi", and Y Lan has a booking of her own.
    return _who_of(spoken.key, [person for booking in every for person in booking.people], one_booking=False)


def _who_of(key: str, people: Sequence[Booked], *, one_booking: bool = True) -> Understood | None:
    """Who of these does not come, or alone does, where a text (its matching key) says so of some of them. Who keeps her
    place is said of `one_booking`: of several it is who does not come that says which."""
    told, names = [[one.name, one.birth_year] for one in people], [one.name for one in people]
    away = stays_away(key, names)
    wish = MOVES if some_other_day(key) else CANCELS
    if away:
        return Understood(intent=wish, facts={PEOPLE_SAID: [told[at] for at in away]})
    comes = who_comes_only(key, names)
    if comes is None:
        return None
    if says_who_does_not(key) or not one_booking:
        # She may want another day for her.
        gone = [told[at] for at in range(len(told)) if at not in comes]
        return Understood(intent=wish, facts={PEOPLE_SAID: gone})
    return Understood(intent=CANCELS, facts={KEPT_SAID: [told[at] for at in comes]})


def _spoken_of(scene: Scene, state: State | None) -> list[Booking]:
    ids = state.answers.get("booking_ids") if state is not None else None
    if ids:
        return live_bookings(scene.db, ids, contact_id=scene.contact.id, now=scene.now)
    return live_bookings_of(scene.db, scene.contact.id, now=scene.now)
