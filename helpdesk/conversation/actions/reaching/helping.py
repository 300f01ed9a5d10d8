"""Actions of a neighbour: whether he takes somebody's messages, and what comes of one. `helped_id` is whose."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from helpdesk.booking.bookings import Booking, hold_booking, live_bookings
from helpdesk.conversation.actions.facts import booking_facts, people_facts
from helpdesk.conversation.actions.her_place.changing import summary
from helpdesk.conversation.actions.questions.bring import GENERAL, bring_fact, what_to_bring
from helpdesk.conversation.engine.turns import Happened
from helpdesk.conversation.house import Scene
from helpdesk.people import neighbours
from helpdesk.people.contacts import address_of
from helpdesk.text.phone_numbers import national
from helpdesk.tickets.calls import NewCall, open_call
from helpdesk.tickets.tables import TicketKind
from helpdesk.tickets.tickets import open_ticket

Answers = Mapping[str, Any]


def find_helped(scene: Scene, answers: Answers) -> Happened:
    """Whose messages he is asked to take; `none` where nobody asks any more."""
    if not neighbours.is_asked(scene.db, answers["helped_id"], scene.contact.id):
        return Happened("none")
    return Happened("asked", _number(scene, answers))


def agree_to_help(scene: Scene, answers: Answers) -> Happened:
    """His yes."""
    return _answered(scene, answers, agrees=True)


def decline_to_help(scene: Scene, answers: Answers) -> Happened:
    """His no: she is rung."""
    return _answered(scene, answers, agrees=False)


def _answered(scene: Scene, answers: Answers, *, agrees: bool) -> Happened:
    helped = answers["helped_id"]
    kept = neighbours.answer(scene.db, helped, scene.contact.id, agrees=agrees, now=scene.now)
    return Happened("done" if kept else "none", _number(scene, answers), lasting=True)


def tell_due_to_neighbour(scene: Scene, answers: Answers) -> Happened:
    """What he is asked to pass on: her bookings that still hold places, one or several. Names, no birth years."""
    found = _hers(scene, answers)
    if not found or not neighbours.helps(scene.db, answers["helped_id"], scene.contact.id):
        return Happened("none")
    number = _number(scene, answers)
    if len(found) > 1:
        return Happened("several", {**number, "count": len(found), "summary": summary(found)})
    (booking,) = found
    people = people_facts([replace(person, birth_year=None) for person in booking.people])
    items = what_to_bring(booking)
    outcome = "one" if items == GENERAL else "one_case"
    return Happened(outcome, {**booking_facts(booking), **people, **number, **bring_fact(items)})


def have_her_rung(scene: Scene, answers: Answers) -> Happened:
    """He cannot tell her: an official rings her instead, once for each booking."""
    for booking in _hers(scene, answers):
        held = hold_booking(scene.db, booking.id)
        if held is None or held.opening.starts_at <= scene.now:
            continue
        key = f"passed_back:{held.id}:{held.opening.starts_at:%Y%m%dT%H%M}:{scene.now:%Y%m%d}"
        ring_instead(scene, held, answers["helped_id"], key=key, due_by=held.opening.starts_at)
    return Happened("done", lasting=True)


def ring_instead(scene: Scene, booking: Booking, helped_id: int, *, key: str, due_by: datetime) -> None:
    """A call to somebody whom a neighbour could not tell. `key`: the intent key; `due_by`: until when it is of use (UTC)."""
    call = NewCall(
        commune_id=booking.opening.commune_id,
        contact_id=helped_id,
        booking_id=booking.id,
        opening_id=booking.opening.id,
        intent_key=key,
        said="",  # it was said to him: if this is taken back, nothing is said anew
        due_by=due_by,
    )
    open_call(scene.db, call, now=scene.now)


def stop_helping(scene: Scene, answers: Answers) -> Happened:
    """He takes her messages no more, and could not pass on this one."""
    have_her_rung(scene, answers)
    neighbours.end(scene.db, answers["helped_id"], scene.contact.id, now=scene.now)
    return Happened("done", _number(scene, answers), lasting=True)


def hand_on_word(scene: Scene, answers: Answers) -> Happened:
    """What he says of her, for an official: a question with her number in it. Nothing of hers changes by his word."""
    number = _number(scene, answers)
    open_ticket(
        scene.db,
        TicketKind.QUESTION,
        contact_id=scene.contact.id,
        commune_id=scene.commune_id,
        text=f"Hàng xóm báo về số {number['number']}: {answers['question']}",
        now=scene.now,
    )
    return Happened("done", number, lasting=True)


def _hers(scene: Scene, answers: Answers) -> list[Booking]:
    return live_bookings(scene.db, answers["booking_ids"], contact_id=answers["helped_id"], now=scene.now)


def _number(scene: Scene, answers: Answers) -> dict[str, Any]:
    return {"number": national(address_of(scene.db, answers["helped_id"]))}
