"""Actions of news that somebody else, mostly an official, has cancelled or moved a booking that was made by phone.

`change` says what was done, as `Change.said` writes it; `booking_ids` is the one booking.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import sqlalchemy as sa

from helpdesk.booking.bookings import Booking, live_by_id
from helpdesk.booking.gone import cancelled_in
from helpdesk.booking.openings import Opening, openings_by_id
from helpdesk.conversation.actions.facts import (
    Facts,
    booking_facts,
    opening_facts,
    people_facts,
)
from helpdesk.conversation.engine.turns import Happened
from helpdesk.conversation.house import Scene
from helpdesk.conversation.telling.changed_by_others import Change
from helpdesk.people import neighbours
from helpdesk.people.contacts import address_of
from helpdesk.people.persons import Person
from helpdesk.text.phone_numbers import national

Answers = Mapping[str, Any]


def tell_office_change(scene: Scene, answers: Answers) -> Happened:
    """`moved`; `fewer`, where some are cancelled and others are not; `cancelled`; `none`, where that is not so any more."""
    return _told(scene, answers, scene.contact.id)


def tell_office_change_to_neighbour(scene: Scene, answers: Answers) -> Happened:
    """The same of `helped_id`, for him to pass on. Names, no birth years."""
    helped = answers["helped_id"]
    if not neighbours.helps(scene.db, helped, scene.contact.id):
        return Happened("none")
    told = _told(scene, answers, helped)
    number = {"number": national(address_of(scene.db, helped))}
    return Happened(told.outcome, {**told.facts, **number})


def _told(scene: Scene, answers: Answers, contact_id: int) -> Happened:
    (booking_id,) = answers["booking_ids"]
    with_years = contact_id == scene.contact.id
    change = Change.of(answers["change"])
    known = look_up(scene.db, [(booking_id, change)])
    return office_change(known, booking_id, change, contact_id=contact_id, with_years=with_years)


@dataclass(frozen=True, slots=True)
class Changed:
    """What is known now of bookings that were changed, by id: as they are, whose place is gone, and openings by id."""

    bookings: Mapping[int, Booking]
    gone: Mapping[int, tuple[Opening, tuple[Person, ...]]]
    openings: Mapping[int, Opening]


def look_up(db: sa.Connection, changes: Sequence[tuple[int, Change]]) -> Changed:
    """What is known of bookings and what was done with each; the number of statements does not grow with them."""
    if not changes:
        return Changed({}, {}, {})
    persons: dict[int, set[int]] = {}
    for booking_id, change in changes:
        persons.setdefault(booking_id, set()).update(change.gone)
    left = {change.left for _, change in changes if change.left}
    return Changed(live_by_id(db, persons), cancelled_in(db, persons), openings_by_id(db, left))


def office_change(
    known: Changed, booking_id: int, change: Change, *, contact_id: int, with_years: bool = True
) -> Happened:
    """Which of the outcomes it is now, and its facts; `by` is who did it."""
    booking = known.bookings.get(booking_id)
    if booking is not None and booking.contact_id != contact_id:
        return Happened("none")
    opening, cancelled = known.gone.get(booking_id, (None, ()))
    gone = [one for one in cancelled if one.id in change.gone]
    by: Facts = {"by": {"phrase": "by_code" if change.by_code else "by_office"}}
    left: Facts = {}
    if booking is not None:
        people = booking.people if with_years else [replace(one, birth_year=None) for one in booking.people]
        left = {**booking_facts(booking), **people_facts(people)}
    if opening and gone:
        names = {"gone": {"people": [[one.name, one.birth_year if with_years else None] for one in gone]}}
        if left:
            return Happened("fewer", {**left, **names, **by})
        return Happened("cancelled", {**opening_facts(opening), **names, **by})
    old = known.openings.get(change.left) if change.left else None
    if booking is None or old is None or old.id == booking.opening.id:
        return Happened("none")
    return Happened("moved", {**left, **by, "old_when": {"date": old.day.isoformat()}})
