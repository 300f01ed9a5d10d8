"""Actions that make a booking."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from helpdesk.booking.changes import MAX_PARTY, book
from helpdesk.booking.openings import Opening, find_opening
from helpdesk.booking.persons.held_places import held_from, too_many
from helpdesk.booking.states import OpeningState
from helpdesk.conversation.actions.facts import booking_facts, level2_for, opening_facts, people_facts
from helpdesk.conversation.actions.making.booked_again import found_again, noted_again
from helpdesk.conversation.actions.making.phones_said import note_phones, phones_by_place, with_phones
from helpdesk.conversation.actions.making.relations_noted import relations_by_place
from helpdesk.conversation.actions.making.under_six import told_of_under_six
from helpdesk.conversation.actions.questions.bring import GENERAL, bring_fact, what_to_bring
from helpdesk.conversation.actions.questions.case_needs import needs_of_case, service_of
from helpdesk.conversation.engine.turns import Happened
from helpdesk.conversation.house import Scene
from helpdesk.conversation.understanding.bookings.one_text import BORN, PEOPLE
from helpdesk.messaging.outbox import answers_asking, last_answer
from helpdesk.people import consents, contacts
from helpdesk.people.persons import Person
from helpdesk.places.tables import PlaceKind

NOTED = "noted"
"""The answer that holds of how many of those named she has been told."""


def names_known(scene: Scene, answers: Mapping[str, Any]) -> Happened:
    """Whether she has named the people already; `past` where the opening began, or was called off, while she
    chose; `gone` where nothing is known of it any more, with a sample commune for instance."""
    chosen = find_opening(scene.db, answers["opening_id"])
    if chosen is None:
        return Happened("gone")
    if not bookable(chosen, scene.now):
        return Happened("past", opening_facts(chosen))
    return Happened("known" if answers.get("people") else "unknown")


def bookable(opening: Opening, now: datetime) -> bool:
    """Whether an opening takes place and has not begun, be it full or not; not where nobody new is booked (closed days)."""
    stands = opening.state is OpeningState.OPEN and opening.closed_since is None
    return stands and opening.starts_at > now


def check_booking(scene: Scene, answers: Mapping[str, Any]) -> Happened:
    """Whether all named fit into the opening, and whether this contact has consented before.

    `first_part`, `known_part`: she spoke of more people than she has named; she is told of how many, and may go on.
    `past`: it began, or was called off, while she decided; nobody is asked for a yes to what cannot be booked.
    `under_six`, `some_under_six`: they can have level 1 only, and she has not been told yet.
    `phone_full`: this phone would hold more places than one may. What `whether_again` tells is found here, too.
    """
    chosen = find_opening(scene.db, answers["opening_id"])
    answers = {**answers, **with_age_said(answers)}
    people = [Person(0, name, year) for name, year in answers["people"]]
    named = people_facts(people)
    phones = phones_by_place(scene, answers["people"], answers)
    facts = {"named": with_phones(named["people"], phones), "party": named["party"], NOTED: len(people)}
    facts |= {PEOPLE: answers["people"], BORN: None}
    if chosen is None:
        return Happened("gone")
    facts |= {**opening_facts(chosen), **level2_for(chosen, people)}
    if not bookable(chosen, scene.now):
        return Happened("past", facts)
    if len(people) > MAX_PARTY:
        return Happened("beyond_limit", facts)
    known = scene.contact.consented_at is not None
    # Who has not consented has no place yet.
    held = held_from(scene.db, scene.contact.id, now=scene.now) if known else []
    if too_many(held, len(people)):
        return Happened("phone_full", facts)
    if len(people) > chosen.free:
        return Happened("too_many", facts)
    young = told_of_under_six(chosen, answers["people"], answers)
    if young is not None:
        return Happened(young.outcome, {**facts, **young.facts})
    facts |= noted_again(found_again(held, chosen, answers["people"], answers, phone=scene.contact.id))
    spoken = answers.get("persons") or 0
    if len(people) < spoken <= chosen.free:
        part = "known_part" if known else "first_part"
        return Happened(part, {**facts, "spoken": spoken})
    return Happened("known" if known else "first_time", facts)


def with_age_said(answers: Mapping[str, Any]) -> Mapping[str, Any]:
    """The one named, with the year that an age came to which was said before the name; empty where none was."""
    people, born = answers[PEOPLE], answers.get(BORN)
    if not born or len(people) != 1 or people[0][1] is not None:
        return {}
    return {PEOPLE: [[people[0][0], born]]}


def keep_consent(scene: Scene, _answers: Mapping[str, Any]) -> Happened:
    """Keep the yes as proof: what was asked, and the message that agreed.

    Where the question was repeated more briefly since, it is kept both in full and as it stood before her last.
    """
    asked = answers_asking(scene.db, scene.contact.id, "%.consent")
    consents.give(
        scene.db,
        contact_id=scene.contact.id,
        wording="\n\n".join(asked or [last_answer(scene.db, scene.contact.id) or ""]),
        inbound_id=scene.inbound_id,
        now=scene.now,
    )
    scene.contact = replace(scene.contact, consented_at=scene.now)
    return Happened("done", lasting=True)


def book_places(scene: Scene, answers: Mapping[str, Any]) -> Happened:
    """Book, and remember where she lives or goes; `full` when the last place was taken meanwhile, `past` as above.

    `booked_case`: more is known of what they bring than what everybody is told. `booked_untold`: some of the numbers
    beside the names are told of no more bookings for now.
    """
    chosen = find_opening(scene.db, answers["opening_id"])
    if chosen is None:
        return Happened("gone")
    if not bookable(chosen, scene.now):
        return Happened("past", opening_facts(chosen))
    people = [(name, year) for name, year in answers["people"]]
    made = book(
        scene.db,
        chosen,
        people,
        contact_id=scene.contact.id,
        now=scene.now,
        timetable=scene.house.timetable,
        chance=scene.house.chance,
        service=service_of(answers),
        needs=needs_of_case(answers),
        relations=relations_by_place(people, answers),
    )
    if made is None:
        return Happened("full")
    remember_home(scene, chosen)
    items = what_to_bring(made, answers)
    outcome = "booked" if items == GENERAL else "booked_case"
    if not note_phones(scene, made, answers):
        outcome = "booked_untold"
    return Happened(outcome, {**booking_facts(made), **bring_fact(items)}, lasting=True)


def remember_home(scene: Scene, opening: Opening) -> None:
    """Remember where she lives or goes, by what she has booked."""
    home = opening.place_id if opening.place_kind is PlaceKind.VILLAGE else scene.contact.place_id
    if (opening.commune_id, home) != (scene.contact.commune_id, scene.contact.place_id):
        contacts.change(scene.db, scene.contact.id, commune_id=opening.commune_id, place_id=home)
        scene.contact = replace(scene.contact, commune_id=opening.commune_id, place_id=home)
