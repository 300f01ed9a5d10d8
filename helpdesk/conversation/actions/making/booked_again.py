"""Actions for somebody who seems to have a place already, booked from this very phone: it is told, never refused."""

from collections.abc import Mapping, Sequence
from typing import Any

from helpdesk.booking.openings import Opening
from helpdesk.booking.persons.double_bookings import Again, booked_again
from helpdesk.booking.persons.held_places import HeldPlace
from helpdesk.booking.services import service_for
from helpdesk.conversation.actions.facts import Facts
from helpdesk.conversation.actions.questions.case_needs import service_of
from helpdesk.conversation.engine.turns import Happened
from helpdesk.conversation.house import Scene

AGAIN = "again"
"""The answer that holds who of those named has a place, by her place among them, with what is told of the first one."""

Answers = Mapping[str, Any]


def found_again(
    held: Sequence[HeldPlace],
    opening: Opening,
    people: Sequence[Sequence[Any]],
    answers: Answers,
    *,
    phone: int,
) -> list[Again]:
    """Who of those named for an opening has a place for the same thing among those `held` from this phone."""
    service = service_for(opening.services, service_of({**answers, "people": people}))
    return booked_again(held, [(name, year) for name, year in people], service=service, phone=phone)


def noted_again(found: Sequence[Again]) -> Facts:
    """The answer AGAIN: [[place, {who, code, other_when}], …]."""
    return {AGAIN: [[one.place, told_again(one)] for one in found]}


def told_again(one: Again) -> Facts:
    """`who`, `code` and `other_when` of the place that she has."""
    person = one.held.person
    return {
        "who": {"person": [person.name, person.birth_year]},
        "code": one.held.code,
        "other_when": {"date": one.held.day.isoformat()},
    }


def whether_again(_scene: Scene, answers: Answers) -> Happened:
    """Whether one of those named has a place for the same thing: `again` all of them, `some_again` some, `new` nobody.

    `check_booking` has looked.
    """
    found = answers.get(AGAIN) or ()
    if not found:
        return Happened("new")
    places = {place for place, _ in found}
    return Happened("again" if len(places) == len(answers["people"]) else "some_again", found[0][1])


def leave_out_again(_scene: Scene, answers: Answers) -> Happened:
    """Those named without whoever has a place already; `nobody` where that is everybody."""
    again = {place for place, _ in answers.get(AGAIN) or ()}
    left = [person for place, person in enumerate(answers["people"]) if place not in again]
    return Happened("left", {"people": left, "persons": len(left)}) if left else Happened("nobody")
