"""Small questions of money: the fee, the ride, what a text costs, and fines."""

import re

from helpdesk.conversation.leading.small_questions.asked import Asked, no_other_topic, nothing_waits

FEE = "fee"

_NO = r"(?:khong|ko|k|kg|hk|hong|chua)"

ASKED = (
    Asked(
        "how_far",
        re.compile(
            rf"\b(?:tien xe|tien xang|tien do xang)\b(?: \w+){{0,6}} (?:ai|o dau|xa|tra|chiu|lo|ho tro)\b|\b(?:co )?xe (?:\w+ )?(?:dua|don|cho)(?: (?:don|dua|toi|ba con|dan|nguoi|di))* {_NO}\b|\b(?:can bo|xa|cong an)(?: co)? (?:don|cho|dua|ruoc)(?: (?:toi|tui|di|giup|ba con))* (?:duoc |dc )?{_NO}\b"
            rf"|^(?:(?:da|toi|tui|con|em|nha) )*{_NO} co tien (?:di )?xe\b|\b{_NO} co (?:xe|phuong tien|xe may)(?: de)? di\b"
        ),
    ),
    Asked(
        "must_i",
        re.compile(
            r"\b(?:het han|han chot|han cuoi|thoi han)(?: \w+){0,3} (?:lam|dang ky)(?: \w+){0,2} (?:muc (?:2|hai)|dinh danh|vneid)\b|\b(?:khong|ko|chua) lam(?: \w+){0,4} bi (?:khoa|cat|bat|mat|phat|thu hoi)\b"
            rf"|\b(?:truong ban|can bo|xa|ho|nguoi ta|no)(?: \w+){{0,2}} (?:noi|bao|keu|doi)(?: \w+){{0,2}} phat\b|^(?:bi |co bi )?khoa (?:sim|tai khoan ngan hang|the ngan hang) (?:a|ha|{_NO}|that)(?: {_NO}| a)*$"
        ),
    ),
    Asked(
        FEE,
        re.compile(
            rf"^(?:(?:da|ba|ong|toi|tui|me|nha|con|em|minh) )+{_NO} co tien(?: (?:nop|dong|lam|dau|thi sao))*$"
        ),
    ),
    Asked(
        "text_costs",
        re.compile(
            r"\b(?:mot|1|moi|gui|nhan) (?:cai )?tin(?: nhan)? (?:la |mat |het |ton )?(?:may|bao nhieu)\b"
        ),
    ),
    Asked(
        FEE,
        re.compile(
            r"\b(?:mien|giam|mien phi|khong mat|khoi mat|ho ngheo|can ngheo|dan toc|chinh sach|tre em|nguoi gia)\b"
        ),
        behind=frozenset({FEE}),
        where=(no_other_topic, nothing_waits),
    ),
)
