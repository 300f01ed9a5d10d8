"""How far it is, which road leads there and what the ride costs: nothing that is known here, and said so."""

import re

from helpdesk.conversation.leading.said import Onward, Said
from helpdesk.conversation.leading.turned_aside import tells
from helpdesk.conversation.understanding.bookings.one_text import DAY, PEOPLE
from helpdesk.conversation.understanding.words import any_word

HOW_FAR = "how_far"
"""The flow that says whom to ask."""

_RIDE = r"(?:xe om|xe khach|xe buyt|xe do|taxi|tien xe|thue xe|bat xe|di xe|do xang|tien xang|bus|ride)"
_ASKED = re.compile(
    r"\b(?:bao xa|how far|(?:bao nhieu|may) (?:km|cay|cay so|ki ?lo ?met|kilomet)|co xa (?:khong|ko|k|lam)|xa (?:lam )?khong (?:vay|a|can bo)$)\b"
    r"|\bcach (?:\w+ ){1,8}?(?:bao nhieu|may|bao xa|xa khong)\b"
    rf"|\b{_RIDE}\b(?: \w+){{0,5}} (?:bao nhieu|may tien|may ngan|may nghin|het may|ton may|cost|how much)\b|\b(?:bao nhieu|may) tien (?:\w+ )?{_RIDE}\b"
    rf"|\b(?:co|bat|tim|thue) (?:duoc )?{_RIDE}\b.*\b(?:khong|ko|k|o dau|o mo)$|\bhow much\b.*\b{_RIDE}\b"
    r"|\b(?:di|len|vo|vao|ra|toi|den)(?: \w+){0,4} (?:duong nao|loi nao|bang (?:xe )?gi|duong mo)\b|\bduong (?:di|vo|vao|len|ra)(?: \w+){0,4} (?:the nao|rang|ra sao|kho khong|di duoc khong)\b|\bwhich (?:road|way)\b"
)


def how_far(said: Said) -> Onward | None:
    """Whom to ask about the way; then what is open is asked again."""
    understood = said.understood
    if understood.answer is not None or any_word(said.key) is not None or said.wants_silence:
        return None
    if PEOPLE in understood.facts or DAY in understood.facts or not _ASKED.search(said.key):
        return None
    return tells(said, HOW_FAR)
