"""Actions for somebody who seems to have a place already, booked from this very phone: it is told, never refused."""

from collections.abc import Mapping
from typing import Any

from helpdesk.booking.openings import find_opening
from helpdesk.booking.persons.double_bookings import Again, booked_again
from helpdesk.booking.services import service_for
from helpdesk.conversation.actions.case_needs import service_of
from helpdesk.conversation.engine.turns import Happened
from helpdesk.conversation.house import Scene


def whether_again(scene: Scene, answers: Mapping[str, Any]) -> Happened:
    """Whether one of those named has a place for the same thing: `again` all of them, `some_again` some, `new` nobody."""
    found = _found(scene, answers)
    if not found:
        return Happened("new")
    first, places = found[0], {one.place for one in found}
    facts = {
        "who": {"person": [first.person.name, first.person.birth_year]},
        "code": first.booking.code,
        "other_when": {"date": first.booking.opening.day.isoformat()},
    }
    return Happened("again" if len(places) == len(answers["people"]) else "some_again", facts)


def leave_out_again(scene: Scene, answers: Mapping[str, Any]) -> Happened:
    """Those named without whoever has a place already; `nobody` where that is everybody."""
    again = {one.place for one in _found(scene, answers)}
    left = [person for place, person in enumerate(answers["people"]) if place not in again]
    return Happened("left", {"people": left, "persons": len(left)}) if left else Happened("nobody")


def _found(scene: Scene, answers: Mapping[str, Any]) -> list[Again]:
    chosen = find_opening(scene.db, answers["opening_id"])
    if chosen is None:
        return []
    return booked_again(
        scene.db,
        [(name, year) for name, year in answers["people"]],
        contact_id=scene.contact.id,
        service=service_for(chosen.services, service_of(answers)),
        now=scene.now,
    )
