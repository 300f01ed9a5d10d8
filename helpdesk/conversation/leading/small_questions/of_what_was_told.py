"""What is asked further about an answer that has no more to say than it has said: it is told once more, or in other words."""

import re

from helpdesk.conversation.leading.small_questions.asked import (
    Asked,
    no_day,
    no_other_topic,
    no_other_wish,
    no_place_yet,
    nothing_asked,
    nothing_waits,
)
from helpdesk.conversation.leading.small_questions.asks_further import FURTHER, WHERE_ONLY

SECRETS, OTHER_MATTERS, OTHER_WORDS, WHERE = "no_secrets", "other_matters", "other_words", "where"

SAY_IT_AGAIN = (
    OTHER_MATTERS,
    "wrong_info",
    "account_locked",
    "lost_phone",
    "fee",
    "no_card",
    "card_expired",
    "card_place",
    "promised",
)
"""Flows that answer what is asked further about themselves."""

_MEANS = re.compile(
    r"^(?:(?:(?:y|nghia|tuc|noi|rua|the|vay|cai|do|nay|day|nghe|toi|con|chau|em|can bo|oi|ma) )*"
    r"(?:nghia la|tuc la|y la|la|nhu) (?:sao|rang|the nao|gi|chi|ri)(?: (?:vay|rua|a|the|can bo|ha|nhi))*"
    r"|what does (?:it|that|this) mean)$"
)
_WHICH_FIRST = re.compile(
    r"^(?:(?:vay|the|rua|thi|gio|toi|tui|em|con|minh|phai|can|nen) )*(?:lam|di|xin|doi|lo)(?: (?:lai|cai|viec|thu|ben|cho))* (?:nao|mo) truoc(?: (?:vay|a|can bo|day|het))*$"
)
_OFFER_TAKEN = re.compile(
    r"^(?:(?:thoi|a|ua|ma|nhung|the|vay|da|hay la|lai|toi|tui|em|con) )+(?:co|xin|lay|can|muon|goi(?: lai)?|ghi)(?: (?:cung|thi|sim|may|lai|toi|cho|ten))*(?: (?:duoc|cung duoc|di|vay|nhe|nha|a|roi|luon))*$"
)

_VNEID_ON_IT = re.compile(
    r"\b(?:trong|o)(?: (?:do|may|no|dien thoai|sim))+\b.*\b(?:vneid|tai khoan|app|the)\b"
)

ASKED = (
    Asked("lost_phone", _VNEID_ON_IT, behind=frozenset({"lost_phone"}), where=(no_day, nothing_waits)),
    # Of two matters the first: nobody here knows; a person does.
    Asked("human", _WHICH_FIRST, where=(nothing_waits,)),
    Asked(OTHER_WORDS, _MEANS, where=(nothing_asked,)),
    *(
        Asked(flow, re.compile(FURTHER), behind=frozenset({flow}), where=(no_day, nothing_waits))
        for flow in SAY_IT_AGAIN
    ),
    # Behind all of these: level 2 itself.
    Asked(WHERE, re.compile(WHERE_ONLY), where=(no_day, nothing_waits, no_place_yet)),
    Asked(
        SECRETS,
        re.compile(r"\b(?:luu|giu|ghi|nho|cat)\b(?: lai| giup| ho)*\b"),
        behind=frozenset({SECRETS}),
        where=(no_other_wish, nothing_waits),
    ),
    Asked(
        OTHER_MATTERS,
        re.compile(
            r"\b(?:hoi ai|viec cua (?:may|ban|ai)|thi sao|thi rang|o dau|ai lo|ai lam)\b|^(?:vay |the |rua )?ai\b"
        ),
        behind=frozenset({OTHER_MATTERS}),
        where=(no_other_topic, nothing_waits),
    ),
    # An offer that was let be, and is taken after all, is made again.
    *(
        Asked(offer, _OFFER_TAKEN, behind=frozenset({offer}), where=(no_other_topic, nothing_waits))
        for offer in ("free_sim", "loan_phone", "elderly_home")
    ),
)
