"""Actions on bookings there are: finding, confirming, cancelling, moving."""

from collections.abc import Mapping, Sequence
from typing import Any

from helpdesk.booking import changes
from helpdesk.booking.attending.served import served_in
from helpdesk.booking.bookings import Booking, live_bookings, live_bookings_of
from helpdesk.booking.lately import cancelled_lately
from helpdesk.booking.openings import find_opening
from helpdesk.booking.states import OpeningState
from helpdesk.clock import local_date
from helpdesk.conversation.actions.facts import booking_facts, opening_facts, option, place_facts
from helpdesk.conversation.actions.her_place.changed_by_code import watched
from helpdesk.conversation.actions.her_place.reachable import reachable
from helpdesk.conversation.actions.her_place.spoken_of import WHOM_UNSAID, meant, one_of_several, who_goes
from helpdesk.conversation.actions.questions.bring import GENERAL, bring_fact, what_all_bring, what_to_bring
from helpdesk.conversation.engine.turns import Happened
from helpdesk.conversation.house import Scene
from helpdesk.conversation.understanding.bookings.which_booked import ALL_SAID
from helpdesk.conversation.understanding.understand import PEOPLE_SAID

SHOWN_BOOKINGS = 3
SHOWN_PERSONS = 6
SHOWN_DUE = 4
"""Lines of a list that fit into two segments; further persons are chosen by name."""

EVERYONE = "tất cả hết mọi all everyone"
"""Words by which everyone on a list is meant."""

NOBODY = "giữ lại chỗ thôi không hủy nữa ai cả đâu keep it no one nobody none"
"""Words by which she keeps them all; without "nguyên", which is a family's name."""


def find_bookings(scene: Scene, answers: Mapping[str, Any]) -> Happened:
    """The contact's bookings: the one spoken of, or those a reminder spoke of, or all of them.

    `unlike`: she named a code or somebody, and it is in none of them; nothing is done to another instead.
    """
    spoken_of = [answers["booking_id"]] if "booking_id" in answers else answers.get("booking_ids")
    if spoken_of is not None:
        found = reachable(scene, answers, spoken_of)
    else:
        found = live_bookings_of(scene.db, scene.contact.id, now=scene.now)
    if not found:
        return Happened("none")
    fitting = meant(found, answers)
    if len(fitting) == 1:
        return Happened("one", booking_facts(fitting[0]))
    options = [
        # Two of one day are told from each other by who is in them.
        option(one.id, {**booking_facts(one), "first": {"person": [one.people[0].name, None]}})
        for one in (fitting or found)[:SHOWN_BOOKINGS]
    ]
    return Happened("several", {"bookings": options}) if fitting else Happened("unlike", {"hers": options})


def whether_lately(scene: Scene, _answers: Mapping[str, Any]) -> Happened:
    """Whether she cancelled something a moment ago: what comes twice must not cancel twice."""
    again = cancelled_lately(scene.db, scene.contact.id, now=scene.now)
    return Happened("again" if again else "first")


def whether_all_gone(scene: Scene, answers: Mapping[str, Any]) -> Happened:
    """Whether she wants all cancelled and has `more` bookings; else `all`."""
    others = live_bookings_of(scene.db, scene.contact.id, now=scene.now) if answers.get(ALL_SAID) else ()
    return Happened("more", {"count": len(others)}) if others else Happened("all")


def find_persons(scene: Scene, answers: Mapping[str, Any]) -> Happened:
    """The persons of a booking, to choose who is cancelled; `one` where there is no choice or all are, `named` where she
    made it. Two of one name are chosen from as well: nobody goes with the other unsaid."""
    booking = _own(scene, answers)
    if booking is None or booking.party == 1:
        return Happened("one", booking_facts(booking) if booking else {})
    going = [person for person in booking.people if person.id in who_goes(booking, answers)]
    if one_of_several(booking, answers.get(PEOPLE_SAID) or ()):
        going = []
    if len(going) == booking.party:
        return Happened("one", booking_facts(booking))
    if going:
        known = [[one.name, one.birth_year] for one in going]
        who: Mapping[str, Any] = {"person": known[0]} if len(known) == 1 else {"people": known}
        cancelling = [one.id for one in going]
        return Happened("named", {**booking_facts(booking), "cancelling": cancelling, "who": who})
    lines = lines_of_persons(booking, somebody=bool(answers.get(WHOM_UNSAID)))
    return Happened("several", {**booking_facts(booking), "cancellable": lines})


def lines_of_persons(booking: Booking, *, somebody: bool = False) -> list[dict[str, Any]]:
    """The lines by which somebody of a booking is chosen, or all; hidden ones for the seventh and for nobody.

    `somebody`: it is one of them whom she spoke of, so that all of them are not what a "1" means.
    """
    whole = {"who": {"phrase": "everyone", "count": booking.party}}
    everyone = option("all", whole, name=f"{EVERYONE} {booking.party}")
    persons = []
    for place, person in enumerate(booking.people):
        who = {"who": {"person": [person.name, person.birth_year]}}
        name = f"{person.name} {person.birth_year or ''}"  # as the line shows it
        persons.append(option(person.id, who, name=name, hidden=place >= SHOWN_PERSONS))
    first = persons[:SHOWN_PERSONS] if somebody else []
    nobody = option("none", whole, name=NOBODY, hidden=True)
    return [*first, everyone, *persons[len(first) :], nobody]


def cancel_all(scene: Scene, answers: Mapping[str, Any]) -> Happened:
    """Cancel the whole booking, but for those who were there already: `stay`, or `were_there` where all of them were."""
    booking = _own(scene, answers)
    if booking is None:
        return Happened("cancelled", lasting=True)
    with watched(scene, booking):
        still = changes.cancel(scene.db, booking, now=scene.now)
    if still == 0:
        return Happened("cancelled", lasting=True)
    left = _own(scene, answers)
    if left is None:
        return Happened("cancelled", lasting=True)
    return Happened(
        "were_there" if left.party == booking.party else "stay", booking_facts(left), lasting=True
    )


def cancel_chosen(scene: Scene, answers: Mapping[str, Any]) -> Happened:
    """Cancel whom she chose, or all, or after all nobody; `was_there`: she came, and is not cancelled any more."""
    if answers["cancelling"] == "none":
        return Happened("kept")
    booking = _own(scene, answers)
    if booking is None or answers["cancelling"] == "all":
        return cancel_all(scene, answers)
    chosen = answers["cancelling"]
    going: list[int] = chosen if isinstance(chosen, list) else [chosen]
    hers = {person.id for person in booking.people}.intersection(going)
    with watched(scene, booking):
        left = changes.cancel(scene.db, booking, person_ids=going, now=scene.now)
    if left == 0:
        return Happened("cancelled", lasting=True)
    if hers and left == booking.party:
        return Happened("was_there")
    now_booked = _own(scene, answers)
    return Happened("fewer", booking_facts(now_booked) if now_booked else {}, lasting=True)


def whether_it_stands(scene: Scene, answers: Mapping[str, Any]) -> Happened:
    """Whether the day of what she keeps stands; `called_off` where she must not come then."""
    booking = _own(scene, answers)
    if booking is not None and booking.opening.state is OpeningState.CANCELLED:
        return Happened("called_off", opening_facts(booking.opening))
    return Happened("stands")


def move_booking(scene: Scene, answers: Mapping[str, Any]) -> Happened:
    """Move to the chosen opening; the old places are given back only when the new ones are certain.

    Whoever was served stays; `served` where all of them were.
    """
    booking = _own(scene, answers)
    if booking is None:
        return Happened("gone", lasting=True)
    if booking.opening.day <= local_date(scene.now) and served_in(scene.db, booking.id) >= {
        person.id for person in booking.people
    }:
        return Happened("served", booking_facts(booking))
    to = find_opening(scene.db, answers["opening_id"])
    if to is None:
        return Happened("full")
    house = scene.house
    with watched(scene, booking) as watch:
        moved = changes.move(
            scene.db, booking, to, now=scene.now, timetable=house.timetable, chance=house.chance
        )
        watch.moved = moved
    if moved is not None:
        return Happened("moved", booking_facts(moved), lasting=True)
    return Happened("full") if _own(scene, answers) else Happened("gone", lasting=True)


def tell_due_bookings(scene: Scene, answers: Mapping[str, Any]) -> Happened:
    """What a reminder speaks of: the bookings that still hold places, one or several.

    `one_case`: one of which more is known of what they bring than what everybody is told.
    """
    found = live_bookings(scene.db, answers["booking_ids"], contact_id=scene.contact.id, now=scene.now)
    if not found:
        return Happened("none")
    if len(found) == 1:
        items = what_to_bring(found[0], answers)
        outcome = "one" if items == GENERAL else "one_case"
        return Happened(outcome, {**booking_facts(found[0]), **bring_fact(items)})
    return Happened("several", {"count": len(found), "summary": summary(found)})


def summary(bookings: Sequence[Booking]) -> dict[str, Any]:
    """The first few, and how many more: a neighbour who books for nine gets one reminder."""
    lines = []
    for booking in bookings[:SHOWN_DUE]:
        place = place_facts(booking.opening.place_kind, booking.opening.place_name)["place"]
        lines.append([{"date": booking.opening.day.isoformat()}, place, f"({booking.code})"])
    return {"list": lines, "more": max(0, len(bookings) - SHOWN_DUE)}


def confirm_coming(scene: Scene, answers: Mapping[str, Any]) -> Happened:
    """They come: note it for all bookings the reminder spoke of, but for a day that was called off since; with what
    all of them bring."""
    found = live_bookings(scene.db, answers["booking_ids"], contact_id=scene.contact.id, now=scene.now)
    stand = [booking for booking in found if booking.opening.state is not OpeningState.CANCELLED]
    coming = [booking for booking in stand if changes.confirm(scene.db, booking.id, now=scene.now)]
    if not coming:
        return Happened("none", lasting=True)
    return Happened("done", bring_fact(what_all_bring(coming, answers)), lasting=True)


def _own(scene: Scene, answers: Mapping[str, Any]) -> Booking | None:
    ids = [answers["booking_id"]] if "booking_id" in answers else []
    found = reachable(scene, answers, ids)
    return found[0] if found else None
