"""Who wants one of hers on the day of another one: "cho Hồ Pót đi cùng ngày với mẹ" moves him to that day, once she agrees."""

import re
from typing import Any

from helpdesk.booking.bookings import Booking
from helpdesk.conversation.actions.making.choosing import THERE
from helpdesk.conversation.engine.turns import Start
from helpdesk.conversation.leading.her_place.rather_then import OF_HERS
from helpdesk.conversation.leading.on_the_way.day_of_a_list import MOVES
from helpdesk.conversation.leading.said import ASK_WHICH_FROM, Onward, Said
from helpdesk.conversation.understanding.people.who_goes_who_stays import who_goes_who_stays
from helpdesk.conversation.understanding.understand import DAY_SAID, PEOPLE_SAID
from helpdesk.text.folding import matching_key

_SAME_DAY = re.compile(r"\b(?:cung|chung) (?:ngay|buoi|hom|bua|lich|dot|chuyen)\b")
OF_TWO = 2


def same_day(said: Said) -> Onward | None:
    """The wish to move who stands before it to the day of who stands behind it, or of the other one of her two bookings."""
    state, together = said.state, _SAME_DAY.search(said.key)
    free = state is None or state.flow in OF_HERS or (state.flow in ASK_WHICH_FROM and not state.below)
    if together is None or not free or said.understood.answer is not None or len(said.hers) < OF_TWO:
        return None
    moved, to = _named(said.hers, said.key[: together.start()]), _named(said.hers, said.key[together.end() :])
    if not to and len(said.hers) == OF_TWO:
        to = [(one, []) for one in said.hers if one.id != moved[0][0].id] if moved else []
    if len(moved) != 1 or len(to) != 1 or moved[0][0].id == to[0][0].id:
        return None
    (mine, who), day = moved[0], to[0][0].opening
    facts: dict[str, Any] = {"booking_ids": [mine.id], DAY_SAID: day.day.isoformat()}
    if len(who) < mine.party:
        facts[PEOPLE_SAID] = who
    if day.place_id != mine.opening.place_id:
        facts[THERE] = day.place_id
    return Onward(Start(MOVES, facts), anew=True, noted_as=MOVES)


def _named(hers: list[Booking], part: str) -> list[tuple[Booking, list[list[Any]]]]:
    """Her bookings in which somebody is named in a part of a text, with those who are."""
    found = []
    for one in hers:
        at = who_goes_who_stays(part, [matching_key(person.name) for person in one.people])[0]
        if at:
            found.append((one, [[one.people[place].name, one.people[place].birth_year] for place in at]))
    return found
