"""Who would have a place of hers deleted, and nothing else: "xóa lịch thứ 4 thôi, giữ tên". That cancels; her data stay."""

import re
from dataclasses import replace

from helpdesk.booking.bookings import live_bookings_of
from helpdesk.conversation.leading.spoken import Spoken
from helpdesk.conversation.understanding.understand import Understood

ERASE, CANCEL = "erase", "cancel"
"""Topics: all that is kept of her goes; a place does."""

_OF_A_PLACE = re.compile(
    r"\b(?:xoa|xoas|bo|go|delete|remove)(?: (?:giup|gium|ho|cho|toi|tui|em|con|chau|minh|di|cai|may|cac|het|ngay|mot|my|the))*? "
    r"(?:lich|buoi|hen|dat cho|cho (?:dat|hen|da dat|cua|thu|ngay|mai|nay|do|ni|o)|booking|appointment|place)\b"
)
_DATA = re.compile(
    r"(?<!giu )(?<!giu lai )(?<!keep )(?<!keep my )\b(?:ten|thong tin|du lieu|so(?: dien thoai| dt)?|sdt|dt|tai khoan|tat ca|name|number|data|information|everything)\b"
)
_PLACE_STAYS = re.compile(
    r"\b(?:lich|cho|hen|buoi|booking)(?: \w+){0,2} (?:thi )?(?:giu|de lai|van giu)\b|\b(?:giu|keep)(?: (?:lai|nguyen|my|the))* (?:lich|cho|hen|buoi|booking|place)\b"
)


def with_only_her_place(spoken: Spoken, understood: Understood) -> Understood:
    """What was understood; of who has a place and speaks of deleting nothing but that, that she cancels it."""
    likely = {understood.intent, *understood.doubt}
    if understood.answer is not None or not likely & {ERASE, CANCEL}:
        return understood
    if not _OF_A_PLACE.search(spoken.key) or _DATA.search(spoken.key) or _PLACE_STAYS.search(spoken.key):
        return understood
    hers = live_bookings_of(spoken.scene.db, spoken.scene.contact.id, now=spoken.scene.now)
    return replace(understood, intent=CANCEL, doubt=()) if hers else understood
