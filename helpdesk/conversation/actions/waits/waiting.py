"""Actions of who waits for a place: joining the list, seeing and leaving it, and answering what is offered."""

from collections.abc import Mapping
from typing import Any

from helpdesk.booking.bookings import live_bookings_of
from helpdesk.booking.changes import MAX_PARTY
from helpdesk.booking.openings import Opening, find_opening, place_offers, with_room
from helpdesk.booking.persons.held_places import held_from, too_many
from helpdesk.booking.services import Service
from helpdesk.booking.states import OpeningState
from helpdesk.booking.waiting_list import answering, leaving, offers
from helpdesk.booking.waiting_list.answering import Answered
from helpdesk.booking.waiting_list.offers import Offer
from helpdesk.booking.waiting_list.waiting import Wait, join, wait_by_id, waits_of
from helpdesk.booking.waiting_list.waiting_states import ON_THE_LIST, OfferState
from helpdesk.clock import local_date
from helpdesk.conversation.actions.facts import Facts, booking_facts, facts_of_place, opening_facts, option
from helpdesk.conversation.actions.making.booked_again import found_again, told_again
from helpdesk.conversation.actions.making.booking import remember_home
from helpdesk.conversation.actions.making.phones_said import phones_by_place, with_phones
from helpdesk.conversation.actions.making.relations_noted import relations_by_place
from helpdesk.conversation.actions.making.under_six import told_in_year
from helpdesk.conversation.actions.questions.bring import bring_fact, what_to_bring
from helpdesk.conversation.actions.questions.case_needs import needs_of_case, service_of
from helpdesk.conversation.actions.waits.some_of_offer import SOME_SAID, of_some, taken, without_the_others
from helpdesk.conversation.actions.waits.waiting_facts import (
    any_opening_of,
    names_facts,
    offer_facts,
    this_opening,
    wait_facts,
)
from helpdesk.conversation.engine.turns import Happened
from helpdesk.conversation.house import Scene
from helpdesk.places.communes import Place, places_by_id

Answers = Mapping[str, Any]

WAIT = "wait"
"""The value of the line, in a list of other days, that is no day: to wait for the one that is full."""

SHOWN_WAITS = 3
"""Lists told at once: what fits into two segments."""


def wait_line(opening: Opening) -> Facts:
    """The line of a list of other days by which one waits for the day that is full."""
    return option(WAIT, {"choice_line": {"phrase": "wait_line"}, "full_id": opening.id})


def choice_line(opening: Opening) -> Facts:
    """A line of such a list that is a day."""
    facts = opening_facts(opening)
    line = {"list": [[facts["when"], facts["hours"]], [facts["level2"]]]}
    return option(opening.id, {**facts, "choice_line": line})


def take_other_day(_scene: Scene, answers: Answers) -> Happened:
    """Another day instead of the full one, or to wait for that."""
    if answers["other_day"] == WAIT:
        return Happened("wait", {"wait_opening": answers["full_id"]})
    return Happened("chosen", {"opening_id": answers["other_day"]})


def wait_for_opening(_scene: Scene, answers: Answers) -> Happened:
    """She wants to wait for the opening that she has chosen."""
    return Happened("done", {"wait_opening": answers["opening_id"]})


def wait_for_place(_scene: Scene, _answers: Answers) -> Happened:
    """She wants to wait for whatever opening there is at the place that she has chosen."""
    return Happened("done", {"wait_opening": None})


def names_to_wait(_scene: Scene, answers: Answers) -> Happened:
    """Whether she has named the people already."""
    return Happened("known" if answers.get("people") else "unknown")


def consider_waiting(scene: Scene, answers: Answers) -> Happened:
    """Whether there is something to wait for, and whether this contact has consented before.

    `room`: there are places after all; `too_big`: there never will be so many; `gone`: what she would wait for has
    begun or is called off; `phone_full`: with those for whom she waits this phone would hold more than one may;
    `under_six`, `some_under_six`: all or some can have level 1 only, and she has not been told yet.
    """
    people = answers["people"]
    if len(people) > MAX_PARTY:
        return Happened("beyond_limit")
    opening, place = _wished(scene, answers)
    if place is None or (opening is not None and not _to_come(scene, opening)):
        return Happened("gone", {"opening_id": None, "day": None})
    if opening is not None and opening.capacity < len(people):
        return Happened("too_big")
    free = _free(scene, opening, place, persons=len(people))
    if free is not None:
        return Happened("room", {"opening_id": free.id, "place_id": place.id, "day": None})
    named = with_phones(names_facts(people)["people"], phones_by_place(scene, people, answers))
    facts = {"named": named, "wait_for": _wait_for(opening, place)}
    if _holds_enough(scene, len(people)):
        return Happened("phone_full", {**facts, "opening_id": opening.id if opening else None})
    young = told_in_year((opening.day if opening else local_date(scene.now)).year, people, answers)
    if young is not None:
        return Happened(young.outcome, {**facts, **young.facts})
    return Happened("known" if scene.contact.consented_at else "first_time", facts)


def _holds_enough(scene: Scene, more: int) -> bool:
    """Whether a phone that is known holds as many places as it may, or would, once it need not wait any more."""
    if scene.contact.consented_at is None:
        return False
    waiting = sum(wait.party for wait in waits_of(scene.db, scene.contact.id, now=scene.now))
    return too_many(held_from(scene.db, scene.contact.id, now=scene.now), more + waiting)


def join_waiting(scene: Scene, answers: Answers) -> Happened:
    """Put her on the list."""
    opening, place = _wished(scene, answers)
    if place is None:
        return Happened("too_many")
    wait_id = join(
        scene.db,
        [(name, year) for name, year in answers["people"]],
        contact_id=scene.contact.id,
        commune_id=place.commune_id,
        place_id=place.id,
        opening=opening,
        service=_service(scene, opening, place, answers),
        phones=phones_by_place(scene, answers["people"], answers),
        relations=relations_by_place(answers["people"], answers),
        now=scene.now,
    )
    wait = wait_by_id(scene.db, wait_id) if wait_id is not None else None
    return Happened("waiting", wait_facts(wait), lasting=True) if wait else Happened("too_many")


def what_is_hers(scene: Scene, answers: Answers) -> Happened:
    """Whether she is on a waiting list, beside her bookings or instead of them; a code names a booking."""
    if answers.get("code_said") or not waits_of(scene.db, scene.contact.id, now=scene.now):
        return Happened("bookings")
    return Happened("both" if live_bookings_of(scene.db, scene.contact.id, now=scene.now) else "waits")


def find_waits(scene: Scene, _answers: Answers) -> Happened:
    """Where she waits."""
    found = waits_of(scene.db, scene.contact.id, now=scene.now)
    if not found:
        return Happened("none")
    if len(found) == 1:
        return Happened("one", wait_facts(found[0]))
    return Happened("several", {"waits": [option(one.id, wait_facts(one)) for one in found[:SHOWN_WAITS]]})


def tell_wait(scene: Scene, answers: Answers) -> Happened:
    """One of them as it is now: still waiting, or with places held for her."""
    wait = _own_wait(scene, answers)
    if wait is None:
        return Happened("none")
    held = offers.held_for(scene.db, wait.id)
    if held is not None:
        return Happened("offered", {"offer_id": held.id})
    return Happened("waiting", wait_facts(wait))


def leave_waiting(scene: Scene, answers: Answers) -> Happened:
    """Take her off the list."""
    wait = _own_wait(scene, answers)
    if wait is None or not leaving.leave(scene.db, wait.id, now=scene.now):
        return Happened("none")
    return Happened("left", wait_facts(wait), lasting=True)


def tell_offer(scene: Scene, answers: Answers) -> Happened:
    """What is held for her; `none` where it is not any more. `held_young`: some of them are too young for the level 2
    that can be done there. `held_some`, `held_which`: she takes it for some of them only."""
    offer = _own_offer(scene, answers)
    if offer is None or offer.state is not OfferState.HELD:
        return Happened("none")
    facts = offer_facts(offer)
    some = of_some(offer, answers)
    if some is not None:
        return Happened(some.outcome, {**facts, **some.facts})
    return Happened("held_young" if "young" in facts else "held", facts)


def whether_offered_again(scene: Scene, answers: Answers) -> Happened:
    """Whether somebody for whom the places are held has one already, booked from this phone: it is told, never refused.

    `phone_full`: this phone holds as many as it may.
    """
    offer = _own_offer(scene, answers)
    if offer is None:
        return Happened("new")
    held = held_from(scene.db, scene.contact.id, now=scene.now)
    if too_many(held, len(offer.people)):
        return Happened("phone_full", {"opening_id": offer.opening.id})
    found = found_again(held, offer.opening, offer.people, answers, phone=scene.contact.id)
    return Happened("again", told_again(found[0])) if found else Happened("new")


def accept_offer(scene: Scene, answers: Answers) -> Happened:
    """Her yes: a booking, where she has agreed that names are kept; otherwise she is asked that first."""
    offer = _own_offer(scene, answers)
    if offer is None:
        return Happened("gone")
    if scene.contact.consented_at is None and offer.people:
        said = answers.get(SOME_SAID)
        for_whom = taken(offer.people, said) if isinstance(said, list) else offer.people
        return Happened("first_time", {**offer_facts(offer), "named": names_facts(for_whom)["people"]})
    case = {**answers, "people": offer.people}  # what stands there is how they are spoken of
    answered, booking = answering.accept(
        scene.db,
        offer.id,
        contact_id=scene.contact.id,
        now=scene.now,
        timetable=scene.house.timetable,
        chance=scene.house.chance,
        service=service_of(case),
        needs=needs_of_case(case),
    )
    if answered is Answered.BOOKED and booking is not None:
        booking = without_the_others(scene, scene.db, booking, answers)
        remember_home(scene, booking.opening)
        known = {**booking_facts(booking), **bring_fact(what_to_bring(booking, case))}
        return Happened("booked", known, lasting=True)
    if answered is Answered.CHANGING:
        return Happened("changing")
    return Happened("gone", lasting=True)


def decline_offer(scene: Scene, answers: Answers) -> Happened:
    """Her no: the places go to the next."""
    offer = _own_offer(scene, answers)
    if offer is None:
        return Happened("left")
    answered = answering.decline(scene.db, offer.id, contact_id=scene.contact.id, now=scene.now)
    return Happened(answered.value, lasting=True)


def _wished(scene: Scene, answers: Answers) -> tuple[Opening | None, Place | None]:
    """The opening she would wait for (None: any) and its place."""
    wanted, place_id = answers.get("wait_opening"), answers.get("place_id")
    opening = find_opening(scene.db, wanted) if wanted else None
    if wanted and opening is None:
        return None, None
    if opening is not None:
        place_id = opening.place_id
    found = places_by_id(scene.db, [place_id]) if isinstance(place_id, int) else []
    return opening, found[0] if found else None


def _service(scene: Scene, opening: Opening | None, place: Place, answers: Answers) -> Service | None:
    """What she waits for, of what the steps have told, where it is offered at all: else she is booked as anybody is."""
    wanted = service_of(answers)
    if wanted is None:
        return None
    if opening is not None:
        return wanted if wanted in opening.services else None
    return wanted if place_offers(scene.db, place.id, wanted, after=scene.now) else None


def _to_come(scene: Scene, opening: Opening) -> bool:
    return opening.state is OpeningState.OPEN and opening.starts_at > scene.now


def _free(scene: Scene, opening: Opening | None, place: Place, *, persons: int) -> Opening | None:
    if opening is not None:
        return opening if opening.free >= persons else None
    found = with_room(scene.db, place_id=place.id, persons=persons, after=scene.now, at_most=1)
    return found[0] if found else None


def _wait_for(opening: Opening | None, place: Place) -> Facts:
    where = facts_of_place(place)["place"]
    if opening is None:
        return any_opening_of(where)
    facts = opening_facts(opening)
    return this_opening(where, facts["when"], facts["hours"])


def _own_wait(scene: Scene, answers: Answers) -> Wait | None:
    wait = wait_by_id(scene.db, answers["wait_id"]) if answers.get("wait_id") else None
    if wait is None or wait.contact_id != scene.contact.id or wait.state.value not in ON_THE_LIST:
        return None
    return wait


def _own_offer(scene: Scene, answers: Answers) -> Offer | None:
    offer = offers.offer_by_id(scene.db, answers["offer_id"]) if answers.get("offer_id") else None
    return offer if offer is not None and offer.contact_id == scene.contact.id else None
