"""Actions after an opening: for who did not come, who waits for the result, and who has an account to activate.

`booked_ids` are the booked persons that a reminder speaks of; what is no longer so for one of them is not said.
`helped_id` is whose they are, where a neighbour is told.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from helpdesk.booking.attendance import Attendance, attendance_of
from helpdesk.booking.bookings import live_bookings_of
from helpdesk.booking.openings import Opening, with_room
from helpdesk.booking.outcome_states import TAKEN, Outcome
from helpdesk.booking.outcomes import By, Marked, mark
from helpdesk.conversation.actions.facts import Facts, opening_facts, option, place_facts
from helpdesk.conversation.engine.turns import Happened
from helpdesk.conversation.house import Scene

Answers = Mapping[str, Any]

SHOWN_PERSONS = 6
"""Lines of a list of persons that fit into two segments."""

LOOKED_AT = 10
"""Openings among which one is looked for that can do what she came for."""


def tell_absent(scene: Scene, answers: Answers) -> Happened:
    """Who did not come and has no other booking since, and the next date there; `no_date` where there is none."""
    found = _missed(scene, answers)
    if not found:
        return Happened("none")
    facts = {"people": _named(found, answers), "missed": {"date": found[0].opening.day.isoformat()}}
    coming = _next_opening(scene, found)
    if coming is None:
        return Happened("no_date", {**facts, **_place(found[0].opening)})
    return Happened("again", {**opening_facts(coming), **facts, **_to_book(found, coming)})


def tell_waiting(scene: Scene, answers: Answers) -> Happened:
    """Who waits for the result: one, or several, of whom some may have it and others not."""
    found = those(scene, answers, *TAKEN)
    if not found:
        return Happened("none")
    facts = {"people": _named(found, answers), "taken": {"date": found[0].opening.day.isoformat()}}
    if len(found) == 1:
        return Happened("one", facts)
    lines = [_line(one) for one in found[:SHOWN_PERSONS]]
    return Happened("several", {**facts, "waiting": lines})


def note_notice(scene: Scene, answers: Answers) -> Happened:
    """They have the notice: all spoken of, or the one that was chosen."""
    chosen = answers.get("noticed")
    found = [one for one in those(scene, answers, *TAKEN) if chosen in (None, one.booked_id)]
    done = [one.booked_id for one in found if _mark(scene, one, Outcome.NOTICED)]
    return Happened("done", {"booked_ids": done or answers["booked_ids"]}, lasting=True)


def tell_to_activate(scene: Scene, answers: Answers) -> Happened:
    """Who has the notice and has not said that it is done."""
    found = those(scene, answers, Outcome.NOTICED)
    return Happened("found", {"people": _named(found, answers)}) if found else Happened("none")


def note_activated(scene: Scene, answers: Answers) -> Happened:
    """It is done: nothing more is asked of them."""
    done = [_mark(scene, one, Outcome.ACTIVATED) for one in those(scene, answers, Outcome.NOTICED)]
    return Happened("done" if any(done) else "none", lasting=True)


def offer_help(scene: Scene, answers: Answers) -> Happened:
    """Everything that a booking needs, for those who want help to activate: where they were, with their names."""
    found = those(scene, answers, Outcome.NOTICED)
    if not found:
        return Happened("none")
    place_id = found[0].opening.place_id
    if not with_room(scene.db, place_id=place_id, persons=len(found), after=scene.now, at_most=1):
        return Happened("no_date")
    return Happened("found", {**_place(found[0].opening), **_to_book(found, None)})


def those(scene: Scene, answers: Answers, *outcomes: Outcome) -> list[Attendance]:
    """Those spoken of who are the contact's own and of whom it is still so."""
    hers = answers.get("helped_id", scene.contact.id)
    found = attendance_of(scene.db, answers["booked_ids"])
    return [one for one in found if one.contact_id == hers and one.outcome in outcomes]


def _missed(scene: Scene, answers: Answers) -> list[Attendance]:
    """Those absent who are not booked again already."""
    absent = those(scene, answers, Outcome.ABSENT)
    if not absent:
        return []
    hers = answers.get("helped_id", scene.contact.id)
    booked = [
        person for booking in live_bookings_of(scene.db, hers, now=scene.now) for person in booking.people
    ]
    again = {person.id for person in booked} | {(person.name, person.birth_year) for person in booked}
    return [one for one in absent if not {one.person_id, (one.name, one.birth_year)} & again]


def _next_opening(scene: Scene, missed: Sequence[Attendance]) -> Opening | None:
    """The next at the same place with room for all; one that can do what the missed one could, where there is one."""
    before = missed[0].opening
    found = with_room(
        scene.db, place_id=before.place_id, persons=len(missed), after=scene.now, at_most=LOOKED_AT
    )
    able = [one for one in found if one.finishes_level2 or not before.finishes_level2]
    return next(iter(able or found), None)


def _to_book(found: Sequence[Attendance], opening: Opening | None) -> Facts:
    """What the flow `book` goes on with."""
    people = [[one.name, one.birth_year] for one in found]
    place_id = found[0].opening.place_id
    return {"booking_people": people, "place_id": place_id, "opening_id": opening.id if opening else None}


def begin_booking(_scene: Scene, answers: Answers) -> Happened:
    """Go on to a booking with the names that are known, at the opening that was told."""
    return Happened("ready", {"people": answers["booking_people"]})


def begin_choosing(_scene: Scene, answers: Answers) -> Happened:
    """The same, at an opening that is still to be chosen."""
    return Happened("ready", {"people": answers["booking_people"], "opening_id": None})


def _mark(scene: Scene, one: Attendance, to: Outcome) -> bool:
    done = mark(
        scene.db,
        one.booked_id,
        to,
        by=By(None),
        now=scene.now,
        timetable=scene.house.timetable,
    )
    return done in (Marked.DONE, Marked.ALREADY)


def _named(found: Sequence[Attendance], answers: Answers) -> dict[str, Any]:
    """The names; to a neighbour without birth years."""
    years = "helped_id" not in answers
    return {"people": [[one.name, one.birth_year if years else None] for one in found]}


def _line(one: Attendance) -> Facts:
    who = {"who": {"person": [one.name, one.birth_year]}}
    return option(one.booked_id, who, name=f"{one.name} {one.birth_year or ''}")


def _place(opening: Opening) -> Facts:
    return place_facts(opening.place_kind, opening.place_name)
