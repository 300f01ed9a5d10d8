"""Who names another day for what she has booked, in no word of changing: "cho tôi đi thứ 6", "thứ 6 tôi mới đi được".

She is asked whether it is to be moved; nothing new is booked beside it.
"""

import re
from collections.abc import Sequence

from helpdesk.booking.bookings import live_bookings, live_bookings_of
from helpdesk.booking.horizon import too_far
from helpdesk.clock import local_date
from helpdesk.conversation.actions.her_place.spoken_of import WHOM_UNSAID
from helpdesk.conversation.actions.making.choosing import THERE
from helpdesk.conversation.engine.state import State
from helpdesk.conversation.engine.turns import Start
from helpdesk.conversation.leading.her_place.day_called_off import NEWS
from helpdesk.conversation.leading.her_place.said_to_reminders import CANNOT_COME, REMINDER, answers_later
from helpdesk.conversation.leading.her_place.why_it_changed import BY_OTHERS
from helpdesk.conversation.leading.on_the_way.day_of_a_list import MOVES
from helpdesk.conversation.leading.said import ASK_WHICH_FROM, Onward, Said
from helpdesk.conversation.leading.short_replies import is_day_alone
from helpdesk.conversation.understanding.bookings.one_text import DAY, PART, SINCE
from helpdesk.conversation.understanding.reading import read
from helpdesk.conversation.understanding.understand import DAY_SAID, PART_SAID, PEOPLE_SAID
from helpdesk.conversation.understanding.words import any_word
from helpdesk.places.communes import all_places
from helpdesk.text.days.spoken_dates import day_refused

WHOM_AND_WHERE = (PEOPLE_SAID, "moving", THERE)
"""Answers of a booking for which days are listed that another day leaves as they are."""

OF_HERS = frozenset({REMINDER, CANNOT_COME, BY_OTHERS, "my_booking"})
"""Flows that speak of her booking, so that any other day is one for that."""

ABOUT = frozenset({None, "book", "reschedule", "visit_when", "hours", "cancel"})
"""Topics that such a text looks like."""

_WHO = r"(?:toi|tui|con|chau|em|minh|ba|ong|me|mu|chung toi|chung tui|ca nha|nha toi|vo chong toi)"
_GO = r"(?:di|den|len|ra|lam|toi|xuong)"
_GOES = re.compile(
    rf"\b(?:cho|de|xin) (?:{_WHO} )?{_GO}\b|\b{_WHO} (?:moi |chi |muon |xin |se )*{_GO}(?: (?:duoc|dc|noi))?\b|\b(?:moi|chi) {_GO} (?:duoc|dc|noi)\b"
)
_AS_IT_WAS = re.compile(
    r"\b(?:nhu (?:cu|truoc|luc dau)|(?:ngay|buoi|lich|cho) cu|lai (?:ngay|buoi) truoc|as before)\b"
)
"""Who moved, and moves back: "à thôi, thứ 4 như cũ"."""
_BOOKS = re.compile(r"\b(?:dat|dk|dky|dang ky|ghi|them|book|hang xom)\b")
_CHANGES = re.compile(
    r"\b(?:doi|chuyen|lui|hoan|dich|move|change)(?: \w+){0,4} (?:sang|qua|den|toi|vao|lai|to|thu|ngay|hom)\b"
)
_NOT_THEN = re.compile(r"\bchu (?:khong|ko|k|hong)(?: (?:phai|di|den|lam|ra|len|vao))+\b")
"""Behind the day that she wants: "sang 9/12 chứ không đi 4/12 nữa"."""
_OVER_TO = re.compile(
    r"(?:(?:da|the|vay|a|thoi|cho|xin|toi|tui|em|con|muon|doi|chuyen) )*sang (?:thu|ngay|hom|bua|[0-9])(?!.* (?:buoi sang|sang)\b)"
)
"""Without its accent "sang" is the morning as well."""
_ASKS_OTHERS = re.compile(r"\b(?:co lam|lam viec|mo cua|co buoi|doi|doan|may gio)\b")


def rather_then(said: Said) -> Onward | None:
    """The days of her booking, or whether it is to be moved to the one she says."""
    state, understood = said.state, said.understood
    if understood.answer is not None or understood.intent not in ABOUT or any_word(said.key) is not None:
        return None
    listed = state is not None and state.flow == MOVES and state.answers.get("booking_id") is not None
    of_hers = listed or (
        state is not None and (state.flow in OF_HERS or (state.flow, state.step) == (NEWS, "moved"))
    )
    cold = state is None or (state.flow in ASK_WHICH_FROM and not state.below)
    if not (of_hers or (cold and _names_a_day(said))):
        return None
    if understood.intent == "cancel" and understood.facts:
        return None  # Y Mai is cancelled, and nobody moved to tomorrow
    asks_others = _ASKS_OTHERS.search(said.key) and not _CHANGES.search(said.key)  # "doi" is a team, or "đổi"
    if _BOOKS.search(said.key) or asks_others or answers_later(said.key):
        return None
    db, now = said.scene.db, said.scene.now
    reading = read(said.text, today=local_date(now), places=all_places(db))
    if (reading.date or reading.since) is None or reading.people or reading.place is not None:
        return None
    if day_refused(said.text, today=local_date(now)):
        return None  # "không đi thứ 6" wishes for none
    if reading.date is not None and too_far(reading.date, now=now):
        return None
    said_part = None if _OVER_TO.match(said.key) else reading.part_of_day
    if {PEOPLE_SAID, WHOM_UNSAID} & understood.facts.keys() or (listed and said_part):
        return None  # who of them moves, or, said by the list itself, that there is no such part
    ids = spoken_of(state) if state is not None and of_hers else ()
    own = said.scene.contact.id
    hers = live_bookings(db, ids, contact_id=own, now=now) if ids else live_bookings_of(db, own, now=now)
    if not hers or any(booking.opening.day == reading.date for booking in hers):
        return None
    days = {DAY_SAID: reading.date, SINCE: reading.since}
    when = {name: day.isoformat() for name, day in days.items() if day is not None}
    part = {PART_SAID: said_part} if said_part else {}
    whom = {
        name: state.answers[name]
        for name in WHOM_AND_WHERE
        if state is not None and listed and name in state.answers
    }
    return Onward(Start(MOVES, {"booking_ids": [one.id for one in hers], **when, **part, **whom}), anew=True)


def _names_a_day(said: Said) -> bool:
    # What is surely a wish to move is led on by what it says of whom.
    changes = said.understood.intent is None and not said.understood.facts.keys() - {DAY, PART}
    says_so = (_GOES, _AS_IT_WAS, _NOT_THEN, *([_CHANGES] if changes else []))
    return any(one.search(said.key) for one in says_so) or is_day_alone(said.text)


def spoken_of(state: State) -> Sequence[int]:
    """The ids of the bookings that the open question is about; none where it is about all of hers."""
    chosen = state.answers.get("booking_id")
    return [chosen] if chosen is not None else state.answers.get("booking_ids") or ()
