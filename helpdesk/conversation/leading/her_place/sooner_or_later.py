"""Who wants what she has booked sooner, later, some weeks later, or on another day than the one that she gives up.

"Có sớm hơn không", "lùi lại 1 tuần", "hủy thứ 4 đặt thứ 6", "thứ 6 đám cưới nên dời qua thứ 4 tuần sau": all move it, once
she has agreed to the day, and none gives it up.
"""

import re
from datetime import date, timedelta
from typing import Any

from helpdesk.booking.bookings import Booking, live_bookings
from helpdesk.clock import local_date
from helpdesk.conversation.engine.turns import Start
from helpdesk.conversation.leading.her_place.rather_then import OF_HERS, spoken_of
from helpdesk.conversation.leading.on_the_way.day_of_a_list import MOVES
from helpdesk.conversation.leading.said import ASK_WHICH_FROM, Onward, Said
from helpdesk.conversation.understanding.bookings.later_days import day_after_tomorrow, puts_off_to_later
from helpdesk.conversation.understanding.bookings.one_text import SINCE
from helpdesk.conversation.understanding.bookings.which_booked import parted_at_its_new_day
from helpdesk.conversation.understanding.reading import read
from helpdesk.conversation.understanding.understand import DAY_SAID, PART_SAID, PEOPLE_SAID
from helpdesk.text.people.party_words import NUMERALS

_AROUND = (
    r"(?:(?:a|da|u|vay|the|rua|thi|ma|thoi|co|con|can bo|oi|cho hoi|cho|xin|hay|muon|giup|toi|tui|em|minh|doi|chuyen|dat|di|den|lam|sang|qua"
    r"|cho nao|lich|hen|buoi|ngay|hom|bua|nao|duoc) )*"
)
_BEHIND = r"(?: (?:mot chut|chut|xiu|khong|ko|duoc|a|nua|nhe|nha|vay|can bo|di|cho toi|giup toi))*"
_HOW = re.compile(
    rf"{_AROUND}(?P<how>som|tre|muon|cham) hon{_BEHIND}|(?:any(?:thing)? )?(?P<english>earlier|later)(?: (?:date|day|please))*"
)
_BY_WEEKS = re.compile(
    rf"{_AROUND}(?:(?:lui|hoan|cham|tre|muon)(?: (?:lai|sau|hon|di|them|sang|qua|lich|ngay))*|(?:doi|chuyen)(?: (?:lich|ngay|sang|qua))* (?:lai|sau|tre|cham)(?: hon)?)"
    rf" (?P<many>[1-8]|mot|hai|ba|bon) tuan(?: (?:sau|hon))*{_BEHIND}"
)
_GIVES_UP_FOR = re.compile(
    r"(?:(?:a|da|cho|xin|thoi|toi|tui|em|con|minh|can bo|giup) )*(?:huy|bo)(?P<old>(?: \w+){1,5}?) (?:roi )?(?:dat|dk|lay|chon|doi|sang|qua)(?P<new>(?: \w+){1,6})"
)
_MOVES = re.compile(r"\b(?:doi|chuyen|lui|hoan|dich|move|change)(?: \w+){0,3} (?:sang|qua|to)\b")
_COMES_THEN = re.compile(r"\b(?:di|den|len|ra|lam|xuong|qua|vo|vao|ve|hen|de|doi|chuyen|hoan|lui)\b")
_ASKS_OR_BOOKS = re.compile(
    r"\b(?:dat|dk|dang ky|ghi|them|nhac|nhan|goi|bao|hoi|tra loi|huy|co|gi|nao|mo|sao|chua|khong|ko|doan|doi nao|can bo|cong an)\b"
)
"""Whoever asks something, wants to be told something then, or books, puts nothing off."""
_LIKE_THAT = frozenset(
    {None, "reschedule", "duration", "my_booking", "hours", "visit_when", "cancel", "book"}
)
_LATER = frozenset({"tre", "muon", "cham", "later"})


def sooner_or_later(said: Said) -> Onward | None:
    """The days of her booking from then on, or whether it is to be moved to the one that comes to."""
    state = said.state
    of_hers = state is not None and state.flow in OF_HERS
    cold = state is None or (state.flow in ASK_WHICH_FROM and not state.below)
    if said.understood.answer is not None or not (of_hers or cold) or PEOPLE_SAID in said.understood.facts:
        return None
    how, weeks = _HOW.fullmatch(said.key), _BY_WEEKS.fullmatch(said.key)
    parts, may_be_later = _two_days(said), _may_be_later(said)
    if how is None and weeks is None and parts is None and not may_be_later:
        return None
    hers = _hers(said)
    if not hers:
        return None
    facts: dict[str, Any] = {"booking_ids": [one.id for one in hers]}
    if how is not None:
        behind = (how["how"] or how["english"]) in _LATER
        return _begun({**facts, SINCE: _behind(hers)} if behind else facts)
    if weeks is not None:
        days = {one.opening.day for one in hers}
        if len(days) > 1:
            return _begun(facts)
        many = NUMERALS.get(weeks["many"]) or int(weeks["many"])
        return _begun({**facts, DAY_SAID: (days.pop() + timedelta(weeks=many)).isoformat()})
    if parts is None:
        later = _some_later_day(said, hers)
        return None if later is None else _begun({**facts, SINCE: _behind(hers), **later})
    on_it = [one.id for one in hers if one.opening.day == parts[0]]
    return _begun({"booking_ids": on_it, **parts[1]}) if on_it else None


def _begun(facts: dict[str, Any]) -> Onward:
    return Onward(Start(MOVES, facts), anew=True)


def _behind(hers: list[Booking]) -> str:
    return (max(one.opening.day for one in hers) + timedelta(days=1)).isoformat()


def _hers(said: Said) -> list[Booking]:
    db, own, now = said.scene.db, said.scene.contact.id, said.scene.now
    ids = spoken_of(said.state) if said.state is not None else ()
    return live_bookings(db, ids, contact_id=own, now=now) if ids else said.hers


def _may_be_later(said: Said) -> bool:
    """Whether she says some other day, asks nothing, books nothing, and speaks of going."""
    today = local_date(said.scene.now)
    later = puts_off_to_later(said.key, hers=today, today=today) or day_after_tomorrow(said.key, today=today)
    asks = said.understood.intent not in _LIKE_THAT or _ASKS_OR_BOOKS.search(said.key)
    return bool(later) and not asks and _COMES_THEN.search(said.key) is not None


def _some_later_day(said: Said, hers: list[Booking]) -> dict[str, str] | None:
    """What says the day, where it is put off to one that is not clear, "bữa sau tôi xuống", or to the day after tomorrow."""
    today, last = local_date(said.scene.now), max(one.opening.day for one in hers)
    day = day_after_tomorrow(said.key, today=today)
    if day is not None:
        return {DAY_SAID: day.isoformat()} if day != last else None
    return {} if puts_off_to_later(said.key, hers=last, today=today) else None


def _two_days(said: Said) -> tuple[date, dict[str, str]] | None:
    """The day that is given up, and what says the one that is wanted instead, where a text says both and names nobody."""
    today = local_date(said.scene.now)
    given_up = _GIVES_UP_FOR.fullmatch(said.key)
    parts: tuple[str, str] | None = (given_up["old"], given_up["new"]) if given_up is not None else None
    if parts is None and _MOVES.search(said.key):
        parts = parted_at_its_new_day(said.text)
    if parts is None:
        return None
    old, new = (read(part, today=today, places=()) for part in parts)
    if old.date is None or new.date is None or old.people or new.people or old.date == new.date:
        return None
    part = {PART_SAID: new.part_of_day} if new.part_of_day else {}
    return old.date, {DAY_SAID: new.date.isoformat(), **part}
