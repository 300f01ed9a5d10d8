"""Which of her bookings a wish is about, by the place it is at: "hủy chỗ bản Tuộc", "bản Tuộc" where they are listed."""

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from helpdesk.booking.bookings import live_bookings, live_bookings_of
from helpdesk.conversation.engine.turns import Heard
from helpdesk.conversation.leading.on_the_way.drafts import BOOKS
from helpdesk.conversation.leading.spoken import Spoken
from helpdesk.conversation.understanding.bookings.later_days import puts_off_to_later
from helpdesk.conversation.understanding.bookings.one_text import PEOPLE, SINCE
from helpdesk.conversation.understanding.bookings.which_booked import (
    ALL_SAID,
    KEPT_SAID,
    OF_DAY,
    PLACES_SAID,
    cancels_none_of,
    cancels_nothing,
    kept_among,
    parted_at_its_new_day,
    places_said,
    says_all,
    whom_to_cancel,
)
from helpdesk.conversation.understanding.people.persons_chosen import fitting, named_words
from helpdesk.conversation.understanding.people.who_goes_who_stays import who_goes_who_stays
from helpdesk.conversation.understanding.reading import read
from helpdesk.conversation.understanding.understand import (
    CODE_SAID,
    DAY_SAID,
    OF_A_BOOKING,
    PART_SAID,
    PEOPLE_SAID,
    Understood,
)
from helpdesk.places.communes import Place
from helpdesk.text.folding import matching_key

_ALL_MOVE = re.compile(
    r"(?:(?:da|a|thoi|cho|xin|toi|tui|em|con|chau|muon) )*(?:doi|chuyen|dich)(?: (?:het|tat ca|ca|lu|nha|hai|ba|lich|hen|ngay|buoi|giup|cho|toi))* (?:sang|qua|den|vao|xuong|len)\b"
)
"""All are moved, whatever else the words may look like: "đổi hết sang thứ 2"."""

_WISH = re.compile(r"\b(?=(?:doi|chuyen|dich|hen|lui|hoan|sang|qua|de)\b)")
"""Where what she wants begins, behind why."""

CANCELS, MOVES = "cancel", "reschedule"
LONGEST = 6
"""Words of a text that says where a listed booking is and nothing else."""


def with_whom_kept(spoken: Spoken, understood: Understood) -> Understood:
    """Who of those named keeps her place, and whether all are meant: "hủy hết chỉ giữ Hồ Văn Mai" cancels the others."""
    if understood.answer is None and CANCELS in understood.doubt and whom_to_cancel(spoken.key):
        named = understood.facts.get(PEOPLE)
        understood = Understood(intent=CANCELS, facts={PEOPLE_SAID: named} if named else {})
    if understood.intent != CANCELS or understood.answer is not None:
        return understood
    named = understood.facts.get(PEOPLE_SAID) or ()
    if not named and cancels_nothing(spoken.key):
        return replace(understood, intent="my_booking", facts={})
    if named and cancels_none_of(spoken.key):
        return replace(understood, intent="my_booking")
    kept = kept_among(spoken.key, named)
    if not named and says_all(spoken.key):
        return replace(understood, facts={**understood.facts, ALL_SAID: True})
    if not kept:
        return understood
    facts = {name: value for name, value in understood.facts.items() if name != PEOPLE_SAID}
    going = [[*one] for one in named if [*one] not in kept]
    return replace(understood, facts={**facts, KEPT_SAID: kept, **({PEOPLE_SAID: going} if going else {})})


def with_its_place(spoken: Spoken, understood: Understood) -> Understood:
    """The place where the booking is that she wants to see or to change, where she says it and names nobody."""
    intent = understood.intent
    if intent not in OF_A_BOOKING or understood.answer is not None or " " not in spoken.key:
        return understood
    if {PEOPLE_SAID, CODE_SAID, KEPT_SAID} & understood.facts.keys():
        return understood
    places = places_said(spoken.key, spoken.here.places(), moves=intent == MOVES)
    return replace(understood, facts={**understood.facts, PLACES_SAID: places}) if places else understood


def with_its_day(spoken: Spoken, understood: Understood) -> Understood:
    """The day on which the booking is that she cancels, looks at or moves, where she says it: "hủy thứ 6", "đổi thứ 6 sang
    thứ 2"."""
    if understood.intent is None and MOVES in understood.doubt and _ALL_MOVE.match(spoken.key):
        day = _day_in(spoken.text, spoken)
        return Understood(intent=MOVES, facts={DAY_SAID: day}) if day else understood
    intent = understood.intent
    if intent not in OF_A_BOOKING or understood.answer is not None or " " not in spoken.key:
        return understood
    if {PEOPLE_SAID, CODE_SAID, KEPT_SAID, OF_DAY} & understood.facts.keys():
        return understood
    if intent != MOVES:
        day = _day_in(spoken.text, spoken)
        return replace(understood, facts={**understood.facts, OF_DAY: day}) if day else understood
    parts = parted_at_its_new_day(spoken.text)
    old, new = (_day_in(part, spoken) for part in parts) if parts is not None else (None, None)
    if old is None or new is None:
        return _not_to_the_day_given_up(understood, spoken, new=new)
    return replace(understood, facts={**understood.facts, OF_DAY: old, DAY_SAID: new})


def _not_to_the_day_given_up(understood: Understood, spoken: Spoken, *, new: str | None) -> Understood:
    """The wish without the day on which her place is, where she says that day only to give it up: "mai tôi đi rẫy, đổi qua
    tuần sau". `new`: the day behind the word that leads to it, if any."""
    day = understood.facts.get(DAY_SAID)
    if day is None or new == day or PART_SAID in understood.facts:
        return understood
    scene = spoken.scene
    hers = live_bookings_of(scene.db, scene.contact.id, now=scene.now)
    if all(one.opening.day.isoformat() != day for one in hers):
        return understood
    others = {name: value for name, value in understood.facts.items() if name != DAY_SAID}
    *_, wish = _WISH.split(spoken.key)
    said = read(wish, today=spoken.here.today, places=())
    since = said.since
    given_up = date.fromisoformat(day)
    if since is None and puts_off_to_later(spoken.key, hers=given_up, today=spoken.here.today):
        since = given_up + timedelta(days=1)
    when = {DAY_SAID: said.date} if said.date is not None else {SINCE: since} if since is not None else {}
    told = {name: one.isoformat() for name, one in when.items() if one.isoformat() != day}
    return replace(understood, facts={**others, OF_DAY: day, **told})


def _day_in(text: str, spoken: Spoken) -> str | None:
    said = read(text, today=spoken.here.today, places=())
    return said.date.isoformat() if said.date is not None else None


def booking_at(spoken: Spoken, flow: str) -> Heard | None:
    """The one line of an open list of her bookings that is at the place she names: no day there is looked up then."""
    question = spoken.question
    if question is None or question.ask.expect != "option" or flow == BOOKS:
        return None
    lines = question.answers.get(question.ask.options or "") or ()
    hers = [line.get("facts", {}) for line in lines]
    if not hers or not all("booking_id" in facts for facts in hers) or len(spoken.key.split()) > LONGEST:
        return None
    named = set(places_said(spoken.key, spoken.here.places(), moves=flow == MOVES))
    there = [_spoken(place) for place in spoken.here.places() if place.id in named]
    at_it = [at for at, facts in enumerate(hers) if facts.get("place", {}).get("place") in there]
    return Heard("chosen", at_it[0]) if len(at_it) == 1 else None


def booking_of(spoken: Spoken, flow: str) -> Heard | None:
    """The one line of an open list of her bookings in which she is booked who is named: "của vợ tôi", "Hồ Thị B", "bà B"."""
    ids = listed_bookings(spoken) if flow != BOOKS else []
    if not ids or len(spoken.key.split()) > LONGEST:
        return None
    scene = spoken.scene
    hers = live_bookings(scene.db, ids, contact_id=scene.contact.id, now=scene.now)
    people = [(one.id, person.name) for one in hers for person in one.people]
    said = named_words(spoken.key)
    found = fitting(said, [matching_key(name) for _, name in people]) if said else []
    found = found or who_goes_who_stays(spoken.text, [name for _, name in people])[0]
    meant = {people[at][0] for at in found}
    return Heard("chosen", ids.index(meant.pop())) if len(meant) == 1 else None


def listed_bookings(spoken: Spoken) -> list[int]:
    """The ids of her bookings that the open question lists, line by line; none where it lists something else."""
    question = spoken.question
    if question is None or question.ask.expect != "option":
        return []
    lines = question.answers.get(question.ask.options or "") or ()
    ids = [line.get("facts", {}).get("booking_id") for line in lines]
    return ids if ids and all(isinstance(one, int) for one in ids) else []


def _spoken(place: Place) -> list[Any]:
    """As the facts of a booking say a place."""
    return [place.kind.value, place.name]
