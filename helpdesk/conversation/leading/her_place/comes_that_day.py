"""Who has a place on a day and says no more than that day, or that she goes: "mai tôi đi nhé", "thứ 4 đi được", "cả hai".

She comes, and moves or books nothing.
"""

import re
import unicodedata
from collections.abc import Sequence
from datetime import timedelta

from helpdesk.booking.bookings import Booking, live_bookings, live_bookings_of
from helpdesk.clock import local, local_date
from helpdesk.conversation.engine.turns import Heard, Saying, Slot, Start
from helpdesk.conversation.leading.her_place.after_booking import COMING, HER_PLACE, LATE
from helpdesk.conversation.leading.her_place.said_to_reminders import REMINDER
from helpdesk.conversation.leading.said import ASK_WHICH_FROM, Onward, Said
from helpdesk.conversation.understanding.bookings.absence import is_away
from helpdesk.conversation.understanding.bookings.later_days import day_after_tomorrow, puts_off_to_later
from helpdesk.conversation.understanding.bookings.one_text import PEOPLE, PLACE
from helpdesk.conversation.understanding.reading import Reading, read
from helpdesk.text.folding import matching_key
from helpdesk.text.people.party_words import NUMERALS

_SAID = (
    "mai mot kia nay hom ngay bua bay thu chu nhat hai ba tu nam sau tuan thang sang trua chieu som"
    " di den len ra toi xuong qua se van cu cung dung gio hen chac chan"
    " tui em con chau minh me mu ong bo ca nha chung i we nguoi lon"
    " da vang u uh ok oke thi la roi nhe nha nghe a ah ne can bo oi vay rua the chu thoi"
    " duoc dc noi kip luon deu het moi nhung ma dua cam on co the do day xa lam dang tren duong sap nhat dinh"
    " tomorrow come coming will be there yes see you on after all"
)
WORDS = frozenset(_SAID.split())
"""All that such a text is made of, beside numbers: with any other word it says something else."""

_GOES = re.compile(r"\b(?:di|den|len|ra|xuong|qua|tren duong|come|coming)\b")
_ALL = re.compile(r"\b(?:ca nha|tat ca|di ca|di het|deu)\b")
_ON_FOOT = re.compile(r"\b(?:di|bang) (?:bo|xe(?: (?:may|om|tho|khach|dap|ho|do))?)\b")
_JUST_RANG = re.compile(r"\b(?:vua|moi) (?:goi|alo)(?: (?:dien|xong|roi|can bo))*\b")
_CANCELS_NOT = re.compile(
    r"\b(?:khong|ko|k|dung|chua)(?: (?:phai|co|he|muon))* huy(?: (?:dau|nua|nhe|nha|a|cho|ca))*\b"
)
_SHE_ALONE = re.compile(r"\b(?:(?:moi|mot) minh|minh (?:toi|tui|em|con|chau))\b")
_NO_COMING = re.compile(
    r"^bo\b|\bbo (?:di|het|luon|thoi|cho)\b|\bthoi di$|\b(?:di|den|ra|len|lam|ve)(?: day)? roi\b|\b(?:goi|bao) .*\bdi$"
)
""" "Thôi đi", "bỏ đi", and who has gone already, or somewhere."""
_COUNTED = re.compile(
    r"\b(?P<all>ca )?(?P<many>[1-9]|hai|ba|bon|nam|sau|bay)(?P<whom> (?:nguoi|dua|vo chong|me con|bo con|ong ba|anh em|chi em|ba chau|chung (?:toi|tui|em)))?\b"
)
_HOUR = re.compile(r"\b(?P<hour>[0-9]{1,2}) ?(?:h|g|gio)(?: ?(?:[0-9]{2}|ruoi))?\b")

_ANOTHER_TIME = re.compile(r"\b(?:tuan|thang|sau|kia|mot(?! (?:minh|nguoi|dua)\b))\b")
"""Where no day is read, it is not said of the day that she has: "bữa sau tôi xuống", "mốt tôi đi"."""

_NOON = re.compile(r"\b(?:trua|chieu)\b")
_NOT_BEFORE = re.compile(r"\bmoi (?:den|di|len|ra|qua|toi)\b")

NOON = 12


def comes_that_day(said: Said) -> Onward | None:
    """That she is expected then; at the reminder of it, her yes."""
    state = said.state
    reminded = state is not None and state.flow == REMINDER
    free = state is None or (state.flow in ASK_WHICH_FROM | {HER_PLACE} and not state.below)
    if not (free or reminded) or said.understood.answer is not None or said.wants_silence:
        return None
    if said.understood.facts.keys() & {PEOPLE, PLACE} or said.text.rstrip().endswith("?"):
        return None
    key = _as_said(said.text)
    many = _COUNTED.search(key)
    counted = many is not None and bool(many["all"] or many["whom"])
    plain = _HOUR.sub(" ", _COUNTED.sub(" ", key) if counted else key)
    words = plain.split()
    if not all(word in WORDS or word.isdigit() for word in words) or is_away(key) or _NO_COMING.search(key):
        return None
    now = said.scene.now
    reading, today = read(said.text, today=local_date(now), places=()), local_date(now)
    day = reading.date or day_after_tomorrow(key, today=today)
    comes = _GOES.search(key) or counted or _ALL.search(key) or _SHE_ALONE.search(key)
    goes = comes if reminded else _ON_FOOT.search(said.key)
    if day is None and not goes:
        return None
    hers = _hers(said, reminded=reminded)
    if not hers or (day is not None and hers[0].opening.day != day):
        return None
    if puts_off_to_later(key, hers=hers[0].opening.day, today=today) or (
        day is None and not _of_its_week(key, reading, hers[0])
    ):
        return None  # "tuần sau tôi mới xuống được" comes another day
    if counted and many is not None and not _so_many(many["many"], hers):
        return None
    if sum(one.party for one in hers) > 1 and _SHE_ALONE.search(key):
        return None  # who does not is asked
    return _expected(said, hers[0], late=_too_late(said, key, hers[0]))


def _of_its_week(key: str, reading: Reading, hers: Booking) -> bool:
    """Whether the time that she says without a day, if any, is the one of her place: "tuần này tôi đi"."""
    if reading.since is not None:
        return reading.since <= hers.opening.day < reading.since + timedelta(weeks=1)
    return not reading.unclear_day and _ANOTHER_TIME.search(key) is None


def _as_said(text: str) -> str:
    """The matching key with "tới" as "đến", for folded it is herself, without how she comes, that she has rung and cancels
    nothing."""
    plain = unicodedata.normalize("NFC", text).casefold().replace("tới", "đến")
    plain = plain.replace("bố", "ông")  # folded he is "bỏ"
    key = re.sub(r"\b(toi|tui|em|con|chau|moi|se) toi\b", r"\1 den", matching_key(plain))
    for beside in (_JUST_RANG, _CANCELS_NOT):
        key = beside.sub(" ", key)
    return _ON_FOOT.sub("di", key)


def _hers(said: Said, *, reminded: bool) -> Sequence[Booking]:
    db, own, now = said.scene.db, said.scene.contact.id, said.scene.now
    ids = said.state.answers.get("booking_ids") if reminded and said.state is not None else None
    return live_bookings(db, ids, contact_id=own, now=now) if ids else live_bookings_of(db, own, now=now)


def _so_many(many: str, hers: Sequence[Booking]) -> bool:
    number = NUMERALS.get(many) or int(many)
    return number in (sum(one.party for one in hers), len(hers) if len(hers) > 1 else 0)


def _too_late(said: Said, key: str, hers: Booking) -> bool:
    """Whether she says an hour, or a part of the day, at which it is not open any more."""
    ends, hour = local(hers.opening.ends_at), _HOUR.search(key)
    reading = read(said.text, today=local_date(said.scene.now), places=())
    in_the_afternoon = reading.part_of_day == "afternoon" or _NOON.search(key) is not None
    if hour is not None and _NOT_BEFORE.search(key):
        return True
    if hour is not None:
        return int(hour["hour"]) + (NOON if in_the_afternoon and int(hour["hour"]) < NOON else 0) >= ends.hour
    return in_the_afternoon and (ends.hour, ends.minute) <= (NOON, 0)


def _expected(said: Said, hers: Booking, *, late: bool) -> Onward | None:
    state = said.state
    if state is None or state.flow != REMINDER:
        return Onward(Start(COMING, {LATE: True} if late else {}), anew=True)
    if not late:
        return Onward(Heard("choice", 0))
    if {"when", "place", "hours"} <= state.answers.keys():
        return Onward(None, only_says=Saying(COMING, "late", Slot.SAY, state.answers))
    return Onward(Start(COMING, {LATE: True, "booking_ids": [hers.id]}), anew=True)
