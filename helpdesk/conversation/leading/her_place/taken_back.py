"""Who takes back what she has just said or chosen: books after all what she let be or cancelled, keeps what she was about to
cancel or to move, moves back, or wants to see her place first."""

import re
from datetime import date, timedelta
from typing import Any

from helpdesk.booking.bookings import live_bookings
from helpdesk.booking.lately import LATELY, JustCancelled, cancelled_just_now, taken_off_just_now
from helpdesk.clock import local_date
from helpdesk.conversation.engine.advance import open_question
from helpdesk.conversation.engine.state import State
from helpdesk.conversation.engine.turns import Heard, Start
from helpdesk.conversation.leading.her_place.after_booking import JOINING, JOINS, MORE
from helpdesk.conversation.leading.her_place.said_to_reminders import CANNOT_COME
from helpdesk.conversation.leading.on_the_way.day_of_a_list import MOVES
from helpdesk.conversation.leading.on_the_way.drafts import BOOKS
from helpdesk.conversation.leading.said import ASK_WHICH_FROM, Onward, Said
from helpdesk.conversation.understanding.answers.refusals import NO
from helpdesk.conversation.understanding.bookings.one_text import DAY, PART, PEOPLE, PLACE, SINCE
from helpdesk.conversation.understanding.bookings.regrets import asks_when_again, is_sorry, still_stays_away
from helpdesk.conversation.understanding.reading import read
from helpdesk.conversation.understanding.understand import DAY_SAID, PART_SAID, PEOPLE_SAID
from helpdesk.conversation.understanding.words import any_word

SHOWS, CANCELS = "my_booking", "cancel"
SURE = frozenset({"sure", "sure_for"})
"""Steps that ask whether she cancels, of whose choices the second keeps."""

FEWER = frozenset({"cancel.fewer"})
"""The step that tells that some of a booking were taken off it."""

MOVED = frozenset({"reschedule.moved"})
"""The step that tells that all of a booking moved."""

LONG = timedelta(days=2)
"""So long what she cancelled may be booked again as it was, where that is the last we spoke of."""

LONGEST = 14
"""Words of such a text; a longer one tells of something else as well."""

_OH = r"(?:(?:a|o|oi|u|da|thoi|khong|ko|chet|cha|troi|uy|ui|ua|lo|nham|quen|khoan|xin loi|toi|tui|em|con|minh|bam|nhan|lon|no|sorry|oops)(?: roi)? )*"
_AFTER_ALL = re.compile(
    rf"{_OH}(?:(?:cu|van|xin|muon|cho toi|lai) )*(?:dat(?: lai)?(?: cho| di| nhe| nha| giup| luon| nhu cu| nhu truoc| nhu luc nay| toi| voi| a)+|dat lai|van dat|van lam|cu dat|book it(?: after all)?|book (?:it )?again)"
    rf"|{_OH}(?:(?:cho|xin|nho|can bo|muon|giup|lam on|co the|hay) )*(?:(?:khoi phuc|phuc hoi)(?: lai)?|(?:cho|lay|lam|giu|tra|dat|ghi|xin)(?: (?:toi|tui|em|con|minh))? lai (?:cho|lich|buoi|hen|ngay|nhu)(?: (?:cu|luc nay|truoc|do|hoi nay|dau|vua roi))+)"
    r"(?: (?:cho|lich|hen|lai|cu|toi|tui|em|con|minh|giup|voi|di|nhe|nha|a|duoc khong|duoc ko|luc nay|vua huy|vua roi))*"
)


def taken_back(said: Said) -> Onward | None:
    """What she wants after all, where it is clear; nothing is booked or kept that is not echoed or told."""
    state = said.state
    if state is not None and state.flow == CANNOT_COME and any_word(said.key) == SHOWS:
        return Onward(Start(SHOWS), anew=True)
    if any_word(said.key) is not None or len(said.key.split()) > LONGEST:
        return None
    if state is not None and (state.flow not in ASK_WHICH_FROM or state.below):
        return _keeps(said, state)
    books, sorry = _AFTER_ALL.fullmatch(said.key), is_sorry(said.key)
    again = asks_when_again(said.key)
    if not (books or sorry or again):
        return None
    if not FEWER.isdisjoint(said.told) and state is None:
        return _joins_again(said)
    if {PEOPLE, PEOPLE_SAID} & said.understood.facts.keys():
        return None
    if state is None and sorry and not MOVED.isdisjoint(said.told) and said.hers:
        return _moves_back(said)
    once_more = booked_again(said)
    if once_more is not None:
        return once_more
    return Onward(Start(BOOKS), anew=True) if books is not None and not said.hers else None


def just_cancelled(said: Said) -> JustCancelled | None:
    """What she cancelled last: a moment ago, if she has no other place, or as the last thing we spoke of."""
    if said.state is not None and (said.state.flow not in ASK_WHICH_FROM or said.state.below):
        return None
    spoke_of_it = said.state is None and CANCELS in said.told_of
    if said.hers and not spoke_of_it:
        return None
    scene = said.scene
    within = LONG if spoke_of_it else LATELY
    return cancelled_just_now(scene.db, scene.contact.id, now=scene.now, within=within)


def booked_again(said: Said) -> Onward | None:
    """The echo of what she cancelled last, to be booked again; None where there is none."""
    if not FEWER.isdisjoint(said.told) and said.state is None:
        return _joins_again(said)
    gone = just_cancelled(said)
    return None if gone is None else _booked_again(said, gone)


def _booked_again(said: Said, gone: JustCancelled) -> Onward:
    """The same place for the same people: on that day, on the one that she says instead, or on one to be chosen."""
    reading = read(said.text, today=local_date(said.scene.now), places=())
    facts: dict[str, Any] = {PEOPLE: [[*one] for one in gone.people], PLACE: gone.place_id}
    if reading.date is not None or not (reading.since or asks_when_again(said.key)):
        facts[DAY] = (reading.date or gone.day).isoformat()
    elif reading.since is not None:
        facts[SINCE] = reading.since.isoformat()
    if reading.part_of_day:
        facts[PART] = reading.part_of_day
    return Onward(Start(BOOKS, facts), anew=True)


def _joins_again(said: Said) -> Onward | None:
    """Whether those are to join again whom she has taken off a booking that stands."""
    scene = said.scene
    people = taken_off_just_now(scene.db, scene.contact.id, now=scene.now, within=LONG)
    return (
        Onward(Start(MORE, {JOINS: True, JOINING: [[*one] for one in people]}), anew=True) if people else None
    )


def _moves_back(said: Said) -> Onward:
    """The days of what she has just moved, or whether it moves to the one that she says."""
    reading = read(said.text, today=local_date(said.scene.now), places=())
    day = {DAY_SAID: reading.date.isoformat()} if reading.date is not None else {}
    part = {PART_SAID: reading.part_of_day} if reading.part_of_day else {}
    return Onward(Start(MOVES, {"booking_ids": [one.id for one in said.hers], **day, **part}), anew=True)


def _keeps(said: Said, state: State) -> Onward | None:
    """Her place as it is, where she is asked whether to cancel it, or on which day she wants it, and takes that back; her
    "vẫn đi" where it is to be booked again is the yes."""
    if (state.flow, state.step) == ECHO:
        agrees = (
            said.understood.answer is None and not said.understood.facts and _STILL_GOES.fullmatch(said.key)
        )
        return Onward(Heard("choice", 0)) if agrees else None
    asks_sure = state.flow == CANCELS and state.step in SURE
    asks_when = state.flow == MOVES and state.answers.get("booking_id") is not None
    if not (asks_sure or asks_when or (state.flow, state.step) == (CANNOT_COME, "one")):
        return None
    understood = said.understood
    if (
        asks_sure
        and understood.answer == YES
        and _GOES.search(said.key)
        and CANCELS_IT.isdisjoint(said.key.split())
    ):
        return Onward(Heard("choice", 1))
    if understood.answer is not None or {PEOPLE, PEOPLE_SAID} & understood.facts.keys():
        return None
    day = read(said.text, today=local_date(said.scene.now), places=()).date
    on_its_day = day is not None and day == _its_day(said, state)
    wants_it = on_its_day and _WANTS.search(said.key) is not None and not still_stays_away(said.key)
    ask = open_question(said.structure, state)
    moves = not asks_when and (understood.intent == MOVES or _MOVES_IT.search(said.key) is not None)
    sorry = (
        day is None and is_sorry(said.key) and (not moves or _CHANGED_HER_MIND.search(said.key) is not None)
    )
    if ask is None or not (wants_it or sorry):
        return None
    return Onward(Heard(NO) if NO in ask.exits else Heard("choice", 1))


ECHO = (BOOKS, "confirm")
_STILL_GOES = re.compile(
    r"(?:(?:da|u|uh|vang|thoi|a|roi|thi|toi|tui|em|con|minh|ca nha) )*(?:van|cu|se) (?:di|den|lam|dat)(?: (?:nhe|nha|a|chu|ma|luon|can bo|duoc|lai))*"
)
YES = Heard("choice", 0)
CANCELS_IT = frozenset({"huy", "bo", "xoa", "cancel"})
_GOES = re.compile(r"\b(?:di|den|len|ra|xuong) (?:duoc|dc)\b")
"""To the question whether to cancel "tôi đi được" is no "được"."""
_MOVES_IT = re.compile(r"\b(?:muon|xin|can|cho toi|chi) (?:doi|chuyen)\b")
_CHANGED_HER_MIND = re.compile(r"\bdoi y\b|\b(?:khong|ko|dung|thoi)(?: \w+)? doi\b|\bchanged my mind\b")

_WANTS = re.compile(
    r"\b(?:van|cu|giu|thoi|nhu|lai|cung duoc|cung dc|di duoc|nguyen|still|keep|dung|khong (?:doi|huy))\b"
)
"""Said with the day on which her place is: she wants it then, and does not say when she cannot come."""


def _its_day(said: Said, state: State) -> date | None:
    scene = said.scene
    hers = live_bookings(scene.db, [state.answers["booking_id"]], contact_id=scene.contact.id, now=scene.now)
    return hers[0].opening.day if hers else None
