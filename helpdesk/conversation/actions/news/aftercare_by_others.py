"""The same after an opening for who does not read: a neighbour who agreed tells her, or an official rings."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from helpdesk.booking.attending.outcome_states import Outcome
from helpdesk.booking.bookings import hold_booking
from helpdesk.booking.reminding.reminder_kinds import ACTIVATION, BY_NAME, NO_SHOW, RESULT, Flows
from helpdesk.conversation.actions.news.aftercare import tell_absent, tell_to_activate, tell_waiting, those
from helpdesk.conversation.engine.turns import Happened
from helpdesk.conversation.house import Scene
from helpdesk.people import neighbours
from helpdesk.people.contacts import address_of
from helpdesk.text.phone_numbers import national
from helpdesk.tickets.calls import NewCall, open_call

Answers = Mapping[str, Any]

OF_USE = timedelta(days=3)
"""How long an official tries to ring whom a neighbour could not tell."""

_TELL: dict[Flows, Callable[[Scene, Answers], Happened]] = {
    NO_SHOW: tell_absent,
    RESULT: tell_waiting,
    ACTIVATION: tell_to_activate,
}
_TOLD = {
    "again": "no_show",
    "no_date": "no_show_only",
    "one": "result",
    "several": "result",
    "found": "activate",
}


def tell_after_to_neighbour(scene: Scene, answers: Answers) -> Happened:
    """What he is asked to pass on, by what it is about; `kind` is the kind of reminder. Names, no birth years."""
    if not neighbours.helps(scene.db, answers["helped_id"], scene.contact.id):
        return Happened("none")
    found = _TELL[BY_NAME[answers["kind"]].flows](scene, answers)
    told = _TOLD.get(found.outcome)
    if told is None:
        return Happened("none")
    people = {"people": {"people": [[name, None] for name, _year in found.facts["people"]["people"]]}}
    return Happened(told, {**found.facts, **people, **_number(scene, answers)})


def have_her_rung_after(scene: Scene, answers: Answers) -> Happened:
    """He cannot tell her: an official rings her instead, once for each booking."""
    bookings = {one.booking_id: one.opening for one in those(scene, answers, *Outcome)}
    for booking_id, opening in bookings.items():
        if hold_booking(scene.db, booking_id) is None:
            continue
        call = NewCall(
            commune_id=opening.commune_id,
            contact_id=answers["helped_id"],
            booking_id=booking_id,
            opening_id=opening.id,
            intent_key=f"passed_back:{booking_id}:{answers['kind']}:{scene.now:%Y%m%d}",
            said="",  # the reminder itself was said: if this is taken back, nothing is said anew
            due_by=scene.now + OF_USE,
        )
        open_call(scene.db, call, now=scene.now)
    return Happened("done", lasting=True)


def stop_helping_after(scene: Scene, answers: Answers) -> Happened:
    """He takes her messages no more, and could not pass on this one."""
    have_her_rung_after(scene, answers)
    neighbours.end(scene.db, answers["helped_id"], scene.contact.id, now=scene.now)
    return Happened("done", _number(scene, answers), lasting=True)


def _number(scene: Scene, answers: Answers) -> dict[str, Any]:
    return {"number": national(address_of(scene.db, answers["helped_id"]))}
