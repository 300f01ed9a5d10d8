"""Actions of news that somebody else, mostly an official, has cancelled or moved a booking that was made by phone.

`change` says what was done, as `Change.said` writes it; `booking_ids` is the one booking.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import sqlalchemy as sa

from helpdesk.booking.bookings import live_by_id
from helpdesk.booking.gone import cancelled_in
from helpdesk.booking.openings import find_opening
from helpdesk.conversation.actions.facts import (
    Facts,
    booking_facts,
    opening_facts,
    people_facts,
)
from helpdesk.conversation.changed_by_others import Change
from helpdesk.conversation.engine.turns import Happened
from helpdesk.conversation.house import Scene
from helpdesk.people import neighbours
from helpdesk.people.contacts import address_of
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
    return office_change(
        scene.db, booking_id, Change.of(answers["change"]), contact_id=contact_id, with_years=with_years
    )


def office_change(
    db: sa.Connection, booking_id: int, change: Change, *, contact_id: int, with_years: bool = True
) -> Happened:
    """Which of the outcomes it is now, and its facts; `by` is who did it."""
    booking = live_by_id(db, [booking_id]).get(booking_id)
    if booking is not None and booking.contact_id != contact_id:
        return Happened("none")
    found = cancelled_in(db, booking_id, change.gone)
    gone = found[1] if found else ()
    by: Facts = {"by": {"phrase": "by_code" if change.by_code else "by_office"}}
    left: Facts = {}
    if booking is not None:
        people = booking.people if with_years else [replace(one, birth_year=None) for one in booking.people]
        left = {**booking_facts(booking), **people_facts(people)}
    if found and gone:
        names = {"gone": {"people": [[one.name, one.birth_year if with_years else None] for one in gone]}}
        if left:
            return Happened("fewer", {**left, **names, **by})
        return Happened("cancelled", {**opening_facts(found[0]), **names, **by})
    old = find_opening(db, change.left) if change.left else None
    if booking is None or old is None or old.id == booking.opening.id:
        return Happened("none")
    return Happened("moved", {**left, **by, "old_when": {"date": old.day.isoformat()}})
