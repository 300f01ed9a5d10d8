"""Small questions of somebody else than herself: a husband, a child, and who brings that."""

import re

from helpdesk.conversation.leading.small_questions.asked import (
    Asked,
    no_day,
    no_other_topic,
    no_place_yet,
    no_topic,
    nothing_waits,
)

EACH, CHILD, WHO_BRINGS = "each_person", "child", "who_brings_a_child"
"""Flows: what was said of one holds for each; and for a child."""

GENERAL = frozenset(
    {
        "bring",
        "where",
        "duration",
        "hours",
        "fee",
        "eligibility",
        "steps",
        "why",
        EACH,
        CHILD,
        "who_brings_a_child",
    }
    | {"no_card", "card_expired", "sim_own_name", "no_smartphone", "activate", "book_first"}
)
"""Flows that tell of a grown-up what holds for every other one."""

OF_A_CHILD = frozenset({CHILD, WHO_BRINGS})

_WHOSE = r"(?:vo|chong|me|bo|cha|ba|ong|anh|chi|em|co|chu|bac|di|con|chau|nguoi (?:gia|nha|khac)|nha toi|my (?:husband|wife|mother|father))"
_WHAT_OF = re.compile(
    rf"^(?:(?:(?:con|the|vay|rua|a|roi) )*(?:(?:con )?{_WHOSE})(?: (?:toi|tui|em|minh|gai|trai|nho|chau|noi|ngoai|be|lon))*(?: \d{{1,2}} tuoi)? (?:thi sao|thi rang|thi the nao|sao|can gi|mang gi)(?: (?:a|vay|can bo))*"
    r"|(?:and |what about |how about )+(?:for )?(?:my |the )?(?:husband|wife|mother|father|parents|brother|sister))$"
)
_NEEDS = re.compile(
    rf"^(?:(?:con|the|vay|rua|a|roi|thi|da) )*{_WHOSE}(?: (?:toi|tui|em|minh|noi|ngoai))*(?: (?:thi|phai|di|den|can))* (?:can|mang|dem|chuan bi)(?: theo)? (?:gi|chi|nhung gi|giay to gi)(?: (?:vay|a|can bo|khong|nua))*$"
    r"|^(?:and )?what (?:does (?:he|she|my \w+) need|(?:should|must) (?:he|she|my \w+) bring)(?: to bring)?$"
)
_WHAT_OF_A_CHILD = re.compile(
    r"^(?:(?:(?:con|the|vay|rua) )*(?:con|chau|be|tre)(?: (?:toi|tui|em|nho|be|gai|trai|em))* (?:thi sao|thi rang|thi the nao)|(?:and |what about |how about )+(?:my |the )?(?:child|children|kids?|son|daughter))$"
)

_SOMEBODY_ELSE = r"(?:ong ba|ong (?:noi|ngoai)|ba (?:noi|ngoai)|ong|ba|co|chu|bac|di|cau|mo|anh chi|anh|chi|thay(?: co)?|co giao|thay giao|thay chu nhiem|co chu nhiem|chu nhiem|hang xom|nguoi khac|nguoi nha|truong ban|ai|mot minh(?: no)?|no tu)"
_BRINGS = re.compile(
    rf"\b{_SOMEBODY_ELSE} (?:\w+ )?(?:dua|dan|cho|chay|cho no|di cung|di voi|di theo|di)\b(?! (?:lam muc|mua))|\b(?:di|dua|dan)(?: no| chau| be| con)? (?:mot minh|cung ai|voi ai)\b|\bno (?:tu )?di mot minh\b"
)
_A_CHILD = re.compile(
    r"\b(?:chau|con|be|tre(?: em)?|dua(?: nho| be)?|no) ?(?:toi|tui|em|nho|be)?(?: hoc)?(?: \w+){0,3} (?:lop \d|\d tuoi|1[0-3] tuoi)\b|\btre(?: em| con)\b"
)
_BRINGS_A_CHILD = re.compile(
    r"\b(?:ong ba|ong (?:noi|ngoai)|ba (?:noi|ngoai)|hang xom|thay(?: giao)?|co giao|chu|bac|di|cau|nguoi khac|nguoi nha|ai)(?: (?:no|toi|tui|em))? (?:dua|dan|cho) (?:chau|con|be|no|tre|tui nho)\b"
)

_CHILD_WITHOUT_CARD = re.compile(
    r"^(?=.*\b(?:con|chau|be|tre)(?: (?:toi|tui|em|nho|be|gai|trai|con))?\b)(?=.*\b(?:\d|1[0-3]) tuoi\b).*\b(?:chua|khong|ko) (?:co |lam |duoc )*(?:the|can cuoc|cccd)\b(?! khac)"
    r"|\b(?:lam|xin|doi) (?:the|can cuoc|cccd)(?: can cuoc)? cho (?:con|chau|be|tre)\b"
)

ASKED = (
    Asked(
        EACH, re.compile(r"\b(?:1[4-9]|[2-9]\d) tuoi\b(?: \w+){0,3} (?:mot minh|tu di|khong can cha me)\b")
    ),
    Asked(WHO_BRINGS, _BRINGS_A_CHILD, where=(no_other_topic,)),
    Asked(
        WHO_BRINGS,
        re.compile(rf"^(?=.*(?:{_A_CHILD.pattern})).*(?:{_BRINGS.pattern})"),
        where=(no_other_topic,),
    ),
    Asked("child_card", _CHILD_WITHOUT_CARD, where=(no_day,)),
    Asked(EACH, _NEEDS, where=(no_topic,)),
    # "Vợ tôi thì sao", whatever is open: the child before all others.
    Asked(CHILD, _WHAT_OF_A_CHILD, behind=GENERAL),
    Asked(EACH, _WHAT_OF, behind=GENERAL),
    Asked(EACH, _WHAT_OF, where=(nothing_waits, no_place_yet)),
    Asked(WHO_BRINGS, _BRINGS, behind=OF_A_CHILD, where=(no_other_topic, nothing_waits)),
    Asked(
        CHILD,
        re.compile(
            r"^(?:(?:con|the|vay|va|da) )*(?:em|con|chau|be|no|dua)(?: (?:trai|gai|toi|tui|em|nho|be|minh|cua|thu|hai|ba|ut|lon))*(?: nam nay)? \d{1,2}(?: tuoi)?(?: (?:thi sao|thi rang|sao|duoc khong|lam duoc khong|nua|a))*$"
        ),
        behind=OF_A_CHILD,
        where=(no_other_topic, nothing_waits),
    ),
)
