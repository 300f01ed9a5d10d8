"""Actions of news that a day has changed: what she is told, and what comes of her answer.

`change_id` is the change, `booking_ids` are her bookings that it speaks of: all were moved, or for all she has to choose.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from helpdesk.booking import changes
from helpdesk.booking.bookings import Booking, hold_booking, live_by_id
from helpdesk.booking.changed_days.day_changes import DayChange, changes_of, find_change
from helpdesk.booking.changed_days.news import note_told, note_waits
from helpdesk.booking.changed_days.states import ToldState
from helpdesk.booking.openings import find_opening, hold_openings, with_room
from helpdesk.booking.openings import opening as opening_by_id
from helpdesk.booking.states import OpeningState
from helpdesk.booking.waiting_list.still_booked import join_with_booking
from helpdesk.conversation.actions.facts import (
    Facts,
    booking_facts,
    opening_facts,
    option,
    people_facts,
    place_facts,
)
from helpdesk.conversation.actions.her_place.reachable import reachable
from helpdesk.conversation.actions.making.choosing import SHOWN_OPENINGS
from helpdesk.conversation.actions.questions.bring import bring_fact, what_all_bring, what_to_bring
from helpdesk.conversation.actions.reaching.helping import ring_instead
from helpdesk.conversation.engine.turns import Happened
from helpdesk.conversation.house import Scene
from helpdesk.people import neighbours
from helpdesk.people.contacts import address_of
from helpdesk.text.phone_numbers import national

SHOWN_DAYS = 3
"""Bookings of one contact that are named with their new days."""

Answers = Mapping[str, Any]


def tell_changed_day(scene: Scene, answers: Answers) -> Happened:
    """What has become of the day: `moved` or `moved_several`; `choose`, `choose_several` with the next openings that
    have room for all of them together; `apart`, where only some of several fit anywhere; `no_other`; `none`.
    """
    found, change = _hers(scene, answers, scene.contact.id), find_change(scene.db, answers["change_id"])
    if not found or change is None:
        return Happened("none")
    told = news_facts(scene, change)
    if all(booking.opening.state is OpeningState.OPEN for booking in found):
        if len(found) == 1:
            return Happened("moved", {**told, **booking_facts(found[0])})
        return Happened("moved_several", {**told, "count": len(found), "new_days": new_days(found)})
    if len(found) == 1:
        told |= {"booking_id": found[0].id}
    told |= {"count": len(found)}
    openings = _with_room(scene, found[0], sum(booking.party for booking in found))
    if openings:
        if len(found) == 1:
            return Happened("choose", {**told, "openings": openings})
        return Happened("choose_several", {**told, "several_openings": openings})
    some = len(found) > 1 and _with_room(scene, found[0], min(booking.party for booking in found))
    return Happened("apart" if some else "no_other", told)


def new_days(bookings: Sequence[Booking]) -> Facts:
    """Each with its day and code, as far as there is room; all are at the same place."""
    lines = [
        [{"date": booking.opening.day.isoformat()}, f"({booking.code})"] for booking in bookings[:SHOWN_DAYS]
    ]
    return {"list": lines, "more": max(0, len(bookings) - SHOWN_DAYS)}


def news_facts(scene: Scene, change: DayChange) -> Facts:
    """`old_when`, `place` and `reason` of a change."""
    old = opening_by_id(scene.db, change.opening_id)
    return told_facts(change, old.day.isoformat(), place_facts(old.place_kind, old.place_name))


def told_facts(change: DayChange, old_day: str, place: Facts) -> Facts:
    """The same, of what is known already."""
    return {**place, "old_when": {"date": old_day}, "reason": {"phrase": f"reason_{change.reason.value}"}}


def _with_room(scene: Scene, booking: Booking, persons: int) -> list[Facts]:
    found = with_room(
        scene.db,
        place_id=booking.opening.place_id,
        persons=persons,
        after=scene.now,
        at_most=SHOWN_OPENINGS,
        but_not=booking.opening.id,
    )
    return [option(opening.id, opening_facts(opening)) for opening in found]


def keep_new_day(scene: Scene, answers: Answers) -> Happened:
    """They come on the new day; `one` with what was said of it, `several`, or `none` where it is no longer so."""
    found = [
        booking
        for booking in _hers(scene, answers, scene.contact.id)
        if booking.opening.state is OpeningState.OPEN and changes.confirm(scene.db, booking.id, now=scene.now)
    ]
    if not found:
        return Happened("none", lasting=True)
    if len(found) > 1:
        return Happened("several", bring_fact(what_all_bring(found)), lasting=True)
    known = {**booking_facts(found[0]), **bring_fact(what_to_bring(found[0]))}
    return Happened("one", known, lasting=True)


def move_changed(scene: Scene, answers: Answers) -> Happened:
    """Move all of them to the opening she chose, or none; `full` where it no longer has room for all of them."""
    to, found = find_opening(scene.db, answers["opening_id"]), _hers(scene, answers, scene.contact.id)
    if not found:
        return Happened("gone", lasting=True)
    if to is None:
        return Happened("full")
    held = [booking for one in found if (booking := hold_booking(scene.db, one.id)) is not None]
    hold_openings(scene.db, to.id, *(booking.opening.id for booking in held))
    if opening_by_id(scene.db, to.id).free < sum(booking.party for booking in held):
        return Happened("full")
    house = scene.house
    moved = [
        changes.move(scene.db, booking, to, now=scene.now, timetable=house.timetable, chance=house.chance)
        for booking in held
    ]
    there = [booking for booking in moved if booking is not None]
    if not there:  # it takes place no more, or has begun
        return Happened("full")
    if len(there) == 1:
        return Happened("moved", booking_facts(there[0]), lasting=True)
    facts = opening_facts(there[0].opening)
    return Happened("moved_several", {**facts, "count": len(there)}, lasting=True)


def wait_for_new_day(scene: Scene, answers: Answers) -> Happened:
    """She waits until there is a day at the same place: she stays on the officials' roll, and is offered what comes,
    for each of several bookings in turn.
    """
    noted = 0
    for booking in _hers(scene, answers, scene.contact.id):
        since = _on_the_list(scene, booking)
        noted += note_waits(scene.db, answers["change_id"], [booking.id], now=since)
    return Happened("done" if noted else "none", lasting=True)


def _on_the_list(scene: Scene, booking: Booking) -> datetime:
    return join_with_booking(scene.db, booking, contact_id=scene.contact.id, now=scene.now)


def wait_for_another_day(scene: Scene, answers: Answers) -> Happened:
    """The same, of a booking whose day was called off, for which she has asked herself; `none` where it stands."""
    found = reachable(scene, answers, [answers["booking_id"]]) if "booking_id" in answers else []
    off = [booking for booking in found if booking.opening.state is OpeningState.CANCELLED]
    if not off:
        return Happened("none")
    (booking,) = off
    for change in changes_of(scene.db, booking.opening.id)[-1:]:
        note_waits(scene.db, change.id, [booking.id], now=_on_the_list(scene, booking))
    return Happened("done", opening_facts(booking.opening), lasting=True)


def tell_changed_to_neighbour(scene: Scene, answers: Answers) -> Happened:
    """What he is asked to pass on: the same of `helped_id`. Names, no birth years."""
    helped = answers["helped_id"]
    found, change = _hers(scene, answers, helped), find_change(scene.db, answers["change_id"])
    if not found or change is None or not neighbours.helps(scene.db, helped, scene.contact.id):
        return Happened("none")
    number = {"number": national(address_of(scene.db, helped))}
    told = {**news_facts(scene, change), **number}
    if not all(booking.opening.state is OpeningState.OPEN for booking in found):
        return Happened("called_off", told)
    if len(found) > 1:
        return Happened("moved_several", {**told, "count": len(found), "new_days": new_days(found)})
    people = people_facts([replace(person, birth_year=None) for person in found[0].people])
    return Happened("moved", {**told, **booking_facts(found[0]), **people})


def have_changed_rung(scene: Scene, answers: Answers) -> Happened:
    """He cannot tell her: an official rings her instead, once for each booking."""
    for booking in _hers(scene, answers, answers["helped_id"]):
        held = hold_booking(scene.db, booking.id)
        if held is None:
            continue
        key = f"day_changed_back:{answers['change_id']}:{held.id}"
        ring_instead(scene, held, answers["helped_id"], key=key, due_by=held.opening.ends_at)
        note_told(scene.db, answers["change_id"], [held.id], ToldState.RUNG, now=scene.now)
    return Happened("done", lasting=True)


def stop_helping_with_change(scene: Scene, answers: Answers) -> Happened:
    """He takes her messages no more, and could not pass on this one."""
    have_changed_rung(scene, answers)
    neighbours.end(scene.db, answers["helped_id"], scene.contact.id, now=scene.now)
    number = national(address_of(scene.db, answers["helped_id"]))
    return Happened("done", {"number": number}, lasting=True)


def _hers(scene: Scene, answers: Answers, contact_id: int) -> Sequence[Booking]:
    """Her bookings that hold places, of those spoken of; also of a day that is over: she may choose another still."""
    found = live_by_id(scene.db, answers["booking_ids"]).values()
    return [booking for booking in found if booking.contact_id == contact_id]
