"""Who of those named for a booking is taken off its list, wherever in a text that is said: "bé E đau, bỏ tên E ra"."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from helpdesk.conversation.understanding.bookings.absence import cannot_come
from helpdesk.text.folding import matching_key

_CALLED = (
    r"(?:ten|be|chau|chu|con|thang|dua|em|anh|chi|ong|ba|co|bac|cau|mo|o|cu|mu|me|vo|chong|cho|nguoi|bo|cua)"
)
CLAUSES = re.compile(r"[,.;:!?\n]+|\s(?:nhưng|nhung|còn lại|con lai|nên|nen|vì|vi|but)\s", re.IGNORECASE)
"""What parts one thing said of people from the next."""
_TAKES_OFF = re.compile(
    r"\b(?:bo|bot|tru|loai|gach|rut|xoa|remove|without|leave out|take off)\b(?: (?:bot|ra|giup|ho|luon|ten|cai|di))*"
)
_STAYS_AWAY = re.compile(
    r"\b(?:khong|ko|k|kg|hk|hong|chua|chang|nghi|thoi)(?: (?:the|co the|can|muon))? (?:di|den|lam|len|ra|toi|tham gia)\b"
)
_AWAY = r"(?: (?:thi|lai|bi|om|ban|benh|met|dau))* (?:(?:khong|ko|k|kg|hk)(?: the| co)? (?:di|den|len|lam|ra)\b|o (?:lai )?nha\b|nghi\b"
_AWAY += r"|di (?:vang|lao|hoc|vien|benh vien|ray|lam an|lam xa|lam thue|xa|nam|sai gon|ha noi)\b|ve (?:que|ngoai|nha (?:ngoai|noi|me|bo))\b|(?:dang )?nam vien\b)"
_AND_OTHERS = rf"(?: (?:va|voi|cung)(?: {_CALLED})? [a-z]+)?"
_NOBODY = frozenset(
    [
        "toi",
        "tui",
        "minh",
        "em",
        "con",
        "chau",
        "nha",
        "mai",
        "nay",
        "hom",
        "chieu",
        "sang",
        "thi",
        "van",
        "lam",
        "the",
        "ma",
        "nhung",
        "ai",
        "no",
        "nguoi",
        "khong",
    ]
)
_OF_THE_OTHERS = re.compile(r"\b(?:khong ai|khac|con lai khong|tat ca|het|ca nha|chi con)\b")
_ASKS = re.compile(
    r"\b(?:duoc|sao|nao|gi|chua|co)(?: \w+)? (?:khong|ko|k|hong)$|\b(?:co sao|lam sao|the nao)\b"
)
_SOMEBODY = re.compile(
    r"\b(?:bo|bot|tru|loai|gach|rut)(?: (?:bot|giup|ho|ten|di))* (?:(?:[1-9]|mot|hai|ba|bon|may) )?(?:no|dua|chau|be|nguoi|thang|dua nho|con nho|dua ut|con ut)\b"
    r"(?: (?:do|ay|nay|no))*(?: (?:ra|di|khoi|lai))+\b|^(?:(?:a|da|co|nhung|oi) )*(?:[1-9]|mot|hai|ba|bon|may) (?:nguoi|dua|chau)\b.*\b(?:khong|ko|k)(?: the)? (?:di|den|lam)\b"
)
"""Who is meant is not said: "bỏ nó ra", "có một người không đi được"."""


def left_out(text: str, names: Sequence[str]) -> list[int] | None:
    """The places in `names` of those whom a text takes off the list; empty where it does so of somebody and does not say
    whom; None where it takes nobody off, or all of them."""
    key = matching_key(text)
    if len(names) < 2 or _OF_THE_OTHERS.search(key) or _ASKS.search(key):
        return None
    gone = {at for clause in CLAUSES.split(text) for at in _off_in(clause, names)}
    if gone:
        return sorted(gone) if len(gone) < len(names) else None
    return [] if _SOMEBODY.search(key) else None


def stays_away(key: str, names: Sequence[str]) -> list[int]:
    """The places of those of several, called by their last names alone, of whom it is said right behind that they do not
    come: "Bình đi, Lan không đi", "Lan ở nhà giữ con"."""
    lasts = [matching_key(name).split()[-1] for name in names]
    gone = [at for at, last in enumerate(lasts) if lasts.count(last) == 1 and _away(key, last)]
    return gone if len(gone) < len(names) else []


def _away(key: str, last: str) -> bool:
    return last not in _NOBODY and re.search(rf"\b{re.escape(last)}\b{_AND_OTHERS}{_AWAY}", key) is not None


def may_stay_away(key: str) -> bool:
    """Whether a text may say of somebody that she does not come."""
    return re.search(rf"[a-z]{_AWAY}", key) is not None


def _off_in(clause: str, names: Sequence[str]) -> Iterator[int]:
    """Those named in a clause that takes them off or says that they stay away."""
    key = matching_key(clause)
    takes_off = None if _is_father(clause) else _TAKES_OFF.search(key)
    if takes_off is None and _STAYS_AWAY.search(key) is None and not cannot_come(key):
        return
    keys = [matching_key(name) for name in names]
    for at, name in enumerate(keys):
        last = name.split()[-1]
        alone = sum(other.split()[-1] == last for other in keys) == 1
        called = alone and re.search(rf"\b{_CALLED}(?: (?:van|thi|y))? {re.escape(last)}\b", key)
        if f" {name} " in f" {key} " or called:
            yield at


def _is_father(clause: str) -> bool:
    """Whether "bo" is the father there, spelt with its accent."""
    words = unicodedata.normalize("NFC", clause).casefold().split()
    return "bố" in words and "bỏ" not in words
