"""Actions about how a contact is told what we would text: by text, by a call, or through a neighbour who agrees."""

from collections.abc import Mapping
from typing import Any

from helpdesk.booking.bookings import live_bookings_of
from helpdesk.booking.reminding.reaching import change_reach
from helpdesk.booking.waiting_list.waiting import waits_of
from helpdesk.conversation.engine.turns import Happened
from helpdesk.conversation.house import Scene
from helpdesk.conversation.understanding.answers.replies import yes_or_no
from helpdesk.people import neighbours
from helpdesk.people.neighbours import Naming
from helpdesk.people.tables import Reach
from helpdesk.text.phone_numbers import canonical, find_number, national


def hear_reach(_scene: Scene, answers: Mapping[str, Any]) -> Happened:
    """The way she has said already, if any; of a neighbour, whether with his number.

    `ring_now`: she is to be rung at once, too.
    """
    match answers.get("reach_said"):
        case Reach.CALL.value:
            return Happened("ring_now" if answers.get("ring_now") else "call")
        case Reach.TEXT.value:
            return Happened("text")
        case Reach.NEIGHBOUR.value:
            return Happened("neighbour" if answers.get("neighbour_said") else "which_neighbour")
        case _:
            return Happened("unsaid")


def reach_by_call(scene: Scene, _answers: Mapping[str, Any]) -> Happened:
    """From now on an official rings her; "nothing_booked" where there is nothing yet to ring her about."""
    set_reach(scene, Reach.CALL)
    hers = scene.contact.id
    waits = live_bookings_of(scene.db, hers, now=scene.now) or waits_of(scene.db, hers, now=scene.now)
    return Happened("done" if waits else "nothing_booked", lasting=True)


def reach_by_text(scene: Scene, _answers: Mapping[str, Any]) -> Happened:
    """From now on she is texted, as everybody is."""
    set_reach(scene, Reach.TEXT)
    return Happened("done", lasting=True)


def reach_by_neighbour(scene: Scene, answers: Mapping[str, Any]) -> Happened:
    """From now on a neighbour is texted, once he has agreed; until then she is rung."""
    said = str(answers.get("neighbour_said", ""))
    number = find_number(said)
    if number is None:
        return Happened("nobody" if yes_or_no(said) is False else "no_number")
    facts = {"number": national(number)}
    if number in (scene.contact.address, canonical(scene.gateway.address)):
        return Happened("not_possible", facts)
    named = neighbours.name(scene.db, scene.contact.id, number, now=scene.now)
    if named is Naming.REFUSED:
        return Happened("not_possible", facts)
    if named is Naming.TOO_MANY:
        return Happened("too_many")
    set_reach(scene, Reach.NEIGHBOUR)
    return Happened("agreed" if named is Naming.AGREED else "named", facts, lasting=True)


def set_reach(scene: Scene, reach: Reach) -> None:
    """Change the way."""
    scene.contact = change_reach(scene.db, scene.contact, reach, now=scene.now)
