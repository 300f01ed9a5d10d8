"""Somebody of her kin who wants to come as well: "vợ tôi cũng đi", "con trai tôi muốn làm thứ 6".

Of who has booked for others than her nothing is moved or cancelled by that: she joins, or is booked for another day. Where
she may be the one who is booked, it is asked.
"""

from collections.abc import Sequence
from typing import Any

from helpdesk.booking.bookings import Booking
from helpdesk.booking.persons.needs import Relation
from helpdesk.clock import local_date
from helpdesk.conversation.engine.turns import Start
from helpdesk.conversation.leading.her_place.after_booking import HER_PLACE, JOINS, MORE
from helpdesk.conversation.leading.her_place.kin_of_hers import fitting
from helpdesk.conversation.leading.her_place.said_to_reminders import REMINDER
from helpdesk.conversation.leading.on_the_way.day_of_a_list import MOVES
from helpdesk.conversation.leading.on_the_way.drafts import BOOKS
from helpdesk.conversation.leading.said import ASK_WHICH_FROM, Onward, Said
from helpdesk.conversation.understanding.bookings.one_text import DAY, PART, PLACE, SINCE
from helpdesk.conversation.understanding.people.kin_alone import Kin, kin_wishing
from helpdesk.conversation.understanding.reading import Reading, read
from helpdesk.conversation.understanding.understand import DAY_SAID, PART_SAID, PEOPLE_SAID
from helpdesk.places.communes import all_places

ASKS = "more_or_moves"
"""The flow that asks whether somebody more is to be booked, or what is booked to be moved."""


def one_more(said: Said) -> Onward | None:
    """Somebody more where she is none of those who are booked; None where it is one of them, or nobody is booked."""
    state = said.state
    reminded = state is not None and state.flow == REMINDER
    free = state is None or (state.flow in ASK_WHICH_FROM | {HER_PLACE} and not state.below)
    if not (free or reminded) or (said.understood.answer is not None and not reminded):
        return None
    wish = kin_wishing(said.text, today=local_date(said.scene.now))
    if wish is None or not said.hers:
        return None
    told = [(person.name, person.relation) for one in said.hers for person in one.people]
    hers = [fitting(kin, told) for kin in wish.kin]
    reading = read(said.text, today=local_date(said.scene.now), places=all_places(said.scene.db))
    if reading.people or reading.place is not None:
        return None
    if any(hers):
        return _of_hers([one[0] for one in hers if len(one) == 1], said.hers, reading) if free else None
    same = not (reading.date or reading.since) or [one.opening.day for one in said.hers] == [reading.date]
    if same and (wish.too or _none_is(wish.kin, told)):
        return Onward(Start(MORE, {JOINS: True}, suspend=reminded), anew=not reminded, noted_as=MORE)
    facts = _facts(said.hers, reading)
    if wish.too or _none_is(wish.kin, told):
        return Onward(Start(BOOKS, facts), anew=True, noted_as=BOOKS)
    return Onward(Start(ASKS, facts), anew=True, noted_as=ASKS)


def _of_hers(names: Sequence[str], hers: Sequence[Booking], reading: Reading) -> Onward | None:
    """Of those who are booked it is their own place: she is told of it, or asked whether they alone move."""
    if not names:
        return None
    facts = {PEOPLE_SAID: [[name, None] for name in names]}
    moves = (reading.date or reading.since) and any(one.opening.day != reading.date for one in hers)
    flow = MOVES if moves else HER_PLACE
    return Onward(Start(flow, facts | (_facts(hers, reading) if moves else {})), anew=True, noted_as=flow)


def _none_is(kin: Sequence[Kin], told: Sequence[tuple[str, Relation | None]]) -> bool:
    """Whether of everybody who is booked it is known that she is somebody else."""
    return bool(kin) and all(relation is not None for _, relation in told)


def _facts(hers: Sequence[Booking], reading: Reading) -> dict[str, Any]:
    """The day that she says, for what is booked or moved; a booking is at the place of the one there is."""
    days = {(DAY, DAY_SAID): reading.date, (SINCE, SINCE): reading.since}
    facts: dict[str, Any] = {
        name: day.isoformat() for names, day in days.items() if day is not None for name in names
    }
    if reading.part_of_day:
        facts |= {PART: reading.part_of_day, PART_SAID: reading.part_of_day}
    places = {one.opening.place_id for one in hers}
    return facts | ({PLACE: places.pop()} if len(places) == 1 else {})
