"""Who has several bookings and wants all of them moved, "chuyển hết sang thứ 6", is asked about each, one behind the other."""

import re
from typing import Any

from helpdesk.clock import local_date
from helpdesk.conversation.actions.making.choosing import THERE
from helpdesk.conversation.engine.state import State
from helpdesk.conversation.engine.turns import Start
from helpdesk.conversation.leading.her_place.rather_then import OF_HERS, spoken_of
from helpdesk.conversation.leading.on_the_way.day_of_a_list import MOVES
from helpdesk.conversation.leading.said import ASK_WHICH_FROM, Onward, Said
from helpdesk.conversation.understanding.bookings.one_text import SINCE
from helpdesk.conversation.understanding.bookings.which_booked import names_all
from helpdesk.conversation.understanding.reading import read
from helpdesk.conversation.understanding.understand import DAY_SAID, PART_SAID
from helpdesk.places.communes import all_places

SEVERAL = 2
WHICH = frozenset({(MOVES, "which"), (MOVES, "unlike")})
"""Questions which of several of hers is to be moved."""

_ALL = r"(?:het|tat ca|toan bo|luon ca|(?:ca|may|cac) (?:nha|lu|hai|ba|bon|[2-9]|cho|lich|buoi|may)|all|both)"
_MOVES = r"(?:doi|chuyen|dich|hoan|lui|move|change)"
_ALL_MOVE = re.compile(
    rf"\b{_MOVES}(?: (?:giup|cho|lich|hen|ngay|buoi|toi|tui|em|con|luon))* {_ALL}\b|\b{_ALL}(?: \w+){{0,2}} {_MOVES}\b"
)
_WHEN = (DAY_SAID, PART_SAID, SINCE, THERE)


def all_move(said: Said) -> Onward | None:
    """The wish to move for the first of them; the others wait under it."""
    state = said.state
    listed = state is not None and (state.flow, state.step) in WHICH
    about_hers = state is None or state.flow in OF_HERS or (state.flow in ASK_WHICH_FROM and not state.below)
    if said.understood.answer is not None or not (listed or about_hers):
        return None
    if not (listed and names_all(said.key)) and not _ALL_MOVE.search(said.key):
        return None
    now = said.scene.now
    reading = read(said.text, today=local_date(now), places=all_places(said.scene.db))
    if reading.people or reading.place is not None:
        return None
    ids = spoken_of(state) if state is not None else ()
    about = [one for one in said.hers if not ids or one.id in ids]
    hers = [one for one in about if one.opening.day != reading.date]
    if len(about) < SEVERAL or not hers:
        return None
    days = {DAY_SAID: reading.date, SINCE: reading.since}
    before = {name: state.answers[name] for name in _WHEN if state is not None and state.answers.get(name)}
    when: dict[str, Any] = before | {name: day.isoformat() for name, day in days.items() if day is not None}
    if reading.part_of_day:
        when[PART_SAID] = reading.part_of_day
    first, *others = ({"booking_ids": [one.id], **when} for one in hers)
    start = said.script.structure.flows[MOVES].start
    return Onward(Start(MOVES, first, below=tuple(State(MOVES, start, one) for one in others)), anew=True)
