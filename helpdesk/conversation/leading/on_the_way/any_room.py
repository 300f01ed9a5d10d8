"""Who asks whether there is room: "thứ 6 còn chỗ không". The days that have room, at the place she says, are the answer."""

import re

from helpdesk.clock import local_date
from helpdesk.conversation.engine.turns import Saying, Slot, Start
from helpdesk.conversation.leading.on_the_way.drafts import BOOKS
from helpdesk.conversation.leading.said import ASK_WHICH_FROM, Onward, Said
from helpdesk.conversation.understanding.answers.refusals import NO
from helpdesk.conversation.understanding.bookings.one_text import (
    DAY,
    PART,
    PERSONS,
    PLACE,
    SINCE,
    facts_of,
)
from helpdesk.conversation.understanding.reading import read
from helpdesk.places.communes import all_places

LISTS_DAYS = frozenset({"which_opening", "no_opening", "only_day", "only_other", "full_day", "other_day"})
"""Questions of a booking that name the days with room."""

_NOT = r"(?:khong|ko|k|kg|hk|hong|chua)"
_ROOM = r"(?:cho|suat|slot|cho trong)"
_ASKS = re.compile(
    rf"\b(?:con|co)(?: du)? {_ROOM}(?: (?:trong|nao|nua|dau|cho [0-9a-z]+ nguoi|[0-9]{{1,2}} nguoi))* {_NOT}(?: (?:a|ah|vay|rua|can bo|the|ta))*$"
    rf"|\b(?:ngay|buoi|hom|bua|khi|luc|tuan) (?:nao|mo) (?:con|co) {_ROOM}\b|^(?:(?:da|the|vay|cho hoi|xin hoi) )*(?:tuan|thang) (?:ni|nay|sau|toi)(?: (?:con|xa|can bo))? co(?: (?:lam|buoi|ngay|nao))* {_NOT}$"
    rf"|\bcon (?:may|bao nhieu) {_ROOM}\b|\b(?:het|day) {_ROOM} chua\b|\bany (?:room|places?|slots?)(?: left)?\b"
)
_DAY_THEN = re.compile(
    r"(?:(?:the|vay|rua|con|va|a) )*(?:mai|ngay mai|ngay mot|bua mai|sang mai|chieu mai|thu (?:[2-7]|hai|ba|tu|nam|sau|bay)|chu nhat|tuan (?:sau|toi|ni|nay)|thang sau)(?: (?:tuan|sau|nay|ni|sang|chieu))* thi (?:sao|rang|the nao)(?: (?:a|vay|rua))*"
)
"""A day, asked about behind another one: nobody is called Mai Thi Sao."""
_HERS = re.compile(r"\b(?:cua|ma) (?:toi|tui|em|con|chau|minh|me|ong|ba)\b")


def any_room(said: Said) -> Onward | None:
    """The list of a booking that is begun, for as many as she says; once more where it stands before her: "con cho khong"
    is no "no" there."""
    state, understood = said.state, said.understood
    refuses = understood.answer is not None and understood.answer.outcome == NO
    day_then = _DAY_THEN.fullmatch(said.key) is not None
    if (
        (understood.answer is not None and not refuses)
        or not (day_then or _ASKS.search(said.key))
        or _HERS.search(said.key)
    ):
        return None
    if state is not None and state.flow == BOOKS and state.step in LISTS_DAYS:
        if understood.facts.keys() & {DAY, SINCE}:
            return None  # the list of another week than the one before her
        return Onward(None, only_says=Saying(state.flow, state.step, Slot.ASK, state.answers))
    if state is not None and (state.flow not in ASK_WHICH_FROM or state.below):
        return None
    reading = read(said.text, today=local_date(said.scene.now), places=all_places(said.scene.db))
    if reading.people and not day_then:
        return None
    told = (PLACE, PERSONS, SINCE, *((DAY, PART) if day_then else ()))
    facts = {name: value for name, value in facts_of(reading).items() if name in told}
    return Onward(Start(BOOKS, facts), anew=True)
