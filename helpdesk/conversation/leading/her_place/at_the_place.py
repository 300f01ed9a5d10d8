"""Who stands where she was told to come and finds nobody, or stands at the wrong place: her place is told, and a call offered.

"Tôi đến rồi mà không thấy ai", "đến ủy ban cũ", "cửa đóng": the day is lost if she is answered anything else.
"""

import re
from datetime import time

from helpdesk.booking.bookings import Booking, live_bookings_of
from helpdesk.clock import at_local, local_date
from helpdesk.conversation.calls.number_to_call import CALL_SAID, LONGEST
from helpdesk.conversation.engine.limits import STUCK_FLOW
from helpdesk.conversation.engine.turns import Saying, Slot, Start
from helpdesk.conversation.leading.said import ASK_WHICH_FROM, Onward, Said
from helpdesk.conversation.understanding.bookings.one_text import PEOPLE
from helpdesk.conversation.understanding.reading import read
from helpdesk.conversation.understanding.words import strong_word
from helpdesk.places.communes import all_places

AT_THE_PLACE = "at_the_place"
"""The flow that tells her where her place is, and has an official ring her."""

LEAVES_ROOM = ASK_WHICH_FROM | {
    STUCK_FLOW,
    AT_THE_PLACE,
    "reminder",
    "cannot_come",
    "my_booking",
    "coming",
    "human",
}
"""Flows whose question is no reason to let her stand there; another one is answered first."""

_NOT = r"(?:khong|ko|k|kg|hk|hong|chang|cha|chua|no)"
_SOMEBODY = r"(?:ai|can bo|cong an|nguoi nao|bong nguoi|nguoi|doi|doan)"
_NOBODY = re.compile(
    rf"\b{_NOT}(?: (?:co|thay|gap))+(?: (?:duoc|mot|bong))* {_SOMEBODY}\b"
    r"(?! (?:\w+ )?(?:goi|nghe|bat|nhac|tra loi|alo|biet|giup|dua|di|cho|trong|nha|nao goi|nhan))|\bno ?(?:body|one) (?:is )?(?:here|there)\b"
)
_TEAM_STAYS_AWAY = re.compile(
    r"\b(?:doi|doan|can bo|cong an|to cong tac|ho)(?: (?:cong tac|luu dong|cua xa|xa))? (?:khong|ko|chua|chang)(?: (?:thay|co))? (?:vo|vao|den|toi|len|ve|ra)\b(?! (?:duoc|dc)\b)"
)
"""On her day the team has not come: "sao đội không vô"."""
_BEING_THERE = re.compile(
    r"\b(?:den|len|ra|toi|vao|vo|qua) (?:roi|noi|day|do|xa|tan|uy ban|trung tam|tru so|cho)\b|\b(?:den|len|ra) ma\b|\b(?:o|tai) (?:day|do|ni|xa|trung tam|uy ban|tru so|nha van hoa|cho hen)\b"
    rf"|^(?:sao|rang|ma|can bo)(?: \w+){{0,3}} {_NOT}\b|\b(?:toi|tui|em|con|chau|minh) (?:da |moi |vua |dang )?(?:den|len|ra)\b|\bhere|there\b"
    r"|\b(?:cho|doi) (?:mai|hoai|lau|tu sang|ca buoi|nay gio|suot)\b|\b(?:vo|vao|den|len|ve|toi) (?:ban|thon|lang)\b"
)
_GONE_WRONG = re.compile(
    r"\b(?:den|di|ra|len|vao|vo|qua|toi)(?: \w+){0,2} (?:nham|sai|lac|lon) (?:cho|noi|duong|dia diem|trung tam|xa|ban|nha)\b|\b(?:dang )?lac duong\b"
    r"|\b(?:den|di|ra|len|vao|o)(?: \w+){0,3} (?:uy ban|trung tam|tru so|ubnd)(?: xa)? cu\b|\bwrong (?:place|office)\b"
)
_SHUT = re.compile(
    r"\b(?:cua|uy ban|ubnd|trung tam|tru so|cong an|xa|phong)(?: \w+){0,3} (?:dong|khoa)(?: (?:cua|roi|het|kin|im))*$|\b(?:dong|khoa) cua\b|\bchua mo(?: cua)?(?: (?:gi|het|ca|a|nua))*$"
)
_TURNED_AWAY = re.compile(
    rf"\b{_NOT} co ten (?:toi|tui|em|con|chau|minh|me|trong)\b|\b{_NOT} cho (?:toi |tui |em |con |minh )?(?:vao|vo|lam)\b|\b(?:bao|noi)(?: \w+){{0,3}} (?:nghi|khong lam|het so|het luot|ve di|mai den)\b"
    r"|\b(?:duoi|bat)(?: (?:toi|tui|em|con|minh|ba con))* ve\b|\bmay (?:bi )?(?:hong|hu|loi)\b.*\b(?:khong|chua|ko) lam\b|\b(?:dung|ngoi|cho|doi) (?:o )?(?:ngoai|truoc)(?: (?:cong|cua|san|uy ban|trung tam))?$"
)
"""Who came and is sent away, or stands at the gate."""
_WHERE_NOW = re.compile(
    r"(?:(?:da|the|vay|rua|gio|bay gio|bay chu|chu|roi|toi|tui|con|em|chau|minh|thi|ma|nay|can bo|oi) )*(?:phai |can )?(?:di|vao|vo|ra|len|ngoi|cho|gap|den|qua)"
    r"(?: (?:phong|cho|cua|ban|khu|toa|nha))? (?:mo|dau|nao|ai|o dau|o mo|can bo nao|duong nao)(?: (?:vay|the|rua|a|ha|nhi|bay gio|gio|can bo|chu|day))*"
    rf"|(?:(?:the|vay|rua|roi|ma|cac|may|sao) )*(?:can bo|cong an|nguoi ta|moi nguoi) (?:o |di )?(?:dau|mo)(?: (?:het|ca|roi|vay|rua|the|a|can bo))*|{_NOT}(?: co)? ai lam(?: \w+){{0,2}}"
    r"|(?:(?:cai|cho|the|vay) )*(?:trung tam|uy ban|tru so|nha van hoa|cho do|cho hen)(?: xa)? (?:o |nam o )?(?:cho )?(?:mo|dau|nao)(?: (?:vay|the|rua|a|ha|nhi))*|(?:toi |tui |em |con )?(?:dang )?(?:bi )?lac(?: duong| roi| mat roi)*"
)
_WHERE_IS_IT = re.compile(
    r"^(?:(?:cai|cho|the|vay|can bo|oi) )*(?:trung tam|uy ban|ubnd|tru so|nha van hoa|cho lam)(?: xa)? (?:nam |dat |la )?(?:o )?(?:cho |khuc |dau )?(?:mo|dau|nao)\b"
)
"""Whatever she says behind it: "trung tâm nằm chỗ mô, tui hỏi không ai biết"."""
_ARRIVED = re.compile(
    r"(?:(?:da|roi|vang|u|uh|toi|tui|con|chau|em|minh|ca nha|nha toi|me|ong|ba|gio|thi|can bo|oi|alo) )*(?:den|toi|ra|len|vao)"
    r"(?: (?:noi|day|do|xa|tan|trung tam|tru so|uy ban|cho hen|cho))* roi(?: (?:day|ne|nhe|nha|a|can bo|do|ma))*|i am here|we are here"
)
_STANDS_AT = re.compile(
    r"(?:(?:da|roi|nhung|ma|gio|can bo|toi|tui|con|chau|em|minh) )*(?:dang |van )?(?:o|tai|den)\b.*"
)
_ELSEWHERE = 6
"""Words of a text that says where she stands, and nothing else."""


def at_the_place(said: Said) -> Onward | None:
    """Her place with day and hour, and whether she is to be rung at once; None for who has none."""
    state, key = said.state, said.key
    if AT_THE_PLACE not in said.script.flows or strong_word(key) is not None:
        return None
    if state is not None and (state.below or state.flow not in LEAVES_ROOM):
        return None
    there = _BEING_THERE.search(key) is not None or (state is not None and state.flow == AT_THE_PLACE)
    nobody = there and _NOBODY.search(key) is not None
    absent = _TEAM_STAYS_AWAY.search(key) is not None
    if not (nobody or absent or _may_be_there(said)):
        return None
    hers = said.hers or (_over_today(said) if nobody or absent else [])
    today = [booking for booking in hers if booking.opening.day == local_date(said.scene.now)]
    if not hers or (not today and not nobody):
        return None
    if not (nobody or absent) and not _is_there(said, today[0]):
        return None
    if state is not None and state.flow == AT_THE_PLACE:
        return Onward(None, only_says=Saying(state.flow, state.step, Slot.ASK, state.answers))
    return Onward(Start(AT_THE_PLACE, {CALL_SAID: said.text.strip()[:LONGEST]}), anew=True)


def _over_today(said: Said) -> list[Booking]:
    """Her places of today whose hours are over: who waited for the team in vain says so then."""
    scene = said.scene
    midnight = at_local(local_date(scene.now), time.min)
    return live_bookings_of(scene.db, scene.contact.id, now=midnight)


def _may_be_there(said: Said) -> bool:
    """Whether such words may be said by who stands there; only on her day are they."""
    if said.understood.facts.get(PEOPLE):
        return False
    key = said.key
    return any(words.fullmatch(key) for words in (_WHERE_NOW, _ARRIVED, _STANDS_AT)) or any(
        words.search(key) for words in (_GONE_WRONG, _SHUT, _TURNED_AWAY, _WHERE_IS_IT)
    )


def _is_there(said: Said, booking: Booking) -> bool:
    """The same, and where she only names a place, that it is another one than hers."""
    key = said.key
    if not _STANDS_AT.fullmatch(key) or any(words.fullmatch(key) for words in (_WHERE_NOW, _ARRIVED)):
        return True
    if any(words.search(key) for words in (_GONE_WRONG, _SHUT, _TURNED_AWAY)):
        return True
    today = local_date(said.scene.now)
    reading = read(said.text, today=today, places=all_places(said.scene.db))
    named = reading.place is not None and reading.place.id != booking.opening.place_id
    return named and len(key.split()) <= _ELSEWHERE and not reading.people
