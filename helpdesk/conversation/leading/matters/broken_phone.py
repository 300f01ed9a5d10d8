"""A phone that is broken is not lost: nobody who has it in her hand has its account and its SIM locked."""

import re

from helpdesk.conversation.leading.said import Onward, Said
from helpdesk.conversation.leading.turned_aside import tells

LOST, NEXT_PHONE = "lost_phone", "new_phone"
"""The topic of a lost phone, and the flow for who goes on with another one."""

_PHONE = r"(?:dien thoai|dt|may)"
_BROKEN = re.compile(
    rf"\b{_PHONE}(?: \w+){{0,4}}? (?:bi )?(?:hong|hu|chet|vo|be|chay|sap nguon|tat nguon|khong (?:len|mo|bat|sac))\b|\b(?:chet|hong|hu|vo|be) (?:man hinh|{_PHONE})\b"
)
_GONE = re.compile(
    r"\b(?:mat|roi(?= (?:xuong|mat|dau|o|ngoai|tren))|roi suoi|trom|cuop|giat|lay|nhat|that lac|bo quen)\b"
)


def broken_phone(said: Said) -> Onward | None:
    """What to do with another phone, where the words of a broken one resemble those of a lost one."""
    if said.understood.answer is not None or said.understood.intent != LOST:
        return None
    if not _BROKEN.search(said.key) or _GONE.search(said.key):
        return None
    return tells(said, NEXT_PHONE)
