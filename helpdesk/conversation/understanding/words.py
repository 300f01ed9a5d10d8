"""Words that work at any moment, when they are the whole text.

A word inside an answer is never a command: Huy, Mai and Hen are names. `HUY` alone always means cancelling.
"""

import re

STRONG: dict[str, str] = {
    "menu": "menu",
    "0": "menu",
    "trinh don": "menu",
    "00": "back",
    "quay lai": "back",
    "lui lai": "back",
    "back": "back",
    "huy": "cancel",
    "huy cho": "cancel",
    "huy lich": "cancel",
    "cancel": "cancel",
    "tc": "opt_out",
    "t c": "opt_out",
    "tu choi": "opt_out",
    "tuchoi": "opt_out",
    "tu choi nhan tin": "opt_out",
    "stop": "opt_out",
    "xoa": "erase",
    "xoa thong tin": "erase",
    "gap can bo": "human",
    "gap nguoi": "human",
    "goi lai": "callback",
    "goi lai cho toi": "callback",
    "ngon ngu": "language",
    "language": "language",
    "english": "language",
    "tieng anh": "language",
    "tieng viet": "language",
    "co dau": "accents",
    "khong dau": "accents",
    "bo dau": "accents",
    "accents": "accents",
    "with accents": "accents",
    "without accents": "accents",
    "no accents": "accents",
    **dict.fromkeys(
        (
            f"{how}{marks} dau"
            for how in ("viet ", "nhan ", "nhan tin ", "tin ", "tin nhan ", "tieng viet ", "viet tieng viet ")
            for marks in ("co", "khong")
        ),
        "accents",
    ),
    "nhan tin": "opt_in",
    "start": "opt_in",
    "subscribe": "opt_in",
    "unsubscribe": "opt_out",
    "opt out": "opt_out",
    "stop all": "opt_out",
    "delete": "erase",
    "delete my data": "erase",
    "erase": "erase",
    "go back": "back",
    "main menu": "menu",
    "call me": "callback",
    "call me back": "callback",
    "call back": "callback",
    "agent": "human",
    "officer": "human",
    "vietnamese": "language",
    "ngung": "opt_out",
    "ngung nhan tin": "opt_out",
    "nhan tin lai": "opt_in",
    "xoa het": "erase",
    "xoa du lieu": "erase",
    "tro lai": "back",
    "ve menu": "menu",
    "huy hen": "cancel",
    "huy dat cho": "cancel",
}
"""Taken as commands whatever was asked."""

WEAK: dict[str, str] = {
    "dat": "book",
    "dat cho": "book",
    "dat lich": "book",
    "dat lai": "book",
    "dat lai cho": "book",
    "dat cho lai": "book",
    "dat lich lai": "book",
    "dat buoi khac": "book",
    "dat ngay khac": "book",
    "book again": "book",
    "dk": "book",
    "dang ky": "book",
    "book": "book",
    "xem": "my_booking",
    "xem cho": "my_booking",
    "xem lich": "my_booking",
    "doi": "reschedule",
    "doi ngay": "reschedule",
    "doi lich": "reschedule",
    "doi buoi": "reschedule",
    "hen": "callback",
    "can bo": "human",
    "nguoi": "human",
    "human": "human",
    "buoc": "steps",
    "cac buoc": "steps",
    "steps": "steps",
    "mang gi": "bring",
    "mang theo gi": "bring",
    "cam on": "thanks",
    "thanks": "thanks",
    "thank you": "thanks",
    "chao": "greeting",
    "xin chao": "greeting",
    "alo": "greeting",
    "hello": "greeting",
    "hi": "greeting",
    "view": "my_booking",
    "my booking": "my_booking",
    "see": "my_booking",
    "change": "reschedule",
    "change date": "reschedule",
    "move": "reschedule",
    "person": "human",
    "talk": "human",
    "gap": "human",
    "goi": "callback",
    "call": "callback",
    "bring": "bring",
    "what to bring": "bring",
    "hey": "greeting",
    "a lo": "greeting",
    "sabaidee": "language",
    "sabaidi": "language",
    "tieng lao": "language",
    "tieng bru": "language",
    "cam on nhieu": "thanks",
    "thank": "thanks",
    "tks": "thanks",
    "help": "menu",
    "giup": "menu",
}
"""Taken as commands unless they answer what was asked: some are names."""

NAMES_TOO = frozenset({"hen"})
"""Words of WEAK that people are called."""

_AT_A_LOSS = re.compile(
    r"\b(?:khong|ko|chua|chang) (?:hieu|biet|ro)\b|\bla sao\b|\bla gi\b|\bgi the\b|\bgi vay\b"
)

_POLITE_BEFORE = re.compile(
    r"^(?:(?:da|thua|xin|lam on|alo|oi|a|em|toi|con|chau|minh|muon|can|cho|giup|vui long|please|can bo oi) )+"
)
_POLITE_AFTER = re.compile(r"(?: (?:a|ah|nhe|nha|voi|di|giup|nao|oi|ca|please|em|toi|can bo|anh|chi|ban))+$")


_THANKS = re.compile(
    r"(?:(?:da|vang|ok|oke|u|uh|duoc|the|thoi|khong|ko|roi|yes|no|a|em|con|chau|toi|minh|xin|ban|can bo|ba con) )*"
    r"(?:cam on|thanks|thank you|thank)"
    r"(?: (?:nhieu|rat nhieu|lam|a|ah|nhe|nha|em|con|chau|ban|anh|chi|can bo|bac|co|chu|very much|so much))*"
)
"""Thanks with a yes or a no around them, said when nothing is asked: "vâng con cảm ơn"."""


_HER_TIME = re.compile(
    r"(?:da |vay |the |rua )?(?:(?:ngay |sang |chieu |hom )?(?:mai|do) )?(?:luc |tu )?may (?:gio|h)"
    r"(?: (?:vay|rua|the|ha|a|h|he|hi|nhi|o|thi))*(?: (?:toi|tui|con|chau|em|minh))?(?: (?:phai|can))?"
    r"(?: (?:co mat|len|di|den|toi noi|toi|ra))?(?: (?:vay|rua|the|ha|a|he|nhi|duoc|can bo))*"
)
_WHEN_HERS = re.compile(r"\b(?:mai|do|co mat|phai|toi|tui|con|chau|em|minh)\b")
"""At what time she is to come: "mai mấy giờ", "mấy giờ có mặt"; "mấy giờ" alone may be our hours."""

_LATE = re.compile(
    r"(?:(?:mai|hom do|neu|toi|tui|con|chau|em|minh|co|the|xin|da|cho|phep|se|chac|nha|xa|nen) )*(?:den|len|ra|di) (?:muon|tre)"
    r"(?: (?:hon|mot|chut|ti|it|1|2|3|hai|tieng|gio|phut|[0-9]{1,2} ?p|co|the|duoc|dc|khong|ko|k|sao|thi|a|ah|nhe|nha))*"
)
"""Whether she may come late: "tôi đến muộn được không"; folded, "muộn" is "mượn" and "muốn" as well."""

_NOBODY_THERE = re.compile(
    r"(?:(?:sang|trua|chieu|hom|nay|qua|toi|tui|con|chau|em|minh|da|co|vua|moi|nhung|thi|ma|roi) )*(?:den|len|ra|toi|di) (?:noi |do |day |xa |roi )*"
    r"(?:ma |nhung |thi |cho mai |doi mai )*(?:chang|khong|ko|k|hk) (?:co|thay|gap)(?: (?:duoc|mot))?(?: (?:ai|can bo|cong an|nguoi nao))(?: .*)?"
)
"""Who came in vain is to be heard by a person: "sáng nay tôi đến mà không có ai"."""


def bare(key: str) -> str:
    """The key without the politeness around its point; the key itself when nothing else is left."""
    core = _POLITE_AFTER.sub("", _POLITE_BEFORE.sub("", key)).strip()
    return core or key


def _once_each(key: str) -> str:
    """The key with every letter that stands doubled once: "huyy", "datt". No word of Vietnamese that works here has any."""
    return re.sub(r"([a-z])\1+", r"\1", key)


CALLED = re.compile(r"(?:(?:anh|chi|em|chau|con|ban|chu|bac|thang|a|oi) )*(?:huy|xoa) oi")
"""A name that is called, and no command: "Huy ơi"."""


def strong_word(key: str) -> str | None:
    """The intent of a word that is taken whatever was asked."""
    if CALLED.fullmatch(key):
        return None
    return STRONG.get(key) or STRONG.get(bare(key)) or STRONG.get(_once_each(key))


def any_word(key: str) -> str | None:
    """The intent of a word that is the whole text."""
    if CALLED.fullmatch(key):
        return "greeting"
    word = strong_word(key) or WEAK.get(key) or WEAK.get(bare(key)) or WEAK.get(_once_each(key))
    if word:
        return word
    if _HER_TIME.fullmatch(key) and _WHEN_HERS.search(key):
        return "my_booking"
    if _LATE.fullmatch(key):
        return "my_booking"
    if _NOBODY_THERE.fullmatch(key):
        return "human"
    return "thanks" if _THANKS.fullmatch(key) else None


_CENTRE = re.compile(
    r"(?:(?:o|tai|den|len|ra|ve|toi|muon|lam|cho|tren|ngoai) )*(?:trung tam|tt|ubnd|uy ban|tru so|tren xa|ngoai xa|center|centre)"
    r"(?: (?:xa|cua|hanh|chinh|cong|phuc|vu|minh|toi|tui|em|nha|ta|day|ni|nay|luon|a|nhe|thoi|of|my|our|commune))*"
)


def centre_said(key: str) -> bool:
    """Whether the centre of a commune is meant without saying of which: "trung tâm xã mình"."""
    return _CENTRE.fullmatch(key) is not None


def at_a_loss(key: str) -> bool:
    """Whether she says that she does not understand us."""
    return _AT_A_LOSS.search(key) is not None
