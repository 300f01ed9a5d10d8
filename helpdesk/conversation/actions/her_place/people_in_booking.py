"""Actions on who is in a booking: what they need, phones of their own, more of them, some of them on another day."""

from collections.abc import Mapping
from typing import Any

from helpdesk.booking import parting
from helpdesk.booking.bookings import Booked, Booking
from helpdesk.booking.changes import MAX_PARTY
from helpdesk.booking.openings import find_opening
from helpdesk.booking.persons import own_phones
from helpdesk.booking.persons.double_bookings import booked_again
from helpdesk.booking.persons.held_places import held_from, too_many
from helpdesk.booking.persons.needs import Need, needs_of
from helpdesk.booking.persons.own_phones import Giving
from helpdesk.booking.persons.telling_needs import note_needs
from helpdesk.conversation.actions.facts import (
    booking_facts,
    facts_of_place,
    opening_facts,
    option,
    people_facts,
)
from helpdesk.conversation.actions.her_place.changed_by_code import watched
from helpdesk.conversation.actions.her_place.reachable import her_booking
from helpdesk.conversation.actions.making.booked_again import AGAIN, noted_again, told_again
from helpdesk.conversation.actions.making.choosing import where_to, with_room_since
from helpdesk.conversation.actions.making.phones_said import note_phones, phones_by_place, with_phones
from helpdesk.conversation.actions.making.relations_noted import relations_by_place
from helpdesk.conversation.actions.making.under_six import told_of_under_six
from helpdesk.conversation.engine.turns import Happened
from helpdesk.conversation.house import Scene
from helpdesk.conversation.understanding.answers.replies import yes_or_no
from helpdesk.people.persons import Person
from helpdesk.places.communes import places_by_id
from helpdesk.text.phone_numbers import canonical, find_number, is_number, national

SHOWN_PERSONS = 6
"""Lines of a list that fit into two segments; further persons are chosen by name."""

NO_NEED = "none"
"""The line by which what was noted is taken off again."""

Answers = Mapping[str, Any]


def list_people(scene: Scene, answers: Answers) -> Happened:
    """The persons of the booking to choose one of; `one` where there is no choice, `gone` where there is no booking."""
    booking = her_booking(scene, answers)
    if booking is None:
        return Happened("gone")
    if booking.party == 1:
        (only,) = booking.people
        return Happened("one", {"person_id": only.id, **_who(only)})
    return Happened("several", {"persons": _lines(booking, but_not=answers.get("going") or ())})


def _lines(booking: Booking, *, but_not: list[int] | tuple[int, ...]) -> list[dict[str, Any]]:
    left = [person for person in booking.people if person.id not in but_not]
    return [
        option(
            person.id,
            _who(person),
            name=f"{person.name} {person.birth_year or ''}",
            hidden=place >= SHOWN_PERSONS,
        )
        for place, person in enumerate(left)
    ]


def _who(person: Booked) -> dict[str, Any]:
    return {"who": {"person": [person.name, person.birth_year]}}


def _person(booking: Booking | None, answers: Answers) -> Booked | None:
    people = booking.people if booking else ()
    return next((person for person in people if person.id == answers.get("person_id")), None)


def offer_needs(scene: Scene, answers: Answers) -> Happened:
    """What she may need, but for what is noted already; the last line takes all of that off."""
    person = _person(her_booking(scene, answers), answers)
    if person is None:
        return Happened("gone")
    lines = [
        option(need.value, {"need": {"phrase": f"need_{need}"}}) for need in Need if need not in person.needs
    ]
    if person.needs:
        lines.append(option(NO_NEED, {"need": {"phrase": "need_none"}}))
    return Happened("found", {"needs_offered": lines, **_who(person)})


def note_need(scene: Scene, answers: Answers) -> Happened:
    """Note what she chose, beside what was noted before; `cleared` where nothing is needed after all."""
    booking = her_booking(scene, answers)
    person = _person(booking, answers)
    if booking is None or person is None:
        return Happened("gone")
    chosen = needs_of([answers["need"]])
    needs = tuple(need for need in Need if need in {*person.needs, *chosen}) if chosen else ()
    note_needs(scene.db, booking.id, person.id, needs, now=scene.now)
    if not needs:
        return Happened("cleared", _who(person), lasting=True)
    spoken = {"list": [[{"phrase": f"need_{need}"}] for need in needs]}
    return Happened("noted", {**_who(person), "needs": spoken}, lasting=True)


def note_own_phone(scene: Scene, answers: Answers) -> Happened:
    """Note the number of a person who has a phone of her own: she is told there of her place and reminded."""
    booking = her_booking(scene, answers)
    person = _person(booking, answers)
    if booking is None or person is None:
        return Happened("gone")
    said = str(answers.get("phone_said", ""))
    number = find_number(said)
    if number is None or not is_number(number):
        return Happened("kept" if yes_or_no(said) is False else "no_number")
    facts = {"number": national(number), **_who(person)}
    if number in (scene.contact.address, canonical(scene.gateway.address)):
        return Happened("known", facts)
    given = own_phones.give(
        scene.db,
        booking,
        person.id,
        number,
        by_contact_id=scene.contact.id,
        now=scene.now,
        timetable=scene.house.timetable,
    )
    outcome = {Giving.NOTED: "noted", Giving.KNOWN: "known", Giving.TOO_MANY: "too_many"}[given]
    return Happened(outcome, facts, lasting=True)


def check_joining(scene: Scene, answers: Answers) -> Happened:
    """Whether those named now fit into the opening of the booking; `phone_full`: its phone holds as many as it may;
    `under_six`: some can have level 1 only, and she has not been told yet; `again`, `some_again`: all or some of them
    have a place already, in this very booking for instance, which is told and never refused."""
    booking = her_booking(scene, answers)
    if booking is None:
        return Happened("gone")
    people = [Person(0, name, year) for name, year in answers["joining"]]
    phones = phones_by_place(scene, answers["joining"], answers)
    facts = {**booking_facts(booking), "named": with_phones(people_facts(people)["people"], phones)}
    if booking.party + len(people) > MAX_PARTY:
        return Happened("beyond_limit", facts)
    held = held_from(scene.db, booking.contact_id, now=scene.now) if booking.contact_id is not None else []
    if too_many(held, len(people)):
        return Happened("phone_full", {**facts, "opening_id": booking.opening.id})
    if len(people) > booking.opening.free:
        return Happened("too_many", facts)
    young = told_of_under_six(booking.opening, answers["joining"], answers)
    if young:
        return Happened("under_six", {**facts, **young.facts})
    found = booked_again(
        held,
        [(one.name, one.birth_year) for one in people],
        service=booking.service,
        phone=booking.contact_id or scene.contact.id,
    )
    if not found:
        return Happened("room", {**facts, AGAIN: None})
    everybody = len({one.place for one in found}) == len(people)
    again = {**facts, **noted_again(found), **told_again(found[0])}
    return Happened("again" if everybody else "some_again", again)


def leave_out_joining(_scene: Scene, answers: Answers) -> Happened:
    """Those who are to join without whoever has a place already; `nobody` where that is everybody."""
    again = {place for place, _ in answers.get(AGAIN) or ()}
    left = [person for place, person in enumerate(answers["joining"]) if place not in again]
    return Happened("left" if left else "nobody", {"joining": left})


def join_people(scene: Scene, answers: Answers) -> Happened:
    """Add those named to the booking; `full` where the last place was taken meanwhile.

    `joined_untold`: some of the numbers beside the names are told of no more bookings for now.
    """
    booking = her_booking(scene, answers)
    if booking is None:
        return Happened("gone", lasting=True)
    people = [(name, year) for name, year in answers["joining"]]
    with watched(scene, booking):
        relations = relations_by_place(people, answers)
        joined = parting.add_people(scene.db, booking, people, now=scene.now, relations=relations)
    if joined is None:
        return Happened("full")
    all_told = note_phones(scene, joined, answers, but_not=joined.party - len(people))
    return Happened("joined" if all_told else "joined_untold", booking_facts(joined), lasting=True)


def choose_going(scene: Scene, answers: Answers) -> Happened:
    """One more who goes to another day; `all` where nobody is left to stay, which is no parting."""
    booking = her_booking(scene, answers)
    if booking is None:
        return Happened("gone")
    chosen = [*(answers.get("going") or ()), answers["person_id"]]
    going = [person for person in booking.people if person.id in chosen]
    facts = {"going": [person.id for person in going], "named": people_facts(going)["people"]}
    return Happened("all" if len(going) == booking.party else "some", facts)


def forget_going(_scene: Scene, _answers: Answers) -> Happened:
    """Begin anew with who goes."""
    return Happened("done", {"going": []})


def find_openings_apart(scene: Scene, answers: Answers) -> Happened:
    """The next other openings with room for those who go, at the place she said, else where the booking is."""
    booking = her_booking(scene, answers)
    if booking is None:
        return Happened("gone")
    here, place_id = booking.opening, where_to(answers, booking)
    found = with_room_since(scene, answers, place_id=place_id, persons=len(answers["going"]), but_not=here.id)
    facts = opening_facts(here)
    if place_id != here.place_id:
        facts |= facts_of_place(places_by_id(scene.db, [place_id])[0])
    if not found:
        return Happened("none", facts)
    return Happened("found", {**facts, "openings": [option(one.id, opening_facts(one)) for one in found]})


def part_booking(scene: Scene, answers: Answers) -> Happened:
    """Move those who go; the old places are given back only when the new ones are certain."""
    booking = her_booking(scene, answers)
    to = find_opening(scene.db, answers["opening_id"])
    if booking is None:
        return Happened("gone", lasting=True)
    house = scene.house
    if to is None:
        return Happened("full")
    with watched(scene, booking) as watch:
        apart = parting.split(
            scene.db,
            booking,
            answers["going"],
            to,
            now=scene.now,
            timetable=house.timetable,
            chance=house.chance,
        )
        watch.moved = apart
    return Happened("parted", booking_facts(apart), lasting=True) if apart else Happened("full")
