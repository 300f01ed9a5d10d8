"""Small questions of cards: kept, found again, made already, and where one is made."""

import re

from helpdesk.conversation.leading.small_questions.asked import Asked, no_day, no_other_topic, nothing_waits
from helpdesk.conversation.leading.small_questions.asks_further import (
    BEFORE,
    BEHIND,
    HOW_LONG,
    WHERE,
    WHERE_ONLY,
)

CARD_PLACE, CARD_READY, WRONG_INFO = "card_place", "card_ready", "wrong_info"
"""Flows: where a card is made; where one that was made is asked for; what is written wrongly."""

TO_BE_MADE = frozenset({"no_card", "card_expired", CARD_PLACE, "bring_without_card"})
"""Flows of a card that is to be made: where that is, not where level 2 is."""

OF_A_CARD = TO_BE_MADE | {"no_result", "overdue", CARD_READY}
"""Flows behind which one speaks of a card."""

_NO = r"(?:khong|ko|k|kg|hk|hong|chua)"
_ASKS = rf"(?:{_NO}|a|ha|nhi|chu|sao|rang)"
_MADE_ALREADY = re.compile(
    rf"^(?:{BEFORE}(?:lay|nhan|lanh)(?: lai)?(?: (?:the|can cuoc|cccd)(?: (?:moi|ve|cu))*)? (?:{WHERE}|{HOW_LONG}){BEHIND}"
    rf"|{BEFORE}{HOW_LONG}(?: moi| thi)? (?:lay|nhan|lanh)(?: duoc)? (?:the|can cuoc|cccd){BEHIND})$"
)
"""A card that is to be fetched was made: it is not made again."""

_MADE_AGAIN = re.compile(
    r"\b(?:co|can|phai)(?: (?:can|phai))* (?:di )?(?:lam|doi|xin|cap) (?:lai|moi)\b|\bdung (?:lai|tiep)?(?: \w+)? (?:duoc|dc) (?:khong|ko|chua)\b"
)

_BRING_FOR_IT = re.compile(
    r"^(?:(?:the|vay|rua|roi|thi|da|toi|tui|em|con|di|den|lam|phai|can|co|khi) )*(?:mang|dem|can|chuan bi)(?: (?:theo|giay|giay to))* (?:gi|chi|nhung gi|cai gi|may thu gi)(?: (?:theo|vay|a|can bo|khong|di|nua|ha))*$|^what (?:do|should) i (?:bring|need)$"
)
_A_CARD_WHERE = re.compile(
    rf"^(?:(?:the|vay|rua|roi|thi|da|toi|tui|em|con|phai|di|muon|can) )*(?:lam|xin|cap|doi)(?: (?:lai|moi|cai))* (?:the|can cuoc|cccd)(?: (?:can cuoc|moi|lai|cho|no|con|chau|be|toi|tui|em|me|vo|chong|do))* {WHERE}{BEHIND}$"
)
_EXCHANGED = re.compile(
    rf"\b(?:co )?(?:phai|can) (?:di )?(?:lam|doi|cap|thay)(?: (?:lai|sang|cai))* (?:the|can cuoc|cccd)(?: \w+){{0,3}} (?:{_NO}|a|ha)$|\b(?:dia chi|que quan|ho khau) cu\b(?: \w+){{0,8}} (?:co sao|sao|duoc|dung duoc) {_NO}$"
)

ASKED = (
    # "Thẻ còn hạn" of the list is of no use to who has none.
    Asked("bring_without_card", _BRING_FOR_IT, behind=TO_BE_MADE, where=(no_day, nothing_waits)),
    Asked("child_card", _BRING_FOR_IT, behind=frozenset({"child_card"}), where=(no_day, nothing_waits)),
    Asked(CARD_PLACE, _A_CARD_WHERE, where=(no_day, nothing_waits)),
    # Whether a card that one has is to be exchanged.
    Asked("ask_officials", _EXCHANGED, where=(no_day,)),
    Asked("card_found", _MADE_AGAIN, behind=frozenset({"card_found"}), where=(no_day, nothing_waits)),
    Asked(
        "keep_card",
        re.compile(
            rf"\b(?:bo|vut|nem|dot|huy|cat|khong can|khoi can|khong dung|het dung)(?: (?:luon|cai|di|giu))* the(?: (?:cu|giay|can cuoc|cccd|cung))*\b(?: \w+){{0,3}} {_ASKS}\b|\bthe (?:cu |can cuoc |giay |cung )?(?:bo|vut|nem|huy)(?: di| luon)? (?:duoc|dc)\b"
            r"|\b(?:cam|the chap|cam co)(?: cai)? (?:the|can cuoc|cccd)\b|\b(?:the|can cuoc|cccd)(?: \w+)? (?:o )?(?:tiem )?cam do\b|\b(?:khong|het) (?:con )?dung the(?: can cuoc)? nua\b"
        ),
    ),
    Asked(
        "card_found",
        re.compile(
            r"\b(?:tim|kiem)(?: (?:duoc|thay|lai|ra))+(?: (?:cai|lai))* (?:the|can cuoc|cccd)\b|\b(?:the|can cuoc|cccd)\b.*\b(?:tim|kiem) (?:duoc|thay|lai|ra)\b|\b(?:nhat|luom)(?: \w+)? (?:the|can cuoc|cccd)\b|\bfound (?:a|my|an|the|somebody s|someone s) (?:id )?card\b"
        ),
    ),
    Asked(
        CARD_READY,
        re.compile(
            r"\bgiay hen(?: lay)?(?: the)?\b|\b(?:dang|moi) (?:lam|cap|doi) (?:lai )?(?:the|can cuoc|cccd)\b.*\b(?:cho|chua) (?:lay|nhan|co)\b"
        ),
    ),
    Asked(CARD_READY, _MADE_ALREADY, behind=OF_A_CARD, where=(no_day, nothing_waits)),
    Asked(CARD_PLACE, re.compile(WHERE_ONLY), behind=TO_BE_MADE, where=(no_day, nothing_waits)),
    # A paper that burned, behind what is written wrongly.
    Asked(
        WRONG_INFO,
        re.compile(
            r"\b(?:giay|khai sinh|so ho khau|ho khau|giay to)\b(?: \w+){0,4} (?:mat|chay|rach|hong|khong co|khong con|that lac|uot|cuon)\b|\b(?:mat|chay|khong co|khong con) (?:giay|khai sinh|so ho khau)\b"
        ),
        behind=frozenset({WRONG_INFO}),
        where=(no_other_topic, nothing_waits),
    ),
)
