"""A choice of the steps said in her own words: "chưa có" where the card is asked for, "của vợ" where the SIM is.

By the answer that a question keeps and how many choices it has, the choices in the order of `actions/own_case.py`.
"""

import re
from collections.abc import Mapping, Sequence

from helpdesk.conversation.engine.structure import Ask

_NO = r"(?:chua|khong|ko|kg|hk|hong|chang|no|none|not yet|never|don t|do not|i have no)"
_CARD = r"(?:cai |tam )?(?:the can cuoc|the|can cuoc cong dan|can cuoc|cccd|cc|cmnd|card|id card|id)"
_KIN = r"(?:vo|chong|me|bo|cha|ong|ba|bac|chu|co|di|cau|anh|chi|con trai|con gai|con toi|chau toi|em toi|em trai|em gai)"
_PARENT = r"(?:toi|tui|minh|em|me|bo|cha|cha me|bo me|vo|chong|vo chong|me no|bo no|chinh chu|mine|me|i)"
_BEFORE = (
    r"(?:(?:da|vang|a|thua|thi|toi|tui|em|minh|con|chau|me|bo|cha|ong|ba|nha|no|chac|hinh nhu|hien|hien tai|bay gio"
    r"|dang|cua toi|cua chau|i|it is|it s|mine is|my) )*"
)
_AFTER = r"(?: (?:roi|a|ah|nhe|nha|dau|can bo|het|ca|lau|o|oi|yet))*"

_VALID = rf"(?:{_CARD} )?(?:van )?(?:con(?: han)?(?: (?:dung duoc|su dung|tot|lau|moi|dai))*|moi (?:lam|cap|doi)|valid|still valid|in date)"
_EXPIRED = rf"(?:{_CARD} )?(?:(?:bi|da|sap) )?(?:(?:het|qua)(?: han)?(?: (?:su dung|tu lau))*|{_NO} con(?: han)?|cu|expired|out of date)(?: {_CARD})?"
_NO_CARD = rf"{_NO}(?: (?:co|lam|nhan|duoc|cap|he|kip|mot|cai))*(?: {_CARD})?|(?:lam |bi )?(?:mat|roi mat)(?: {_CARD})?|lost"
_UNSURE = rf"{_NO} (?:ro|biet|nho|chac|hay|thay|xem|know|sure)(?: (?:la|con|han|het|khong|ngay|nao|ten|ai|the|cua|toi|hay|chua|sao|gi|cai|lam|sim|so|dung))*|not sure|unsure"
_UNREADABLE = rf"(?:{_CARD} )?(?:bi )?(?:mo|nhoe|phai mau)(?: (?:qua|lam|het|chu|roi|ngay))*(?: {_NO} (?:doc|thay|nhin|xem)(?: \w+){{0,4}})?|{_NO} (?:doc|nhin|xem) (?:duoc|ra|thay|ro)(?: \w+){{0,4}}"
_SMART = r"(?:(?:may|dien thoai|dt) )?(?:thong minh|cam ung|smartphone|iphone|samsung|oppo|xiaomi|vivo|realme|android)"
_NOT_SMART = r"(?:(?:may|dien thoai|dt)(?: cua toi)? )?(?:cuc gach|den trang|nokia|phim|bam phim|thuong|doi cu|nghe goi|chi nghe goi|chi (?:de )?(?:nghe|goi|alo)(?: (?:goi|nghe|thoi|duoc))*)"
_SOMEBODY = (
    rf"(?:nguoi khac|nguoi ta|nguoi nha|hang xom|ban|ca nha|gia dinh|{_KIN})(?: (?:toi|tui|minh|em|no))?"
)
_OWN_SIM = r"(?:sim )?(?:(?:cua|ten|dung ten|mang ten|chinh) )*(?:toi|tui|minh|chinh chu|ban than|mine|my own|my name)"
_OTHER_SIM = (
    rf"(?:(?:dung|xai|di|lay) )?(?:cai )?(?:sim |so )?(?:(?:cua|ten|dung ten|mang ten|muon|nho|voi|chung|dung chung|xai chung) )+{_SOMEBODY}"
    rf"|(?:sim )?(?:dung |xai |di )?(?:chung|muon|nho)|{_NO} (?:phai |dung )?(?:ten|cua|chinh chu)(?: (?:toi|tui|minh|em))?"
    r"|shared|borrowed|somebody else s?|someone else s?"
)
_NO_SIM = rf"{_NO}(?: (?:co|mua|lam|duoc))*(?: (?:sim|so|so rieng|sim rieng|dien thoai|may))?|{_UNSURE}"
_YES = rf"(?:{_PARENT} )?(?:co|da co|roi|lam|da lam|co muc 2|lam muc 2|yes)"

_TABLE: Mapping[tuple[str, int], Sequence[tuple[str, int]]] = {
    ("my_who", 3): (
        (r"(?:lam )?(?:cho |for )?(?:toi|tui|minh|ban than|nguoi lon|me|vo|chong|vo chong|bo|bo me|ca nha|gia dinh|ca gia dinh|moi nguoi|myself|an adult)(?: (?:toi|tui|minh))?", 0),
    ),
    ("my_smartphone", 2): ((_NOT_SMART, 1), (_SMART, 0)),
    ("my_card", 4): ((_UNSURE, 3), (_UNREADABLE, 3), (_EXPIRED, 1), (_NO_CARD, 2), (_VALID, 0)),
    ("my_card", 2): ((_UNSURE, 1), (_UNREADABLE, 1), (_EXPIRED, 1), (_NO_CARD, 1), (_VALID, 0)),
    ("my_sim", 3): ((_OTHER_SIM, 1), (_NO_SIM, 2), (_OWN_SIM, 0)),
    ("my_sim", 2): (
        (rf"(?:sim )?(?:(?:cua|ten|dung ten)(?: cua)? )?{_PARENT}(?: (?:toi|tui|minh|no))?", 0),
        (_OTHER_SIM, 1),
        (_NO_SIM, 1),
    ),
    ("my_parent", 2): ((rf"{_NO}(?: (?:co|lam|duoc|ro|biet))*(?: (?:muc 2|ai))?", 1), (_YES, 0)),
}  # fmt: skip

_OF_ASKED = {
    asked: [(re.compile(f"{_BEFORE}(?:{pattern}){_AFTER}"), choice) for pattern, choice in patterns]
    for asked, patterns in _TABLE.items()
}

_AGE = re.compile(r"(?:\w+ )*?(\d{1,2})(?: tuoi| years old)(?: \w+){0,2}")
_A_CHILD = re.compile(r"\b(?:con|chau|be|dua|tre) (?:toi|tui|minh|em|gai|trai|nho|be|ut|dau|con)\b")
_AGES = (14, 6, 0)
"""From what age each choice of the question for whom it is is meant."""


def choice_in_own_words(key: str, ask: Ask) -> int | None:
    """The choice of `ask`, counted from 0, that a text means in words of its own; `key` is its matching key. None for
    all questions but those of the steps, and where it is not clear."""
    asked = (ask.keep or "", len(ask.choices))
    age = _AGE.fullmatch(key) if asked == ("my_who", len(_AGES)) else None
    if age is not None:
        return next(at for at, least in enumerate(_AGES) if int(age[1]) >= least)
    if asked == ("my_who", len(_AGES)) and _A_CHILD.search(key):
        return None  # of what age is to be said
    return next((choice for pattern, choice in _OF_ASKED.get(asked, ()) if pattern.fullmatch(key)), None)
