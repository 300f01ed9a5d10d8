"""What is told on the phone of a person for whom somebody else booked."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from helpdesk.booking.attending.attendance import attendance_of
from helpdesk.booking.bookings import live_by_id
from helpdesk.booking.openings import find_opening
from helpdesk.booking.persons.tidings import Tiding
from helpdesk.booking.reminding.reminder_kinds import BY_NAME, NO_SHOW, RESULT, Kind
from helpdesk.conversation.actions.facts import booking_facts, opening_facts
from helpdesk.conversation.actions.news.aftercare_facts import about_to_activate, about_waiting, named, where
from helpdesk.conversation.actions.questions.bring import bring_fact, what_to_bring
from helpdesk.conversation.engine.turns import Happened
from helpdesk.conversation.house import Scene

Answers = Mapping[str, Any]


def tell_own_phone(scene: Scene, answers: Answers) -> Happened:
    """The persons who have this phone and when they come, with their own numbers and what they bring; of the others in
    the booking nothing.

    After the visit what came of them. `none`: it is no longer so. The booking is not left in the answers: this phone
    may not change it by a mere "1".
    """
    tiding = answers["tiding"]
    kind = BY_NAME.get(tiding)
    if kind is not None and kind.outcomes:
        return _afterwards(scene, answers, kind)
    if tiding == Tiding.CANCELLED:
        opening = find_opening(scene.db, answers["told_opening_id"])
        if opening is None:
            return Happened("none")
        return Happened("cancelled", {**opening_facts(opening), "people": {"people": answers["told_names"]}})
    booking = live_by_id(scene.db, [answers["told_booking_id"]]).get(answers["told_booking_id"])
    hers = [one for one in booking.people if one.id in answers["told_person_ids"]] if booking else []
    if booking is None or not hers:
        return Happened("none")
    of_hers = replace(booking, people=tuple(hers))
    facts = {**booking_facts(of_hers), **bring_fact(what_to_bring(of_hers))}
    del facts["booking_id"]
    return Happened(tiding if tiding in set(Tiding) else "reminder", facts)


def _afterwards(scene: Scene, answers: Answers, kind: Kind) -> Happened:
    found = [
        one for one in attendance_of(scene.db, answers["told_booked_ids"]) if one.outcome in kind.outcomes
    ]
    if not found:
        return Happened("none")
    opening = found[0].opening
    if kind.flows is NO_SHOW:
        missed = {"missed": {"date": opening.day.isoformat()}}
        return Happened("no_show", {**named(found), **where(opening), **missed})
    if kind.flows is RESULT:
        return Happened("result", about_waiting(found))
    return Happened("activate", about_to_activate(found))
