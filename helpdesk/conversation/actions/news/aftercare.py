"""Actions after an opening: for who did not come, who waits for the result, and who has an account to activate.

`booked_ids` are the booked persons that a reminder speaks of; what is no longer so for one of them is not said.
`helped_id` is whose they are, where a neighbour is told.
"""

from collections.abc import Mapping
from typing import Any

from helpdesk.booking.attending.attendance import Attendance, attendance_of
from helpdesk.booking.attending.outcome_states import TAKEN, Outcome
from helpdesk.booking.attending.outcomes import By, Marked, mark
from helpdesk.booking.bookings import live_bookings_of
from helpdesk.booking.openings import coming_at, with_room
from helpdesk.conversation.actions.facts import Facts, option
from helpdesk.conversation.actions.making.booking import NOTED
from helpdesk.conversation.actions.news.aftercare_facts import (
    about_absent,
    about_to_activate,
    about_waiting,
    to_book,
    where,
)
from helpdesk.conversation.actions.questions.case_needs import TO_ACTIVATE
from helpdesk.conversation.engine.turns import Happened
from helpdesk.conversation.house import Scene

Answers = Mapping[str, Any]

SHOWN_PERSONS = 6
"""Lines of a list of persons that fit into two segments."""


def tell_absent(scene: Scene, answers: Answers) -> Happened:
    """Who did not come and has no other booking since, and the next date there; `no_date` where there is none."""
    found = _not_booked_again(scene, answers, those(scene, answers, Outcome.ABSENT))
    if not found:
        return Happened("none")
    place_id = found[0].opening.place_id
    coming = coming_at(scene.db, [place_id], after=scene.now)
    return Happened(*about_absent(found, coming[place_id]))


def tell_waiting(scene: Scene, answers: Answers) -> Happened:
    """Who waits for the result: one, or several, of whom some may have it and others not."""
    found = those(scene, answers, *TAKEN)
    if not found:
        return Happened("none")
    if len(found) == 1:
        return Happened("one", about_waiting(found))
    return Happened(
        "several", {**about_waiting(found), "waiting": [_line(one) for one in found[:SHOWN_PERSONS]]}
    )


def note_notice(scene: Scene, answers: Answers) -> Happened:
    """They have the notice: all spoken of, or the one that was chosen."""
    chosen = answers.get("noticed")
    found = [one for one in those(scene, answers, *TAKEN) if chosen in (None, one.booked_id)]
    done = [one.booked_id for one in found if _mark(scene, one, Outcome.NOTICED)]
    return Happened("done", {"booked_ids": done or answers["booked_ids"]}, lasting=True)


def tell_to_activate(scene: Scene, answers: Answers) -> Happened:
    """Who has the notice and has not said that it is done."""
    found = those(scene, answers, Outcome.NOTICED)
    return Happened("found", about_to_activate(found)) if found else Happened("none")


def note_activated(scene: Scene, answers: Answers) -> Happened:
    """It is done: nothing more is asked of them."""
    done = [_mark(scene, one, Outcome.ACTIVATED) for one in those(scene, answers, Outcome.NOTICED)]
    return Happened("done" if any(done) else "none", lasting=True)


def offer_help(scene: Scene, answers: Answers) -> Happened:
    """Everything that a booking needs, for those who want help to activate: where they were, with their names."""
    found = those(scene, answers, Outcome.NOTICED)
    if not found:
        return Happened("none")
    opening = found[0].opening
    if not with_room(scene.db, place_id=opening.place_id, persons=len(found), after=scene.now, at_most=1):
        return Happened("no_date")
    return Happened("found", {**where(opening), **to_book(found, None)})


def _known(answers: Answers) -> dict[str, Any]:
    """Who is booked again: she has just been told of them."""
    people = answers["booking_people"]
    return {"people": people, NOTED: len(people)}


def begin_booking(_scene: Scene, answers: Answers) -> Happened:
    """Go on to a booking with the names that are known, at the opening that was told."""
    return Happened("ready", {**_known(answers)})


def begin_choosing(_scene: Scene, answers: Answers) -> Happened:
    """The same, at an opening that is still to be chosen."""
    return Happened("ready", {**_known(answers), "opening_id": None})


def begin_help(_scene: Scene, answers: Answers) -> Happened:
    """The same, for who will be lent a phone to activate on."""
    return Happened("ready", {**_known(answers), "opening_id": None, TO_ACTIVATE: True})


def those(scene: Scene, answers: Answers, *outcomes: Outcome) -> list[Attendance]:
    """Those spoken of who are the contact's own and of whom it is still so."""
    hers = answers.get("helped_id", scene.contact.id)
    found = attendance_of(scene.db, answers["booked_ids"])
    return [one for one in found if one.contact_id == hers and one.outcome in outcomes]


def _not_booked_again(scene: Scene, answers: Answers, absent: list[Attendance]) -> list[Attendance]:
    if not absent:
        return []
    hers = answers.get("helped_id", scene.contact.id)
    live = live_bookings_of(scene.db, hers, now=scene.now)
    booked = {(person.name, person.birth_year) for booking in live for person in booking.people}
    return [one for one in absent if (one.name, one.birth_year) not in booked]


def _mark(scene: Scene, one: Attendance, to: Outcome) -> bool:
    timetable = scene.house.timetable
    done = mark(scene.db, one.booked_id, to, by=By(None), now=scene.now, timetable=timetable)
    return done in (Marked.DONE, Marked.ALREADY)


def _line(one: Attendance) -> Facts:
    who = {"who": {"person": [one.name, one.birth_year]}}
    return option(one.booked_id, who, name=f"{one.name} {one.birth_year or ''}")
