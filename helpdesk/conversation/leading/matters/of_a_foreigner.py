"""Who is no citizen of Viet Nam, as many wives and husbands from Laos: the immigration office, not the commune police.

Decree 320/2026/ND-CP: foreigners have their accounts from the provincial immigration office.
"""

import re

from helpdesk.conversation.leading.said import Onward, Said
from helpdesk.conversation.leading.turned_aside import beside
from helpdesk.conversation.understanding.words import any_word

FOREIGNER = "foreigner"
"""The flow that says where they go."""

ABOUT_LEVEL_2 = frozenset(
    {None, "where", "eligibility", "steps", "why", "bring", "no_card", "card_expired", "duration", "human"}
    | {"visit_when", "hours", "language", "shared_number", "child", "sim_own_name", "wrong_info"}
)
"""Topics for which such words may be taken; who books, cancels or has been cheated is heard on that."""

FOLLOWS = frozenset({None, "where", "eligibility", "steps", "hours", "bring", "duration", "human"})
"""What may be asked further once it was said."""

LONGEST_QUESTION = 7
"""Words of a question that says no more of whom it is about."""

_FOREIGN = re.compile(
    r"\bnguoi (?:lao|nuoc ngoai|campuchia|cam pu chia|thai lan|trung quoc)\b(?! (?:dong|dai|hoa))|\b(?:quoc tich|o ben|ben|dan) (?:lao|campuchia|thai lan|trung quoc)\b(?! dong)"
    r"|\b(?:vo|chong|dau|re) (?:toi |tui |em |minh )?(?:la )?(?:nguoi )?(?:lao|nuoc ngoai)\b(?! dong)|\b(?:o|ben|tu) lao (?:ve|sang|qua|vo|moi)\b"
    r"|\b(?:khong|ko|chua)(?: (?:phai|co|la|duoc|nhap))* (?:quoc tich|giay to viet|nguoi viet)\b|\bchua nhap (?:quoc )?tich\b|\bxuat nhap canh\b"
    r"|\b(?:foreigners?|immigration|laotian|not vietnamese)\b|\b(?:am|is|from) (?:a )?lao\b"
)
_HAS_A_CARD = re.compile(
    r"(?<!chua )(?<!khong )(?<!ko )\bco (?:the )?(?:can cuoc|cccd|quoc tich viet)(?! (?:duoc )?(?:khong|ko|chua))\b"
)


def of_a_foreigner(said: Said) -> Onward | None:
    """Where they go; the same to what is asked further, "phòng đó ở đâu", "làm mức 2 được không"."""
    if (
        not said.stands_alone
        or said.understood.intent not in ABOUT_LEVEL_2
        or FOREIGNER not in said.script.flows
    ):
        return None
    foreign = _FOREIGN.search(said.key) is not None and not _HAS_A_CARD.search(said.key)
    if not foreign and not (_asks_further(said) and _was_told(said)):
        return None
    return beside(said, FOREIGNER, noted_as="eligibility")


def _asks_further(said: Said) -> bool:
    short = len(said.key.split()) <= LONGEST_QUESTION and any_word(said.key) is None
    return short and said.understood.intent in FOLLOWS and _ASKS.search(said.key) is not None


_ASKS = re.compile(
    r"\b(?:phong|cho|noi|o) (?:do|dau|mo|nay|nao)\b|\b(?:den|di|hoi) (?:dau|mo|ai)\b|\b(?:lam|muc 2|duoc|dc)\b.*\b(?:khong|ko|sao|rang)$|\bwhere\b"
)


def _was_told(said: Said) -> bool:
    return f"{FOREIGNER}.tell" in said.told
