"""What an official says who rings somebody: worded when it is shown, from the booking as it is then."""

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from helpdesk.booking.bookings import live_by_id
from helpdesk.conversation.actions.facts import booking_facts
from helpdesk.conversation.engine.turns import Saying, Slot
from helpdesk.conversation.house import House
from helpdesk.conversation.rendering.render import Manner, render
from helpdesk.tickets.calls import Call


@dataclass(frozen=True, slots=True)
class Spoken:
    """A call with the names of those who are booked and what to say, in accented Vietnamese for the official."""

    call: Call
    names: tuple[str, ...]
    words: str


def what_to_say(db: sa.Connection, house: House, calls: Sequence[Call]) -> list[Spoken]:
    """The words for each call, in the same order; a call whose booking no longer holds places is left out."""
    found = live_by_id(db, {call.booking_id for call in calls}) if calls else {}
    manner = Manner(language="vi", accents=True)
    spoken = []
    for call in calls:
        booking = found.get(call.booking_id)
        if booking is None:
            continue
        saying = Saying("reminder_call", "tell", Slot.SAY, booking_facts(booking))
        words = render(house.script, (saying,), manner, dict)
        spoken.append(Spoken(call, tuple(person.name for person in booking.people), words))
    return spoken
