"""What who has a place asks about its day: "mai có làm không", "10h tôi tới được không", "còn kịp không", "quên thẻ rồi".

Her own place has its hours; the rule that office hours are to be asked for is none for her.
"""

import re
from datetime import date, time

from helpdesk.booking.bookings import Booking, live_bookings
from helpdesk.clock import local, local_date
from helpdesk.conversation.actions.her_place.about_her_day import (
    AS_PLANNED,
    ASKED,
    FORGOTTEN,
    IN_ITS_HOURS,
    NOT_THEN,
    QUEUE,
)
from helpdesk.conversation.engine.turns import Saying, Slot
from helpdesk.conversation.leading.her_place.said_to_reminders import CANNOT_COME, REMINDER
from helpdesk.conversation.leading.said import ASK_WHICH_FROM, Onward, Said
from helpdesk.conversation.leading.turned_aside import beside
from helpdesk.conversation.understanding.bookings.absence import cannot_come
from helpdesk.conversation.understanding.bookings.one_text import PEOPLE, PLACE
from helpdesk.conversation.understanding.reading import read
from helpdesk.conversation.understanding.words import any_word

DAY_OF_HERS = "day_of_hers"
"""The flow that tells it."""

REMINDED = frozenset({REMINDER, CANNOT_COME})
OF_ONE_PLACE = REMINDED | {"my_booking", "at_the_place"}
"""Flows whose question is about one place of hers."""

SPOKE_OF_HERS = frozenset(
    {"book", "coming", "my_booking", "reschedule", REMINDER, DAY_OF_HERS, "at_the_place"}
)
"""Flows behind which "hôm đó" and an hour alone are of her place."""

KNOWS_ITS_DAY = frozenset({"when", "place", "hours", "arrival"})
"""What an open question must know for its answer to be said beside it."""

LONGEST = 16
"""Words of such a question."""

AT_ONCE = frozenset({FORGOTTEN, QUEUE})
"""What is said on the day, or the evening before it, of no other day."""

NOON = 12

_NOT = r"(?:khong|ko|k|kg|hk|hong|chua|chu|ha|a|nua|sao|rang)"
_MAY = r"(?:duoc|dc|kip|noi|co sao|co duoc|sao)"
_HOUR = re.compile(
    r"\b(?P<hour>[0-9]{1,2}) ?(?:h|g|gio)(?! (?:nua|dong|di|chay|xe)\b)(?: ?(?P<minute>[0-9]{2}|ruoi))?(?: (?P<pm>chieu))?\b"
)
_LATER_IN_THE_DAY = re.compile(r"\b(?:buoi chieu|chieu|trua|buoi trua)\b")
_WHETHER_THEN = re.compile(
    rf"\b(?:den|toi|di|len|ra|xuong|qua|lam|co mat|vo|vao|come)\b(?: \w+){{0,3}} {_MAY}(?: \w+)? {_NOT}\b|\b(?:{_MAY}) {_NOT}$"
)
_IN_TIME = re.compile(
    rf"\b(?:con |co |lieu )?kip (?:gio |luc )?{_NOT}\b|\b(?:tre|muon)(?! hon)(?: \w+){{0,2}} (?:con (?:lam|nhan|duoc)|co sao)(?: \w+)? {_NOT}\b|\bstill (?:in )?time\b"
)
_FAR = re.compile(
    r"\b(?:cach|di bo|di het|mat)(?: \w+)? [0-9]+ (?:tieng|gio|cay|km)\b|\bduong xa (?:qua|lam)\b"
)
_WHETHER_OPEN = re.compile(
    rf"\b(?:co|con|van)(?: con| co)? (?:lam(?: viec)?|mo(?: cua)?|nhan|tiep(?: dan)?|truc)\b(?: (?:viec|cua|muc 2|that|do))* {_NOT}\b|\b(?:can bo|cong an|nguoi ta|ai)(?: co)? (?:lam|truc|o do|den)(?: \w+)? {_NOT}$"
    r"|\b(?:co|con) (?:can bo|cong an|ai)(?: (?:lam|truc|o do|den))? (?:khong|ko|k)\b|\b(?:may gio|luc nao|bao gio|khi nao)(?: (?:thi|la))* (?:het|nghi|dong cua|xong|tan|thoi|mo cua|bat dau|lam den|ngung)\b|\b(?:lam|mo|nhan) (?:den|toi) may gio\b"
    r"|\b(?:is it|are you) (?:still )?(?:open|on)\b"
)
_FORGOT = re.compile(
    r"\b(?:quen|bo quen|de quen|khong (?:mang|cam|dem)|ko (?:mang|cam|dem)|chua (?:mang|cam))(?: (?:mat|roi|theo|mang|cam|dem|o nha|cai|tam|lay|bo|de))* (?:the|can cuoc|cccd|cc|giay to|giay|sim|dien thoai|may)\b"
    r"|\bde (?:the|can cuoc|cccd|giay to|dien thoai|sim)(?: \w+)? o nha\b|\bforgot (?:my |the )?(?:card|id|phone|sim)\b"
)
_QUEUE = re.compile(
    r"\bso (?:may|nao) (?:goi |den |toi )?(?:roi|goi|vay)\b|\b(?:goi|den|toi|lam)(?: (?:den|toi))? so (?:may|nao|bao nhieu)\b|\bchua (?:toi|den) (?:luot|phien|so)\b|\bkhong (?:toi|den) luot\b"
    r"|\bdong(?: nguoi)? (?:qua|lam|ghe)\b(?! nhat)|\b(?:may nguoi|bao nhieu nguoi) nua\b"
)
_THAT_DAY = re.compile(
    r"\b(?:hom|ngay|bua|buoi) (?:do|ay|hen|ni|nay)\b|\bhom nay\b|\bcho (?:cua )?(?:toi|tui|em)\b"
)
_OTHER_WISH = re.compile(
    r"\b(?:doi|chuyen|hoan|huy|dat|dk|dang ky|them|sua|nhac|goi lai|ket qua|vneid|kich hoat|tien|phi|xe may|bang|ho|cung)\b|\b(?:di|den|lam) thay\b|\bthay (?:toi|tui|em|cho|the|vo|chong)\b"
)


def about_her_day(said: Said) -> Onward | None:
    """What is known of that, of the place that she means; what is asked stays open."""
    if DAY_OF_HERS not in said.script.flows or not _may_be(said):
        return None
    kind = _kind(said.key)
    if kind is None or (kind not in AT_ONCE and _OTHER_WISH.search(said.key)):
        return None
    hers = _spoken_of(said, kind)
    if hers is None:
        return None
    if kind not in AT_ONCE and _outside(said, hers):
        kind = NOT_THEN
    state = said.state
    needed = KNOWS_ITS_DAY | ({"bring"} if kind == FORGOTTEN else set())
    if state is not None and state.flow in OF_ONE_PLACE and state.answers.keys() >= needed:
        told = Saying(DAY_OF_HERS, kind, Slot.SAY, state.answers)
        return Onward(None, only_says=told, noted_as=DAY_OF_HERS)
    return beside(said, DAY_OF_HERS, {"booking_ids": [hers.id], ASKED: kind}, noted_as=DAY_OF_HERS)


def _may_be(said: Said) -> bool:
    state, understood = said.state, said.understood
    free = state is None or (state.flow in ASK_WHICH_FROM and not state.below)
    if not free and (state is None or state.flow not in OF_ONE_PLACE):
        return False
    if understood.answer is not None or {PEOPLE, PLACE} & understood.facts.keys() or said.wants_silence:
        return False
    return len(said.key.split()) <= LONGEST and any_word(said.key) is None


def _kind(key: str) -> str | None:
    """What a text (its matching key) asks; None where it asks nothing of that."""
    if _FORGOT.search(key):
        return FORGOTTEN
    if _QUEUE.search(key):
        return QUEUE
    if _IN_TIME.search(key):
        return IN_ITS_HOURS
    if cannot_come(key):
        return None
    at_a_time = _HOUR.search(key) or _LATER_IN_THE_DAY.search(key)
    if (at_a_time and _WHETHER_THEN.search(key)) or _FAR.search(key):
        return IN_ITS_HOURS
    return AS_PLANNED if _WHETHER_OPEN.search(key) else None


def _spoken_of(said: Said, kind: str) -> Booking | None:
    """Her place that is meant: on the day she says, else the one she is reminded of, else today's, else, where that was
    just spoken of, her next; None where it is none of hers."""
    now, state = said.scene.now, said.state
    today = local_date(now)
    ids = state.answers.get("booking_ids") if state is not None and state.flow in REMINDED else None
    if state is not None and state.flow in OF_ONE_PLACE and state.answers.get("booking_id") is not None:
        ids = [state.answers["booking_id"]]
    hers = live_bookings(said.scene.db, ids, contact_id=said.scene.contact.id, now=now) if ids else said.hers
    if not hers:
        return None
    if kind in AT_ONCE:
        return _on(today, hers) or (hers[0] if ids else None)
    reading = read(said.text, today=today, places=())
    if reading.since is not None or reading.unclear_day:
        return None
    if reading.date is not None:
        return _on(reading.date, hers)
    first = hers[0]
    spoken_of = bool(ids) or (state is None and not SPOKE_OF_HERS.isdisjoint(said.told_of))
    return _on(today, hers) or (first if spoken_of or _THAT_DAY.search(said.key) else None)


def _on(day: date, hers: list[Booking]) -> Booking | None:
    return next((one for one in hers if one.opening.day == day), None)


def _outside(said: Said, hers: Booking) -> bool:
    """Whether the time that she asks for is none of its hours."""
    begins, ends = local(hers.opening.starts_at).time(), local(hers.opening.ends_at).time()
    hour = _HOUR.search(said.key)
    if hour is None:
        return _LATER_IN_THE_DAY.search(said.key) is not None and ends.hour <= NOON
    at = int(hour["hour"])
    reading = read(said.text, today=local_date(said.scene.now), places=())
    if at < NOON and (hour["pm"] or reading.part_of_day == "afternoon" or _LATER_IN_THE_DAY.search(said.key)):
        at += NOON
    minute = (
        {"ruoi": 30, None: 0}.get(hour["minute"]) if hour["minute"] in ("ruoi", None) else int(hour["minute"])
    )
    return at > 23 or not begins <= time(at, min(minute or 0, 59)) < ends
