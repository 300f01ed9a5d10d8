"""Small questions of SIMs, which are the operator's matter, and of who has no email."""

import re

from helpdesk.conversation.leading.small_questions.asked import Asked, no_day, nothing_waits
from helpdesk.conversation.leading.small_questions.asks_further import BEFORE, BEHIND, FURTHER

OPERATOR = "at_the_operator"
"""The flow that says where one goes about a SIM."""

OF_A_SIM = frozenset({"sim_own_name", "sim_moved", "change_number", OPERATOR})
"""Flows behind which one speaks of a SIM."""

_NO = r"(?:khong|ko|k|kg|hk|hong|chua)"
_LEVEL_2 = r"\b(?:muc (?:2|hai)|level 2|dinh danh|vneid|tai khoan|dat cho|xin|tang|phat|mien phi|cap sim|cho sim|free|de sim|lap sim)\b"
_A_SIM = (
    r"\bsim\b.*\b(?:o dau|o mo|cho nao|cho mo|bao lau|bao nhieu|may tien|may ngay|where|how (?:long|much))\b"
    rf"|\b(?:o dau|cho nao|where)\b.*\bsims?\b|\bnha mang (?:nao|o dau|o mo|cho nao|la gi|la ai|(?:goi )?so (?:may|nao|gi|bao nhieu))\b"
    rf"|^(?:(?:vay|the|rua|phai|can|toi|em|roi) )*(?:ra|den|len|hoi) (?:viettel|vina|vinaphone|mobi|mobifone|nha mang){BEHIND}$"
)
_WHY_SHUT = re.compile(rf"^{BEFORE}(?:sao|tai sao|vi sao|rang)(?: (?:lai|ma|bi|no))* khoa{BEHIND}$")
"""Behind a SIM that was moved it is the SIM that is shut, and no account."""

_BUYS_ONE = re.compile(
    r"^(?:(?:the|vay|rua|roi|thi|la|toi|tui|em|con|minh) )*(?:phai|can|co phai|co can)(?: (?:di|phai))* (?:mua|lam|dang ky)(?: (?:them|cai|mot))* sim(?: (?:moi|khac|rieng|nua|khong|ko|a|ah|ha|chu))*$"
)
_OPENED_AGAIN = re.compile(r"\b(?:mo lai|mo khoa|het khoa|xac thuc lai)\b")

ASKED = (
    # Each his own SIM, behind what was said of one for all.
    Asked("sim_own_name", _BUYS_ONE, behind=OF_A_SIM | {"shared_number"}, where=(no_day, nothing_waits)),
    Asked(OPERATOR, _OPENED_AGAIN, behind=OF_A_SIM, where=(no_day, nothing_waits)),
    Asked(
        "no_email",
        re.compile(
            rf"\b{_NO} (?:co |biet |dung |xai )*(?:email|gmail|mail|e mail)\b|\b(?:email|gmail|mail)\b(?: \w+){{0,3}} (?:thay|khong co|bat buoc|co can|phai co)\b|\b(?:no|without|don t have(?: an)?) email\b"
        ),
    ),
    Asked(OPERATOR, re.compile(rf"^(?!.*{_LEVEL_2}).*?(?:{_A_SIM})"), where=(no_day,)),
    Asked(OPERATOR, _WHY_SHUT, behind=frozenset({"sim_moved"}), where=(no_day, nothing_waits)),
    Asked(OPERATOR, re.compile(FURTHER), behind=OF_A_SIM, where=(no_day, nothing_waits)),
)
