"""Who is no citizen of Viet Nam, as many wives and husbands from Laos: the immigration office, not the commune police.

Decree 320/2026/ND-CP: foreigners have their accounts from the provincial immigration office. A citizen who works across the
border is none, nor is who has a card of this country. What the words of it are stands in `grave/foreign.py`.
"""

import re

from helpdesk.conversation.leading.grave.foreign import citizen_abroad, has_become_a_citizen, no_citizen
from helpdesk.conversation.leading.matters.beyond_us import of_other_offices
from helpdesk.conversation.leading.said import Onward, Said
from helpdesk.conversation.leading.turned_aside import beside, tells
from helpdesk.conversation.understanding.words import any_word

FOREIGNER, WHERE, CHILD = "foreigner", "where", "child"
"""Flows: where they go; where a citizen goes, any commune's police and in person; what holds for a child."""

ABOUT_LEVEL_2 = frozenset(
    {None, "where", "eligibility", "steps", "why", "bring", "no_card", "card_expired", "duration", "human"}
    | {"visit_when", "hours", "language", "shared_number", "child", "sim_own_name", "wrong_info", "greeting"}
    | {"elderly_home", "fee", "no_smartphone", "callback", "book"}
)
"""Topics for which such words may be taken; who books for people with names, cancels or has been cheated is heard on that."""

FOLLOWS = frozenset(
    {None, "where", "eligibility", "steps", "hours", "bring", "duration", "human", "no_card", "visit_when"}
    | {"fee", "card_place", "wrong_info", "child", "account_elsewhere"}
)
"""What may be asked further once it was said."""

LONGEST_QUESTION = 9
"""Words of a question that says no more of whom it is about."""
LONGEST_OF_A_CITIZEN = 20

_OF_A_LANGUAGE = re.compile(r"\b(?:tieng|chu) (?:lao|viet)\b|\b(?:doc|noi|nghe) khong (?:hieu|ra|duoc)\b")
_SOMEBODY_ELSE = re.compile(
    r"\b(?:con trai|con gai|con toi|con tui|may con|cac con|hai con|chau|be|tre|bo|cha|me|ong|ba|hang xom|nguoi viet)\b|\b(?:con|toi|tui|minh) (?:toi |tui |la |thi )*(?:sao|thi sao|nguoi viet)\b"
)
_A_CHILD = re.compile(
    r"^(?:(?:con|the|vay|rua|may|cac|hai|ba|dua|\d) )*(?:con|chau|dua|be|tre)(?: (?:cua|toi|tui|em|chung toi|minh|no|nho|be))* (?:thi sao|thi rang|sao|the nao|thi the nao|lam duoc khong|co lam duoc khong|lam o dau)(?: (?:a|can bo))*$"
)
_ASKS = re.compile(
    r"\b(?:phong|cho|noi|o) (?:do|dau|mo|nay|nao)\b|\b(?:den|di|hoi|len|ra|toi|ve)(?: \w+)? (?:dau|mo|ai)\b|\b(?:lam|muc 2|duoc|dc)\b.*\b(?:khong|ko|sao|rang)$|\bgiay(?: to)?\b.*\b(?:gi|chi|nao)\b|\b(?:can|mang|dem)(?: \w+){0,3} (?:gi|chi)\b|\b(?:chua|khong) co (?:giay|the|can cuoc|gi|chi)\b|\b(?:bao lau|bao gio|khi nao|may ngay|mat tien|bao nhieu|the nao|lam sao|lam rang)\b|\bwhere\b|\bwhat\b.*\b(?:bring|papers|need)\b"
)
"""What is asked further: "thế lên đâu làm", "cần giấy tờ gì"."""


def of_a_foreigner(said: Said) -> Onward | None:
    """Where they go; the same to what is asked further, "phòng đó ở đâu", "cần giấy gì". A citizen is told where he goes."""
    if not said.stands_alone or FOREIGNER not in said.script.flows:
        return None
    if said.understood.intent not in ABOUT_LEVEL_2 | FOLLOWS or of_other_offices(said.key):
        return None
    if no_citizen(said.text):
        return None if _wants_a_language(said) else beside(said, FOREIGNER, noted_as="eligibility")
    if _is_a_citizen(said):
        return tells(said, WHERE)
    of_a_child = _A_CHILD.match(said.key) is not None
    # What was told is looked up last: most texts are none of this.
    if not (of_a_child or _asks_further(said)) or f"{FOREIGNER}.tell" not in said.told:
        return None
    return tells(said, CHILD) if of_a_child else beside(said, FOREIGNER, noted_as="eligibility")


def _wants_a_language(said: Said) -> bool:
    return said.understood.intent == "language" and _OF_A_LANGUAGE.search(said.key) is not None


def _is_a_citizen(said: Said) -> bool:
    if len(said.key.split()) > LONGEST_OF_A_CITIZEN:
        return False
    return citizen_abroad(said.text) or has_become_a_citizen(said.text)


def _asks_further(said: Said) -> bool:
    short = len(said.key.split()) <= LONGEST_QUESTION and any_word(said.key) is None
    of_them = _SOMEBODY_ELSE.search(said.key) is None and said.understood.intent in FOLLOWS
    return short and of_them and _ASKS.search(said.key) is not None
