"""What is said to a reminder that is neither yes nor no: "đến trễ được không", "để coi đã", "hôm qua tôi ốm".

Her question stays open: a number answers it still. Nobody hears the same reminder twice for an answer of her own.
"""

import re

from helpdesk.booking.bookings import live_bookings_of
from helpdesk.booking.last_booking import last_booking
from helpdesk.clock import local_date
from helpdesk.conversation.actions.news.aftercare import begin_choosing
from helpdesk.conversation.engine.state import State
from helpdesk.conversation.engine.turns import Heard, Saying, Slot, Start
from helpdesk.conversation.leading.on_the_way.drafts import BOOKS
from helpdesk.conversation.leading.said import Onward, Said
from helpdesk.conversation.understanding.answers.refusals import NO
from helpdesk.conversation.understanding.bookings.absence import cannot_come, why_not
from helpdesk.conversation.understanding.bookings.one_text import DAY, PART, PLACE, SINCE
from helpdesk.conversation.understanding.reading import read
from helpdesk.places.communes import all_places
from helpdesk.text.folding import matching_key

REMINDER, CANNOT_COME, ABSENT, COMING = "reminder", "cannot_come", "reminder_no_show", "coming"
SAYS_SHE_CAME = "says_she_came"
"""Flows: before the day, where somebody cannot come, the day after, and for who comes."""
ASKS_WHETHER_SHE_COMES = frozenset({REMINDER, "day_changed"})
_LONGEST = 160
"""Letters in which she says that she came: one text. Longer ones tell more, and would be read for long."""

_WHO = r"(?:toi|tui|con|chau|em|minh|me|ong|ba|nha toi|ca nha|chung toi)"
_COMES = re.compile(
    rf"(?:(?:da|vang|u|uh|ok|chac|se|van|cung|thoi|ma|thi|lai|roi|co the|co|duoc roi|nhat dinh|hom do|mai|{_WHO}) )*"
    r"(?:den|di|len|ra|toi|qua|come|coming)(?: (?:duoc|dc|noi|kip|lam|do|day|xa|thoi|dung gio|after all))*"
    r"(?: (?:roi|nhe|nha|a|ah|ma|day))*"
    rf"|(?:(?:da|u|{_WHO}) )*(?:dang|sap)(?: (?:tren|o))?(?: (?:duong|di|den|toi|ra|len))+(?: (?:day|roi|noi|xa|a|nhe))*"
)
_LATE = re.compile(
    r"\b(?:den|len|ra|di) (?:hoi |co |bi )?(?:muon|tre|cham)\b|\btoi (?:hoi |co |bi )?(?:tre|cham)\b|\b(?:tre|muon) (?:mot )?(?:chut|ti|it|gio)\b|\bdoi gio\b|\blate\b"
)
_AT_AN_HOUR = re.compile(
    r"(?!.*\b(?:khong|ko|k|chua|hong)\b)(?:.* )?(?:chieu|trua|[0-9]{1,2} ?(?:h|gio)(?:[0-9]{2})?)(?: \w+){0,3} (?:den|ra|len|di|qua)\b.*"
)
"""Another hour than she was told: "chiều tôi đến", "9h tôi mới đến được"."""
_IF_SHE_COMES = re.compile(
    r"\b(?:den|di|ra|len|come) (?:duoc|dc)?(?: \w+){0,2} ?(?:neu|if)\b|\b(?:neu|if)\b.*\b(?:thi|se) (?:toi )?(?:den|di|ra|len)\b|\b(?:co xe|ai (?:cho|dua)|khong mua|het mua|troi nang|con tuy)\b(?: \w+){0,3} thi (?:\w+ )?(?:den|di|ra|len)\b|\btuy (?:troi|mua|xe)\b|\b(?:di|den) cung duoc (?:ma )?khong (?:di|den)\b"
)
"""Neither yes nor no: "đến được nếu không mưa", "có xe thì đi"."""
_WHETHER_OPEN = re.compile(
    r"\b(?:co|con|van)(?: con)? (?:lam|mo|tien hanh|dien ra)\b.*\b(?:khong|ko|k|kg|hk|chu|ha|a)\b"
    r"|\b(?:can bo|cong an|doi|doan|to cong tac)(?: \w+)? (?:den|vao|len|toi|truc|lam)(?: (?:do|that|noi|chac|duoc))* (?:khong|ko|k|kg|chu|ha)$|\bstill (?:open|on)\b"
)
_CAME = re.compile(
    rf"(?:(?:da|sao|sao lai|the ma|nhung|ma|hom qua|hom do|bua do|hom no|bua no|hom truoc|bua truoc|ca|{_WHO}) )*"
    r"(?:(?:co|da|cung) )*(?:den|di|toi|len|ra|came|was)(?: (?:do|day|noi|xa|that|lam|there))*"
    r" (?:roi|ma|day|day chu|chu|roi ma|ma can bo|there)(?:\b.*)?"
    r"|.*\b(?:sao|tai sao|vi sao|rang)\b.*\b(?:bao|noi|ghi|nhan)\b.*\b(?:khong|chua|ko|vang) ?(?:den|di|toi|mat)?\b.*"
    r"|ai (?:bao|noi|ghi)(?: la)? (?:toi|tui|con|chau|em|minh|me|ong|ba) (?:khong|chua|ko|vang) ?(?:den|di|mat)?.*"
)
GONE_BY = frozenset({(ABSENT, "again"), ("past_booking", "gone_by")})
"""Questions to who was not there: whether she books again."""
_ANOTHER_DAY = re.compile(
    r"\b(?:ngay|buoi|hom|bua|lich) (?:khac|sau|moi)\b|\b(?:dat|lam|di|cho(?: toi| tui| em| con)?|hen) lai\b|^(?:(?:toi|tui|em|con|muon|xin|cho) )*(?:doi|chuyen)\b"
)
WILL_SEE = re.compile(
    r"(?:(?:da|vang|thoi|u|uh|thi|roi) )*(?:de|cho)(?: (?:toi|tui|con|chau|em|minh))+ (?:bao|noi|hoi|noi lai|bao lai|nhan|hoi lai)(?: (?:voi|cho|lai))*(?: (?:ba|ong|me|mu|bo|cha|vo|chong|no|ho|anh|chi|bac|co|chu|con|nha|ay|toi|da|xem|coi|nhe|nha|a|roi|sao))+|"
    r"(?:(?:da|vang|thoi|u|uh|toi|tui|con|chau|em|minh) )*(?:de|cho|let me)(?: (?:toi|tui|con|chau|em|minh|nha|ca nha))*"
    r" (?:coi|xem|tinh|nghi|hoi|see|think)(?: (?:da|lai|sao|the nao|thu|nha|chong|vo|con|cai|roi|tinh|bao|nhe|a))*"
    r"|(?:(?:da|vang|de|cho|toi|tui|con|chau|em|minh|phai) )*hoi(?: (?:lai|y|thu))* (?:chong|vo|con|nha|me|bo|cha|ba xa|ong xa|gia dinh|ca nha|y kien)(?: \w+)?(?: (?:da|cai|roi|xem|coi|sao|tra loi|bao|sau|nhe|nha|a))+"
    r"|(?:da |thoi )?(?:(?:toi|tui|con|chau|em) )?(?:chua biet|khong biet|chua chac|khong chac|chua ro|not sure)(?: (?:duoc|nua|da|di|den|lam|co|khong|a|nhe|sao|the nao|roi))*"
)  # fmt: skip


_ANSWERS_LATER = re.compile(
    r"(?:(?:da|vang|thoi|de|roi|mai|mot|toi|tui|con|chau|em|sang|chieu|hom|lat|lat nua|sau|se|cho) )*"
    r"(?:tra loi|nhan lai|bao lai|tinh sau)(?: (?:sau|lai|can bo|nhe|nha|a|cho|duoc khong))*"
    r"|i (?:will|ll) (?:answer|reply|text)(?: (?:later|tomorrow|you|back))*"
)


TELL_THE_HOUR = frozenset({"book", "my_booking"})
"""Flows that say of a place at what hour it is: who asks there whether she may come late is told how long it is open."""

_WHETHER_THEN = re.compile(
    r"(?:(?:toi|tui|con|em|chau|me|neu|co|the|mai|hom do|xin) )*(?:den|len|ra|di) (?:luc |khoang |vao |hoi )?(?:som|muon|tre|cham|[0-9]{1,2} ?(?:h|g|gio)(?: ?(?:[0-9]{2}|ruoi))?)(?: \w+){0,3}"
    r" (?:duoc|dc|sao|gi)(?: (?:khong|ko|k|chu|ha|a))*"
    r"|(?:(?:toi|tui|con|em|chau|me|the|mai|hom do|luc|khoang|vao) )*[0-9]{1,2} ?(?:h|g|gio)(?: ?(?:[0-9]{2}|ruoi))? (?:thi |moi |toi )*(?:duoc|dc|sao)(?: (?:khong|ko|k|a))*"
    r"|(?:(?:toi|tui|con|em|chau|me|neu|lo|den|len) )*(?:tre|muon|cham)(?: \w+){0,3} (?:duoc|dc|sao)(?: (?:khong|ko|k|a))*|.*\b(?:come|be) (?:late|early|at [0-9]+)\b.*"
)


def _asks_another_hour(key: str, state: State) -> bool:
    return {"when", "place", "hours"} <= state.answers.keys() and _WHETHER_THEN.fullmatch(key) is not None


def says_she_came(said: Said) -> Onward | None:
    """Who is told that she did not come, and did: an official is to look at it again, and no new day is talked of."""
    state = said.state
    if (state is not None and state.flow != ABSENT) or said.understood.answer is not None:
        return None
    if (
        SAYS_SHE_CAME not in said.script.flows
        or len(said.key) > _LONGEST
        or not _CAME.fullmatch(_by_no_name(said))
    ):
        return None
    if state is None and not _was_to_come(said):
        return None
    return Onward(Start(SAYS_SHE_CAME, {"question": said.text.strip()}), anew=True)


def _was_to_come(said: Said) -> bool:
    """Whether her last place is over and nobody was served there: she says so before, or long after, she is told."""
    db, hers, now = said.scene.db, said.scene.contact.id, said.scene.now
    last = last_booking(db, hers)
    if last is None or last.cancelled or last.served or last.opening.starts_at > now:
        return False
    return not live_bookings_of(db, hers, now=now)


def _by_no_name(said: Said) -> str:
    """The matching key with those who are named in it as herself: "Hồ Thị B có đến mà"."""
    reading = read(said.text, today=local_date(said.scene.now), places=())
    key = f" {said.key} "
    for person in reading.people:
        key = key.replace(f" {matching_key(person.name)} ", " toi ")
    return key.strip()


def another_day_then(said: Said) -> Onward | None:
    """Who was not there, or asks for a place that is over, and names the day on which she comes instead, or wants just another
    one: a booking of the same people is begun."""
    state = said.state
    if state is None or (state.flow, state.step) not in GONE_BY or said.understood.answer is not None:
        return None
    reading = read(said.text, today=local_date(said.scene.now), places=all_places(said.scene.db))
    day = reading.date or reading.since
    if reading.people or said.understood.intent not in (None, "book", "reschedule", "visit_when"):
        return None
    if day is None and not _ANOTHER_DAY.search(said.key):
        return None
    known = begin_choosing(said.scene, state.answers).facts
    where = reading.place.id if reading.place is not None else state.answers.get(PLACE)
    facts = {
        **known,
        PLACE: where,
        PART: reading.part_of_day,
        DAY if reading.date else SINCE: day and day.isoformat(),
    }
    return Onward(
        Start(BOOKS, {name: value for name, value in facts.items() if value is not None}), anew=True
    )


def to_reminder(said: Said) -> Onward | None:
    """What is said to a reminder beside a yes and a no."""
    told = said_to_reminder(said.key, said.state) if said.understood.answer is None else None
    if isinstance(told, Saying):
        return Onward(None, only_says=told)
    return Onward(told) if told is not None else None


def said_to_reminder(key: str, state: State | None) -> Heard | Saying | None:
    """What a text (its matching key) comes to that answered nothing where a reminder is open; None for all others."""
    if state is None:
        return None
    if state.flow == ABSENT and (why_not(key) or cannot_come(key)):
        return Saying(ABSENT, "left", Slot.SAY, {})
    if state.flow == CANNOT_COME and state.step == "one" and _COMES.fullmatch(key):
        return Heard(NO)
    if state.flow in TELL_THE_HOUR and _asks_another_hour(key, state):
        return Saying(COMING, "late", Slot.SAY, state.answers)
    if state.flow not in (REMINDER, CANNOT_COME):
        return None
    if state.flow == REMINDER and _IF_SHE_COMES.search(key):
        return Saying(CANNOT_COME, "kept", Slot.SAY, {})
    if answers_later(key):
        return Saying(CANNOT_COME, "kept", Slot.SAY, {})
    if {"when", "place", "hours"} <= state.answers.keys() and (
        _LATE.search(key) or _AT_AN_HOUR.fullmatch(key) or _WHETHER_OPEN.search(key)
    ):
        return Saying(COMING, "late", Slot.SAY, state.answers)
    return None


def answers_later(key: str) -> bool:
    """Whether a text (its matching key) puts the answer off: "mai tôi trả lời"."""
    return WILL_SEE.fullmatch(key) is not None or _ANSWERS_LATER.fullmatch(key) is not None
