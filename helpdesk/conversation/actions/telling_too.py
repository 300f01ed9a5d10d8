"""What is told on the phone of a person for whom somebody else booked."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from helpdesk.booking.bookings import live_by_id
from helpdesk.booking.openings import find_opening
from helpdesk.booking.persons.own_phones import Tiding
from helpdesk.conversation.actions.facts import booking_facts, opening_facts
from helpdesk.conversation.engine.turns import Happened
from helpdesk.conversation.house import Scene

_OUTCOMES = {
    Tiding.BOOKED: "booked",
    Tiding.MOVED: "moved",
    Tiding.THREE_DAYS: "reminder",
    Tiding.DAY_BEFORE: "reminder",
}


def tell_own_phone(scene: Scene, answers: Mapping[str, Any]) -> Happened:
    """The person and when she comes, with her own number; of the others in the booking nothing.

    `none`: it is no longer so. The booking is not left in the answers: this phone may not change it by a mere "1".
    """
    tiding = Tiding(answers["tiding"])
    if tiding is Tiding.CANCELLED:
        opening = find_opening(scene.db, answers["told_opening_id"])
        if opening is None:
            return Happened("none")
        return Happened("cancelled", {**opening_facts(opening), "who": {"person": answers["told_name"]}})
    booking = live_by_id(scene.db, [answers["told_booking_id"]]).get(answers["told_booking_id"])
    hers = [one for one in booking.people if one.id == answers["told_person_id"]] if booking else []
    if booking is None or not hers:
        return Happened("none")
    (person,) = hers
    facts = booking_facts(replace(booking, people=(person,)))
    del facts["booking_id"]
    return Happened(_OUTCOMES[tiding], {**facts, "who": {"person": [person.name, person.birth_year]}})
