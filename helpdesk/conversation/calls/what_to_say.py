"""What an official says who rings somebody: worded when it is shown, from the booking or the offer as it is then."""

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from helpdesk.booking.bookings import Booking, live_by_id
from helpdesk.booking.states import OpeningState
from helpdesk.booking.waiting_list.offers import held_by_id
from helpdesk.conversation.actions.facts import booking_facts
from helpdesk.conversation.actions.questions.bring import bring_fact, what_to_bring
from helpdesk.conversation.actions.waits.waiting_facts import offer_facts
from helpdesk.conversation.calls.after_an_opening import sayings_after, worded
from helpdesk.conversation.calls.changed_by_office import sayings_by_office
from helpdesk.conversation.calls.changed_days import sayings_of_changes
from helpdesk.conversation.engine.turns import Saying, Slot
from helpdesk.conversation.house import House
from helpdesk.tickets.calls import Call


@dataclass(frozen=True, slots=True)
class Spoken:
    """A call with the names of whom it is about and what to say, in accented Vietnamese for the official."""

    call: Call
    names: tuple[str, ...]
    words: str


def what_to_say(db: sa.Connection, house: House, calls: Sequence[Call]) -> list[Spoken]:
    """The words for each call, in the same order; one of which there is nothing to say any more is left out."""
    bookings = live_by_id(db, {call.booking_id for call in calls if call.booking_id is not None})
    offers = held_by_id(db, {call.offer_id for call in calls if call.offer_id is not None})
    after = sayings_after(db, [one for one in bookings.values() if _has_begun(one, house)], house)
    changed = sayings_of_changes(db, calls, bookings, now=house.clock.now())
    by_office = sayings_by_office(db, calls, now=house.clock.now())
    spoken = []
    for call in calls:
        if call.id in by_office:
            names, saying = by_office[call.id]
            spoken.append(Spoken(call, names, worded(house, (saying,))))
            continue
        booking = bookings.get(call.booking_id or 0)
        if call.id in changed and booking:
            names = tuple(person.name for person in booking.people)
            spoken.append(Spoken(call, names, worded(house, (changed[call.id],))))
            continue
        if booking and _is_changing(booking):
            continue  # nobody knows yet whether the day stands
        if booking and _has_begun(booking, house):
            if booking.id in after:
                spoken.append(Spoken(call, after[booking.id].names, after[booking.id].words))
            continue
        if booking:
            names = tuple(person.name for person in booking.people)
            facts = {**booking_facts(booking), **bring_fact(what_to_bring(booking))}
            saying = Saying("reminder_call", "tell", Slot.SAY, facts)
        elif offer := offers.get(call.offer_id or 0):
            names = tuple(name for name, _year in offer.people)
            facts = offer_facts(offer)
            saying = Saying("offer_call", "tell_young" if "young" in facts else "tell", Slot.SAY, facts)
        else:
            continue
        spoken.append(Spoken(call, names, worded(house, (saying,))))
    return spoken


def _is_changing(booking: Booking) -> bool:
    return booking.opening.state is OpeningState.CHANGING


def _has_begun(booking: Booking, house: House) -> bool:
    return booking.opening.starts_at <= house.clock.now()
