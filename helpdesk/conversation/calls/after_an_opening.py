"""What an official says who rings somebody after an opening: from what came of each person by then."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from helpdesk.booking.attending.attendance import Attendance, attendance_in
from helpdesk.booking.attending.outcome_states import TAKEN, Outcome
from helpdesk.booking.bookings import Booking
from helpdesk.booking.openings import coming_at
from helpdesk.conversation.actions.news.aftercare_facts import about_absent, about_to_activate, about_waiting
from helpdesk.conversation.engine.turns import Saying, Slot
from helpdesk.conversation.house import House
from helpdesk.conversation.rendering.render import Manner, render

FLOW = "reminder_after_call"


@dataclass(frozen=True, slots=True)
class After:
    """The names of whom it is about, and the words."""

    names: tuple[str, ...]
    words: str


def sayings_after(db: sa.Connection, bookings: Collection[Booking], house: House) -> dict[int, After]:
    """The words for bookings whose opening has begun, by booking; one of which there is nothing to say is not in it."""
    if not bookings:
        return {}
    there = attendance_in(db, {booking.opening.id for booking in bookings})
    places = {one.opening.place_id for one in there if one.outcome is Outcome.ABSENT}
    coming = coming_at(db, places, after=house.clock.now())
    found = {}
    for booking in bookings:
        own = [one for one in there if one.booking_id == booking.id]
        absent, waiting, noticed = (
            [one for one in own if one.outcome in outcomes]
            for outcomes in (frozenset({Outcome.ABSENT}), TAKEN, frozenset({Outcome.NOTICED}))
        )
        said = []
        if absent:
            step, facts = about_absent(absent, coming[absent[0].opening.place_id])
            said.append(_saying("no_show" if step == "again" else "no_show_only", facts))
        if waiting:
            said.append(_saying("result", about_waiting(waiting)))
        if noticed:
            said.append(_saying("activate", about_to_activate(noticed)))
        if said:
            about: Sequence[Attendance] = (*absent, *waiting, *noticed)
            found[booking.id] = After(tuple(one.name for one in about), worded(house, tuple(said)))
    return found


def worded(house: House, sayings: tuple[Saying, ...]) -> str:
    """The words in accented Vietnamese, for the official."""
    return render(house.script, sayings, Manner(language="vi", accents=True), dict)


def _saying(step: str, facts: dict[str, object]) -> Saying:
    return Saying(FLOW, step, Slot.SAY, facts)
