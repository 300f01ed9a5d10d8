"""Actions about the contact: reaching a person, opting out and in, erasure, language, accents."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from helpdesk.booking.bookings import live_bookings_of
from helpdesk.booking.changes import cancel
from helpdesk.booking.reminding.reminders import drop_all
from helpdesk.booking.waiting_list import offers
from helpdesk.booking.waiting_list.holding import withdraw_offer
from helpdesk.booking.waiting_list.leaving import leave_all
from helpdesk.booking.waiting_list.waiting import waits_of
from helpdesk.clock import local_date
from helpdesk.conversation.actions.questions.requests import REQUEST, REQUEST_SAID, asks
from helpdesk.conversation.actions.reaching.reach import set_reach
from helpdesk.conversation.actions.reaching.what_it_is_about import what_it_is_about
from helpdesk.conversation.calls.number_to_call import (
    CALL_ELSEWHERE,
    CALL_NUMBER,
    CALL_SAID,
    TELLS_MORE,
    number_said,
)
from helpdesk.conversation.engine.turns import Happened
from helpdesk.conversation.house import Scene
from helpdesk.conversation.understanding.answers.replies import yes_or_no
from helpdesk.people import consents, contacts
from helpdesk.people.tables import Reach
from helpdesk.text.phone_numbers import canonical, national
from helpdesk.tickets.open_requests import newest_request
from helpdesk.tickets.tables import TicketKind
from helpdesk.tickets.tickets import ERASURE_DEADLINE, open_ticket


def which_phone(_scene: Scene, answers: Mapping[str, Any]) -> Happened:
    """Whether it is known which phone is to be rung; `unsaid` of another one than hers."""
    return Happened("unsaid" if answers.get(CALL_ELSEWHERE) else "known")


def hear_phone(_scene: Scene, answers: Mapping[str, Any]) -> Happened:
    """The number in what she said; where there is none she is rung herself, and her words stand on the ticket."""
    return Happened("done", number_said(str(answers[CALL_SAID])))


def ask_for_call(scene: Scene, answers: Mapping[str, Any]) -> Happened:
    """A ticket to call this number back; `elsewhere`: another one that she named, which stands on the ticket."""
    number, said = answers.get(CALL_NUMBER), str(answers.get(CALL_SAID) or "")
    matter = what_it_is_about(scene.db, scene.contact.id, now=scene.now)
    if number is None or number in (scene.contact.address, canonical(scene.gateway.address)):
        # Of her own number nothing need be said, but what she tells beside it.
        told = said if number is None or len(said.split()) > TELLS_MORE + 1 else ""
        return asks(scene, TicketKind.CALLBACK, text=_lines(told, matter))
    asks(scene, TicketKind.CALLBACK, text=_lines(f"Gọi số {national(number)}. {said}".strip(), matter))
    return Happened("elsewhere", {"number": national(number)}, lasting=True)


def _lines(*said: str) -> str:
    return "\n".join(filter(None, said))


def call_off_call(scene: Scene, answers: Mapping[str, Any]) -> Happened:
    """Her word that no call is needed any more, on the request that waits; `none` where none does."""
    kind = TicketKind(answers.get(REQUEST) or TicketKind.CALLBACK)
    if newest_request(scene.db, scene.contact.id, kinds=[kind]) is None:
        return Happened("none")
    asks(scene, kind, text=str(answers.get(REQUEST_SAID) or "Nhắn: không cần gọi nữa."))
    return Happened("noted", lasting=True)


def leave_question(scene: Scene, answers: Mapping[str, Any]) -> Happened:
    """A ticket with the question as it was written; a "no, leave it" is none."""
    if yes_or_no(answers["question"]) is False:
        return Happened("nothing")
    matter = what_it_is_about(scene.db, scene.contact.id, now=scene.now)
    return asks(scene, TicketKind.QUESTION, text=_lines(str(answers["question"]), matter))


def opt_out(scene: Scene, answers: Mapping[str, Any]) -> Happened:
    """Nothing that we start is sent any more; confirmed once. `booked`: a place that she has still stands.

    `rung`: calls are what she asked for, so nothing is sent to her as it is; she is asked about the calls. `waits`: her
    names stay on the waiting list, and what was held for her is given back: nobody tells her of a place.
    """
    if scene.contact.opted_out_at is not None:
        return Happened("already")
    if scene.contact.reach == Reach.CALL.value:
        return Happened("rung")
    return opt_out_of_calls(scene, answers)


def opt_out_of_calls(scene: Scene, _answers: Mapping[str, Any]) -> Happened:
    """The same, and she is not rung either."""
    waiting = waits_of(scene.db, scene.contact.id, now=scene.now)
    for held in [offers.held_for(scene.db, wait.id) for wait in waiting]:
        if held is not None:
            withdraw_offer(scene.db, held.id, now=scene.now)
    _change(scene, opted_out_at=scene.now)
    if waiting:
        return Happened("waits", lasting=True)
    booked = live_bookings_of(scene.db, scene.contact.id, now=scene.now)
    return Happened("booked" if booked else "stopped", lasting=True)


def leave_lists(scene: Scene, _answers: Mapping[str, Any]) -> Happened:
    """Her names are off every waiting list."""
    leave_all(scene.db, scene.contact.id, now=scene.now)
    return Happened("done", lasting=True)


def whether_silent(scene: Scene, _answers: Mapping[str, Any]) -> Happened:
    """Whether she opted out, so that nothing reminds her of what she has just booked."""
    return Happened("told" if scene.contact.opted_out_at is None else "silent")


def opt_in(scene: Scene, _answers: Mapping[str, Any]) -> Happened:
    """What we start is sent again: as it was before she stopped it (`rung`, `through` a neighbour), else as texts.

    Whoever had not stopped it, and was rung or told by a neighbour, asks for texts.
    """
    before = Reach(scene.contact.reach)
    if scene.contact.opted_out_at is None or before is Reach.TEXT:
        set_reach(scene, Reach.TEXT)
        return Happened("done", lasting=True)
    set_reach(scene, before)
    return Happened("rung" if before is Reach.CALL else "through", lasting=True)


def ask_erasure(scene: Scene, _answers: Mapping[str, Any]) -> Happened:
    """Consent is withdrawn, bookings and waiting end at once; the deletion waits for an official, with its date."""
    leave_all(scene.db, scene.contact.id, now=scene.now)
    for booking in live_bookings_of(scene.db, scene.contact.id, now=scene.now):
        cancel(scene.db, booking, now=scene.now)
    drop_all(scene.db, scene.contact.id, now=scene.now)
    consents.withdraw(scene.db, contact_id=scene.contact.id, now=scene.now)
    scene.contact = replace(scene.contact, consented_at=None)
    answer_by = scene.now + ERASURE_DEADLINE
    open_ticket(
        scene.db,
        TicketKind.ERASURE,
        contact_id=scene.contact.id,
        commune_id=scene.commune_id,
        text="",
        now=scene.now,
        answer_by=answer_by,
    )
    return Happened("done", {"erase_by": {"date": local_date(answer_by).isoformat()}}, lasting=True)


LANGUAGE_SAID = "language_said"
"""The answer that is there where she named the language: "english" or "vietnamese"."""


def language_said(_scene: Scene, answers: Mapping[str, Any]) -> Happened:
    """The language that she has named already, if any."""
    said = answers.get(LANGUAGE_SAID)
    return Happened(said if said in ("english", "vietnamese") else "unsaid")


ACCENTS_SAID = "accents_said"
"""The answer that is there where she said whether with accents: "marked" or "plain"."""


def accents_said(_scene: Scene, answers: Mapping[str, Any]) -> Happened:
    """Whether she has said already how Vietnamese is to be written to her."""
    said = answers.get(ACCENTS_SAID)
    return Happened(said if said in ("marked", "plain") else "unsaid")


def speak_vietnamese(scene: Scene, _answers: Mapping[str, Any]) -> Happened:
    """Vietnamese from now on."""
    _change(scene, language="vi")
    return Happened("done")


def speak_english(scene: Scene, _answers: Mapping[str, Any]) -> Happened:
    """English from now on, where its texts are complete."""
    if "en" not in scene.house.script.languages:
        return Happened("not_offered")
    _change(scene, language="en")
    return Happened("done")


def write_plain(scene: Scene, _answers: Mapping[str, Any]) -> Happened:
    """Texts without accents: half the price, and every phone shows them."""
    _change(scene, accents=False)
    return Happened("done")


def write_accents(scene: Scene, _answers: Mapping[str, Any]) -> Happened:
    """Texts with accents, as the contact asked."""
    _change(scene, accents=True)
    return Happened("done")


def _change(scene: Scene, **values: Any) -> None:
    contacts.change(scene.db, scene.contact.id, **values)
    scene.contact = replace(scene.contact, **values)
