"""Actions for somebody who has a place and says so: that she comes, late perhaps, or that an official must put it right."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from helpdesk.booking import changes
from helpdesk.booking.bookings import live_bookings_of
from helpdesk.booking.states import OpeningState
from helpdesk.conversation.actions.facts import booking_facts
from helpdesk.conversation.actions.questions.bring import bring_fact, what_to_bring
from helpdesk.conversation.engine.turns import Happened
from helpdesk.conversation.house import Scene
from helpdesk.tickets.tables import TicketKind
from helpdesk.tickets.tickets import open_ticket

Answers = Mapping[str, Any]

SOON = timedelta(days=3)
"""Whoever says then that she comes has answered the reminder; said earlier, she is reminded all the same."""


def note_coming(scene: Scene, answers: Answers) -> Happened:
    """Her next place, of which she says that she comes: `soon` notes it, `later` does not yet, `late` tells until when."""
    found = [
        booking
        for booking in live_bookings_of(scene.db, scene.contact.id, now=scene.now)
        if booking.opening.state is not OpeningState.CANCELLED
    ]
    if not found:
        return Happened("none")
    first = found[0]
    facts = {**booking_facts(first), **bring_fact(what_to_bring(first, answers))}
    if answers.get("late"):
        return Happened("late", facts)
    if first.opening.starts_at - scene.now > SOON:
        return Happened("later", facts)
    changes.confirm(scene.db, first.id, now=scene.now)
    return Happened("soon", facts, lasting=True)


def leave_correction(scene: Scene, answers: Answers) -> Happened:
    """A ticket to put a name or a birth year right, with the codes of her bookings beside what she wrote."""
    found = live_bookings_of(scene.db, scene.contact.id, now=scene.now)
    codes = ", ".join(booking.code for booking in found)
    open_ticket(
        scene.db,
        TicketKind.QUESTION,
        contact_id=scene.contact.id,
        commune_id=found[0].opening.commune_id if found else scene.commune_id,
        text=f"Sửa tên, mã {codes}: {answers['question']}" if found else answers["question"],
        now=scene.now,
    )
    return Happened("done", lasting=True)


def wished_of_people(_scene: Scene, answers: Answers) -> Happened:
    """What she wants about who is in her booking, where she has said it: `named` whoever joins, `joins` somebody."""
    if not answers.get("joins"):
        return Happened("unsaid")
    return Happened("named" if answers.get("joining") else "joins")
